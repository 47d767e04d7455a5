"""Words that are no report yet stay with a draft of their own until a button says what they are."""

import re
from dataclasses import replace

from handlers.catatan import receipt
from handlers.catatan.recent import DAY, WEEK, numbered, recent
from handlers.catatan.records import Catatan
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Incoming, Menu, Outgoing, Turn
from handlers.daftar.doors import FoundByKept
from handlers.koreksi.doors import CorrectByKept
from handlers.lapor.doors import As, Treat
from handlers.reading import followup
from handlers.reading.text import shortened
from storage.catatan import drafts
from storage.catatan.drafts import Draft, State

QUOTED, MOST = 300, 3
ASKS = "Pesan ini untuk apa?"


def kept(turn: Turn) -> Draft:
    """Keep the words of this message."""
    said = turn.incoming
    draft = drafts.keep(turn, turn.anggota, said.text, said.said_at or turn.now)
    if said.message:
        drafts.remember(turn.session, draft, (said.chat.channel, said.chat.id, said.message), "", {})
    return draft


def words_of(draft: Draft) -> str:
    return str(draft.answers.get("teks", ""))


def choice(turn: Turn, draft: Draft, note: str = "") -> Outgoing:
    """The card that asks what the kept words are."""
    text, at = words_of(draft), (draft.id, draft.rev)
    rows: Menu = (
        (Button("Kegiatan", Treat(*at, As.KEGIATAN)), Button("Konten", Treat(*at, As.KONTEN))),
        (
            Button("Cari", FoundByKept(draft.id)),
            *(Button(f"Ralat #{row.nomor}", CorrectByKept(row.nomor, draft.id)) for row in _corrected(turn, text)),
        ),
        (Button("Bukan laporan", Treat(*at, As.NOTHING)),),
    )
    told = [f"“{shortened(text, QUOTED)}”", "", f"{note} {ASKS}" if note else ASKS]
    return turn.reply("\n".join(told), menu=rows, card=receipt.card_of(draft))


def _corrected(turn: Turn, text: str) -> list[Catatan]:
    """The records that the words may correct: those that they name, else the last that the person told."""
    named = [int(number) for number in re.findall(r"#(\d{1,9})\b", text)][:MOST]
    if rows := [row for nomor in dict.fromkeys(named) if (row := numbered(turn, nomor))]:
        return rows
    return recent(turn, WEEK, MOST) if followup.corrects(text) else recent(turn, DAY)


def find(turn: Turn, id_: int) -> Draft:
    """The draft of this id whose words are still kept; Stale for any other."""
    draft = drafts.by_id(turn.session, turn.anggota, id_)
    if draft is None or draft.state != State.KEPT:
        raise Stale
    return draft


def as_said(turn: Turn, draft: Draft) -> Turn:
    """The kept message as if it were heard now, on the day on which it was said."""
    said, told = turn.incoming, drafts.first_message(turn.session, draft)
    heard = Incoming(said.chat, said.event, said.person, text=words_of(draft), message=told.message if told else "")
    return replace(turn, incoming=replace(heard, said_at=draft.dibuat_at))


def done(turn: Turn, draft: Draft, text: str) -> Outgoing:
    """The words are no longer kept; `text` says why on their card."""
    draft.state, draft.answers, draft.diubah_at = State.DROPPED, {}, turn.now
    return turn.reply(text, card=receipt.card_of(draft))
