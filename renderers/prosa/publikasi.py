"""The narrative of BAB IV: the peak, what carried it in figures, the period before. A cause is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from renderers.figures import Evaluasi, Rekap
from renderers.indonesian import angka, bulan, daftar, tanggal
from renderers.prosa.lonjakan import Perubahan, berjalan, lonjakan, perubahan, sebelum, selesai
from renderers.prosa.waktu import daftar_bulan, kalimat, usai, waktu

_MEDSOS = "Publikasi informasi melalui media sosial"


def narasi(rekap: Rekap) -> str:
    rows = rekap.evaluasi
    if not any(row.publikasi or row.website for row in rows):
        return _ditutup(rekap, f"Selama {waktu(rekap.periode, rekap.batas).sampai} tidak ada publikasi yang tercatat.")
    parts = (_puncak(rekap), _penyebab(rekap), _lonjakan(rekap), _website(rekap), _jumlah(rekap))
    return _ditutup(rekap, " ".join(part for part in parts if part))


def _ditutup(rekap: Rekap, text: str) -> str:
    """Somebody's reason stands in a paragraph of its own."""
    return "\n".join(part for part in (text, kalimat(rekap.narasi.get("sebab", ""))) if part)


def puncak(rekap: Rekap) -> list[Evaluasi]:
    rows = berjalan(rekap)
    top = max(row.publikasi for row in rows)
    return [row for row in rows if row.publikasi == top]


def _puncak(rekap: Rekap) -> str:
    top, rows = puncak(rekap), berjalan(rekap)
    most = top[0].publikasi
    if not most:
        return f"Tidak ada p{_MEDSOS[1:]}."
    if len(rows) == 1:
        return f"{_MEDSOS} pada bulan {bulan(top[0].bulan)} berjumlah {angka(most)}."
    if len(top) == len(rows):
        return f"{_MEDSOS} setiap bulan sama banyaknya, yaitu {angka(most)}."
    low = _terendah(rekap, most)
    lowest = f", dan terendah pada bulan {_pada(low)}" if low else ""
    if low and not low[0].publikasi:
        lowest = f", sedangkan pada bulan {daftar_bulan([row.bulan for row in low])} tidak ada publikasi"
    return f"{_MEDSOS} mencapai angka tertinggi pada bulan {_pada(top)}{lowest}."


def _terendah(rekap: Rekap, most: int) -> list[Evaluasi]:
    """Of the months that are over; the running one may still grow."""
    over = [row for row in berjalan(rekap) if selesai(rekap, row.bulan)]
    low = min((row.publikasi for row in over), default=most)
    return [row for row in over if row.publikasi == low < most]


def _pada(rows: Sequence[Evaluasi]) -> str:
    each = "masing-masing " if len(rows) > 1 else ""
    return f"{daftar_bulan([row.bulan for row in rows])}, yaitu {each}{angka(rows[0].publikasi)}"


def _penyebab(rekap: Rekap) -> str:
    """Month of the peak against the month before it, account by account."""
    change = _ke_puncak(rekap)
    if change is None:
        return ""
    before = f"{bulan(change.dari.bulan)} ({angka(change.dari.publikasi)})"
    if change.satu_akun and change.terutama:
        return f"Kenaikan dari bulan {before} seluruhnya terjadi pada {change.terutama[0]}."
    ups = [f"{p} ({angka(old)} menjadi {angka(new)})" for p, old, new in change.akun if new > old]
    downs = [f"{p} menurun ({angka(old)} menjadi {angka(new)})" for p, old, new in change.akun if new < old]
    against = f", sedangkan {daftar(downs)}" if downs else ""
    return f"Dibandingkan dengan bulan {before}, kenaikan terjadi pada {daftar(ups)}{against}." if ups else ""


def _ke_puncak(rekap: Rekap) -> Perubahan | None:
    known = {row.bulan: row for row in rekap.evaluasi}
    top = puncak(rekap)[0]
    before = known.get(sebelum(top.bulan))
    return perubahan(rekap, before, top) if before and before.publikasi < top.publikasi else None


def _lonjakan(rekap: Rekap) -> str:
    """The largest change between months of the table, unless it was the one to the peak."""
    change, peak = lonjakan(replace(rekap, sebelumnya=None)), _ke_puncak(rekap)
    if change is None or (peak and peak.akun and peak.ke == change.ke):
        return ""
    arah = "naik" if change.selisih > 0 else "turun"
    most = change.terutama
    driver = f", terutama pada {most[0]} ({angka(most[1])} menjadi {angka(most[2])})" if most else ""
    if most and change.satu_akun:
        driver = f", seluruhnya pada {most[0]}"
    when = f"dari bulan {bulan(change.dari.bulan)} ke bulan {bulan(change.ke.bulan)}"
    told = f"yaitu {arah} dari {angka(change.dari.publikasi)} menjadi {angka(change.ke.publikasi)}"
    return f"Selama {waktu(rekap.periode).sebutan} perubahan terbesar antarbulan terjadi {when}, {told}{driver}."


def _website(rekap: Rekap) -> str:
    rows = berjalan(rekap)
    top = max(row.website for row in rows)
    if not top:
        return "Tidak ada tautan berita laman yang dipublikasikan."
    laman = f"laman {rekap.satker.website or rekap.satker.nama}"
    months = [row.bulan for row in rows if row.website == top]
    each = "masing-masing " if len(months) > 1 else ""
    return f"Berita pada {laman} paling banyak pada bulan {daftar_bulan(months)}, yaitu {each}{angka(top)}."


def _jumlah(rekap: Rekap) -> str:
    words, inside = waktu(rekap.periode), [row for row in rekap.evaluasi if row.bulan in rekap.periode.bulan]
    if len(inside) != len(rekap.periode.bulan) or len(inside) == 1:
        return ""
    counted = [row.publikasi for row in berjalan(rekap) if row in inside]
    # The table's own JUMLAH says it already, unless the table begins before the period.
    parts = f" ({' + '.join(map(angka, counted))})" if words.kumulatif and len(counted) > 1 else ""
    until = "" if usai(rekap.periode, rekap.batas) else f" sampai dengan tanggal {tanggal(rekap.batas)}"
    total = sum(counted)
    told = f"publikasi media sosial seluruhnya berjumlah {angka(total)}{parts}{_sebelumnya(rekap, total)}"
    return f"Selama {words.sebutan}{until} {told}."


def _sebelumnya(rekap: Rekap, total: int) -> str:
    """Only of a whole period, and where the report shows the one before as well, beside it."""
    before = sum(row.publikasi for row in rekap.sebelumnya or ())
    if not before or not rekap.dulu or not usai(rekap.periode, rekap.batas):
        return ""
    if total == before:
        return f", sama dengan {rekap.dulu.sebutan}"
    arah = "lebih banyak" if total > before else "lebih sedikit"
    change = abs(total - before)
    percent = round(change * 100 / before)
    share = f"{angka(change)} atau {f'{angka(percent)} persen' if percent else 'kurang dari 1 persen'}"
    return f", {arah} {share} daripada {rekap.dulu.sebutan} ({angka(before)})"
