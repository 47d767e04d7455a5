"""/saran: the recommendations that close the report of a period."""

from functools import partial

from handlers.chat import changes, pages
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.naskah import period
from handlers.naskah.doors import (
    AddRecommendation,
    CopyRecommendations,
    DeleteRecommendation,
    Recommendations,
    RewriteRecommendation,
)
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Saran

LONGEST, PAGE, SHOWN = 1500, 8, 300
EXAMPLE = "Tulis sarannya"


def saran(turn: Turn) -> Says:
    """/saran [Q2] shows the list, /saran [Q2] kalimat … adds to it."""
    periode, text = period.ditulis(turn)
    return [_added(turn, periode, text, period.untuk(turn, periode, text)) if text else _card(turn, periode)]


def shown(turn: Turn, door: Recommendations) -> Says:
    return [_card(turn, periods.begun(door.periode, turn.today), page=door.page)]


def ask(turn: Turn, door: AddRecommendation) -> Says:
    title = f"Saran {periods.begun(door.periode, turn.today).judul}"
    return [asking.question(turn, NEW, door, "Tulis sarannya dalam satu pesan.", title=title)]


def answer(turn: Turn, door: AddRecommendation) -> Says:
    return [asking.done(turn, door), _added(turn, door.periode, turn.incoming.text)]


NEW = Ask(AddRecommendation, answer, lambda _: EXAMPLE)


def _added(turn: Turn, periode: Periode, text: str, where: str = "") -> Outgoing:
    entry = _new(turn, periode, reading_text.one_line(text, LONGEST))
    return _card(turn, periode, f"Ditambahkan{where}.", entry)


def _new(turn: Turn, periode: Periode, isi: str) -> Audit:
    row = rows.added(turn.session, Saran(satker_id=turn.satker.id, periode=periode.kode, isi=isi))
    # It begins as a removed one, so that adding is taken back like any other change.
    row.dihapus_at = turn.now
    return changes.changed(turn, row, changes.ADD, isi=isi, dihapus_at=None)


def copy(turn: Turn, door: CopyRecommendations) -> Says:
    periode = periods.begun(door.periode, turn.today)
    if rows.saran_rows(turn, periode.kode):
        raise Rejected(f"Saran {periode.judul} sudah ada.")
    before = periode.previous()
    new = [_new(turn, periode, isi) for isi in rows.saran_of(turn, before.kode)]
    if not new:
        raise Rejected(f"Saran {before.judul} sudah tidak ada.")
    return [_card(turn, periode, f"Disalin dari {before.judul}.", *new)]


def rewrite(turn: Turn, door: RewriteRecommendation) -> Says:
    periode, row = _found(turn, door)
    text = f"{row.isi}\n\nTulis penggantinya dalam satu pesan."
    return [asking.question(turn, REWRITTEN, door, text, title=f"Ubah saran {periode.judul}")]


def rewritten(turn: Turn, door: RewriteRecommendation) -> Says:
    periode, row = _found(turn, door)
    entry = changes.changed(turn, row, changes.CHANGE, isi=reading_text.one_line(turn.incoming.text, LONGEST))
    return [asking.done(turn, door), _card(turn, periode, "Diubah.", entry)]


REWRITTEN = Ask(RewriteRecommendation, rewritten, lambda _: EXAMPLE)


def _found(turn: Turn, door: RewriteRecommendation | DeleteRecommendation) -> tuple[Periode, Saran]:
    return periods.begun(door.periode, turn.today), changes.find_text(turn, Saran, door.saran)


def delete(turn: Turn, door: DeleteRecommendation) -> Says:
    periode, row = _found(turn, door)
    entry = changes.changed(turn, row, changes.DELETE, dihapus_at=turn.now)
    told = f"Dihapus: {reading_text.shortened(row.isi, SHOWN)}"
    return [_card(turn, periode, told, entry)]


def undone(turn: Turn, change: Audit) -> Says:
    """Also the first of those that one press has copied."""
    changes.take_back(turn, change)
    row: Saran = changes.find(turn, Saran, change.ref)
    return [_card(turn, Periode.of_kode(row.periode), "Diurungkan.")]


def _card(turn: Turn, periode: Periode, told: str = "", *done: Audit, page: int = 0) -> Outgoing:
    found = rows.saran_rows(turn, periode.kode)
    page, turns = pages.turning(partial(Recommendations, periode), page, len(found), PAGE)
    first = page * PAGE
    here = found[first : first + PAGE]
    listed = reading_text.numbered([reading_text.shortened(row.isi, SHOWN) for row in here], first + 1)
    text = listed or f"Belum ada saran untuk {periode.judul}."
    buttons = tuple(_buttons(periode, row, n) for n, row in enumerate(here, start=first + 1))
    last: Menu = (
        (Button("Tambah", AddRecommendation(periode)), *changes.back(*done)),
        period.lainnya(turn, Recommendations, periode),
    )
    menu = (*buttons, *turns, *(() if found else _offer(turn, periode)), *last)
    return turn.reply(reading_text.above(told, text), title=f"Saran {periode.judul}", menu=menu, card="saran")


def _buttons(periode: Periode, row: Saran, n: int) -> tuple[Button, ...]:
    return (
        Button(f"Ubah {n}", RewriteRecommendation(periode, row.id)),
        Button(f"Hapus {n}", DeleteRecommendation(periode, row.id)),
    )


def _offer(turn: Turn, periode: Periode) -> Menu:
    """What the period before recommended may hold on."""
    before = periode.previous()
    if not rows.saran_rows(turn, before.kode):
        return ()
    return ((Button(f"Salin dari {before.judul}", CopyRecommendations(periode)),),)
