"""Which sheet of a received workbook is which, and which of its columns: also where a name was changed a little."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from renderers.received import Sheet

# From here on a heading is a slip of the one that is looked for: one letter of ten.
SLIP = 90
NONE = {"-", "–", "—", "nihil", "n/a"}


@dataclass(frozen=True)
class Found:
    """The sheets that are read, each under the name that it should have; `missing`: the names of those that are not
    there; `others`: the names of sheets that are none of them."""

    sheets: tuple[Sheet, ...]
    missing: tuple[str, ...]
    others: tuple[str, ...]


def find(
    workbook: Sequence[Sheet], wanted: Mapping[str, Sequence[str]], needed: Mapping[str, Sequence[str]]
) -> Found:  # fmt: skip
    """`wanted`: the columns of each sheet, by its name; `needed`: those by which a sheet of another name is known."""
    sheets: dict[str, Sheet] = {}
    rest = list(workbook)
    for same in (_by_name, _within_name, _by_columns):
        for name in wanted:
            match = [sheet for sheet in rest if name not in sheets and same(sheet, name, needed[name])]
            if len(match) == 1:
                rest.remove(match[0])
                sheets[name] = _canonical(match[0], name, wanted[name])
    missing = tuple(name for name in wanted if name not in sheets)
    ordered = tuple(sheets[name] for name in wanted if name in sheets)
    return Found(ordered, missing, tuple(sheet.name for sheet in rest))


def _by_name(sheet: Sheet, name: str, _columns: Sequence[str]) -> bool:
    return _plain(sheet.name) == _plain(name)


def _within_name(sheet: Sheet, name: str, _columns: Sequence[str]) -> bool:
    """A year or a word was added to the name: Kegiatan 2022."""
    return bool(re.search(rf"\b{_plain(name)}\b", _plain(sheet.name))) and bool(sheet.columns)


def _by_columns(sheet: Sheet, _name: str, columns: Sequence[str]) -> bool:
    headings = {_plain(heading) for heading in sheet.columns}
    return all(_plain(column) in headings for column in columns)


def _canonical(sheet: Sheet, name: str, columns: Sequence[str]) -> Sheet:
    known = {_plain(column): column for column in columns}
    headings = tuple(_heading(heading, known) for heading in sheet.columns)
    rows = tuple(replace(row, cells=tuple(map(_told, row.cells))) for row in sheet.rows)
    return Sheet(name, headings, tuple(row for row in rows if any(row.cells)))


def _heading(heading: str, known: Mapping[str, str]) -> str:
    plain = _plain(heading)
    if plain in known:
        return known[plain]
    near = [column for key, column in known.items() if fuzz.ratio(plain, key) >= SLIP]
    return near[0] if len(near) == 1 else heading


def _plain(name: str) -> str:
    """Without what nobody sees or means: capitals, spaces of any kind, marks at the edges."""
    return re.sub(r"\s+", " ", name.casefold()).strip(" :*._-")


def _told(cell: str) -> str:
    """A sign for "none", as the offices' own tables have it, is none."""
    return "" if cell.casefold() in NONE else cell
