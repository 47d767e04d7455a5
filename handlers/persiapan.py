"""Persiapan: a new office is led through what it needs, on one live card; it stands at the first step neither done nor
passed over, so that what is known is never asked for."""

from dataclasses import replace
from datetime import datetime

from handlers import persiapan_akhir, tema, undangan
from handlers.chat import Button, Chat, Incoming, Menu, Outgoing, Says, Turn
from handlers.persiapan_akhir import LOGO, RIWAYAT
from handlers.persiapan_akun import AKUN
from handlers.persiapan_kartu import CARD, PRESS, Hasil, Langkah, card
from handlers.persiapan_kolase import GRUP, KOLASE
from handlers.persiapan_orang import ORANG
from handlers.persiapan_satker import ALAMAT, SATKER
from storage import cards, deliveries, isian, outbox, people
from storage.database import Session
from storage.outbox import Outbox
from storage.people import Role
from storage.satker import SELESAI, Satker

LANGKAH = (SATKER, ALAMAT, AKUN, ORANG, GRUP, KOLASE, LOGO, RIWAYAT)
DARI = {step.kunci: step for step in LANGKAH}
LAST = LANGKAH[-1].nomor
NANTI = "nanti"
LATER = "Baik. Persiapan dapat dilanjutkan kapan saja dengan /start atau /atur; melapor sudah dapat dilakukan."
AGAIN = "Persiapan masih berjalan. Bila tadi jawabannya, kirim sekali lagi."


def stands(turn: Turn) -> Langkah | None:
    passed = turn.satker.persiapan
    return next((step for step in LANGKAH if step.kunci not in passed and not step.done(turn)), None)


def open_for(turn: Turn) -> bool:
    return turn.anggota.role == Role.KETUA_PELAKSANA and not turn.satker.siap


def begun(turn: Turn) -> list[Outgoing]:
    """The card below the welcome, unless somebody has said: later."""
    return [_here(turn, Hasil())] if open_for(turn) and NANTI not in turn.satker.persiapan else []


def door(turn: Turn) -> Menu:
    """The button that leads back to the card."""
    step = stands(turn) if open_for(turn) else None
    return ((Button(f"Persiapan ({step.nomor} dari {LAST})", PRESS),),) if step else ()


def press(turn: Turn) -> Says:
    """ps: where it stands; ps:lihat:<step>; ps:lewati:<step>; ps:nanti; ps:<step>:… does something there."""
    _, what, *rest = (*turn.incoming.press.split(":"), "")
    if what == NANTI:
        _mark(turn.satker, NANTI)
        return [turn.reply(LATER, menu=door(turn), card=CARD)]
    _mark(turn.satker, NANTI, on=False)
    if what in DARI:
        return _done(turn, DARI[what], _pressed(turn, DARI[what], rest[:-1]))
    if what not in ("", "lihat", "lewati"):
        raise LookupError(what)
    if what == "lewati":
        _mark(turn.satker, DARI[rest[0]].kunci)
    return [_view(turn, DARI[rest[0]], Hasil()) if what == "lihat" else _here(turn, Hasil())]


def _pressed(turn: Turn, step: Langkah, rest: list[str]) -> Hasil:
    if step.press is None or not rest:
        raise LookupError(step.kunci)
    return step.press(turn, rest)


def answer(turn: Turn, rest: str) -> Says:
    """<step>: the text or picture that its card has asked for."""
    step = DARI[rest]
    if step.take is None:
        raise LookupError(rest)
    return _done(turn, step, step.take(turn))


def _done(turn: Turn, step: Langkah, result: Hasil) -> Says:
    shown = _view(turn, step, result) if result.stay else _here(turn, result)
    return [*result.more, shown]


def _view(turn: Turn, step: Langkah, result: Hasil, *, ask: bool = True) -> Outgoing:
    before = LANGKAH[LANGKAH.index(step) - 1].kunci if step is not LANGKAH[0] else ""
    return card(turn, step, LAST, result, before, ask=ask)


