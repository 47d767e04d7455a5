"""One card of a kolase: the photo, the chip with the date, the caption."""

from PIL import Image

from renderers import paint
from renderers.glyphs import CAP, Weight, icon, width, write
from renderers.lettering import Set, clean, fit, one_line
from renderers.paint import kawung, rectangle, rounded
from renderers.rows import FLOOR, LEADING, chip
from renderers.tiles import Box, Tile

RADIUS = 16
_BESIDE = (1.0, 0.87, 0.75, 0.66, 0.58, 0.5)
_ALONE = (FLOOR, 16.0)  # a caption too long for its card may be smaller than all others


def caption(tile: Tile, text: str) -> Set:
    """Set a caption at the width its card has in the end: cut only where even the smallest size has no room."""
    room = tile.text.h - (chip(tile.size) + _below_chip(tile) if tile.beside else 0)
    shares = _BESIDE if tile.beside else (1.0,)
    sizes = [tile.size * share for share in shares if tile.size * share > FLOOR]
    sizes += [size for size in _ALONE if size <= tile.size]
    few = tile.size * 0.8 if tile.beside else tile.size
    return fit(clean(text), Weight.SEMIBOLD, tile.text.w, sizes, lambda size: _rows(room, size, few))


def _rows(room: float, size: float, few: float) -> int:
    """Large words beside a photo take three lines at most, smaller ones as many as there is room for."""
    rows = int(room / (LEADING * size))
    return min(rows, 3) if size > few else rows


def _below_chip(tile: Tile) -> float:
    return 0.75 * tile.size


def draw(sheet: Image.Image, tile: Tile, photo: Image.Image, text: str, tanggal: str) -> None:
    rectangle(sheet, tile.card, paint.CARD, RADIUS)
    corners = (True, False, False, True) if tile.beside else (True, True, False, False)
    at = round(tile.photo.x), round(tile.photo.y)
    sheet.paste(photo, at, rounded(photo.size, RADIUS, corners))
    words = caption(tile, text)
    if tile.beside:
        _beside(sheet, tile, words, tanggal)
    else:
        _below(sheet, tile, words, tanggal)


def _below(sheet: Image.Image, tile: Tile, words: Set, tanggal: str) -> None:
    edge = round(tile.photo.y + tile.photo.h)
    rectangle(sheet, Box(tile.card.x, edge - 2, tile.card.w, 3), paint.GOLD)
    high = chip(tile.size)
    _chip(sheet, Box(tile.text.x, edge - high / 2, tile.text.w, high), tanggal)
    _lines(sheet, words, tile.text.x, tile.text.y)


def _beside(sheet: Image.Image, tile: Tile, words: Set, tanggal: str) -> None:
    edge = round(tile.photo.x + tile.photo.w)
    _panel(sheet, Box(edge, round(tile.card.y), round(tile.card.x + tile.card.w) - edge, round(tile.card.h)))
    rectangle(sheet, Box(edge - 1, tile.card.y, 3, tile.card.h), paint.GOLD)
    high = chip(tile.size)
    block = high + _below_chip(tile) + len(words.lines) * LEADING * words.size
    top = tile.text.y + max(0.0, tile.text.h - block) / 2
    _chip(sheet, Box(tile.text.x, top, tile.text.w, high), tanggal)
    _lines(sheet, words, tile.text.x, top + high + _below_chip(tile))


def _panel(sheet: Image.Image, box: Box) -> None:
    """The quiet ground beside a photo: the lattice of the header, hardly visible."""
    ground = Image.new("RGB", (round(box.w), round(box.h)), paint.CARD)
    kawung(ground, Box(0, 0, box.w, box.h), 0.2)
    sheet.paste(ground, (round(box.x), round(box.y)), rounded(ground.size, RADIUS, (False, True, True, False)))


def _lines(sheet: Image.Image, words: Set, x: float, top: float) -> None:
    for k, line in enumerate(words.lines):
        baseline = top + (k + 0.5) * LEADING * words.size + CAP / 2 * words.size
        write(sheet, (x, baseline), line, Weight.SEMIBOLD, words.size, colour=paint.INK)


def _chip(sheet: Image.Image, room: Box, tanggal: str) -> None:
    """A maroon pill as wide as its date."""
    high, mark = room.h, room.h * 0.58
    shown, size = one_line(tanggal, Weight.BOLD, high * 0.55, room.w - high * 1.5, 12)
    if not shown:
        return
    wide = width(shown, Weight.BOLD, size)
    rectangle(sheet, Box(room.x, room.y, wide + high * 1.55, high), paint.MAROON, high / 2)
    icon(sheet, "calendar", (room.x + high * 0.38, room.y + (high + mark) / 2), mark, paint.GOLD_LIGHT)
    baseline = room.y + high / 2 + CAP / 2 * size
    write(sheet, (room.x + high * 1.1, baseline), shown, Weight.BOLD, size, colour=paint.WHITE)
