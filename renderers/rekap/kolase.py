"""The appendix of kolase: the weeks of a period on landscape sheets, two of them to a page."""

from collections.abc import Sequence
from typing import Any

from renderers.figures import Kegiatan, Kolase, Rekap
from renderers.indonesian import daftar, hari_tanggal, span
from renderers.photo.album import Album
from renderers.rekap.pictures import Sheet

_WIDE, _HIGH = 16.0, 10.6  # cm: two with captions of two lines and the title of the appendix fill a page
_TO_A_PAGE = 2


def sheets(drawn: Sequence[Sheet], album: Album) -> list[dict[str, Any]]:
    """The sheets in their order; `halaman_baru`: a page begins with it, which the title of the appendix does not do."""
    return [
        {
            "gambar": album.place(sheet.jpeg, sheet.caption, _WIDE, _HIGH),
            "keterangan": sheet.caption,
            "halaman_baru": n > 0 and n % _TO_A_PAGE == 0,
        }
        for n, sheet in enumerate(drawn)
    ]


def shown(rekap: Rekap) -> frozenset[str]:
    """The file names of the photos that the kolase of the report show."""
    return frozenset[str]().union(*map(shown_in, rekap.kolase))


def shown_in(week: Kolase) -> frozenset[str]:
    return frozenset(foto for cell in week.cells for foto in cell.fotos)


def places(rekap: Rekap) -> str:
    """Where the kegiatan took place of which the kolase show a photo, place by place; a kolase has no room for it."""
    seen, found = shown(rekap), dict[str, list[str]]()
    for one in rekap.kegiatan:
        if one.tempat and seen.intersection(one.foto):
            found.setdefault(one.tempat, []).append(f"{one.nama} ({when(one)})")
    return "; ".join(f"{daftar(held)} di {place.removeprefix('di ')}" for place, held in found.items())


def when(one: Kegiatan) -> str:
    """The day of a kegiatan with its weekday, or its days."""
    return hari_tanggal(one.mulai) if one.mulai == one.selesai else span(one.mulai, one.selesai)
