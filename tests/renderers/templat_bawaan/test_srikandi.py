"""The placeholders of SRIKANDI in a template of the letter: found, joined, and told of where they are wrong."""

import re
from pathlib import Path

import pytest

from renderers.templat_bawaan import build, srikandi
from renderers.templat_kantor.trial import judged
from renderers.word.ooxml import MAIN, Parts, pack, unpack

PAGE = Path(build.__file__).parents[2] / "docs" / "templat.md"
NOMOR = "${nomor_naskah}"
SEAM = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'


def letter(old: str = "", new: str = "") -> Parts:
    parts = build.letter()
    text = parts[MAIN].decode()
    assert old in text, old
    return {**parts, MAIN: text.replace(old, new, 1).encode()}


def test_our_own_letter_is_sound_and_known_for_a_letter() -> None:
    assert judged(pack(letter()))[1:] == ([], True)
    assert judged(pack(build.parts()))[1:] == ([], False)
    assert judged(b"no file").letter is None


def test_placeholders_that_word_has_split_are_joined_and_what_stands_beside_them_stays() -> None:
    split = letter(NOMOR, f"No. ${SEAM}{{nomor{SEAM}_naskah}} / ${{si{SEAM}fat}} x")
    docx, faults, _ = judged(pack(split))
    assert faults == []
    text = unpack(docx)[MAIN].decode()
    assert [one in text for one in ("No. ${nomor_naskah}</w:t>", "> / ${sifat}</w:t>", "> x</w:t>")] == [True] * 3
    assert unpack(judged(docx).docx) == unpack(docx)


PLACE = "sebelum judul pertama, tabel ke-2 baris 3 kolom 3."
GONE = "Isian SRIKANDI ${nomor_naskah} hilang untuk triwulan tanpa catatan; keluarkan dari {%p if … %} atau perulangan."
LAMPIRAN = "{{ surat.lampiran }}"
UNKNOWN = f"Nama “surat.lampirn” tidak dikenal (maksudnya “surat.lampiran”?), {PLACE}"
SINGLE = f"“{{ surat.lampiran }}” akan tercetak apa adanya; tulis {LAMPIRAN}, {PLACE}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (NOMOR, "${nomer_naskah}", "“${nomer_naskah}” tidak dikenal SRIKANDI; tulis ${nomor_naskah}."),
        (NOMOR, "${Nomor_Naskah}", "“${Nomor_Naskah}” tidak dikenal SRIKANDI; tulis ${nomor_naskah}."),
        (NOMOR, "{nomor_naskah}", "“{nomor_naskah}” tidak dikenal SRIKANDI; tulis ${nomor_naskah}."),
        (NOMOR, "$ { nomor_naskah }", "“$ { nomor_naskah }” tidak dikenal SRIKANDI; tulis ${nomor_naskah}."),
        (NOMOR, "", "Isian SRIKANDI ${nomor_naskah} tidak ada; salin dari templat surat bawaan."),
        (NOMOR, "{% if masalah %}${nomor_naskah}{% endif %}", GONE),
        (LAMPIRAN, "{{ surat.lampirn }}", UNKNOWN),
        (LAMPIRAN, "{ surat.lampiran }", SINGLE),
    ],
)
def test_a_fault_is_told_in_one_sentence(old: str, new: str, told: str) -> None:
    assert judged(pack(letter(old, new)))[1:] == ([told], True)


def test_a_placeholder_that_is_unlike_all_known_ones_may_be_one_of_srikandi() -> None:
    parts = letter(NOMOR, NOMOR + " ${klasifikasi}")
    assert judged(pack(parts)).faults == []
    assert srikandi.names(parts) == {*srikandi.NAMES, "klasifikasi"}


def test_the_manual_lists_them_all_with_what_they_become() -> None:
    told = re.findall(r"^\| `\$\{(\w+)\}` \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert (dict(told), tuple(name for name, _ in told[:3])) == (srikandi.NAMES, srikandi.NEEDED)


def test_a_report_is_no_letter_whatever_it_holds() -> None:
    parts = build.parts()
    text = parts[MAIN].decode().replace("{{ surat.nomor }}", NOMOR, 1)
    place = "sebelum judul pertama, tabel ke-2 baris 1 kolom 3."
    told = f"“{{nomor_naskah}}” akan tercetak apa adanya; tulis {{{{ nomor_naskah }}}}, {place}"
    assert judged(pack({**parts, MAIN: text.encode()}))[1:] == ([told], False)
