"""Stages, classes and halls: something is shown, others look on."""

from random import Random

from tests.scenes import boards
from tests.scenes import furniture as f
from tests.scenes import tabletop as on
from tests.scenes.canvas import Canvas, dark, light, rgb
from tests.scenes.looks import look
from tests.scenes.poses import from_behind, standing
from tests.scenes.rooms import Mood, backdrop, decorate, room, striped
from tests.scenes.stages import shake
from tests.scenes.tables import long_table


def english_class(c: Canvas, rng: Random, m: Mood) -> None:
    horizon = c.h * 0.6
    room(c, m, horizon)
    chalk = rng.random() < 0.5
    boards.whiteboard(c, (c.w * 0.28, c.h * 0.1, c.w * 0.52, c.h * 0.4), rng, chalk=chalk)
    f.window(c, (c.w * 0.87, c.h * 0.12, c.w * 0.2, c.h * 0.32))
    bunting(c, 0, c.w, 26, 5)
    standing(
        c, (c.w * 0.2, c.h * 0.82), 54, look(rng, rgb("c9954f") if chalk else rgb("3f5f75")), pose="point", turn=0.7
    )
    f.plant(c, c.w * 0.05, c.h * 0.7, 200, m.accent)
    for k, x in enumerate((0.34, 0.56, 0.78, 0.97)):
        from_behind(c, (c.w * x, c.h * 0.72 + 16 * (k % 2)), 58, look(rng))
    for k, x in enumerate((0.12, 0.42, 0.7)):
        from_behind(c, (c.w * x, c.h * 0.86 - 12 * (k % 2)), 78, look(rng), chair=m.chair)


def bunting(c: Canvas, x: float, w: float, y: float, sag: int) -> None:
    colours = [rgb(v) for v in ("b23440", "fffaf0", "d9ab52", "6f8f7f")]
    step = w / 22
    c.arc((x + w / 2, y - 300, w * 0.62, 320 + sag), (30, 150), 4, rgb("7d5138"))
    for k in range(22):
        left = x + k * step
        drop = y + sag * 4 * (1 - ((k - 10.5) / 11) ** 2)
        c.poly([(left + 4, drop), (left + step - 4, drop), (left + step / 2, drop + step * 0.9)], colours[k % 4])


def hall(c: Canvas, rng: Random, m: Mood) -> None:
    """A school hall: pupils in uniform listen to a speaker on a low stage."""
    horizon = c.h * 0.48
    room(c, m, horizon)
    for x in (0.04, 0.82):
        f.window(c, (c.w * x, c.h * 0.08, c.w * 0.14, c.h * 0.26))
    backdrop(c, (c.w * 0.26, 46, c.w * 0.48, c.h * 0.26), m, rng)
    c.rect(c.w * 0.16, horizon - 20, c.w * 0.68, 60, m.wood)
    standing(c, (c.w * 0.4, horizon + 4), 31, look(rng, rgb("8c2f39")), pose="mic", turn=0.4)
    boards.lectern(c, c.w * 0.56, horizon, 42, dark(m.wood, 0.15))
    uniform = rng.choice([rgb("f7f4ee"), rgb("c9a06a")])
    for row in range(4):
        r, y = 27 + 10 * row, c.h * (0.56 + 0.115 * row)
        step = 4.1 * r
        for k in range(int(c.w / step) + 2):
            from_behind(c, ((k + (0.5 if row % 2 else 0.05)) * step + rng.uniform(-6, 6), y), r, look(rng, uniform))


def gathering(c: Canvas, rng: Random, m: Mood) -> None:
    """Everybody in one picture: the back row stands higher."""
    horizon = c.h * 0.62
    room(c, m, horizon)
    decorate(c, m, horizon, rng)
    shirt = rng.choice([None, rgb("3f5f75"), rgb("6f8f7f"), rgb("8c2f39")])
    for row, count in enumerate((7, 6)):
        step = c.w * 0.92 / count
        for k in range(count):
            pose = rng.choice(["folded", "folded", "down", "raise" if row == 0 else "folded", "wave"])
            x = c.w * 0.04 + step * (k + 0.5)
            standing(
                c,
                (x, c.h * (0.83 + 0.12 * row)),
                44 + 6 * row,
                look(rng, shirt),
                pose=pose,
                turn=rng.uniform(-0.3, 0.3),
            )


def visit(c: Canvas, rng: Random, m: Mood) -> None:
    """Students and their lecturers listen to the host in front of a display."""
    horizon = c.h * 0.64
    room(c, m, horizon)
    striped(c, m, horizon)
    for k in range(3):
        f.picture(c, (c.w * (0.42 + 0.19 * k), c.h * 0.1, c.w * 0.15, c.h * 0.26), rng)
    c.rect(c.w * 0.42, c.h * 0.46, c.w * 0.53, c.h * 0.19, light(m.wood, 0.15), r=8)
    c.rect(c.w * 0.42, c.h * 0.46, c.w * 0.53, 22, m.wood, r=6)
    standing(c, (c.w * 0.14, c.h * 0.86), 56, look(rng, rgb("8c2f39"), "peci"), pose="point", turn=0.8)
    for k, x in enumerate((0.4, 0.53, 0.66, 0.79, 0.92)):
        standing(
            c,
            (c.w * x, c.h * (0.84 + 0.05 * (k % 2))),
            48,
            look(rng, rgb("d8b26a") if k else rgb("2f4858")),
            pose="folded",
            turn=-0.8,
        )


def lobby(c: Canvas, rng: Random, m: Mood) -> None:
    horizon = c.h * 0.68
    room(c, m, horizon)
    c.rect(c.w * 0.05, c.h * 0.12, c.w * 0.36, c.h * 0.57, rgb("f4efe4"))
    for k in range(2):
        c.fade((c.w * (0.065 + 0.17 * k), c.h * 0.14, c.w * 0.155, c.h * 0.54), rgb("bcd9de"), rgb("e4ecd8"))
        c.rect(c.w * (0.205 if k == 0 else 0.245), c.h * 0.4, 8, 90, rgb("8f867d"), r=4)
    long_table(c, m, (c.w * 0.66, c.h * 0.52, c.w * 0.36, 250))
    on.flowers(c, c.w * 0.9, c.h * 0.53, 90, rng)
    f.picture(c, (c.w * 0.72, c.h * 0.12, c.w * 0.2, c.h * 0.22), rng)
    f.plant(c, c.w * 0.05, c.h * 0.8, 270, m.accent)
    standing(c, (c.w * 0.8, c.h * 0.84), 46, look(rng), pose="folded", turn=-0.7)
    standing(c, (c.w * 0.18, c.h * 0.84), 46, look(rng), pose="folded", turn=0.7)
    shake(c, rng, c.w * 0.48, c.h * 0.92, 60)
