"""The offices below a province, each with the report that it made last: read here, or sent as a workbook."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.frozen import thaw
from renderers.provinsi import kiriman as told
from renderers.provinsi.kiriman import Kiriman
from renderers.provinsi.recap import BERKAS, LANGSUNG, Baris, RekapSatker
from storage import columns
from storage.kantor import people
from storage.kantor.satker import Here
from storage.nasional import jenis, platform, wilayah
from storage.provinsi import kiriman as rows
from storage.provinsi.kiriman import Made


def names(here: Here) -> dict[str, str]:
    """The offices below by their codes: those of the country's list, as they call themselves where they are here."""
    known = {one.kode: one.kantor for one in wilayah.within(here.satker.kode)}
    return dict(sorted((known | {one.kode: one.nama for one in rows.below(here)}).items()))


def gather(here: Here, periode: Periode, *, links: bool = True) -> RekapSatker:
    """`links`: with the addresses of all konten."""
    last = periode.bulan[-1]
    shown = tuple((one.kunci, platform.shown(one.kunci, last)) for one in platform.there(last))
    lines = every(here, periode)
    return RekapSatker(
        here.satker.nama,
        periode.judul,
        here.today,
        here.satker.zona,
        periode.bulan,
        jenis.keys(),
        shown,
        lines if links else tuple(map(without_links, lines)),
    )


def without_links(one: Baris) -> Baris:
    return replace(one, kiriman=replace(one.kiriman, tautan=())) if one.kiriman else one


def every(here: Here, periode: Periode) -> tuple[Baris, ...]:
    """A line for each office; of the report that is read here and the one that was sent that counts which was made
    last, for an office may have left for a bot of its own."""
    made, received = rows.made(here, periode.kode), rows.received(here, periode.kode)
    who = people.named(here, {one.pengirim_id for one in received.values() if one.pengirim_id})
    return tuple(_line(kode, nama, made, received, who) for kode, nama in names(here).items())


def _line(
    kode: str,
    nama: str,
    made: Mapping[str, Made],
    received: Mapping[str, rows.Kiriman],
    who: Mapping[int, people.Anggota],
) -> Baris:
    here, sent = made.get(kode), received.get(kode)
    if sent and (here is None or here.dibuat_at < sent.dibuat_at):
        by = who.get(sent.pengirim_id or 0)
        return Baris(kode, nama, BERKAS, thaw(Kiriman, sent.figures), by.nama if by else "", sent.versi)
    return Baris(kode, nama, LANGSUNG, read(here), versi=here.versi) if here else Baris(kode, nama)


def read(one: Made) -> Kiriman | None:
    """What a report that was made here tells its province."""
    return told.of(thaw(Rekap, one.figures), one.versi, columns.moment(one.dibuat_at))
