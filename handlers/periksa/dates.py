"""Rules about dates: what comes after the cut-off or the letter, and what contradicts the calendar."""

import re
from collections.abc import Iterator
from datetime import date

from handlers.atur.doors import Settings
from handlers.periksa.material import Bahan, Hal, Teks, daftar, lihat, nomor, semua, teks
from handlers.reading.dates.calendar import MONTH, WEEKDAY, month_number, weekday_number
from renderers import indonesian
from renderers.indonesian import bulan, tanggal
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten

# People write the day as Kamis, 17 Juni 2022 or Kamis (16/6/2022) or hari Kamis tanggal 16 Juni.
_HARI = re.compile(
    rf"\b(?P<hari>{WEEKDAY})\b[\s,(]*(?:tanggal\s+|tgl\.?\s+)?(?P<tgl>\d{{1,2}})(?:\s+|[/.-])"
    rf"(?P<bulan>{MONTH}|\d{{1,2}})\b(?:[\s/.-]+(?P<tahun>20\d\d))?",
    re.IGNORECASE,
)
_BULAN = re.compile(rf"\bbulan\s+(?P<bulan>{MONTH})\b(?:\s+(?P<tahun>20\d\d))?", re.IGNORECASE)
_TAHUN_NOMOR = re.compile(r"/(20\d\d)$")


def hari_salah(bahan: Bahan) -> Iterator[Hal]:
    for one in teks(bahan):
        for found in _HARI.finditer(one.isi):
            when = _date(found, one, bahan)
            if when and weekday_number(found["hari"]) != when.weekday():
                said = f"“{found[0]}” pada {one.asal}: {tanggal(when)} adalah hari {indonesian.hari(when)}."
                yield Hal(said, one.label, one.pintu)


def _date(found: re.Match[str], one: Teks, bahan: Bahan) -> date | None:
    year = int(found["tahun"] or (one.tanggal or bahan.rekap.batas).year)
    try:
        return date(year, month_number(found["bulan"]), int(found["tgl"]))
    except ValueError:
        return None


def keputusan_salah_tahun(bahan: Bahan) -> Iterator[Hal]:
    """Berita Acara 88/PK.01-BA/3574/2021 of 27 Desember 2022."""
    for k in bahan.keputusan:
        year = _TAHUN_NOMOR.search(k.nomor)
        # One that is dated after the cut-off is not printed, and that may be the slip.
        if year and int(year[1]) != k.tanggal.year and min(int(year[1]), k.tanggal.year) <= bahan.rekap.batas.year:
            said = f"{k.jenis} {k.nomor} bertanggal {tanggal(k.tanggal)}, padahal nomornya dari tahun {year[1]}."
            yield Hal(said, "Atur SK", Settings("sk"))


def sesudah_batas(bahan: Bahan) -> Iterator[Hal]:
    batas, surat = bahan.rekap.batas, bahan.rekap.surat.tanggal
    late = [row for row in _rows(bahan) if row.day > batas]
    if late:
        said = f"{len(late)} catatan bertanggal sesudah batas data {tanggal(batas)}: {nomor(late)}."
        yield Hal(said, *semua(late), kunci=f"sesudah batas {nomor(late, 99)}")
    if surat and (past := [row for row in _rows(bahan) if surat < row.day <= batas]):
        yield Hal(
            f"{len(past)} catatan bertanggal sesudah tanggal surat {tanggal(surat)}: {nomor(past)}.", *semua(past)
        )


def sesudah_tutup(bahan: Bahan) -> Iterator[Hal]:
    """Whoever closed a month may not know what is in it by now."""
    for month in dict.fromkeys(b for b, _ in bahan.terlambat):
        rows = [row for b, row in bahan.terlambat if b == month]
        said = f"{len(rows)} catatan masuk atau berubah sesudah {bulan(month)} ditutup: {nomor(rows)}."
        yield Hal(said, *daftar(month), kunci=f"sesudah tutup {nomor(rows, 99)}")


def hanya_bulan(bahan: Bahan) -> Iterator[Hal]:
    vague = [k for k in bahan.konten if k.informasi and k.sebulan]
    if vague:
        yield Hal(f"{len(vague)} informasi kepemiluan hanya diketahui bulannya: {nomor(vague)}.", *semua(vague))


def bulan_judul(bahan: Bahan) -> Iterator[Hal]:
    """Infografis tell of their own month or of the one before."""
    for k in bahan.konten:
        found = _BULAN.search(k.judul) if k.judul.casefold().startswith("infogra") else None
        if found is None:
            continue
        told = date(int(found["tahun"] or k.tanggal.year), month_number(found["bulan"]), 1)
        if not 0 <= (k.tanggal.year - told.year) * 12 + k.tanggal.month - told.month <= 1:
            yield Hal(f"#{k.nomor} “{k.judul}” bertanggal {tanggal(k.tanggal)}; bulannya berbeda.", *lihat(k))


def _rows(bahan: Bahan) -> list[Kegiatan | Konten]:
    """What stands in the tables with its day."""
    return sorted([*bahan.koordinasi, *(k for k in bahan.konten if k.informasi)], key=lambda row: row.day)


RULES = (hari_salah, keputusan_salah_tahun, sesudah_batas, sesudah_tutup, bulan_judul, hanya_bulan)
