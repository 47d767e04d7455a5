"""A sheet to draw calm flat illustrations on: the short side is 1000 units, drawn larger and reduced."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
OVERSAMPLE = 3


def rgb(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(a: Colour, b: Colour, share: float) -> Colour:
    r, g, b_ = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return r, g, b_


def dark(colour: Colour, share: float = 0.15) -> Colour:
    return mix(colour, (40, 20, 26), share)


def light(colour: Colour, share: float = 0.25) -> Colour:
    return mix(colour, (255, 250, 240), share)


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A closed Catmull-Rom curve through the points."""
    count, curve = len(points), []
    for i in range(count):
        p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        curve += [_spline(p0, p1, p2, p3, s / steps) for s in range(steps)]
    return curve


def _spline(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    x, y = (
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
    )
    return x, y


class Canvas:
    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.unit = OVERSAMPLE * min(size) / 1000
        self.image = Image.new("RGB", (size[0] * OVERSAMPLE, size[1] * OVERSAMPLE), "white")
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.w, self.h = self.image.width / self.unit, self.image.height / self.unit

    def finished(self) -> Image.Image:
        return self.image.resize(self.size, Image.Resampling.LANCZOS)

    def _at(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.unit, y * self.unit) for x, y in points]

    def rect(self, x: float, y: float, w: float, h: float, fill: Colour, *, r: float = 0, alpha: float = 1) -> None:
        self.pen.rounded_rectangle(self._at([(x, y), (x + w, y + h)]), r * self.unit, (*fill, round(255 * alpha)))

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Colour, *, alpha: float = 1) -> None:
        self.pen.ellipse(self._at([(x - rx, y - ry), (x + rx, y + ry)]), (*fill, round(255 * alpha)))

    def poly(self, points: Sequence[Point], fill: Colour, *, alpha: float = 1) -> None:
        self.pen.polygon(self._at(points), (*fill, round(255 * alpha)))

    def blob(self, points: Sequence[Point], fill: Colour, *, alpha: float = 1) -> None:
        self.poly(smooth(points), fill, alpha=alpha)

    def line(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        self.pen.line(self._at(points), fill, max(1, round(width * self.unit)), joint="curve")
        for x, y in (points[0], points[-1]):
            self.oval(x, y, width / 2, width / 2, fill)

    def arc(self, oval: Box, span: Point, width: float, fill: Colour) -> None:
        x, y, rx, ry = oval
        box = self._at([(x - rx, y - ry), (x + rx, y + ry)])
        self.pen.arc([*box[0], *box[1]], *span, fill, max(1, round(width * self.unit)))

    def fade(self, area: Box, top: Colour, bottom: Colour) -> None:
        x, y, w, h = area
        box = [round(v * self.unit) for v in (x, y, x + w, y + h)]
        ramp = Image.linear_gradient("L").resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.BICUBIC)
        self.image.paste(Image.composite(_solid(ramp, bottom), _solid(ramp, top), ramp), (box[0], box[1]))

    def glow(self, oval: Box, fill: Colour, alpha: float = 0.3) -> None:
        """A soft round patch: a shadow where `fill` is dark, light where it is light."""
        x, y, rx, ry = oval
        box = [round(v * self.unit) for v in (x - rx, y - ry, x + rx, y + ry)]
        disc = Image.radial_gradient("L").point([round(max(0, 1 - v / 180) * 255 * alpha) for v in range(256)])
        mask = disc.resize((max(1, box[2] - box[0]), max(1, box[3] - box[1])), Image.Resampling.BICUBIC)
        self.image.paste(_solid(mask, fill), (box[0], box[1]), mask)


def _solid(like: Image.Image, colour: Colour) -> Image.Image:
    return Image.new("RGB", like.size, colour)
