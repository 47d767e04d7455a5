"""Texts are cleaned wherever they stand in the figures."""

import unicodedata

import pytest

from bot.telegram.read import read
from renderers.clean import clean, line, name, text, visible
from renderers.figures import Koordinasi, Masalah, Surat
from tests.bot.updates import message
from tests.renderers.rekaps import JULI, rekap

# Of the marks of direction Unicode's property tells all but the three that are letters of no width.
TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
BIDI = ["\u061c", "\u200e", "\u200f", *(chr(c) for c in range(0x10FFFF) if unicodedata.bidirectional(chr(c)) in TURNS)]
UNSEEN = [*BIDI, "\u00ad", "\u200b", "\ufeff", "\0", "\x85", "\ud800", "\ufdd0", "\uffff", "\U0001ffff"]


def test_clean_reaches_records_within_records() -> None:
    dirty = rekap(narasi={"akun": "a\x00b"}, surat=Surat("1\u200b/2"), saran=("x\ud800y",))
    cleaned = clean(dirty)
    assert (cleaned.narasi, cleaned.surat.nomor, cleaned.saran) == ({"akun": "ab"}, "1/2", ("xy",))
    assert cleaned.batas == dirty.batas
    assert text("e\u0301") == "é"


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_one_set_of_signs_is_dropped_from_reports_and_from_what_is_heard(sign: str) -> None:
    heard = read({"update_id": 7} | message("Rudi", text=f"Apel{sign} pagi"), "7")
    assert heard
    assert (text(f"a{sign}b"), visible(f"a{sign}b"), name(f"a{sign}b"), heard[0].text) == (
        "ab",
        "ab",
        "ab",
        "Apel pagi",
    )


def test_there_are_twelve_marks_of_direction() -> None:
    assert len(BIDI) == 12


@pytest.mark.parametrize("line", ["\u2028", "\u2029", "\r\n", "\r", "\n"])
def test_the_end_of_a_line_is_one_sign(line: str) -> None:
    assert (text(f"a{line}b"), visible(f"a{line}b"), name(f"a{line}b")) == ("a\nb", "a\nb", "a b")


def test_the_lines_of_a_row_are_one_and_those_of_a_paragraph_stay() -> None:
    assert line(" Rapat\n\n koordinasi\tDPT ") == "Rapat koordinasi DPT"
    row = Koordinasi("pemerintah", JULI, JULI, "Rapat\nkoordinasi", "Bawaslu", "Satu.\r\nDua.")
    told = clean(rekap(koordinasi=(row,), masalah=(Masalah("Judul", "Satu.\nDua."),)))
    assert (told.koordinasi[0].uraian, told.koordinasi[0].keterangan) == ("Rapat koordinasi", "Satu. Dua.")
    assert told.masalah[0].isi == "Satu.\nDua."


def test_an_account_cannot_turn_the_sentence_around_that_names_it() -> None:
    said = message("Rudi", text="/start")
    said["message"]["from"] |= {"first_name": "Siti\u202e \u200d\U000e0041", "last_name": "\u2067Aminah\n"}
    heard = read({"update_id": 7} | said, "7")
    assert heard
    assert heard[0].name == "Siti Aminah"


def test_joined_pictures_go_and_letters_of_other_scripts_stay_in_words() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert text(f"Hari Keluarga {family} نیم\u200cفاصله") == "Hari Keluarga نیم\u200cفاصله"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Rapat 🎉 Pleno", "Rapat Pleno"),
        ("✅ Hadir 👨‍👩‍👧‍👦 ❤️", "Hadir"),
        ("Juara 1 🏆🏆, 👍🏽 mantap", "Juara 1, mantap"),
        ("Bendera 🇮🇩 dikibarkan", "Bendera dikibarkan"),
        ("1️⃣ Rapat, ⬆️ naik ▶️ video ↩️", "1 Rapat, naik video"),
        ("❶ Rapat ➋ pleno ● ■ © ™ ↔ →", "❶ Rapat ➋ pleno ● ■ © ™ ↔ →"),
        ("©️ 2024‼️", "© 2024‼"),
        ("Suhu 30° ± 2, ½ hari, ≥ 80 %, المساجد", "Suhu 30° ± 2, ½ hari, ≥ 80 %, المساجد"),
    ],
)
def test_a_document_prints_no_emoji(typed: str, printed: str) -> None:
    assert text(typed) == printed
