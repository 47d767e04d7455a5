"""A record looked at by its number: its receipt, or the card on which it is being changed."""

import re

from handlers.catatan import catatan, ownership, save
from handlers.chat.messages import Outgoing, Says, Turn
from handlers.dialog.card import card
from storage.catatan import drafts

NOMOR = re.compile(r"\s*#(\d{1,9})\s*")


def lihat(turn: Turn, nomor: int) -> Says:
    row = ownership.look(turn, nomor)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft and draft.nomor == nomor and not save.put_away(turn, draft):
        return [card(turn, draft)]
    return [catatan.shown(turn, row)]


def by_text(turn: Turn) -> list[Outgoing] | None:
    """A number alone ("#12") asks to see it."""
    found = NOMOR.fullmatch(turn.incoming.text)
    return list(lihat(turn, int(found[1]))) if found else None
