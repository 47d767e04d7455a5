"""The words of a period, all from one `Periode`: a title, a sentence and a table can never disagree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from renderers.figures import Periode
from renderers.indonesian import bulan, daftar, nama_bulan, tanggal, titik

_CYCLE = 5  # years between two general elections
_ELECTION = 2024


@dataclass(frozen=True)
class PeriodWords:
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


def period_words(periode: Periode, batas: date | None = None) -> PeriodWords:
    rentang, rentang_tabel = month_range(periode.bulan), month_range(periode.bulan_tabel)
    lengkap, sampai = _full(periode), rentang_tabel if batas is None else _until(periode, batas)
    sebutan = lengkap if str(periode.tahun) in periode.sebutan else periode.sebutan
    return PeriodWords(
        sebutan=lengkap if sebutan.lower() in {"tahun", "tahunan"} else sebutan,
        lengkap=lengkap,
        judul=f"{lengkap.upper()}\n{rentang.upper().replace('S/D', 's/d')}"
        if periode.jenis == "tahun"
        else _title(sebutan, rentang),
        rentang=rentang,
        rentang_tabel=rentang_tabel,
        sampai=sampai,
        kumulatif="" if rentang == rentang_tabel else f"Data disajikan secara kumulatif, yaitu {sampai}.",
        tahun=periode.tahun,
        pemilu=_ELECTION + _CYCLE * max(0, -((_ELECTION - periode.tahun) // _CYCLE)),
    )


def period_over(periode: Periode, batas: date) -> bool:
    """Whether all of the period had been counted by the cut-off."""
    return (batas + timedelta(days=1)).replace(day=1) > periode.bulan[-1]


def _until(periode: Periode, batas: date) -> str:
    first = periode.bulan_tabel[0]
    if period_over(periode, batas) or batas < first:
        return month_range(periode.bulan_tabel)
    if batas.replace(day=1) > first:
        return f"bulan {bulan(first)} sampai dengan {tanggal(batas)}"
    return f"tanggal {'' if batas == first else '1 sampai dengan '}{tanggal(batas)}"


def month_range(months: Sequence[date]) -> str:
    """The form of sentences: "bulan April s/d Juni 2022"."""
    first, last = months[0], months[-1]
    if first == last:
        return f"bulan {bulan(first)}"
    awal = nama_bulan(first) if first.year == last.year else bulan(first)
    return f"bulan {awal} s/d {bulan(last)}"


def month_list(months: Sequence[date]) -> str:
    """The form of lists: "Mei dan Juni 2022", the year once where it is one."""
    if len({month.year for month in months}) > 1:
        return daftar([bulan(month) for month in months])
    return f"{daftar([nama_bulan(month) for month in months])} {months[0].year}"


def _title(sebutan: str, rentang: str) -> str:
    return f"{sebutan} {rentang}".upper().replace("S/D", "s/d")


def _full(periode: Periode) -> str:
    if str(periode.tahun) in periode.sebutan:
        return periode.sebutan
    if periode.jenis == "tahun":
        return f"Tahun {periode.tahun}"
    return f"{periode.sebutan} Tahun {periode.tahun}"


def as_sentence(text: str) -> str:
    """What somebody typed, as sentences: a capital first, a full stop last."""
    told = text.strip()
    if not told:
        return ""
    return titik(told[0].upper() + told[1:])
