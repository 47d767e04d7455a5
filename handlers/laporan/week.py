"""The content of a pekan's kolase, gathered from the records, as plain data and frozen."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from handlers.laporan import told
from handlers.laporan.held import Held
from handlers.reading.dates.pekan import Pekan, by_month, over
from handlers.reading.dates.periods import Periode
from renderers import figures, indonesian, kantor
from renderers.frozen import freeze
from storage.catatan.kegiatan import Kegiatan
from storage.foto.photos import Foto
from storage.kantor import akun, audit, daftar
from storage.kantor.satker import Here, Satker
from storage.laporan.susunan import Susunan


def gather(here: Here, pekan: Pekan) -> figures.Kolase:
    """The pekan as plain data: one cell per kegiatan with a photo; a long one again with new photos."""
    return of(_held(here, pekan), pekan)


def of(held: Held, pekan: Pekan) -> figures.Kolase:
    """The kolase of a pekan from records that were read already."""
    return _picture(held, pekan, _arranged(held, pekan, held.laid.get(pekan.kode)))


def frozen(here: Here, pekan: Pekan) -> dict[str, Any]:
    """The figures of a pekan as its delivery keeps them, with the numbers of all its kegiatan and of those in each
    cell."""
    held = _held(here, pekan)
    shown = _arranged(held, pekan, held.laid.get(pekan.kode))
    begun = held.begun(pekan.mulai, pekan.selesai)
    return freeze(_picture(held, pekan, shown)) | {
        "kegiatan": [row.nomor for row in begun],
        "sel": [row.nomor for row, _ in shown],
    }


def _held(here: Here, pekan: Pekan) -> Held:
    return Held(here, pekan.mulai, pekan.selesai)


def prompt(held: Held, periode: Periode, today: date) -> figures.Ketepatan | None:
    """How promptly the office has recorded a period, from the day on which it began to record; None before that.
    `held` begins no later than the first week of the period, which may begin before it."""
    here = held.here
    began = audit.began(here)
    if began is None:
        return None
    since = here.satker.local(began).date()
    done = [row for row in held.begun(periode.mulai, periode.selesai) if since <= row.selesai <= today]
    weeks = [one for one in over(periode.mulai, periode.selesai, today) if one.mulai >= since]
    # Of konten that are counted for a month nobody knows the week.
    vague = {row.tanggal.replace(day=1) for row in held.konten if row.sebulan}
    filled = {Pekan.of(row.tanggal) for row in held.konten if not row.sebulan}
    known = [one for one in weeks if one in filled or one.bulan not in vague]
    bare = [one for one in known if one not in filled]
    same_day = sum(here.satker.local(row.dibuat_at).date() <= row.selesai for row in done)
    return figures.Ketepatan(len(done), same_day, len(known), len(bare), by_month(bare)) if done or known else None


def told_promptness(one: figures.Ketepatan | None) -> list[str]:
    """The same in lines."""
    if one is None:
        return []
    weeks = f"Pekan tanpa konten: {one.kosong} dari {one.pekan}{f' ({one.mana})' if one.mana else ''}"
    share = f"Dicatat pada harinya: {one.sehari} dari {one.kegiatan} kegiatan"
    return [*([share] if one.kegiatan else []), *([weeks] if one.pekan else [])]


Shown = tuple[Kegiatan, figures.Cell]
FEW, MORE = 2, 2  # a week of so few kegiatan shows so many more photos of each


def _arranged(held: Held, pekan: Pekan, laid: Susunan | None) -> list[Shown]:
    """The cells that are shown, in the order that people gave them."""
    said = laid.sel if laid else {}
    found = _candidates(held, pekan)
    rows = {row.nomor: (row, fotos) for row, fotos in found if not said.get(str(row.nomor), {}).get("sembunyi")}
    order = ordered(list(rows), laid.urut if laid else [])
    more = MORE if len(order) <= FEW else 0
    return [(rows[n][0], _cell(*rows[n], said.get(str(n), {}), more)) for n in order]


def candidates(here: Here, pekan: Pekan) -> list[tuple[Kegiatan, Sequence[Foto]]]:
    """Each kegiatan of the week that may have a cell, with its photos that may be shown."""
    return _candidates(_held(here, pekan), pekan)


def _candidates(held: Held, pekan: Pekan) -> list[tuple[Kegiatan, Sequence[Foto]]]:
    span = pekan.mulai, pekan.selesai
    found = [(row, _for_kolase(held, row)) for row in held.begun(*span)]
    found += [(row, _received_in(held.here.satker, _for_kolase(held, row), pekan)) for row in held.running(*span)]
    return [(row, shown) for row, shown in found if shown]


def _for_kolase(held: Held, row: Kegiatan) -> list[Foto]:
    return [foto for foto in held.fotos.get(row.id, ()) if foto.for_kolase]


def ordered(natural: Sequence[int], wished: Iterable[int]) -> list[int]:
    """The wished order; a newer kegiatan stands behind its natural predecessor."""
    order = [n for n in wished if n in natural]
    for at, n in enumerate(natural):
        if n not in order:
            order.insert(order.index(natural[at - 1]) + 1 if at else 0, n)
    return order


def chosen(files: Sequence[str], said: dict[str, Any]) -> str:
    """The photo that people chose for a cell, if it still exists; else the first one."""
    return next((file for file in files if file == said.get("foto")), files[0])


def _cell(row: Kegiatan, fotos: Sequence[Foto], said: dict[str, Any], more: int) -> figures.Cell:
    when = indonesian.hari_tanggal(row.mulai) if row.mulai == row.selesai else indonesian.span(row.mulai, row.selesai)
    files = [foto.file for foto in fotos]
    shown = chosen(files, said)
    others = tuple(dict.fromkeys(file for file in files if file != shown))[:more]
    return figures.Cell(shown, said.get("judul") or row.nama, when, said.get("geser", ""), others)


def _received_in(office: Satker, fotos: Iterable[Foto], pekan: Pekan) -> list[Foto]:
    return [f for f in fotos if pekan.mulai <= office.local(f.diterima_at).date() < pekan.selesai]


def _picture(held: Held, pekan: Pekan, shown: Sequence[Shown]) -> figures.Kolase:
    office = held.here.satker
    title, rentang = pekan.judul(_last(pekan, shown))
    return figures.Kolase(
        lembaga=office.lembaga,
        tempat=office.tempat,
        tagline=told.tagline(held, pekan.selesai - timedelta(days=1)),
        judul=f"Kegiatan {office.nama}",
        pekan=title,
        rentang=rentang,
        cells=tuple(cell for _, cell in shown),
        website=office.website,
        akun=tuple(
            # Here the platform is the icon.
            kantor.Akun(daftar.national_platform(office, one.platform), one.nama)
            for one in held.akun
            if akun.exists(one, pekan.mulai, pekan.selesai - timedelta(days=1))
        ),
        logo=office.logo,
        tema=office.tema,
        pola=office.pola,
    )


def _last(pekan: Pekan, shown: Sequence[Shown]) -> date | None:
    """The day of the last kegiatan that begins in the week."""
    return max((row.mulai for row, _ in shown if row.mulai >= pekan.mulai), default=None)
