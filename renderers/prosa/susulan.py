"""The susulan of a report: records that came after the report before, and whether the tables count them already."""

from typing import Any

from renderers.figures import Informasi, Koordinasi, Rekap, Sel
from renderers.indonesian import angka, bulan, span, tanggal
from renderers.prosa.period import period_words

_EMPTY: dict[str, Any] = {"sebutan": "", "koordinasi": [], "informasi": [], "sel": [], "dicabut": []}


def fields(rekap: Rekap) -> dict[str, Any]:
    """The values by the names of the template; empty lists where nothing came, which the template then passes over."""
    found = rekap.susulan
    if found is None:
        return _EMPTY
    return {
        "sebutan": found.sebutan,
        "koordinasi": [_koordinasi(k) for k in found.koordinasi],
        "informasi": [_informasi(i) for i in found.informasi],
        "sel": [_cell(s) for s in found.sel],
        "dicabut": list(found.dicabut),
        "kalimat": {
            "koordinasi": sentence(rekap, "Kegiatan", "masuk"),
            "informasi": sentence(rekap, "Informasi", "masuk"),
            "sel": sentence(rekap, "Angka", "berubah"),
        },
    }


def _koordinasi(k: Koordinasi) -> dict[str, str]:
    return {
        "tanggal": span(k.mulai, k.selesai),
        "uraian": k.uraian,
        "instansi": k.instansi,
        "keterangan": k.keterangan,
        "waktu": k.waktu,
        "peserta": k.peserta,
    }


def _informasi(i: Informasi) -> dict[str, str]:
    return {"tanggal": bulan(i.tanggal) if i.sebulan else tanggal(i.tanggal), "judul": i.judul}


def _cell(s: Sel) -> dict[str, str]:
    change = s.menjadi - s.semula
    return {
        "bulan": bulan(s.bulan),
        "jenis": s.jenis,
        "platform": s.platform,
        "semula": angka(s.semula),
        "menjadi": angka(s.menjadi),
        "selisih": f"+{angka(change)}" if change > 0 else f"−{angka(-change)}",
    }


def sentence(rekap: Rekap, what: str, came: str) -> str:
    """Whether the tables count these rows already, lest a reader add them twice; `came`: "masuk" or "berubah"."""
    found = rekap.susulan
    if found is None:
        return ""
    made = f"laporan {found.sebutan} versi {found.versi} (data sampai dengan {tanggal(found.batas)})"
    if found.batas.replace(day=1) in rekap.periode.bulan_tabel:
        counted = f"{what} ini sudah termuat dalam tabel kumulatif, sehingga tidak dijumlahkan lagi."
    else:
        own = period_words(rekap.periode).sebutan
        counted = f"{what} ini milik periode sebelumnya dan tidak dihitung dalam {own}."
    return f"{what} berikut {came} sesudah {made}. {counted}"
