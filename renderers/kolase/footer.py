"""The footer of a kolase: the website and the accounts of the office, in as many rows as they need to be read."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from renderers.figures import Kolase
from renderers.ink.boxes import Box
from renderers.ink.glyphs import CAP, Weight, width
from renderers.ink.lettering import clean, one_line
from renderers.ink.marks import Area, Band, Icon, Marks, Text
from renderers.ink.tema import Tema
from renderers.kantor import Akun
from renderers.kolase.formats import Format
from renderers.kolase.poster import on_band

RULE = 5.0
_SIZE, _SMALLEST = 19.5, 14.0
_ICON, _GAP, _WIDEST_GAP = 28.0, 24.0, 90.0
_ROW, _ROWS = 34.0, 3
_SITE, _SITE_ICON = 25.0, 37.0

_Named = tuple[str, str]


def taller(kolase: Kolase, form: Format) -> float:
    """The height that the footer needs beyond its usual one, in units of the sheet."""
    rows = len(_rows(_named(kolase.akun), form.wide - 2 * form.edge))
    beside = form.one_row and _beside(kolase, form)
    usual = 1 if beside or not kolase.website or not form.one_row else 0
    return max(0, rows - usual) * _ROW if rows else 0.0


def footer(kolase: Kolase, form: Format, tema: Tema) -> Marks:
    """The marks of the footer, from the rule above it to the end of the sheet."""
    high = form.footer + taller(kolase, form)
    top = form.high - form.below - high
    yield Area(Box(0, top, form.wide, RULE), tema.metal)
    yield Band(Box(0, top + RULE, form.wide, form.high - top - RULE), (tema.dark, tema.light))
    room = Box(form.edge, top + RULE, form.wide - 2 * form.edge, high - RULE)
    akun = _named(kolase.akun)
    if form.one_row and _beside(kolase, form):
        yield from _one_row(kolase, akun, room, tema)
    else:
        yield from _stacked(kolase, akun, room, tema)


def _named(akun: Sequence[Akun]) -> list[_Named]:
    """The icon and name of each account whose name our fonts can write."""
    names = [(one.platform, clean(one.nama)) for one in akun]
    return [(icon, name) for icon, name in names if name]


def _beside(kolase: Kolase, form: Format) -> bool:
    """Whether website and accounts fit side by side."""
    site = _SITE_ICON + width(clean(kolase.website), Weight.BOLD, _SITE) if kolase.website else 0.0
    akun = _named(kolase.akun)
    return site + 60 + _wide(akun, _SMALLEST, _GAP) <= form.wide - 2 * form.edge


def _wide(akun: Sequence[_Named], size: float, gap: float) -> float:
    return sum(_ICON + width(name, Weight.SEMIBOLD, size) for _, name in akun) + gap * max(0, len(akun) - 1)


def _one_row(kolase: Kolase, akun: Sequence[_Named], room: Box, tema: Tema) -> Marks:
    middle, site = room.y + room.h / 2, 0.0
    if kolase.website:
        site = _SITE_ICON + width(clean(kolase.website), Weight.BOLD, _SITE)
        left = room.x if akun else room.x + (room.w - site) / 2
        yield from _website(kolase.website, Box(left, room.y, site + 1, room.h), middle, tema)
    size = min(_SIZE, _largest(akun, room.w - site - 60))
    gap = min(48.0, (room.w - site - 60 - _wide(akun, size, 0)) / max(1, len(akun) - 1))
    left = room.x + room.w - _wide(akun, size, gap) if site else room.x + (room.w - _wide(akun, size, gap)) / 2
    yield from _accounts(akun, left, middle, size, gap, room, tema)


def _stacked(kolase: Kolase, akun: Sequence[_Named], room: Box, tema: Tema) -> Marks:
    rows = _rows(akun, room.w)
    lines = bool(kolase.website) + len(rows)
    step = min(44.0, (room.h - 16) / max(1, lines))
    y = room.y + room.h / 2 - step * (lines - 1) / 2
    if kolase.website:
        yield from _website(kolase.website, room, y, tema)
        y += step
    size = min([_SIZE, *(_largest(row, room.w) for row in rows)])
    for row in rows:
        gap = min(_WIDEST_GAP, (room.w - _wide(row, size, 0)) / max(1, len(row) - 1))
        yield from _accounts(row, room.x + (room.w - _wide(row, size, gap)) / 2, y, size, gap, room, tema)
        y += step


def _largest(akun: Sequence[_Named], room: float) -> float:
    """The size at which these accounts just fit."""
    names = sum(width(name, Weight.SEMIBOLD, 1.0) for _, name in akun)
    free = room - _ICON * len(akun) - _GAP * max(0, len(akun) - 1)
    return max(1.0, free / names) if names else _SIZE


def _rows(akun: Sequence[_Named], room: float) -> list[Sequence[_Named]]:
    """The accounts in one row if that is readable, else in two or three of even length; the last accounts go if these
    are full."""
    if not akun:
        return []
    for count in range(1, _ROWS + 1):
        rows = [row for row in _shared(akun, count) if row]
        if all(_largest(row, room) >= _SMALLEST for row in rows):
            return rows
    if len(akun) > 1:
        return _rows(akun[:-1], room)
    name = one_line(akun[0][1], Weight.SEMIBOLD, _SMALLEST, room - _ICON - 1, _SMALLEST)[0]
    return [[(akun[0][0], name)]]


def _shared(akun: Sequence[_Named], rows: int) -> Iterator[Sequence[_Named]]:
    ends = [ceil(len(akun) * k / rows) for k in range(rows + 1)]
    return (akun[a:b] for a, b in pairwise(ends))


def _website(website: str, room: Box, y: float, tema: Tema) -> Marks:
    shown, size = one_line(website, Weight.BOLD, _SITE, room.w - _SITE_ICON, 16)
    left = room.x + (room.w - width(shown, Weight.BOLD, size) - _SITE_ICON) / 2
    yield Icon("globe", left, y + 13, 26, tema.metal_light)
    at = left + _SITE_ICON, y + CAP / 2 * size
    yield Text(*at, shown, Weight.BOLD, size, tema.white, room, on_band(tema))


def _accounts(
    akun: Sequence[_Named], x: float, y: float, size: float, gap: float, room: Box, tema: Tema
) -> Iterator[Icon | Text]:
    for icon, name in akun:
        yield Icon(icon, x, y + 10.5, 21, tema.metal_light)
        baseline = y + CAP / 2 * size
        yield Text(x + _ICON, baseline, name, Weight.SEMIBOLD, size, tema.white, room, on_band(tema))
        x += _ICON + width(name, Weight.SEMIBOLD, size) + gap
