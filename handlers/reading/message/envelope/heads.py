"""Heads that chat programs write before a copied message: its day and its author."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handlers.reading.dates.calendar import MONTH, latest, month_number
from handlers.reading.label_words import field_of

_DAY = rf"(?P<a>\d{{1,4}})(?:[/.-]|\s)(?P<b>\d{{1,2}}|(?:{MONTH}))(?:(?:[/.-]|\s)(?P<c>\d{{2,4}}))?"
_FULL = rf"(?P<a>\d{{1,4}})(?:[/.-]|\s)(?P<b>\d{{1,2}}|(?:{MONTH}))(?:[/.-]|\s)(?P<c>\d{{2,4}})"
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ ]?(?P<half>[ap]\.?[ ]?m\.?))?"
_NAME = r"(?P<name>(?=[^:\n\[\]]{0,60}(?:[^\W\d_]|\d{4}))[^:\n\[\]]{1,60})"
_AT = r",?[ ]{1,2}(?:(?:at|pukul|jam)[ ])?"
_QUOTE = r"[ \t>*_]*+"
# iPhone "[12/09/24 14.05.33] Nama: ", web "[14.05, 12/9/2024] Nama: ", Android "12/09/24 14.05 - Nama: ",
# Telegram "Nama, [12/09/2024 14:05]"; a line of the program itself has no name.
_FORMS = (
    rf"\[[ ]?{_DAY}{_AT}{_TIME}[ ]?\][ ]*{_NAME}:[*_]*",
    rf"\[[ ]?{_TIME},[ ]{{1,2}}{_DAY}[ ]?\][ ]*{_NAME}:[*_]*",
    rf"{_FULL}{_AT}{_TIME}[ ]+[-–—][ ]+(?:{_NAME}:[*_]*|(?=\S))",
    rf"(?P<name>[^:,\n\[\]]{{1,60}}),[ ]{{1,2}}\[[ ]?{_DAY}{_AT}{_TIME}[ ]?\]:?(?=[ ]*(?:\n|$))",
)
_HEADS = tuple(re.compile(_QUOTE + form, re.IGNORECASE) for form in _FORMS)
_CALLED = r"[ \t]*+(?P<name>(?:pak|bu|bapak|ibu|mas|mba?k|kak|sdri?|bang|kang)\b\.?[ ][^:,\n]{1,40}):[ ]*"
_PERSON = re.compile(rf"{_CALLED}(?=\n)", re.IGNORECASE)
# "Bu Erna: mana laporan kemarin?", which the next line answers.
_ASKED = re.compile(rf"{_CALLED}(?=[^\n]+\?\W*\n)", re.IGNORECASE)
# "Dari: Rudi", "Tgl: 28 Juni 2022 14:03", perhaps to whom and what about, as programs head what is forwarded.
_BLOCK = re.compile(
    r"[ \t]*+(?:dari|from)[ ]*:[ ]*(?P<name>[^\n]{1,60})\n"
    rf"[ \t]*(?:tgl|tanggal|date|waktu|sent)[ ]*:[^\n\d]{{0,12}}{_FULL}[^\n]{{0,12}}?\d{{1,2}}[.:]\d{{2}}[^\n]{{0,12}}"
    r"(?:\n[ \t]*(?:kepada|ke|to|cc|subjek|subject|perihal|hal)[ ]*:[^\n]*)*",
    re.IGNORECASE,
)
# When it was written, below the line that says that it was forwarded.
_STAMP = re.compile(rf"{_QUOTE}{_FULL}{_AT}{_TIME}[ \t]*(?=\n)", re.IGNORECASE)
_FORWARDED = re.compile(r"\b(?:(?:di)?terus(?:kan|an)|fwd?|forward(?:ed)?)\b", re.IGNORECASE)
# "Reza: audiensi jadi?", as a talk is copied by hand.
_SAYS = re.compile(r"[ \t]*+(?P<name>(?-i:[A-Z])[^:,.!?\d\n]{1,24}):[ ]+(?=\S)")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Head:
    """The letters [start, end) of a head; `figures`: year, month and day as they stand in it, in the order of the
    program ("" where it says no year); `american`: with AM or PM, as programs do that may put the month first."""

    start: int
    end: int
    author: str
    figures: tuple[str, str, str] = ("", "", "")
    american: bool = False


def at(text: str, start: int, end: int) -> Head | None:
    """The head that begins at this letter."""
    for form in _HEADS:
        if found := form.match(text, start, end):
            figures = found["a"], found["b"], found["c"] or ""
            if not found["name"]:
                # The program itself speaks: "Ana menambahkan Budi".
                line = _LINE.match(text, found.end(), end)
                return Head(start, line.end() if line else found.end(), "", figures, bool(found["half"]))
            return Head(start, found.end(), found["name"].strip(" ~"), figures, bool(found["half"]))
    return None


def stamped(text: str, start: int, at: int, end: int) -> Head | None:
    """The day and hour that stand alone at `at`, below a line behind `start` that says that it was forwarded."""
    found = _STAMP.match(text, at, end) if _FORWARDED.search(text, start, at) else None
    return Head(at, found.end(), "", (found["a"], found["b"], found["c"])) if found else None


def _block(text: str, start: int) -> Head | None:
    found = _BLOCK.match(text, start)
    figures = (found["a"], found["b"], found["c"]) if found else ("", "", "")
    return Head(start, found.end(), found["name"].strip(), figures) if found else None


def signed(text: str, start: int, end: int) -> Head | None:
    """A first line that only says who speaks: "Pak Rudi:"."""
    found = _PERSON.match(text, start, end)
    return Head(start, found.end(), found["name"].strip()) if found else None


def every(text: str) -> Iterator[Head]:
    """The heads at the beginnings of lines; of a talk that was copied without any, who says each of them."""
    if said := _talk(text):
        yield from said
        return
    asked: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        head, answered = at(text, line.start(), line.end()) or _block(text, line.start()), asked
        asked = None if head else _ASKED.match(text, line.start())
        if head or asked or answered:
            yield head or Head(line.start(), asked.end() if asked else line.start(), asked["name"] if asked else "")


def _talk(text: str) -> list[Head]:
    """The speakers of a text of which every line has one that is no label, and one speaks again behind another."""
    lines = [line.span() for line in _LINE.finditer(text) if line[0].strip()]
    said = [one for line in lines if (one := _SAYS.match(text, *line)) and not field_of(one["name"])]
    turns = [name for name, _ in groupby(one["name"] for one in said)]
    talk = len(said) == len(lines) and len({*turns}) < len(turns)
    return [Head(one.start(), one.end(), one["name"]) for one in said] if talk else []


def days(heads: list[Head], today: date) -> list[date]:
    """The day of every head, all read in one order of figures; `today` for a head that tells none that has come.

    One head whose second figure is above twelve shows that its program puts the month first; with AM or PM the order
    that leads to the nearest day counts, else the Indonesian one."""
    usual, turned = ([_day(head, today, order) for head in heads] for order in (False, True))
    known = [n for n, head in enumerate(heads) if head.figures[0]]
    if not known or any(usual[n] != turned[n] and usual[n] is None for n in known):
        return [day or today for day in turned]
    far = any(turned[n] is None for n in known) or not any(head.american for head in heads)
    nearer = not far and max(filter(None, turned)) > max(filter(None, usual))
    return [day or today for day in (turned if nearer else usual)]


def _day(head: Head, today: date, turned: bool) -> date | None:
    """The day of a head, None where there is none or it has not come."""
    a, b, c = head.figures
    if len(a) == len("2024"):
        a, c = c, a
    day, month = (b, a) if turned and b.isdecimal() else (a, b)
    try:
        found = _dated(int(day), month_number(month), int(c)) if c else latest(int(day), month_number(month), today)
    except ValueError:
        return None
    return found if found <= today else None


def _dated(day: int, month: int, year: int) -> date:
    return date(year if year > 99 else 2000 + year, month, day)  # noqa: PLR2004 - a year in two figures
