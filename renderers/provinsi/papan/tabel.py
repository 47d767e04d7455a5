"""The pictures of a roll-up with a row for each office."""

from collections.abc import Iterator, Sequence
from math import ceil

from PIL import Image

from renderers.indonesian import short_bulan
from renderers.ink import paint
from renderers.ink.glyphs import Weight, write
from renderers.ink.lettering import one_line
from renderers.ink.paint import EDGE, HEAD, WIDE, base
from renderers.kantor import MEASURES
from renderers.provinsi import hitung
from renderers.provinsi.papan.kartu import begun, short, shown
from renderers.provinsi.recap import Baris, RekapSatker

ROWS, ROW, TOP, FOOT = 20, 50, 84, 60
NAMES, SENT = 268, 136
HEADS = ("Kegi-\natan", "Koordi-\nnasi", "Konten", "Posting-\nan", "Publi-\nkasi", "Harinya\n(%)", "Pekan\nkosong")
NOTE = "Harinya: kegiatan yang dicatat pada harinya. Pekan kosong: pekan tanpa konten."


def sheets(recap: RekapSatker) -> Iterator[Image.Image]:
    count = max(1, ceil(len(recap.satker) / ROWS))
    each = ceil(len(recap.satker) / count)
    for n in range(count):
        yield _sheet(recap, recap.satker[n * each : (n + 1) * each], last=n == count - 1)


def _sheet(recap: RekapSatker, rows: Sequence[Baris], *, last: bool) -> Image.Image:
    image = begun(HEAD + TOP + ROW * (len(rows) + last) + FOOT, recap)
    _heads(image)
    for n, row in enumerate(rows):
        _row(image, HEAD + TOP + n * ROW, recap, row, white=n % 2 == 0)
    if last:
        _total(image, HEAD + TOP + len(rows) * ROW, recap)
    paint.note(image, image.height - 22, NOTE)
    return image


def _middles() -> list[float]:
    wide = (WIDE - 2 * EDGE - NAMES - SENT) / len(HEADS)
    return [EDGE + NAMES + SENT + (k + 0.5) * wide for k in range(len(HEADS))]


def _heads(image: Image.Image) -> None:
    write(image, (EDGE, HEAD + 64), "Satker", Weight.BOLD, 21, colour=paint.MAROON)
    write(image, (EDGE + NAMES, HEAD + 64), "Terkirim", Weight.BOLD, 21, colour=paint.MAROON)
    for middle, head in zip(_middles(), HEADS, strict=True):
        lines = head.split("\n")
        for n, line in enumerate(lines):
            y = HEAD + 64 - (len(lines) - 1 - n) * 25
            told, size = one_line(line, Weight.BOLD, 20, 84, 12)
            write(image, (middle, y), told, Weight.BOLD, size, colour=paint.MAROON, anchor="centre")


def _row(image: Image.Image, top: float, recap: RekapSatker, row: Baris, *, white: bool) -> None:
    if white:
        paint.band(image, top, ROW, paint.WHITE, 10)
    y = base(top, ROW, 23)
    name, size = one_line(short(row.nama), Weight.SEMIBOLD, 23, NAMES - 12, 14)
    write(image, (EDGE, y), name, Weight.SEMIBOLD, size, colour=paint.INK if row.jalan else paint.MUTED)
    told = _sent(recap, row)
    colour = paint.INK if row.jalan else paint.MAROON
    line, size = one_line(told, Weight.BOLD, 21, SENT - 10, 13)
    write(image, (EDGE + NAMES, y), line, Weight.BOLD, size, colour=colour)
    if row.jalan:
        _figures(image, y, [shown(value) for value in values(row)], paint.INK)


def _figures(image: Image.Image, y: float, figures: Sequence[str], colour: tuple[int, int, int]) -> None:
    for middle, figure in zip(_middles(), figures, strict=True):
        line, size = one_line(figure, Weight.BOLD, 23, 80, 14)
        write(image, (middle, y), line, Weight.BOLD, size, colour=colour, anchor="centre")


def _sent(recap: RekapSatker, row: Baris) -> str:
    """The version, and the day on which it was made."""
    if row.kiriman is None:
        return "tanpa angka" if row.jalan else "belum"
    day = recap.made_on(row.kiriman)
    return f"v{row.kiriman.versi} · {day.day} {short_bulan(day)}"


def values(row: Baris) -> list[int | None]:
    """The figures of an office in the order of the heads; None for all where only its version is known."""
    one = row.kiriman
    if one is None:
        return [None] * len(HEADS)
    empty = one.nasional.kosong if one.nasional.pekan else None
    return [*(hitung.total(one, name) for name in MEASURES), hitung.same_day(one), empty]


def _total(image: Image.Image, top: float, recap: RekapSatker) -> None:
    paint.band(image, top, ROW, paint.MAROON, 10)
    y = base(top, ROW, 24)
    told = f"Jumlah {len(recap.terkirim)} satker"
    write(image, (EDGE, y), told, Weight.BOLD, 24, colour=paint.WHITE)
    empty = sum(one.nasional.kosong for _, one in recap.dihitung)
    figures = [*hitung.sums(recap), hitung.prompt(recap), empty]
    _figures(image, y, [shown(value) for value in figures], paint.GOLD_LIGHT)
