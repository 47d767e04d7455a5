"""The words of a period, all from one `Periode`: a title, a sentence and a table can never disagree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from renderers.figures import Periode
from renderers.indonesian import bulan, daftar, nama_bulan, tanggal, titik

_DAUR = 5  # years between two general elections
_PEMILU = 2024


@dataclass(frozen=True)
class Waktu:
    """`sebutan` "Triwulan II"; `lengkap` with the year; `judul` for the cover; `kumulatif` a sentence, or empty;
    `sampai` what has been counted: the months of the tables, of a period that still runs up to its cut-off."""

    sebutan: str
    lengkap: str
    judul: str
    rentang: str
    rentang_tabel: str
    sampai: str
    kumulatif: str
    tahun: int
    pemilu: int


def waktu(periode: Periode, batas: date | None = None) -> Waktu:
    rentang, rentang_tabel = rentang_bulan(periode.bulan), rentang_bulan(periode.bulan_tabel)
    lengkap, sampai = _lengkap(periode), rentang_tabel if batas is None else _sampai(periode, batas)
    sebutan = lengkap if str(periode.tahun) in periode.sebutan else periode.sebutan
    return Waktu(
        sebutan=lengkap if sebutan.lower() in {"tahun", "tahunan"} else sebutan,
        lengkap=lengkap,
        judul=f"{lengkap.upper()}\n{rentang.upper().replace('S/D', 's/d')}"
        if periode.jenis == "tahun"
        else _judul(sebutan, rentang),
        rentang=rentang,
        rentang_tabel=rentang_tabel,
        sampai=sampai,
        kumulatif="" if rentang == rentang_tabel else f"Data disajikan secara kumulatif, yaitu {sampai}.",
        tahun=periode.tahun,
        pemilu=_PEMILU + _DAUR * max(0, -((_PEMILU - periode.tahun) // _DAUR)),
    )


def usai(periode: Periode, batas: date) -> bool:
    """Whether all of the period had been counted by the cut-off."""
    return (batas + timedelta(days=1)).replace(day=1) > periode.bulan[-1]


def _sampai(periode: Periode, batas: date) -> str:
    first = periode.bulan_tabel[0]
    if usai(periode, batas) or batas < first:
        return rentang_bulan(periode.bulan_tabel)
    if batas.replace(day=1) > first:
        return f"bulan {bulan(first)} sampai dengan {tanggal(batas)}"
    return f"tanggal {'' if batas == first else '1 sampai dengan '}{tanggal(batas)}"


def rentang_bulan(months: Sequence[date]) -> str:
    """The form of sentences: "bulan April s/d Juni 2022"."""
    first, last = months[0], months[-1]
    if first == last:
        return f"bulan {bulan(first)}"
    awal = nama_bulan(first) if first.year == last.year else bulan(first)
    return f"bulan {awal} s/d {bulan(last)}"


def daftar_bulan(months: Sequence[date]) -> str:
    """The form of lists: "Mei dan Juni 2022", the year once where it is one."""
    if len({month.year for month in months}) > 1:
        return daftar([bulan(month) for month in months])
    return f"{daftar([nama_bulan(month) for month in months])} {months[0].year}"


def _judul(sebutan: str, rentang: str) -> str:
    return f"{sebutan} {rentang}".upper().replace("S/D", "s/d")


def _lengkap(periode: Periode) -> str:
    if str(periode.tahun) in periode.sebutan:
        return periode.sebutan
    if periode.jenis == "tahun":
        return f"Tahun {periode.tahun}"
    return f"{periode.sebutan} Tahun {periode.tahun}"


def kalimat(text: str) -> str:
    """What somebody typed, as sentences: a capital first, a full stop last."""
    told = text.strip()
    if not told:
        return ""
    return titik(told[0].upper() + told[1:])
