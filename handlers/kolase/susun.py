"""Susun: the presses under a preview choose photos, words, order, crops and the hour; each is an audit entry."""

from itertools import accumulate
from typing import Any

from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.kolase import pratinjau, susun_card, when
from handlers.kolase.susun_card import Sel
from handlers.laporan.week import frozen
from handlers.reading import periods as reading_pekan
from handlers.reading.periods import Pekan
from handlers.reading.words import kalimat
from storage.chat import outbox
from storage.kantor import audit
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import Delivery
from storage.laporan.susunan import Susunan

# A caption on the sheet has three lines at most.
JUDUL = 120


def press(turn: Turn) -> Says:
    """ks:<pekan>:<buka, susun, tunda, hal:<n>, kirim, ulang, baru, t0, t1, tb, ts, s:<nomor>[:<what>]>."""
    _, kode, what, *rest = turn.incoming.press.split(":")
    pekan = reading_pekan.pekan(kode, turn.today)
    if turn.incoming.chat.group or pekan.mulai > turn.today:
        raise Rejected("Susunan kolase diubah di chat pribadi dengan bot.")
    if what in when.ACTIONS:
        return when.ACTIONS[what](turn, pekan)
    if what in ("t0", "t1", "tb", "ts"):
        return _put_off(turn, pekan, what)
    if what == "s" and rest[1:] == ["judul"]:
        return [_asked(turn, pekan, int(rest[0]))]
    if what == "s" and len(rest) == 2:  # noqa: PLR2004 - number and action
        return _changed(turn, pekan, int(rest[0]), rest[1])
    return [_looked(turn, pekan, what, rest)]


def _looked(turn: Turn, pekan: Pekan, what: str, rest: list[str]) -> Outgoing:
    """Another view of the same; only another sheet is another picture."""
    row = pratinjau.view(turn, pekan, turn.incoming.chat)
    if what == "s":
        _find(turn, pekan, int(rest[0]))
    page = int(rest[0]) if what == "hal" else row.figures["halaman"]
    tampak = {"susun": "susun", "tunda": "tunda", "s": f"s:{rest[0]}" if rest else ""}.get(what, "")
    fresh = frozen(turn, pekan)
    drawn = what == "hal" or any(row.figures[k] != fresh[k] for k in fresh)
    row.figures = {**row.figures, **fresh, "halaman": page, "tampak": tampak}
    return _card(turn, pekan, row, drawn=drawn)


def _card(turn: Turn, pekan: Pekan, row: Delivery, note: str = "", *, drawn: bool) -> Outgoing:
    """The press's own card is renewed where it stands; one called from elsewhere comes anew."""
    chat, key = turn.incoming.chat, susun_card.key(pekan)
    here = outbox.key_at(turn.session, chat.channel, chat.id, turn.incoming.message) == key
    if not here:
        outbox.push(turn.session, chat.channel, chat.id, key)
    return pratinjau.card(turn, pekan, row, note, quiet=here, drawn=drawn or not here)


def _everywhere(turn: Turn, pekan: Pekan, note: str, *, drawn: bool) -> list[Outgoing]:
    """The change in every preview of the week: one's own, and those of the other leaders as they look at it."""
    own = pratinjau.view(turn, pekan, turn.incoming.chat)
    fresh = frozen(turn, pekan)
    said = []
    for row in pratinjau.views(turn, pekan):
        row.figures = {**row.figures, **fresh}
        last = len(susun_card.sheets(turn, pekan, row.figures))
        row.figures = {**row.figures, "halaman": min(row.figures["halaman"], last)}
        said.append(
            _card(turn, pekan, row, note, drawn=drawn)
            if row is own
            else pratinjau.card(turn, pekan, row, quiet=True, drawn=drawn)
        )
    return said


