"""Susun: the presses under a preview choose photos, words, order, crops and the hour; each is an audit entry."""

from dataclasses import replace
from itertools import accumulate
from typing import Any

from handlers.chat import changes, chats
from handlers.chat.door import Stale
from handlers.chat.face import Ask
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.kolase import post_card, pratinjau, susun_card, when
from handlers.kolase.doors import (
    Cell,
    Hide,
    Look,
    Move,
    NextPhoto,
    OwnTitle,
    PlaceCrop,
    PostInTime,
    PutOff,
    Retitle,
    Sheet,
    Wait,
    Way,
)
from handlers.kolase.susun_card import Tile
from handlers.laporan.week import frozen
from handlers.reading.dates.pekan import Pekan
from handlers.reading.text import clean
from storage.chat import cards
from storage.kantor.audit import Audit
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import Delivery, Part, View
from storage.laporan.susunan import Susunan

# A caption on the sheet has three lines at most.
JUDUL = 120
OfCell = Cell | Hide | Move | NextPhoto | OwnTitle | PlaceCrop | Retitle
"""Doors that lead to one cell."""


def looked(turn: Turn, door: Look) -> Says:
    post_card.begun(turn, door.pekan)
    return [_looked(turn, door.pekan, door.part)]


def turned(turn: Turn, door: Sheet) -> Says:
    post_card.begun(turn, door.pekan)
    return [_looked(turn, door.pekan, Part.ALL, page=door.page)]


def chosen(turn: Turn, door: Cell) -> Says:
    _find(turn, door)
    return [_looked(turn, door.pekan, Part.CELLS, door.nomor)]


def _looked(turn: Turn, pekan: Pekan, part: Part, nomor: int = 0, page: int | None = None) -> Outgoing:
    """Turn the preview to another view; a new picture is drawn only for another sheet."""
    row = pratinjau.view(turn, pekan, turn.incoming.chat)
    fresh = frozen(turn, pekan)
    drawn = page is not None or row.figures != fresh
    row.figures, row.view = fresh, View(sheet=page or row.view.sheet, part=part, nomor=nomor)
    return _card(turn, pekan, row, drawn=drawn)


def _card(
    turn: Turn, pekan: Pekan, row: Delivery, note: str = "", *, drawn: bool, change: Audit | None = None
) -> Outgoing:
    """The card: a press edits the one it stands on, a call from elsewhere sends a new one."""
    chat, key = turn.incoming.chat, susun_card.key(pekan)
    here = cards.key_at(turn.session, chat.channel, chat.id, turn.incoming.message) == key
    if not here:
        cards.push(turn.session, chat.channel, chat.id, key)
    shown = pratinjau.card(turn, pekan, row, note, drawn=drawn or not here, change=change)
    return shown.quietly() if here else shown


def _everywhere(
    turn: Turn, pekan: Pekan, note: str = "", *, drawn: bool, change: Audit | None = None
) -> list[Outgoing]:
    """Renew every preview of the week after a change: the person's own, and those of others without turning them."""
    own = pratinjau.view(turn, pekan, turn.incoming.chat)
    fresh = frozen(turn, pekan)
    last = len(susun_card.sheets(turn, pekan, fresh))
    said = []
    for row in pratinjau.views(turn, pekan):
        row.figures, row.view = fresh, replace(row.view, sheet=min(row.view.sheet, last))
        said.append(
            _card(turn, pekan, row, note, drawn=drawn, change=change)
            if row is own
            else pratinjau.card(turn, pekan, row, drawn=drawn).quietly()
        )
    return said


def asked(turn: Turn, door: Retitle) -> Says:
    tile = _find(turn, door)
    text = f"Tulis judul yang tampil di kolase untuk “{tile.nama}”. Nama catatannya tetap."
    return [asking.question(turn, TITLE, door, text, title="Judul di kolase")]


def answer(turn: Turn, door: Retitle) -> Says:
    """Take the typed title of a cell."""
    judul = " ".join(clean(turn.incoming.text, JUDUL).split())
    return [asking.done(turn, door), *_said(turn, door, judul=judul)]


TITLE = Ask(Retitle, answer, lambda _: "Judul yang tampil di kolase")


def untitled(turn: Turn, door: OwnTitle) -> Says:
    return _said(turn, door, judul="")


def hidden(turn: Turn, door: Hide) -> Says:
    return _said(turn, door, sembunyi=door.hidden)


def cropped(turn: Turn, door: PlaceCrop) -> Says:
    return _said(turn, door, geser=door.to.value)


def next_photo(turn: Turn, door: NextPhoto) -> Says:
    laid, tile = susunan.held(turn, door.pekan.kode), _find(turn, door)
    return _changed(turn, door, laid, sel=_with(laid, tile, foto=_next(tile)))


