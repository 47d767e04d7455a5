"""Words that are no report yet stay with a draft of their own until a button says what they are."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.catatan import receipt
from handlers.catatan.recent import DAY, MOMENT, WEEK, called, numbered, recent
from handlers.catatan.records import Catatan
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Incoming, Menu, Outgoing, Turn
from handlers.daftar.doors import FoundByKept
from handlers.koreksi.doors import CorrectByKept
from handlers.lapor.doors import AddTo, As, Treat
from handlers.reading import followup
from handlers.reading.labels import is_correction
from handlers.reading.text import shortened
from storage.catatan import drafts
from storage.catatan.drafts import Draft, State
from storage.foto import photos
from storage.foto.photos import Foto

QUOTED, MOST = 300, 3
ASKS = "Pesan ini untuk apa?"
NUMBERED = "Bila ini ralat, sebutkan nomornya, misalnya ralat #12 tanggal 16."


def kept(turn: Turn, foto: Foto | None = None) -> Draft:
    """Keep the words of this message, and its photo."""
    said = turn.incoming
    draft = drafts.keep(turn, turn.anggota, said.text, said.said_at or turn.now)
    if said.message:
        drafts.remember(turn.session, draft, (said.chat.channel, said.chat.id, said.message), "", {})
    if foto:
        photos.attach(turn.session, draft, foto)
    return draft


def words_of(draft: Draft) -> str:
    return str(draft.answers.get("teks", ""))


def choice(turn: Turn, draft: Draft, note: str = "") -> Outgoing:
    """The card that asks what the kept words are, or where their photos belong."""
    text, at = words_of(draft), (draft.id, draft.rev)
    rows = _corrected(turn, text)
    note = note or (NUMBERED if followup.corrects(text) and not (rows or is_correction(text)) else "")
    begun = (Button("Kegiatan", Treat(*at, As.KEGIATAN)), Button("Konten", Treat(*at, As.KONTEN)))
    pictured = photos.count(turn.session, draft)
    may_be = (*offers(turn, draft), begun) if pictured else (begun, _told_before(draft, rows))
    asks = ASKS if not pictured else "Foto ini untuk apa?" if pictured == 1 else f"{pictured} foto ini untuk apa?"
    told = [f"“{shortened(text, QUOTED)}”", "", f"{note} {asks}" if note else asks]
    menu = (*may_be, (Button("Bukan laporan", Treat(*at, As.NOTHING)),))
    return turn.reply("\n".join(told), menu=menu, card=receipt.card_of(draft))


def _told_before(draft: Draft, rows: Iterable[Catatan]) -> tuple[Button, ...]:
    """Where the kept words may lead among the records."""
    found = (Button(f"Ralat #{row.nomor}", CorrectByKept(row.nomor, draft.id)) for row in rows)
    return (Button("Cari", FoundByKept(draft.id)), *found)


def offers(turn: Turn, draft: Draft) -> Menu:
    """A button for each record that the photos of a draft without a name may belong to: those that the caption fits,
    without a caption the record of a moment ago."""
    at = draft.id, draft.rev
    return tuple(
        (Button(f"Tambahkan ke #{row.nomor}", AddTo(*at, row.nomor)),) for row in _owners(turn, words_of(draft))
    )


def _owners(turn: Turn, caption: str) -> list[Catatan]:
    rows = recent(turn, DAY, MOST) if caption else recent(turn, MOMENT)
    return [row for row in rows if followup.fits(caption, called(row))] or rows


def _corrected(turn: Turn, text: str) -> list[Catatan]:
    """The records that the words may correct: those that they name, else the last that the person told."""
    if rows := [row for nomor in followup.numbers(text)[:MOST] if (row := numbered(turn, nomor))]:
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
