"""How often a crop cuts a head: the middle of the photo, a little higher, and ours, over all sheets and 1 to 9 photos.

The photos stand in four public packages (none of them ships with this project); their faces were marked by eye in
crops.json. Where the packages are not at hand, only the drawn scenes are measured, whose heads are known exactly.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click
from PIL import Image

from renderers.ink.boxes import Shape
from renderers.kolase import tiles
from renderers.kolase.formats import FORMATS, Format
from renderers.photo import crop, prepared
from renderers.photo.crop import Face, Seen, Window
from tests.benchmarks.heads import SCENE_SIZES, drawn

MARKED = Path(__file__).with_name("crops.json")
WEEKS = 12  # for every sheet and number of photos
SHAPES = (4 / 3, 3 / 4, 16 / 9, 9 / 16, 1.0)
PLACES = (0.0, 0.5, 1.0)
CUT = (0.03, 0.97)  # a head of which less, or more, is shown counts as left out, as whole
_HAIR, _EARS = 0.3, 0.1
PANORAMAS, ROW = ((1600, 400), (1800, 600)), 5  # sizes of wide scenes, and the least heads in a row of people


@dataclass(frozen=True)
class Frame:
    """What a phone took: where the heads really are, and what our detector saw."""

    name: str
    heads: tuple[Window, ...]
    seen: Seen


@dataclass
class Tally:
    crops: int = 0
    chopped: int = 0
    left_out: int = 0
    filled: int = 0
    kept: float = 0.0


Way = Callable[[Seen, float], Window]


def middle(seen: Seen, cell: float) -> Window:
    return _plain(seen, cell, 0.5)


def higher(seen: Seen, cell: float) -> Window:
    return _plain(seen, cell, 0.3)


def _plain(seen: Seen, cell: float, above: float) -> Window:
    wide, high = min(1.0, cell / seen.aspect), min(1.0, seen.aspect / cell)
    return Window((1 - wide) / 2, (1 - high) * above, wide, high)


WAYS: dict[str, tuple[Way, bool]] = {
    "centre": (middle, False),
    "top-biased": (higher, False),
    "faces, any cell": (crop.window, False),
    "ours": (crop.window, True),
}


def visible(head: Window, window: Window) -> float:
    wide = min(head.x + head.w, window.x + window.w) - max(head.x, window.x)
    high = min(head.y + head.h, window.y + window.h) - max(head.y, window.y)
    return max(0.0, wide) * max(0.0, high) / (head.w * head.h)


def count(tally: Tally, frame: Frame, window: Window, cell: float) -> None:
    shares = [visible(head, window) for head in frame.heads]
    tally.crops += 1
    tally.chopped += any(CUT[0] < share < CUT[1] for share in shares)
    tally.left_out += any(share <= CUT[0] for share in shares)
    tally.filled += abs(frame.seen.aspect * window.w / window.h / cell - 1) > 0.02
    tally.kept += window.w * window.h


def compare(frames: Sequence[Frame], weeks: int = WEEKS) -> dict[str, Tally]:
    """The same weeks of random frames laid out and cropped in every way."""
    tallies = {name: Tally() for name in WAYS}
    for form in FORMATS.values():
        for number in range(1, 10):
            for week in range(weeks):
                chosen = Random(f"{form.nama} {number} {week}").choices(frames, k=number)
                for name, (way, matched) in WAYS.items():
                    _week(tallies[name], chosen, form, way, matched=matched)
    return tallies


def _week(tally: Tally, frames: Sequence[Frame], form: Format, way: Way, *, matched: bool) -> None:
    shapes = [crop.shape(frame.seen) if matched else Shape(frame.seen.aspect) for frame in frames]
    placed = tiles.plan(shapes, form.area(), lambda *_: 2, form.limits).tiles
    for frame, tile in zip(frames, placed, strict=True):
        cell = tile.photo.w / tile.photo.h
        count(tally, frame, way(frame.seen, cell), cell)


def head(face: Face) -> Window:
    """A face and the hair above it: what nobody wants to see cut."""
    return Window(face.x - _EARS * face.w, face.y - _HAIR * face.h, face.w * (1 + 2 * _EARS), face.h * (1 + _HAIR))


def framed(name: str, photo: Image.Image, faces: Sequence[Face]) -> Iterator[Frame]:
    """Frames of the shapes that phones take, of which none cuts a head itself."""
    own = photo.width / photo.height
    for shape in SHAPES:
        wide, high = min(1.0, shape / own), min(1.0, own / shape)
        for place in PLACES:
            cut = Window((1 - wide) * place, (1 - high) * place, wide, high)
            shares = [visible(head(face), cut) for face in faces]
            if all(share < CUT[0] or share > 0.999 for share in shares) and any(share > CUT[1] for share in shares):
                inside = [head(face) for face, share in zip(faces, shares, strict=True) if share > CUT[1]]
                yield _frame(f"{name} {shape:.2f} {place}", photo, cut, inside)


def _frame(name: str, photo: Image.Image, cut: Window, heads: Sequence[Window]) -> Frame:
    x, y = cut.x * photo.width, cut.y * photo.height
    taken = photo.crop((round(x), round(y), round(x + cut.w * photo.width), round(y + cut.h * photo.height)))
    within = [Window((h.x - cut.x) / cut.w, (h.y - cut.y) / cut.h, h.w / cut.w, h.h / cut.h) for h in heads]
    return Frame(name, tuple(within), prepared.look(taken, taken.width / taken.height))


def photographed(folder: Path) -> Iterator[Frame]:
    """Frames of the photos that are there."""
    marked = json.loads(MARKED.read_text("utf-8"))
    for name, faces in marked.items():
        if (folder / name).exists():
            with Image.open(folder / name, formats=["JPEG"]) as image:
                yield from framed(name, image.convert("RGB"), [Face(*face) for face in faces])


def scenes(
    seeds: Sequence[int] = (0, 1), sizes: Sequence[tuple[int, int]] = SCENE_SIZES, least: int = 0
) -> Iterator[Frame]:
    """The drawn scenes in which so many heads are to be seen."""
    for size in sizes:
        for seed in seeds:
            for name, picture, faces in drawn(seed, size):
                if len(faces) < least:
                    continue
                seen = prepared.look(picture, picture.width / picture.height)
                yield Frame(name, tuple(head(face) for face in faces), seen)


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    yield f"{'':18}{'crops':>7}{'chopped':>9}{'left out':>10}{'filled':>8}{'kept':>7}"
    for name, one in tallies.items():
        shares = (one.chopped, one.left_out, one.filled, one.kept)
        figures = "".join(
            f"{share / max(1, one.crops):>{wide}.1%}" for share, wide in zip(shares, (9, 10, 8, 7), strict=True)
        )
        yield f"{name:18}{one.crops:>7}{figures}"


def show(folder: Path | None) -> None:
    """A table for the photos, where they are at hand, one for the drawn scenes, one for long rows of people."""
    groups = {
        "photos": list(photographed(folder)) if folder else [],
        "drawn scenes": list(scenes()),
        "panoramas": list(scenes(sizes=PANORAMAS, least=ROW)),
    }
    for title, frames in groups.items():
        heads = sum(len(frame.heads) for frame in frames)
        found = sum(len(frame.seen.faces) for frame in frames)
        click.echo(f"{title}: {len(frames)} frames, {heads} heads, {found} found")
        for line in table(compare(frames)) if frames else ():
            click.echo(line)
