"""What lies and stands on a table."""

from random import Random

from tests.scenes.canvas import Canvas, dark, rgb
from tests.scenes.furniture import GOLD, LEAF, RED
from tests.scenes.looks import WHITE


def laptop(c: Canvas, x: float, y: float, s: float, *, back: bool = True) -> None:
    """`back`: seen by the people across the table."""
    shell = rgb("c9cdd0")
    if back:
        c.rect(x - s, y - 1.2 * s, 2 * s, 1.25 * s, shell, r=0.12 * s)
        c.oval(x, y - 0.6 * s, 0.13 * s, 0.13 * s, WHITE)
        c.rect(x - 1.1 * s, y, 2.2 * s, 0.13 * s, dark(shell, 0.25), r=0.05 * s)
    else:
        c.rect(x - s, y - 1.2 * s, 2 * s, 1.25 * s, rgb("4a4048"), r=0.12 * s)
        c.rect(x - 0.88 * s, y - 1.08 * s, 1.76 * s, 1.0 * s, rgb("cfe0e2"))
        c.poly([(x - s, y), (x + s, y), (x + 1.25 * s, y + 0.4 * s), (x - 1.25 * s, y + 0.4 * s)], shell)


def papers(c: Canvas, x: float, y: float, s: float) -> None:
    c.poly([(x - s, y + 0.2 * s), (x + 0.5 * s, y), (x + s, y + 0.34 * s), (x - 0.5 * s, y + 0.55 * s)], WHITE)
    c.line([(x - 0.45 * s, y + 0.24 * s), (x + 0.35 * s, y + 0.14 * s)], 0.05 * s, rgb("b9aca0"))
    c.line([(x - 0.3 * s, y + 0.36 * s), (x + 0.5 * s, y + 0.26 * s)], 0.05 * s, rgb("b9aca0"))


def bottle(c: Canvas, x: float, y: float, s: float) -> None:
    c.rect(x - 0.16 * s, y - 0.95 * s, 0.32 * s, 0.95 * s, rgb("c4dce0"), r=0.1 * s)
    c.rect(x - 0.16 * s, y - 0.6 * s, 0.32 * s, 0.25 * s, rgb("6b8593"))
    c.rect(x - 0.09 * s, y - 1.12 * s, 0.18 * s, 0.18 * s, RED, r=0.03 * s)


def cup(c: Canvas, x: float, y: float, s: float) -> None:
    c.oval(x, y, 0.42 * s, 0.12 * s, rgb("e6dccb"))
    c.rect(x - 0.24 * s, y - 0.42 * s, 0.48 * s, 0.42 * s, WHITE, r=0.1 * s)
    c.arc((x + 0.26 * s, y - 0.22 * s, 0.14 * s, 0.12 * s), (-90, 90), 0.06 * s, WHITE)


def flowers(c: Canvas, x: float, y: float, s: float, rng: Random) -> None:
    for k in range(9):
        dx, dy = rng.uniform(-0.75, 0.75), rng.uniform(0.75, 1.35)
        c.line([(x, y - 0.4 * s), (x + dx * s, y - dy * s)], 0.06 * s, LEAF)
        c.oval(x + dx * s, y - dy * s, 0.2 * s, 0.19 * s, [RED, rgb("e9b9a8"), GOLD, WHITE][k % 4])
    c.blob(
        [(x - 0.3 * s, y - 0.5 * s), (x + 0.3 * s, y - 0.5 * s), (x + 0.24 * s, y), (x - 0.24 * s, y)], rgb("7c9a92")
    )


def desk_mic(c: Canvas, x: float, y: float, s: float) -> None:
    c.oval(x, y, 0.3 * s, 0.1 * s, rgb("3a3540"))
    c.line([(x, y), (x - 0.06 * s, y - 0.5 * s), (x - 0.3 * s, y - 0.85 * s)], 0.08 * s, rgb("3a3540"))
    c.oval(x - 0.32 * s, y - 0.9 * s, 0.14 * s, 0.17 * s, rgb("55505c"))
