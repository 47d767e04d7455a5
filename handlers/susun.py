"""Susun: the presses under a preview choose photos, order, crops and the hour; every change is an audit entry."""

from dataclasses import replace
from itertools import accumulate
from typing import Any

from handlers import kolase, kolase_hidup, periods, pratinjau, susun_kapan, susun_kartu
from handlers.chat import Outgoing, Rejected, Says, Turn
from handlers.kolase_isi import frozen
from handlers.periods import Pekan
from handlers.susun_kartu import Sel
from storage import audit, cards, deliveries, susunan
from storage.deliveries import Delivery
from storage.susunan import Susunan

SUDAH = "Kolase pekan itu sudah dikirim ke grup."


def press(turn: Turn) -> Says:
    """ks:<pekan>:<buka, susun, tunda, hal:<n>, kirim, ulang, baru, t0, t1, tb, ts, s:<nomor>[:<what>]>."""
    _, kode, what, *rest = turn.incoming.press.split(":")
    pekan = periods.pekan(kode, turn.today)
    if turn.incoming.chat.group or pekan.mulai > turn.today:
        raise Rejected("Susunan kolase diubah di chat pribadi dengan bot.")
    if what == "ulang":
        return _again(turn, pekan)
    if what == "kirim":
        return _now(turn, pekan)
    if what == "baru":
        return _renewed(turn, pekan)
    if what in ("t0", "t1", "tb", "ts"):
        return _put_off(turn, pekan, what)
    if what == "s" and len(rest) == 2:  # noqa: PLR2004 - number and action
        return _changed(turn, pekan, int(rest[0]), rest[1])
    return [_looked(turn, pekan, what, rest)]


def _looked(turn: Turn, pekan: Pekan, what: str, rest: list[str]) -> Outgoing:
    """Another view of the same; only another sheet is another picture."""
    row = pratinjau.view(turn.session, turn.satker, pekan, turn.incoming.chat, turn.now)
    if what == "s":
        _find(turn, pekan, int(rest[0]))
    page = int(rest[0]) if what == "hal" else row.figures["halaman"]
    tampak = {"susun": "susun", "tunda": "tunda", "s": f"s:{rest[0]}" if rest else ""}.get(what, "")
    fresh = frozen(turn.session, turn.satker, pekan)
    drawn = what == "hal" or any(row.figures[k] != fresh[k] for k in fresh)
    row.figures = {**row.figures, **fresh, "halaman": page, "tampak": tampak}
    return _card(turn, pekan, row, drawn=drawn)


def _card(turn: Turn, pekan: Pekan, row: Delivery, note: str = "", *, drawn: bool) -> Outgoing:
    """The press's own card is renewed where it stands; one called from elsewhere comes anew."""
    chat, key = turn.incoming.chat, susun_kartu.key(pekan)
    here = cards.key_at(turn.session, chat.channel, chat.id, turn.incoming.message) == key
    if not here:
        cards.push(turn.session, chat.channel, chat.id, key)
    return pratinjau.card(turn.session, turn.satker, pekan, row, turn.now, note, quiet=here, drawn=drawn or not here)


def _everywhere(turn: Turn, pekan: Pekan, note: str, *, drawn: bool) -> list[Outgoing]:
    """The change in every preview of the week: one's own, and those of the other leaders as they look at it."""
    own = pratinjau.view(turn.session, turn.satker, pekan, turn.incoming.chat, turn.now)
    fresh = frozen(turn.session, turn.satker, pekan)
    said = []
    for row in pratinjau.views(turn.session, turn.satker, pekan):
        row.figures = {**row.figures, **fresh}
        last = len(susun_kartu.sheets(turn.session, turn.satker, pekan, row.figures))
        row.figures = {**row.figures, "halaman": min(row.figures["halaman"], last)}
        said.append(
            _card(turn, pekan, row, note, drawn=drawn)
            if row is own
            else pratinjau.card(turn.session, turn.satker, pekan, row, turn.now, quiet=True, drawn=drawn)
        )
    return said


