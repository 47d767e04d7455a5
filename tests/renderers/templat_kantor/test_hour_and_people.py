"""Hour and people of a kegiatan: an office's own template prints them where it wants; the built-in one never does."""

from dataclasses import replace
from datetime import date

from renderers.figures import Kegiatan, Koordinasi, Rekap
from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from renderers.templat_kantor.trial import judge
from renderers.word.ooxml import pack
from tests.renderers.reading import paragraphs, table
from tests.renderers.rekap.drawn import drawn
from tests.renderers.rekaps import REKAP
from tests.renderers.templat_kantor.by_hand import MAIN, typed

JULI = date(2023, 7, 4)
PLAIN = Koordinasi("pemerintah", JULI, JULI, "Rapat", "Dinas Pendidikan", "Pemilih pemula")
TOLD = replace(PLAIN, waktu="09.00–11.00", peserta="25 guru & Bu Endah")
APEL = Kegiatan("Apel", JULI, JULI, "Halaman")
ARAHAN = replace(APEL, waktu="07.00", peserta="semua pegawai", keterangan="Arahan ketua")


def full(*, told: bool) -> Rekap:
    assert REKAP.susulan is None
    row, apel = (TOLD, ARAHAN) if told else (PLAIN, APEL)
    return replace(REKAP, koordinasi=(row,), kegiatan=(apel,))


def test_an_own_template_prints_them_of_every_kegiatan() -> None:
    changed = typed("{{ k.keterangan }}", "{{ k.keterangan }} ({{ k.waktu }}, {{ k.peserta }})")
    one = "{{ k.nama }}, {{ k.tanggal }} pukul {{ k.waktu }} di {{ k.tempat }}: {{ k.peserta }}. {{ k.keterangan }}."
    loop = f"{{{{ satker.anggaran }}}}{{% for k in kegiatan %}} {one}{{% endfor %}}"
    changed[MAIN] = changed[MAIN].replace(b"{{ satker.anggaran }}", loop.encode(), 1)
    template, faults = judge(pack(changed))
    assert faults == []
    docx = compose(full(told=True), (), emblem(), None, template=template).docx
    about = "Pemilih pemula (09.00–11.00, 25 guru & Bu Endah)"
    assert table(docx, "A.\tDengan Instansi Pemerintah")[1][1:] == ["4 Juli 2023", "Rapat", "Dinas Pendidikan", about]
    printed = f"{REKAP.satker.anggaran} Apel, 4 Juli 2023 pukul 07.00 di Halaman: semua pegawai. Arahan ketua."
    assert paragraphs(docx).count(printed) == 1


def test_the_built_in_report_is_the_same_to_the_last_byte() -> None:
    assert drawn(full(told=True)) == drawn(full(told=False))
