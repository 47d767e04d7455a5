"""What a speaker shows or stands at."""

from random import Random

from tests.scenes.canvas import Box, Canvas, Colour, dark, light, rgb
from tests.scenes.furniture import GOLD, RED, WOOD
from tests.scenes.looks import INK, WHITE


def screen(c: Canvas, area: Box, rng: Random) -> None:
    x, y, w, h = area
    c.rect(x + 6, y + 10, w, h, INK, alpha=0.12, r=8)
    c.rect(x, y, w, h, rgb("4a4048"), r=8)
    c.rect(x + 10, y + 10, w - 20, h - 20, rgb("fbf6ea"))
    c.rect(x + 10, y + 10, w - 20, h * 0.16, rng.choice([RED, rgb("3f5f75"), rgb("6f8f7f")]))
    c.rect(x + w * 0.08, y + h * 0.075, w * 0.5, h * 0.055, WHITE, alpha=0.85, r=4)
    if rng.random() < 0.5:
        for k in range(5):
            bar = h * rng.uniform(0.15, 0.5)
            c.rect(x + w * (0.1 + k * 0.09), y + h * 0.86 - bar, w * 0.06, bar, [RED, GOLD, rgb("6b8593")][k % 3], r=3)
    else:
        c.oval(x + w * 0.28, y + h * 0.56, h * 0.24, h * 0.24, GOLD)
        c.pen.pieslice(
            [v * c.unit for v in (x + w * 0.28 - h * 0.24, y + h * 0.32, x + w * 0.28 + h * 0.24, y + h * 0.8)],
            -90,
            60,
            rgb("3f5f75"),
        )
        c.oval(x + w * 0.28, y + h * 0.56, h * 0.11, h * 0.11, rgb("fbf6ea"))
    for k in range(4):
        c.rect(x + w * 0.6, y + h * (0.34 + k * 0.13), w * rng.uniform(0.2, 0.32), h * 0.045, rgb("b9aca0"), r=4)


def whiteboard(c: Canvas, area: Box, rng: Random, *, chalk: bool = False) -> None:
    x, y, w, h = area
    c.rect(x + 6, y + 10, w, h, INK, alpha=0.12, r=6)
    c.rect(x, y, w, h, WOOD if chalk else rgb("c9c4bd"), r=6)
    c.rect(x + 12, y + 12, w - 24, h - 24, rgb("35564c") if chalk else rgb("fdfaf3"))
    marker = rgb("e9eee2") if chalk else rgb("3f5f75")
    for k in range(4):
        top, left = y + h * (0.2 + k * 0.17), x + w * 0.1
        for _ in range(rng.randint(2, 4)):
            step = w * rng.uniform(0.06, 0.16)
            if left + step < x + w * 0.62:
                c.line([(left, top), (left + step, top)], 9, marker if k else (GOLD if chalk else RED))
            left += step + w * 0.04
    for k in range(3):
        c.arc((x + w * 0.8, y + h * (0.3 + k * 0.22), w * 0.07, h * 0.07), (0, 360), 6, marker)
    c.rect(x + w * 0.3, y + h - 6, w * 0.4, 16, rgb("8f867d"), r=4)


def lectern(c: Canvas, x: float, ground: float, s: float, wood: Colour = WOOD) -> None:
    c.glow((x, ground, 1.5 * s, 0.3 * s), INK, 0.4)
    c.poly(
        [
            (x - 0.95 * s, ground - 2.9 * s),
            (x + 0.95 * s, ground - 2.9 * s),
            (x + 0.75 * s, ground),
            (x - 0.75 * s, ground),
        ],
        wood,
    )
    c.rect(x - 1.1 * s, ground - 3.1 * s, 2.2 * s, 0.26 * s, light(wood, 0.2), r=0.08 * s)
    c.oval(x, ground - 1.8 * s, 0.42 * s, 0.42 * s, GOLD)
    c.oval(x, ground - 1.8 * s, 0.3 * s, 0.3 * s, dark(wood, 0.2))
