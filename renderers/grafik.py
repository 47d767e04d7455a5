"""The charts of a report: what they show, their captions, and in words the numbers for those who cannot see them."""

from collections.abc import Mapping
from datetime import timedelta

from renderers import charts_print, evaluasi, narasi, publikasi
from renderers.bahan import Diagram
from renderers.charts_print import Batang, Pasangan
from renderers.figures import Jumlah, Rekap
from renderers.indonesian import angka, daftar, nama_bulan, tanggal
from renderers.waktu import waktu

_PENUH = 6  # more months than these are named by three letters
_UKURAN = ("kegiatan", "pemerintah", "nonpemerintah", "konten", "postingan", "publikasi")
_NAMA = {"pemerintah": "Koordinasi pemerintah", "nonpemerintah": "Koordinasi nonpemerintah"}


def diagrams(rekap: Rekap) -> dict[str, list[Diagram]]:
    """By the place where they stand; none where there is nothing to show."""
    words = waktu(rekap.periode)
    postingan = (
        _ranked(narasi.per_platform(rekap), f"Postingan menurut platform, {words.rentang_tabel}"),
        _ranked(narasi.per_jenis(rekap), f"Postingan menurut jenis konten, {words.rentang_tabel}"),
    )
    places = {"postingan": postingan, "publikasi": (_months(rekap),), "banding": (_compared(rekap),)}
    return {place: [d for d in found if d] for place, found in places.items()}


def _ranked(counted: Mapping[str, int], keterangan: str) -> Diagram | None:
    bars = sorted((Batang(name, n) for name, n in counted.items() if n), key=lambda bar: -bar.nilai)
    if not bars:
        return None
    none = [name for name, n in counted.items() if not n]
    note = f"Tidak ada: {daftar(none)}." if none else ""
    alt = _alt(keterangan, bars)
    return Diagram(charts_print.ranked(bars, note), f"{alt} {note}".strip(), keterangan)


def _months(rekap: Rekap) -> Diagram | None:
    rows, words = rekap.evaluasi, waktu(rekap.periode)
    if not any(row.publikasi for row in rows):
        return None
    cut = 3 if len(rows) > _PENUH else None
    bars = [Batang(nama_bulan(row.bulan)[:cut], row.publikasi) for row in rows]
    inside = [n for n, row in enumerate(rows) if row.bulan in rekap.periode.bulan]
    group = (words.sebutan, range(inside[0], inside[-1] + 1)) if words.kumulatif and inside else ("", range(0))
    named = daftar(publikasi.dihitung(rekap))
    keterangan = f"Publikasi{f' ({named})' if named else ''}, {words.rentang_tabel}"
    alt = _alt(keterangan, [Batang(nama_bulan(row.bulan), row.publikasi) for row in rows])
    top = daftar([nama_bulan(row.bulan) for row in publikasi.puncak(rekap)])
    return Diagram(charts_print.months(bars, *group), f"{alt} Tertinggi: {top}.", keterangan)


def _compared(rekap: Rekap) -> Diagram | None:
    kini, dulu = rekap.kini, rekap.dulu
    if kini is None or dulu is None:
        return None
    publikasi_ = evaluasi.media_sosial(rekap).replace("Media Sosial", "Publikasi")
    names = {name: _NAMA.get(name, publikasi_ if name == "publikasi" else name.capitalize()) for name in _UKURAN}
    found = [Pasangan(names[name], getattr(dulu, name), getattr(kini, name)) for name in _UKURAN]
    keterangan = f"{kini.sebutan} dibandingkan dengan {dulu.sebutan}"
    numbers = "; ".join(f"{p.nama} {angka(p.dulu)} menjadi {angka(p.kini)}" for p in found)
    named = sebutan_kini(rekap, kini)
    drawn = charts_print.pairs(found, dulu.sebutan, named, changes=named == kini.sebutan)
    return Diagram(drawn, f"Diagram batang. {keterangan}: {numbers}.", keterangan)


def sebutan_kini(rekap: Rekap, kini: Jumlah) -> str:
    """A period that still runs says up to when it was counted."""
    ends = (rekap.periode.bulan[-1] + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return kini.sebutan if rekap.batas >= ends else f"{kini.sebutan} (s.d. {tanggal(rekap.batas)})"


def _alt(keterangan: str, bars: list[Batang]) -> str:
    return f"Diagram batang. {keterangan}: {', '.join(f'{bar.nama} {angka(bar.nilai)}' for bar in bars)}."
