"""The change of publikasi from month to month, by account; a large change asks people for its reason."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from renderers.figures import Evaluasi, Matriks, Rekap
from renderers.indonesian import angka, bulan, nama_bulan
from renderers.kantor import Akun

# A change is large from so many publikasi on, and from such a share of the month before.
_LEAST, _SHARE = 5, 0.1


class Change(NamedTuple):
    """A month (`now`) against the one before it; `accounts`: the counted ones as (platform, before, now)."""

    before: Evaluasi
    now: Evaluasi
    accounts: tuple[tuple[str, int, int], ...] = ()

    @property
    def difference(self) -> int:
        return self.now.publikasi - self.before.publikasi

    @property
    def one_account(self) -> bool:
        """Whether the numbers of one account alone have changed."""
        return bool(self.accounts) and sum(old != new for _, old, new in self.accounts) == 1

    @property
    def main(self) -> tuple[str, int, int] | None:
        """The account that changed most in the same direction."""
        sign = 1 if self.difference > 0 else -1
        along = [a for a in self.accounts if (a[2] - a[1]) * sign > 0]
        return max(along, key=lambda a: abs(a[2] - a[1])) if along else None


def reason_wanted(rekap: Rekap) -> str | None:
    """The question where publikasi changed much and nobody has said why; else None."""
    change = largest_change(rekap)
    if change is None or rekap.narasi.get("sebab") or rekap.narasi.get("evaluasi"):
        return None
    way = "naik" if change.difference > 0 else "turun"
    before, now = change.before, change.now
    months = [nama_bulan(e.bulan) if before.bulan.year == now.bulan.year else bulan(e.bulan) for e in (before, now)]
    told = f"Publikasi {way} dari {angka(before.publikasi)} ({months[0]}) ke {angka(now.publikasi)} ({months[1]})"
    most = change.main
    driver = f", terutama {most[0]} {angka(most[1])} → {angka(most[2])}" if most else ""
    if most and change.one_account:
        driver = f", seluruhnya {most[0]}"
    return f"{told}{driver}. Apa sebabnya?"


def largest_change(rekap: Rekap) -> Change | None:
    """The largest change between two months in a row, the second in the period; None where none is worth a reason."""
    known = {row.bulan: row for row in (*(rekap.sebelumnya or ()), *rekap.evaluasi)}
    wanted = [row for row in months_begun(rekap) if row.bulan in rekap.periode.bulan]
    pairs = [(known.get(month_before(row.bulan)), row) for row in wanted]
    changes = [change_between(rekap, before, row) for before, row in pairs if before]
    worth = [c for c in changes if _worth_asking(rekap, c)]
    return max(worth, key=lambda c: abs(c.difference)) if worth else None


def _worth_asking(rekap: Rekap, change: Change) -> bool:
    """Whether the change is large; a month that is not over may have risen, but has not fallen yet."""
    least = max(_LEAST, _SHARE * change.before.publikasi)
    return abs(change.difference) >= least and (change.difference > 0 or month_over(rekap, change.now.bulan))


def month_before(month: date) -> date:
    """The first day of the month before."""
    return (month - timedelta(days=1)).replace(day=1)


def month_over(rekap: Rekap, month: date) -> bool:
    """Whether all of the month had been counted by the cut-off."""
    return (rekap.batas + timedelta(days=1)).replace(day=1) > month


def months_begun(rekap: Rekap) -> Sequence[Evaluasi]:
    """The months that had begun by the cut-off; a month ahead is no low point and no peak."""
    return [row for row in rekap.evaluasi if row.bulan <= rekap.batas] or rekap.evaluasi


def change_between(rekap: Rekap, before: Evaluasi, now: Evaluasi) -> Change:
    """The change from one month to another, by account where both have a matrix."""
    tables = {m.bulan: m for m in rekap.matriks}
    if not {before.bulan, now.bulan} <= set(tables):
        return Change(before, now)
    pair = tables[before.bulan], tables[now.bulan]
    return Change(before, now, tuple((p, *(column_sum(rekap, m, p) for m in pair)) for p in counted_platforms(rekap)))  # type: ignore[misc]  # two tables


def counted_platforms(rekap: Rekap) -> list[str]:
    """The platforms whose postingan are publikasi, in the order of the matrix."""
    counted = {akun.platform for akun in rekap.akun if akun.dihitung}
    return [platform for platform in rekap.platform if platform in counted]


def by_platform(rekap: Rekap) -> dict[str, int]:
    """The postingan of each platform in all months of the tables."""
    return {p: sum(column_sum(rekap, m, p) for m in rekap.matriks) for p in rekap.platform}


def exists(akun: Akun, months: Sequence[date]) -> bool:
    """Whether an account exists in one of the months, as the office said when the report was made."""
    return akun.bulan is None or any(one in akun.bulan for one in months)


def ended(rekap: Rekap, platform: str, month: date) -> bool:
    """Whether the accounts of a platform existed before a month, and none does in it."""
    mine = [a for a in rekap.akun if a.platform == platform]
    before = [one for one in rekap.periode.bulan_tabel if one < month]
    return any(exists(a, before) for a in mine) and not any(exists(a, [month]) for a in mine)


def column_sum(rekap: Rekap, matriks: Matriks, platform: str) -> int:
    """The postingan of a platform in a month."""
    column = rekap.platform.index(platform)
    return sum(row[column] for row in matriks.angka)
