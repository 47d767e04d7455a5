"""A message that replies to another is about the record or draft that the other message shows."""

import re
from dataclasses import dataclass

from handlers.catatan import foto as catatan_foto
from handlers.catatan import records
from handlers.chat.messages import Rejected, Says, Turn
from handlers.dialog import kept, story
from handlers.dialog.held import form_of
from handlers.dialog.words import filled
from handlers.koreksi import ralat
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.chat import cards

CARD = re.compile(r"(?:catatan|minta|asli):(\d+)")


@dataclass(frozen=True)
class Target:
    """The subject of a reply: a record by its number, or a draft."""

    nomor: int | None = None
    draft: Draft | None = None


def words(turn: Turn) -> Says | None:
    """Words in reply to a receipt or card; None if they are to be read without it."""
    if found := ralat.by_number(turn.incoming.text):
        if why := _refused(turn, found.nomor) if found.text.strip() else "":
            return [kept.choice(turn, kept.kept(turn), why)]
        return ralat.told(turn, found.nomor, found.text)
    target = _target(turn)
    if target.nomor:
        return ralat.told(turn, target.nomor, turn.incoming.text)
    if target.draft and target.draft.state == drafts.State.OPEN:
        return _to_draft(turn, target.draft)
    return None


def _refused(turn: Turn, nomor: int) -> str:
    """Why the record of this number takes no correction; empty where it does."""
    if records.why_not(records.look, turn, nomor):
        return f"Catatan #{nomor} tidak ada, jadi ralatnya belum dicatat."
    why = records.why_not(records.find, turn, nomor)
    return f"Ralat #{nomor} tidak dicatat. {why}" if why else ""


def photo(turn: Turn) -> Says | None:
    """Add a photo to the record whose receipt it replies to; None for any other photo."""
    target = _target(turn)
    return catatan_foto.joined(turn, target.nomor) if target.nomor else None


def _target(turn: Turn) -> Target:
    chat, message = turn.incoming.chat, turn.incoming.reply_to
    if not message:
        return Target()
    key = cards.key_at(turn.session, chat.channel, chat.id, message)
    if key and (found := CARD.match(key)):
        return Target(int(found[1]))
    draft = _draft(turn, key) if key else _told(turn, message)
    return _of_draft(draft) if draft else Target()


def _draft(turn: Turn, key: str) -> Draft | None:
    kind, _, id_ = key.partition(":")
    return drafts.by_id(turn.session, turn.anggota, int(id_)) if kind == "draft" else None


def _told(turn: Turn, message: str) -> Draft | None:
    """The draft that the person's own message, to which they reply, belongs to."""
    chat = turn.incoming.chat
    row = drafts.told_by(turn.session, chat.channel, chat.id, message)
    return drafts.draft_of(turn.session, turn.anggota, row) if row else None


def _of_draft(draft: Draft) -> Target:
    if draft.state != drafts.State.SAVED:
        return Target(draft=draft)
    if draft.macam == "hitungan" and not draft.others:
        raise Rejected(f"Hitungan itu beberapa catatan. Sebutkan nomornya, misalnya ralat #{draft.nomor} jumlah 3.")
    if draft.others:
        raise Rejected(f"Pesan itu beberapa catatan. Sebutkan nomornya, misalnya ralat #{draft.nomor} tanggal 16.")
    return Target(draft.nomor)


def _to_draft(turn: Turn, draft: Draft) -> Says | None:
    form = None if draft.others else form_of(draft)
    answers = story.corrections(turn, form, turn.incoming.text, draft.answers) if form else {}
    return filled(turn, draft, answers) if answers else None
