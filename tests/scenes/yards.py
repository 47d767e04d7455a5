"""Outside: sky, hills, trees and the office building."""

from random import Random

from tests.scenes.canvas import Box, Canvas, Colour, dark, light, mix, rgb
from tests.scenes.furniture import LEAF
from tests.scenes.looks import INK, WHITE


def yard(c: Canvas, horizon: float, rng: Random, dusk: float = 0) -> None:
    c.fade((0, 0, c.w, horizon), mix(rgb("9fc8d8"), rgb("e2a27c"), dusk), mix(rgb("eef3e4"), rgb("f6e3bd"), dusk))
    c.glow((c.w * 0.8, horizon * 0.3, 260, 260), WHITE, 0.8)
    for _ in range(4):
        cloud(c, rng.uniform(0, c.w), rng.uniform(60, horizon * 0.45), rng.uniform(40, 80))
    c.blob(
        [
            (-90, horizon + 90),
            (c.w * 0.1, horizon - 120),
            (c.w * 0.35, horizon - 60),
            (c.w * 0.6, horizon - 150),
            (c.w * 0.9, horizon - 70),
            (c.w + 90, horizon + 90),
        ],
        rgb("a9c6a8"),
    )


def cloud(c: Canvas, x: float, y: float, s: float) -> None:
    for dx, dy, k in ((-1, 0.2, 0.7), (0, 0, 1), (1.05, 0.22, 0.75), (0.4, 0.35, 1.1), (-0.5, 0.4, 0.9)):
        c.oval(x + dx * s, y + dy * s, k * s, k * s * 0.55, WHITE, alpha=0.75)


def tree(c: Canvas, x: float, ground: float, s: float, leaf: Colour = LEAF) -> None:
    c.glow((x, ground, s * 0.8, s * 0.14), INK, 0.3)
    c.poly(
        [(x - 0.1 * s, ground), (x - 0.06 * s, ground - s), (x + 0.06 * s, ground - s), (x + 0.1 * s, ground)],
        rgb("7d5138"),
    )
    for dx, dy, k in ((-0.4, 1.1, 0.5), (0.4, 1.15, 0.5), (0, 1.45, 0.58)):
        c.oval(x + dx * s, ground - dy * s, k * s, k * s * 0.9, leaf)
    c.oval(x - 0.14 * s, ground - 1.6 * s, 0.32 * s, 0.26 * s, light(leaf, 0.25), alpha=0.6)


def palm(c: Canvas, x: float, ground: float, s: float) -> None:
    c.line([(x, ground), (x + 0.08 * s, ground - 0.9 * s), (x + 0.02 * s, ground - 1.7 * s)], 0.11 * s, rgb("96704f"))
    for dx, dy in ((-0.8, 0.1), (0.8, 0.1), (-0.6, -0.38), (0.6, -0.38), (-0.72, 0.46), (0.72, 0.46)):
        top = (x + 0.02 * s, ground - 1.7 * s)
        c.blob(
            [
                top,
                (top[0] + dx * s * 0.5, top[1] + (dy - 0.32) * s),
                (top[0] + dx * s, top[1] + dy * s),
                (top[0] + dx * s * 0.5, top[1] + (dy - 0.12) * s),
            ],
            rgb("5f8a63"),
        )


def office(c: Canvas, area: Box, wall: Colour, roof: Colour) -> None:
    """A low government building: tiled roof, porch with columns, windows."""
    x, ground, w, h = area
    c.rect(x, ground - h, w, h, wall)
    c.poly(
        [
            (x - 50, ground - h),
            (x + w * 0.14, ground - h * 1.5),
            (x + w * 0.86, ground - h * 1.5),
            (x + w + 50, ground - h),
        ],
        roof,
    )
    for k in range(1, 5):
        y = ground - h - h * 0.1 * k
        c.line(
            [(x - 50 + k * (w * 0.14 + 50) * 0.2, y), (x + w + 50 - k * (w * 0.14 + 50) * 0.2, y)], 3, dark(roof, 0.14)
        )
    count = max(4, int(w / 130))
    for k in range(count):
        left = x + w * (k + 0.2) / count
        c.rect(left, ground - h * 0.78, w * 0.6 / count, h * 0.42, WHITE, r=4)
        c.rect(left + 7, ground - h * 0.75, w * 0.6 / count - 14, h * 0.36, rgb("8fb0b8"))
    _porch(c, (x + w * 0.34, ground, w * 0.32, h), roof)


def _porch(c: Canvas, area: Box, roof: Colour) -> None:
    x, ground, w, h = area
    c.rect(x, ground - h * 0.9, w, h * 0.9, rgb("f4ead6"))
    c.rect(x + w * 0.36, ground - h * 0.66, w * 0.28, h * 0.66, rgb("6b4a3c"), r=4)
    for k in range(4):
        c.rect(x + w * (k / 3) - 13, ground - h * 0.9, 26, h * 0.9, WHITE)
    c.poly(
        [(x - 36, ground - h * 0.88), (x + w / 2, ground - h * 1.32), (x + w + 36, ground - h * 0.88)], dark(roof, 0.1)
    )
