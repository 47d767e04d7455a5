"""Every day of a free text is read with its words, its certainty and whose day it is."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.dates.forms import EXAMPLE, Days, How, Why
from handlers.reading.dates.roles import Role
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.within import days_within
from renderers import indonesian

ROLE = {Role.REPORT: "", Role.SUBJECT: " (pokok)", Role.LETTER: " (surat)"}


def _rows() -> Iterator[tuple[date, str, list[str]]]:
    """(today, text, what is read in it) of hari.txt."""
    today = date.min
    _, *blocks = (Path(__file__).parent / "hari.txt").read_text().strip().split("\n\n")
    for text, *told in (block.split("\n") for block in blocks):
        if text.startswith("# "):
            today = date.fromisoformat(text[2:12])
        else:
            yield today, text, [line.strip() for line in told]


def _line(text: str, span: DaySpan) -> str:
    words = text[span.start : span.end].replace("\n", "⏎")
    offered = " | ".join(days.label(date.max) for days in span.meaning.candidates) or "–"
    told = f"= {span.days.label(date.max)}" if span.sure and span.days else f"? {offered}"
    return f"{words} {told}{ROLE[span.role]}{' (nama)' if span.kept and span.role is Role.REPORT else ''}"


@pytest.mark.parametrize(("today", "text", "told"), [pytest.param(*row, id=row[1][:60]) for row in _rows()])
def test_a_text_of_the_table(today: date, text: str, told: list[str]) -> None:
    broken = text.replace("⏎", "\n")
    assert [_line(broken, span) for span in days_within(broken, today)] == told


FRIDAY = date(2022, 6, 17)


@pytest.mark.parametrize(
    ("text", "why", "sentence"),
    [
        ("rapat 2 Juli 2022", Why.AHEAD, "2 Juli 2022 belum tiba; mohon pastikan tanggalnya."),
        ("rapat 3 Mei 2020", Why.LONG_AGO, "3 Mei 2020 sudah lebih dari setahun; mohon pastikan tanggalnya."),
        ("rapat 1 Juli", Why.YEAR, "Tahun berapa: Kamis, 1 Juli 2021 atau Jumat, 1 Juli 2022?"),
        (
            "Kamis 17 Juni rapat",
            Why.WEEKDAY,
            "17 Juni 2022 itu hari Jumat. Yang benar Kamis, 16 Juni 2022 atau Jumat, 17 Juni 2022?",
        ),
        (
            "hari ini, 16 Juni",
            Why.RELATIVE,
            "Pesannya menyebut dua hari: Jumat, 17 Juni 2022 atau Kamis, 16 Juni 2022?",
        ),
        ("rapat 4/3 di aula", Why.FIGURES, "“4/3” itu Jumat, 4 Maret 2022, atau bukan tanggal?"),
        ("rapat 3 Juny 2022 2 Meii 2022", Why.SLIP, "“Meii” bukan nama bulan. Maksudnya Senin, 2 Mei 2022?"),
        ("tgl 6, 8 dan 10 Juni", Why.GAPS, "6, 8, dan 10 Juni 2022 bukan hari yang berurutan. Yang mana?"),
        ("9 Juni 2022 s/d 6 Juni 2022", Why.ORDER, "6 Juni 2022 mendahului 9 Juni 2022; mohon tulis ulang."),
        ("bulan lalu", Why.MONTH, "“bulan lalu” tanggal berapa tepatnya? Misalnya 17 Mei 2022."),
        ("pekan lalu", Why.WEEK, "“pekan lalu” hari apa tepatnya? Misalnya Senin, 6 Juni 2022."),
        ("tempo hari", Why.VAGUE, "“tempo hari” hari apa tepatnya? Tulis tanggalnya."),
        ("H+1 lebaran", Why.VAGUE, "“H+1 lebaran” hari apa tepatnya? Tulis tanggalnya."),
        ("tiga hari kemarin", Why.VAGUE, "“tiga hari kemarin” itu 14–16 Juni 2022 atau Selasa, 14 Juni 2022?"),
        ("sejak  Senin", Why.VAGUE, "“sejak Senin” itu 13–17 Juni 2022 atau Senin, 13 Juni 2022?"),
        ("tgl 5 atau 6 Juni", Why.GAPS, "Minggu, 5 Juni 2022 atau Senin, 6 Juni 2022?"),
        (
            "bulan lalu tgl 9 Juni",
            Why.RELATIVE,
            "Pesannya menyebut dua hari: Senin, 9 Mei 2022 atau Kamis, 9 Juni 2022?",
        ),
        ("Senin kelima Februari 2022", Why.IMPOSSIBLE, "Februari 2022 tidak mempunyai hari itu. Tulis tanggalnya."),
        (
            "rapat 31 April",
            Why.IMPOSSIBLE,
            f"“31 April” belum terbaca sebagai tanggal. {EXAMPLE}",
        ),
    ],
)
def test_a_doubt_asks_in_one_sentence(text: str, why: Why, sentence: str) -> None:
    last = days_within(text, FRIDAY)[-1].meaning
    assert (last.why, last.sentence) == (why, sentence)


def _of(form: str) -> Callable[[date], str]:
    return lambda d: form.format(
        d=d.day,
        dd=f"{d.day:02}",
        m=d.month,
        mm=f"{d.month:02}",
        y=d.year,
        yy=f"{d.year % 100:02}",
        hari=indonesian.hari(d),
        bulan=indonesian.nama_bulan(d),
        bln=indonesian.short_bulan(d),
        angka=indonesian.spelled_out(d.day),
        tahun=indonesian.spelled_out(d.year),
    )


WRITINGS = [
    *map(
        _of,
        (
            "{d} {bulan} {y}",
            "{dd} {bln} {y}",
            "{d}-{bln}-{y}",
            "{hari}, {d} {bulan} {y}",
            "{hari} {d} {bln}. {y}",
            "{hari} / {d} {bulan} {y}",
            "hari {hari} tanggal {d} {bulan} {y}",
            "pada hari {hari}, tgl. {dd}-{mm}-{y}",
            "Hari/Tanggal : {hari}, {d} {bulan} {y}",
            "Hari : {hari}\nTgl : {d}/{m}/{y}",
            "{d}/{m}/{y}",
            "{dd}/{mm}/{yy}",
            "{dd}-{mm}-{y}",
            "{dd}.{mm}.{y}",
            "{d} / {m} / {y}",
            "{y}-{mm}-{dd}",
            "({hari}, {d}/{m}/{y})",
            "{hari} ({d} {bulan} {y})",
            "{d} {bulan} {y} ({hari})",
            "tanggal {angka} {bulan} {tahun}",
            "{hari} Kliwon, {d} {bulan} {y}",
        ),
    )
]
AROUND = [
    ("", ""),
    ("Rapat pleno ", ""),
    ("", " kunjungan ke Dinas Sosial"),
    ("Audiensi PWI, ", ", hadir 12 orang"),
    ("Apel\n", "\nTempat : Aula"),
    ("Rakor TPS 5 ", " pukul 09.00-11.00 WIB"),
    ("Izin melaporkan 1. ", ". Terima kasih"),
    ("Senam di RT 02/05 ", " diikuti 30 pegawai; HP 0812-3456-789"),
    ("Bimtek (", ") di Kota Batu"),
    ("Wawancara 5 calon, ", " 25 peserta"),
]
TODAYS = st.dates(date(2021, 1, 1), date(2040, 12, 31))


@given(TODAYS, st.integers(0, 365), st.sampled_from(WRITINGS), st.sampled_from(AROUND))
def test_a_day_in_any_writing_is_cut_out_exactly(
    today: date, ago: int, write: Callable[[date], str], around: tuple[str, str]
) -> None:
    day = today - timedelta(days=ago)
    before, after = around
    text = before + write(day) + after
    (span,) = days_within(text, today)
    assert (span.days, span.sure, span.how, span.role) == (Days.on(day), True, How.DATE, Role.REPORT)
    assert text[span.start : span.end].strip("()") == write(day).strip("()")
    assert (text[: span.start] + text[span.end :]).replace("()", "") == (before + after).replace("()", "")


RANGES: list[Callable[[date, date], str]] = [
    indonesian.span,
    indonesian.short_span,
    lambda a, b: f"{a.day}/{a.month}/{a.year} - {b.day}/{b.month}/{b.year}",
    lambda a, b: f"{a:%d.%m.%Y} s.d. {b:%d.%m.%Y}",
    lambda a, b: f"{indonesian.hari_tanggal(a)} sampai dengan {indonesian.hari_tanggal(b)}",
    lambda a, b: f"tgl {indonesian.tanggal(a)} hingga tgl {indonesian.tanggal(b)}",
    lambda a, b: ", ".join(indonesian.tanggal(a + timedelta(days=n)) for n in range((b - a).days + 1)),
    lambda a, b: " & ".join(f"{a + timedelta(days=n):%d/%m/%Y}" for n in range((b - a).days + 1)),
]


@given(TODAYS, st.integers(6, 300), st.integers(1, 5), st.sampled_from(RANGES), st.sampled_from(AROUND))
def test_a_range_in_any_writing_is_cut_out_exactly(
    today: date, ago: int, more: int, write: Callable[[date, date], str], around: tuple[str, str]
) -> None:
    first = today - timedelta(days=ago)
    last = first + timedelta(days=more)
    text = around[0] + write(first, last) + around[1]
    (span,) = days_within(text, today)
    assert (span.days, span.sure) == (Days(first, last), True)
    assert text[span.start : span.end].strip("()") == write(first, last)


PIECES = "rapat 5 12 / - , . ( ) Juni tgl Senin kemarin s/d dan 2022 lalu minggu jam bulan hari dua puluh Agustsu \n"


@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=25), st.sampled_from(["", " "]), TODAYS)
def test_spans_stand_in_order_and_read_alone_say_the_same(words: list[str], between: str, today: date) -> None:
    text = between.join(words)
    spans = days_within(text, today)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.sure == (span.meaning.sentence == "") for span in spans)
    assert all(span.days is not None for span in spans if span.sure)


HOSTILE = [
    *(
        "1 ",
        "1,",
        "1, ",
        "1 Juni ",
        "1/1 ",
        "1-",
        "1.",
        "1 Juni s/d ",
        "senin ",
        "Senin, ",
        "tgl ",
        "hari ",
        "kemarin ",
    ),
    *(
        "H-1 ",
        "awal bulan ",
        "besoknya ",
        "tanggal merah kemarin ",
        "dua hari sebelum ",
        "senin, selasa, ",
        "senin pekan ke-1 ",
    ),
    *("tgl 1 2 ", "sejak senin ", "setelah ", "1 Juni tahun lalu ", "malam ", "mei 1 ", "dari kemarin sampai "),
    *("dua puluh ", "(", " ", "\n", "surat nomor 1 Juni ", "HUT a ", "pemilu satu dua 1/1/2022 ", "minggu ke-1 "),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_is_read_at_once(piece: str) -> None:
    text = (piece * 4096)[:4096]
    begun = time.process_time()
    days_within(text, FRIDAY)
    assert time.process_time() - begun < 0.5
