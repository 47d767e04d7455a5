"""Labelled lines give back their fields, however the labels are spelled and set off, in any order."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.reading.message.form import labelled
from handlers.reading.message.lines.line import OTHER
from handlers.reading.message.parts import whole

LABELS = {
    "nama": ("Kegiatan", "NAMA KEGIATAN", "Keg", "Giat", "Acara", "Agenda", "Kegitan", "Nama Kegaitan"),
    "tanggal": (
        "Hari/Tanggal",
        "Hari, tanggal",
        "Hari/ Tgl",
        "HARI TGL",
        "Tanggal",
        "Tgl.",
        "Tangal",
        "Hari & Tanggal",
    ),
    "waktu": ("Waktu", "Pukul", "Pkl.", "Jam", "JAM", "Wkatu"),
    "tempat": ("Tempat", "Tmpt", "Lokasi", "Bertempat di", "Tempt", "Tempatnya", "LOKASI"),
    "peserta": ("Peserta", "Hadir", "Yang hadir", "Dihadiri oleh", "Pesertta", "Undangan"),
    "instansi": ("Mitra", "Instansi", "Mitra/Instansi", "Instansi", "Pihak terkait"),
    "keterangan": ("Keterangan", "Ket.", "Hasil", "Uraian kegiatan", "Pembahasan", "Keteragan"),
}
VALUES = {
    "nama": ("Sosialisasi pendidikan pemilih", "Rapat koordinasi logistik"),
    "tanggal": ("Selasa, 10 September 2024", "10-9-2024", "Rabu-Kamis, 4-5 Sept 2024"),
    "waktu": ("09.00 WIB", "Kamis, 21 April 2022 pukul 09.00", "08.00 - selesai"),
    "tempat": ("Aula Kantor Camat Godean", "Gedung Serbaguna lt. 2"),
    "peserta": ("75 siswa kelas X", "Ketua, 4 anggota, sekretaris"),
    "instansi": ("Dinas Sosial Kabupaten Sleman", "Bawaslu"),
    "keterangan": ("disepakati jadwal baru", "Diselingi kuis: berhadiah buku"),
}
MARKS = ("", "- ", "• ", "▶ ", "{n}. ", "{n}) ", "({n}) ", "{a}. ", "{r}. ", "*", "> ", "✅ ", "🔸 ")
SEPARATORS = (" : ", ": ", ":", " = ", " ; ", "\t", "\t: ", " :\n", ":\n- ", "\u00a0: ")
UNKNOWN = ("Temuan", "Jml KPPS dilantik", "CP", "Petugas", "Narasumber", "Link zoom")


@st.composite
def forms(draw: st.DrawFn) -> tuple[str, dict[str, str], list[str]]:
    """(a form, the value of each of its fields, its lines with labels that nobody knows)."""
    fields = draw(st.lists(st.sampled_from(sorted(LABELS)), min_size=2, max_size=7, unique=True))
    mark, separator = draw(st.sampled_from(MARKS)), draw(st.sampled_from(SEPARATORS))
    lines, told, strange = list[str](), dict[str, str](), list[str]()
    for n, field in enumerate(fields):
        label, told[field] = draw(st.sampled_from(LABELS[field])), draw(st.sampled_from(VALUES[field]))
        front = mark.format(n=n + 1, a="abcdefg"[n], r=("I", "II", "III", "IV", "V", "VI", "VII")[n])
        lines.append(f"{front}{label}{'*' if mark == '*' else ''}{separator}{told[field]}")
    if draw(st.booleans()):
        strange.append(f"{draw(st.sampled_from(UNKNOWN))} : 0812 3456 orang")
        lines.insert(draw(st.integers(1, len(lines))), strange[0])
    return "\n".join(lines), told, strange


@settings(max_examples=150)
@given(forms())
def test_every_field_is_read_whatever_its_label_looks_like(form: tuple[str, dict[str, str], list[str]]) -> None:
    text, told, strange = form
    read = labelled(text)
    assert {piece.field: read.told(text, piece.field) for piece in read.pieces if piece.field != OTHER} == told
    assert [line.of(text) for line in read.lines(OTHER)] == strange


NOISE = st.text(st.sampled_from(" \n\t.,:;=-*()1ai📍📌Tempat") | st.characters(), max_size=60)


@given(st.lists(NOISE | forms().map(lambda form: form[0]), max_size=4), st.integers(0, 50))
def test_every_text_is_parted_whole(pieces: list[str], start: int) -> None:
    text = "".join(pieces)
    spans = labelled(text, start).spans
    moved = [type(span)(span.kind, span.start - start, span.end - start) for span in spans]
    assert whole(text, moved)


Lines = list[tuple[str, list[str]]]


def told(text: str) -> Lines:
    return [(piece.field, [line.of(text) for line in piece.lines]) for piece in labelled(text).pieces]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("hari tgl kamis 22 september 2022\njam 09.00 wib\ntempat Pasar Godean\nkegiatan KPU menyapa\nhadir 90 orang", [
            ("tanggal", ["kamis 22 september 2022"]),
            ("waktu", ["09.00 wib"]),
            ("tempat", ["Pasar Godean"]),
            ("nama", ["KPU menyapa"]),
            ("peserta", ["90 orang"]),
        ]),
        ("Acara\nKirab maskot\nTgl\n15/7/22\nTempat\nAlun-alun", [
            ("nama", ["Kirab maskot"]), ("tanggal", ["15/7/22"]), ("tempat", ["Alun-alun"]),
        ]),
        ("Kegiatan :\n- Rapat\nPeserta :\n- Camat\n- Lurah\nHasil:\n1. siap", [
            ("nama", ["Rapat"]), ("peserta", ["Camat", "Lurah"]), ("keterangan", ["siap"]),
        ]),
        ("Tempat: Aula\nKegiatan berjalan lancar", [("tempat", ["Aula"]), ("", ["Kegiatan berjalan lancar"])]),
        ("Kegiatan: Rapat koordinasi dengan\nBawaslu\nTempat: Aula", [
            ("nama", ["Rapat koordinasi dengan", "Bawaslu"]), ("tempat", ["Aula"]),
        ]),
        ("Tempat: Aula\nPetugas:\n- Ana\n- Budi\nJam: 9", [
            ("tempat", ["Aula"]), (OTHER, ["Petugas:", "Ana", "Budi"]), ("waktu", ["9"]),
        ]),
        ("Kegiatan: Rapat, Tempat: Aula; Jam: 9", [("nama", ["Rapat"]), ("tempat", ["Aula"]), ("waktu", ["9"])]),
        ("Apel pagi 📍 Halaman ⏰ 07.30", [("", ["Apel pagi"]), ("tempat", ["Halaman"]), ("waktu", ["07.30"])]),
        ("📌 Rapat\n📍 Aula", [("nama", ["Rapat"]), ("tempat", ["Aula"])]),
        ("Rapat\n📌 Aula", [("", ["Rapat"]), ("tempat", ["Aula"])]),
        ("📝 Giat : Rapat\n📅 3 Mei", [("nama", ["Rapat"]), ("tanggal", ["3 Mei"])]),
        ("*I. Waktu Pelaksanaan*\nHari : Rabu\n*II. Hadir*\n1. Komisioner\n2. PPK", [
            ("waktu", []), ("tanggal", ["Rabu"]), ("peserta", ["Komisioner", "PPK"]),
        ]),
        ("Kegiatan\n: Rapat\nTempat\n: Aula", [("nama", ["Rapat"]), ("tempat", ["Aula"])]),
        ("1. Kegiatan : Rapat 2. Hari : Rabu Jam : 9", [("nama", ["Rapat"]), ("tanggal", ["Rabu"]), ("waktu", ["9"])]),
        ("Simulasi di TPS 2. Tempat: aula", [("", ["Simulasi di TPS 2"]), ("tempat", ["aula"])]),
        ("Pelaksana: subbag\nKegiatan: Rapat", [(OTHER, ["Pelaksana: subbag"]), ("nama", ["Rapat"])]),
        ("Penanggung jawab kegiatan : Ana\nJam : 9", [(OTHER, ["Penanggung jawab kegiatan : Ana"]), ("waktu", ["9"])]),
        ("Senam di lapangan\nPukul 06.30", [("", ["Senam di lapangan"]), ("waktu", ["06.30"])]),
    ],
)  # fmt: skip
def test_how_labels_and_lines_belong_together(text: str, pieces: Lines) -> None:
    assert told(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rapat pleno rutin",
        "Pagi: apel\nSiang: rapat staf",
        "Jam 07.30 apel dipimpin Pak Budi\nJam 09.00 terima tamu",
        "IG : https://www.instagram.com/p/CdX_y-1/\nFB : https://fb.watch/x/",
        "Kegiatan bazar UMKM",
        "Hasil rapat sangat baik",
        "minggu ini: senin apel, selasa rapat",
        "Rapat jam 10:00 di aula",
        "Kegiatan dimulai jam 8\nPeserta sangat antusias\nHasil dibacakan ketua",
    ],
)
def test_free_words_are_no_form(text: str) -> None:
    assert [piece.label for piece in labelled(text).pieces if piece.label] == []


HOSTILE = (
    "1. ",
    "(",
    "Tempat : ",
    "tempat\n",
    "Hari, ",
    ",",
    "📍",
    "- ",
    "\t",
    " ",
    "i.",
    "hadir ",
    "Temuan x:\n",
    "wib ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_quick(piece: str) -> None:
    text = (piece * 4096)[:4095] + "x"
    begun = time.process_time()
    labelled(text)
    assert time.process_time() - begun < 0.5
