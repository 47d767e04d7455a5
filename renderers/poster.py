"""What surrounds the photos of a kolase: the header of the office, the title of the pekan, the footer."""

from collections.abc import Sequence

from PIL import Image

from renderers import paint
from renderers.figures import Akun, Kolase
from renderers.glyphs import CAP, ICONS, Weight, icon, width, write
from renderers.lettering import clean, fit, one_line
from renderers.paint import disc, gradient, kawung, rectangle
from renderers.tiles import Box

WIDE, HIGH, EDGE = 1080, 1350, 40
HEADER, TITLE, FOOTER = 166, 118, 110
_EMBLEM = 60
_SLOGAN = 196
_ACCOUNT, _ACCOUNT_SMALLEST = 19.5, 14.0


def header(sheet: Image.Image, kolase: Kolase, emblem: Image.Image | None) -> None:
    gradient(sheet, Box(0, 0, WIDE, HEADER - 6))
    kawung(sheet, Box(0, 0, WIDE, HEADER - 6), 0.1)
    rectangle(sheet, Box(0, HEADER - 6, WIDE, 6), paint.GOLD)
    _emblem(sheet, emblem)
    slogan = [line for line in map(clean, kolase.tagline) if line]
    end = WIDE - EDGE - (_SLOGAN + 44 if slogan else 0)
    _name(sheet, kolase, end - 184)
    if slogan:
        _tagline(sheet, slogan)


def _emblem(sheet: Image.Image, emblem: Image.Image | None) -> None:
    at = (EDGE + _EMBLEM, (HEADER - 6) / 2)
    for radius, colour in (
        (_EMBLEM, paint.GOLD),
        (_EMBLEM - 4, paint.WHITE),
        (_EMBLEM - 8, paint.MAROON),
        (_EMBLEM - 10, paint.WHITE),
    ):
        disc(sheet, at, radius, colour)
    if emblem is None:
        icon(sheet, "ballot", (at[0] - 34, at[1] + 33), 68, paint.MAROON)
    else:
        sheet.paste(emblem, (round(at[0] - emblem.width / 2), round(at[1] - emblem.height / 2)), emblem)


def _name(sheet: Image.Image, kolase: Kolase, room: float) -> None:
    upper, size = one_line(kolase.lembaga.upper(), Weight.EXTRABOLD, 40, room, 22)
    write(sheet, (184, 74), upper, Weight.EXTRABOLD, size, colour=paint.WHITE)
    lower, size = one_line(kolase.tempat.upper(), Weight.BOLD, 31, room, 18, tracking=0.045)
    write(sheet, (184, 118), lower, Weight.BOLD, size, colour=paint.GOLD_LIGHT, tracking=0.045)


def _tagline(sheet: Image.Image, slogan: Sequence[str]) -> None:
    """Every line is as wide as the others, so that they stand as one block."""
    x = WIDE - EDGE - _SLOGAN
    weights = [*[Weight.BOLD] * (len(slogan) - 1), Weight.EXTRABOLD]
    sizes = [min(30.0, 20 * _SLOGAN / width(line, w, 20)) for line, w in zip(slogan, weights, strict=True)]
    block = sum(1.28 * size for size in sizes)
    rectangle(sheet, Box(x - 24, 42, 2, HEADER - 6 - 84), paint.GOLD)
    y = (HEADER - 6 - block) / 2
    for line, weight, size in zip(slogan, weights, sizes, strict=True):
        colour = paint.WHITE if weight == Weight.EXTRABOLD else paint.GOLD_LIGHT
        write(sheet, (x, y + (0.64 + CAP / 2) * size), line, weight, size, colour=colour)
        y += 1.28 * size


def title(sheet: Image.Image, kolase: Kolase, page: str) -> None:
    """The title in one line, or in two where one would be small."""
    text, room = clean(kolase.judul), WIDE - 2 * EDGE
    lines = fit(text, Weight.EXTRABOLD, room, (46, 43, 40, 37, 34), lambda _: 1)
    if lines.cut:
        lines = fit(text, Weight.EXTRABOLD, room, (29, 27, 25), lambda _: 2)
    first = HEADER + (57 if len(lines.lines) == 1 else 31)
    for k, line in enumerate(lines.lines):
        at = (WIDE / 2, first + k * 1.14 * lines.size)
        write(sheet, at, line, Weight.EXTRABOLD, lines.size, colour=paint.INK, anchor="centre")
    _pekan(sheet, [text for text in (kolase.pekan, kolase.rentang, page) if text], HEADER + 101)


