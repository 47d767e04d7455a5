"""The fields of a covering letter: how each is read, and where a line that names several begins each of them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from handlers.chat.messages import Rejected
from handlers.dialog.fields import Field
from handlers.naskah.doors import Blank
from handlers.reading import text as reading_text
from handlers.reading.dates.days import read_days
from handlers.reading.dates.periods import Periode
from renderers import figures, indonesian
from storage.kantor.satker import Satker
from storage.nasional import nomor_surat

LONGEST, MOST = 100, 12
NOTHING = {"-", "–", "kosong", "kosongkan"}


def _is_nothing(text: str) -> bool:
    return text.strip().casefold() in NOTHING


def _line(text: str, _today: date) -> str | None:
    return None if _is_nothing(text) else reading_text.one_line(text, LONGEST)


def _day(text: str, today: date) -> date | None:
    if _is_nothing(text):
        return None
    told = read_days(reading_text.one_line(text, LONGEST), today)
    if told.sebulan or told.mulai != told.selesai:
        raise Rejected("Surat bertanggal satu hari, misalnya 5 Juli 2022.")
    return told.mulai


def _recipients(text: str, _today: date) -> list[str]:
    if _is_nothing(text):
        return []
    parts = re.split(r"[\n;]|,\s+(?=[A-Z]|\d+[.)]\s)", reading_text.printable(text, LONGEST * MOST))
    # A full stop that ends a line goes, that of a title ("S.H.") stays.
    found = [re.sub(r"^\d+[.)]\s*|(?<=[a-z]{3})\.$", "", part.strip()).strip() for part in parts]
    listed = [reading_text.one_line(part, LONGEST) for part in found if part]
    if len(listed) > MOST:
        raise Rejected(f"Tembusan paling banyak {MOST}.")
    return listed


FIELDS = {
    Blank.NOMOR: Field("nomor", "Nomor", _line, example="Nomor surat, lengkap sampai tahunnya"),
    Blank.TANGGAL: Field("tanggal", "Tanggal", _day, indonesian.tanggal, example="Misalnya: 5 Juli 2022"),
    Blank.SIFAT: Field("sifat", "Sifat", _line, example="Misalnya: Biasa"),
    Blank.LAMPIRAN: Field("lampiran", "Lampiran", _line, example="Misalnya: 1 (satu) berkas"),
    Blank.TEMBUSAN: Field("tembusan", "Tembusan", _recipients, "; ".join, example="Satu baris satu penerima"),
}
ASK = {
    Blank.NOMOR: "Tulis nomor suratnya, misalnya {nomor}.",
    Blank.TANGGAL: "Tulis tanggal suratnya, misalnya {tanggal} atau hari ini.",
    Blank.SIFAT: "Tulis sifat suratnya, misalnya Biasa, Penting, atau Segera.",
    Blank.LAMPIRAN: f"Tulis lampirannya, misalnya {figures.LAMPIRAN}.",
    Blank.TEMBUSAN: "Tulis penerima tembusan, satu baris satu penerima.",
}
PRINTED = {Blank.LAMPIRAN: figures.LAMPIRAN, Blank.TEMBUSAN: figures.TEMBUSAN}
_SHORT = {"no": Blank.NOMOR, "tgl": Blank.TANGGAL}
_NAMED = re.compile(
    r"(?:^|(?<=[,;\s]))(?:(nomor|no|tanggal|tgl)(?:\s+surat)?|(sifat|lampiran|tembusan))\b\.?\s*([:=]?)\s*",
    re.IGNORECASE,
)
# Another field may follow these two without a comma; any other value may hold its name, as "Ketua KPU No. 5" does.
_ONE_WORD = {Blank.NOMOR, Blank.TANGGAL}
# The number alone, with the date behind it, as an answer tells them; "5/7/2022" is no number of a letter.
_BARE = re.compile(r"(\d[^\s/]*/(?=\S*[A-Za-z])\S*[^\s,;])\s*[,;]?\s*(.*)", re.DOTALL)


def ask(office: Satker, periode: Periode, name: Blank) -> str:
    """The question for a field, with an example that fits the office and the period."""
    nomor, tanggal = example(office, periode)
    return ASK[name].format(nomor=nomor, tanggal=tanggal)


def example(office: Satker, periode: Periode) -> tuple[str, str]:
    """Number and date of an invented letter about the period: of a week after it."""
    day = periode.selesai + timedelta(days=4)
    return nomor_surat.example(office.kode, day.year), indonesian.tanggal(day)


def both(office: Satker, periode: Periode) -> str:
    """How number and date are told in one line."""
    return "nomor {}, tanggal {}".format(*example(office, periode))


def parted(text: str) -> dict[Blank, str]:
    """The fields that a line tells, each with its value; a line that names none may be the number and the date."""
    told = dict(_parted(text))
    bare = None if told else _BARE.fullmatch(text.strip())
    if bare is None:
        return told
    day = re.sub(r"^(?:tanggal|tgl)\b\.?\s*", "", bare[2].strip(), flags=re.IGNORECASE)
    return {Blank.NOMOR: bare[1]} | ({Blank.TANGGAL: day} if day else {})


def _parted(text: str) -> Iterator[tuple[Blank, str]]:
    """The fields that a line names, each with its value."""
    found = _fields(text)
    names = [name for name, _ in found]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise Rejected(f"{FIELDS[twice].label} disebut dua kali; mohon ditulis sekali saja.")
    ends = (*(m.start() for _, m in found[1:]), len(text))
    for (name, m), end in zip(found, ends, strict=False):
        yield name, text[m.end() : end].strip(" ,;\n")


def _fields(text: str) -> list[tuple[Blank, re.Match[str]]]:
    """Where fields begin: at the start, behind a comma or a line, before a colon. Nothing comes after tembusan."""
    found: list[tuple[Blank, re.Match[str]]] = []
    for m in _NAMED.finditer(text):
        word = (m[1] or m[2]).casefold()
        parted = m[3] or text[: m.start()].rstrip(" ")[-1:] in {",", ";", "\n"}
        if found and (found[-1][0] == Blank.TEMBUSAN or not (parted or found[-1][0] in _ONE_WORD)):
            continue
        if not found and m.start():
            break
        found.append((_SHORT.get(word) or Blank(word), m))
    return found


def read(periode: Periode, field: Field, text: str, today: date) -> Any:
    """A letter follows its period, so that "5 Juli" typed in June is a day to come."""
    value = field.read(text, today)
    early = isinstance(value, date) and value < periode.mulai
    return _a_year_later(value) if early and not re.search(r"\d{4}", text) and re.search(r"\d", text) else value


def _a_year_later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        raise Rejected("29 Februari tidak ada setiap tahun; tulis juga tahunnya, misalnya 5 Juli 2022.") from None
