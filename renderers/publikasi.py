"""The narrative of BAB IV: the peak, what carried it in figures, the period before. A cause is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from renderers.figures import Evaluasi, Matriks, Rekap
from renderers.indonesian import angka, bulan, daftar, nama_bulan, tanggal
from renderers.waktu import daftar_bulan, kalimat, waktu

_MEDSOS = "Publikasi informasi melalui media sosial"
# A change that somebody who signs would ask about: so many publikasi and so large a share of the month before.
_BERARTI, _BAGIAN = 5, 0.1


@dataclass(frozen=True)
class Perubahan:
    """One month against the one before it; `akun`: the counted accounts as (platform, before, now), where known."""

    dari: Evaluasi
    ke: Evaluasi
    akun: tuple[tuple[str, int, int], ...] = ()

    @property
    def selisih(self) -> int:
        return self.ke.publikasi - self.dari.publikasi

    @property
    def satu_akun(self) -> bool:
        """Whether one account's numbers are all there is."""
        return bool(self.akun) and sum(old != new for _, old, new in self.akun) == 1

    @property
    def terutama(self) -> tuple[str, int, int] | None:
        """The account that carried most of it."""
        sign = 1 if self.selisih > 0 else -1
        along = [a for a in self.akun if (a[2] - a[1]) * sign > 0]
        return max(along, key=lambda a: abs(a[2] - a[1])) if along else None


def narasi(rekap: Rekap) -> str:
    words, rows = waktu(rekap.periode), rekap.evaluasi
    if not any(row.publikasi or row.website for row in rows):
        return _ditutup(rekap, f"Selama {words.rentang_tabel} tidak ada publikasi yang tercatat.")
    parts = (_puncak(rekap), _penyebab(rekap), _lonjakan(rekap), _website(rekap), _jumlah(rekap))
    return _ditutup(rekap, " ".join(part for part in parts if part))


def _ditutup(rekap: Rekap, text: str) -> str:
    """Somebody's reason stands in a paragraph of its own."""
    return "\n".join(part for part in (text, kalimat(rekap.narasi.get("sebab", ""))) if part)


def perlu_sebab(rekap: Rekap) -> str | None:
    """What to ask where publikasi changed and nobody has said why."""
    change = lonjakan(rekap)
    if change is None or rekap.narasi.get("sebab") or rekap.narasi.get("evaluasi"):
        return None
    arah = "naik" if change.selisih > 0 else "turun"
    dari, ke = change.dari, change.ke
    months = [nama_bulan(e.bulan) if dari.bulan.year == ke.bulan.year else bulan(e.bulan) for e in (dari, ke)]
    told = f"Publikasi {arah} dari {angka(dari.publikasi)} ({months[0]}) ke {angka(ke.publikasi)} ({months[1]})"
    most = change.terutama
    driver = f", terutama {most[0]} {angka(most[1])} → {angka(most[2])}" if most else ""
    if most and change.satu_akun:
        driver = f", seluruhnya {most[0]}"
    return f"{told}{driver}. Apa sebabnya?"


def lonjakan(rekap: Rekap) -> Perubahan | None:
    """The largest change from one month of the period to the next that is worth a reason."""
    known = {row.bulan: row for row in (*(rekap.sebelumnya or ()), *rekap.evaluasi)}
    wanted = [row for row in _berjalan(rekap) if row.bulan in rekap.periode.bulan]
    pairs = [(known.get(_sebelum(row.bulan)), row) for row in wanted]
    changes = [_perubahan(rekap, before, row) for before, row in pairs if before]
    worth = [c for c in changes if _layak(rekap, c)]
    return max(worth, key=lambda c: abs(c.selisih)) if worth else None


def _layak(rekap: Rekap, change: Perubahan) -> bool:
    """A month that is not over has not fallen yet."""
    least = max(_BERARTI, _BAGIAN * change.dari.publikasi)
    return abs(change.selisih) >= least and (change.selisih > 0 or _selesai(rekap, change.ke.bulan))


