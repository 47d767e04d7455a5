"""Backgrounds: rooms with their light and decoration."""

from dataclasses import dataclass
from random import Random

from tests.scenes import furniture as f
from tests.scenes.canvas import Box, Canvas, Colour, dark, light, mix, rgb
from tests.scenes.looks import INK, WHITE


@dataclass(frozen=True)
class Mood:
    wall: Colour
    floor: Colour
    accent: Colour
    wood: Colour
    chair: Colour


def _mood(*codes: str) -> Mood:
    return Mood(*(rgb(code) for code in codes))


MOODS = (
    _mood("e9d9c0", "b98e6a", "8c2f39", "a9774f", "5b4039"),
    _mood("b9cbbd", "8f7a66", "c9954f", "8f5f41", "3f5f55"),
    _mood("a9bfcb", "8a8f97", "e0b04a", "c49a6c", "2f4858"),
    _mood("dba88a", "8a5a48", "f0dfc0", "7a4a3a", "4a3b38"),
    _mood("f2e3cd", "c7a27c", "6f8f7f", "d2a679", "6f8f7f"),
    _mood("8c3c42", "6b4038", "e0b04a", "b07a50", "3a2a2e"),
    _mood("c9bcd0", "8d7f8f", "b5655a", "9a6f58", "5d4a66"),
    _mood("7f9d97", "6d6a5f", "f0dfc0", "b98a5c", "35564c"),
    _mood("efe8dc", "9aa3a6", "3f5f75", "e0c9a4", "8c2f39"),
    _mood("d8b26a", "94704a", "8c2f39", "7d5138", "4a3b38"),
    _mood("4f6473", "5a5450", "e0b04a", "a9774f", "c98f86"),
    _mood("d9c7b4", "a58a78", "5d4a66", "6f4a3a", "3b3a4a"),
)


def room(c: Canvas, m: Mood, horizon: float) -> None:
    c.fade((0, 0, c.w, horizon), light(m.wall, 0.22), m.wall)
    c.glow((c.w * 0.3, horizon * 0.35, c.w * 0.6, horizon * 0.8), WHITE, 0.28)
    c.fade((0, horizon, c.w, c.h - horizon + 2), m.floor, light(m.floor, 0.2))
    c.rect(0, horizon - 22, c.w, 22, dark(m.wall, 0.22))
    for k in range(-6, 14):
        c.line([(c.w / 2 + (k - 4) * 90, horizon), (c.w / 2 + (k - 4) * 420, c.h)], 3, dark(m.floor, 0.08))


def panelled(c: Canvas, m: Mood, horizon: float) -> None:
    top = horizon * 0.62
    c.rect(0, top, c.w, horizon - top, m.wood)
    c.rect(0, top, c.w, 12, light(m.wood, 0.25))
    for k in range(int(c.w / 150) + 1):
        c.rect(k * 150 + 18, top + 34, 114, horizon - top - 70, dark(m.wood, 0.12), r=6)


def striped(c: Canvas, m: Mood, horizon: float) -> None:
    for k in range(int(c.w / 120) + 1):
        c.rect(k * 120, 0, 60, horizon - 22, dark(m.wall, 0.06))


def draped(c: Canvas, m: Mood, horizon: float, cloth: Colour) -> None:
    c.rect(0, 0, c.w, horizon, cloth)
    for k in range(int(c.w / 64) + 2):
        c.rect(k * 64 - 10, 0, 26, horizon, dark(cloth, 0.16))
        c.rect(k * 64 + 22, 0, 8, horizon, light(cloth, 0.1))
    for k in range(int(c.w / 220) + 2):
        c.oval(k * 220 - 40, 0, 130, 74, mix(cloth, m.accent, 0.35))


def backdrop(c: Canvas, area: Box, m: Mood, rng: Random) -> None:
    """The printed banner behind every event, with shapes instead of words."""
    x, y, w, h = area
    c.rect(x + 8, y + 12, w, h, INK, alpha=0.16)
    c.fade((x, y, w, h), light(m.accent, 0.12), dark(m.accent, 0.18))
    for k in range(4):
        rx = w * (0.5 - k * 0.1)
        c.arc((x + w * 0.86, y + h, rx * 0.5, h * (0.9 - k * 0.18)), (180, 270), 10, light(m.accent, 0.35))
    tone = WHITE if sum(m.accent) < 480 else dark(m.accent, 0.65)
    for k, share in enumerate((0.46, 0.34, 0.22)):
        c.rect(x + w * 0.08, y + h * (0.2 + k * 0.19), w * share * rng.uniform(0.85, 1.1), h * 0.1, tone, r=8)


def decorate(c: Canvas, m: Mood, horizon: float, rng: Random) -> None:
    """Hang windows or pictures, a clock, the air conditioner; plants and flags come with the floor."""
    kind = rng.choice(["windows", "windows", "pictures", "mixed"])
    top, high = horizon * 0.16, horizon * 0.46
    slots = [c.w * (0.06 + 0.315 * k) for k in range(3)]
    for k, x in enumerate(slots):
        if kind == "windows" or (kind == "mixed" and k != 1):
            f.window(c, (x + 30, top, c.w * 0.2, high), m.accent if rng.random() < 0.6 else None)
        elif kind == "pictures":
            f.picture(c, (x + c.w * 0.05, top + 40, c.w * 0.15, high * 0.62), rng)
    if kind == "mixed":
        f.clock(c, c.w * 0.48, top + 70, 52)
    elif kind == "pictures":
        f.cooler(c, c.w * 0.06, 40)
