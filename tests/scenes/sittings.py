"""Larger sittings: trainees in rows, a council, a hearing, an office at work."""

from random import Random

from tests.scenes import furniture as f
from tests.scenes import tabletop as on
from tests.scenes.canvas import Box, Canvas, dark, light, rgb
from tests.scenes.looks import WHITE, look
from tests.scenes.poses import from_behind, sitting, standing
from tests.scenes.rooms import Mood, backdrop, decorate, draped, room, striped
from tests.scenes.tables import long_table, seated_row


def training(c: Canvas, rng: Random, m: Mood) -> None:
    """Rows of trainees with laptops, seen from the front of the room."""
    horizon = c.h * 0.42
    room(c, m, horizon)
    rng.choice([striped, lambda *_: None])(c, m, horizon)
    decorate(c, m, horizon, rng)
    shirt = rng.choice([None, rgb("f2ece0"), rgb("c9954f")])
    for row, count in enumerate((6, 5, 4)):
        r, heads = 36 + 11 * row, c.h * (0.35 + 0.2 * row)
        step = c.w / count
        people = [
            sitting(
                c, (step * (k + 0.5) + rng.uniform(-10, 10), heads), r, look(rng, shirt), turn=rng.uniform(-0.6, 0.6)
            )
            for k in range(count)
        ]
        long_table(c, m, (-20, heads + 3.3 * r, c.w + 40, 2.6 * r))
        for person in people:
            on.laptop(c, person.x, heads + 3.85 * r, r * 1.05)
            if rng.random() < 0.5:
                on.bottle(c, person.x + 1.75 * r, heads + 3.9 * r, r)


def council(c: Canvas, rng: Random, m: Mood) -> None:
    """The hearing room of a council: a raised bench, desks with microphones below."""
    horizon = c.h * 0.5
    room(c, m, horizon)
    draped(c, m, horizon, m.accent)
    c.rect(c.w * 0.3, 40, c.w * 0.4, c.h * 0.2, WHITE, alpha=0.16, r=12)
    f.flag(c, c.w * 0.06, c.h * 0.56, 470)
    f.flag(c, c.w * 0.94, c.h * 0.56, 470)
    seated_row(
        c, rng, m, heads=c.h * 0.32, table=c.h * 0.46, count=5, span=(c.w * 0.14, c.w * 0.86), shirt=rgb("f2ece0")
    )
    c.rect(0, c.h * 0.66, c.w, 26, dark(m.floor, 0.25))
    for k in range(4):
        x = c.w * (0.14 + 0.24 * k)
        from_behind(c, (x, c.h * 0.76), 62, look(rng), chair=m.chair)


def hearing(c: Canvas, rng: Random, m: Mood) -> None:
    """A horseshoe of tables with many guests, a banner behind the hosts."""
    horizon = c.h * 0.5
    room(c, m, horizon)
    backdrop(c, (c.w * 0.22, 50, c.w * 0.56, c.h * 0.24), m, rng)
    f.plant(c, c.w * 0.1, c.h * 0.52, 200, m.accent)
    f.plant(c, c.w * 0.9, c.h * 0.52, 200, m.accent)
    seated_row(
        c, rng, m, heads=c.h * 0.4, table=c.h * 0.53, count=5, span=(c.w * 0.24, c.w * 0.76), shirt=rgb("8c2f39")
    )
    for side in (-1, 1):
        for t in (0.0, 0.35, 0.75):
            sitting(
                c,
                (c.w / 2 + side * c.w * (0.37 + 0.06 * t), c.h * (0.45 + 0.22 * t)),
                44 + 22 * t,
                look(rng),
                turn=-side * 0.9,
                chair=m.chair,
            )
        edge = [(0.3, 0.66), (0.38, 0.66), (0.5, 1.02), (0.26, 1.02)]
        c.poly([(c.w / 2 + side * c.w * x, c.h * y) for x, y in edge], light(m.wood, 0.12))
        c.poly(
            [(c.w / 2 + side * c.w * x, c.h * y) for x, y in ((0.3, 0.66), (0.26, 1.02), (0.24, 1.02), (0.29, 0.7))],
            dark(m.wood, 0.25),
        )
        for t in (0.1, 0.5):
            on.papers(c, c.w / 2 + side * c.w * (0.355 + 0.03 * t), c.h * (0.7 + 0.22 * t), 34 + 14 * t)
    c.oval(c.w / 2, c.h * 0.93, 150, 30, dark(m.floor, 0.2))
    for x in (-90, 0, 90):
        f.plant(c, c.w / 2 + x, c.h * 0.94, 130 - abs(x) * 0.3, m.accent)


def desks(c: Canvas, rng: Random, m: Mood) -> None:
    """An office at work: a shelf, screens, somebody bringing a file."""
    horizon = c.h * 0.62
    room(c, m, horizon)
    f.window(c, (c.w * 0.4, c.h * 0.1, c.w * 0.24, c.h * 0.3), m.accent)
    shelf(c, rng, (c.w * 0.06, c.h * 0.12, c.w * 0.24, c.h * 0.5))
    f.cooler(c, c.w * 0.74, 50)
    f.clock(c, c.w * 0.82, c.h * 0.24, 46)
    standing(c, (c.w * 0.5, c.h * 0.84), 50, look(rng), pose="folded", turn=0.6)
    for x, turn in ((0.24, 0.5), (0.77, -0.5)):
        who = sitting(c, (c.w * x, c.h * 0.5), 66, look(rng), turn=turn, chair=m.chair)
        long_table(c, m, (c.w * (x - 0.2), c.h * 0.74, c.w * 0.4, 260))
        on.laptop(c, who.x + turn * 60, c.h * 0.79, 84)
        on.papers(c, who.x - turn * 280, c.h * 0.755, 60)
        on.cup(c, who.x - turn * 170, c.h * 0.8, 64)


def shelf(c: Canvas, rng: Random, area: Box) -> None:
    x, y, w, h = area
    c.rect(x, y, w, h, f.WOOD, r=6)
    for row in range(4):
        top = y + 14 + row * h / 4
        c.rect(x + 12, top, w - 24, h / 4 - 16, dark(f.WOOD, 0.35))
        left = x + 18
        while left < x + w - 50:
            wide, high = rng.uniform(16, 34), (h / 4 - 20) * rng.uniform(0.65, 0.98)
            c.rect(
                left,
                top + h / 4 - 16 - high,
                wide,
                high,
                rng.choice([rgb(v) for v in ("8c2f39", "d9ab52", "6b8593", "6f8f7f", "e8dcc8")]),
                r=3,
            )
            left += wide + 3
