"""The chapter of a province on the offices below it: two sentences, and the rows of its tables."""

from typing import Any

from renderers.figures import Rekap
from renderers.indonesian import angka, bulan, daftar, short_bulan, tanggal
from renderers.kantor import MEASURES, Bawahan, BawahanLaporan, Bulan
from renderers.prosa.period import period_words

NAMED = 8
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
    return f"{told}; postingan terbanyak dari {best[0]} ({angka(best[1])})." if best else f"{told}."


def _best(found: BawahanLaporan) -> tuple[str, int] | None:
    """The office with most postingan, and how many; None where it has none, or another one as many."""
    counted = [(one.nama, one.angka.postingan) for one in found.satker if one.angka]
    most = max((n for _, n in counted), default=0)
    first = [one for one in counted if one[1] == most]
    return first[0] if most and len(first) == 1 else None


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
