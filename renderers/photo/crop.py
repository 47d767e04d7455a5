"""Chooses the part of a photo that its cell shows: the person's choice, else around all heads, else the part with most
detail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from renderers.ink.boxes import Shape
from renderers.photo import yunet

_LOOKED_AT, STEPS = 64, 16
ABOVE = 0.3  # share of the cut that is taken from above, where neither heads nor detail tell
EYES = 0.4  # how far down a crop its faces should be
SMALL = 0.5  # a head less high than this share of the largest may be left out, never cut
SHIFT = ("", "kiri", "kanan", "atas", "bawah", "utuh")
# The margins of a head above, below and beside the face that was found, in shares of the face's size.
_HAIR, _CHIN, _EARS = 0.6, 0.35, 0.3
_PUSHED = {"kiri": (0.0, None), "kanan": (1.0, None), "atas": (None, 0.0), "bawah": (None, 1.0)}
_Span = tuple[float, float, float]
"""The begin and the end of a head along the photo, and its size, in shares of the photo."""


@dataclass(frozen=True)
class Face:
    """The box of a face, in shares of the width and height of its photo."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Window:
    """The part of a photo that is shown, in shares of it; a cell of another shape is filled up around it."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Seen:
    """The facts about a photo before it is drawn. `aspect`: width by height; `columns`, `rows`: the spread of its
    detail, empty if there are faces."""

    aspect: float
    faces: tuple[Face, ...] = ()
    columns: tuple[float, ...] = ()
    rows: tuple[float, ...] = ()


WHOLE = Window(0, 0, 1, 1)


def head(face: Face) -> Window:
    """The face with hair, peci or veil, ears and chin, as far as the photo goes."""
    left, top = max(0.0, face.x - _EARS * face.w), max(0.0, face.y - _HAIR * face.h)
    right, bottom = min(1.0, face.x + (1 + _EARS) * face.w), min(1.0, face.y + (1 + _CHIN) * face.h)
    return Window(left, top, right - left, bottom - top)


def shape(seen: Seen, geser: str = "") -> Shape:
    """The photo as the layout sees it; extreme shapes count as less extreme, or they would push all others aside."""
    heads = [head(face) for face in seen.faces]
    aspect = min(2.2, max(0.56, seen.aspect))
    if not heads or geser:
        return Shape(aspect)
    wide = max(h.x + h.w for h in heads) - min(h.x for h in heads)
    high = max(h.y + h.h for h in heads) - min(h.y for h in heads)
    return Shape(aspect, wide, high)


def window(seen: Seen, cell: float, geser: str = "") -> Window:
    """The part of the photo that a cell shows; `cell` is its width by height, `geser` one of GESER."""
    if geser == "utuh":
        return WHOLE
    wide, high = min(1.0, cell / seen.aspect), min(1.0, seen.aspect / cell)
    across, down = _PUSHED.get(geser, (None, None))
    heads = [head(face) for face in seen.faces]
    if high == 1:
        spans = [(h.x, h.x + h.w, h.h) for h in heads]
        start, length = _placed(wide, spans, (0.5, 0.5), seen.columns, across)
        return Window(start, 0, length, 1)
    spans = [(h.y, h.y + h.h, h.h) for h in heads]
    start, length = _placed(high, spans, (EYES, ABOVE), seen.rows, down)
    return Window(0, start, 1, length)


def busiest(length: float, busy: Sequence[float], aim: float) -> float:
    """The begin of the window of this length that has most detail and is not far from the usual place. Lengths are
    shares of the photo; `busy`: the detail of its columns or rows; `aim`: the usual share cut off before it."""
    usual = (1 - length) * aim
    if not busy:
        return usual
    tried = [(1 - length) * k / STEPS for k in range(STEPS + 1)]
    return max(tried, key=lambda start: _share(busy, start, start + length) - 0.5 * abs(start - usual))


def detail(photo: Image.Image) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The spread of a photo's detail over STEPS columns and STEPS rows; each adds up to one."""
    grey = photo.convert("L").resize((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX, reducing_gap=1.5)
    edges = grey.filter(ImageFilter.FIND_EDGES).crop((1, 1, _LOOKED_AT - 1, _LOOKED_AT - 1))
    across = edges.resize((STEPS, 1), Image.Resampling.BOX).tobytes()
    down = edges.resize((1, STEPS), Image.Resampling.BOX).tobytes()
    return _spread(across), _spread(down)


def _spread(values: bytes) -> tuple[float, ...]:
    total = sum(values) or 1
    return tuple(round(value / total, 4) for value in values)


def _placed(
    length: float, spans: Sequence[_Span], aims: tuple[float, float], busy: Sequence[float], pushed: float | None
) -> tuple[float, float]:
    """The begin and the length of a window: longer than `length` if it would cut a head."""
    if pushed is not None:
        return pushed * (1 - length), length
    if spans:
        return _around(length, spans, aims[0])
    return busiest(length, busy, aims[1]), length


def _around(length: float, spans: Sequence[_Span], aim: float) -> tuple[float, float]:
    largest = max(size for *_, size in spans)
    middle = sum((a + b) / 2 * size for a, b, size in spans) / sum(size for *_, size in spans)
    best: tuple[float, float] | None = None
    for start in _starts(length, spans, middle - aim * length):
        inside = [span for span in spans if _within(span, start, length)]
        outside = [span for span in spans if span[1] <= start or span[0] >= start + length]
        if len(inside) + len(outside) < len(spans) or any(size >= SMALL * largest for *_, size in outside):
            continue
        worth = sum(size for *_, size in inside) / largest - abs(start + aim * length - middle)
        best = max(best or (worth, start), (worth, start))
    if best:
        return best[1], length
    return _widened(length, spans)


def _starts(length: float, spans: Sequence[_Span], wanted: float) -> Iterator[float]:
    """The places worth a try: the wished one, and those at which a head just fits or is just left out."""
    room = 1 - length
    yield min(room, max(0.0, wanted))
    for begin, end, _ in spans:
        for start in (begin, end - length, end, begin - length):
            if 0 <= start <= room:
                yield start


def _within(span: _Span, start: float, length: float) -> bool:
    slack = 1e-9
    return span[0] >= start - slack and span[1] <= start + length + slack


def _widened(length: float, spans: Sequence[_Span]) -> tuple[float, float]:
    """A longer window that shows all heads; the rest of its cell is filled."""
    begin, end = min(a for a, *_ in spans), max(b for _, b, _ in spans)
    longer = max(length, end - begin)
    return min(1 - longer, max(0.0, (begin + end - longer) / 2)), longer


def _share(busy: Sequence[float], start: float, end: float) -> float:
    count = len(busy)
    return sum(
        value * max(0.0, min(end, (k + 1) / count) - max(start, k / count)) * count for k, value in enumerate(busy)
    )


FACES_AT = 320  # pixels of the long side: more finds hardly more in a kolase and takes four times as long
LEAST = 0.6  # how sure the detector must be, of 1


def faces_in(photo: Image.Image) -> tuple[Face, ...]:
    """The faces in an upright photo, the surest first."""
    scale = FACES_AT / max(photo.size)
    size = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
    small = photo.convert("RGB").resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    sheet = Image.new("RGB", (_whole(size[0]), _whole(size[1])))
    sheet.paste(small)
    boxes = yunet.faces(np.asarray(sheet), LEAST).tolist()
    return tuple(_shares(x, y, w, h, size) for x, y, w, h, _ in boxes)


def _whole(side: int) -> int:
    return -(-side // yunet.STEP) * yunet.STEP


def _shares(x: float, y: float, w: float, h: float, size: tuple[int, int]) -> Face:
    left, top = max(0.0, x / size[0]), max(0.0, y / size[1])
    right, bottom = min(1.0, (x + w) / size[0]), min(1.0, (y + h) / size[1])
    return Face(round(left, 4), round(top, 4), round(right - left, 4), round(bottom - top, 4))
