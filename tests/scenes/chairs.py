"""Talks in armchairs."""

from random import Random

from tests.scenes import furniture as f
from tests.scenes import tabletop as on
from tests.scenes.canvas import Canvas, Point, dark, light, mix, rgb
from tests.scenes.looks import INK, look
from tests.scenes.poses import microphone, sitting
from tests.scenes.rooms import Mood, backdrop, panelled, room, striped


def talk_show(c: Canvas, rng: Random, m: Mood) -> None:
    horizon = c.h * 0.62
    room(c, m, horizon)
    striped(c, m, horizon)
    backdrop(c, (c.w * 0.3, 80, c.w * 0.4, c.h * 0.32), m, rng)
    for x in (0.1, 0.9):
        c.line([(c.w * x, c.h * 0.72), (c.w * x, c.h * 0.3)], 8, rgb("4a4048"))
        c.poly(
            [
                (c.w * x - 60, c.h * 0.3),
                (c.w * x - 34, c.h * 0.2),
                (c.w * x + 34, c.h * 0.2),
                (c.w * x + 60, c.h * 0.3),
            ],
            rgb("f6e0b0"),
        )
        c.glow((c.w * x, c.h * 0.28, 210, 210), rgb("fff0c8"), 0.5)
    c.oval(c.w / 2, c.h * 0.9, c.w * 0.46, c.h * 0.12, mix(m.floor, m.accent, 0.6))
    c.oval(c.w / 2, c.h * 0.9, c.w * 0.42, c.h * 0.1, light(mix(m.floor, m.accent, 0.6), 0.15))
    for k, x in enumerate((0.24, 0.5, 0.76)):
        guest(c, rng, m, (c.w * x, c.h * 0.42), r=58, turn=(1 - k) * 0.8)
    for x in (0.37, 0.63):
        c.rect(c.w * x - 8, c.h * 0.8, 16, 100, dark(m.wood, 0.2))
        c.oval(c.w * x, c.h * 0.8, 78, 24, m.wood)
        on.cup(c, c.w * x - 22, c.h * 0.8, 50)
        on.bottle(c, c.w * x + 30, c.h * 0.805, 54)


def guest(c: Canvas, rng: Random, m: Mood, at: Point, *, r: float, turn: float, mic: bool = True) -> None:
    """Somebody in an armchair with a microphone."""
    x, y = at
    c.glow((x, y + 8 * r, 3.6 * r, 0.9 * r), INK, 0.4)
    c.rect(x - 2.3 * r, y + 1.0 * r, 4.6 * r, 6 * r, m.chair, r=r)
    who = look(rng)
    figure = sitting(c, (x, y), r, who, turn=turn)
    c.rect(x - 2.0 * r, y + 4.9 * r, 4 * r, 1.7 * r, light(m.chair, 0.1), r=0.5 * r)
    for side in (-1, 1):
        c.line(figure.ps([(side * 0.75, 5.1), (side * 0.95, 6.0), (side * 0.85, 8.0)]), 1.1 * r, who.bottom)
        c.oval(*figure.p(side * 0.95, 8.1), 0.62 * r, 0.3 * r, INK)
        c.rect(x + side * 2.25 * r - 0.5 * r, y + 3.6 * r, r, 3.8 * r, dark(m.chair, 0.15), r=0.4 * r)
    figure.arm([(-1.5, 4.2), (-1.2, 2.9), (-0.75, 2.2)] if mic else [(-1.75, 4.2), (-0.9, 4.6)])
    figure.arm([(1.75, 4.2), (1.0, 4.6)])
    if mic:
        microphone(c, *figure.p(-0.45, 1.5), r)


def courtesy(c: Canvas, rng: Random, m: Mood) -> None:
    """A courtesy call: four in armchairs around a low table, the window behind."""
    horizon = c.h * 0.6
    room(c, m, horizon)
    panelled(c, m, horizon)
    f.window(c, (c.w * 0.32, c.h * 0.08, c.w * 0.36, c.h * 0.26), m.accent)
    f.picture(c, (c.w * 0.06, c.h * 0.1, c.w * 0.14, c.h * 0.2), rng)
    f.flag(c, c.w * 0.86, c.h * 0.62, 440)
    c.oval(c.w / 2, c.h * 0.9, c.w * 0.5, c.h * 0.12, mix(m.floor, m.accent, 0.5))
    for k, x in enumerate((0.13, 0.37, 0.63, 0.87)):
        low = 0.5 if k in {0, 3} else 0.44
        guest(c, rng, m, (c.w * x, c.h * low), r=50, turn=0.9 if k < 2 else -0.9, mic=False)
    c.rect(c.w * 0.43, c.h * 0.86, c.w * 0.14, 90, dark(m.wood, 0.25), r=6)
    c.oval(c.w / 2, c.h * 0.86, c.w * 0.12, 32, m.wood)
    on.flowers(c, c.w / 2, c.h * 0.86, 74, rng)
    for x in (0.42, 0.58):
        on.cup(c, c.w * x, c.h * 0.865, 50)