def _note(turn: Turn, laid: Susunan, action: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    audit.note(turn.session, turn.anggota, turn.now, "susunan", laid.id, action, before, after)


def _changed(turn: Turn, pekan: Pekan, nomor: int, what: str) -> Says:
    laid = susunan.held(turn.session, turn.satker, pekan.kode)
    sel = _find(turn, pekan, nomor)
    before = {"sel": laid.sel, "urut": laid.urut}
    if what in ("naik", "turun"):
        laid.urut = _moved(turn, pekan, sel, -1 if what == "naik" else 1)
    else:
        laid.sel = {**laid.sel, str(nomor): {**laid.sel.get(str(nomor), {}), **_said(sel, what)}}
    turn.session.flush()
    _note(turn, laid, "susun", before, {"sel": laid.sel, "urut": laid.urut})
    own = pratinjau.view(turn.session, turn.satker, pekan, turn.incoming.chat, turn.now)
    own.figures = {**own.figures, "tampak": f"s:{nomor}", "halaman": _page(turn, pekan, nomor)}
    return _everywhere(turn, pekan, "", drawn=True)


def _said(sel: Sel, what: str) -> dict[str, Any]:
    if what in ("sembunyi", "tampil"):
        return {"sembunyi": what == "sembunyi"}
    if what == "foto":
        return {"foto": sel.fotos[(sel.fotos.index(sel.foto) + 1) % len(sel.fotos)]}
    if what[:1] != "g" or what[1:] not in susun_kartu.GESER:
        raise LookupError(what)
    return {"geser": what[1:]}


def _moved(turn: Turn, pekan: Pekan, sel: Sel, step: int) -> list[int]:
    """Past its neighbour in sight; the hidden ones keep their places."""
    found = susun_kartu.cells(turn.session, turn.satker, pekan)
    order, seen = [s.nomor for s in found], [s.nomor for s in found if not s.sembunyi]
    to = seen.index(sel.nomor) + step
    if not 0 <= to < len(seen):
        raise Rejected("Sudah paling atas." if step < 0 else "Sudah paling bawah.")
    a, b = order.index(sel.nomor), order.index(seen[to])
    order[a], order[b] = order[b], order[a]
    return order


def _page(turn: Turn, pekan: Pekan, nomor: int) -> int:
    """The sheet on which a kegiatan stands."""
    fresh = frozen(turn.session, turn.satker, pekan)
    if nomor not in fresh["sel"]:
        return 1
    at = fresh["sel"].index(nomor)
    ends = accumulate(susun_kartu.sheets(turn.session, turn.satker, pekan, fresh))
    return 1 + next((k for k, end in enumerate(ends) if at < end), 0)


def _find(turn: Turn, pekan: Pekan, nomor: int) -> Sel:
    found = next((s for s in susun_kartu.cells(turn.session, turn.satker, pekan) if s.nomor == nomor), None)
    if found is None:
        raise Rejected("Kegiatan itu tidak ada lagi dalam kolase pekan ini.")
    return found


def _now(turn: Turn, pekan: Pekan) -> Says:
    if not turn.satker.grup:
        raise Rejected("Belum ada grup. Hubungkan dulu dengan /hubungkan di grup satker.")
    if not frozen(turn.session, turn.satker, pekan)["cells"]:
        raise Rejected("Tidak ada foto yang tampil dalam kolase pekan ini.")
    said = list(kolase.posted(turn.session, turn.satker, pekan, turn.now))
    if not said:
        raise Rejected(SUDAH)
    # The previews say so once it has arrived.
    return [turn.toast("Dikirim ke grup."), *said]


def _put_off(turn: Turn, pekan: Pekan, how: str) -> Says:
    if deliveries.taken(turn.session, turn.satker, kolase.WEEKLY, pekan.kode):
        raise Rejected(SUDAH)
    laid = susunan.held(turn.session, turn.satker, pekan.kode)
    before = laid.tunda.isoformat() if laid.tunda else None
    planned = susun_kapan.planned(turn.session, turn.satker, pekan)
    laid.tunda = None if how == "t0" else susun_kapan.put_off(turn.satker, planned, turn.now, how)
    turn.session.flush()
    after = laid.tunda.isoformat() if laid.tunda else None
    _note(turn, laid, "tunda", {"tunda": before}, {"tunda": after})
    own = pratinjau.view(turn.session, turn.satker, pekan, turn.incoming.chat, turn.now)
    own.figures = {**own.figures, "tampak": ""}
    return _everywhere(turn, pekan, "", drawn=False)


def _renewed(turn: Turn, pekan: Pekan) -> Says:
    """By hand where it is not done by itself any more: of a closed month, or long past."""
    found = deliveries.of(turn.session, turn.satker, kolase.WEEKLY, pekan.kode)
    row = deliveries.find(turn.session, turn.satker, found.id) if found else None
    if row is None or row.state != deliveries.SENT:
        raise Rejected("Kolase pekan itu tidak ada di grup.")
    said = list(kolase_hidup.compared(turn.session, turn.satker, row, turn.now))
    if not said:
        raise Rejected("Gambar di grup sudah sesuai dengan catatan.")
    return [turn.toast("Gambar di grup diganti."), *said]


def _again(turn: Turn, pekan: Pekan) -> Says:
    """A post that somebody deleted comes anew, because somebody asked for it."""
    found = deliveries.of(turn.session, turn.satker, kolase.WEEKLY, pekan.kode)
    row = deliveries.find(turn.session, turn.satker, found.id) if found else None
    if row is None or row.state not in (deliveries.GONE, deliveries.FAILED) or not turn.satker.grup:
        raise Rejected("Sudah dikirim ulang.")
    row.figures, row.semula, row.lembar = frozen(turn.session, turn.satker, pekan), None, 0
    row.state, row.dilihat = deliveries.CLAIMED, deliveries.seen(turn.session, turn.satker, turn.now)
    chat = replace(turn.incoming.chat, id=turn.satker.grup, channel=turn.satker.grup_channel or "", group=True)
    told = turn.reply("Dikirim ulang ke grup.", card=f"kolase:{row.id}")
    return [told, kolase.post(turn.session, turn.satker, pekan, chat, row)]
