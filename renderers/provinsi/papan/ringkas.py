"""The first picture of a roll-up: how many offices have sent, the sums of all, their months, and who is missing."""

from PIL import Image

from renderers.indonesian import angka, short_bulan, tanggal
from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, write
from renderers.ink.lettering import one_line, wrap
from renderers.ink.paint import EDGE, HEAD, ROOM, SPACE, row
from renderers.kantor import MEASURES
from renderers.provinsi import hitung
from renderers.provinsi.papan.kartu import begun, cards, heading, short, shown
from renderers.provinsi.recap import RekapSatker

SENT, FIGURE, LINE, FOOT = 172, 156, 34, 56
MOST = 12  # lines of names


def sheet(recap: RekapSatker) -> Image.Image:
    names = _names(recap)
    waiting = 84 + LINE * len(names) if names else 0
    boxes = _boxes(waiting)
    image = begun(round(boxes[-1].y + boxes[-1].h) + FOOT, recap)
    cards(image, boxes)
    _sent(image, boxes[0], recap)
    for box, (name, told, below) in zip(boxes[1:7], _figures(recap), strict=True):
        _figure(image, box, name, told, below)
    if names:
        _waiting(image, boxes[7], recap, names)
    paint.note(image, image.height - 22, f"Dibuat {tanggal(recap.tanggal)}. Angka dijumlahkan menurut daftar nasional.")
    return image


def _boxes(waiting: int) -> list[Box]:
    top = HEAD + SPACE + 6
    boxes = [Box(EDGE, top, ROOM, SENT)]
    for n in range(2):
        boxes += row(3, top + SENT + SPACE + n * (FIGURE + SPACE), FIGURE)
    return [*boxes, Box(EDGE, boxes[-1].y + FIGURE + SPACE, ROOM, waiting)] if waiting else boxes


def _sent(image: Image.Image, box: Box, recap: RekapSatker) -> None:
    done, every = len(recap.terkirim), len(recap.satker)
    x = write(image, (box.x + 28, box.y + 92), str(done), Weight.EXTRABOLD, 80, colour=paint.MAROON) + box.x + 28
    line, size = one_line(f"dari {every} satker sudah mengirim", Weight.BOLD, 36, ROOM - 60 - x + box.x, 20)
    write(image, (x + 18, box.y + 92), line, Weight.BOLD, size, colour=paint.INK)
    bar = Box(box.x + 28, box.y + 122, box.w - 56, 24)
    paint.rectangle(image, bar, (236, 228, 218), 12)
    if done:
        part = max(24, bar.w * done / max(1, every))
        paint.rectangle(image, Box(bar.x, bar.y, part, bar.h), paint.MAROON, 12)


def _figures(recap: RekapSatker) -> list[tuple[str, str, str]]:
    """Name, number, and below it the months."""
    told = []
    for at, (name, total) in enumerate(zip(MEASURES, hitung.sums(recap), strict=True)):
        months = (f"{short_bulan(one)} {angka(hitung.sums(recap, one)[at])}" for one in recap.bulan[-3:])
        told.append((name.capitalize(), angka(total), " · ".join(months)))
    share = hitung.prompt(recap)
    empty = sum(one.nasional.kosong for _, one in recap.dihitung)
    shown_ = "–" if share is None else f"{shown(share)}%"
    return [*told, ("Dicatat pada harinya", shown_, f"{angka(empty)} pekan tanpa konten")]


def _figure(image: Image.Image, box: Box, name: str, told: str, below: str) -> None:
    inner = box.w - 44
    line, size = one_line(name, Weight.BOLD, 25, inner, 15)
    write(image, (box.x + 22, box.y + 40), line, Weight.BOLD, size, colour=paint.MUTED)
    number, size = one_line(told, Weight.EXTRABOLD, 62, inner, 24)
    write(image, (box.x + 20, box.y + 102), number, Weight.EXTRABOLD, size, colour=paint.MAROON)
    line, size = one_line(below, Weight.SEMIBOLD, 21, inner, 12)
    write(image, (box.x + 22, box.y + 137), line, Weight.SEMIBOLD, size, colour=paint.INK)


def _names(recap: RekapSatker) -> tuple[str, ...]:
    """The offices that have not sent, in lines."""
    if not recap.belum:
        return ()
    told = ", ".join(short(one.nama).replace(" ", "\xa0") for one in recap.belum)
    lines = wrap(told, Weight.SEMIBOLD, 25, ROOM - 56)
    return lines if len(lines) <= MOST else (*lines[: MOST - 1], "… dan lainnya, lihat berkasnya")


def _waiting(image: Image.Image, box: Box, recap: RekapSatker, names: tuple[str, ...]) -> None:
    heading(image, (box.x + 28, box.y + 46), f"Belum mengirim ({len(recap.belum)})", ROOM - 56)
    for n, line in enumerate(names):
        write(image, (box.x + 28, box.y + 86 + n * LINE), line, Weight.SEMIBOLD, 25, colour=paint.INK)