def _here(turn: Turn, result: Hasil, *, ask: bool = True) -> Outgoing:
    """The step where it stands; after the last one, once and for all, the end."""
    step = stands(turn)
    if step:
        return _view(turn, step, result, ask=ask)
    _mark(turn.satker, SELESAI)
    skipped = [s.label for s in LANGKAH if s.kunci in turn.satker.persiapan and not s.done(turn)]
    return persiapan_akhir.ended(turn, turn.incoming.chat, result.note, list(dict.fromkeys(skipped)))


def _mark(office: Satker, what: str, *, on: bool = True) -> None:
    # The column hears of a new list only.
    office.persiapan = [*(one for one in office.persiapan if one != what), *([what] if on else [])]


def late(turn: Turn) -> Says | None:
    """What is no report, long after the card has asked: an answer where that is sure, else it asks once more."""
    here, office = turn.incoming.chat, turn.satker
    step = stands(turn) if open_for(turn) and NANTI not in office.persiapan and not turn.incoming.foto else None
    if step is None or step.take is None or CARD not in cards.keys_in(turn.session, here.channel, here.id):
        return None
    return answer(turn, step.kunci) if step.sure else [_view(turn, step, Hasil(AGAIN))]


def imported(turn: Turn, says: Says) -> Says:
    """The history has come in: the card then comes anew, below."""
    said = list(says)
    here, passed = turn.incoming.chat, RIWAYAT.kunci in turn.satker.persiapan or not RIWAYAT.done(turn)
    stood = CARD in cards.keys_in(turn.session, here.channel, here.id)
    return said if passed or not stood or not open_for(turn) else [*said, _anew(turn, "", ask=True)]


def _anew(turn: Turn, note: str, *, ask: bool = False) -> Outgoing:
    """Below what has come between, at the step whose answer is still awaited, else where it stands."""
    here = turn.incoming.chat
    cards.push(turn.session, here.channel, here.id, CARD)
    awaited = isian.awaited(turn.session, turn.anggota)
    kind, _, kunci = awaited.perihal.partition(":") if awaited else ("", "", "")
    if kind == PRESS:
        return _view(turn, DARI[kunci], Hasil(note), ask=ask)
    return _here(turn, Hasil(note), ask=ask)


def grouped(turn: Turn) -> list[Outgoing]:
    """In the group it has just been bound: in the private chats of the one who did it the card goes on."""
    if not open_for(turn):
        return []
    known = people.identities(turn.session, turn.anggota)
    private = [replace(turn, incoming=Incoming(Chat(i.channel, i.chat), "", i.person)) for i in known]
    return [_anew(one, "Grup sudah terhubung.", ask=True) for one in private]


def logo(session: Session, row: Outbox, what: str, now: datetime, detail: str) -> Says:
    """The emblem that this card has asked for is there; any other is the business of /tema."""
    delivery = deliveries.get(session, row.payload["drawing"]["id"])
    turn = _of(session, row, delivery.satker_id, now) if delivery.figures.get("persiapan") else None
    if turn is None or what != "sha256":
        yield from tema.happened(session, row, what, now, detail)
        return
    tema.put_on(session, delivery, detail, now)
    yield _anew(turn, "Logo sudah dipasang.")


def invited(session: Session, row: Outbox, what: str, now: datetime, detail: str) -> Says:
    """An invitation is sent; the card comes anew below the last of them."""
    yield from undangan.happened(session, row, what, now, detail)
    turn = _of(session, row, row.satker_id or 0, now) if what == "sent" else None
    if turn is None or not open_for(turn) or CARD not in cards.keys_in(session, row.channel, row.chat):
        return
    if not outbox.more_of(session, row, undangan.RENDERER):
        yield _anew(turn, "")


def _of(session: Session, row: Outbox, satker_id: int, now: datetime) -> Turn | None:
    """As if the person of a private chat had just looked in."""
    office = session.get(Satker, satker_id)
    found = people.in_chat(session, row.channel, row.chat)
    if office is None or found is None or found.satker_id != office.id:
        return None
    return Turn(session, Incoming(Chat(row.channel, row.chat), "", ""), office, found, now)
