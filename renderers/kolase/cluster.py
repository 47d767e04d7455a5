"""A kegiatan with several photos in the place of one: a large photo, and the others small beside it or below it; or a
panorama and its middle."""

from collections.abc import Sequence

from renderers.ink.boxes import Box, Shape
from renderers.kolase.tiles import loss
from renderers.photo import crop
from renderers.photo.crop import Seen, Window

GAP = 6.0
CLOSER = "dekat"  # how a sheet itself moves a crop: to the middle of a panorama that is shown whole beside it
_LEAST = 0.75  # share of the usual width that the middle of a panorama has at least, so that it cuts nobody
_ASIDE = 4  # people that the middle shows less rather than lie at an end of the row
_HIGHEST, _FLATTEST, _WORDS = 1.1, 2.6, 110.0  # shapes of the middle, width by height; the height of the words below it
_SLACK = 1e-9
_WIDEST = 2.4  # width by height: the place of several photos is no strip
_SMALLER = 0.24, 0.42  # the least and the most that the small photos take of the height or width


def shapes(photos: Sequence[Shape]) -> tuple[Shape, ...]:
    """What the photos may look like together: with the small ones below, with these at the side."""
    if len(photos) == 1:
        return (photos[0],)
    large, small = photos[0].aspect, [one.aspect for one in photos[1:]]
    below = 1 / (1 / large + 1 / sum(small))
    beside = large + 1 / sum(1 / one for one in small)
    return Shape(below), Shape(min(_WIDEST, beside))


def places(photos: Sequence[Shape], whole: Box) -> tuple[Box, ...]:
    """The place of each photo, such that little is cut off."""
    if len(photos) == 1:
        return (whole,)
    aspects = [one.aspect for one in photos]
    return min((_below(aspects, whole), _beside(aspects, whole)), key=lambda boxes: lost(boxes, photos))


def lost(boxes: Sequence[Box], photos: Sequence[Shape]) -> float:
    """The cost of what is cut off the photos in these places."""
    return sum(loss(box, shape) for box, shape in zip(boxes, photos, strict=True)) / len(photos)


def _below(aspects: Sequence[float], whole: Box) -> tuple[Box, ...]:
    large, small = 1 / aspects[0], 1 / sum(aspects[1:])
    high = _share(small / (large + small)) * (whole.h - GAP)
    y, free, x = whole.y + whole.h - high, whole.w - GAP * (len(aspects) - 2), whole.x
    boxes = [Box(whole.x, whole.y, whole.w, whole.h - high - GAP)]
    for aspect in aspects[1:]:
        wide = free * aspect / sum(aspects[1:])
        boxes.append(Box(x, y, wide, high))
        x += wide + GAP
    return tuple(boxes)


def _beside(aspects: Sequence[float], whole: Box) -> tuple[Box, ...]:
    """The same with height and width exchanged."""
    turned = _below([1 / aspect for aspect in aspects], Box(whole.y, whole.x, whole.h, whole.w))
    return tuple(Box(box.y, box.x, box.h, box.w) for box in turned)


def _share(wanted: float) -> float:
    least, most = _SMALLER
    return min(most, max(least, wanted))


def window(seen: Seen, cell: float, geser: str) -> Window:
    """The part of a photo that a cell of this shape, width by height, shows; `geser`: one of crop.SHIFT, or CLOSER."""
    wide = cell / seen.aspect
    if geser != CLOSER or wide >= 1:
        return crop.window(seen, cell, "" if geser == CLOSER else geser)
    heads = [crop.head(face) for face in seen.faces]
    begins, ends = [0.0, *(head.x + head.w for head in heads)], [1.0, *(head.x for head in heads)]
    free = [(a, b) for a in begins for b in ends if _LEAST * wide <= b - a <= wide and not _cut(heads, a, b)]
    if not free:
        return Window((1 - wide) / 2, 0, wide, 1)
    start, end = max(free, key=lambda one: _seen(heads, *one) - _ASIDE * abs(one[0] + one[1] - 1))
    high = (end - start) / wide
    return Window(start, min(1 - high, max(0.0, _middle(heads) - crop.EYES * high)), end - start, high)


def closer(panorama: Shape, area: Box) -> Shape:
    """The middle of a panorama, as high as this leaves room for it on a sheet of its own."""
    room = (area.h - _WORDS) / area.w - 1 / panorama.aspect
    return Shape(min(_FLATTEST, max(_HIGHEST, 1 / max(0.1, room))))


def _seen(heads: Sequence[Window], start: float, end: float) -> int:
    return sum(start - _SLACK <= head.x and head.x + head.w <= end + _SLACK for head in heads)


def _cut(heads: Sequence[Window], start: float, end: float) -> bool:
    return any(head.x < edge - _SLACK and head.x + head.w > edge + _SLACK for head in heads for edge in (start, end))


def _middle(heads: Sequence[Window]) -> float:
    return sum(head.y + head.h / 2 for head in heads) / max(1, len(heads))
