"""What nothing vouches for is asked and not shown: a name of words of no list is a doubt with its candidates, a name
that tells of an event none; several events of one sentence are several; and no house takes in the words behind it."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.message.parts import Reading
from handlers.reading.message.read import read
from tests.handlers.reading.message.test_read import OFFICE

TODAY = date(2023, 3, 16)
# Of no tongue.
STRANGE = st.from_regex(r"[qx][aiueo][a-z]{1,4}[qx]", fullmatch=True)
TALK = st.lists(STRANGE, min_size=1, max_size=3).map(" ".join)
SIGNS = (", ", ". ", "\n", "; ")


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """The patterns are made before any time is taken."""
    _read("Apel pagi")


def _read(text: str) -> list[Reading]:
    return [replace(one, signs=frozenset()) for one in read(text, TODAY, OFFICE)]


@given(TALK, st.sampled_from(SIGNS), st.lists(STRANGE, min_size=3, max_size=6).map(" ".join))
def test_a_name_of_no_list_is_asked_where_other_words_may_be_it(before: str, sign: str, other: str) -> None:
    (one,) = _read(f"{before}{sign}{other} bersama Bawaslu Kabupaten Sleman")
    (doubt,) = one.doubts
    assert (doubt.question, one.answers.get("nama")) == ("nama", None)
    names = {str(name).casefold() for name, _ in doubt.candidates}
    assert names == {before, f"{other} bersama bawaslu kabupaten sleman"}
    assert one.answers["instansi"] == "Bawaslu Kabupaten Sleman"


@given(TALK)
def test_a_name_that_is_all_that_is_told_stands(told: str) -> None:
    (one,) = _read(f"{told} bersama Bawaslu Kabupaten Sleman")
    assert (one.answers["nama"].casefold(), one.doubts) == (f"{told} bersama bawaslu kabupaten sleman", ())


VOUCHED = (
    "Rapat {}", "{} bimtek", "Penyelarasan {}", "Aktivasi {}", "RDP {}", "Dinas Sosial {}", "Karnaval {}",
    "mendata {}", "Ke Kodim {}", "{} datang ke kantor",
)  # fmt: skip


@given(st.sampled_from(VOUCHED), STRANGE, st.lists(STRANGE, min_size=3, max_size=6).map(" ".join))
def test_a_name_that_tells_of_an_event_is_not_asked(form: str, word: str, other: str) -> None:
    (one,) = _read(f"{form.format(word)}, {other}")
    asked = [doubt for doubt in one.doubts if doubt.question == "nama"]
    assert (asked, "nama" in one.answers) == ([], True)


@pytest.mark.parametrize("label", ["Kegiatan", "Acara", "Nama kegiatan"])
def test_a_name_behind_its_label_is_sure(label: str) -> None:
    (one,) = _read(f"{label}: Qoraq xelex\nTempat: Aula\nKet: xuvix qaneq xolix riqueq")
    assert (one.answers["nama"], one.doubts) == ("Qoraq xelex", ())


EVENTS = (
    "rapat di Bawaslu", "sosialisasi ke SMAN 2 Probolinggo", "audiensi dengan PWI", "apel di halaman kantor",
    "bimtek bersama KPU Provinsi Jawa Timur", "silaturahmi ke kantor camat",
)  # fmt: skip


@pytest.mark.parametrize(("first", "second"), [(a, b) for a, b in product(EVENTS, EVENTS) if a != b])
@pytest.mark.parametrize("joint", [", ", " dan ", ", lalu "])
def test_two_events_of_one_sentence_are_two(first: str, second: str, joint: str) -> None:
    assert _read(f"{first}{joint}{second}") == [*_read(first), *_read(second)]


LISTED = ("apel pagi", "rapat staf", "terima tamu dari BPS", "kunjungan PWI", "senam bersama")


@pytest.mark.parametrize(
    "form", ["{}, {}, {}", "{}, {}, dan {}", "✅ {} ✅ {} ✅ {}", "- {} - {} - {}", "🔹 {} 🔹 {} 🔹 {}"]
)
@pytest.mark.parametrize("start", range(3))
def test_events_that_are_listed_in_one_line_are_as_many(form: str, start: int) -> None:
    told = LISTED[start : start + 3]
    assert _read(form.format(*told)) == [one for event in told for one in _read(event)]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat di aula, membahas sosialisasi di SMAN 2",
        "Sosialisasi di SMAN 2, narasumber Ketua PWI",
        "Rapat pleno, penetapan hasil seleksi PPS",
        "Upacara di alun-alun, pembukaan oleh Walikota",
    ],
)
def test_a_clause_about_an_event_is_no_second_one(text: str) -> None:
    assert len(_read(text)) == 1


PLACES = ("Hotel Bromo View", "Balai Desa Handil Bakti", "Kampus Unsrat", "Gedung Astranawa", "Aula Bakesbangpol")
# Small words behind the name of a house: of no list, a verb, who was there, how long.
BEHIND = (
    "qoraq xelex",
    "mengurus surat",
    "ngurusin data",
    "dikawal polisi",
    "pak Imron",
    "tiga hari",
    "3 hari",
    "ada apel",
)


@pytest.mark.parametrize(("place", "behind"), list(product(PLACES, BEHIND)))
def test_a_place_ends_where_its_name_does(place: str, behind: str) -> None:
    (one,) = _read(f"sosialisasi di {place} {behind}")
    assert one.answers["tempat"] == place


@pytest.mark.parametrize("behind", ["qoraq xelex", "mengurus surat", "ngurusin data", "dikawal polisi"])
@pytest.mark.parametrize("house", ["kelurahan Kebon Jeruk", "Polsek Mayangan", "kecamatan Kademangan"])
def test_a_partner_ends_where_its_name_does(house: str, behind: str) -> None:
    (one,) = _read(f"koordinasi dengan {house} {behind}")
    assert str(one.answers["instansi"]).split(", ")[0] == house


@given(STRANGE, st.lists(STRANGE, min_size=2, max_size=5).map(" ".join))
def test_a_title_of_one_word_is_asked_where_another_line_may_be_it(word: str, line: str) -> None:
    (one,) = _read(f"{word}\n{line}\nhttps://www.instagram.com/p/AAAAA11/")
    (doubt,) = one.doubts
    assert (doubt.question, [name for name, _ in doubt.candidates]) == ("judul", [line, word])
    assert (one.answers.get("judul"), one.rest) == (None, (line,))
