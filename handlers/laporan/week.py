"""What stands in the kolase of a pekan: gathered from the records, as plain data and as it is frozen."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from handlers.reading.periods import Pekan
from renderers import figures, indonesian
from storage.catatan import kegiatan
from storage.catatan.kegiatan import Kegiatan
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor import satker as satker_rows
from storage.kantor.satker import Here, Satker
from storage.laporan import susunan
from storage.laporan.susunan import Susunan

JSON = TypeAdapter(figures.Kolase)


def gather(here: Here, pekan: Pekan) -> figures.Kolase:
    """The pekan as plain data: one cell per kegiatan with a photo; a long one again with new photos."""
    laid = susunan.of(here, pekan.kode)
    shown = arranged(here, pekan, laid)
    return _picture(here, pekan, shown)


def frozen(here: Here, pekan: Pekan) -> dict[str, Any]:
    """The same as a delivery keeps it: with the numbers of the kegiatan held, and of those in each cell."""
    laid = susunan.of(here, pekan.kode)
    shown = arranged(here, pekan, laid)
    held = kegiatan.between(here, pekan.mulai, pekan.selesai)
    dumped: dict[str, Any] = JSON.dump_python(_picture(here, pekan, shown), mode="json")
    return dumped | {"kegiatan": [row.nomor for row in held], "sel": [row.nomor for row, _ in shown]}


Shown = tuple[Kegiatan, figures.Cell]


def arranged(here: Here, pekan: Pekan, laid: Susunan | None) -> list[Shown]:
    """Those that are seen, in the order that people gave them."""
    found = candidates(here, pekan)
    said = laid.sel if laid else {}
    rows = {row.nomor: (row, fotos) for row, fotos in found if not said.get(str(row.nomor), {}).get("sembunyi")}
    order = ordered(list(rows), laid.urut if laid else [])
    return [(rows[n][0], _cell(*rows[n], said.get(str(n), {}))) for n in order]


def candidates(here: Here, pekan: Pekan) -> list[tuple[Kegiatan, Sequence[Foto]]]:
    """Each kegiatan that may have a cell, with the photos that may stand in it."""
    span = here, pekan.mulai, pekan.selesai
    fotos = {id_: [f for f in found if f.untuk_kolase] for id_, found in photos.of_kegiatan(*span).items()}
    held = [(row, fotos.get(row.id, [])) for row in kegiatan.between(*span)]
    held += [(row, _received_in(here.satker, fotos.get(row.id, []), pekan)) for row in kegiatan.running(*span)]
    return [(row, shown) for row, shown in held if shown]


def ordered(natural: Sequence[int], wished: Iterable[int]) -> list[int]:
    """The wished order; what came since stands behind its own predecessor."""
    order = [n for n in wished if n in natural]
    for at, n in enumerate(natural):
        if n not in order:
            order.insert(order.index(natural[at - 1]) + 1 if at else 0, n)
    return order


def chosen(files: Sequence[str], said: dict[str, Any]) -> str:
    """The photo that people chose, as long as it is there; else the first."""
    return next((file for file in files if file == said.get("foto")), files[0])


def _cell(row: Kegiatan, fotos: Sequence[Foto], said: dict[str, Any]) -> figures.Cell:
    when = (
        indonesian.hari_tanggal(row.mulai) if row.mulai == row.selesai else indonesian.rentang(row.mulai, row.selesai)
    )
    return figures.Cell(
        chosen([foto.file for foto in fotos], said), said.get("judul") or row.nama, when, said.get("geser", "")
    )


def _received_in(office: Satker, fotos: Iterable[Foto], pekan: Pekan) -> list[Foto]:
    return [f for f in fotos if pekan.mulai <= office.local(f.diterima_at).date() < pekan.selesai]


def _picture(here: Here, pekan: Pekan, shown: Sequence[Shown]) -> figures.Kolase:
    title, rentang = pekan.judul(_last(pekan, shown))
    return figures.Kolase(
        lembaga=here.satker.lembaga,
        tempat=here.satker.tempat,
        tagline=tuple(here.satker.tagline),
        judul=f"Kegiatan {here.satker.nama}",
        pekan=title,
        rentang=rentang,
        cells=tuple(cell for _, cell in shown),
        website=here.satker.website,
        akun=tuple(figures.Akun(a.platform, a.nama) for a in satker_rows.akun_since(here, pekan.mulai)),
        logo=here.satker.logo,
        tema=here.satker.tema,
        pola=here.satker.pola,
    )


def _last(pekan: Pekan, shown: Sequence[Shown]) -> date | None:
    """The day of the last kegiatan that begins in the week."""
    return max((row.mulai for row, _ in shown if row.mulai >= pekan.mulai), default=None)
