"""The sentences of BAB III on the accounts: which began, how they are followed, and which are kept no longer."""

from collections.abc import Sequence
from datetime import date, timedelta

from renderers.changes import by_platform, exists
from renderers.figures import Rekap
from renderers.indonesian import angka, bulan, daftar, tanggal
from renderers.kantor import Akun
from renderers.prosa.period import period_words


def present(rekap: Rekap) -> list[Akun]:
    """The accounts that exist in the period."""
    return [a for a in rekap.akun if exists(a, rekap.periode.bulan)]


def narasi(rekap: Rekap) -> str:
    """Each account that began, ended or has figures in the period; an ended one is told in the period of its end."""
    told = (part for a in rekap.akun for part in (_begun(rekap, a), _followed(rekap, a), _ended(rekap, a)))
    return " ".join(part for part in told if part)


def _begun(rekap: Rekap, a: Akun) -> str:
    """Told in the period of the beginning, and beside figures while the tables show the months of it."""
    months = rekap.periode.bulan_tabel if _figures(a) else rekap.periode.bulan
    if a.aktif_sejak is None or a.aktif_sejak > rekap.batas or a.aktif_sejak.replace(day=1) not in months:
        return ""
    return f"Sejak {bulan(a.aktif_sejak)} {rekap.satker.nama} mulai mengelola akun {_called(rekap.akun, a)}."


def _called(akun: Sequence[Akun], a: Akun) -> str:
    """The platform, and the name where the platform alone would be another account."""
    return f"{a.platform} {a.nama}" if sum(one.platform == a.platform for one in akun) > 1 else a.platform


def _figures(a: Akun) -> str:
    figures = [(a.pengikut, "pengikut"), (a.suka, "tanda suka")]
    return daftar([f"{angka(n)} {what}" for n, what in figures if n is not None])


def _month(rekap: Rekap, a: Akun) -> date:
    """The month in which followers and likes were counted."""
    return (a.tanggal or rekap.batas).replace(day=1)


def _followed(rekap: Rekap, a: Akun) -> str:
    shown = _figures(a)
    if not shown or not exists(a, rekap.periode.bulan) or _month(rekap, a) not in rekap.periode.bulan_tabel:
        return ""
    when = f"Sampai dengan tanggal {tanggal(a.tanggal or rekap.batas)}"
    # Beside a number of an earlier month, postingan that came later would be told as its cause.
    latest = _month(rekap, a) >= min(rekap.batas, rekap.periode.bulan_tabel[-1]).replace(day=1)
    count = by_platform(rekap).get(a.platform, 0) if latest else 0
    after = (
        f" setelah memuat {angka(count)} postingan selama {period_words(rekap.periode, rekap.batas).sampai}"
        if count
        else ""
    )
    return f"{when}, akun {a.platform} {a.nama} memperoleh {shown}{after}."


def _ended(rekap: Rekap, a: Akun) -> str:
    """Told from the day after its last one."""
    gone = a.aktif_sampai + timedelta(days=1) if a.aktif_sampai else None
    if gone is None or not rekap.periode.bulan[0] <= gone <= rekap.batas:
        return ""
    return f"Akun {a.platform} {a.nama} tidak lagi dikelola sejak tanggal {tanggal(gone)}."
