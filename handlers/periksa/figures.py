"""Rules about figures: what the matrices and the lists say of the same thing, estimates, months, days."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from handlers.periksa.material import Bahan, Hal, daftar, matriks, nomor, semua
from handlers.reading.dates.periods import next_month
from handlers.rekap.doors import Month
from renderers import indonesian
from renderers.changes import column_sum
from renderers.indonesian import angka, bulan, nama_bulan

INFOGRAFIK, VIDEO, HARI_BESAR = "Infografik", "Video lainnya", "Peringatan Hari Besar"
REPEATED = 3
# Days that stand still in the calendar; a card for them is usual.
HARI = {
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


def bulan_kosong(bahan: Bahan) -> Iterator[Hal]:
    empty = [m.bulan for m in bahan.rekap.matriks if m.bulan in bahan.bulan and not any(map(sum, m.angka))]
    if empty:
        months = indonesian.daftar([bulan(b) for b in empty])
        yield Hal(f"Belum ada konten yang tercatat pada {months}.", *matriks(empty[0]))


def infografis(bahan: Bahan) -> Iterator[Hal]:
    row = bahan.rekap.jenis.index(INFOGRAFIK)
    listed = Counter(
        k.tanggal.replace(day=1) for k in bahan.konten if k.informasi and k.judul.casefold().startswith("infogra")
    )
    for m in bahan.rekap.matriks:
        counted = max(m.angka[row])
        if listed[m.bulan] != counted:
            said = f"{bulan(m.bulan)}: {listed[m.bulan]} infografik dalam daftar, {counted} dalam matriks."
            yield Hal(said, *matriks(m.bulan))


def judul_berulang(bahan: Bahan) -> Iterator[Hal]:
    """Infografis come once a month; a launch may be told on several days."""
    told = Counter((i.tanggal.replace(day=1), i.judul, i.platform) for i in bahan.rekap.informasi)
    for (month, judul, platform), times in told.items():
        if times >= (2 if judul.casefold().startswith("infogra") else REPEATED):
            same = [k for k in bahan.konten if k.judul == judul and k.tanggal.replace(day=1) == month]
            same = [k for k in same if tuple(p.platform for p in k.postingan) == platform]
            yield Hal(f"{bulan(month)}: “{judul}” tercatat {times} kali ({nomor(same)}).", *semua(same))


def selalu_sama(bahan: Bahan) -> Iterator[Hal]:
    """The same number in every month is more likely an estimate than a count."""
    last = matriks(bahan.bulan[-1] if bahan.bulan else bahan.periode.mulai)
    for row, jenis in enumerate(bahan.rekap.jenis):
        numbers = {n for m in bahan.rekap.matriks for n in m.angka[row] if n}
        if len(bahan.rekap.matriks) >= REPEATED and len(numbers) == 1 and max(numbers) > 1:
            yield Hal(f"{jenis} selalu tepat {max(numbers)} di setiap bulan; apakah itu perkiraan?", *last)
    for platform in bahan.rekap.platform:
        sums = [column_sum(bahan.rekap, m, platform) for m in bahan.rekap.matriks]
        if len(sums) >= REPEATED and len(set(sums)) == 1 and sums[0]:
            yield Hal(f"Jumlah {platform} selalu tepat {sums[0]} setiap bulan; apakah itu perkiraan?", *last)


def perkiraan(bahan: Bahan) -> Iterator[Hal]:
    rows = [k for k in bahan.konten if k.perkiraan and k.tanggal.replace(day=1) in bahan.bulan]
    if rows:
        jenis = indonesian.daftar(list(dict.fromkeys(k.jenis for k in rows)))
        yield Hal(f"{len(rows)} hitungan masih perkiraan ({jenis}): {nomor(rows)}.", *semua(rows))


def satu_jenis(bahan: Bahan) -> Iterator[Hal]:
    """Everything on TikTok is "Video lainnya", although some of it informs voters."""
    video = bahan.rekap.jenis.index(VIDEO)
    for n, platform in enumerate(bahan.rekap.platform):
        total = sum(column_sum(bahan.rekap, m, platform) for m in bahan.rekap.matriks)
        inform = [k for k in bahan.konten if k.informasi and platform in {p.platform for p in k.postingan}]
        if total and inform and total == sum(m.angka[video][n] for m in bahan.rekap.matriks):
            said = f"Semua {angka(total)} postingan {platform} berjenis {VIDEO}, padahal {len(inform)} di antaranya "
            yield Hal(f"{said}informasi; periksa jenisnya.", *semua(inform))


def hari_besar(bahan: Bahan) -> Iterator[Hal]:
    row = bahan.rekap.jenis.index(HARI_BESAR)
    none = {m.bulan for m in bahan.rekap.matriks if m.bulan in bahan.bulan and not any(m.angka[row])}
    days = [(date(b.year, *day), name) for b in sorted(none) for day, name in HARI.items() if day[0] == b.month]
    if told := [f"{name} ({d.day} {nama_bulan(d)})" for d, name in days if d <= bahan.rekap.batas]:
        yield Hal(f"Belum ada konten {HARI_BESAR} untuk {indonesian.daftar(told)}.", *daftar(min(none)))


def belum_ditutup(bahan: Bahan) -> Iterator[Hal]:
    over = [b for b in bahan.periode.bulan if next_month(b) <= bahan.hari_ini and b not in bahan.ditutup]
    if over:
        months = indonesian.daftar([bulan(b) for b in over])
        yield Hal(f"{months} belum ditutup.", f"Tutup {nama_bulan(over[0])}", Month(over[0]))


RULES = (
    bulan_kosong,
    infografis,
    judul_berulang,
    satu_jenis,
    selalu_sama,
    perkiraan,
    belum_ditutup,
    hari_besar,
)
