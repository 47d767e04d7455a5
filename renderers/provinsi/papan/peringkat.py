"""The picture of the ranks: for each measure the first five offices, by their sum and by month."""

from collections.abc import Iterator

from PIL import Image

from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, write
from renderers.ink.lettering import one_line
from renderers.ink.paint import EDGE, HEAD, ROOM, SPACE, base
from renderers.kantor import MEASURES
from renderers.provinsi import hitung
from renderers.provinsi.hitung import Place
from renderers.provinsi.papan.kartu import begun, cards, heading, short, shown
from renderers.provinsi.recap import RekapSatker

GAP = 16
ROW, TOP, FOOT = 33, 66, 56
NOTE = "Per bulan: rata-rata atas bulan yang dilaporkan. Nilai yang sama berbagi peringkat."


def sheets(recap: RekapSatker) -> Iterator[Image.Image]:
    """None where nothing is known of any office."""
    ranks = [(name, *_both(recap, name)) for name in MEASURES]
    ranks = [one for one in ranks if one[1]]
    if ranks:
        yield _sheet(recap, ranks)


def _both(recap: RekapSatker, name: str) -> tuple[list[Place], list[Place]]:
    by_sum = hitung.top(recap, lambda one: hitung.total(one, name))
    return by_sum, hitung.top(recap, lambda one: hitung.each_month(one, name))


def _sheet(recap: RekapSatker, ranks: list[tuple[str, list[Place], list[Place]]]) -> Image.Image:
    y, boxes = float(HEAD + SPACE + 6), []
    for _, *both in ranks:
        high = TOP + ROW * max(min(len(one), hitung.TOP) + (len(one) > hitung.TOP) for one in both) + 12
        boxes.append(Box(EDGE, y, ROOM, high))
        y += high + GAP
    image = begun(round(y) + FOOT - GAP, recap)
    cards(image, boxes)
    for box, (name, by_sum, by_month) in zip(boxes, ranks, strict=True):
        heading(image, (box.x + 28, box.y + 46), name.capitalize(), 300)
        half = (box.w - 56 - 2 * SPACE) / 2
        _list(image, (box.x + 28, box.y), "Jumlah", by_sum, half)
        _list(image, (box.x + 28 + half + 2 * SPACE, box.y), "Per bulan", by_month, half)
    paint.note(image, image.height - 22, NOTE)
    return image


def _list(image: Image.Image, at: tuple[float, float], name: str, places: list[Place], room: float) -> None:
    x, y = at
    write(image, (x + room, y + 46), name, Weight.BOLD, 21, colour=paint.MUTED, anchor="right")
    paint.rectangle(image, Box(x, y + TOP - 4, room, 2), paint.GOLD_LIGHT)
    for n, place in enumerate(places[: hitung.TOP]):
        line = base(y + TOP + n * ROW, ROW, 23)
        write(image, (x, line), f"{place.tempat}", Weight.EXTRABOLD, 23, colour=paint.MAROON)
        write(image, (x + room, line), shown(place.nilai), Weight.BOLD, 23, colour=paint.INK, anchor="right")
        nama, size = one_line(short(place.nama), Weight.SEMIBOLD, 23, room - 34 - 100, 14)
        write(image, (x + 34, line), nama, Weight.SEMIBOLD, size, colour=paint.INK)
    if len(places) > hitung.TOP:
        line = base(y + TOP + hitung.TOP * ROW, ROW, 20)
        told = f"dan {len(places) - hitung.TOP} lagi dengan nilai yang sama"
        write(image, (x + 34, line), told, Weight.SEMIBOLD, 20, colour=paint.MUTED)
