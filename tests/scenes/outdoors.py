"""Ceremonies in the yard, the camp, a breakfast under trees."""

from random import Random

from tests.scenes import furniture as f
from tests.scenes import tabletop as on
from tests.scenes.canvas import Canvas, Colour, dark, light, rgb
from tests.scenes.events import bunting
from tests.scenes.looks import INK, WHITE, look
from tests.scenes.poses import standing, standing_back
from tests.scenes.rooms import Mood
from tests.scenes.tables import seated_row
from tests.scenes.yards import office, palm, tree, yard


def ground(c: Canvas, top: float, near: Colour, far: Colour) -> None:
    c.fade((0, top, c.w, c.h - top + 2), far, near)
    c.rect(0, top, c.w, 8, dark(far, 0.1))


def pole(c: Canvas, x: float, base: float, height: float) -> None:
    c.rect(x - 60, base - 24, 120, 24, WHITE, r=4)
    c.rect(x - 36, base - 46, 72, 24, rgb("d9cfc0"), r=4)
    c.line([(x, base - 40), (x, base - height)], 8, rgb("e6e2da"))
    for k, colour in enumerate((f.RED, WHITE)):
        y = base - height + 10 + k * 58
        wave = [
            (x + 4, y),
            (x + 60, y - 12),
            (x + 120, y + 8),
            (x + 178, y - 6),
            (x + 178, y + 52),
            (x + 120, y + 66),
            (x + 60, y + 46),
            (x + 4, y + 58),
        ]
        c.poly(wave, colour)


def apel(c: Canvas, rng: Random, m: Mood) -> None:
    """The morning roll call: rows from behind, the leader in front of the building."""
    top = c.h * 0.5
    yard(c, top, rng, rng.choice([0.0, 0.6]))
    office(c, (c.w * 0.12, top, c.w * 0.6, c.h * 0.24), light(m.wall, 0.3), m.accent)
    tree(c, c.w * 0.9, top + 20, 210)
    palm(c, c.w * 0.04, top + 20, 210)
    ground(c, top, rgb("d5c2a2"), rgb("b9ad94"))
    pole(c, c.w * 0.82, top + 60, c.h * 0.46)
    standing(c, (c.w * 0.42, c.h * 0.66), 25, look(rng, rgb("f2ece0"), "peci"))
    shirt = rng.choice([rgb("8c2f39"), rgb("c9a06a"), rgb("f2ece0"), rgb("3f5f75")])
    for row in range(3):
        r = 26 + 12 * row
        count = int(c.w / (4.6 * r))
        for k in range(count):
            standing_back(c, ((k + 0.5) * c.w / count, c.h * (0.78 + 0.17 * row)), r, look(rng, shirt))


def ceremony(c: Canvas, rng: Random, m: Mood) -> None:
    """A solemn one: officials salute in a line, facing us."""
    top = c.h * 0.56
    yard(c, top, rng)
    office(c, (-40, top, c.w * 0.5, c.h * 0.2), light(m.wall, 0.3), m.accent)
    for x in (0.6, 0.74, 0.97):
        tree(c, c.w * x, top + 16, rng.uniform(170, 230))
    ground(c, top, rgb("9fb98a"), rgb("86a678"))
    c.poly([(c.w * 0.2, top), (c.w * 0.8, top), (c.w * 1.1, c.h), (-c.w * 0.1, c.h)], rgb("d8c9ac"))
    pole(c, c.w * 0.5, top + 50, c.h * 0.5)
    shirt = rng.choice([rgb("8c2f39"), rgb("f2ece0"), rgb("d9c3a0")])
    for k in range(6):
        standing(c, (c.w * (0.1 + 0.16 * k), c.h * 0.95), 48, look(rng, shirt), pose="salute", turn=(2.5 - k) * 0.2)


