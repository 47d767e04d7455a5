"""The narrative of BAB IV: the peak, what carried it in figures, the period before. Causes are never guessed."""

from renderers.figures import Evaluasi, Matriks, Rekap
from renderers.indonesian import angka, bulan, daftar
from renderers.waktu import daftar_bulan, waktu

_MEDSOS = "Publikasi informasi melalui media sosial"


def narasi(rekap: Rekap) -> str:
    words, rows = waktu(rekap.periode), rekap.evaluasi
    if not any(row.publikasi or row.website for row in rows):
        return f"Selama {words.rentang_tabel} tidak ada publikasi yang tercatat."
    parts = (_puncak(rekap), _penyebab(rekap), _website(rekap), _jumlah(rekap), rekap.narasi.get("sebab", ""))
    return " ".join(part for part in parts if part)


def dihitung(rekap: Rekap) -> list[str]:
    """The platforms whose postingan are publikasi, in the order of the matrix."""
    counted = {akun.platform for akun in rekap.akun if akun.dihitung}
    return [platform for platform in rekap.platform if platform in counted]


def jumlah_kolom(rekap: Rekap, matriks: Matriks, platform: str) -> int:
    kolom = rekap.platform.index(platform)
    return sum(baris[kolom] for baris in matriks.angka)


def puncak(rekap: Rekap) -> list[Evaluasi]:
    top = max(row.publikasi for row in rekap.evaluasi)
    return [row for row in rekap.evaluasi if row.publikasi == top]


def _puncak(rekap: Rekap) -> str:
    top, low = puncak(rekap), min(rekap.evaluasi, key=lambda row: row.publikasi)
    if len(rekap.evaluasi) == 1:
        return f"{_MEDSOS} pada bulan {bulan(top[0].bulan)} berjumlah {angka(top[0].publikasi)}."
    if len(top) == len(rekap.evaluasi):
        return f"{_MEDSOS} setiap bulan sama banyaknya, yaitu {angka(top[0].publikasi)}."
    months = daftar_bulan([row.bulan for row in top])
    highest = f"{_MEDSOS} paling tinggi terjadi pada bulan {months}, yaitu {angka(top[0].publikasi)}"
    return f"{highest}, dan paling rendah pada bulan {bulan(low.bulan)}, yaitu {angka(low.publikasi)}."


def _penyebab(rekap: Rekap) -> str:
    """Month of the peak against the month before it, account by account."""
    months = [row.bulan for row in rekap.evaluasi]
    at = months.index(puncak(rekap)[0].bulan)
    tables = {m.bulan: m for m in rekap.matriks}
    if at == 0 or not {months[at], months[at - 1]} <= set(tables):
        return ""
    before, now = rekap.evaluasi[at - 1], rekap.evaluasi[at]
    if before.publikasi >= now.publikasi:
        return ""
    ups, downs = _perubahan(rekap, tables[before.bulan], tables[now.bulan])
    driver = f" berasal dari {daftar(ups)}" if ups else ""
    against = f", sedangkan {daftar(downs)} menurun" if downs else ""
    rise = f"Kenaikan dari {angka(before.publikasi)} pada bulan {bulan(before.bulan)}"
    return f"{rise}{driver}{against}." if driver else ""


def _perubahan(rekap: Rekap, before: Matriks, now: Matriks) -> tuple[list[str], list[str]]:
    """The counted accounts with more and with fewer postingan: "TikTok (7 menjadi 20)"."""
    pairs = [(p, jumlah_kolom(rekap, before, p), jumlah_kolom(rekap, now, p)) for p in dihitung(rekap)]
    shown = [(new - old, f"{p} ({angka(old)} menjadi {angka(new)})") for p, old, new in pairs]
    return [text for change, text in shown if change > 0], [text for change, text in shown if change < 0]


def _website(rekap: Rekap) -> str:
    top = max(row.website for row in rekap.evaluasi)
    if not top:
        return "Tidak ada tautan berita laman yang dipublikasikan."
    laman = f"laman {rekap.satker.website or rekap.satker.nama}"
    months = daftar_bulan([row.bulan for row in rekap.evaluasi if row.website == top])
    return f"Berita pada {laman} paling banyak pada bulan {months}, yaitu {angka(top)}."


def _jumlah(rekap: Rekap) -> str:
    words, inside = waktu(rekap.periode), [row.publikasi for row in rekap.evaluasi if row.bulan in rekap.periode.bulan]
    if len(inside) != len(rekap.periode.bulan) or len(inside) == 1:
        return ""
    # The table's own JUMLAH says it already, unless the table begins before the period.
    parts = f" ({' + '.join(map(angka, inside))})" if words.kumulatif else ""
    total = f"{angka(sum(inside))}{parts}"
    before = _sebelumnya(rekap, sum(inside))
    return f"Selama {words.sebutan} publikasi media sosial seluruhnya berjumlah {total}{before}."


def _sebelumnya(rekap: Rekap, total: int) -> str:
    before = sum(row.publikasi for row in rekap.sebelumnya or ())
    if not before:
        return ""
    change = total - before
    if not change:
        return f", sama dengan periode sebelumnya ({angka(before)})"
    arah = "lebih banyak" if change > 0 else "lebih sedikit"
    share = f"{angka(abs(change))} atau {angka(round(abs(change) * 100 / before))} persen"
    return f", {arah} {share} dibandingkan dengan periode sebelumnya ({angka(before)})"
