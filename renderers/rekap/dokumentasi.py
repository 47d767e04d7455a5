"""The appendix of photos: those of each kegiatan side by side, with its name, day and place below them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from PIL import Image

from renderers.figures import Kegiatan
from renderers.indonesian import daftar
from renderers.photo import prepared
from renderers.photo.album import Album, Picture
from renderers.photo.flatten import FAULTS
from renderers.rekap.kolase import when
from renderers.rekap.pictures import Card, Photo
from renderers.word.ooxml import cell, paragraph, row, run, table, twips
from renderers.word.tables import Xml

WIDE, HALF, _HIGH, _GAP = 15.2, 7.5, 4.4, 0.2  # cm: width of a row of photos, of half a row, height, space between two
_BELOW = '<w:spacing w:before="0" w:after="240"/>'
MOST_PHOTOS = 4
# Above the first number of kegiatan a report shows two photos of each, above the second one, or it grows too long.
_MANY, _VERY_MANY = 60, 120
_PIXELS = 190 / 2.54  # to the centimetre
_ENOUGH = (640, 480)  # pixels that a photo is decoded to at least
_LEAST = (1, 1)  # only to see whether it can be


def prepare(kegiatan: Sequence[Kegiatan], folder: Path, elsewhere: frozenset[str] = frozenset()) -> list[Card]:
    """Each kegiatan with the first of its photos that can be read, no larger than they are printed; `elsewhere`: the
    photos that the kolase of the report show, without which a kegiatan needs no card."""
    names = [tuple(name for name in k.foto if name not in elsewhere) for k in kegiatan]
    shown = sum(map(bool, names))
    most = 1 if shown > _VERY_MANY else 2 if shown > _MANY else MOST_PHOTOS
    # libjpeg releases the interpreter lock: two kegiatan are prepared at once.
    with ThreadPoolExecutor(2) as pool:
        photos = pool.map(lambda own: tuple(_photos(own, folder, most)), names)
        cards = list(map(Card, kegiatan, photos))
        seen = pool.map(lambda card: not card.photos and _seen(card.kegiatan, folder, elsewhere), cards)
        return [card for card, there in zip(cards, seen, strict=True) if not there]


def photo_table(cards: Sequence[Card], album: Album) -> Xml | None:
    """The table of all photos, None where there is none.

    Two kegiatan of one photo each share a row; a kegiatan with several has a row of its own.
    """
    rows = [_wide(unit[0], album) if len(unit) == 1 else _pair(unit, album) for unit in _units(cards)]
    half = twips(8)
    about = "Foto setiap kegiatan; di bawahnya nama, hari, dan tempat."
    return Xml(table("TabelPolos", (half, half), rows, "Dokumentasi kegiatan", about)) if rows else None


def tanpa_foto(cards: Sequence[Card]) -> str:
    """The kegiatan without photos, as the sentence below the table lists them."""
    return daftar([f"{k.kegiatan.nama} ({when(k.kegiatan)})" for k in cards if not k.photos])


def height_of(shapes: Sequence[float], wide: float) -> float:
    """The height in cm of a row of photos of these shapes (width by height) that is `wide` cm."""
    room = wide - _GAP * (len(shapes) - 1)
    return min(_HIGH, room / sum(shapes)) if shapes else _HIGH


def _units(cards: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """The kegiatan of each row, in their order: one of a single photo waits only for the next to share its row."""
    waiting: tuple[Card, ...] = ()
    for one in cards:
        if not one.photos:
            continue
        if len(one.photos) == 1:
            waiting = (*waiting, one)
            if len(waiting) == 1:
                continue
            yield waiting
        else:
            yield from [waiting, (one,)] if waiting else [(one,)]
        waiting = ()
    if waiting:
        yield waiting


def _pair(unit: tuple[Card, ...], album: Album) -> str:
    high = min(height_of([one.photos[0].aspect], HALF) for one in unit)
    return row([cell(twips(8), _card(one, album, max(high, 0.6 * _HIGH), HALF)) for one in unit])


def _wide(one: Card, album: Album) -> str:
    wide = HALF if len(one.photos) == 1 else WIDE
    return row([cell(twips(16), _card(one, album, height_of([f.aspect for f in one.photos], wide), wide), span=2)])


def _card(one: Card, album: Album, high: float, wide: float) -> str:
    pictures = [_placed(one, n, album, high, wide) for n in range(len(one.photos))]
    where = f" · {one.kegiatan.tempat}" if one.kegiatan.tempat else ""
    return (
        # Without keepNext, with which LibreOffice would move the whole table to the next page.
        paragraph("SelTengah", run("  ", '<w:sz w:val="12"/><w:szCs w:val="12"/>').join(p.__html__() for p in pictures))
        + paragraph("SelTengah", run(one.kegiatan.nama, "<w:b/>"))
        + paragraph("SelKecil", run(f"{when(one.kegiatan)}{where}"), _BELOW)
    )


def _placed(one: Card, n: int, album: Album, high: float, wide: float) -> Picture:
    part = f", foto {n + 1} dari {len(one.photos)}" if len(one.photos) > 1 else ""
    return album.place(one.photos[n].jpeg, f"Foto {one.kegiatan.nama}, {when(one.kegiatan)}{part}", wide, high)


def _seen(kegiatan: Kegiatan, folder: Path, elsewhere: frozenset[str]) -> bool:
    """Whether a photo of it that can be read stands in the kolase."""
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