def _note(turn: Turn, laid: Susunan, action: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    audit.note(turn.session, turn.anggota, turn.now, "susunan", laid.id, action, before, after)


def _asked(turn: Turn, pekan: Pekan, nomor: int) -> Outgoing:
    sel = _find(turn, pekan, nomor)
    text = f"Tulis judul yang tampil di kolase untuk “{sel.nama}”. Nama catatannya tetap."
    return asking.ask(turn, _perihal(pekan, nomor), text, title="Judul di kolase")


def _perihal(pekan: Pekan, nomor: int) -> str:
    return f"{when.PRESS}:{pekan.kode}:{nomor}"


def answer(turn: Turn, rest: str) -> Says:
    """<pekan>:<nomor>: the words of a cell."""
    kode, nomor = rest.split(":")
    pekan, judul = Pekan.berkode(kode), " ".join(kalimat(turn.incoming.text, JUDUL).split())
    told = asking.dijawab(turn, _perihal(pekan, int(nomor)))
    return [told, *_changed(turn, pekan, int(nomor), "judul", judul)]


def _changed(turn: Turn, pekan: Pekan, nomor: int, what: str, judul: str = "") -> Says:
    laid = susunan.held(turn, pekan.kode)
    sel = _find(turn, pekan, nomor)
    before = {"sel": laid.sel, "urut": laid.urut}
    if what in ("naik", "turun"):
        laid.urut = _moved(turn, pekan, sel, -1 if what == "naik" else 1)
    else:
        said = {"judul": judul} if judul else _said(sel, what)
        laid.sel = {**laid.sel, str(nomor): {**laid.sel.get(str(nomor), {}), **said}}
    turn.session.flush()
    _note(turn, laid, "susun", before, {"sel": laid.sel, "urut": laid.urut})
    own = pratinjau.view(turn, pekan, turn.incoming.chat)
    own.figures = {**own.figures, "tampak": f"s:{nomor}", "halaman": _page(turn, pekan, nomor)}
    return _everywhere(turn, pekan, "", drawn=True)


def _said(sel: Sel, what: str) -> dict[str, Any]:
    if what in ("sembunyi", "tampil"):
        return {"sembunyi": what == "sembunyi"}
    if what == "asli":
        return {"judul": ""}
    if what == "foto":
        return {"foto": sel.fotos[(sel.fotos.index(sel.foto) + 1) % len(sel.fotos)]}
    if what[:1] != "g" or what[1:] not in susun_card.GESER:
        raise LookupError(what)
    return {"geser": what[1:]}


def _moved(turn: Turn, pekan: Pekan, sel: Sel, step: int) -> list[int]:
    """Past its neighbour in sight; the hidden ones keep their places."""
    found = susun_card.cells(turn, pekan)
    order, seen = [s.nomor for s in found], [s.nomor for s in found if not s.sembunyi]
    to = seen.index(sel.nomor) + step
    if not 0 <= to < len(seen):
        raise Rejected("Sudah paling atas." if step < 0 else "Sudah paling bawah.")
    a, b = order.index(sel.nomor), order.index(seen[to])
    order[a], order[b] = order[b], order[a]
    return order


def _page(turn: Turn, pekan: Pekan, nomor: int) -> int:
    """The sheet on which a kegiatan stands."""
    fresh = frozen(turn, pekan)
    if nomor not in fresh["sel"]:
        return 1
    at = fresh["sel"].index(nomor)
    ends = accumulate(susun_card.sheets(turn, pekan, fresh))
    return 1 + next((k for k, end in enumerate(ends) if at < end), 0)


def _find(turn: Turn, pekan: Pekan, nomor: int) -> Sel:
    found = next((s for s in susun_card.cells(turn, pekan) if s.nomor == nomor), None)
    if found is None:
        raise Rejected("Kegiatan itu tidak ada lagi dalam kolase pekan ini.")
    return found


def _put_off(turn: Turn, pekan: Pekan, how: str) -> Says:
    if deliveries.taken(turn, deliveries.WEEKLY, pekan.kode):
        raise Rejected(when.SUDAH)
    laid = susunan.held(turn, pekan.kode)
    before = laid.tunda.isoformat() if laid.tunda else None
    planned = when.planned(turn, pekan)
    laid.tunda = None if how == "t0" else when.put_off(turn.satker, planned, turn.now, how)
    turn.session.flush()
    after = laid.tunda.isoformat() if laid.tunda else None
    _note(turn, laid, "tunda", {"tunda": before}, {"tunda": after})
    own = pratinjau.view(turn, pekan, turn.incoming.chat)
    own.figures = {**own.figures, "tampak": ""}
    return _everywhere(turn, pekan, "", drawn=False)
