"""Persiapan: a new office is led through what it needs, on one live card; it stands at the first step neither done nor
passed over, so that what is known is never asked for."""

from handlers.chat.messages import Button, Menu, Outgoing, Says, Turn
from handlers.persiapan import ending
from handlers.persiapan.akun import AKUN
from handlers.persiapan.card import CARD, PRESS, Hasil, Langkah, card, mark
from handlers.persiapan.ending import LOGO, RIWAYAT
from handlers.persiapan.kolase import GRUP, KOLASE
from handlers.persiapan.orang import ORANG
from handlers.persiapan.satker import ALAMAT, SATKER
from storage.kantor.people import Role
from storage.kantor.satker import SELESAI

LANGKAH = (SATKER, ALAMAT, AKUN, ORANG, GRUP, KOLASE, LOGO, RIWAYAT)
DARI = {step.kunci: step for step in LANGKAH}
LAST = LANGKAH[-1].nomor
NANTI = "nanti"
LATER = "Baik. Persiapan dapat dilanjutkan kapan saja dengan /start atau /atur; melapor sudah dapat dilakukan."


def stands(turn: Turn) -> Langkah | None:
    passed = turn.satker.persiapan
    return next((step for step in LANGKAH if step.kunci not in passed and not step.done(turn)), None)


def open_for(turn: Turn) -> bool:
    return turn.anggota.role == Role.KETUA_PELAKSANA and not turn.satker.siap


def begun(turn: Turn) -> list[Outgoing]:
    """The card below the welcome, unless somebody has said: later."""
    return [here(turn, Hasil())] if waits(turn) else []


def waits(turn: Turn) -> bool:
    """Whether the card is to come by itself."""
    return open_for(turn) and NANTI not in turn.satker.persiapan


def door(turn: Turn) -> Menu:
    """The button that leads back to the card."""
    step = stands(turn) if open_for(turn) else None
    return ((Button(f"Persiapan ({step.nomor} dari {LAST})", PRESS),),) if step else ()


def press(turn: Turn) -> Says:
    """ps: where it stands; ps:lihat:<step>; ps:lewati:<step>; ps:nanti; ps:<step>:… does something there."""
    _, what, *rest = (*turn.incoming.press.split(":"), "")
    if what == NANTI:
        mark(turn.satker, NANTI)
        return [turn.reply(LATER, menu=door(turn), card=CARD)]
    mark(turn.satker, NANTI, on=False)
    if what in DARI:
        return _done(turn, DARI[what], _pressed(turn, DARI[what], rest[:-1]))
    if what not in ("", "lihat", "lewati"):
        raise LookupError(what)
    if what == "lewati":
        mark(turn.satker, DARI[rest[0]].kunci)
    return [view(turn, DARI[rest[0]], Hasil()) if what == "lihat" else here(turn, Hasil())]


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
    shown = view(turn, step, result) if result.stay else here(turn, result)
    return [*result.more, shown]


def view(turn: Turn, step: Langkah, result: Hasil, *, ask: bool = True) -> Outgoing:
    before = LANGKAH[LANGKAH.index(step) - 1].kunci if step is not LANGKAH[0] else ""
    return card(turn, step, LAST, result, before, ask=ask)


def here(turn: Turn, result: Hasil, *, ask: bool = True) -> Outgoing:
    """The step where it stands; after the last one, once and for all, the end."""
    step = stands(turn)
    if step:
        return view(turn, step, result, ask=ask)
    mark(turn.satker, SELESAI)
    skipped = [one for one in LANGKAH if one.kunci in turn.satker.persiapan and not one.done(turn)]
    return ending.ended(turn, result.note, skipped)
