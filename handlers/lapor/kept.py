"""Words and photos of which the person says by a button where they belong."""

from collections.abc import Callable

from handlers.catatan import elsewhere, konten, receipt, records
from handlers.catatan import foto as catatan_foto
from handlers.chat.messages import Says, Turn
from handlers.dialog import kept, park, story
from handlers.dialog.kept import choice
from handlers.dialog.words import filled, opened, remember
from handlers.lapor.buttons import on_card
from handlers.lapor.doors import AddTo, As, Treat
from handlers.reading.dates.forms import Days
from storage.catatan import drafts
from storage.catatan.drafts import Draft, State
from storage.foto import moves

FULL = "Isian pada kartu sudah lengkap."


def heard(turn: Turn) -> Says:
    """Words that nobody else takes: they are kept, and the person is asked what they are."""
    note = FULL if drafts.open_of(turn.session, turn.anggota) else ""
    return [choice(turn, kept.kept(turn), note)]


@on_card
def treat(turn: Turn, draft: Draft, door: Treat) -> Says:
    return _MEANT[door.meant](turn, draft)


def _kegiatan(turn: Turn, draft: Draft) -> Says:
    return _report(turn, draft, "kegiatan", lambda said, text: opened(said, draft, text))


def _konten(turn: Turn, draft: Draft) -> Says:
    return _report(turn, draft, "konten", lambda said, text: _posted(said, draft, text))


def _report(turn: Turn, draft: Draft, form: str, fill: Callable[[Turn, str], Says]) -> Says:
    """Begin a report with the kept words; a report that is open is put aside."""
    aside, free = park.room(turn, draft)
    if not free:
        return aside
    said, text = kept.as_said(turn, draft), kept.words_of(draft)
    draft.state, draft.macam, draft.answers = State.OPEN, form, {"tanggal": Days.on(said.today).json}
    turn.session.flush()
    return [*aside, *fill(said, text)]


def _posted(turn: Turn, draft: Draft, text: str) -> Says:
    answers = story.fair(turn, konten.from_words(turn, text), {})
    remember(turn, draft, answers=answers)
    return filled(turn, draft, answers)


def _nothing(turn: Turn, draft: Draft) -> Says:
    return [kept.done(turn, draft, "Baik, pesan itu tidak dicatat.")]


_MEANT: dict[As, Callable[[Turn, Draft], Says]] = {As.KEGIATAN: _kegiatan, As.KONTEN: _konten, As.NOTHING: _nothing}


@on_card
def add(turn: Turn, draft: Draft, door: AddTo) -> Says:
    row = records.living(turn, door.nomor)
    before = catatan_foto.ids(turn, row)
    note = f"Foto ditambahkan ke #{row.nomor}." if moves.join(turn.session, draft, row) else catatan_foto.THERE
    catatan_foto.note(turn, row, before)
    draft.state, draft.diubah_at = State.DROPPED, turn.now
    said = [turn.reply(note, card=receipt.card_of(draft)), receipt.shown(turn, row, note)]
    return [*said, *elsewhere.fulfilled(turn, row, ["Foto ditambahkan."])]
