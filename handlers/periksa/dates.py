"""Rules about dates: what comes after the cut-off or the letter, and what contradicts the calendar."""

import re
from collections.abc import Iterator
from datetime import date

from handlers.atur.doors import Settings
from handlers.periksa.material import Gap, Material, Wording, numbered, to_catatan, to_daftar, to_rows, wordings
from handlers.reading.dates.calendar import MONTH, WEEKDAY, month_number, weekday_number
from renderers import indonesian
from renderers.indonesian import bulan, tanggal
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten

# People write the day as Kamis, 17 Juni 2022 or Kamis (16/6/2022) or hari Kamis tanggal 16 Juni.
_DAY = re.compile(
    rf"\b(?P<weekday>{WEEKDAY})\b[\s,(]*(?:tanggal\s+|tgl\.?\s+)?(?P<day>\d{{1,2}})(?:\s+|[/.-])"
    rf"(?P<month>{MONTH}|\d{{1,2}})\b(?:[\s/.-]+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\bbulan\s+(?P<month>{MONTH})\b(?:\s+(?P<year>20\d\d))?", re.IGNORECASE)
_YEAR_IN_NUMBER = re.compile(r"/(20\d\d)$")


def wrong_weekday(material: Material) -> Iterator[Gap]:
    for one in wordings(material):
        for found in _DAY.finditer(one.text):
            when = _date(found, one, material)
            if when and weekday_number(found["weekday"]) != when.weekday():
                said = f"“{found[0]}” pada {one.source}: {tanggal(when)} adalah hari {indonesian.hari(when)}."
                yield Gap(said, one.label, one.door)


def _date(found: re.Match[str], one: Wording, material: Material) -> date | None:
    year = int(found["year"] or (one.day or material.rekap.batas).year)
    try:
        return date(year, month_number(found["month"]), int(found["day"]))
    except ValueError:
        return None


def keputusan_of_another_year(material: Material) -> Iterator[Gap]:
    """Berita Acara 88/PK.01-BA/3574/2021 of 27 Desember 2022."""
    for k in material.keputusan:
        year = _YEAR_IN_NUMBER.search(k.nomor)
        # A keputusan dated after the cut-off is not printed, and a wrong year may be the cause.
        if year and int(year[1]) != k.tanggal.year and min(int(year[1]), k.tanggal.year) <= material.rekap.batas.year:
            said = f"{k.jenis} {k.nomor} bertanggal {tanggal(k.tanggal)}, padahal nomornya dari tahun {year[1]}."
            yield Gap(said, "Atur SK", Settings("sk"))


def after_cut_off(material: Material) -> Iterator[Gap]:
    batas, surat = material.rekap.batas, material.rekap.surat.tanggal
    late = [row for row in _rows(material) if row.day > batas]
    if late:
        said = f"{len(late)} catatan bertanggal sesudah batas data {tanggal(batas)}: {numbered(late)}."
        yield Gap(said, *to_rows(late), key=f"sesudah batas {numbered(late, 99)}")
    if surat and (past := [row for row in _rows(material) if surat < row.day <= batas]):
        yield Gap(
            f"{len(past)} catatan bertanggal sesudah tanggal surat {tanggal(surat)}: {numbered(past)}.", *to_rows(past)
        )


def after_closing(material: Material) -> Iterator[Gap]:
    """After a closing the ketua pelaksana may not know of records that came or changed since."""
    for month in dict.fromkeys(b for b, _ in material.late_rows):
        rows = [row for b, row in material.late_rows if b == month]
        said = f"{len(rows)} catatan masuk atau berubah sesudah {bulan(month)} ditutup: {numbered(rows)}."
        yield Gap(said, *to_daftar(month), key=f"sesudah tutup {numbered(rows, 99)}")


def month_alone(material: Material) -> Iterator[Gap]:
    vague = [k for k in material.konten if k.informasi and k.sebulan]
    if vague:
        yield Gap(f"{len(vague)} informasi kepemiluan hanya diketahui bulannya: {numbered(vague)}.", *to_rows(vague))


def month_in_judul(material: Material) -> Iterator[Gap]:
    """Infografis tell of their own month or of the one before."""
    for k in material.konten:
        found = _MONTH.search(k.judul) if k.judul.casefold().startswith("infogra") else None
        if found is None:
            continue
        told = date(int(found["year"] or k.tanggal.year), month_number(found["month"]), 1)
        if not 0 <= (k.tanggal.year - told.year) * 12 + k.tanggal.month - told.month <= 1:
            yield Gap(f"#{k.nomor} “{k.judul}” bertanggal {tanggal(k.tanggal)}; bulannya berbeda.", *to_catatan(k))


def _rows(material: Material) -> list[Kegiatan | Konten]:
    """The records that the tables of the report show with their day."""
    return sorted([*material.koordinasi, *(k for k in material.konten if k.informasi)], key=lambda row: row.day)


RULES = (wrong_weekday, keputusan_of_another_year, after_cut_off, after_closing, month_in_judul, month_alone)
