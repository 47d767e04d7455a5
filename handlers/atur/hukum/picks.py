"""The national list as buttons: what an office does not cite yet, and what has replaced what it cites."""

from datetime import date
from functools import partial

from handlers.atur.doors import Laws, PickLaw
from handlers.chat import pages
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Menu, Turn
from handlers.laporan import law
from renderers import indonesian
from storage.kantor import dasar
from storage.kantor.dasar import DasarHukum
from storage.nasional import dasar_hukum
from storage.nasional.dasar_hukum import Peraturan

PAGE = 8


def menu(turn: Turn, row: int, page: int) -> Menu:
    """A page of the regulations that the office does not cite yet, in words of its own or from the list, first those in
    force today; an amendment is cited with the one that it amends. What a row has in words of its own is open to it."""
    rows = dasar.every_dasar_hukum(turn)
    cited = [law.of_row(one) if one.id == row else law.regulation(one) for one in rows]
    open_ = [one for one in dasar_hukum.regulations().values() if not one.perubahan and one not in cited]
    open_.sort(key=lambda one: not one.in_force(turn.today))
    _, shown, turns = pages.turning(partial(Laws, row), page, open_, PAGE)
    return (*((Button(_label(one, turn.today), PickLaw(row, one.kunci)),) for one in shown), *turns)


def _label(one: Peraturan, today: date) -> str:
    if one.in_force(today):
        return f"{one.kunci} {one.pokok}"
    day, word = (one.berlaku_sampai, "sampai") if one.ended(today) else (one.berlaku_dari, "mulai")
    return f"{one.kunci} ({word} {indonesian.tanggal(day)})" if day else one.kunci


def replaced(turn: Turn, row: DasarHukum) -> tuple[Peraturan, Peraturan]:
    """The regulation that a row cites, and what has taken its place by now; Stale where nothing has, or where the
    office cites that already."""
    old = law.regulation(row)
    new = next((one for one in law.successors(old) if not one.ended(turn.today)), None) if old else None
    if old is None or new is None or new in map(law.regulation, dasar.every_dasar_hukum(turn)):
        raise Stale
    return old, new


def told_of(old: Peraturan, new: Peraturan) -> str:
    until_ = indonesian.tanggal(old.berlaku_sampai or date.max)
    return f"{new.kunci} ditambahkan. {old.kunci} tetap dicetak dalam laporan sampai {until_}."
