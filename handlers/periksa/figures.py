"""Rules about figures: lists and matrices that disagree, estimates, months without records, holidays without konten."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from handlers.laporan import columns
from handlers.periksa.material import Gap, Material, numbered, to_daftar, to_matriks, to_rows
from handlers.reading.dates.periods import next_month
from handlers.rekap.doors import Month
from renderers import indonesian
from renderers.changes import column_sum
from renderers.indonesian import angka, bulan, nama_bulan
from storage.catatan.konten import Konten

INFOGRAFIK, VIDEO, HOLIDAY = "Infografik", "Video lainnya", "Peringatan Hari Besar"
REPEATED = 3
# Days that stand still in the calendar; a card for them is usual.
HOLIDAYS = {
    (4, 21): "Hari Kartini",
    (5, 2): "Hari Pendidikan Nasional",
    (5, 20): "Hari Kebangkitan Nasional",
    (6, 1): "Hari Lahir Pancasila",
    (8, 17): "Hari Kemerdekaan",
    (10, 1): "Hari Kesaktian Pancasila",
    (10, 28): "Hari Sumpah Pemuda",
    (11, 10): "Hari Pahlawan",
    (12, 22): "Hari Ibu",
    (12, 25): "Hari Natal",
}


def empty_months(material: Material) -> Iterator[Gap]:
    empty = [m.bulan for m in material.rekap.matriks if m.bulan in material.months and not any(map(sum, m.angka))]
    if empty:
        months = indonesian.daftar([bulan(b) for b in empty])
        yield Gap(f"Belum ada konten yang tercatat pada {months}.", *to_matriks(empty[0]))


def infografik_in_list_and_matriks(material: Material) -> Iterator[Gap]:
    row = material.rekap.jenis.index(INFOGRAFIK)
    listed = Counter(
        k.tanggal.replace(day=1) for k in material.konten if k.informasi and k.judul.casefold().startswith("infogra")
    )
    for m in material.rekap.matriks:
        counted = max(m.angka[row])
        if listed[m.bulan] != counted:
            said = f"{bulan(m.bulan)}: {listed[m.bulan]} infografik dalam daftar, {counted} dalam matriks."
            yield Gap(said, *to_matriks(m.bulan))


def _places(material: Material, row: Konten) -> tuple[str, ...]:
    """The platforms of a konten by the names that the report has for them."""
    return columns.names([p.platform for p in row.postingan], material.periode.bulan[-1])


def repeated_judul(material: Material) -> Iterator[Gap]:
    """Infografis come once a month; a launch may be told on several days."""
    told = Counter((i.tanggal.replace(day=1), i.judul, i.platform) for i in material.rekap.informasi)
    for (month, judul, platform), times in told.items():
        if times >= (2 if judul.casefold().startswith("infogra") else REPEATED):
            same = [k for k in material.konten if k.judul == judul and k.tanggal.replace(day=1) == month]
            same = [k for k in same if _places(material, k) == platform]
            yield Gap(f"{bulan(month)}: “{judul}” tercatat {times} kali ({numbered(same)}).", *to_rows(same))


def always_the_same(material: Material) -> Iterator[Gap]:
    """The same number in every month is more likely an estimate than a count."""
    last = to_matriks(material.months[-1] if material.months else material.periode.mulai)
    for row, jenis in enumerate(material.rekap.jenis):
        numbers = {n for m in material.rekap.matriks for n in m.angka[row] if n}
        if len(material.rekap.matriks) >= REPEATED and len(numbers) == 1 and max(numbers) > 1:
            yield Gap(f"{jenis} selalu tepat {max(numbers)} di setiap bulan; apakah itu perkiraan?", *last)
    for platform in material.rekap.platform:
        sums = [column_sum(material.rekap, m, platform) for m in material.rekap.matriks]
        if len(sums) >= REPEATED and len(set(sums)) == 1 and sums[0]:
            yield Gap(f"Jumlah {platform} selalu tepat {sums[0]} setiap bulan; apakah itu perkiraan?", *last)


def estimates(material: Material) -> Iterator[Gap]:
    rows = [k for k in material.konten if k.perkiraan and k.tanggal.replace(day=1) in material.months]
    if rows:
        jenis = indonesian.daftar(list(dict.fromkeys(k.jenis for k in rows)))
        yield Gap(f"{len(rows)} hitungan masih perkiraan ({jenis}): {numbered(rows)}.", *to_rows(rows))


def all_of_one_jenis(material: Material) -> Iterator[Gap]:
    """All konten of a platform are of one jenis, although some of them inform voters."""
    video = material.rekap.jenis.index(VIDEO)
    for n, platform in enumerate(material.rekap.platform):
        total = sum(column_sum(material.rekap, m, platform) for m in material.rekap.matriks)
        inform = [k for k in material.konten if k.informasi and platform in _places(material, k)]
        if total and inform and total == sum(m.angka[video][n] for m in material.rekap.matriks):
            said = f"Semua {angka(total)} postingan {platform} berjenis {VIDEO}, padahal {len(inform)} di antaranya "
            yield Gap(f"{said}informasi; periksa jenisnya.", *to_rows(inform))


def holidays_without_konten(material: Material) -> Iterator[Gap]:
    row = material.rekap.jenis.index(HOLIDAY)
    none = {m.bulan for m in material.rekap.matriks if m.bulan in material.months and not any(m.angka[row])}
    days = [(date(b.year, *day), name) for b in sorted(none) for day, name in HOLIDAYS.items() if day[0] == b.month]
    if told := [f"{name} ({d.day} {nama_bulan(d)})" for d, name in days if d <= material.rekap.batas]:
        yield Gap(f"Belum ada konten {HOLIDAY} untuk {indonesian.daftar(told)}.", *to_daftar(min(none)))


def months_not_closed(material: Material) -> Iterator[Gap]:
    over = [b for b in material.periode.bulan if next_month(b) <= material.today and b not in material.closed]
    if over:
        months = indonesian.daftar([bulan(b) for b in over])
        yield Gap(f"{months} belum ditutup.", f"Tutup {nama_bulan(over[0])}", Month(over[0]))


RULES = (
    empty_months,
    infografik_in_list_and_matriks,
    repeated_judul,
    all_of_one_jenis,
    always_the_same,
    estimates,
    months_not_closed,
    holidays_without_konten,
)
