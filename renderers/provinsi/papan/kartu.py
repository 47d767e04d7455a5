"""The parts that the pictures of a roll-up share: cards, headings, short names of offices."""

import re
from functools import partial

from PIL import Image

from renderers.indonesian import angka
from renderers.ink import paint
from renderers.provinsi.recap import RekapSatker

cards = partial(paint.cards, radius=18)
heading = partial(paint.heading, colour=paint.MAROON, sizes=(28, 16))
_OFFICE = re.compile(r"^(?:KPU|KIP) ")


def begun(high: int, recap: RekapSatker) -> Image.Image:
    return paint.blank(high, recap.provinsi, f"Rekap Satker {recap.judul}")


def short(nama: str) -> str:
    """The name of an office without what all of them have: "Kab. Malang", "Kota Batu"."""
    return _OFFICE.sub("", nama).replace("Kabupaten ", "Kab. ")


def shown(value: float | None) -> str:
    """A number as people read it, a part of one with a comma."""
    if value is None:
        return "–"
    return angka(value) if isinstance(value, int) else f"{angka(int(value))},{round(value * 10) % 10}"
