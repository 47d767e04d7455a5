"""The picture of a link: its modules are those of the code, with the quiet zone, and the name stands below."""

import io

import pytest
import segno
from PIL import Image

from renderers.ink import qr

LINK = "https://t.me/BakohumasProbolinggoBot?start=AbCdEfGhIjKlMnOpQrStUv"


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("L")


@pytest.mark.parametrize("link", [LINK, "https://t.me/a?start=x", f"https://t.me/{'b' * 32}?start={'-_' * 11}"])
def test_every_module_is_seen_in_its_middle(link: str) -> None:
    picture, code = opened(qr.draw(link, "Siti Aminah", "KPU Kota Probolinggo")), segno.make_qr(link, error="m").matrix
    half = qr.MODULE // 2
    seen = [
        [
            picture.getpixel(((x + qr.QUIET) * qr.MODULE + half, (y + qr.QUIET) * qr.MODULE + half))
            for x in range(len(code))
        ]
        for y in range(len(code))
    ]
    assert seen == [[0 if dark else 255 for dark in row] for row in code]


def test_around_it_four_modules_are_white() -> None:
    picture = opened(qr.draw(LINK, "Siti Aminah", "KPU Kota Probolinggo"))
    edge = qr.QUIET * qr.MODULE
    side = picture.width
    for box in ((0, 0, side, edge), (0, 0, edge, side), (side - edge, 0, side, side), (0, side - edge, side, side - 1)):
        assert picture.crop(box).getextrema() == (255, 255)


def test_the_name_is_written_and_a_long_one_is_cut() -> None:
    none, short, long = (
        opened(qr.draw(LINK, nama, "KPU")) for nama in ("", "Siti Aminah", "Dr. Siti Nur Aminah, " * 9)
    )
    assert none.tobytes() != short.tobytes()
    assert short.size == long.size
    margin = long.crop((0, long.width, qr.QUIET * qr.MODULE - 4, long.height))
    assert margin.getextrema() == (255, 255)


def test_the_same_twice() -> None:
    assert qr.draw(LINK, "Siti 🙂", "KPU") == qr.draw(LINK, "Siti 🙂", "KPU")
