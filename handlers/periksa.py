"""What the ketua pelaksana should look at before a report is signed: rules that warn, and never drop or refuse."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from renderers import indonesian
from renderers.figures import Rekap

INFOGRAFIK = "Infografik"
REPEATED = 3


def warnings(rekap: Rekap) -> list[str]:
    """One sentence for each thing that looks wrong or missing."""
    return [sentence for rule in RULES for sentence in rule(rekap)]


def letter(rekap: Rekap) -> Iterator[str]:
    surat = rekap.surat
    gaps = [name for name, value in (("nomor", surat.nomor), ("tanggal", surat.tanggal)) if value is None]
    if gaps:
        yield f"Surat pengantar belum punya {indonesian.daftar(gaps)}; tempatnya dikosongkan."
    if surat.tanggal and surat.tanggal < rekap.batas:
        when, cut = indonesian.tanggal(surat.tanggal), indonesian.tanggal(rekap.batas)
        yield f"Surat bertanggal {when}, lebih dulu daripada batas data {cut}."


def after_the_cut_off(rekap: Rekap) -> Iterator[str]:
    late = [k for k in rekap.koordinasi if k.mulai > rekap.batas]
    late_info = [i for i in rekap.informasi if i.tanggal > rekap.batas]
    if count := len(late) + len(late_info):
        yield f"{count} baris bertanggal sesudah batas data {indonesian.tanggal(rekap.batas)}."


def months_without_coordination(rekap: Rekap) -> Iterator[str]:
    seen = {(k.mulai.year, k.mulai.month) for k in rekap.koordinasi}
    empty = [b for b in rekap.periode.bulan if (b.year, b.month) not in seen and b <= rekap.batas]
    if empty:
        yield f"Tidak ada kegiatan koordinasi pada {_months(empty)}."


def few_pictures(rekap: Rekap) -> Iterator[str]:
    if not rekap.kolase:
        yield "Tidak ada kolase pada periode ini, karena tidak ada kegiatan berfoto."


def titles_told_twice(rekap: Rekap) -> Iterator[str]:
    told = Counter((i.tanggal.replace(day=1), i.judul, i.platform) for i in rekap.informasi)
    for (bulan, judul, platform), times in told.items():
        if times >= (2 if _dated(rekap, bulan, judul, platform) else REPEATED):
            yield f"{indonesian.bulan(bulan)}: “{judul}” tercatat {times} kali."


def _dated(rekap: Rekap, bulan: date, judul: str, platform: tuple[str, ...]) -> bool:
    """Infografis come once a month; a launch may be told on several days."""
    same = (i for i in rekap.informasi if (i.tanggal.replace(day=1), i.judul, i.platform) == (bulan, judul, platform))
    return any(i.judul.casefold().startswith("infogra") for i in same)


def only_a_month(rekap: Rekap) -> Iterator[str]:
    count = sum(i.sebulan for i in rekap.informasi)
    if count:
        yield f"{count} informasi kepemiluan hanya diketahui bulannya."


def infographics(rekap: Rekap) -> Iterator[str]:
    row = rekap.jenis.index(INFOGRAFIK)
    for m in rekap.matriks:
        listed = sum(
            i.judul.casefold().startswith("infogra") and i.tanggal.replace(day=1) == m.bulan for i in rekap.informasi
        )
        if listed and listed != max(m.angka[row]):
            counted = max(m.angka[row])
            yield f"{indonesian.bulan(m.bulan)}: {listed} infografis dalam daftar, {counted} dalam rekapitulasi."


def constant_rows(rekap: Rekap) -> Iterator[str]:
    """The same number on every platform in every month is more likely an estimate than a count."""
    for row, jenis in enumerate(rekap.jenis):
        numbers = {n for m in rekap.matriks for n in m.angka[row] if n}
        if len(rekap.matriks) >= REPEATED and len(numbers) == 1 and max(numbers) > 1:
            yield f"{jenis} selalu tepat {numbers.pop()} di setiap bulan; apakah itu perkiraan?"


def problems(rekap: Rekap) -> Iterator[str]:
    if not rekap.masalah:
        yield "Belum ada masalah dan tantangan yang dicatat untuk periode ini."


def _months(months: list[date]) -> str:
    return indonesian.daftar([indonesian.bulan(b) for b in months])


RULES: tuple[Callable[[Rekap], Iterator[str]], ...] = (
    letter,
    after_the_cut_off,
    months_without_coordination,
    few_pictures,
    titles_told_twice,
    only_a_month,
    infographics,
    constant_rows,
    problems,
)
