"""The editor's pass over made-up texts: twice is once, and what it may not touch stays letter by letter."""

import time

from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.editor.abbreviations import ABBREVIATIONS, MISSPELT, SLANG, UNSURE
from handlers.reading.editor.acronyms import WRITTEN
from handlers.reading.message.edited import MANNERS
from tests.handlers.reading.editor.test_suntingan import EDITOR

FIELDS = st.sampled_from(sorted(MANNERS))
PLAIN = st.sampled_from(
    [
        "rapat",
        "pleno",
        "Bersama",
        "gudang",
        "logistik",
        "di",
        "ke",
        "dan",
        "yang",
        "pagi",
        "malam",
        "PERSIAPAN",
        "Data",
        "kota",
    ]
)
SHORT = st.sampled_from([*ABBREVIATIONS, *MISSPELT, *UNSURE, *SLANG, *WRITTEN.values(), "ii", "alun2", "tadi", "ya"])
SIGNS = st.sampled_from([", ", ". ", " – ", "! ", "; ", " / ", ": ", "\n", " (", ") ", " 💪 "])
NUMBERS = st.sampled_from(["12", "1.012.345", "08123456789", "09.00–11.00", "10/11", "2022", "ke-77", "98.5", "0820"])
LINKS = st.sampled_from(
    ["https://www.instagram.com/p/Yg1dgn_utk/", "www.kpu.go.id/UTK", "kpu.go.id/dgn?sdh=1", "@kpu_yg", "#utkPemilu"]
)
QUOTES = st.sampled_from(['"yg penting RUKUN"', "“suara Utk semua”", "«dgn sdh»", "'tdk apa2'"])
PERSONS = st.sampled_from(
    [
        "Bapak Andi Wijaya, S.H., M.Si.",
        "dr. Ratna Utk, Sp.PD",
        "Drs. H. SLAMET RIYADI, M.AP.",
        "Ibu Sri Bln Rahayu",
        "Letkol Inf Made Sudiarta",
        "Prof. Dr. Ir. Tgl Hutapea",
    ]
)
WORDS = st.one_of(PLAIN, SHORT, SHORT, NUMBERS, LINKS, QUOTES, PERSONS)
TEXTS = st.lists(st.tuples(WORDS, st.one_of(st.just(" "), st.just(" "), SIGNS)), min_size=1, max_size=9)


def text_of(told: list[tuple[str, str]]) -> str:
    return "".join(word + sign for word, sign in told).strip()


def printed(field: str, text: str) -> str:
    return str(EDITOR.answers({field: text}, {})[field])


def letters(text: str) -> str:
    return "".join(c for c in text.casefold() if not c.isspace())


@given(FIELDS, TEXTS)
def test_twice_is_once(field: str, told: list[tuple[str, str]]) -> None:
    once = printed(field, text_of(told))
    assert printed(field, once) == once


@given(FIELDS, st.text(max_size=80))
def test_any_text_has_one_fair_writing(field: str, text: str) -> None:
    once = printed(field, text)
    assert printed(field, once) == once


@given(FIELDS, TEXTS, st.one_of(NUMBERS, LINKS, QUOTES, PERSONS), TEXTS)
def test_numbers_links_quotes_and_persons_stay(
    field: str, before: list[tuple[str, str]], kept: str, behind: list[tuple[str, str]]
) -> None:
    told = EDITOR.answers({field: f"{text_of(before)} x {kept} x {text_of(behind)}".replace("\n", " ")}, {})
    assert kept in f"{told[field]} {told.get('keterangan')}"


@given(st.lists(st.one_of(PLAIN, SHORT, NUMBERS), min_size=1, max_size=6).map(" ".join))
def test_an_institution_keeps_its_letters(text: str) -> None:
    told = EDITOR.answers({"instansi": text}, {})
    whole = letters(text).removeprefix(letters(told["instansi"])) if "keterangan" in told else ""
    assert letters(told["instansi"]) + whole == letters(text)


@given(FIELDS, TEXTS)
def test_what_was_typed_is_kept_where_it_differs(field: str, told: list[tuple[str, str]]) -> None:
    text = text_of(told)
    answers = EDITOR.answers({field: text}, {})
    assert answers.get("tertulis", {}) == ({field: [text, answers[field]]} if answers[field] != text else {})


def test_a_clause_behind_a_mitra_goes_to_the_keterangan() -> None:
    told = EDITOR.answers({"instansi": "dinsos ttg data lansia"}, {"keterangan": "Tahap I"})
    assert told == {
        "instansi": "Dinsos",
        "keterangan": "Tahap I; Tentang data lansia",
        "tertulis": {"instansi": ["dinsos ttg data lansia", "Dinsos"]},
    }


def test_a_hostile_text_takes_no_time() -> None:
    begun = time.process_time()
    for text in ("pak A" * 800, "yg " * 1300, "“" * 4000, "A-" * 2000, "ya " * 1300, "x." * 2000, "🙏" * 4000):
        printed("keterangan", text[:4096])
    assert time.process_time() - begun < 3
