"""The one live card of /atur: the sections, the fields of the office, a list, a row."""

from functools import partial

from handlers.atur.doors import AddRow, AskFact, AskSetting, DeleteRow, MoveRow, OneRow, Settings
from handlers.atur.section import Fact, Section, Setting
from handlers.atur.sections import SECTIONS
from handlers.chat import changes, pages
from handlers.chat.messages import Button, Menu, Outgoing, Turn
from handlers.chat.pages import Numbered, in_rows, placed
from handlers.dialog.fields import EMPTY
from handlers.reading import text as reading_text
from storage.kantor import fakta
from storage.kantor.audit import Audit
from storage.kantor.fakta import Fakta
from storage.kantor.satker import Satker

CARD = "atur"
SHOWN, LONGER, LISTED, PAGE = 80, 300, 120, 10
OTHERS = Button("Pengaturan lain", Settings())


def sections(turn: Turn) -> Outgoing:
    buttons = [Button(section.label, Settings(section.key)) for section in SECTIONS]
    text = "Pilih yang akan diatur, atau tulis langsung, misalnya /atur ketua Nama Lengkap."
    return turn.reply(
        text, title=f"Pengaturan {turn.satker.nama}", menu=in_rows([*buttons, *placed(turn, "/atur")], 2), card=CARD
    )


def of_section(turn: Turn, section: Section, told: str = "", entry: Audit | None = None, page: int = 0) -> Outgoing:
    if section.kind is not Satker:
        return _list(turn, section, told, entry, page)
    lines = [_lines(section, turn.satker, SHOWN), *_facts(turn, section)]
    menu = (*_fields(section, turn.satker), *_leads(section), (*changes.back(entry), OTHERS))
    return _card(turn, section, told, _noted(section, "\n".join(lines)), menu)


def _noted(section: Section, text: str) -> str:
    return f"{text}\n\n{section.note}" if section.note else text


def _facts(turn: Turn, section: Section) -> list[str]:
    """The facts of the office as they are today."""
    today = fakta.today(turn) if section.facts else {}
    return [f"{fact.label}: {shown(fact, today.get(fact.about), SHOWN)}" for fact in section.facts]


def shown(fact: Fact, row: Fakta | None, longest: int = reading_text.FULL) -> str:
    return reading_text.shortened(fact.show(row), longest) if row else EMPTY


def _list(turn: Turn, section: Section, told: str, entry: Audit | None, page: int) -> Outgoing:
    to = partial(Settings, section.key)
    lines, menu = pages.listed(section.rows(turn), partial(line, section), partial(_rows, section), to, page, PAGE)
    add = (Button("Tambah", AddRow(section.key)),) if section.begun else ()
    last = (*add, *changes.back(entry), OTHERS)
    return _card(turn, section, told, _noted(section, lines or "Belum ada."), (*menu, *_leads(section), last))


def _rows(section: Section, rows: Numbered[Setting]) -> Menu:
    return in_rows([Button(str(n), OneRow(section.key, row.id)) for n, row in rows], 5)


def line(section: Section, row: Setting) -> str:
    """A row as its list tells it, short enough for ten of them in one message."""
    return reading_text.shortened(section.line(row), LISTED)


def of_row(turn: Turn, section: Section, row: Setting, told: str = "", entry: Audit | None = None) -> Outgoing:
    """The fields of a row; those of the office stand on the card of their section."""
    if section.kind is Satker:
        return of_section(turn, section, told, entry)
    here = (section.key, row.id)
    moves = (Button("Naik", MoveRow(*here, down=False)), Button("Turun", MoveRow(*here, down=True)))
    doing = (*(moves if section.ordered else ()), *((Button("Hapus", DeleteRow(*here)),) if section.removable else ()))
    menu = (*_fields(section, row), doing, (*changes.back(entry), Button("Kembali", Settings(section.key))))
    return _card(turn, section, told, _lines(section, row, LONGER), menu)


def brief(turn: Turn, section: Section, told: str, entry: Audit | None, more: Menu = ()) -> Outgoing:
    """The change that one line has made, with a button to its section."""
    menu = (*more, (*changes.back(entry), Button(f"Lihat {section.label}", Settings(section.key))))
    return turn.reply(told, title=section.label, menu=menu, card=CARD)


def _card(turn: Turn, section: Section, told: str, text: str, menu: Menu) -> Outgoing:
    return turn.reply(reading_text.above(told, text), title=section.label, menu=menu, card=CARD)


def _lines(section: Section, row: Setting, longest: int) -> str:
    return "\n".join(one.line(row, longest) for one in section.fields)


def _fields(section: Section, row: Setting) -> Menu:
    buttons = [Button(one.label, AskSetting(section.key, row.id, one.name)) for one in section.fields]
    return in_rows([*buttons, *(Button(fact.label, AskFact(fact.about)) for fact in section.facts)], 2)


def _leads(section: Section) -> Menu:
    return ((Button(*section.leads),),) if section.leads else ()
