"""Every word of the tables of other languages is read as the Indonesian one beside it, wherever that would stand."""

from datetime import date, timedelta

import pytest

from handlers.reading.daerah.tables import MEANINGS, day_words, meaning, words_for
from handlers.reading.dates.hours import hours_within
from handlers.reading.dates.within import days_within
from handlers.reading.message.events import cues
from handlers.reading.message.events.vocabulary.heads import HEADS
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Reading
from handlers.reading.message.read import read
from renderers import indonesian
from tests.handlers.reading.message.test_read import OFFICE

TODAY = date(2023, 3, 16)
# What a reader asks of words beyond the sets of cues.
_BESIDE = {
    "jam",
    "kantor",
    "dan",
    "yang",
    "sampai",
    "setelah",
    "semua",
    "memberi",
    "mencocokkan",
    "menanyakan",
    "meminta",
    "datang",
    "tamu",
    "siapa",
    "berapa",
    "bukan",
} | {indonesian.spelled_out(n) for n in range(1, 13)}
KNOWN = (
    cues.CUES.keys()
    | cues.OPENERS
    | cues.PARTICLES
    | cues.ACTORS
    | cues.ENDS
    | cues.DID
    | cues.NOTHING
    | cues.OVER
    | cues.PARTS_OF_DAY
    | cues.NO_PLACE
) | HEADS


def test_every_meaning_is_a_word_that_the_reader_knows() -> None:
    assert {*MEANINGS.values()} - KNOWN - cues.ATTENDED - cues.NEXT - _BESIDE == set()


@pytest.mark.parametrize("word", sorted(MEANINGS))
def test_a_word_is_read_as_what_it_means(word: str) -> None:
    (told, *_) = words(word)
    assert (told.low, meaning(word.upper())) == (MEANINGS[word], "")


def _read(text: str) -> Reading:
    (one,) = read(text, TODAY, OFFICE)
    return one


@pytest.mark.parametrize("word", words_for("bersama"))
def test_who_was_met(word: str) -> None:
    assert _read(f"rapat pleno {word} Bawaslu Kabupaten Sleman").answers["instansi"] == "Bawaslu Kabupaten Sleman"


@pytest.mark.parametrize("word", words_for("di"))
def test_where_it_was(word: str) -> None:
    assert _read(f"rapat pleno {word} aula kelurahan").answers["tempat"] == "aula kelurahan"


@pytest.mark.parametrize("word", [*words_for("sudah"), *words_for("selesai"), *words_for("kami"), *words_for("ada")])
def test_what_opens_a_report_is_no_part_of_its_name(word: str) -> None:
    assert _read(f"{word} sosialisasi di aula").answers["nama"] == "Sosialisasi di aula"


@pytest.mark.parametrize("word", words_for("ya"))
def test_what_is_said_along_the_way_is_no_part_of_a_name(word: str) -> None:
    one = _read(f"rapat pleno {word} di aula, lancar {word}")
    assert (one.answers["nama"], one.answers["keterangan"]) == ("Rapat pleno di aula", "Lancar")


@pytest.mark.parametrize("word", words_for("sampai"))
def test_until_when_it_was(word: str) -> None:
    assert [one.value for one in hours_within(f"jam 9 {word} jam 11")] == ["09.00–11.00"]
    assert [one.value for one in hours_within(f"lembur {word} jam 11")] == ["s.d. 11.00"]


@pytest.mark.parametrize("word", words_for("jam"))
def test_an_hour(word: str) -> None:
    assert [one.value for one in hours_within(f"{word} 9")] == ["09.00"]


@pytest.mark.parametrize(("told", "day"), day_words())
def test_a_day(told: str, day: int) -> None:
    (found,) = days_within(f"{told} rapat pleno", TODAY)
    assert found.days
    assert (found.days.mulai, found.start, found.end) == (TODAY + timedelta(day), 0, len(told))


def _hours(text: str) -> list[str]:
    return [hour.value for hour in hours_within(text)]


@pytest.mark.parametrize("hour", [indonesian.spelled_out(n) for n in range(1, 13)])
def test_the_numbers_of_a_clock_in_other_languages(hour: str) -> None:
    told = _hours(f"rapat jam setengah {hour} pagi di aula")
    written = [each for word in words_for(hour) for each in (word, word.title(), word.upper())]
    assert [_hours(f"rapat jam setengah {word} pagi di aula") for word in written] == [told] * len(written)


@pytest.mark.parametrize("word", ["duo", "sanga", "sewelas"])
def test_the_minutes_of_a_clock_in_other_languages(word: str) -> None:
    told = _hours(f"jam 9 lewat {MEANINGS[word]} menit")
    assert [_hours(f"jam 9 lewat {each} menit") for each in (word, word.title(), word.upper())] == [told] * 3


@pytest.mark.parametrize("word", sorted(MEANINGS))
def test_no_word_in_whatever_letters_breaks_a_clock(word: str) -> None:
    lower, *others = (_hours(f"jam 9 lewat {each} menit, jam {each}") for each in (word, word.title(), word.upper()))
    assert others == [lower, lower]
