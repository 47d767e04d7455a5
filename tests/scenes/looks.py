"""Who somebody is: skin, hair, cover and clothes, all from one palette."""

from dataclasses import dataclass
from random import Random

from tests.scenes.canvas import Colour, rgb

SKIN = [rgb(c) for c in ("e3b18a", "d49c72", "c48a5f", "b57a51", "a06a45", "eac09c")]
HAIR = [rgb(c) for c in ("2b2022", "33262a", "3d2d2b", "241c20", "5a4a48", "8d8480")]
SHIRTS = [rgb(c) for c in ("8c2f39", "f2ece0", "3f5f75", "6f8f7f", "c9954f", "b5655a", "5d4a66", "d9c3a0", "2f4858")]
VEILS = [rgb(c) for c in ("e8dcc8", "c98f86", "6b8593", "8c2f39", "a9b89c", "d8b26a", "4a4358", "f0e9e2", "7c9a92")]
BOTTOMS = [rgb(c) for c in ("3b3a4a", "4a3b38", "2f3e46", "5b4b45", "39434f")]
INK = rgb("2a1c20")
WHITE = rgb("fffaf0")


@dataclass(frozen=True)
class Look:
    skin: Colour
    hair: Colour
    cover: str
    veil: Colour
    shirt: Colour
    bottom: Colour
    glasses: bool
    batik: bool
    badge: bool


def look(rng: Random, shirt: Colour | None = None, cover: str | None = None) -> Look:
    return Look(
        rng.choice(SKIN),
        rng.choice(HAIR),
        cover or rng.choice(["short", "short", "peci", "peci", "hijab", "hijab", "hijab", "bob", "bun"]),
        rng.choice(VEILS),
        shirt or rng.choice(SHIRTS),
        rng.choice(BOTTOMS),
        rng.random() < 0.25,
        shirt is None and rng.random() < 0.4,
        rng.random() < 0.35,
    )
