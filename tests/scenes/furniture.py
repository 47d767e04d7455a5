"""Things that stand and hang in an office: windows, plants, tables, boards, flags."""

from random import Random

from tests.scenes.canvas import Box, Canvas, Colour, dark, light, mix, rgb
from tests.scenes.looks import INK, WHITE

LEAF = rgb("6f8f6a")
WOOD = rgb("a9774f")
GOLD = rgb("d9ab52")
RED = rgb("b23440")


def window(c: Canvas, area: Box, curtain: Colour | None = None) -> None:
    x, y, w, h = area
    c.rect(x - 12, y - 12, w + 24, h + 24, WHITE, r=6)
    c.fade((x, y, w, h), rgb("bcd9de"), rgb("eef0dd"))
    c.oval(x + w * 0.7, y + h * 0.25, w * 0.09, w * 0.09, rgb("fdf3cf"))
    base = y + h
    hills = [(x, base), (x, base - h * 0.3), (x + w * 0.3, base - h * 0.42), (x + w * 0.62, base - h * 0.25)]
    c.poly([*hills, (x + w, base - h * 0.36), (x + w, base)], rgb("a5c3a4"))
    c.poly(
        [(x, base), (x, base - h * 0.14), (x + w * 0.5, base - h * 0.22), (x + w, base - h * 0.12), (x + w, base)], LEAF
    )
    c.rect(x + w / 2 - 5, y, 10, h, WHITE)
    c.rect(x, y + h * 0.4, w, 8, WHITE)
    c.rect(x - 22, base + 10, w + 44, 16, mix(WHITE, INK, 0.08), r=4)
    if curtain:
        _curtains(c, (x, y, w, h), curtain)


def _curtains(c: Canvas, area: Box, cloth: Colour) -> None:
    x, y, w, h = area
    c.rect(x - 50, y - 34, w + 100, 12, dark(cloth, 0.35), r=6)
    for left, tip in ((x - 40, x + w * 0.16), (x + w + 40, x + w * 0.84)):
        c.poly([(left, y - 24), (tip, y - 24), (tip + (left - tip) * 0.45, y + h + 40), (left, y + h + 40)], cloth)
        for k in (0.3, 0.6):
            top, foot = left + (tip - left) * k, left + (tip - left) * k * 0.55
            c.line([(top, y - 20), (foot, y + h + 36)], 5, dark(cloth, 0.12))


def plant(c: Canvas, x: float, ground: float, size: float, pot: Colour) -> None:
    c.glow((x, ground, size * 0.5, size * 0.12), INK, 0.4)
    for k, (dx, dy) in enumerate(
        [(-0.42, 1.1), (0.42, 1.15), (-0.24, 1.42), (0.24, 1.5), (0, 1.62), (-0.5, 0.82), (0.5, 0.85)]
    ):
        tip = (x + dx * size, ground - dy * size)
        mid = (x + dx * size * 0.62, ground - (dy * 0.55 + 0.28) * size)
        side = 0.1 * size
        leaf = [
            (x, ground - 0.4 * size),
            (mid[0] - side, mid[1] - side * 0.4),
            tip,
            (mid[0] + side, mid[1] + side * 0.4),
        ]
        c.blob(leaf, mix(LEAF, rgb("3f6650"), (k % 3) * 0.35))
    c.poly(
        [
            (x - 0.24 * size, ground - 0.45 * size),
            (x + 0.24 * size, ground - 0.45 * size),
            (x + 0.17 * size, ground),
            (x - 0.17 * size, ground),
        ],
        pot,
    )
    c.rect(x - 0.27 * size, ground - 0.48 * size, 0.54 * size, 0.1 * size, light(pot, 0.2), r=4)


def picture(c: Canvas, area: Box, rng: Random) -> None:
    x, y, w, h = area
    frame = rng.choice([WOOD, GOLD, rgb("5b4039")])
    c.rect(x + 5, y + 8, w, h, INK, alpha=0.12, r=4)
    c.rect(x, y, w, h, frame, r=4)
    c.rect(x + 9, y + 9, w - 18, h - 18, rgb("f4ead6"))
    sky, hill = rng.choice([("e9c9a0", "b5655a"), ("c4d8d6", "6f8f7f"), ("e6d3c3", "6b8593")])
    c.rect(x + 18, y + 18, w - 36, h - 36, rgb(sky))
    c.oval(x + w * 0.66, y + h * 0.4, w * 0.08, w * 0.08, rgb("fdf3cf"))
    c.poly(
        [(x + 18, y + h - 18), (x + w * 0.42, y + h * 0.45), (x + w * 0.62, y + h * 0.62), (x + w - 18, y + h - 18)],
        rgb(hill),
    )


def clock(c: Canvas, x: float, y: float, r: float) -> None:
    c.oval(x + 3, y + 5, r, r, INK, alpha=0.15)
    c.oval(x, y, r, r, rgb("5b4039"))
    c.oval(x, y, r * 0.84, r * 0.84, WHITE)
    c.line([(x, y), (x, y - r * 0.55)], 4, INK)
    c.line([(x, y), (x + r * 0.4, y + r * 0.15)], 4, INK)


def cooler(c: Canvas, x: float, y: float) -> None:
    """The split air conditioner no Indonesian meeting room is without."""
    c.rect(x, y + 8, 210, 62, INK, alpha=0.1, r=14)
    c.rect(x, y, 210, 62, rgb("f7f3ea"), r=14)
    c.rect(x + 14, y + 42, 182, 9, rgb("d3ccc0"), r=4)


def flag(c: Canvas, x: float, ground: float, height: float) -> None:
    c.glow((x, ground, height * 0.16, height * 0.03), INK, 0.4)
    c.line([(x, ground), (x, ground - height)], 9, GOLD)
    c.oval(x, ground - height - 8, 11, 11, GOLD)
    c.rect(x - 34, ground - 14, 68, 14, rgb("5b4039"), r=6)
    top, w = ground - height + 12, height * 0.26
    for k, colour in enumerate((RED, WHITE)):
        y = top + k * height * 0.2
        c.blob(
            [
                (x + 4, y),
                (x + w * 0.5, y + height * 0.05),
                (x + w, y + height * 0.1),
                (x + w * 0.9, y + height * 0.34),
                (x + w * 0.45, y + height * 0.27),
                (x + 4, y + height * 0.2),
            ],
            colour,
        )
