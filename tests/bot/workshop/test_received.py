"""What people send: a bomb of every format that is taken, many large photos at once, a workbook, a template."""

import io
import resource
import struct
import zlib
from base64 import b64decode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

from bot.workshop import received
from bot.workshop.budget import Budget
from bot.workshop.received import UNSAFE_TEMPLATE
from bot.workshop.workshop import BUDGET, WORKSHOP, Refused, Workshop
from renderers.photo.weight import MOST
from renderers.templat_bawaan import build
from renderers.templat_kantor import trial
from renderers.word.ooxml import pack
from tests.bot.workshop.heic import grid
from tests.renderers.photo.made import saved
from tests.renderers.templat_kantor.by_hand import typed
from tests.renderers.templat_kantor.test_files import SOUND
from tests.templat import letter_file

SIDE = 8000


def webp() -> bytes:
    """38 bytes: a lossless picture of 8000 x 8000, transparent."""
    bits = (SIDE - 1) | (SIDE - 1) << 14 | 1 << 28
    body = b"VP8L" + struct.pack("<I", 18) + b"\x2f" + struct.pack("<I", bits) + bytes(13)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def png(mode: str) -> Callable[[], bytes]:
    return lambda: saved(Image.new(mode, (SIDE, SIDE)), "PNG")


def jpeg_in_scans() -> bytes:
    """Its first scan lacks colours, so that libjpeg holds all of it although it is not progressive."""
    data = bytearray(saved(Image.new("RGB", (64, 64))))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 14_000, 14_000)
    scan = data.index(b"\xff\xda")
    data[scan + 4] = 1
    return bytes(data)


BOMBS: dict[str, Callable[[], bytes]] = {
    "webp": webp,
    "png rgba": png("RGBA"),
    "png 16": png("I;16"),
    "png grey alpha": png("LA"),
    "gif": lambda: saved(Image.new("P", (SIDE, SIDE)), "GIF"),
    "avif": lambda: saved(Image.new("RGBA", (5000, 5000)), "AVIF", speed=10),
    "avif large": lambda: saved(Image.new("L", (7000, 7000)), "AVIF", speed=10),
    "jpeg progressive cmyk": lambda: saved(Image.new("CMYK", (SIDE, SIDE)), progressive=True),
    "jpeg in scans": jpeg_in_scans,
    "heic": lambda: grid(16_000, 12_000),
    "heic 48": lambda: grid(8064, 6048),
}


@pytest.mark.parametrize("form", BOMBS)
def test_a_bomb_is_refused_with_one_sentence_or_opened_within_its_limits(form: str) -> None:
    data = BOMBS[form]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        assert max(received.photo(data).size) <= 2560
    except Refused as refused:
        said = str(refused)
        assert said.startswith(("Foto ini ", "Berkas ini "))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000


def test_38_bytes_are_refused_by_their_header() -> None:
    with pytest.raises(Refused, match="Foto ini berukuran 64 megapiksel, paling banyak 20"):
        received.photo(webp())
    assert len(webp()) == 38


class Watched(Budget):
    """Notes how much was held together at most."""

    largest = 0

    def _take(self, size: int, *, wait: bool) -> bool:
        held = super()._take(size, wait=wait)
        self.largest = max(self.largest, self.taken)
        return held


def test_three_photos_of_48_megapixels_at_once_stay_within_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    budget = Watched(BUDGET)
    monkeypatch.setattr(WORKSHOP, "budget", budget)
    with ThreadPoolExecutor(4) as pool:
        large = [pool.submit(received.photo, grid(8064, 6048)) for _ in range(3)]
        small = pool.submit(received.photo, saved(Image.new("RGB", (64, 48))))
    assert [one.result().size for one in (*large, small)] == [(2560, 1920)] * 3 + [(64, 48)]
    assert MOST / 2 < budget.largest <= BUDGET


def book(styles: int, rows: int = 0) -> bytes:
    """A workbook of so many formats in its styles."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/styles.xml", f"<styleSheet><cellXfs>{'<xf/>' * styles}</cellXfs></styleSheet>")
        archive.writestr("xl/worksheets/sheet1.xml", "<row/>" * rows)
    return out.getvalue()


@pytest.mark.parametrize("data", [book(1_500_000), book(1, 2_000_000)], ids=["styles", "whole"])
def test_a_workbook_that_unfolds_beyond_measure_is_refused(data: bytes) -> None:
    assert len(data) < 20_000
    with pytest.raises(Refused, match=r"Berkas ini terlalu besar untuk diimpor\."):
        received.workbook(data)


def test_the_child_judges_a_template_as_the_checker_does() -> None:
    good = received.template(SOUND, "Templat.docx")
    assert (good.name, good.faults, good.docx) == ("Templat.docx", (), trial.judge(SOUND)[0])
    assert b64decode(good.content) == good.docx
    bad = received.template(pack(typed("{{ surat.nomor }}", "{{ surat.nomr }}")), "a.docx")
    place = "sebelum judul pertama, tabel ke-2 baris 1 kolom 3"
    assert (bad.content, bad.faults) == ("", (f"Nama “surat.nomr” tidak dikenal (maksudnya “surat.nomor”?), {place}.",))


def test_a_template_of_the_letter_is_known_and_judged_in_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.templat_kantor.trial.judged", lambda _: 1 / 0)
    good, bad = letter_file("Surat.docx"), letter_file("Surat.docx", "${nomor_naskah}", "${nomer_naskah}")
    parts = build.letter()
    spoilt = {name: data.replace(b"${nomor_naskah}", b"${nomer_naskah}") for name, data in parts.items()}
    assert received.template(pack(parts), "Surat.docx") == good
    assert received.template(pack(spoilt), "Surat.docx") == bad
    assert (good.letter, bad.letter, received.template(b"", "x.docx").letter) == (True, True, None)


def test_a_trial_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = Workshop(seconds=0.05)
    monkeypatch.setattr(received, "WORKSHOP", hasty)
    try:
        assert received.template(SOUND, "a.docx").faults == (UNSAFE_TEMPLATE,)
    finally:
        hasty.close()


def test_what_unfolds_in_a_comment_of_a_png_is_no_photo() -> None:
    body = b"Comment\x00\x00" + zlib.compress(b"a" * 80_000_000, 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    data = saved(Image.new("L", (8, 8)), "PNG")
    with pytest.raises(Refused):
        received.photo(data[:33] + chunk + data[33:])
