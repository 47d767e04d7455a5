"""The chapter of a province on the offices below it: two sentences, and the rows of its tables."""

from datetime import date
from typing import Any

from renderers.figures import Rekap
from renderers.indonesian import angka, bulan, daftar, short_bulan, tanggal
from renderers.kantor import Bawahan, BawahanLaporan, Bulan
from renderers.prosa.period import period_words

NAMED = 8
MEASURES = ("kegiatan", "koordinasi", "konten", "postingan", "publikasi")
ZERO = Bulan(date.min)
_EMPTY: dict[str, Any] = {"kalimat": [], "satker": [], "bulan": []}


def fields(rekap: Rekap) -> dict[str, Any]:
    """The values by the names of the template; empty lists in the report of any other office."""
    found = rekap.bawahan
    if found is None:
        return _EMPTY
    return {
        "kalimat": [_sent(rekap, found), _done(found)],
        "satker": [_office(one) for one in found.satker],
        "bulan": [{"bulan": bulan(one.bulan), **_figures(one)} for one in found.bulan],
    }


def _sent(rekap: Rekap, found: BawahanLaporan) -> str:
    waiting = [one.nama for one in found.satker if not one.versi]
    sent, every = len(found.satker) - len(waiting), len(found.satker)
    period = period_words(rekap.periode, rekap.batas).lengkap
    told = f"Dari {every} satker di bawah {rekap.satker.nama}, {sent} telah mengirim laporan {period}"
    if not waiting:
        return f"{told}."
    names = daftar(waiting) if len(waiting) <= NAMED else f"{len(waiting)} satker, sebagaimana tampak pada tabel"
    return f"{told}; yang belum adalah {names}."


def _done(found: BawahanLaporan) -> str:
    kegiatan, koordinasi, konten, postingan, publikasi = (
        angka(sum(getattr(month, name) for month in found.bulan)) for name in MEASURES
    )
    told = f"Satker yang telah mengirim melaksanakan {kegiatan} kegiatan, {koordinasi} di antaranya koordinasi dengan "
    told += f"mitra, dan menyebarluaskan {konten} konten dalam {postingan} postingan ({publikasi} publikasi)"
    best = _best(found)
    return f"{told}; postingan terbanyak dari {best.nama} ({_posted(best)})." if best else f"{told}."


def _best(found: BawahanLaporan) -> Bawahan | None:
    """The office with most postingan, where no other has as many."""
    ranked = sorted((one for one in found.satker if one.angka), key=lambda one: -(one.angka or ZERO).postingan)
    if not ranked or not (ranked[0].angka or ZERO).postingan:
        return None
    alike = len(ranked) > 1 and _posted(ranked[0]) == _posted(ranked[1])
    return None if alike else ranked[0]


def _posted(one: Bawahan) -> str:
    return angka(one.angka.postingan) if one.angka else ""


def _office(one: Bawahan) -> dict[str, str]:
    day = f", {one.dibuat.day} {short_bulan(one.dibuat)}" if one.dibuat else ""
    return {
        "nama": one.nama,
        "terkirim": f"versi {one.versi}{day}" if one.versi else "belum",
        "tanggal": tanggal(one.dibuat) if one.dibuat else "",
        **(_figures(one.angka) if one.angka else dict.fromkeys(MEASURES, "-")),
    }


def _figures(one: Bulan) -> dict[str, str]:
    return {name: angka(getattr(one, name)) for name in MEASURES}
