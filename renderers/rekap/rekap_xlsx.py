"""The tables of a report as a workbook, whose figures can be sorted, summed and copied."""

from collections.abc import Iterator
from datetime import date

from renderers.clean import clean
from renderers.excel import ekspor
from renderers.excel.ekspor import Column, Ekspor, Line, Table
from renderers.figures import Rekap
from renderers.indonesian import bulan
from renderers.prosa import koordinasi
from renderers.prosa.period import period_words
from renderers.provinsi import kiriman, lembar
from renderers.rekap.informasi import by_day, spread
from renderers.report import Made
from renderers.word.tables import media

_DAYS = ("Mulai", "Selesai")
_DATE = Column("Tanggal", 15, tanggal=True)


def draw(rekap: Rekap, made: Made | None = None) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    return ekspor.draw(book(clean(rekap), made))


def book(rekap: Rekap, made: Made | None = None) -> Ekspor:
    """A sheet for each table of the report, in its order and with its heads, without those that would be empty; of a
    version that was `made` one more, for the province."""
    tables = (
        _koordinasi(rekap),
        _informasi(rekap),
        _matriks(rekap),
        _evaluasi(rekap),
        _kegiatan(rekap),
        _tautan(rekap),
    )
    shown = tuple(table for table in tables if table.rows) or (_matriks(rekap),)
    sent = kiriman.of(rekap, *made) if made else None
    shown = lembar.stamped(shown, sent) if sent else shown
    return Ekspor(
        f"Angka Laporan Bakohumas {rekap.satker.nama} {period_words(rekap.periode).lengkap}", rekap.batas, shown
    )


def _matriks(rekap: Rekap) -> Table:
    head = (
        Column("Bulan", 17),
        Column("Jenis konten", 28),
        *(Column(p, 10) for p in rekap.platform),
        Column("Jumlah", 10),
    )
    rows: Iterator[Line] = (
        (bulan(m.bulan), jenis, *line, sum(line))
        for m in rekap.matriks
        for jenis, line in zip(rekap.jenis, m.angka, strict=True)
    )
    return Table("Matriks", head, tuple(rows))


def _evaluasi(rekap: Rekap) -> Table:
    months = tuple(Column(bulan(e.bulan), 16) for e in rekap.evaluasi)
    rows: Iterator[Line] = (
        (one.nama, *values, sum(values)) if values else (one.nama, *[one.teks] * (len(months) + 1))
        for one, values in media(rekap)
    )
    return Table(
        "Evaluasi", (Column("Media", 42), *months, Column("Jumlah", 10)), tuple(rows) if rekap.evaluasi else ()
    )


def _koordinasi(rekap: Rekap) -> Table:
    head = (Column("Sektor", 16), *_days(), Column("Uraian", 28), Column("Instansi", 32), Column("Keterangan", 44))
    rows = (
        (sektor.capitalize(), *_iso(k.mulai, k.selesai), k.uraian, k.instansi, k.keterangan)
        for sektor in ("pemerintah", "nonpemerintah")
        for k in koordinasi.rows_of(rekap, sektor)
    )
    return Table("Koordinasi", head, tuple(rows))


def _informasi(rekap: Rekap) -> Table:
    rows = ((kiriman.when(i.tanggal, i.sebulan), i.judul, spread(rekap, i)) for i in by_day(rekap))
    return Table("Informasi", (_DATE, Column("Jenis informasi", 60), Column("Media penyebaran", 32)), tuple(rows))


def _kegiatan(rekap: Rekap) -> Table:
    rows = ((*_iso(k.mulai, k.selesai), k.nama, k.tempat, len(k.foto)) for k in rekap.kegiatan)
    return Table("Kegiatan", (*_days(), Column("Nama", 52), Column("Tempat", 28), Column("Foto", 8)), tuple(rows))


def _tautan(rekap: Rekap) -> Table:
    head = (_DATE, Column("Jenis konten", 28), Column("Judul", 44), Column("Platform", 12), Column("Tautan", 60))
    return Table("Tautan", head, (*kiriman.links(rekap), *_rest(rekap)))


def _rest(rekap: Rekap) -> Iterator[Line]:
    for month in rekap.tanpa_tautan:
        yield bulan(month.bulan), "", f"{month.konten} konten tanpa tautan", "", ""


def _days() -> tuple[Column, ...]:
    return tuple(Column(name, 13, tanggal=True) for name in _DAYS)


def _iso(mulai: date, selesai: date) -> tuple[str, str]:
    return mulai.isoformat(), selesai.isoformat()
