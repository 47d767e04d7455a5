"""The one live card of /atur: the sections, a section, a list, a row."""

from functools import partial
from typing import Any

from handlers.atur.doors import AddRow, AskSetting, DeleteRow, MoveRow, OneRow, Settings
from handlers.atur.section import Bagian, Setelan, Terdaftar
from handlers.atur.sections import BAGIAN
from handlers.chat import changes, pages
from handlers.chat.messages import Button, Menu, Outgoing, Turn
from handlers.chat.pages import in_rows
from handlers.reading import text as reading_text
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker

CARD = "atur"
SHOWN, LONGER, LISTED, PAGE = 80, 300, 120, 10
OTHERS = Button("Pengaturan lain", Settings())


def sections(turn: Turn) -> Outgoing:
    buttons = [Button(bagian.label, Settings(bagian.kunci)) for bagian in BAGIAN]
    text = "Pilih yang akan diatur, atau tulis langsung, misalnya /atur ketua Nama Lengkap."
    return turn.reply(text, title=f"Pengaturan {turn.satker.nama}", menu=in_rows(buttons, 2), card=CARD)


def section(turn: Turn, bagian: Bagian, told: str = "", entry: Audit | None = None) -> Outgoing:
    if bagian.kind is not Satker:
        return listed(turn, bagian, told, entry)
    lines = [f"{one.label}: {said(one, turn.satker, SHOWN)}" for one in bagian.setelan]
    fields = [Button(one.label, AskSetting(bagian.kunci, turn.satker.id, one.name)) for one in bagian.setelan]
    menu = (*in_rows(fields, 2), *_door(bagian), (*changes.back(entry), OTHERS))
    return turn.reply(_text(told, *lines, note=bagian.note), title=bagian.label, menu=menu, card=CARD)


def listed(turn: Turn, bagian: Bagian, told: str = "", entry: Audit | None = None, page: int = 0) -> Outgoing:
    kunci, rows = bagian.kunci, bagian.rows(turn)
    page, turns = pages.turning(partial(Settings, kunci), page, len(rows), PAGE)
    shown = list(enumerate(rows, start=1))[page * PAGE : (page + 1) * PAGE]
    lines = [f"{n}. {reading_text.shortened(bagian.line(row), LISTED)}" for n, row in shown]
    numbers = [Button(str(n), OneRow(kunci, row.id)) for n, row in shown]
    last = (Button("Tambah", AddRow(kunci)), *changes.back(entry), OTHERS)
    menu = (*in_rows(numbers, 5), *turns, *_door(bagian), last)
    return turn.reply(_text(told, *(lines or ["Belum ada."])), title=bagian.label, menu=menu, card=CARD)


def row_card(turn: Turn, bagian: Bagian, row: Terdaftar, told: str = "", entry: Audit | None = None) -> Outgoing:
    here = (bagian.kunci, row.id)
    lines = [f"{one.label}: {said(one, row, LONGER)}" for one in bagian.setelan]
    fields = in_rows([Button(one.label, AskSetting(*here, one.name)) for one in bagian.setelan], 2)
    moves = [Button("Naik", MoveRow(*here, down=False)), Button("Turun", MoveRow(*here, down=True))]
    doing = moves if bagian.ordered else []
    doing += [Button("Hapus", DeleteRow(*here))] if bagian.removable else []
    menu: Menu = (*fields, tuple(doing), (*changes.back(entry), Button("Kembali", Settings(bagian.kunci))))
    return turn.reply(_text(told, *lines), title=bagian.label, menu=menu, card=CARD)


def brief(turn: Turn, bagian: Bagian, told: str, entry: Audit | None) -> Outgoing:
    """What one line has set."""
    menu = ((*changes.back(entry), Button(f"Lihat {bagian.label}", Settings(bagian.kunci))),)
    return turn.reply(told, title=bagian.label, menu=menu, card=CARD)


def one(turn: Turn, bagian: Bagian, row: Terdaftar, told: str = "", entry: Audit | None = None) -> Outgoing:
    """Where a setting stands."""
    if bagian.kind is Satker:
        return section(turn, bagian, told, entry)
    return row_card(turn, bagian, row, told, entry)


def said(setelan: Setelan, row: Any, longest: int) -> str:
    return shown(setelan, getattr(row, setelan.name), longest)


def shown(setelan: Setelan, value: Any, longest: int) -> str:
    return reading_text.shortened("" if value is None else setelan.show(value), longest) or "belum ada"


def _door(bagian: Bagian) -> Menu:
    return ((Button(*bagian.door),),) if bagian.door else ()


def _text(told: str, *lines: str, note: str = "") -> str:
    return "\n".join([*([told, ""] if told else []), *lines, *(["", note] if note else [])])
