"""The card of the set-up moves on when a step was done elsewhere: in the group, by a file or by a drawing."""

from dataclasses import replace

from handlers.chat import chats
from handlers.chat.events import Became, Bound, Came, Imported, Outcome, SettingsOpened
from handlers.chat.messages import Incoming, Outgoing, Says, Turn
from handlers.kolase import tema
from handlers.persiapan import persiapan
from handlers.persiapan.card import CARD, Result
from handlers.persiapan.doors import Tell
from handlers.persiapan.ending import RIWAYAT
from handlers.tim import undang
from renderers.asked import Logo
from renderers.frozen import thaw
from storage.chat import cards, drawing_order, isian
from storage.kantor import identities

AGAIN = "Persiapan masih berjalan. Bila tadi jawabannya, kirim sekali lagi."


def late(turn: Turn) -> Says | None:
    """Words that are no report, long after the card has asked: taken as its answer if that is sure, else the card asks
    again."""
    step = persiapan.stands(turn) if persiapan.waits(turn) and not turn.incoming.foto else None
    if step is None or step.take is None or not _stood(turn):
        return None
    return persiapan.answered(turn, step) if step.sure else [persiapan.view(turn, step, Result(AGAIN))]


def came(event: Came) -> Says:
    """The welcome, with the card below it or, once it was put off, the button that leads there."""
    card = persiapan.begun(event.turn)
    menu = () if card else persiapan.way_back(event.turn)
    return [replace(event.welcome, menu=(*menu, *event.welcome.menu)), *card]


def opened(event: SettingsOpened) -> Says:
    return [replace(event.card, menu=(*persiapan.way_back(event.turn), *event.card.menu))]


def imported(event: Imported) -> Says:
    """After an import of older records the card comes again below."""
    turn = event.turn
    passed = RIWAYAT.name in turn.satker.persiapan or not RIWAYAT.done(turn)
    return [] if passed or not _stood(turn) else [_anew(turn, "", ask=True)]


def _stood(turn: Turn) -> bool:
    """Whether this chat has the card, and it is not at its end."""
    here = turn.incoming.chat
    return persiapan.open_for(turn) and CARD in cards.keys_in(turn.session, here.channel, here.id)


def _anew(turn: Turn, note: str, *, ask: bool = False) -> Outgoing:
    """The card as a new message: at the step whose answer is awaited, else at its current step."""
    here = turn.incoming.chat
    cards.push(turn.session, here.channel, here.id, CARD)
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited and awaited.perihal.startswith(f"{Tell.code}:"):
        step = persiapan.STEP[Tell.read(awaited.perihal).step]
        return persiapan.view(turn, step, Result(note), ask=ask)
    return persiapan.here(turn, Result(note), ask=ask)


def grouped(event: Bound) -> list[Outgoing]:
    """The card moves on in the private chat of the person who connected the group."""
    turn = event.turn
    if not persiapan.open_for(turn):
        return []
    private = chats.showing(turn.session, turn.anggota, CARD)
    turns = [replace(turn, incoming=Incoming(chat, "", turn.incoming.person)) for chat in private]
    return [_anew(one, "Grup sudah terhubung.", ask=True) for one in turns]


def logo(outcome: Outcome) -> Says:
    """Put on the emblem that the card has asked for; any other emblem is the business of /tema."""
    turn = _of(outcome) if thaw(Logo, outcome.delivery.figures).persiapan else None
    if turn is None or outcome.became != Became.KEPT:
        yield from tema.happened(outcome)
        return
    tema.put_on(outcome)
    yield _anew(turn, "Logo sudah dipasang.")


def invited(outcome: Outcome) -> Says:
    """After the last of several invitations the card comes again below."""
    yield from undang.happened(outcome)
    turn = _of(outcome) if outcome.became == Became.SENT else None
    if turn and _stood(turn) and not _more(outcome):
        yield _anew(turn, "")


def _more(outcome: Outcome) -> bool:
    """Whether another invitation is on its way into the same chat."""
    return bool(drawing_order.waiting_in(outcome.session, outcome.chat.channel, outcome.chat.id, undang.RENDERER))


def _of(outcome: Outcome) -> Turn | None:
    """A turn of the person whose private chat the drawing went to, as if they had just said something."""
    here, chat = outcome.here, outcome.chat
    found = identities.in_chat(here.session, chat.channel, chat.id)
    if found is None or found.satker_id != here.satker.id:
        return None
    return Turn(here.session, here.satker, here.now, incoming=Incoming(chat, "", ""), anggota=found)
