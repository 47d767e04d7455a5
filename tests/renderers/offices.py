"""Offices that never were: a report's figures drawn by chance, each consistent with itself."""

import random
from dataclasses import replace
from datetime import date, timedelta

from renderers.figures import Evaluasi, Jumlah, Koordinasi, Matriks, Periode, Rekap
from renderers.kantor import Akun
from tests.renderers.rekaps import JENIS, PLATFORM, REKAP

TAHUN = 2023
KINDS = [("triwulan", n) for n in (1, 2, 3, 4)] + [("semester", n) for n in (1, 2)] + [("tahun", 1)]
LAMA = {"triwulan": 3, "semester": 6, "tahun": 12}
ROMAWI = ("", "I", "II", "III", "IV")
MITRA = (
    "SMA, SMK dan MA di Kabupaten Sukamaju",
    "Kodim 0820 Sukamaju",
    "Parpol, Dinas/instansi terkait",
    "Komisi I DPRD Sukamaju",
    "IKA PMII Sukamaju",
    "Direksi RSUD Dr. Moh. Saleh",
    *(f"Dinas Nomor {n}" for n in range(41, 79, 2)),
)
URAIAN = ("Rapat Koordinasi", "Koordinasi dan Komunikasi", "Audiensi", "")
KETERANGAN = (
    "Silaturahmi dan Komunikasi Intensif dengan Pemangku Kepentingan Pemilu 2024",
    "Audiensi dengan {} terkait anggaran hibah",
    "KPU Kabupaten Sukamaju morning talk membahas isu strategis",
    "Penandatanganan Kerja Sama dengan {}",
    "Peluncuran Tahapan Pemilu tahun 2024",
    "Praktik kuliah lapangan",
)


def office(seed: int, kind: tuple[str, int], kumulatif: bool) -> Rekap:
    chance, periode = random.Random(f"{seed} {kind} {kumulatif}"), _periode(*kind, kumulatif)
    tables = tuple(_matriks(chance, month) for month in periode.bulan_tabel)
    akun = tuple(Akun(p, f"@{p.lower()}", chance.random() < 0.6) for p in PLATFORM if chance.random() < 0.9)
    told = replace(
        REKAP,
        periode=periode,
        matriks=tables,
        akun=tuple(_dikenal(chance, a, periode) for a in akun),
        evaluasi=tuple(_evaluasi(chance, m, akun) for m in tables),
        koordinasi=tuple(_koordinasi(chance, periode) for _ in range(chance.choice((0, 1, 2, 7, 30)))),
        informasi=(),
        batas=min(periode.bulan[-1] + timedelta(days=chance.choice((-20, 12, 27, 40))), _akhir(periode)),
    )
    return _dibandingkan(chance, _belum_terjadi(told))


def _belum_terjadi(told: Rekap) -> Rekap:
    """Nothing is counted in months that have not begun."""
    blank = tuple((0,) * len(PLATFORM) for _ in JENIS)
    return replace(
        told,
        matriks=tuple(m if m.bulan <= told.batas else replace(m, angka=blank) for m in told.matriks),
        evaluasi=tuple(e if e.bulan <= told.batas else Evaluasi(e.bulan, 0, 0) for e in told.evaluasi),
    )


def _periode(jenis: str, nomor: int, kumulatif: bool) -> Periode:
    first = (nomor - 1) * LAMA[jenis] + 1
    bulan = tuple(date(TAHUN, first + n, 1) for n in range(LAMA[jenis]))
    tabel = tuple(date(TAHUN, n, 1) for n in range(1, bulan[-1].month + 1)) if kumulatif else bulan
    sebutan = "Tahun" if jenis == "tahun" else f"{jenis.capitalize()} {ROMAWI[nomor]}"
    return Periode(jenis, sebutan, TAHUN, bulan, tabel)


def _akhir(periode: Periode) -> date:
    return (periode.bulan[-1] + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _matriks(chance: random.Random, month: date) -> Matriks:
    """Whole rows and columns stay empty now and then, and numbers come again."""
    silent = {p for p in range(len(PLATFORM)) if chance.random() < 0.3}
    most = chance.choice((1, 5, 60, 1500))
    rows = []
    for _ in JENIS:
        row = [0 if p in silent else chance.randint(0, most) for p in range(len(PLATFORM))]
        rows.append(tuple(row) if chance.random() < 0.6 else (0,) * len(PLATFORM))
    return Matriks(month, tuple(rows))


def _evaluasi(chance: random.Random, table: Matriks, akun: tuple[Akun, ...]) -> Evaluasi:
    counted = [PLATFORM.index(a.platform) for a in akun if a.dihitung]
    publikasi = sum(row[p] for row in table.angka for p in counted)
    return Evaluasi(table.bulan, publikasi, chance.choice((0, 0, 3, 20)))


def _dikenal(chance: random.Random, akun: Akun, periode: Periode) -> Akun:
    if chance.random() < 0.5:
        return akun
    since = chance.choice((None, periode.bulan[0], date(2020, 1, 1)))
    return replace(akun, aktif_sejak=since, tanggal=periode.bulan[0], pengikut=chance.randint(0, 9999), suka=None)


def _koordinasi(chance: random.Random, periode: Periode) -> Koordinasi:
    day = chance.choice(periode.bulan_tabel) + timedelta(days=chance.randint(0, 27))
    partner = chance.choice(MITRA)
    about = chance.choice(KETERANGAN).format(partner)
    return Koordinasi(chance.choice(("pemerintah", "nonpemerintah")), day, day, chance.choice(URAIAN), partner, about)


def _dibandingkan(chance: random.Random, told: Rekap) -> Rekap:
    """The period before, where there was one; inside a cumulative table it is what the table says."""
    if chance.random() < 0.2:
        return replace(told, sebelumnya=None, dulu=None, kini=None)
    first, count = told.periode.bulan[0], len(told.periode.bulan)
    before = [row for row in told.evaluasi if row.bulan < first][-count:]
    months = [(first - timedelta(days=31 * n + 15)).replace(day=1) for n in range(count - 1, -1, -1)]
    rows = before if len(before) == count else [Evaluasi(m, chance.randint(0, 300), 2) for m in months]
    before_, now = sum(r.publikasi for r in rows), sum(r.publikasi for r in told.evaluasi if r.bulan >= first)
    return replace(told, sebelumnya=tuple(rows), dulu=_sums("periode lalu", before_), kini=_sums("periode ini", now))


def _sums(sebutan: str, publikasi: int) -> Jumlah:
    return Jumlah(sebutan, 3, 1, 1, 40, 90, publikasi)
