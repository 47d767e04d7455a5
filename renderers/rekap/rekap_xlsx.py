"""The figures of a report as a workbook: what stands in its tables, to be sorted, summed and copied."""

from collections.abc import Iterator
from datetime import date

from renderers.clean import clean
from renderers.excel import ekspor
from renderers.excel.ekspor import Ekspor, Kolom, Tabel
from renderers.figures import Rekap
from renderers.indonesian import bulan, daftar
from renderers.prosa import koordinasi
from renderers.prosa.waktu import waktu
from renderers.word.tables import grup, media_sosial

Baris = tuple[str | int | None, ...]
_HARI = ("Mulai", "Selesai")
_TANGGAL = Kolom("Tanggal", 15, tanggal=True)


def draw(rekap: Rekap) -> bytes:
    return ekspor.draw(book(clean(rekap)))


def book(rekap: Rekap) -> Ekspor:
    """One sheet a table of the report; the sheets that would be empty are left out."""
    tables = (
        _matriks(rekap),
        _evaluasi(rekap),
        _koordinasi(rekap),
        _informasi(rekap),
        _kegiatan(rekap),
        _tautan(rekap),
    )
    shown = tuple(tabel for tabel in tables if tabel.baris) or (_matriks(rekap),)
    return Ekspor(f"Angka Laporan Bakohumas {rekap.satker.nama} {waktu(rekap.periode).lengkap}", rekap.batas, shown)


def _matriks(rekap: Rekap) -> Tabel:
    head = (Kolom("Bulan", 17), Kolom("Jenis konten", 28), *(Kolom(p, 10) for p in rekap.platform), Kolom("Jumlah", 10))
    rows: Iterator[Baris] = (
        (bulan(m.bulan), jenis, *line, sum(line))
        for m in rekap.matriks
        for jenis, line in zip(rekap.jenis, m.angka, strict=True)
    )
    return Tabel("Matriks", head, tuple(rows))


def _evaluasi(rekap: Rekap) -> Tabel:
    months = tuple(Kolom(bulan(e.bulan), 16) for e in rekap.evaluasi)
    publikasi, website = [e.publikasi for e in rekap.evaluasi], [e.website for e in rekap.evaluasi]
    named = ((media_sosial(rekap), publikasi), ("Website", website), *((name, publikasi) for name in grup(rekap)))
    rows: Iterator[Baris] = ((name, *values, sum(values)) for name, values in named)
    return Tabel("Evaluasi", (Kolom("Media", 42), *months, Kolom("Jumlah", 10)), tuple(rows) if rekap.evaluasi else ())


def _koordinasi(rekap: Rekap) -> Tabel:
    head = (Kolom("Mitra", 16), *_days(), Kolom("Uraian", 28), Kolom("Instansi", 32), Kolom("Keterangan", 44))
    rows = (
        (sektor.capitalize(), *_iso(k.mulai, k.selesai), k.uraian, k.instansi, k.keterangan)
        for sektor in ("pemerintah", "nonpemerintah")
        for k in koordinasi.baris(rekap, sektor)
    )
    return Tabel("Koordinasi", head, tuple(rows))


def _informasi(rekap: Rekap) -> Tabel:
    rows = ((_when(i.tanggal, i.sebulan), i.judul, daftar(i.platform)) for i in rekap.informasi)
    return Tabel("Informasi", (_TANGGAL, Kolom("Jenis informasi", 60), Kolom("Media penyebaran", 32)), tuple(rows))


def _kegiatan(rekap: Rekap) -> Tabel:
    rows = ((*_iso(k.mulai, k.selesai), k.nama, k.tempat, len(k.foto)) for k in rekap.kegiatan)
    return Tabel("Kegiatan", (*_days(), Kolom("Nama", 52), Kolom("Tempat", 28), Kolom("Foto", 8)), tuple(rows))


def _tautan(rekap: Rekap) -> Tabel:
    head = (_TANGGAL, Kolom("Jenis konten", 28), Kolom("Judul", 44), Kolom("Platform", 12), Kolom("Tautan", 60))
    return Tabel("Tautan", head, (*_links(rekap), *_rest(rekap)))


def _links(rekap: Rekap) -> Iterator[Baris]:
    for konten in rekap.tautan:
        for platform, url in konten.tautan:
            yield _when(konten.tanggal, konten.sebulan), konten.jenis, konten.judul, platform, url


def _rest(rekap: Rekap) -> Iterator[Baris]:
    for month in rekap.tanpa_tautan:
        yield bulan(month.bulan), "", f"{month.konten} konten tanpa tautan", "", ""


def _days() -> tuple[Kolom, ...]:
    return tuple(Kolom(name, 13, tanggal=True) for name in _HARI)


def _iso(mulai: date, selesai: date) -> tuple[str, str]:
    return mulai.isoformat(), selesai.isoformat()


def _when(day: date, sebulan: bool) -> str:
    return bulan(day) if sebulan else day.isoformat()