def flag_ceremony(c: Canvas, rng: Random, m: Mood) -> None:
    """Three carry out the flag, the guests stand to the left and right."""
    top = c.h * 0.6
    yard(c, top, rng, 0.35)
    palm(c, c.w * 0.07, top + 20, 260)
    palm(c, c.w * 0.93, top + 20, 240)
    ground(c, top, rgb("a8bd8c"), rgb("8aa876"))
    bunting(c, 0, c.w, 20, 10)
    pole(c, c.w * 0.5, top + 70, c.h * 0.58)
    for k in range(4):
        for side in (-1, 1):
            x = c.w / 2 + side * c.w * (0.2 + 0.085 * k)
            standing(
                c,
                (x, c.h * (0.76 + 0.03 * k)),
                32 + 4 * k,
                look(rng, m.accent if side < 0 else None),
                pose="down",
                turn=-side * 0.8,
            )
    for k in (-1, 0, 1):
        standing_back(c, (c.w * (0.5 + 0.1 * k), c.h * 0.97), 46, look(rng, WHITE, "peci"))


def jambore(c: Canvas, rng: Random, m: Mood) -> None:
    top = c.h * 0.52
    yard(c, top, rng, 0.2)
    for x in (0.05, 0.2, 0.84, 0.97):
        tree(c, c.w * x, top + 10, rng.uniform(200, 270), rgb("5f8a63"))
    ground(c, top, rgb("b7c38a"), rgb("8fae74"))
    for k, (x, s) in enumerate(((0.18, 150), (0.5, 170), (0.82, 150))):
        tent(c, c.w * x, top + 80, s, [m.accent, rgb("c9954f"), rgb("3f5f75")][k])
    bunting(c, 0, c.w, 60, 16)
    for k in range(7):
        pose = ["wave", "folded", "clap", "raise", "down", "wave", "clap"][k]
        standing(
            c,
            (c.w * (0.09 + 0.137 * k), c.h * (0.9 + 0.05 * (k % 2))),
            41,
            look(rng, rgb("b98a5c") if k % 3 else rgb("8a5a48")),
            pose=pose,
        )


def tent(c: Canvas, x: float, base: float, s: float, cloth: Colour) -> None:
    c.glow((x, base, 1.8 * s, 0.25 * s), INK, 0.4)
    c.poly([(x, base - 1.5 * s), (x + 1.3 * s, base), (x - 1.3 * s, base)], cloth)
    c.poly([(x, base - 1.5 * s), (x + 1.3 * s, base), (x + 0.5 * s, base)], dark(cloth, 0.18))
    c.poly([(x, base - 1.1 * s), (x + 0.36 * s, base), (x - 0.36 * s, base)], dark(cloth, 0.5))
    c.poly([(x, base - 1.1 * s), (x - 0.36 * s, base), (x - 0.62 * s, base)], light(cloth, 0.3))
    c.line([(x, base - 1.5 * s), (x, base - 1.85 * s)], 5, rgb("7d5138"))
    c.poly([(x, base - 1.85 * s), (x + 0.36 * s, base - 1.74 * s), (x, base - 1.62 * s)], f.RED)


def breakfast(c: Canvas, rng: Random, m: Mood) -> None:
    """A morning talk at a long table on the terrace."""
    top = c.h * 0.58
    yard(c, top, rng, 0.8)
    tree(c, c.w * 0.08, top + 30, 270)
    tree(c, c.w * 0.94, top + 30, 290, rgb("7f9a66"))
    c.glow((c.w * 0.5, c.h * 0.25, 500, 300), rgb("fff0c8"), 0.5)
    ground(c, top, rgb("c79a74"), rgb("b07f5c"))
    for k in range(9):
        x = c.w * k / 8
        c.line([(x, top - 90), (x, top)], 12, WHITE)
    c.line([(0, top - 92), (c.w, top - 92)], 14, WHITE)
    for x in (0.0, c.w):
        c.rect(x - 34, 0, 68, c.h * 0.8, rgb("8f5f41"))
    c.rect(0, 0, c.w, 54, rgb("8f5f41"))
    for k in range(5):
        x = c.w * (0.14 + 0.18 * k)
        c.line([(x, 54), (x, 110 + 20 * (k % 2))], 4, rgb("4a4048"))
        c.oval(x, 130 + 20 * (k % 2), 32, 28, rgb("f6d68c"))
    seated_row(c, rng, m, heads=c.h * 0.48, table=c.h * 0.67, count=5, span=(c.w * 0.12, c.w * 0.88))
    for k in range(6):
        x = c.w * (0.16 + 0.135 * k)
        on.cup(c, x, c.h * 0.735, 74)
        c.oval(x + 74, c.h * 0.735, 44, 13, WHITE)
        c.oval(x + 74, c.h * 0.728, 24, 10, f.GOLD)
