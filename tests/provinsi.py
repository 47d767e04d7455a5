"""The reports of offices that never were, as the workbooks that their bots would send with them."""

from dataclasses import replace
from datetime import date

from bot.webchat import satker
from handlers.reading.dates.periods import Periode
from renderers.excel import ekspor, impor
from renderers.excel.ekspor import Column, Ekspor, Table
from renderers.provinsi import lembar
from renderers.provinsi.kiriman import Kiriman
from renderers.provinsi.recap import BERKAS, Baris, RekapSatker
from renderers.received import Sheet
from storage.nasional import jenis, platform, wilayah
from tests.workbook import typed_over

Q2, TODAY = Periode("triwulan", 2, 2022), date(2022, 6, 22)
_LINKS = tuple(
    Column(name, 20, tanggal=name == "Tanggal") for name in ("Tanggal", "Jenis", "Judul", "Platform", "Tautan")
)


def kiriman(seed: str = "1", provinsi: str = "35", periode: Periode = Q2, today: date = TODAY) -> dict[str, Kiriman]:
    """By the codes of the offices that have sent."""
    told = satker.reports(seed, wilayah.within(provinsi), periode, today)
    return {one.kode: report for one, report in told}


def recap(seed: str, today: date = TODAY) -> RekapSatker:
    """The roll-up of 38 offices, of which some have not sent."""
    told, last = kiriman(seed, today=today), Q2.bulan[-1]
    lines = (
        Baris(w.kode, w.kantor, BERKAS, told[w.kode], "Budi", told[w.kode].versi)
        if w.kode in told
        else Baris(w.kode, w.kantor)
        for w in wilayah.within("35")
    )
    names = tuple((p.kunci, platform.shown(p.kunci, last)) for p in platform.there(last))
    where = "KPU Provinsi Jawa Timur", Q2.judul, today, "Asia/Jakarta"
    return RekapSatker(*where, Q2.bulan, jenis.keys(), names, tuple(lines))


def one(kode: str, versi: int = 1, periode: Periode = Q2, today: date = TODAY) -> Kiriman:
    """The report of an office that has sent in any case."""
    for seed in range(100):
        if found := kiriman(str(seed), kode[:2], periode, today).get(kode):
            return replace(found, versi=versi)
    raise LookupError(kode)


def workbook(told: Kiriman) -> bytes:
    """Its sheets for the province; the others are left out."""
    tables = (Table("Tautan", _LINKS, told.tautan),) if told.tautan else ()
    return ekspor.draw(Ekspor("Laporan", told.batas, lembar.stamped(tables, told)))


def sent(kode: str, versi: int, told: str) -> tuple[Sheet, ...]:
    """`told` as in a transcript: "Provinsi!E5=9", what was typed over."""
    cells = dict(part.strip().split("=") for part in told.split(";") if part.strip())
    return impor.read(typed_over(workbook(one(kode, versi)), {**cells}))


def sheets(told: Kiriman) -> tuple[Sheet, ...]:
    return impor.read(workbook(told))