def _pekan(sheet: Image.Image, parts: Sequence[str], y: float) -> None:
    """The pekan in maroon, its dates and the page in a quieter voice behind it, a gold rule on both sides."""
    styles = [(Weight.BOLD, 29.0, paint.MAROON), *[(Weight.SEMIBOLD, 25.0, paint.MUTED)] * 2]
    runs = [(clean(text), *style) for text, style in zip(parts, styles, strict=False)]
    between, rules = 34.0, 2 * (96 + 22)
    total = sum(width(text, weight, size) for text, weight, size, _ in runs) + between * (len(runs) - 1)
    shrink = min(1.0, (WIDE - 2 * EDGE - rules) / max(1.0, total))
    left = (WIDE - total * shrink) / 2
    x = left
    for k, (text, weight, size, colour) in enumerate(runs):
        if k:
            disc(sheet, (x - between * shrink / 2, y - 9 * shrink), 3.5, paint.GOLD)
        x += write(sheet, (x, y), text, weight, size * shrink, colour=colour) + between * shrink
    for edge in (left - 22 - 96, WIDE - left + 22):
        rectangle(sheet, Box(edge, y - 11, 96, 3), paint.GOLD)


def nothing(sheet: Image.Image) -> None:
    """A pekan without photos says so."""
    y = HEADER + TITLE + (HIGH - HEADER - TITLE - FOOTER) / 2
    icon(sheet, "ballot", (WIDE / 2 - 70, y), 140, (226, 212, 190))
    text = "Belum ada foto kegiatan pada pekan ini"
    write(sheet, (WIDE / 2, y + 60), text, Weight.SEMIBOLD, 28, colour=paint.MUTED, anchor="centre")


def footer(sheet: Image.Image, kolase: Kolase) -> None:
    top = HIGH - FOOTER
    rectangle(sheet, Box(0, top, WIDE, 5), paint.GOLD)
    gradient(sheet, Box(0, top + 5, WIDE, FOOTER - 5))
    kawung(sheet, Box(0, top + 5, WIDE, FOOTER - 5), 0.08)
    akun = [one for one in kolase.akun if one.platform in ICONS and clean(one.nama)]
    middle = top + 5 + (FOOTER - 5) / 2
    if kolase.website:
        _website(sheet, kolase.website, middle - 20 if akun else middle)
    if akun:
        _accounts(sheet, akun, middle + 22 if kolase.website else middle)


def _website(sheet: Image.Image, website: str, y: float) -> None:
    shown, size = one_line(website, Weight.BOLD, 25, WIDE - 2 * EDGE - 40, 16)
    left = (WIDE - width(shown, Weight.BOLD, size) - 37) / 2
    icon(sheet, "globe", (left, y + 13), 26, paint.GOLD_LIGHT)
    write(sheet, (left + 37, y + CAP / 2 * size), shown, Weight.BOLD, size, colour=paint.WHITE)


def _accounts(sheet: Image.Image, akun: Sequence[Akun], y: float) -> None:
    """Icon and name of each account, spread evenly from edge to edge, all in one size."""
    room = WIDE - 2 * EDGE
    names, size = _names(akun, room)
    wide = [28 + width(name, Weight.SEMIBOLD, size) for name in names]
    gap = min(90.0, (room - sum(wide)) / max(1, len(names) - 1))
    x = (WIDE - sum(wide) - gap * (len(names) - 1)) / 2
    for one, name, w in zip(akun, names, wide, strict=False):
        icon(sheet, one.platform, (x, y + 10.5), 21, paint.GOLD_LIGHT)
        write(sheet, (x + 28, y + CAP / 2 * size), name, Weight.SEMIBOLD, size, colour=paint.WHITE)
        x += w + gap


def _names(akun: Sequence[Akun], room: float) -> tuple[list[str], float]:
    """As many accounts as can be read; half a name leads nowhere."""
    names = [clean(one.nama) for one in akun]
    full = sum(width(name, Weight.SEMIBOLD, _ACCOUNT) for name in names)
    size = min(_ACCOUNT, _ACCOUNT * (room - (28 + 22) * len(akun)) / full)
    if size >= _ACCOUNT_SMALLEST:
        return names, size
    if len(akun) > 1:
        return _names(akun[:-1], room)
    return [one_line(names[0], Weight.SEMIBOLD, _ACCOUNT_SMALLEST, room - 28, _ACCOUNT_SMALLEST)[0]], _ACCOUNT_SMALLEST
