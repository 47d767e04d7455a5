"""Isian: a card asks for one text, photo or file, and the next thing that the person sends is the answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from handlers.catatan import save
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.dialog import examples
from handlers.koreksi import minta
from storage.catatan import drafts
from storage.chat import isian
from storage.kantor.people import Role

Answer = Callable[[Turn, str], Says]
Answers = Mapping[str, tuple[frozenset[Role], Answer]]

# Whoever comes back later than this has forgotten the question, and tells of something new.
WAIT = timedelta(hours=1)
PRESS = "n"
# The questions that a photo or a file answers: the emblem, the Word template.
SENT = frozenset({"tm", "tp", "pl"})
# Among them, that which a photo with words does not answer: it is a report.
BARE = frozenset({"pl"})


def ask(turn: Turn, perihal: str, text: str, *, title: str = "", card: str = "") -> Outgoing:
    """Ask for what `perihal` ("masalah:baru") names; its first part is looked up in table.ANSWERS."""
    minta.drop(turn)
    if draft := drafts.open_of(turn.session, turn.anggota):
        save.put_away(turn, draft)
    isian.ask(turn.session, turn.anggota, perihal, turn.now)
    menu = ((Button("Batal", f"{PRESS}:{perihal}"),),)
    asked = turn.reply(text, title=title, menu=menu, card=card or f"isian:{perihal}")
    return replace(asked, placeholder=examples.of_perihal(perihal))


def press(turn: Turn) -> Says:
    """n:<perihal>: nothing is awaited any more."""
    perihal = turn.incoming.press.partition(":")[2]
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited is None or awaited.perihal != perihal:
        raise Rejected("Pertanyaan ini sudah dijawab atau dibatalkan.")
    isian.drop(turn.session, turn.anggota)
    return [turn.reply("Dibatalkan. Tidak ada yang berubah.", card=f"isian:{perihal}")]


def answered(turn: Turn, answers: Answers) -> Says | None:
    """What an awaited answer does; None if nothing is awaited. A Rejected answer may be given once more."""
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited is None or turn.now - awaited.dibuat_at > WAIT:
        return None
    kind, _, rest = awaited.perihal.partition(":")
    who, take = answers[kind]
    if turn.anggota.role not in who or (_sent(turn) and not _meant(turn, kind)):
        # A photo tells of something new, whatever words were waited for.
        isian.drop(turn.session, turn.anggota)
        return None
    isian.drop(turn.session, turn.anggota)
    return take(turn, rest)


def placeholder(turn: Turn) -> str:
    """What stands in the empty field while an answer is still awaited."""
    awaited = isian.awaited(turn.session, turn.anggota)
    return examples.of_perihal(awaited.perihal) if awaited else ""


def _meant(turn: Turn, kind: str) -> bool:
    return kind in SENT and not (kind in BARE and turn.incoming.text)


def _sent(turn: Turn) -> bool:
    said = turn.incoming
    return bool(said.foto or said.berkas or said.templat)


def pressed(turn: Turn) -> None:
    """Whoever presses on does not answer what was asked before."""
    if not turn.incoming.press.startswith(f"{PRESS}:"):
        isian.drop(turn.session, turn.anggota)


def dijawab(turn: Turn, perihal: str, text: str = "Terima kasih, sudah dicatat.") -> Outgoing:
    """The question is no question any more; it is renewed where it stands."""
    return Outgoing(turn.incoming.chat, text=text, card=f"isian:{perihal}", quiet=True)
