"""The photos of the kegiatan of a report, opened and made no larger than they are printed."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from PIL import Image

from renderers.figures import Kegiatan
from renderers.photo import prepared
from renderers.photo.flatten import FAULTS
from renderers.rekap.dokumentasi import HALF, WIDE, height_of
from renderers.rekap.pictures import Card, Photo

MOST_PHOTOS = 4
# Above the first number of kegiatan a report shows two photos of each, above the second one, or it grows too long.
_MANY, _VERY_MANY = 60, 120
_PIXELS = 190 / 2.54  # to the centimetre
_ENOUGH = (640, 480)  # pixels that a photo is decoded to at least
_LEAST = (1, 1)  # only to see whether it can be


def prepare(
    kegiatan: Sequence[Kegiatan],
    folder: Path,
    elsewhere: frozenset[str] = frozenset(),
    seen: frozenset[str] = frozenset(),
) -> list[Card]:
    """Each kegiatan with the first of its photos that can be read, no larger than they are printed; `elsewhere`: the
    photos that the kolase of the report show, without which a kegiatan needs no card; `seen`: those of them that stand
    in a sheet which is kept, for all that it shows could be read."""
    names = [tuple(name for name in k.foto if name not in elsewhere) for k in kegiatan]
    many = sum(map(bool, names))
    most = 1 if many > _VERY_MANY else 2 if many > _MANY else MOST_PHOTOS
    # libjpeg releases the interpreter lock: two kegiatan are prepared at once.
    with ThreadPoolExecutor(2) as pool:
        photos = pool.map(lambda own: tuple(_photos(own, folder, most)), names)
        cards = list(map(Card, kegiatan, photos))
        shown = pool.map(lambda card: not card.photos and _shown(card.kegiatan, folder, elsewhere, seen), cards)
        return [card for card, there in zip(cards, shown, strict=True) if not there]


def _shown(kegiatan: Kegiatan, folder: Path, elsewhere: frozenset[str], seen: frozenset[str]) -> bool:
    """Whether a photo of it that can be read stands in the kolase."""
    if not seen.isdisjoint(kegiatan.foto):
        return True
    return any(name in elsewhere and _read(folder / name, _LEAST) is not None for name in kegiatan.foto)


def _photos(names: Sequence[str], folder: Path, most: int) -> Iterator[Photo]:
    found: list[Image.Image] = []
    for name in names:
        if len(found) < most and (image := _read(folder / name)) is not None:
            found.append(image)
    shapes = [image.width / image.height for image in found]
    high = height_of(shapes, HALF if len(found) == 1 else WIDE)
    for image, shape in zip(found, shapes, strict=True):
        image.thumbnail((max(1, round(high * shape * _PIXELS)), round(high * _PIXELS)), Image.Resampling.LANCZOS)
        out = BytesIO()
        image.save(out, "JPEG", quality=80)
        yield Photo(out.getvalue(), shape)


def _read(path: Path, enough: tuple[int, int] = _ENOUGH) -> Image.Image | None:
    """The photo as RGB; None for a file that is gone or broken, since a report must not fail for a photo."""
    for file in (prepared.beside(path), path):
        try:
            with Image.open(file, formats=["JPEG"]) as image:
                image.draft("RGB", enough)
                return image.convert("RGB")
        except FAULTS:
            continue
    return None
