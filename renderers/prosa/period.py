"""The words for a period, all made from one `Periode`, so that titles, sentences and tables never disagree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from renderers.figures import Periode
from renderers.indonesian import bulan, daftar, full_stop, nama_bulan, tanggal


@dataclass(frozen=True)
class PeriodWords:
    """The words for a period, under the names by which templates ask for them.

    `sebutan`: "Triwulan II"; `lengkap`: with the year; `judul`: for the cover; `kumulatif`: a sentence, or empty;
    `sampai`: the months of the tables, of a period that still runs up to its cut-off; `pemilu`: what stands behind
    "Pemilu Tahun" for the vote ahead.
    """

    sebutan: str
    lengkap: str
    judul: str
    rentang: str
    rentang_tabel: str
    sampai: str
    kumulatif: str
    tahun: int
    pemilu: str = ""


def period_words(periode: Periode, batas: date | None = None) -> PeriodWords:
    """The words for a period; `batas`: the day up to which was counted, None for all of it."""
    own, shown = month_range(periode.bulan), month_range(periode.bulan_tabel)
    full, until = _full(periode), shown if batas is None else _until(periode, batas)
    name = full if str(periode.tahun) in periode.sebutan else periode.sebutan
    return PeriodWords(
        sebutan=full if name.lower() in {"tahun", "tahunan"} else name,
        lengkap=full,
        judul=f"{full.upper()}\n{own.upper().replace('S/D', 's/d')}" if periode.jenis == "tahun" else _title(name, own),
        rentang=own,
        rentang_tabel=shown,
        sampai=until,
        kumulatif="" if own == shown else f"Data disajikan secara kumulatif, yaitu {until}.",
        tahun=periode.tahun,
    )


def period_over(periode: Periode, batas: date) -> bool:
    """Whether all of the period had been counted by the cut-off `batas`."""
    return (batas + timedelta(days=1)).replace(day=1) > periode.bulan[-1]


def month_range(months: Sequence[date]) -> str:
    """The form of sentences: "bulan April s/d Juni 2022"."""
    return f"bulan {month_span(months)}"


def month_span(months: Sequence[date]) -> str:
    """The form of headings: "April s/d Juni 2022"."""
    first, last = months[0], months[-1]
    start = nama_bulan(first) if first.year == last.year else bulan(first)
    return bulan(first) if first == last else f"{start} s/d {bulan(last)}"


def month_list(months: Sequence[date]) -> str:
    """The form of lists: "Mei dan Juni 2022", the year once where it is one."""
    if len({month.year for month in months}) > 1:
        return daftar([bulan(month) for month in months])
    return f"{daftar([nama_bulan(month) for month in months])} {months[0].year}"


def as_sentence(text: str) -> str:
    """A typed text as sentences: a capital first, a full stop last."""
    told = text.strip()
    if not told:
        return ""
    return full_stop(told[0].upper() + told[1:])


def _until(periode: Periode, batas: date) -> str:
    first = periode.bulan_tabel[0]
    if period_over(periode, batas) or batas < first:
        return month_range(periode.bulan_tabel)
    if batas.replace(day=1) > first:
        return f"bulan {bulan(first)} sampai dengan {tanggal(batas)}"
    return f"tanggal {'' if batas == first else '1 sampai dengan '}{tanggal(batas)}"


def _title(name: str, months: str) -> str:
    return f"{name} {months}".upper().replace("S/D", "s/d")


def _full(periode: Periode) -> str:
    if str(periode.tahun) in periode.sebutan:
        return periode.sebutan
    if periode.jenis == "tahun":
        return f"Tahun {periode.tahun}"
    return f"{periode.sebutan} Tahun {periode.tahun}"
