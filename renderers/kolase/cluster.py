"""A kegiatan with several photos in the place of one: a large photo, and the others small beside it or below it."""

from collections.abc import Sequence

from renderers.ink.boxes import Box, Shape
from renderers.kolase.tiles import loss

GAP = 6.0
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
