"""People as simple rounded figures; every measure is in half heads, from the middle of the face."""

from collections.abc import Sequence

from tests.scenes.canvas import Canvas, Colour, Point, dark, light, mix, rgb
from tests.scenes.looks import INK, WHITE, Look


class Figure:
    """One person at (x, y) with half-head size `r`; `turn` from -1 (left) to 1 (right)."""

    def __init__(self, c: Canvas, at: Point, r: float, who: Look, turn: float = 0) -> None:
        self.c, (self.x, self.y), self.r, self.who, self.turn = c, at, r, who, turn

    def p(self, x: float, y: float) -> Point:
        return self.x + x * self.r, self.y + y * self.r

    def ps(self, points: Sequence[Point]) -> list[Point]:
        return [self.p(x, y) for x, y in points]

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Colour, *, alpha: float = 1) -> None:
        self.c.oval(*self.p(x, y), rx * self.r, ry * self.r, fill, alpha=alpha)

    def head(self, *, back: bool = False) -> None:
        {"hijab": self._hijab, "bob": self._bob, "bun": self._bun, "peci": self._peci}.get(self.who.cover, self._short)(
            back=back
        )

    def _face(self, rx: float = 0.78, ry: float = 0.95, y: float = 0.0) -> None:
        t = self.turn * 0.2
        self.oval(t * 0.3, y, rx, ry, self.who.skin)
        for side in (-1, 1):
            self.oval(t + side * 0.29, 0.04, 0.075, 0.095, INK)
            self.oval(t + side * 0.42, 0.3, 0.15, 0.1, rgb("c8604f"), alpha=0.2)
            self.c.line(
                self.ps([(t + side * 0.4, -0.2), (t + side * 0.2, -0.22)]), 0.07 * self.r, dark(self.who.skin, 0.5)
            )
        self.c.line(self.ps([(t * 1.3, 0.1), (t * 1.3 + 0.05, 0.25)]), 0.06 * self.r, dark(self.who.skin, 0.18))
        self.c.arc((*self.p(t, 0.4), 0.24 * self.r, 0.15 * self.r), (25, 155), 0.07 * self.r, dark(self.who.skin, 0.5))
        if self.who.glasses:
            self._glasses(t)

    def _glasses(self, t: float) -> None:
        for side in (-1, 1):
            self.c.arc((*self.p(t + side * 0.3, 0.05), 0.22 * self.r, 0.2 * self.r), (0, 360), 0.05 * self.r, INK)
        self.c.line(self.ps([(t - 0.08, 0.02), (t + 0.08, 0.02)]), 0.05 * self.r, INK)

    def _ears(self) -> None:
        for side in (-1, 1):
            self.oval(side * 0.78, 0.08, 0.15, 0.2, dark(self.who.skin, 0.06))

    def _fringe(self) -> None:
        t = self.turn * 0.18
        outer = [(-0.84, 0.0), (-0.86, -0.5), (-0.5, -0.98), (0, -1.1), (0.5, -0.98), (0.86, -0.5), (0.84, 0.0)]
        inner = [(0.7 + t * 0.4, -0.3), (0.3 + t, -0.5), (-0.25 + t, -0.62), (-0.62 + t * 0.4, -0.36)]
        self.c.blob(self.ps(outer + inner), self.who.hair)

    def _short(self, *, back: bool) -> None:
        self._ears()
        self.oval(0, -0.12, 0.84, 0.96, self.who.hair)
        if back:
            self.oval(0, 0.5, 0.6, 0.42, self.who.hair)
        else:
            self._face()
            self._fringe()

    def _peci(self, *, back: bool) -> None:
        self._short(back=back)
        cloth = rgb("2b2428")
        self.c.poly(self.ps([(-0.86, -0.42), (-0.74, -1.18), (0.74, -1.18), (0.86, -0.42)]), cloth)
        self.oval(0, -1.18, 0.74, 0.16, light(cloth, 0.12))
        self.oval(0, -0.42, 0.86, 0.12, cloth)

    def _bob(self, *, back: bool) -> None:
        shape = [(-0.95, 0.9), (-1.02, 0), (-0.8, -0.85), (0, -1.14), (0.8, -0.85), (1.02, 0), (0.95, 0.9), (0, 1.12)]
        self.c.blob(self.ps(shape), self.who.hair)
        if not back:
            self.oval(0, 1.0, 0.32, 0.4, dark(self.who.skin, 0.14))
            self._face(0.74, 0.92, 0.02)
            self._fringe()

    def _bun(self, *, back: bool) -> None:
        self.oval(0, -1.18 if not back else -0.75, 0.38, 0.34, dark(self.who.hair, 0.2) if back else self.who.hair)
        self._short(back=back)
        if back:
            self.oval(0, -0.55, 0.36, 0.32, light(self.who.hair, 0.1))

    def _hijab(self, *, back: bool) -> None:
        cloth = self.who.veil
        drape = [
            (-0.85, 0.1),
            (-1.12, 1.1),
            (-1.2, 1.9),
            (-0.5, 2.45),
            (0.4, 2.5),
            (1.2, 1.9),
            (1.12, 1.1),
            (0.85, 0.1),
        ]
        self.c.blob(self.ps(drape), cloth)
        self.oval(0, -0.08, 0.98, 1.08, cloth)
        if back:
            self.c.line(self.ps([(0, 0.9), (-0.1, 2.1)]), 0.07 * self.r, dark(cloth, 0.12))
            return
        self.oval(self.turn * 0.07, 0.04, 0.76, 0.9, dark(cloth, 0.16))
        self._face(0.69, 0.83, 0.06)
        self.c.line(self.ps([(-0.5, 0.95), (0.3, 1.35), (0.9, 1.3)]), 0.07 * self.r, dark(cloth, 0.14))

    def torso(self, down: float, *, back: bool = False) -> None:
        shirt = self.who.shirt
        self.c.poly(self.ps([(-0.32, 0.5), (-0.36, 1.5), (0.36, 1.5), (0.32, 0.5)]), dark(self.who.skin, 0.14))
        half = [(-0.4, 1.12), (-1.05, 1.36), (-1.52, 1.72), (-1.66, 2.4), (-1.58, 3.6), (-1.5, down)]
        self.c.poly(self.ps(_rounded(half)), shirt)
        if not back:
            self._front(down)

    def _front(self, down: float) -> None:
        shirt = self.who.shirt
        edge = light(shirt, 0.35) if sum(shirt) < 560 else dark(shirt, 0.12)
        self.c.poly(self.ps([(-0.4, 1.08), (0, 1.75), (0.4, 1.08)]), dark(self.who.skin, 0.1))
        self.c.poly(self.ps([(-0.44, 1.02), (-0.62, 1.42), (-0.12, 1.9), (0, 1.66)]), edge)
        self.c.poly(self.ps([(0.44, 1.02), (0.62, 1.42), (0.12, 1.9), (0, 1.66)]), edge)
        self.c.line(self.ps([(0, 1.85), (0, down - 0.2)]), 0.05 * self.r, dark(shirt, 0.16))
        if self.who.batik:
            self._batik(down, edge)
        if self.who.badge:
            self.c.rect(*self.p(0.5, 2.35), 0.5 * self.r, 0.36 * self.r, WHITE, r=0.06 * self.r)

    def _batik(self, down: float, edge: Colour) -> None:
        rows = int((min(down, 5.6) - 2.2) / 0.62)
        for row in range(rows):
            for k in (-1.1, -0.44, 0.44, 1.1):
                x, y = k + (0.16 if row % 2 else -0.16), 2.35 + row * 0.62
                self.c.poly(self.ps([(x, y - 0.17), (x + 0.13, y), (x, y + 0.17), (x - 0.13, y)]), edge, alpha=0.7)

    def arm(self, points: Sequence[Point], *, bare: bool = False) -> None:
        sleeve = dark(self.who.shirt, 0.1)
        self.c.line(self.ps(points), 0.68 * self.r, sleeve)
        (x0, y0), (x1, y1) = points[-2], points[-1]
        length = max(0.01, ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)
        reach = 0.75 if bare else 0.32
        hand = (x1 + (x1 - x0) / length * reach, y1 + (y1 - y0) / length * reach)
        self.c.line(self.ps([(x1, y1), hand]), 0.46 * self.r, self.who.skin)
        self.oval(*hand, 0.3, 0.3, self.who.skin)

    def legs(self, feet: float) -> None:
        cloth, top = self.who.bottom, 5.2
        for side in (-1, 1):
            self.oval(side * 0.8, feet, 0.62, 0.3, mix(INK, cloth, 0.2))
        if self.who.cover == "hijab":
            hem = [(-1.45, top), (-1.75, feet - 0.1), (1.75, feet - 0.1), (1.45, top)]
            self.c.poly(self.ps(hem), cloth)
        else:
            self.c.poly(
                self.ps(
                    [(-1.42, top), (-1.25, feet), (-0.25, feet), (0, top + 1), (0.25, feet), (1.25, feet), (1.42, top)]
                ),
                cloth,
            )


def _rounded(half: list[Point]) -> list[Point]:
    """Mirror the left half of a torso; the spline keeps the shoulders round."""
    left = [half[0], *half[1:]]
    return left + [(-x, y) for x, y in reversed(left)]
