"""The looks of a kolase as data: one family of colours and one metal each, every text on its ground at WCAG AA."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, pi, sin

from PIL import Image, ImageDraw

from renderers.ink.glyphs import Colour

_FINE = 4
_SIDE = 44  # of a tile of a pattern, in units of the sheet at 1×
_STEPS = [k / 8 for k in range(9)]  # the points of a curve


@dataclass(frozen=True)
class Tema:
    """The colours of a kolase, each red, green and blue of 0 to 255; `nama` and `pola` are what /tema offers.

    `main` is the colour of bands, chips and the pekan, bands run from `dark` to `light`; `metal` is for lines only.
    """

    nama: str
    paper: Colour
    card: Colour
    ink: Colour
    muted: Colour
    main: Colour
    dark: Colour
    light: Colour
    metal: Colour
    metal_light: Colour
    shadow: Colour
    pola: str = "kawung"
    white: Colour = (255, 255, 255)


MARUN = Tema(
    nama="marun",
    paper=(250, 246, 238),
    card=(255, 255, 255),
    ink=(38, 20, 18),
    muted=(118, 98, 90),
    main=(122, 14, 22),
    dark=(84, 8, 14),
    light=(158, 28, 34),
    metal=(224, 176, 74),
    metal_light=(246, 214, 140),
    shadow=(70, 30, 20),
)
BIRU = Tema(
    nama="biru",
    paper=(243, 246, 250),
    card=(255, 255, 255),
    ink=(15, 24, 40),
    muted=(84, 98, 118),
    main=(16, 58, 110),
    dark=(8, 34, 72),
    light=(28, 82, 146),
    metal=(214, 178, 92),
    metal_light=(244, 222, 164),
    shadow=(20, 36, 66),
    pola="parang",
)
HIJAU = Tema(
    nama="hijau",
    paper=(247, 247, 238),
    card=(255, 255, 255),
    ink=(18, 32, 24),
    muted=(92, 102, 88),
    main=(14, 78, 54),
    dark=(6, 50, 35),
    light=(18, 94, 65),
    metal=(214, 172, 78),
    metal_light=(246, 222, 152),
    shadow=(24, 50, 34),
    pola="truntum",
)
UNGU = Tema(
    nama="ungu",
    paper=(248, 245, 249),
    card=(255, 255, 255),
    ink=(32, 20, 42),
    muted=(106, 92, 114),
    main=(84, 34, 106),
    dark=(54, 18, 72),
    light=(112, 52, 138),
    metal=(218, 176, 92),
    metal_light=(246, 220, 160),
    shadow=(52, 30, 62),
    pola="truntum",
)
MONOKROM = Tema(
    nama="monokrom",
    paper=(245, 245, 244),
    card=(255, 255, 255),
    ink=(22, 22, 22),
    muted=(94, 94, 94),
    main=(46, 46, 48),
    dark=(24, 24, 26),
    light=(66, 66, 70),
    metal=(168, 168, 168),
    metal_light=(224, 224, 222),
    shadow=(30, 30, 30),
    pola="polos",
)
TEMA: Mapping[str, Tema] = {one.nama: one for one in (MARUN, BIRU, HIJAU, UNGU, MONOKROM)}
POLA = ("kawung", "parang", "truntum", "polos")


def tema(nama: str, pola: str = "") -> Tema:
    """The theme of that name, else marun; with its own pattern, or with `pola` where that is one of POLA."""
    found = TEMA.get(nama, MARUN)
    return replace(found, pola=pola) if pola in POLA else found


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two: `share` of 0 gives the first, 1 the other."""
    r, g, b = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return r, g, b


@lru_cache(maxsize=16)
def tile(name: str, scale: float) -> Image.Image | None:
    """One square of the pattern as a grey mask, to be laid edge to edge; None for a pattern without lines."""
    draw = {"kawung": _kawung, "parang": _parang, "truntum": _truntum}.get(name)
    if draw is None:
        return None
    side = round(_SIDE * scale) * _FINE
    mask = Image.new("L", (side, side))
    draw(ImageDraw.Draw(mask), side)
    return mask.reduce(_FINE)


def mask(name: str, size: tuple[int, int], scale: float, strength: float = 1) -> Image.Image | None:
    """The pattern over an area of `size` pixels as a grey mask, as light as `strength` of 0 to 1 says; None for a
    pattern without lines."""
    found = tile(name, scale)
    if found is None:
        return None
    found = found.point([round(v * strength) for v in range(256)])
    row, whole = Image.new("L", (size[0], found.height)), Image.new("L", size)
    for x in range(0, size[0], found.width):
        row.paste(found, (x, 0))
    for y in range(0, size[1], found.height):
        whole.paste(row, (0, y))
    return whole


def _kawung(pen: ImageDraw.ImageDraw, side: int) -> None:
    """Four petals that meet in a dot."""
    width = max(1, round(side * 5 / 176))
    for x, y in ((0, 0), (side, 0), (0, side), (side, side)):
        pen.ellipse((x - side * 0.71, y - side * 0.71, x + side * 0.71, y + side * 0.71), outline=255, width=width)
    pen.ellipse((side * 0.46, side * 0.46, side * 0.54, side * 0.54), fill=255)


def _parang(pen: ImageDraw.ImageDraw, side: int) -> None:
    """Slanting rows of blades with a fine line between them."""
    width = max(1, round(side * 5 / 176))
    for shift in (-side, 0, side):
        pen.line([(shift, side), (shift + side, 0)], fill=255, width=width)
        for k in (0.25, 0.75):
            x, y = shift + side * (k + 0.25), side * (1 - k + 0.25)
            curve = [
                (x + side * 0.17 * sin(t * pi) - side * 0.2 * (t - 0.5), y - side * 0.36 * (t - 0.5)) for t in _STEPS
            ]
            pen.line(curve, fill=255, width=width, joint="curve")


def _truntum(pen: ImageDraw.ImageDraw, side: int) -> None:
    """Little flowers like stars, a dot between them."""
    for x, y in ((side / 4, side / 4), (side * 3 / 4, side * 3 / 4)):
        for k in range(8):
            dx, dy = cos(k * pi / 4), sin(k * pi / 4)
            at = x + dx * side * 0.13, y + dy * side * 0.13
            r = side * 0.035
            pen.ellipse((at[0] - r, at[1] - r, at[0] + r, at[1] + r), fill=255)
            pen.line([(x, y), at], fill=200, width=max(1, side // 60))
    for x, y in ((side * 3 / 4, side / 4), (side / 4, side * 3 / 4)):
        r = side * 0.03
        pen.ellipse((x - r, y - r, x + r, y + r), fill=255)
