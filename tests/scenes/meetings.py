"""People at tables."""

from random import Random

from tests.scenes import boards
from tests.scenes import furniture as f
from tests.scenes import tabletop as on
from tests.scenes.canvas import Canvas, dark, light, rgb
from tests.scenes.looks import INK, look
from tests.scenes.people import Figure
from tests.scenes.poses import from_behind, sitting, standing
from tests.scenes.rooms import Mood, decorate, panelled, room, striped
from tests.scenes.tables import clutter, listeners, seated_row


def boardroom(c: Canvas, rng: Random, m: Mood) -> None:
    horizon = c.h * 0.6
    room(c, m, horizon)
    rng.choice([panelled, striped, lambda *_: None])(c, m, horizon)
    decorate(c, m, horizon, rng)
    f.flag(c, c.w * 0.955, c.h * 0.66, 480)
    seated_row(c, rng, m, heads=c.h * 0.44, table=c.h * 0.64, count=rng.randint(4, 6), span=(c.w * 0.08, c.w * 0.9))


def plenary(c: Canvas, rng: Random, m: Mood) -> None:
    """A round table: the members at the back, two or three of the secretariat in front."""
    horizon = c.h * 0.54
    room(c, m, horizon)
    panelled(c, m, horizon)
    if rng.random() < 0.5:
        boards.screen(c, (c.w * 0.36, 50, c.w * 0.28, c.h * 0.25), rng)
    else:
        decorate(c, m, horizon, rng)
    f.flag(c, c.w * 0.07, c.h * 0.62, 470)
    r, table = 56.0, c.h * 0.66
    figures = _around(c, rng, m, r, table)
    c.oval(c.w / 2, table + 130, c.w * 0.4, c.h * 0.2, dark(m.wood, 0.25))
    c.oval(c.w / 2, table + 100, c.w * 0.4, c.h * 0.2, light(m.wood, 0.1))
    c.oval(c.w / 2, table + 110, c.w * 0.22, c.h * 0.1, dark(m.wood, 0.06))
    on.flowers(c, c.w / 2, table + 120, 60, rng)
    for k, figure in enumerate(figures):
        clutter(c, rng, figure.x + (c.w / 2 - figure.x) * 0.12, figure.y + 3.9 * r + abs(k - 2) * 8, r * 0.8)
    for k in range(rng.choice([2, 3])):
        from_behind(c, (c.w * (0.26 + 0.24 * k) + rng.uniform(-20, 20), c.h * 0.79), r * 1.45, look(rng), chair=m.chair)


def _around(c: Canvas, rng: Random, m: Mood, r: float, table: float) -> list[Figure]:
    count = rng.choice([5, 6, 7])
    figures = []
    for k in sorted(range(count), key=lambda k: -abs(k - (count - 1) / 2), reverse=True):
        t = (k + 0.5) / count * 2 - 1
        y = table - 4.2 * r + t * t * 130
        figures.append(
            sitting(c, (c.w * (0.5 + 0.43 * t), y), r * (1 + 0.2 * t * t), look(rng), turn=-t, chair=m.chair)
        )
    return figures


def facing(c: Canvas, rng: Random, m: Mood) -> None:
    """A long table seen from its end, two parties face each other."""
    horizon = c.h * 0.46
    room(c, m, horizon)
    rng.choice([striped, panelled])(c, m, horizon)
    if rng.random() < 0.5:
        boards.screen(c, (c.w * 0.35, 60, c.w * 0.3, c.h * 0.26), rng)
    else:
        f.window(c, (c.w * 0.36, 70, c.w * 0.28, c.h * 0.26), m.accent)
    f.plant(c, c.w * 0.06, c.h * 0.56, 190, m.accent)
    f.plant(c, c.w * 0.94, c.h * 0.56, 190, m.accent)
    one, other = rng.sample(["8c2f39", "f2ece0", "3f5f75", "c9954f", "6f8f7f", "5d4a66"], 2)
    depth = [0.0, 0.27, 0.62] if rng.random() < 0.5 else [0.0, 0.2, 0.43, 0.72]
    sitting(c, (c.w / 2, c.h * 0.38), 40, look(rng), turn=0, chair=m.chair)
    for t in depth:
        r, y = 42 + 44 * t, c.h * (0.4 + 0.26 * t)
        reach = c.w * (0.2 + 0.2 * t)
        sitting(c, (c.w / 2 - reach, y), r, look(rng, rgb(one)), turn=0.9, chair=m.chair)
        sitting(c, (c.w / 2 + reach, y), r, look(rng, rgb(other)), turn=-0.9, chair=m.chair)
    _receding(c, m)
    for t in depth:
        s, y = 26 + 26 * t, c.h * (0.57 + 0.28 * t)
        for side in (-1, 1):
            clutter(c, rng, c.w / 2 + side * c.w * (0.1 + 0.15 * t), y, s)
    on.flowers(c, c.w / 2, c.h * 0.66, 52, rng)


