"""A card asks for one text, photo or file, and the next thing that the person sends is the answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

from handlers.catatan import save
from handlers.chat.door import Door
from handlers.chat.face import Answer, Ask, Takes, Who
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.dialog import examples
from storage.catatan import drafts
from storage.chat import isian

D = TypeVar("D", bound=Door)
Asks = Mapping[str, Ask[Any]]
Answers = Mapping[str, tuple[Who, Answer]]

# Who comes back later than this has forgotten the question, and tells of something new.
WAIT = timedelta(hours=1)


class Cancel(Door, code="n"):
    """Below a question: nothing is asked any more. `asked` is what was, as its door writes it."""

    asked: str


def question(turn: Turn, ask: Ask[D], about: D, text: str, *, title: str = "", card: str = "") -> Outgoing:
    """Ask for what `about` names; the answer goes to the Ask of its code."""
    return _asked(turn, about.written(), text, ask.example(about), title, card)


def ask(turn: Turn, perihal: str, text: str, *, title: str = "", card: str = "") -> Outgoing:
    """Ask for what `perihal` ("masalah:baru") names; its first part is looked up in table.ANSWERS."""
    return _asked(turn, perihal, text, examples.of_perihal(perihal), title, card)


def _asked(turn: Turn, perihal: str, text: str, example: str, title: str, card: str) -> Outgoing:
    if draft := drafts.open_of(turn.session, turn.anggota):
        save.put_away(turn, draft)
    isian.ask(turn.session, turn.anggota, perihal, turn.now)
    menu = ((Button("Batal", Cancel(perihal)),),)
    asked = turn.reply(text, title=title, menu=menu, card=card or f"isian:{perihal}")
    return replace(asked, placeholder=example or examples.JAWABAN)


def cancel(turn: Turn, door: Cancel) -> Says:
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited is None or awaited.perihal != door.asked:
        raise Rejected("Pertanyaan ini sudah dijawab atau dibatalkan.")
    drop(turn)
    return [turn.reply("Dibatalkan. Tidak ada yang berubah.", card=f"isian:{door.asked}")]


def answered(turn: Turn, asks: Asks, answers: Answers) -> Says | None:
    """What an awaited answer does; None if nothing is awaited. A Rejected answer may be given once more."""
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited is None or turn.now - awaited.dibuat_at > WAIT:
        return None
    perihal = awaited.perihal
    drop(turn)
    kind, _, rest = perihal.partition(":")
    if ask := asks.get(kind):
        # A photo tells of something new, whatever words were waited for.
        taken = ask.open_to(turn.anggota.role) and _sent(turn) in ask.takes
        return ask.answer(turn, ask.door.read(perihal)) if taken else None
    who, take = answers[kind]
    if turn.anggota.role not in who or _is_sent(turn):
        return None
    return take(turn, rest)


def placeholder(turn: Turn, asks: Asks) -> str:
    """What stands in the empty field while an answer is still awaited."""
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited is None:
        return ""
    ask = asks.get(awaited.perihal.partition(":")[0])
    return (
        (ask.example(ask.door.read(awaited.perihal)) or examples.JAWABAN)
        if ask
        else examples.of_perihal(awaited.perihal)
    )


def _sent(turn: Turn) -> Takes:
    said = turn.incoming
    if said.foto:
        return Takes.PHOTO | Takes.TEXT if said.text else Takes.PHOTO
    return Takes.FILE if said.berkas or said.templat else Takes.TEXT


def _is_sent(turn: Turn) -> bool:
    said = turn.incoming
    return bool(said.foto or said.berkas or said.templat)


def drop(turn: Turn) -> None:
    """Nothing is asked of this person any more."""
    isian.drop(turn.session, turn.anggota)


def pressed(turn: Turn) -> None:
    """Who presses on does not answer what was asked before."""
    if not turn.incoming.press.startswith(f"{Cancel.code}:"):
        drop(turn)


def key(about: Door) -> str:
    """The card of a question."""
    return f"isian:{about.written()}"


def done(turn: Turn, about: Door, text: str = "Terima kasih, sudah dicatat.") -> Outgoing:
    """The question is no question any more; it is renewed where it stands."""
    return Outgoing(turn.incoming.chat, text=text, card=key(about), quiet=True)


def dijawab(turn: Turn, perihal: str, text: str = "Terima kasih, sudah dicatat.") -> Outgoing:
    """The question is no question any more; it is renewed where it stands."""
    return Outgoing(turn.incoming.chat, text=text, card=f"isian:{perihal}", quiet=True)
