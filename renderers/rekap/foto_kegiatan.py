"""The photos of every kegiatan made ready for the appendix of a report: the first few, no larger than shown."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from PIL import Image

from renderers.figures import Kegiatan
from renderers.photo import prepared
from renderers.photo.flatten import FAULTS
from renderers.rekap.dokumentasi import LEBAR, SEL, tinggi
from renderers.rekap.pictures import Foto, Kartu

TERBANYAK = 4
_BANYAK, _SANGAT_BANYAK = 60, 120  # with so many kegiatan each shows two photos, or one
_TITIK = 190 / 2.54  # pixels to the centimetre

_CUKUP = (640, 480)  # what a photo is decoded to at least


def prepare(kegiatan: Sequence[Kegiatan], folder: Path) -> list[Kartu]:
    """The first photos of each kegiatan that can be read, no larger than they are shown."""
    shown = sum(bool(k.foto) for k in kegiatan)
    most = 1 if shown > _SANGAT_BANYAK else 2 if shown > _BANYAK else TERBANYAK
    # libjpeg releases the interpreter lock: two kegiatan are prepared at once.
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda k: Kartu(k, tuple(_photos(k, folder, most))), kegiatan))


def _photos(kegiatan: Kegiatan, folder: Path, most: int) -> Iterator[Foto]:
    found: list[Image.Image] = []
    for name in kegiatan.foto:
        if len(found) < most and (image := _read(folder / name)) is not None:
            found.append(image)
    shapes = [image.width / image.height for image in found]
    high = tinggi(shapes, SEL if len(found) == 1 else LEBAR)
    for image, shape in zip(found, shapes, strict=True):
        image.thumbnail((max(1, round(high * shape * _TITIK)), round(high * _TITIK)), Image.Resampling.LANCZOS)
        out = BytesIO()
        image.save(out, "JPEG", quality=80)
        yield Foto(out.getvalue(), shape)


def _read(path: Path) -> Image.Image | None:
    """None for a file that is gone or broken: a report must not fail for a photo."""
    for file in (prepared.beside(path), path):
        try:
            with Image.open(file, formats=["JPEG"]) as image:
                image.draft("RGB", _CUKUP)
                return image.convert("RGB")
        except FAULTS:
            continue
    return None
