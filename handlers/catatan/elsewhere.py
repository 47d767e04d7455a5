"""Receipts that stand in other chats are kept true in place: quietly, where they are, without a new message."""

from collections.abc import Iterable

from handlers.catatan import receipt
from handlers.catatan.kinds import Catatan, kind_of
from handlers.catatan.ownership import reporters
from handlers.catatan.seen import every
from handlers.chat.messages import Button, Chat, Incoming, Outgoing, Turn
from handlers.chat.reach import chats_of_ids
from handlers.koreksi.doors import View
from storage.catatan import drafts
from storage.chat import cards, isian
from storage.kantor import people
from storage.kantor.people import Anggota, Identity
from storage.kantor.satker import Here


def renewals(turn: Turn, row: Catatan) -> list[Outgoing]:
    """The receipts of the reporters other than the one who is just talking."""
    who = [people.get(turn, id_) for id_ in sorted(reporters(turn, row) - {turn.anggota.id})]
    return [quiet for one in who if one for quiet in of(turn, one, [row])]


def of(here: Here, anggota: Anggota, rows: Iterable[Catatan]) -> list[Outgoing]:
    """A person's receipts of these records, where they still stand; the card of a change is left alone."""
    draft = drafts.open_of(here.session, anggota)
    renewed = [row for row in rows if draft is None or draft.nomor != row.nomor]
    return [quiet for at in people.identities(here.session, anggota) for quiet in _in(here, anggota, at, renewed)]


def _in(here: Here, anggota: Anggota, at: Identity, rows: Iterable[Catatan]) -> list[Outgoing]:
    keys, chat = cards.keys_in(here.session, at.channel, at.chat), Chat(at.channel, at.chat)
    turn = as_seen(here, anggota, chat)
    there = every(turn, [row for row in rows if f"catatan:{row.nomor}" in keys])
    return [receipt.of(turn, one).quietly() for one in there]


def as_seen(here: Here, anggota: Anggota, chat: Chat) -> Turn:
    """This moment as a person sees it who has said nothing."""
    return Turn(here.session, here.satker, here.now, incoming=Incoming(chat, "", ""), anggota=anggota)


def fulfilled(turn: Turn, row: Catatan, changed: list[str]) -> list[Outgoing]:
    """Tell the people who asked for a record once how it was changed, and renew the receipts of others."""
    asked = isian.open_of(turn, row.nomor)
    others = [one for one in asked if one.peminta_id != turn.anggota.id]
    for one in others:
        one.state = isian.State.DONE
    chats = chats_of_ids(turn, {one.peminta_id for one in others})
    return [*[_answer(turn, chat, row, changed) for chat in chats], *renewals(turn, row)]


def _answer(turn: Turn, chat: Chat, row: Catatan, changed: list[str]) -> Outgoing:
    text = "\n".join([f"{turn.anggota.nama} sudah melengkapi #{row.nomor} {kind_of(row).headline(row)}.", *changed])
    return Outgoing(chat, text=text, menu=((Button("Lihat", View(row.nomor)),),))
