"""/masalah and /saran: the texts of a section, one at a time on a card where they are added, rewritten and removed."""

from contextlib import suppress
from functools import partial
from typing import Any

from handlers.chat import changes, pages
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Outgoing, Says, Turn
from handlers.dialog import asking, story
from handlers.naskah import period
from handlers.naskah.doors import AddText, DeleteText, Lists, RewriteText, Texts
from handlers.naskah.masalah import MASALAH
from handlers.naskah.saran import SARAN
from handlers.naskah.section import Section, T
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows

SECTIONS: dict[Lists, Section[Any]] = {one.key: one for one in (MASALAH, SARAN)}


def command(section: Section[T], turn: Turn) -> Says:
    """/saran [Q2] shows the list, /saran [Q2] kalimat … adds to it."""
    periode, text = period.written_about(turn)
    if not text:
        return [card(turn, section, periode)]
    return [_added(turn, section, periode, text, period.taken_for(turn, periode, text))]


def shown(turn: Turn, door: Texts) -> Says:
    return [card(turn, SECTIONS[door.section], periods.begun(door.periode, turn.today), page=door.page)]


def ask(turn: Turn, door: AddText) -> Says:
    section, periode = SECTIONS[door.section], periods.begun(door.periode, turn.today)
    text = f"Tulis {section.key}nya {section.how}"
    return [asking.question(turn, NEW, door, text, title=section.new.format(periode.judul))]


def answer(turn: Turn, door: AddText) -> Says:
    return [asking.done(turn, door), _added(turn, SECTIONS[door.section], door.periode, turn.incoming.text)]


NEW = Ask(AddText, answer, lambda door: SECTIONS[door.section].example)


def _added(turn: Turn, section: Section[T], periode: Periode, text: str, where: str = "") -> Outgoing:
    row, entry = new(turn, section, periode, story.prose(turn, section.read(text)))
    return card(turn, section, periode, _said(f"Ditambahkan{where}", section, row), entry, at=row)


def new(turn: Turn, section: Section[T], periode: Periode, values: dict[str, str]) -> tuple[T, Audit]:
    begun = section.kind(satker_id=turn.satker.id, **section.begun(turn, periode), **values)
    row = rows.added(turn.session, begun)
    # A new text begins as a removed one, so that adding is taken back like any other change.
    row.dihapus_at = turn.now
    return row, changes.changed(turn, row, changes.ADD, **values, dihapus_at=None)


def rewrite(turn: Turn, door: RewriteText) -> Says:
    section, periode, row = _found(turn, door)
    text = f"{section.written(row)}\n\nTulis penggantinya {section.how}"
    return [asking.question(turn, REWRITTEN, door, text, title=f"Ubah {section.key} {periode.judul}")]


def rewritten(turn: Turn, door: RewriteText) -> Says:
    section, periode, row = _found(turn, door)
    entry = changes.changed(turn, row, changes.CHANGE, **story.prose(turn, section.read(turn.incoming.text)))
    return [asking.done(turn, door), card(turn, section, periode, _said("Diubah", section, row), entry, at=row)]


REWRITTEN = Ask(RewriteText, rewritten, lambda door: SECTIONS[door.section].example)


def delete(turn: Turn, door: DeleteText) -> Says:
    section, periode, row = _found(turn, door)
    page = next((n for n, one in enumerate(section.rows(turn, periode)) if one.id == row.id), 0)
    entry = changes.changed(turn, row, changes.DELETE, dihapus_at=turn.now)
    return [card(turn, section, periode, f"Dihapus: {section.name(row) or section.line(row)}", entry, page=page)]


def _found(turn: Turn, door: RewriteText | DeleteText) -> tuple[Section[Any], Periode, Any]:
    section = SECTIONS[door.section]
    return section, periods.begun(door.periode, turn.today), changes.find_text(turn, section.kind, door.row)


def undone(turn: Turn, change: Audit) -> Says:
    """Of several texts that one press has copied, the others have been taken back before."""
    changes.take_back(turn, change)
    section = SECTIONS[Lists(change.what)]
    row = changes.find(turn, section.kind, change.ref)
    return [card(turn, section, _pressed_in(turn), _said("Diurungkan", section, row), at=row)]


def _pressed_in(turn: Turn) -> Periode:
    """The period whose card offered to take something back; a press that is no button's may name none."""
    with suppress(ValueError):
        return Periode.of_kode(changes.Undo.read(turn.incoming.press).at)
    return periods.due(turn.today)


def _said(what: str, section: Section[T], row: T) -> str:
    name = section.name(row)
    return f"{what}: {name}" if name else f"{what}."


def card(
    turn: Turn, section: Section[T], periode: Periode, told: str = "", *done: Audit, page: int = 0, at: T | None = None
) -> Outgoing:
    """One text with its buttons: `at`, else that of a page."""
    rows_ = section.rows(turn, periode)
    page = next((n for n, row in enumerate(rows_) if at and row.id == at.id), page)
    page, shown, turns = pages.turning(partial(Texts, section.key, periode), page, rows_, 1)
    first = (Button("Tambah", AddText(section.key, periode)), *changes.back(*done, at=periode.kode))
    one = tuple(_buttons(section, periode, row) for row in shown)
    place = [f"{page + 1} dari {len(rows_)}"] if len(rows_) > 1 else []
    text = [section.counted(rows_), "", *place, *map(section.line, shown)] if rows_ else []
    menu = (first, *(one or section.if_empty(turn, periode)), *turns, *section.below(turn, periode))
    said = reading_text.above(told, "\n".join(text) or section.empty.format(periode.judul))
    return turn.reply(said, title=section.title.format(periode.judul), menu=menu, card=section.key.value)


def _buttons(section: Section[T], periode: Periode, row: T) -> tuple[Button, ...]:
    return tuple(Button(label, door(section.key, periode, row.id)) for label, door in section.actions(row))
