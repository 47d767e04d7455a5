"""One card of a kolase: the photo, the chip with the date, the caption."""

from renderers.figures import Cell
from renderers.ink.boxes import Box, Tile
from renderers.ink.glyphs import CAP, Weight, width
from renderers.ink.lettering import Set, fit, one_line, said
from renderers.ink.marks import Area, Icon, Marks, Pattern, Photo, Text
from renderers.ink.tema import Tema, mixed
from renderers.kolase.rows import FLOOR, LEADING, chip

RADIUS = 16.0
PANEL = 0.2  # strength of the pattern beside a photo, so that words on it can be read
_LARGE = 5  # most lines of a caption in large letters
_BESIDE = (1.0, 0.87, 0.75, 0.66, 0.58, 0.5)
_ALONE = (FLOOR, 16.0)  # sizes for a caption that is too long at the size of the others


def caption(tile: Tile, text: str) -> Set:
    """The caption in lines for its card; cut only where even the smallest size has no room."""
    room = tile.text.h - (chip(tile.size) + _below_chip(tile) if tile.beside else 0)
    shares = _BESIDE if tile.beside else (1.0,)
    sizes = [tile.size * share for share in shares if tile.size * share > FLOOR]
    sizes += [size for size in _ALONE if size <= tile.size]
    few = tile.size * 0.8 if tile.beside else tile.size
    return fit(said(text), Weight.SEMIBOLD, tile.text.w, sizes, lambda size: _rows(room, size, few))


def _rows(room: float, size: float, few: float) -> int:
    """Large words take a few lines at most, smaller ones as many as there is room for."""
    rows = int(room / (LEADING * size))
    return min(rows, _LARGE) if size > few else rows


def _below_chip(tile: Tile) -> float:
    return 0.75 * tile.size


def card(number: int, tile: Tile, cell: Cell, tema: Tema) -> Marks:
    """The marks of one card; `number`: that of its photo on the sheet."""
    yield Area(tile.card, tema.card, RADIUS)
    corners = (True, False, False, True) if tile.beside else (True, True, False, False)
    yield Photo(number, tile.photo, RADIUS, corners)
    words = caption(tile, cell.caption)
    yield from (_beside if tile.beside else _below)(tile, words, cell.tanggal, tema)


def _below(tile: Tile, words: Set, tanggal: str, tema: Tema) -> Marks:
    edge = tile.photo.y + tile.photo.h
    yield Area(Box(tile.card.x, edge - 2, tile.card.w, 3), tema.metal)
    high = chip(tile.size)
    yield from _chip(Box(tile.text.x, edge - high / 2, tile.text.w, high), tanggal, tema)
    yield from _lines(words, tile.text, tile.text.y, tema)


def _beside(tile: Tile, words: Set, tanggal: str, tema: Tema) -> Marks:
    edge = tile.photo.x + tile.photo.w
    panel = Box(edge, tile.card.y, tile.card.x + tile.card.w - edge, tile.card.h)
    yield Pattern(panel, tema.metal_light, PANEL, RADIUS, (False, True, True, False))
    yield Area(Box(edge - 1, tile.card.y, 3, tile.card.h), tema.metal)
    high = chip(tile.size)
    block = high + _below_chip(tile) + len(words.lines) * LEADING * words.size
    top = tile.text.y + max(0.0, tile.text.h - block) / 2
    yield from _chip(Box(tile.text.x, top, tile.text.w, high), tanggal, tema)
    yield from _lines(words, tile.text, top + high + _below_chip(tile), tema)


def _lines(words: Set, room: Box, top: float, tema: Tema) -> Marks:
    ground = tema.card, mixed(tema.card, tema.metal_light, PANEL)
    for k, line in enumerate(words.lines):
        baseline = top + (k + 0.5) * LEADING * words.size + CAP / 2 * words.size
        yield Text(room.x, baseline, line, Weight.SEMIBOLD, words.size, tema.ink, room, ground)


def _chip(room: Box, tanggal: str, tema: Tema) -> Marks:
    """A pill as wide as its date."""
    high, mark = room.h, room.h * 0.58
    shown, size = one_line(tanggal, Weight.BOLD, high * 0.55, room.w - high * 1.5, 12)
    if not shown:
        return
    wide = width(shown, Weight.BOLD, size)
    pill = Box(room.x, room.y, wide + high * 1.55, high)
    yield Area(pill, tema.main, high / 2)
    yield Icon("calendar", room.x + high * 0.38, room.y + (high + mark) / 2, mark, tema.metal_light)
    baseline = room.y + high / 2 + CAP / 2 * size
    yield Text(room.x + high * 1.1, baseline, shown, Weight.BOLD, size, tema.white, pill, (tema.main,))