def _receding(c: Canvas, m: Mood) -> None:
    near, far = c.w * 0.36, c.w * 0.15
    top, foot, mid = c.h * 0.535, c.h * 0.9, c.w / 2
    c.glow((mid, c.h * 0.96, c.w * 0.5, c.h * 0.12), INK, 0.45)
    c.poly(
        [(mid - near, foot), (mid + near, foot), (mid + near * 0.96, c.h + 5), (mid - near * 0.96, c.h + 5)],
        dark(m.wood, 0.28),
    )
    c.poly([(mid - far, top), (mid + far, top), (mid + near, foot), (mid - near, foot)], light(m.wood, 0.12))
    c.poly([(mid - near, foot), (mid + near, foot), (mid + near, foot + 24), (mid - near, foot + 24)], m.wood)
    c.poly(
        [(mid - far * 0.25, top), (mid + far * 0.25, top), (mid + near * 0.25, foot), (mid - near * 0.25, foot)],
        m.accent,
        alpha=0.75,
    )


def briefing(c: Canvas, rng: Random, m: Mood) -> None:
    """Somebody presents to colleagues: the listeners from behind."""
    horizon = c.h * 0.6
    room(c, m, horizon)
    left = rng.random() < 0.5
    x = c.w * (0.34 if left else 0.08)
    boards.screen(c, (x, c.h * 0.08, c.w * 0.58, c.h * 0.44), rng)
    f.plant(c, c.w * (0.95 if left else 0.05), c.h * 0.68, 230, m.accent)
    standing(
        c,
        (c.w * (0.2 if left else 0.8), c.h * 0.83),
        52,
        look(rng),
        pose="point" if left else "point left",
        turn=0.8 if left else -0.8,
    )
    listeners(c, rng, m, rng.randint(4, 5), rows=2)


def huddle(c: Canvas, rng: Random, m: Mood) -> None:
    """A few colleagues plan at a board full of notes."""
    horizon = c.h * 0.6
    room(c, m, horizon)
    c.rect(c.w * 0.3, c.h * 0.08, c.w * 0.48, c.h * 0.36, rgb("c9c4bd"), r=6)
    c.rect(c.w * 0.31, c.h * 0.09, c.w * 0.46, c.h * 0.34, rgb("fdfaf3"))
    for k in range(18):
        tone = [rgb("f0cf7c"), rgb("e9b9a8"), rgb("a9c6b8"), m.accent][rng.randrange(4)]
        c.rect(c.w * (0.33 + 0.073 * (k % 6)), c.h * (0.12 + 0.1 * (k // 6)), 66, 62, tone, r=3)
    f.plant(c, c.w * 0.93, c.h * 0.7, 260, m.accent)
    standing(c, (c.w * 0.2, c.h * 0.84), 54, look(rng), pose="point", turn=0.7)
    r, step = 60, c.w * 0.19
    people = [sitting(c, (c.w * 0.4 + step * k, c.h * 0.52), r, look(rng), turn=-0.5, chair=m.chair) for k in range(3)]
    c.oval(c.w * 0.6, c.h * 0.86, c.w * 0.34, c.h * 0.1, dark(m.wood, 0.25))
    c.oval(c.w * 0.6, c.h * 0.83, c.w * 0.34, c.h * 0.1, light(m.wood, 0.1))
    for person in people:
        clutter(c, rng, person.x, c.h * 0.82, r)
    on.cup(c, c.w * 0.5, c.h * 0.88, 70)
    on.cup(c, c.w * 0.74, c.h * 0.87, 70)
