"""How a person is there: behind a table, standing, seen from behind."""

from tests.scenes.canvas import Canvas, Colour, Point, dark, light, rgb
from tests.scenes.looks import INK, Look
from tests.scenes.people import Figure

ARMS: dict[str, tuple[list[Point], list[Point]]] = {
    "down": ([(-1.4, 1.85), (-1.72, 3.5), (-1.6, 4.9)], [(1.4, 1.85), (1.72, 3.5), (1.6, 4.9)]),
    "folded": ([(-1.4, 1.85), (-1.75, 3.5), (-0.6, 4.6)], [(1.4, 1.85), (1.75, 3.5), (0.6, 4.6)]),
    "salute": ([(-1.4, 1.85), (-2.3, 1.5), (-1.1, 0.1)], [(1.4, 1.85), (1.72, 3.5), (1.6, 4.9)]),
    "mic": ([(-1.4, 1.85), (-1.9, 3.3), (-0.8, 2.0)], [(1.4, 1.85), (1.75, 3.5), (0.9, 4.3)]),
    "point": ([(-1.4, 1.85), (-1.72, 3.5), (-1.6, 4.9)], [(1.4, 1.8), (2.5, 1.9), (3.5, 0.9)]),
    "point left": ([(-1.4, 1.8), (-2.5, 1.9), (-3.5, 0.9)], [(1.4, 1.85), (1.72, 3.5), (1.6, 4.9)]),
    "shake right": ([(-1.4, 1.85), (-1.75, 3.5), (-1.5, 4.8)], [(1.4, 1.85), (1.8, 3.4), (2.9, 3.5)]),
    "shake left": ([(-1.4, 1.85), (-1.8, 3.4), (-2.9, 3.5)], [(1.4, 1.85), (1.75, 3.5), (1.5, 4.8)]),
    "clap": ([(-1.4, 1.85), (-1.8, 3.3), (-0.45, 2.9)], [(1.4, 1.85), (1.8, 3.3), (0.45, 2.9)]),
    "wave": ([(-1.4, 1.85), (-1.72, 3.5), (-1.6, 4.9)], [(1.4, 1.85), (2.4, 1.4), (2.2, -0.2)]),
    "raise": ([(-1.4, 1.85), (-1.9, 3.0), (-1.3, 3.6)], [(1.4, 1.85), (1.9, 0.4), (1.8, -0.9)]),
}


def standing(c: Canvas, at: Point, r: float, who: Look, *, pose: str = "down", turn: float = 0) -> None:
    x, ground = at
    f = Figure(c, (x, ground - 10.6 * r), r, who, turn)
    c.glow((x, ground + 0.1 * r, 3.2 * r, 0.9 * r), INK, 0.35)
    f.legs(10.4)
    left, right = ARMS[pose]
    behind = "shake" in pose
    if behind:
        f.arm(right if pose == "shake left" else left)
    f.torso(5.7)
    f.head()
    for arm in [left] if pose == "shake left" else [right] if pose == "shake right" else [left, right]:
        f.arm(arm)
    if pose == "mic":
        microphone(c, *f.p(-0.45, 1.45), r)


def standing_back(c: Canvas, at: Point, r: float, who: Look) -> None:
    x, ground = at
    f = Figure(c, (x, ground - 10.6 * r), r, who)
    c.glow((x, ground + 0.1 * r, 3.2 * r, 0.9 * r), INK, 0.35)
    f.legs(10.4)
    f.torso(5.7, back=True)
    for arm in ARMS["down"]:
        f.arm(arm)
    f.head(back=True)


def sitting(c: Canvas, at: Point, r: float, who: Look, *, turn: float = 0, chair: Colour | None = None) -> Figure:
    """The upper half of somebody at a table; the table is drawn over it afterwards, then `hands`."""
    x, y = at
    if chair:
        c.rect(x - 1.75 * r, y + 0.5 * r, 3.5 * r, 5 * r, chair, r=0.7 * r)
        c.rect(x - 1.45 * r, y + 0.8 * r, 2.9 * r, 4 * r, light(chair, 0.08), r=0.5 * r)
    f = Figure(c, (x, y), r, who, turn)
    f.torso(5.4)
    for side in (-1, 1):
        c.line(f.ps([(side * 1.4, 1.95), (side * 1.78, 3.4), (side * 1.75, 4.2)]), 0.68 * r, dark(who.shirt, 0.1))
    f.head()
    return f


def hands(f: Figure, table: float, gesture: str = "rest") -> None:
    """Forearms on a table whose edge lies at `table`."""
    y = (table - f.y) / f.r
    sides = (-1, 1) if gesture == "rest" else (-1,)
    for side in sides:
        f.arm([(side * 1.75, y - 0.25), (side * 0.75, y + 0.25)])
    if gesture == "raise":
        f.arm([(1.45, 2.0), (2.0, 1.6), (1.9, -0.1)])
    elif gesture == "talk":
        f.arm([(1.7, y - 0.3), (1.5, 2.9), (1.0, 2.5)])


def from_behind(c: Canvas, at: Point, r: float, who: Look, *, chair: Colour | None = None) -> None:
    x, y = at
    f = Figure(c, (x, y), r, who)
    f.torso(7, back=True)
    for side in (-1, 1):
        c.line(f.ps([(side * 1.42, 1.95), (side * 1.75, 3.6), (side * 1.7, 6)]), 0.66 * r, dark(who.shirt, 0.1))
    f.head(back=True)
    if chair:
        c.rect(x - 1.55 * r, y + 2.7 * r, 3.1 * r, 6 * r, chair, r=0.5 * r)
        c.rect(x - 1.25 * r, y + 3.0 * r, 2.5 * r, 5 * r, light(chair, 0.1), r=0.35 * r)


def microphone(c: Canvas, x: float, y: float, r: float) -> None:
    c.line([(x, y), (x - 0.35 * r, y + 0.9 * r)], 0.2 * r, rgb("3a3540"))
    c.oval(x, y, 0.24 * r, 0.28 * r, rgb("55505c"))
