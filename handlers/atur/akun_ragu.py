"""Figures of an account as words, and the doubt about those that are far from all others."""

from collections.abc import Sequence

from handlers.atur.followers import Catat
from handlers.chat.messages import Button, Outgoing, Turn
from renderers import indonesian
from storage.kantor import satker as rows

PRESS, CARD = "ak", "akun"
# A tenth or ten times of what it was is more likely a slip of the finger.
TIMES, FEW = 10, 50


def jumps(turn: Turn, told: Catat) -> bool:
    """Whether it fits none of the days around it; where there are none, anything may be."""
    around = rows.snapshots_around(turn.session, told.akun, told.tanggal)
    return any(_far([getattr(row, what) for row in around], n) for what, n in told.values.items())


def _far(known: Sequence[int | None], now: int) -> bool:
    """A few more or less, or the first after none, are no slip."""
    far = [abs(now - old) > FEW and not old / TIMES < now < old * TIMES for old in known if old]
    return bool(far) and all(far)


def doubt(turn: Turn, told: Catat) -> Outgoing:
    around = rows.snapshots_around(turn.session, told.akun, told.tanggal)
    near = next(row for row in around if any(getattr(row, what) for what in told.values))
    was = f"{said(near.pengikut, near.suka)} per {indonesian.tanggal(near.tanggal)}"
    text = f"{per(told)}: {said(told.pengikut, told.suka)}? Selisihnya besar dengan {was}."
    numbers = ":".join("" if n is None else str(n) for n in (told.pengikut, told.suka))
    save = Button("Simpan", f"{PRESS}:s:{told.akun.id}:{told.tanggal}:{numbers}")
    menu = ((save, Button("Batal", f"{PRESS}:b:{told.akun.id}")),)
    return turn.reply(text, title="Mohon diperiksa", menu=menu, card=f"{CARD}:{told.akun.id}")


def said(pengikut: int | None, suka: int | None) -> str:
    shown = [f"{indonesian.angka(n)} {what}" for n, what in ((pengikut, "pengikut"), (suka, "suka")) if n is not None]
    return indonesian.daftar(shown) or "belum ada"


def per(told: Catat) -> str:
    return f"{told.akun.platform} per {indonesian.tanggal(told.tanggal)}"
