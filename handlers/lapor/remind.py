"""One gentle reminder of a report that was begun and left: by day, and never a second time."""

from datetime import datetime, timedelta

from handlers.catatan import elsewhere
from handlers.catatan.catatan import card_of
from handlers.chat.messages import Chat, Outgoing, Says, Turn
from handlers.dialog import park
from handlers.dialog.card import card
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.chat import cards
from storage.database import Session
from storage.kantor import people
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker

AFTER = timedelta(hours=20)
FROM, UNTIL = 8, 20


def stale(session: Session, office: Satker, now: datetime) -> Says:
    """The reports of the satker that nobody has touched for most of a day."""
    if not FROM <= office.local(now).hour < UNTIL:
        return
    for draft in drafts.stale(session, office.id, now - AFTER):
        draft.diingatkan_at = now
        anggota = people.get(session, office, draft.anggota_id)
        if anggota:
            yield from _reminded(session, office, anggota, draft, now)


def _reminded(session: Session, office: Satker, anggota: Anggota, draft: Draft, now: datetime) -> Says:
    chat = _chat(session, anggota, draft)
    turn = elsewhere.as_seen(session, office, anggota, chat, now) if chat else None
    if turn is None or (not draft.mengubah and park.empty(turn, draft)):
        return []
    # An edit in place makes no sound; pushed up, the card comes anew as a message.
    cards.push(session, turn.incoming.chat.channel, turn.incoming.chat.id, card_of(draft))
    return [_card(turn, draft)]


def _chat(session: Session, anggota: Anggota, draft: Draft) -> Chat | None:
    """Where the card stands, else where the person is first reached."""
    known = people.identities(session, anggota)
    here = [i for i in known if card_of(draft) in cards.keys_in(session, i.channel, i.chat)] or known
    return Chat(here[0].channel, here[0].chat) if here else None


def _card(turn: Turn, draft: Draft) -> Outgoing:
    what = "Perubahan" if draft.mengubah else "Laporan"
    return card(turn, draft, note=f"{what} ini belum disimpan. Lanjutkan kapan saja, Simpan, atau Batal.")
