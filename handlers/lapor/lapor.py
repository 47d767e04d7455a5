"""/lapor: one live card that fills up, from the first photo or word to Simpan."""

from dataclasses import replace
from datetime import timedelta

from rapidfuzz import fuzz

from handlers.catatan import foto as catatan_foto
from handlers.catatan.records import Catatan, look
from handlers.chat import chats, onward
from handlers.chat.messages import Rejected, Says, Turn
from handlers.dialog import held, park, story
from handlers.dialog.card import card
from handlers.dialog.kept import choice, offers
from handlers.dialog.words import Unasked, opened, remember, told
from handlers.lapor import buttons
from handlers.reading.chatter import cancels, talk
from handlers.reading.dates.forms import Days
from handlers.reading.followup import corrects, promises
from handlers.reading.message.envelope.questions import announces, asks, asks_of_postings
from handlers.reading.message.form import labelled
from handlers.reading.message.lines.line import OTHER
from handlers.reading.message.parts import Reading, weight
from handlers.reading.message.peel import peel
from handlers.reading.removal import only_asks
from storage.catatan import drafts
from storage.catatan.drafts import Draft, State
from storage.foto import albums, photos

# The likeness of a caption with the card's name, and the time since its last change, within which a photo belongs to
# the same report.
SAME, PAUSE = 60, timedelta(hours=1)
# The weight of a reading from which words are a report; lighter ones are asked about.
REPORT = 2
# The labels from which words are a form, and what it may tell of days to come.
FORM, RESULTS = 2, {"keterangan", OTHER}
PRIVATE = "Silakan lapor lewat chat pribadi."


def lapor(turn: Turn) -> Says:
    if turn.incoming.chat.group:
        return _from_group(turn) if turn.incoming.reply_foto else onward.to_private(turn, "lapor", PRIVATE)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft and not drafts.put_away(turn, draft):
        return opened(turn, draft, turn.text) if turn.text and _free(draft) else [park.still_open(turn, draft)]
    draft = _begin(turn)
    return opened(turn, draft, turn.text) if turn.text else [card(turn, draft, extra=park.offers(turn))]


def batal(turn: Turn) -> Says:
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft is None:
        raise Rejected("Tidak ada laporan yang sedang diisi.")
    return buttons.dropped(turn, draft)


def to_draft(turn: Turn) -> Says | None:
    """Words while a card is open: an answer, or the word of a button; None for words that no question asks for."""
    draft, text = drafts.open_of(turn.session, turn.anggota), turn.incoming.text
    if draft is None:
        return None
    if turn.incoming.refused and _tells_another(turn, draft):
        return [*park.aside(turn, draft), *(started(turn) or ())]
    if run := buttons.WORDS.get("batal" if cancels(text) else text.strip().casefold()):
        return run(turn, draft)
    if talk(text):
        return [card(turn, draft)]
    try:
        return told(turn, draft, text)
    except Unasked:
        return None


def started(turn: Turn) -> Says | None:
    """Words without any command or card: a link, a tally, the groups' form or the words of a kegiatan start one; None
    where they may be something else."""
    text = turn.incoming.text
    if drafts.open_of(turn.session, turn.anggota):
        return None
    if cancels(text):
        return batal(turn)
    known = _readings(turn, text)
    if any(one.form != "kegiatan" for one in known) and not (asks_of_postings(text) or corrects(text)):
        return told(turn, _begin(turn), text, known)
    # Words below a video or a file are a caption, as those below a photo are.
    caption = turn.incoming.refused and not talk(text)
    asks_only = any(only_asks(text, one.signs) for one in known)
    if caption or (_report(known) and not asks_only and not _talks(turn, text)):
        return opened(turn, _begin(turn, "kegiatan"), text, known)
    return None


def _talks(turn: Turn, text: str) -> bool:
    """Whether a text asks, announces or corrects; a chat does what its last message does that says more than that
    photos are to come, and a form what stands beside its result."""
    told = [part.body(text) for part in peel(text, turn.today).parts]
    last = next((body for body in reversed(told) if not promises(body)), told[-1])
    pieces = labelled(last).pieces
    if len({piece.field for piece in pieces if piece.label}) >= FORM:
        lines = (line for piece in pieces if piece.field not in RESULTS for line in piece.lines)
        last = "\n".join(line.of(last) for line in lines)
    return asks(last) or announces(last) or corrects(text)


