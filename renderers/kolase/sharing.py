"""The width of a row shared out anew among its cards, where the people of a photo do not fit into theirs."""

from collections.abc import Sequence
from itertools import groupby

from renderers.ink.boxes import Box, Tile
from renderers.kolase.rows import GAP_X, LEADING, MOST_LINES, NARROWEST, SNUG, Photos


def suited(tiles: Sequence[Tile], photos: Photos) -> list[Tile]:
    """The cards with the width of each row shared out anew where the people of a photo do not fit into theirs."""
    if all(_suits(photos, k, tile) for k, tile in enumerate(tiles)):
        return list(tiles)
    numbered = groupby(enumerate(tiles), lambda one: (one[1].card.y, one[1].card.h, one[1].beside))
    return [tile for _, row in numbered for tile in _suited(list(row), photos)]


def _suited(row: list[tuple[int, Tile]], photos: Photos) -> list[Tile]:
    """The cards of one row; as they were where no sharing suits everybody, or a caption became too long."""
    before = [tile for _, tile in row]
    if before[0].beside or all(_suits(photos, i, tile) for i, tile in row):
        return before
    spans = [_span(photos, i, tile) for i, tile in row]
    after = _moved(before, _between([tile.card.w for tile in before], spans))
    old, new = ([_lines(photos, i, tile) for (i, _), tile in zip(row, some, strict=True)] for some in (before, after))
    if max(new) > MOST_LINES:
        return before
    return [_worded(tile, n - min(o, MOST_LINES)) for tile, n, o in zip(after, new, old, strict=True)]


def _worded(tile: Tile, lines: int) -> Tile:
    """The card with room for so many more lines of its words, and less for its photo."""
    photo, text, more = tile.photo, tile.text, lines * LEADING * tile.size
    return tile._replace(photo=photo._replace(h=photo.h - more), text=text._replace(y=text.y - more, h=text.h + more))


def _lines(photos: Photos, cell: int, tile: Tile) -> int:
    return photos.lines(photos.first + cell, tile.size, tile.text.w)


def _suits(photos: Photos, cell: int, tile: Tile) -> bool:
    return photos.narrowest[cell] * tile.photo.h <= tile.photo.w <= photos.broadest[cell] * tile.photo.h


def _span(photos: Photos, cell: int, tile: Tile) -> tuple[float, float]:
    """The least and the most width of a card at which nobody on its photo is cut."""
    least = max(photos.narrowest[cell] * tile.photo.h, min(NARROWEST, tile.card.w))
    return least, max(least, photos.broadest[cell] * tile.photo.h / SNUG**2)


def _between(widths: Sequence[float], spans: Sequence[tuple[float, float]]) -> list[float]:
    """Widths of the same sum, each within its span; the given ones where there are none."""
    found = [min(most, max(least, w)) for w, (least, most) in zip(widths, spans, strict=True)]
    over = sum(widths) - sum(found)
    spare = [(most if over > 0 else least) - w for w, (least, most) in zip(found, spans, strict=True)]
    if abs(sum(spare)) <= abs(over):
        return list(widths)
    return [w + over * part / sum(spare) for w, part in zip(found, spare, strict=True)]


def _moved(row: Sequence[Tile], widths: Sequence[float]) -> list[Tile]:
    found, x = [], row[0].card.x
    for tile, wide in zip(row, widths, strict=True):
        right, more = x - tile.card.x, wide - tile.card.w
        card, photo, text = (
            Box(box.x + right, box.y, box.w + more, box.h) for box in (tile.card, tile.photo, tile.text)
        )
        found.append(Tile(card, photo, text, tile.size))
        x += wide + GAP_X
    return found
