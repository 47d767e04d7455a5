"""Tables with people behind them, listeners in front of them."""

from random import Random

from tests.scenes import tabletop as on
from tests.scenes.canvas import Box, Canvas, Colour, dark, light
from tests.scenes.looks import INK, look
from tests.scenes.poses import from_behind, hands, sitting
from tests.scenes.rooms import Mood


def seated_row(
    c: Canvas,
    rng: Random,
    m: Mood,
    *,
    heads: float,
    table: float,
    count: int,
    span: tuple[float, float],
    shirt: Colour | None = None,
) -> None:
    """A row behind a long table that the camera faces."""
    step = (span[1] - span[0]) / count
    r = min(64, step / 4.1)
    figures = []
    for k in range(count):
        x = span[0] + step * (k + 0.5) + rng.uniform(-0.08, 0.08) * step
        turn = (count / 2 - k - 0.5) / count * 1.4
        figures.append(sitting(c, (x, heads + rng.uniform(-8, 10)), r, look(rng, shirt), turn=turn, chair=m.chair))
    long_table(c, m, (span[0] - 40, table, span[1] - span[0] + 80, r * 3.6))
    for figure in figures:
        hands(figure, table + 0.15 * r, rng.choice(["rest", "rest", "talk"]))
    for k in range(count):
        clutter(c, rng, span[0] + step * (k + 0.5), table + 0.9 * r, r)


def long_table(c: Canvas, m: Mood, area: Box) -> None:
    x, y, w, h = area
    c.glow((x + w / 2, y + h, w * 0.58, h * 0.3), INK, 0.45)
    c.rect(x + 20, y + h * 0.3, w - 40, h * 0.72, dark(m.wood, 0.22))
    count = max(1, round(w / 190))
    step = (w - 60) / count
    for k in range(count):
        c.rect(x + 36 + k * step, y + h * 0.42, step - 12, h * 0.5, dark(m.wood, 0.3), r=6)
    c.poly(
        [(x + 34, y - h * 0.1), (x + w - 34, y - h * 0.1), (x + w, y + h * 0.3), (x, y + h * 0.3)], light(m.wood, 0.12)
    )
    c.rect(x, y + h * 0.29, w, h * 0.09, m.wood, r=5)


def clutter(c: Canvas, rng: Random, x: float, y: float, r: float) -> None:
    kind = rng.choice(["laptop", "papers", "papers", "bottle", "mic"])
    if kind == "laptop":
        on.laptop(c, x, y - 0.1 * r, r * 0.95)
    elif kind == "mic":
        on.desk_mic(c, x, y, r * 1.2)
    else:
        on.papers(c, x - 0.3 * r, y - 0.45 * r, r * 0.9)
    if kind != "laptop" and rng.random() < 0.8:
        on.bottle(c, x + 1.35 * r, y, r * 1.05)


def listeners(c: Canvas, rng: Random, m: Mood, count: int, rows: int = 1) -> None:
    for row in range(rows):
        r, n = 50 + 20 * row, count + 1 - row
        step = c.w / n
        for k in range(n):
            x = step * (k + 0.5 + (0.12 if row % 2 else -0.06)) + rng.uniform(-14, 14)
            from_behind(c, (x, c.h * (0.73 + 0.13 * row) + rng.uniform(-10, 10)), r, look(rng), chair=m.chair)
