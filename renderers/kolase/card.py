"""One card of a kolase: the photo, the chip with the date, the caption."""

from collections.abc import Sequence
from dataclasses import replace

from renderers.figures import Cell
from renderers.indonesian import shortened
from renderers.ink.boxes import Box, Tile
from renderers.ink.glyphs import CAP, Weight, width
from renderers.ink.lettering import Set, fit, one_line, said
from renderers.ink.marks import Area, Corners, Icon, Marks, Pattern, Photo, Text
from renderers.ink.tema import Tema, mixed
from renderers.kolase.rows import BELOW_CHIP, LEADING, chip, most_lines

RADIUS = 16.0
DAY, AROUND = 0.57, 1.55  # of a chip's height: the size of the date, the width of its mark and margins
PANEL = 0.2  # strength of the pattern beside a photo, so that words on it can be read


def caption(tile: Tile, text: str) -> Set:
    """The caption in lines for its card, in the size of the sheet; cut where it would be longer than the others may
    be."""
    return fit(said(text), Weight.SEMIBOLD, tile.text.w, (tile.size,), lambda _: most_lines(tile))


def dated(placed: Sequence[Tile], cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a sheet with all dates in the longest form for which every card has room in the usual size."""
    forms = [shortened(cell.tanggal) for cell in cells]
    fits = (all(map(_has_room, placed, form)) for form in zip(*forms, strict=True))
    used = next((k for k, enough in enumerate(fits) if enough), -1)
    return [replace(cell, tanggal=form[used]) for cell, form in zip(cells, forms, strict=True)]


def _has_room(tile: Tile, tanggal: str) -> bool:
    high = chip(tile.size)
    return width(tanggal, Weight.BOLD, high * DAY) <= tile.text.w - high * AROUND


def card(number: int, tile: Tile, cell: Cell, tema: Tema) -> Marks:
    """The marks of one card; `number`: that of its first photo on the sheet."""
    yield Area(tile.card, tema.card, RADIUS)
    for k, box in enumerate(tile.photos):
        yield Photo(number + k, box, RADIUS, _corners(tile, box))
    words = caption(tile, cell.caption)
    yield from (_beside if tile.beside else _below)(tile, words, cell.tanggal, tema)


def _corners(tile: Tile, box: Box) -> Corners:
    """The corners of a photo that are those of its card."""
    left, right = box.x == tile.photo.x, abs(box.x + box.w - tile.photo.x - tile.photo.w) < 1 and not tile.beside
    top, bottom = box.y == tile.photo.y, abs(box.y + box.h - tile.photo.y - tile.photo.h) < 1 and tile.beside
    return top and left, top and right, bottom and right, bottom and left


def _below(tile: Tile, words: Set, tanggal: str, tema: Tema) -> Marks:
    edge = tile.photo.y + tile.photo.h
    spare = tile.text.h - len(words.lines) * LEADING * words.size
    if spare > tile.size:
        panel = Box(tile.card.x, edge, tile.card.w, tile.card.y + tile.card.h - edge)
        yield Pattern(panel, tema.metal_light, PANEL, RADIUS, (False, False, True, True))
    yield Area(Box(tile.card.x, edge - 2, tile.card.w, 3), tema.metal)
    high = chip(tile.size)
    yield from _chip(Box(tile.text.x, edge - high / 2, tile.text.w, high), tanggal, tema, tile.faces)
    yield from _lines(words, tile.text, tile.text.y + (spare / 2 if spare > tile.size else 0), tema)


def _beside(tile: Tile, words: Set, tanggal: str, tema: Tema) -> Marks:
    edge = tile.photo.x + tile.photo.w
    panel = Box(edge, tile.card.y, tile.card.x + tile.card.w - edge, tile.card.h)
    yield Pattern(panel, tema.metal_light, PANEL, RADIUS, (False, True, True, False))
    yield Area(Box(edge - 1, tile.card.y, 3, tile.card.h), tema.metal)
    high = chip(tile.size)
    block = high + BELOW_CHIP * tile.size + len(words.lines) * LEADING * words.size
    top = tile.text.y + max(0.0, tile.text.h - block) / 2
    yield from _chip(Box(tile.text.x, top, tile.text.w, high), tanggal, tema)
    yield from _lines(words, tile.text, top + high + BELOW_CHIP * tile.size, tema)


def _lines(words: Set, room: Box, top: float, tema: Tema) -> Marks:
    ground = tema.card, mixed(tema.card, tema.metal_light, PANEL)
    for k, line in enumerate(words.lines):
        baseline = top + (k + 0.5) * LEADING * words.size + CAP / 2 * words.size
        yield Text(room.x, baseline, line, Weight.SEMIBOLD, words.size, tema.ink, room, ground)


def _chip(room: Box, tanggal: str, tema: Tema, faces: Sequence[Box] = ()) -> Marks:
    """A pill as wide as its date, where it covers no face."""
    high, mark = room.h, room.h * 0.58
    shown, size = one_line(tanggal, Weight.BOLD, high * DAY, room.w - high * AROUND, 12)
    if not shown:
        return
    pill = _clear(room, width(shown, Weight.BOLD, size) + high * AROUND, faces)
    yield Area(pill, tema.main, high / 2)
    yield Icon("calendar", pill.x + high * 0.38, room.y + (high + mark) / 2, mark, tema.metal_light)
    baseline = room.y + high / 2 + CAP / 2 * size
    yield Text(pill.x + high * 1.1, baseline, shown, Weight.BOLD, size, tema.white, pill, (tema.main,))


def _clear(room: Box, wide: float, faces: Sequence[Box]) -> Box:
    """The place in the room that covers least of the faces: at the left, at the right, else beside one of them."""
    right = room.x + room.w - wide
    beside = [x for face in faces for x in (face.x + face.w, face.x - wide) if room.x <= x <= right]
    tried = [Box(x, room.y, wide, room.h) for x in (room.x, right, *beside)]
    return min(tried, key=lambda pill: sum(_both(pill, face) for face in faces))


def _both(one: Box, other: Box) -> float:
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, high)
