"""The charts of a report: what they show, their captions, and their numbers in words for people who cannot see them."""

from collections.abc import Mapping
from dataclasses import replace

from renderers import changes
from renderers.figures import Evaluasi, Jumlah, Rekap
from renderers.indonesian import angka, daftar, nama_bulan, tanggal
from renderers.ink import charts_print
from renderers.ink.charts_print import Bar, Pair
from renderers.prosa import narasi, publikasi
from renderers.prosa.period import period_over, period_words
from renderers.rekap.pictures import Diagram
from renderers.word import tables

_MANY_MONTHS = 6  # more months than these are named by their first three letters
_MEASURES = ("kegiatan", "pemerintah", "nonpemerintah", "konten", "postingan", "publikasi")
_NAMES = {"pemerintah": "Koordinasi pemerintah", "nonpemerintah": "Koordinasi nonpemerintah"}


def diagrams(rekap: Rekap) -> dict[str, list[Diagram]]:
    """The charts by their place, one of PLACES; none where the figures have nothing to show."""
    words = period_words(rekap.periode, rekap.batas)
    postingan = (
        _ranked(changes.by_platform(rekap), f"Postingan menurut platform, {words.sampai}"),
        _ranked(narasi.by_jenis(rekap), f"Postingan menurut jenis konten, {words.sampai}"),
    )
    places = {"postingan": postingan, "publikasi": (_months(rekap),), "banding": (_compared(rekap),)}
    return {place: [d for d in found if d] for place, found in places.items()}


def period_name(rekap: Rekap, kini: Jumlah) -> str:
    """The name of this period; of one that still runs, with the day up to which it was counted."""
    return kini.sebutan if period_over(rekap.periode, rekap.batas) else f"{kini.sebutan} (s.d. {tanggal(rekap.batas)})"


def _ranked(counted: Mapping[str, int], caption: str) -> Diagram | None:
    bars = sorted((Bar(name, n) for name, n in counted.items() if n), key=lambda bar: -bar.value)
    if not bars:
        return None
    none = [name for name, n in counted.items() if not n]
    note = f"Tidak ada: {daftar(none)}." if none else ""
    alt = _alt(caption, bars)
    return Diagram(charts_print.ranked(bars, note), f"{alt} {note}".strip(), caption)


def _months(rekap: Rekap) -> Diagram | None:
    rows, words = rekap.evaluasi, period_words(rekap.periode, rekap.batas)
    bars = [_month(rekap, row) for row in rows]
    if not any(bar.value for bar in bars):
        return None
    inside = [n for n, row in enumerate(rows) if row.bulan in rekap.periode.bulan]
    group = (words.sebutan, range(inside[0], inside[-1] + 1)) if words.kumulatif and inside else ("", range(0))
    named = daftar(changes.counted_platforms(rekap))
    caption = f"Publikasi{f' ({named})' if named else ''}, {words.sampai}"
    alt = _alt(caption, bars)
    top = daftar([nama_bulan(row.bulan) for row in publikasi.peaks(rekap)])
    short = [replace(bar, name=bar.name[:3]) for bar in bars] if len(rows) > _MANY_MONTHS else bars
    return Diagram(charts_print.months(short, *group), f"{alt} Tertinggi: {top}.", caption)


def _month(rekap: Rekap, row: Evaluasi) -> Bar:
    ahead = row.bulan > rekap.batas
    return Bar(nama_bulan(row.bulan), 0 if ahead else row.publikasi, ahead=ahead)


def _compared(rekap: Rekap) -> Diagram | None:
    kini, dulu = rekap.kini, rekap.dulu
    if kini is None or dulu is None:
        return None
    accounts = tables.media_sosial(rekap, "Publikasi")
    names = {name: _NAMES.get(name, accounts if name == "publikasi" else name.capitalize()) for name in _MEASURES}
    found = [Pair(names[name], getattr(dulu, name), getattr(kini, name)) for name in _MEASURES]
    over, named = period_over(rekap.periode, rekap.batas), period_name(rekap, kini)
    caption = f"{named} dibandingkan dengan {dulu.sebutan}"
    to = " menjadi" if over else ", sejauh ini"
    numbers = "; ".join(f"{p.name} {angka(p.before)}{to} {angka(p.now)}" for p in found)
    drawn = charts_print.pairs(found, dulu.sebutan, named, changes=over)
    return Diagram(drawn, f"Diagram batang. {caption}: {numbers}.", caption)


def _alt(caption: str, bars: list[Bar]) -> str:
    told = [f"{bar.name} {'belum berjalan' if bar.ahead else angka(bar.value)}" for bar in bars]
    return f"Diagram batang. {caption}: {', '.join(told)}."