def moved(turn: Turn, door: Move) -> Says:
    laid, tile = susunan.held(turn, door.pekan.kode), _find(turn, door)
    return _changed(turn, door, laid, urut=_moved(turn, door.pekan, tile, -1 if door.way == Way.UP else 1))


def _said(turn: Turn, door: OfCell, **said: str | bool) -> Says:
    laid, tile = susunan.held(turn, door.pekan.kode), _find(turn, door)
    return _changed(turn, door, laid, sel=_with(laid, tile, **said))


def _with(laid: Susunan, tile: Tile, **said: str | bool) -> dict[str, Any]:
    key = str(tile.nomor)
    return {**laid.sel, key: {**laid.sel.get(key, {}), **said}}


def _next(tile: Tile) -> str:
    return tile.fotos[(tile.fotos.index(tile.foto) + 1) % len(tile.fotos)]


def _changed(turn: Turn, door: OfCell, laid: Susunan, **values: Any) -> Says:
    change = changes.changed(turn, laid, changes.LAY_OUT, **({"sel": laid.sel, "urut": laid.urut} | values))
    _look_at(turn, door.pekan, door.nomor)
    return _everywhere(turn, door.pekan, drawn=True, change=change)


def _look_at(turn: Turn, pekan: Pekan, nomor: int) -> None:
    """Turn the person's own preview to a cell, on the sheet where it stands."""
    own = pratinjau.view(turn, pekan, turn.incoming.chat)
    own.view = View(sheet=_page(turn, pekan, nomor), part=Part.CELLS, nomor=nomor)


def undone(turn: Turn, change: Audit) -> Says:
    """Take a change of the layout back."""
    changes.take_back(turn, change)
    laid: Susunan = changes.find(turn, Susunan, change.ref)
    pekan = Pekan.of_kode(laid.period)
    post_card.begun(turn, pekan)
    _show(turn, pekan, change)
    return _everywhere(turn, pekan, "Diurungkan.", drawn=True)


def _show(turn: Turn, pekan: Pekan, entry: Audit) -> None:
    """Turn the person's own preview to the cell that an entry changed, or to the order of all cells."""
    before, after = entry.before["sel"], entry.after["sel"]
    own = pratinjau.view(turn, pekan, turn.incoming.chat)
    if cell := next((n for n in {**before, **after} if before.get(n) != after.get(n)), ""):
        _look_at(turn, pekan, int(cell))
    elif own.view.part != Part.CELLS:
        own.view = replace(own.view, part=Part.CELLS)


def _moved(turn: Turn, pekan: Pekan, tile: Tile, step: int) -> list[int]:
    """The order after a cell moved past its visible neighbour; hidden ones keep their places."""
    found = susun_card.cells(turn, pekan)
    order, seen = [s.nomor for s in found], [s.nomor for s in found if not s.hidden]
    if tile.nomor not in seen:
        raise Stale
    to = seen.index(tile.nomor) + step
    if not 0 <= to < len(seen):
        raise Rejected("Sudah paling atas." if step < 0 else "Sudah paling bawah.")
    a, b = order.index(tile.nomor), order.index(seen[to])
    order[a], order[b] = order[b], order[a]
    return order


def _page(turn: Turn, pekan: Pekan, nomor: int) -> int:
    """The number of the sheet that a kegiatan stands on."""
    fresh = frozen(turn, pekan)
    if nomor not in fresh["sel"]:
        return 1
    at = fresh["sel"].index(nomor)
    ends = accumulate(susun_card.sheets(turn, pekan, fresh))
    return 1 + next((k for k, end in enumerate(ends) if at < end), 0)


def _find(turn: Turn, door: OfCell) -> Tile:
    post_card.begun(turn, door.pekan)
    found = next((s for s in susun_card.cells(turn, door.pekan) if s.nomor == door.nomor), None)
    if found is None:
        raise Rejected("Kegiatan itu tidak ada lagi dalam kolase pekan ini.")
    return found


def put_off(turn: Turn, door: PutOff) -> Says:
    return _waits(turn, door.pekan, door.wait)


def in_time(turn: Turn, door: PostInTime) -> Says:
    return _waits(turn, door.pekan, None)


def _waits(turn: Turn, pekan: Pekan, wait: Wait | None) -> Says:
    post_card.begun(turn, pekan)
    if deliveries.taken(turn, deliveries.WEEKLY, pekan.kode):
        raise Rejected(post_card.ALREADY_SENT.format(chats.destination(turn)))
    laid = susunan.held(turn, pekan.kode)
    until = when.put_off(turn.satker, when.planned(turn, pekan), turn.now, wait) if wait else None
    changes.changed(turn, laid, "tunda", tunda=until)
    own = pratinjau.view(turn, pekan, turn.incoming.chat)
    own.view = View(sheet=own.view.sheet)
    return _everywhere(turn, pekan, drawn=False)
