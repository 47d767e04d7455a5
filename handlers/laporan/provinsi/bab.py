"""What the report of a province tells of the offices below it."""

from handlers.laporan.provinsi import satker
from handlers.reading.dates.periods import Periode
from renderers.kantor import MEASURES, Bawahan, BawahanLaporan, Bulan
from renderers.provinsi import hitung
from renderers.provinsi.recap import LANGSUNG, Baris, RekapSatker
from storage.kantor.satker import Here
from storage.provinsi import kiriman as rows


def of(here: Here, periode: Periode) -> BawahanLaporan | None:
    """None in an office that is no province's, and while none of them has sent."""
    if not rows.leads(here.satker):
        return None
    told = satker.gather(here, periode, links=False)
    if not told.terkirim:
        return None
    months = tuple(Bulan(month, *hitung.sums(told, month)) for month in told.bulan)
    return BawahanLaporan(tuple(_one(told, one) for one in told.satker), months)


def _one(told: RekapSatker, one: Baris) -> Bawahan:
    if one.kiriman is None:
        return Bawahan(one.nama, one.versi)
    sums = (hitung.total(one.kiriman, name) for name in MEASURES)
    return Bawahan(one.nama, one.versi, told.made_on(one.kiriman), Bulan(told.bulan[0], *sums))


def note_read(here: Here, periode: Periode) -> None:
    """The report of a province reads those of the offices that are here."""
    told = satker.every(here, periode)
    rows.note_read(here, [one.kode for one in told if one.jalan == LANGSUNG], periode.kode)