def _report(readings: tuple[Reading, ...]) -> bool:
    """Whether enough in the words speaks for a report."""
    return any(weight(reading) >= REPORT for reading in readings)


def _readings(turn: Turn, text: str) -> tuple[Reading, ...]:
    try:
        return story.readings(turn, text)
    except Rejected:
        return ()


def of_album(turn: Turn) -> Says | None:
    """A photo whose album has a record already, or a report that was put aside."""
    earlier = albums.of_album(turn, turn.incoming.album)
    if earlier is None or (says := catatan_foto.late(turn, earlier)) is not None:
        return says if earlier else None
    waiting = _waiting(turn, earlier)
    if waiting is None:
        return None
    photos.attach(turn.session, waiting, catatan_foto.received(turn))
    if waiting.state == State.KEPT:
        return [choice(turn, waiting)]
    return [park.parked(turn, waiting, "Foto ini menyusul laporan yang ditunda.")]


def foto_to_draft(turn: Turn) -> Says | None:
    """Put a photo on the open card; None if no card is open."""
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft is None or (turn.incoming.text and drafts.put_away(turn, draft)):
        # A photo with a caption tells of something new; a photo alone belongs to the record that is being changed.
        return None
    if draft.mengubah and draft.nomor:
        return _to_changing(turn, draft, look(turn, draft.nomor))
    if _tells_another(turn, draft):
        return [*park.aside(turn, draft), *foto_started(turn)]
    return _to_draft(turn, draft)


def foto_started(turn: Turn) -> Says:
    return _to_draft(turn, _begin(turn, "kegiatan"))


def _tells_another(turn: Turn, draft: Draft) -> bool:
    """Whether a caption is of another event than the open card: somebody went on without Simpan."""
    text, names = turn.text, [name for one in held.every(draft) if (name := held.name_of(one))]
    earlier = albums.of_album(turn, turn.incoming.album)
    if not text or not names or (earlier and earlier.draft_id == draft.id):
        return False
    if any(fuzz.token_set_ratio(text.casefold(), named.casefold()) >= SAME for named in names):
        return False
    return turn.now - draft.diubah_at > PAUSE or _report(_readings(turn, text))


def _waiting(turn: Turn, earlier: photos.Foto) -> Draft | None:
    """The report put aside, or the kept words, that an album's photos belong to."""
    draft = drafts.by_id(turn.session, turn.anggota, earlier.draft_id) if earlier.draft_id else None
    return draft if draft and draft.state in (State.PARKED, State.KEPT) else None


def _to_draft(turn: Turn, draft: Draft) -> Says:
    new = photos.attach(turn.session, draft, catatan_foto.received(turn))
    draft.diubah_at = turn.now
    if turn.text and _free(draft):
        return opened(turn, draft, turn.text)
    remember(turn, draft)
    shown = card(turn, draft, note="" if new else catatan_foto.THERE)
    return [replace(shown, menu=(*offers(turn, draft), *shown.menu)) if new and _free(draft) else shown]


def _to_changing(turn: Turn, draft: Draft, row: Catatan) -> Says:
    """Photos need no Simpan: they join the record at once, like those that come after it."""
    if row.dihapus_at is not None:
        return [*buttons.dropped(turn, draft), *foto_started(turn)]
    added, others = catatan_foto.joined_quietly(turn, row.nomor)
    note = f"Foto masuk ke #{row.nomor}. Untuk laporan baru, Simpan atau Batal dahulu." if turn.incoming.text else ""
    return [card(turn, draft, note=note if added else catatan_foto.THERE), *others]


def _from_group(turn: Turn) -> Says:
    """Put the photo that /lapor replied to on a card in the private chat; in the group a reaction is enough."""
    private = chats.in_private(turn)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft:
        drafts.put_away(turn, draft)
    return [chats.nod(turn), *(foto_to_draft(private) or foto_started(private))]


def _begin(turn: Turn, form: str = "") -> Draft:
    return drafts.begin(turn.session, turn.anggota, turn.now, form, tanggal=Days.on(turn.today).json)


def _free(draft: Draft) -> bool:
    """Whether the draft has no name yet, so that a caption can name it."""
    return not draft.others and not draft.answers.get("nama") and not draft.answers.get("judul")
