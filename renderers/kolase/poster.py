"""The surroundings of the photos of a kolase: the header of the office, the title of the pekan, the words of an empty
sheet."""

from collections.abc import Iterator, Sequence

from renderers.figures import Kolase
from renderers.ink.boxes import Box
from renderers.ink.glyphs import CAP, Colour, Weight, width
from renderers.ink.lettering import clean, fit, one_line
from renderers.ink.marks import Area, Band, Emblem, Icon, Marks, Text, disc
from renderers.ink.tema import Tema, mixed
from renderers.kolase.formats import Format

RULE = 6.0
PATTERNED = 0.1  # strength of the pattern on a band
_USUAL = 160.0  # the height of a band that the sizes below are for
_SLOGAN, _LEFT_OF_IT = 196.0, 44.0
_RULE_WIDE, _RULE_OFF = 96.0, 22.0


def on_band(tema: Tema) -> tuple[Colour, ...]:
    """The colours that words on a band may lie on: its dark end, its light end, the pattern at its lightest."""
    return tema.dark, tema.light, mixed(tema.light, tema.metal_light, PATTERNED)


def header(kolase: Kolase, form: Format, tema: Tema, *, own_emblem: bool) -> Marks:
    """The marks of the header; `own_emblem`: the office has an emblem, else a ballot box stands for it."""
    end = form.above + form.header - RULE
    yield Band(Box(0, 0, form.wide, end), (tema.dark, tema.light))
    yield Area(Box(0, end, form.wide, RULE), tema.metal)
    band = Box(form.edge, form.above, form.wide - 2 * form.edge, form.header - RULE)
    yield from _emblem(band, tema, own=own_emblem)
    slogan = [line for line in map(clean, kolase.tagline) if line]
    k = band.h / _USUAL
    left = band.x + 144 * k
    room = band.x + band.w - left - ((_SLOGAN + _LEFT_OF_IT) * k if slogan else 0)
    yield from _name(kolase, Box(left, band.y, room, band.h), tema)
    if slogan:
        yield from _tagline(slogan, Box(band.x + band.w - _SLOGAN * k, band.y, _SLOGAN * k, band.h), tema)


def _emblem(band: Box, tema: Tema, *, own: bool) -> Marks:
    k = band.h / _USUAL
    x, y = band.x + 60 * k, band.y + band.h / 2
    rings = ((60, tema.metal), (56, tema.white), (52, tema.main), (50, tema.white))
    yield from (disc(x, y, radius * k, colour) for radius, colour in rings)
    if own:
        yield Emblem(Box(x - 48 * k, y - 48 * k, 96 * k, 96 * k))
    else:
        yield Icon("ballot", x - 34 * k, y + 33 * k, 68 * k, tema.main)


def _name(kolase: Kolase, room: Box, tema: Tema) -> Marks:
    k, ground = room.h / _USUAL, on_band(tema)
    upper, size = one_line(kolase.lembaga.upper(), Weight.EXTRABOLD, 40 * k, room.w, 17)
    yield Text(room.x, room.y + 74 * k, upper, Weight.EXTRABOLD, size, tema.white, room, ground)
    lower, size = one_line(kolase.tempat.upper(), Weight.BOLD, 31 * k, room.w, 15, tracking=0.045)
    yield Text(room.x, room.y + 118 * k, lower, Weight.BOLD, size, tema.metal_light, room, ground, 0.045)


def _tagline(slogan: Sequence[str], room: Box, tema: Tema) -> Marks:
    """The slogan in lines of equal width, so that they stand as one block."""
    k = room.h / _USUAL
    weights = [*[Weight.BOLD] * (len(slogan) - 1), Weight.EXTRABOLD]
    sizes = [min(30.0 * k, 20 * room.w / width(line, w, 20)) for line, w in zip(slogan, weights, strict=True)]
    yield Area(Box(room.x - 24 * k, room.y + 42 * k, 2, room.h - 84 * k), tema.metal)
    y = room.y + (room.h - sum(1.28 * size for size in sizes)) / 2
    for line, weight, size in zip(slogan, weights, sizes, strict=True):
        colour = tema.white if weight == Weight.EXTRABOLD else tema.metal_light
        yield Text(room.x, y + (0.64 + CAP / 2) * size, line, weight, size, colour, room, on_band(tema))
        y += 1.28 * size


def title(kolase: Kolase, form: Format, tema: Tema, page: str) -> Marks:
    """The marks of the title, in one line or in two where one would be small, and of the pekan below it.

    `page`: which sheet of several, or empty.
    """
    top = form.above + form.header
    room = Box(form.edge, top, form.wide - 2 * form.edge, form.title)
    text = clean(kolase.judul)
    lines = fit(text, Weight.EXTRABOLD, room.w, (46, 43, 40, 37, 34), lambda _: 1)
    if lines.cut:
        lines = fit(text, Weight.EXTRABOLD, room.w, (29, 27, 25), lambda _: 2)
    base = top + form.title - 17
    first = base - (44 if len(lines.lines) == 1 else 66)
    for k, line in enumerate(lines.lines):
        x = (form.wide - width(line, Weight.EXTRABOLD, lines.size)) / 2
        y = first + k * 1.12 * lines.size
        yield Text(x, y, line, Weight.EXTRABOLD, lines.size, tema.ink, room, (tema.paper,))
    yield from _pekan([text for text in (kolase.pekan, kolase.rentang, page) if text], room, base, tema)


def _pekan(parts: Sequence[str], room: Box, y: float, tema: Tema) -> Marks:
    """The pekan in the colour of the theme, its dates and the page more quietly, a rule on both sides."""
    styles = [(Weight.BOLD, 29.0, tema.main), *[(Weight.SEMIBOLD, 25.0, tema.muted)] * 2]
    runs = [(clean(text), *style) for text, style in zip(parts, styles, strict=False)]
    between, rules = 34.0, 2 * (_RULE_WIDE + _RULE_OFF)
    total = sum(width(text, weight, size) for text, weight, size, _ in runs) + between * (len(runs) - 1)
    shrink = min(1.0, (room.w - rules) / max(1.0, total))
    left = room.x + (room.w - total * shrink) / 2
    x = left
    for k, (text, weight, size, colour) in enumerate(runs):
        if k:
            yield disc(x - between * shrink / 2, y - 9 * shrink, 3.5, tema.metal)
        yield Text(x, y, text, weight, size * shrink, colour, room, (tema.paper,))
        x += (width(text, weight, size) + between) * shrink
    for edge in (left - _RULE_OFF - _RULE_WIDE, left + total * shrink + _RULE_OFF):
        yield Area(Box(edge, y - 11, _RULE_WIDE, 3), tema.metal)


def nothing(area: Box, tema: Tema) -> Iterator[Icon | Text]:
    """The words on the sheet of a pekan without photos."""
    middle, y = area.x + area.w / 2, area.y + area.h / 2
    yield Icon("ballot", middle - 70, y, 140, mixed(tema.paper, tema.muted, 0.25))
    text, size = one_line("Belum ada foto kegiatan pada pekan ini", Weight.SEMIBOLD, 28, area.w, 18)
    x = middle - width(text, Weight.SEMIBOLD, size) / 2
    yield Text(x, y + 60, text, Weight.SEMIBOLD, size, tema.muted, area, (tema.paper,))
