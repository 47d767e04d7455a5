"""A message is read into its records: the words of the table by what a person means, and no word of any is lost."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.catatan.gazetteer import of_partners
from handlers.catatan.kegiatan import FORM, show_tanggal
from handlers.dialog.held import FORMS
from handlers.reading import forms
from handlers.reading.dates.within import days_within
from handlers.reading.editor.tables import table
from handlers.reading.links import PLATFORM_WORDS
from handlers.reading.message.events import cues
from handlers.reading.message.events.words import Word
from handlers.reading.message.events.words import words as parted
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Kind, Reading, weight
from handlers.reading.message.peel import peel
from handlers.reading.message.read import read
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH

KNOWN = {
    "Kodim 0820 Probolinggo": PEMERINTAH,
    "Dinas Pendidikan": PEMERINTAH,
    "Partai Gelora": NONPEMERINTAH,
}
OFFICE = replace(
    of_partners({nama: (nama, sektor) for nama, sektor in KNOWN.items()}, "Kota Probolinggo"), platforms=PLATFORM_WORDS
)
LABELS = {question.name: question.label for question in FORM.questions} | {"waktu": "Waktu", "peserta": "Peserta"}
KONTEN = {form: {one.name: one.label for one in FORMS[form].questions} for form in ("konten", "hitungan")}
SHOWN = ("nama", "tanggal", "sektor", "instansi", "keterangan", "tempat", "waktu", "peserta")


def _rows(table: str) -> Iterator[tuple[date, str, list[str]]]:
    """(today, text, the lines of its records) of a table."""
    today = date.min
    _, *blocks = (Path(__file__).parent / table).read_text().strip().split("\n\n")
    for text, *told in (block.split("\n") for block in blocks):
        if text.startswith("# "):
            today = date.fromisoformat(text[2:12])
        else:
            yield today, text, [line.strip() for line in told]


def _lines(readings: tuple[Reading, ...]) -> list[str]:
    return [line for n, one in enumerate(readings) for line in (["+"] if n else []) + _card(one)]


def _card(one: Reading) -> list[str]:
    doubts = {doubt.question: " | ".join(label for _, label in doubt.candidates) or "–" for doubt in one.doubts}
    labels, shown = (LABELS, SHOWN) if one.form == "kegiatan" else (KONTEN[one.form], tuple(KONTEN[one.form]))
    told = [f"{labels[name]}: {_value(one, name)}" for name in shown if name not in doubts and one.answers.get(name)]
    asked = [f"{labels[name]}? {offered}" for name, offered in doubts.items()]
    return [*told, *asked, *(f"Belum dipakai: {words}" for words in one.rest)]


def _value(one: Reading, name: str) -> str:
    value = one.answers[name]
    question = FORMS[one.form].question(name)
    return show_tanggal(value) if name == "tanggal" else forms.shown(question, one.answers) if question else str(value)


def _table(name: str) -> list[object]:
    return [pytest.param(*row, id=row[1][:60]) for row in _rows(name)]


TABLES = ("kegiatan.txt", "formulir.txt", "hari.txt", "mitra.txt", "nama.txt", "ragu.txt", "konten.txt")


@pytest.mark.parametrize(("today", "text", "told"), [row for name in TABLES for row in _table(name)])
def test_a_message_of_the_tables(today: date, text: str, told: list[str]) -> None:
    assert _lines(read(text.replace("⏎", "\n").replace("⇥", "\t"), today, OFFICE)) == told


TODAY = date(2022, 7, 19)
EVENTS = {
    "apel pagi": "Apel pagi",
    "rapat pleno rutin": "Rapat pleno rutin",
    "rakor penyusunan anggaran": "Rakor penyusunan anggaran",
    "sosialisasi pemilih pemula": "Sosialisasi pemilih pemula",
    "monitoring logistik": "Monitoring logistik",
    "pelantikan pantarlih": "Pelantikan pantarlih",
}
PARTNERS = {
    "": "",
    "bersama Bawaslu Kabupaten Sleman": "Bawaslu Kabupaten Sleman",
    "dengan Dinas Sosial dan BPBD": "Dinas Sosial, BPBD",
    "bareng Kodim 0820": "Kodim 0820 Probolinggo",
    "dengan Yayasan Cahaya Timur": "Yayasan Cahaya Timur",
    "bersama Komunitas Sahabat Difabel": "Komunitas Sahabat Difabel",
}
PLACES = {
    "": "",
    "di aula kelurahan": "aula kelurahan",
    "bertempat di Hotel Grand Mercure lt. 3": "Hotel Grand Mercure lt. 3",
}
DAYS = {"": None, "kemarin": "2022-07-18", "tgl 12 Juli 2022": "2022-07-12", "senin lalu": "2022-07-18"}
HOURS = {"": "", "jam 9": "09.00", "pukul 13.00-15.30 WITA": "13.00–15.30"}
BEFORE = ("", "Ijin melaporkan, ", "Selamat siang Bapak/Ibu, mohon izin melaporkan ", "[19/7 10.05] Nur Aini: ")
AFTER = ("", ". Terima kasih", "\nDemikian dilaporkan 🙏")


def _picked(told: dict[str, object]) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(told))


@given(
    *(_picked(dict(told)) for told in (EVENTS, PARTNERS, PLACES, DAYS, HOURS)),
    st.sampled_from(BEFORE),
    st.sampled_from(AFTER),
    st.permutations([0, 1]),
)
def test_each_fact_goes_to_its_field_in_any_order(
    event: str, partner: str, place: str, day: str, hour: str, before: str, after: str, order: list[int]
) -> None:
    phrases = [partner, place]
    told = " ".join(filter(None, [event, *(phrases[n] for n in order), day, hour]))
    (one,) = read(before + told + after, TODAY, OFFICE)
    assert one.answers["nama"].startswith(EVENTS[event])
    found = {name: one.answers.get(name, "") for name in ("instansi", "tempat", "waktu")}
    assert found == {"instansi": PARTNERS[partner], "tempat": PLACES[place], "waktu": HOURS[hour]}
    days = one.answers.get("tanggal")
    assert (days["mulai"] if days else None) == DAYS[day]
    assert (one.doubts, one.rest) == ((), ())


TOLD_DAYS = (
    "kemarin",
    "12 Juli 2022",
    "Senin lalu",
    "4 Mei 2019",
    "31 April 2022",
    "tempo hari",
    "bulan lalu",
    "besok",
)
TWO_DAYS = ("Rapat pleno {} di aula, {}", "{} rapat pleno di aula {}", "Rapat pleno {}. Hadir 5 orang {}")


@pytest.mark.parametrize("form", TWO_DAYS)
@pytest.mark.parametrize("first", TOLD_DAYS)
@pytest.mark.parametrize("second", TOLD_DAYS)
def test_each_of_two_days_is_answered_asked_or_left_over(form: str, first: str, second: str) -> None:
    one, *others = read(form.format(first, second), TODAY, OFFICE)
    offered = [str(day) for doubt in one.doubts for day, _ in doubt.candidates]
    shown = " ".join([*map(str, one.answers.values()), *offered, *(doubt.why for doubt in one.doubts), *one.rest])
    days = [*days_within(first, TODAY), *days_within(second, TODAY)]
    written = [day.days.json["mulai"] if day.days else "" for day in days]
    lost = [said for said, day in zip((first, second), written, strict=True) if said not in shown and day not in shown]
    assert (others, lost) == ([], [])


# Written on a Tuesday; "" is asked.
PHRASES = {
    "dua hari yang lalu": "2022-07-17", "kemarin lusa": "2022-07-17", "Jumat pekan kemarin": "2022-07-15",
    "malam Senin": "2022-07-17", "tanggal 3 dan 4 kemarin": "2022-07-03", "3, 5 dan 9 Juli": "", "sejak Senin": "",
    "Senin–Rabu (4–6/7)": "2022-07-04", "tgl merah kemarin": "", "akhir pekan kemarin": "", "tiga hari kemarin": "",
    "dari kemarin sampai hari ini": "2022-07-18", "Rabu, Kamis dan Jumat pekan lalu": "2022-07-13",
    "tgl 30-2 Juli": "2022-06-30", "Senin pertama Juli": "2022-07-04", "12 Juli tahun ini": "2022-07-12",
    "Juli 12, 2022": "2022-07-12", "dua hari sebelum kemarin": "2022-07-16", "tgl 11 s/d 13 bulan ini": "2022-07-11",
    "Selasa (minggu lalu)": "2022-07-12", "12 Juli tahun lalu": "", "bulan Juni kemarin": "", "minggu lalu": "",
}  # fmt: skip
CLOCKS = {
    "": "", "jam 9an": "09.00", "ba'da Isya": "ba'da Isya", "jam 19:30-an wib": "19.30",
    "pkl 08.00 s/d selesai": "08.00", "09.00 - 11.30 WIB": "09.00–11.30", "habis maghrib": "habis maghrib",
    "jam setengah sembilan": "08.30",
    "13 lewat 15": "13.15", "dari jam 8 pagi sampai zuhur": "08.00–zuhur", "9.30": "09.30",
}  # fmt: skip
TOLD_WHEN = (
    "{day} rapat pleno di aula {hour}",
    "Rapat pleno {day} {hour} di aula",
    "{hour} rapat pleno di aula, {day}",
)


@pytest.mark.parametrize("hour", CLOCKS)
@pytest.mark.parametrize("day", PHRASES)
def test_no_word_of_day_or_hour_stays_in_the_name(day: str, hour: str) -> None:
    for form in TOLD_WHEN:
        (one,) = read(form.format(day=day, hour=hour).strip(), TODAY, OFFICE)
        told = one.answers.get("tanggal")
        asked = [doubt.question for doubt in one.doubts]
        assert (told["mulai"] if told else "", asked) == (PHRASES[day], [] if PHRASES[day] else ["tanggal"])
        shown = (one.answers["nama"].removesuffix(" di aula"), one.answers.get("waktu", ""), one.answers["tempat"])
        assert (*shown, one.rest) == ("Rapat pleno", CLOCKS[hour], "aula", ())


SMALL = (
    "membahas tentang dan , . : ( ) 12 25 orang siswa untuk yang ke dari oleh hadir Ibu Ratna Hasil terus jl 1. - "
    "diikuti dipimpin"
)
WORDS = sorted({word for told in (EVENTS, PARTNERS, PLACES) for phrase in told for word in phrase.split()})
WORDS += [*sorted(table(SMALL)), "\n"]
_DROPPED = (
    cues.OPENERS
    | cues.DOING
    | cues.PARTICLES
    | cues.PARTS_OF_DAY
    | cues.BARE
    | cues.TITLES
    | cues.CUES.keys()
    | {"yang", "dan"}
)


def _along(words: list[Word], at: int) -> bool:
    """Whether a word is only spoken along the way: a title beside figures alone, as in "sampai jam 9 pak"."""
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return words[at].low in cues.TITLES and not any(one.raw.isalpha() for one in beside)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
@example(["3", "0820", "0820", "0820", "Ibu"])
@example([",", "apel"])
@example(["BPBD", ":", "penyusunan", "bareng", ":"])
@example(["Cahaya", ":", "penyusunan", "bareng", ":"])
@example(["bertempat", "BPBD", ":"])
@example(["bertempat", "lt.", ":"])
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    bare = " ".join(part.body(text) for part in peel(text, TODAY).parts)
    readings = read(text, TODAY, OFFICE)
    offered = [str(name) for one in readings for doubt in one.doubts for name, _ in doubt.candidates]
    answered = [str(value) for one in readings for value in (*one.answers.values(), *one.rest)]
    shown = " ".join([*answered, *offered]).casefold()
    every = list(parted(bare))
    meant = [one for at, one in enumerate(every) if one.raw.isalpha() and not _along(every, at)]
    told = {one.raw.casefold() for one in meant if one.low not in _DROPPED}
    assert {word for word in told if word not in shown} == set()


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("besok ya pak", 0, 1),
        ("ok", 0, 0),
        ("rapat", 0, 0),
        ("0812-3456-7890", 0, 0),
        ("Rapat pleno rutin", 2, 3),
        ("tes kesehatan calon di RSUD", 2, 9),
        ("Tempat: Aula\nKegiatan: Bedah buku", 2, 9),
    ],
)
def test_talk_weighs_less_than_a_report(text: str, least: int, most: int) -> None:
    assert least <= max(weight(one) for one in read(text, TODAY, OFFICE)) <= most


def test_a_day_and_a_partner_speak_for_a_record() -> None:
    (one,) = read("kemarin ngobrol bareng Bawaslu", TODAY, OFFICE)
    assert one.signs == {Kind.DAY, Kind.PARTNER}


@pytest.mark.parametrize(
    "told",
    [
        "di ", "Dinas ", "1. ", "jam 9 ", ",", "\t", "(", "dengan Dinas A, ", "KPU Kota ", "terus rapat ", "10 orang ",
        "Pagi: apel\n", "- apel\n", "mahasiswa ", "media & ", "nama\ttanggal\n", "tempat: a\n", "\n", "a",
        "ig 3, ", "foto 3 ", "1) a\n", "H-1 ", "besoknya ", "pagi sampai ", "9.30 dan ", "senin, selasa, ",
        "4 Mei 2019 ", "ba'da isya ", "ralat: ", "SMA 1, eh SMA 2 ", "bukan a tapi b ",
    ],
)  # fmt: skip
def test_hostile_letters_are_read_in_time(told: str) -> None:
    begun = time.process_time()
    read((told * 4096)[:4096], TODAY, OFFICE)
    # The aim is 0.5 s; the rest is room for a machine that is shared.
    assert time.process_time() - begun < 1


def test_a_reader_without_any_names_still_reads() -> None:
    (one,) = read("Rapat pleno di aula kemarin", TODAY, Gazetteer())
    assert (one.answers["nama"], one.answers["tempat"]) == ("Rapat pleno di aula", "aula")
