"""The appendix of photos: those of each kegiatan side by side, with its name, day and place below them."""

from collections.abc import Iterator, Sequence

from renderers.indonesian import daftar
from renderers.photo.album import Album, Picture
from renderers.rekap.kolase import when
from renderers.rekap.pictures import Card
from renderers.word.ooxml import cell, paragraph, row, run, table, twips
from renderers.word.tables import Xml

WIDE, HALF, _HIGH, _GAP = 15.2, 7.5, 4.4, 0.2  # cm: width of a row of photos, of half a row, height, space between two
_BELOW = '<w:spacing w:before="0" w:after="240"/>'


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