def _sebelum(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def _selesai(rekap: Rekap, month: date) -> bool:
    return (rekap.batas + timedelta(days=1)).replace(day=1) > month


def _berjalan(rekap: Rekap) -> Sequence[Evaluasi]:
    """The months that have begun by the cut-off; what lies ahead is no low point."""
    return [row for row in rekap.evaluasi if row.bulan <= rekap.batas or row.publikasi] or rekap.evaluasi


def _perubahan(rekap: Rekap, before: Evaluasi, now: Evaluasi) -> Perubahan:
    tables = {m.bulan: m for m in rekap.matriks}
    if not {before.bulan, now.bulan} <= set(tables):
        return Perubahan(before, now)
    pair = tables[before.bulan], tables[now.bulan]
    return Perubahan(before, now, tuple((p, *(jumlah_kolom(rekap, m, p) for m in pair)) for p in dihitung(rekap)))  # type: ignore[misc]  # two tables


def dihitung(rekap: Rekap) -> list[str]:
    """The platforms whose postingan are publikasi, in the order of the matrix."""
    counted = {akun.platform for akun in rekap.akun if akun.dihitung}
    return [platform for platform in rekap.platform if platform in counted]


def jumlah_kolom(rekap: Rekap, matriks: Matriks, platform: str) -> int:
    kolom = rekap.platform.index(platform)
    return sum(baris[kolom] for baris in matriks.angka)


def puncak(rekap: Rekap) -> list[Evaluasi]:
    rows = _berjalan(rekap)
    top = max(row.publikasi for row in rows)
    return [row for row in rows if row.publikasi == top]


def _puncak(rekap: Rekap) -> str:
    top, rows = puncak(rekap), _berjalan(rekap)
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
    over = [row for row in _berjalan(rekap) if _selesai(rekap, row.bulan)]
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
    before = known.get(_sebelum(top.bulan))
    return _perubahan(rekap, before, top) if before and before.publikasi < top.publikasi else None


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
    top = max(row.website for row in rekap.evaluasi)
    if not top:
        return "Tidak ada tautan berita laman yang dipublikasikan."
    laman = f"laman {rekap.satker.website or rekap.satker.nama}"
    months = [row.bulan for row in rekap.evaluasi if row.website == top]
    each = "masing-masing " if len(months) > 1 else ""
    return f"Berita pada {laman} paling banyak pada bulan {daftar_bulan(months)}, yaitu {each}{angka(top)}."


def _jumlah(rekap: Rekap) -> str:
    words, inside = waktu(rekap.periode), [row for row in rekap.evaluasi if row.bulan in rekap.periode.bulan]
    if len(inside) != len(rekap.periode.bulan) or len(inside) == 1:
        return ""
    counted = [row.publikasi for row in inside if row.bulan <= rekap.batas]
    # The table's own JUMLAH says it already, unless the table begins before the period.
    parts = f" ({' + '.join(map(angka, counted))})" if words.kumulatif and len(counted) > 1 else ""
    until = "" if _selesai(rekap, inside[-1].bulan) else f" sampai dengan tanggal {tanggal(rekap.batas)}"
    total = sum(row.publikasi for row in inside)
    told = f"publikasi media sosial seluruhnya berjumlah {angka(total)}{parts}{_sebelumnya(rekap, total)}"
    return f"Selama {words.sebutan}{until} {told}."


def _sebelumnya(rekap: Rekap, total: int) -> str:
    """Only where the report shows the period before as well, beside this one."""
    before = sum(row.publikasi for row in rekap.sebelumnya or ())
    if not before or not rekap.dulu:
        return ""
    if total == before:
        return f", sama dengan {rekap.dulu.sebutan}"
    arah = "lebih banyak" if total > before else "lebih sedikit"
    change = abs(total - before)
    percent = round(change * 100 / before)
    share = f"{angka(change)} atau {f'{angka(percent)} persen' if percent else 'kurang dari 1 persen'}"
    return f", {arah} {share} daripada {rekap.dulu.sebutan} ({angka(before)})"
