"""The photos of every kegiatan for the appendix: whole, small, side by side, with name, day and place below them."""

from collections.abc import Iterator, Sequence

from renderers.figures import Kegiatan
from renderers.indonesian import daftar, hari_tanggal, rentang
from renderers.photo.album import Album, Gambar
from renderers.rekap.pictures import Kartu
from renderers.word.ooxml import cell, paragraph, row, run, table, twips
from renderers.word.tables import Xml

LEBAR, SEL, _TINGGI, _SELA = 15.2, 7.5, 4.4, 0.2  # cm: a row of photos, half of it, its height, between two
_BELOW = '<w:spacing w:before="0" w:after="240"/>'


def tabel(kartu: Sequence[Kartu], album: Album) -> Xml | None:
    """Two kegiatan of one photo each share a row; one with several has a row of its own."""
    rows = [_wide(unit[0], album) if len(unit) == 1 else _pair(unit, album) for unit in _units(kartu)]
    half = twips(8)
    about = "Foto setiap kegiatan; di bawahnya nama, hari, dan tempat."
    return Xml(table("TabelPolos", (half, half), rows, "Dokumentasi kegiatan", about)) if rows else None


def tanpa_foto(kartu: Sequence[Kartu]) -> str:
    return daftar([f"{k.kegiatan.nama} ({_when(k.kegiatan)})" for k in kartu if not k.foto])


def tinggi(shapes: Sequence[float], wide: float) -> float:
    room = wide - _SELA * (len(shapes) - 1)
    return min(_TINGGI, room / sum(shapes)) if shapes else _TINGGI


def _units(kartu: Sequence[Kartu]) -> Iterator[tuple[Kartu, ...]]:
    """In the order of the days; singles wait for a neighbour only while none comes between."""
    waiting: tuple[Kartu, ...] = ()
    for one in kartu:
        if not one.foto:
            continue
        if len(one.foto) == 1:
            waiting = (*waiting, one)
            if len(waiting) == 1:
                continue
            yield waiting
        else:
            yield from [waiting, (one,)] if waiting else [(one,)]
        waiting = ()
    if waiting:
        yield waiting


def _pair(unit: tuple[Kartu, ...], album: Album) -> str:
    high = min(tinggi([one.foto[0].bentuk], SEL) for one in unit)
    return row([cell(twips(8), _card(one, album, max(high, 0.6 * _TINGGI), SEL)) for one in unit])


def _wide(one: Kartu, album: Album) -> str:
    wide = SEL if len(one.foto) == 1 else LEBAR
    return row([cell(twips(16), _card(one, album, tinggi([f.bentuk for f in one.foto], wide), wide), span=2)])


def _card(one: Kartu, album: Album, high: float, wide: float) -> str:
    pictures = [_placed(one, n, album, high, wide) for n in range(len(one.foto))]
    where = f" · {one.kegiatan.tempat}" if one.kegiatan.tempat else ""
    return (
        # No keepNext in here: LibreOffice would then take the whole table to the next page.
        paragraph("SelTengah", run("  ", '<w:sz w:val="12"/><w:szCs w:val="12"/>').join(p.__html__() for p in pictures))
        + paragraph("SelTengah", run(one.kegiatan.nama, "<w:b/>"))
        + paragraph("SelKecil", run(f"{_when(one.kegiatan)}{where}"), _BELOW)
    )


def _placed(one: Kartu, n: int, album: Album, high: float, wide: float) -> Gambar:
    part = f", foto {n + 1} dari {len(one.foto)}" if len(one.foto) > 1 else ""
    return album.place(one.foto[n].jpeg, f"Foto {one.kegiatan.nama}, {_when(one.kegiatan)}{part}", wide, high)


def _when(kegiatan: Kegiatan) -> str:
    same = kegiatan.mulai == kegiatan.selesai
    return hari_tanggal(kegiatan.mulai) if same else rentang(kegiatan.mulai, kegiatan.selesai)
