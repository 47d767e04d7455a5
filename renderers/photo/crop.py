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
WIDEST, PANORAMA = 2.2, 4.0  # shapes, width by height: of a usual photo, and of one that shows a long row of people
TRIMMED = 0.8, 0.85, 0.7  # shares of a head's margins, beside, above and below, that suffice where a cell is tight
TIGHT = 0.5, 0.5, 0.5  # those without which it is a close-up, and fills its cell
_Span = tuple[float, float, float]
"""The begin and the end of a head along the photo, and its size, in shares of the photo."""


@dataclass(frozen=True)
class _Spans:
    """What should not be cut, along the photo; `trimmed`, `tight`: heads with less, with little around them."""

    heads: Sequence[_Span]
    trimmed: Sequence[_Span]
    tight: Sequence[_Span]
    faces: Sequence[_Span]
    words: Sequence[_Span]


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
    detail, empty if there are faces; `banner`: the words above the heads, or where nobody is seen, those of a page."""

    aspect: float
    faces: tuple[Face, ...] = ()
    columns: tuple[float, ...] = ()
    rows: tuple[float, ...] = ()
    banner: Window | None = None


WHOLE = Window(0, 0, 1, 1)


def head(face: Face, margin: tuple[float, float, float] = (1, 1, 1)) -> Window:
    """The face with ears, with hair, peci or veil, and chin, as far as the photo goes; of each the share `margin`."""
    ears, hair, chin = (usual * share for usual, share in zip((_EARS, _HAIR, _CHIN), margin, strict=True))
    left, top = max(0.0, face.x - ears * face.w), max(0.0, face.y - hair * face.h)
    right, bottom = min(1.0, face.x + (1 + ears) * face.w), min(1.0, face.y + (1 + chin) * face.h)
    return Window(left, top, right - left, bottom - top)


def _trimmed(seen: Seen) -> list[Window]:
    # In no panorama, where small faces are found less exactly.
    return [head(face, TRIMMED) if seen.aspect <= WIDEST else head(face) for face in seen.faces]


def shape(seen: Seen, geser: str = "") -> Shape:
    """The photo as the layout sees it; extreme shapes count as less extreme, or they would push all others aside. Only
    people who stand in a long row get as much room as they take."""
    heads = _trimmed(seen)
    aspect = min(PANORAMA if geser == "utuh" else WIDEST, max(0.56, seen.aspect))
    if not heads or geser:
        page = seen.banner.w if seen.banner and not (heads or geser) else 0.0
        return Shape(aspect, 0.97, 0.97) if geser == "utuh" else Shape(aspect, page)
    wide, bottom = max(h.x + h.w for h in heads) - min(h.x for h in heads), max(h.y + h.h for h in heads)
    high = bottom - min(h.y for h in heads)
    if seen.aspect > WIDEST:
        aspect = min(PANORAMA, max(aspect, wide * seen.aspect))
    words = bottom - seen.banner.y if seen.banner else 0.0
    own = seen.aspect / aspect
    return Shape(aspect, min(1.0, wide * own), min(1.0, high / own), words / own)


def window(seen: Seen, cell: float, geser: str = "") -> Window:
    """The part of the photo that a cell shows; `cell` is its width by height, `geser` one of SHIFT."""
    if geser == "utuh":
        return WHOLE
    wide, high = min(1.0, cell / seen.aspect), min(1.0, seen.aspect / cell)
    across, down = _PUSHED.get(geser, (None, None))
    words = [seen.banner] if seen.banner else []
    if words and not (seen.faces or geser):
        return _of_page(words[0], wide, high)
    heads, tight = ([head(face, margin) for face in seen.faces] for margin in ((1, 1, 1), TIGHT))
    boxes = heads, _trimmed(seen), tight, seen.faces, words
    if high == 1:
        spans = _Spans(*([(b.x, b.x + b.w, b.h) for b in some] for some in boxes))
        start, length = _placed(wide, spans, (0.5, 0.5), seen.columns, across)
        return Window(start, 0, length, 1)
    spans = _Spans(*([(b.y, b.y + b.h, b.h) for b in some] for some in boxes))
    start, length = _placed(high, spans, (EYES, ABOVE), seen.rows, down)
    return Window(0, start, 1, length)


def _of_page(words: Window, wide: float, high: float) -> Window:
    """The part of a photographed page that a cell shows: no line is cut at its ends, and it is read from its top."""
    start, length = _widened(wide, [(words.x, words.x + words.w, 1.0)])
    return Window(start, min(1 - high, words.y), length, high)


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
    length: float, spans: _Spans, aims: tuple[float, float], busy: Sequence[float], pushed: float | None
) -> tuple[float, float]:
    """The begin and the length of a window: longer than `length` if it would cut one of several heads."""
    if pushed is not None:
        return pushed * (1 - length), length
    if not spans.heads:
        return busiest(length, busy, aims[1]), length
    start = _with_words(length, spans, aims[0])
    for heads in (spans.heads, spans.trimmed):
        start = _around(length, heads, aims[0]) if start is None else start
    if start is None and max(b - a for a, b, _ in spans.tight) > length:
        return _close(length, spans.faces, aims[0]), length
    return _widened(length, spans.heads) if start is None else (start, length)


def _with_words(length: float, spans: _Spans, aim: float) -> float | None:
    """The begin of a window with everybody and the words of the banner, if there are any and it has room for both."""
    every = [*spans.heads, *spans.words]
    begin, end = min(a for a, *_ in every), max(b for _, b, _ in every)
    if not spans.words or end - begin > length:
        return None
    return min(1 - length, max(0.0, end - length, min(begin, _middle(spans.heads) - aim * length)))


def _middle(spans: Sequence[_Span]) -> float:
    return sum((a + b) / 2 * size for a, b, size in spans) / sum(size for *_, size in spans)


def _around(length: float, spans: Sequence[_Span], aim: float) -> float | None:
    """The begin of the best window that cuts no head and leaves none of the large ones out."""
    largest, middle = max(size for *_, size in spans), _middle(spans)
    best: tuple[float, float] | None = None
    for start in _starts(length, spans, middle - aim * length):
        inside = [span for span in spans if _within(span, start, length)]
        outside = [span for span in spans if span[1] <= start or span[0] >= start + length]
        if len(inside) + len(outside) < len(spans) or any(size >= SMALL * largest for *_, size in outside):
            continue
        worth = sum(size for *_, size in inside) / largest - abs(start + aim * length - middle)
        best = max(best or (worth, start), (worth, start))
    return best[1] if best else None


def _close(length: float, faces: Sequence[_Span], aim: float) -> float:
    """The begin of a window that a close-up fills: the faces without their hair, or as much of them as it can hold."""
    start = _around(length, faces, aim)
    if start is None:
        start = min(1 - length, max(0.0, _middle(faces) - length / 2))
    return start


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
# Of a panorama, whose people are small: the pixels of its short side, and the most of its long side.
FACES_SHORT, FACES_MOST = 240, 960
LEAST = 0.6  # how sure the detector must be, of 1


def looked_at(size: tuple[int, int]) -> float:
    """The pixels of the long side of a photo at which faces and words are looked for."""
    ratio = max(size) / min(size)
    return FACES_AT if ratio <= WIDEST else min(FACES_MOST, FACES_SHORT * ratio)


def small(photo: Image.Image) -> Image.Image:
    """An upright photo as large as faces and words are looked for."""
    scale = looked_at(photo.size) / max(photo.size)
    size = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
    return photo.convert("RGB").resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def faces_in(photo: Image.Image) -> tuple[Face, ...]:
    """The faces in a small photo, the surest first."""
    sheet = Image.new("RGB", (_whole(photo.width), _whole(photo.height)))
    sheet.paste(photo)
    boxes = yunet.faces(np.asarray(sheet), LEAST).tolist()
    return tuple(_shares(x, y, w, h, photo.size) for x, y, w, h, _ in boxes)


def _whole(side: int) -> int:
    return -(-side // yunet.STEP) * yunet.STEP


def _shares(x: float, y: float, w: float, h: float, size: tuple[int, int]) -> Face:
    left, top = max(0.0, x / size[0]), max(0.0, y / size[1])
    right, bottom = min(1.0, (x + w) / size[0]), min(1.0, (y + h) / size[1])
    return Face(round(left, 4), round(top, 4), round(right - left, 4), round(bottom - top, 4))
