"""How publikasi moved from month to month, by account; what moved much asks for a reason, which is never guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from renderers.figures import Evaluasi, Matriks, Rekap
from renderers.indonesian import angka, bulan, nama_bulan

# A change that somebody who signs would ask about: so many publikasi and so large a share of the month before.
_LEAST, _SHARE = 5, 0.1


@dataclass(frozen=True)
class Change:
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


def reason_wanted(rekap: Rekap) -> str | None:
    """What to ask where publikasi changed and nobody has said why."""
    change = largest_change(rekap)
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


def largest_change(rekap: Rekap) -> Change | None:
    """The largest change from one month of the period to the next that is worth a reason."""
    known = {row.bulan: row for row in (*(rekap.sebelumnya or ()), *rekap.evaluasi)}
    wanted = [row for row in months_begun(rekap) if row.bulan in rekap.periode.bulan]
    pairs = [(known.get(month_before(row.bulan)), row) for row in wanted]
    changes = [change_between(rekap, before, row) for before, row in pairs if before]
    worth = [c for c in changes if _worth_asking(rekap, c)]
    return max(worth, key=lambda c: abs(c.selisih)) if worth else None


def _worth_asking(rekap: Rekap, change: Change) -> bool:
    """A month that is not over has not fallen yet."""
    least = max(_LEAST, _SHARE * change.dari.publikasi)
    return abs(change.selisih) >= least and (change.selisih > 0 or month_over(rekap, change.ke.bulan))


def month_before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def month_over(rekap: Rekap, month: date) -> bool:
    return (rekap.batas + timedelta(days=1)).replace(day=1) > month


def months_begun(rekap: Rekap) -> Sequence[Evaluasi]:
    """The months that have begun by the cut-off; what lies ahead is no low point and no peak."""
    return [row for row in rekap.evaluasi if row.bulan <= rekap.batas] or rekap.evaluasi


def change_between(rekap: Rekap, before: Evaluasi, now: Evaluasi) -> Change:
    tables = {m.bulan: m for m in rekap.matriks}
    if not {before.bulan, now.bulan} <= set(tables):
        return Change(before, now)
    pair = tables[before.bulan], tables[now.bulan]
    return Change(before, now, tuple((p, *(column_sum(rekap, m, p) for m in pair)) for p in counted_platforms(rekap)))  # type: ignore[misc]  # two tables


def counted_platforms(rekap: Rekap) -> list[str]:
    """The platforms whose postingan are publikasi, in the order of the matrix."""
    counted = {akun.platform for akun in rekap.akun if akun.dihitung}
    return [platform for platform in rekap.platform if platform in counted]


def column_sum(rekap: Rekap, matriks: Matriks, platform: str) -> int:
    kolom = rekap.platform.index(platform)
    return sum(baris[kolom] for baris in matriks.angka)
