"""The board of /ringkas, a period on one page for Ketua and Pembina: its head, its parts and its foot."""

from pathlib import Path

from PIL import Image

from renderers.asked import Ringkas
from renderers.boards.ringkas_panels import followers, kinds, photos, trend
from renderers.boards.ringkas_parts import Part, figures
from renderers.indonesian import tanggal
from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, icon, width, write
from renderers.ink.lettering import one_line
from renderers.ink.paint import EDGE, WIDE, jpeg
from renderers.photo import emblem

HEAD, FOOT, GAP = 312, 80, 22
_EMBLEM = 50


def draw(ringkas: Ringkas, folder: Path) -> bytes:
    """The page as JPEG bytes, as high as its parts need; `folder` has the photos and the logo."""
    parts = [part for part in _parts(ringkas, folder) if part.high]
    sheet = Image.new("RGB", (WIDE, HEAD + FOOT + GAP + sum(part.high + GAP for part in parts)), paint.PAPER)
    paint.shadows(sheet, _boxes(parts), 20)
    y = float(HEAD + GAP)
    for part in parts:
        part.draw(sheet, y)
        y += part.high + GAP
    _head(sheet, ringkas, folder)
    _foot(sheet, ringkas)
    return jpeg(sheet)


def _parts(ringkas: Ringkas, folder: Path) -> list[Part]:
    return [figures(ringkas), trend(ringkas), kinds(ringkas), followers(ringkas), photos(ringkas, folder)]


def _boxes(parts: list[Part]) -> list[Box]:
    """The cards of all parts, which share one soft shadow."""
    y, found = float(HEAD + GAP), []
    for part in parts:
        found += [Box(box.x, y + box.y, box.w, box.h) for box in part.cards]
        y += part.high + GAP
    return found


def _head(sheet: Image.Image, ringkas: Ringkas, folder: Path) -> None:
    paint.gradient(sheet, Box(0, 0, WIDE, HEAD - 6))
    paint.kawung(sheet, Box(0, 0, WIDE, HEAD - 6), 0.1)
    paint.rectangle(sheet, Box(0, HEAD - 6, WIDE, 6), paint.GOLD)
    _emblem(sheet, folder / ringkas.logo if ringkas.logo else None)
    room = WIDE - EDGE - 164
    upper, size = one_line(ringkas.lembaga.upper(), Weight.EXTRABOLD, 33, room, 19)
    write(sheet, (164, 70), upper, Weight.EXTRABOLD, size, colour=paint.WHITE)
    lower, size = one_line(ringkas.tempat.upper(), Weight.BOLD, 27, room, 17, tracking=0.045)
    write(sheet, (164, 108), lower, Weight.BOLD, size, colour=paint.GOLD_LIGHT, tracking=0.045)
    title, size = one_line(ringkas.judul, Weight.EXTRABOLD, 72, WIDE - 2 * EDGE, 40)
    write(sheet, (EDGE, 214), title, Weight.EXTRABOLD, size, colour=paint.WHITE)
    told = f"Ringkasan Bakohumas · {ringkas.span}"
    line, size = one_line(told, Weight.BOLD, 31, WIDE - 2 * EDGE, 18)
    write(sheet, (EDGE, 268), line, Weight.BOLD, size, colour=paint.GOLD_LIGHT)


def _emblem(sheet: Image.Image, logo: Path | None) -> None:
    x, y = EDGE + _EMBLEM, 30 + _EMBLEM
    for radius, colour in ((_EMBLEM, paint.GOLD), (_EMBLEM - 4, paint.WHITE)):
        paint.rectangle(sheet, Box(x - radius, y - radius, 2 * radius, 2 * radius), colour, radius)
    own = emblem.opened(logo, 78)
    if own is None:
        icon(sheet, "ballot", (x - 28, y + 27), 56, paint.MAROON)
    else:
        sheet.paste(own, (round(x - own.width / 2), round(y - own.height / 2)), own)


def _foot(sheet: Image.Image, ringkas: Ringkas) -> None:
    top = sheet.height - FOOT
    paint.rectangle(sheet, Box(0, top, WIDE, 5), paint.GOLD)
    paint.gradient(sheet, Box(0, top + 5, WIDE, FOOT - 5))
    paint.kawung(sheet, Box(0, top + 5, WIDE, FOOT - 5), 0.08)
    base = paint.base(top + 5, FOOT - 5, 25)
    when = f"Data s.d. {tanggal(ringkas.cut_off)}"
    write(sheet, (WIDE - EDGE, base), when, Weight.BOLD, 25, colour=paint.GOLD_LIGHT, anchor="right")
    room = WIDE - 2 * EDGE - width(when, Weight.BOLD, 25) - 90
    site, size = one_line(ringkas.website, Weight.BOLD, 25, room, 15)
    if site:
        icon(sheet, "globe", (EDGE, base + 3), 26, paint.GOLD_LIGHT)
        write(sheet, (EDGE + 38, base), site, Weight.BOLD, size, colour=paint.WHITE)
