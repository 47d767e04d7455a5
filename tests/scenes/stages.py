"""What happens on a stage."""

from random import Random

from tests.scenes import boards
from tests.scenes import furniture as f
from tests.scenes import tabletop as on
from tests.scenes.canvas import Canvas, dark, light, rgb
from tests.scenes.looks import WHITE, look
from tests.scenes.poses import standing
from tests.scenes.rooms import Mood, backdrop, draped, room
from tests.scenes.tables import listeners, seated_row


def stage_floor(c: Canvas, m: Mood, top: float) -> None:
    c.fade((0, top, c.w, c.h * 0.14), light(m.wood, 0.22), m.wood)
    c.rect(0, top + c.h * 0.13, c.w, c.h - top, dark(m.accent, 0.35))
    for k in range(int(c.w / 90) + 1):
        c.rect(k * 90, top + c.h * 0.15, 44, c.h, dark(m.accent, 0.45))
    c.rect(0, top + c.h * 0.13, c.w, 14, f.GOLD)


def handover(c: Canvas, rng: Random, m: Mood) -> None:
    room(c, m, c.h * 0.7)
    draped(c, m, c.h * 0.7, dark(m.accent, 0.1))
    backdrop(c, (c.w * 0.2, 60, c.w * 0.6, c.h * 0.36), m, rng)
    stage_floor(c, m, c.h * 0.7)
    for k, x in enumerate((0.08, 0.2, 0.8, 0.92)):
        standing(c, (c.w * x, c.h * 0.75), 42, look(rng), pose="clap", turn=0.7 if k < 2 else -0.7)
    shake(c, rng, c.w / 2, c.h * 0.82, 56)
    on.flowers(c, c.w * 0.3, c.h * 0.95, 110, rng)
    on.flowers(c, c.w * 0.7, c.h * 0.95, 110, rng)


def shake(c: Canvas, rng: Random, x: float, ground: float, r: float) -> None:
    standing(c, (x - 3.1 * r, ground), r, look(rng, rgb("f2ece0"), "peci"), pose="shake right", turn=0.9)
    standing(c, (x + 3.1 * r, ground), r, look(rng, rgb("8c2f39")), pose="shake left", turn=-0.9)
    c.oval(x, ground - 7.05 * r, 0.42 * r, 0.34 * r, rgb("c48a5f"))


def launch(c: Canvas, rng: Random, m: Mood) -> None:
    room(c, m, c.h * 0.7)
    draped(c, m, c.h * 0.7, rgb("35405a"))
    c.poly([(c.w * 0.3, 0), (c.w * 0.36, 0), (c.w * 0.66, c.h * 0.72), (c.w * 0.2, c.h * 0.72)], WHITE, alpha=0.12)
    c.poly([(c.w * 0.7, 0), (c.w * 0.64, 0), (c.w * 0.34, c.h * 0.72), (c.w * 0.8, c.h * 0.72)], WHITE, alpha=0.12)
    backdrop(c, (c.w * 0.24, 70, c.w * 0.52, c.h * 0.3), m, rng)
    stage_floor(c, m, c.h * 0.7)
    for k in range(70):
        x, y = rng.uniform(0, c.w), rng.uniform(0, c.h * 0.62)
        c.rect(x, y, 11, 17, [f.GOLD, WHITE, f.RED, rgb("6b8593")][k % 4], r=3)
    for k, x in enumerate((0.17, 0.35, 0.65, 0.83)):
        standing(
            c,
            (c.w * x, c.h * 0.8),
            50,
            look(rng),
            pose=["clap", "raise", "wave", "clap"][k],
            turn=0.6 if k < 2 else -0.6,
        )
    boards.lectern(c, c.w / 2, c.h * 0.84, 74)
    listeners(c, rng, m, 7)


def panel(c: Canvas, rng: Random, m: Mood) -> None:
    """Speakers behind a table under a banner, listeners in front."""
    horizon = c.h * 0.52
    room(c, m, horizon)
    draped(c, m, horizon, light(m.accent, 0.45))
    backdrop(c, (c.w * 0.18, 40, c.w * 0.64, c.h * 0.2), m, rng)
    seated_row(c, rng, m, heads=c.h * 0.38, table=c.h * 0.53, count=4, span=(c.w * 0.2, c.w * 0.8))
    f.plant(c, c.w * 0.08, c.h * 0.68, 230, m.wood)
    f.plant(c, c.w * 0.92, c.h * 0.68, 230, m.wood)
    listeners(c, rng, m, 5, rows=2)
