"""When a person edits an earlier message, an open card follows it, and for a saved record the difference is offered."""

from dataclasses import replace

from handlers.catatan import konten
from handlers.catatan.records import Catatan, changes, kind_of, living
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.dialog import kept, tally
from handlers.dialog.card import card, form_of
from handlers.dialog.words import first_words
from handlers.koreksi import ralat
from handlers.koreksi.doors import Follow, LeaveAsIs
from handlers.reading.dates.forms import Days
from handlers.reading.forms import Answers, read
from storage.catatan import drafts
from storage.catatan.drafts import Draft, Pesan

FOLLOWED = "Kartu ini mengikuti pesan Anda yang diubah."


def edited(turn: Turn) -> Says:
    """An edited message that had told a draft something: the draft follows, or the record is offered the change."""
    chat = turn.incoming.chat
    row = drafts.told_by(turn.session, chat.channel, chat.id, turn.incoming.message)
    draft = drafts.draft_of(turn.session, turn.anggota, row) if row else None
    if row is None or draft is None or not turn.text:
        return []
    if draft.state == drafts.State.DROPPED:
        raise Rejected("Laporan dari pesan itu sudah dibatalkan, jadi perubahannya tidak dicatat.")
    if draft.state == drafts.State.KEPT:
        drafts.change(draft, {"teks": turn.text}, turn.now)
        return [kept.choice(turn, draft)]
    answers = _read(turn, draft, row)
    follow = _offered if draft.state == drafts.State.SAVED else _followed
    return follow(turn, draft, row, answers)


def _read(turn: Turn, draft: Draft, row: Pesan) -> Answers:
    """The answers of the edited text, read as on the day of the original message."""
    then, form = replace(turn, now=draft.dibuat_at), form_of(draft)
    question = form.question(row.tentang) if form and row.tentang else None
    if question:
        return {question.name: read(question, turn.text, then.today)}
    if draft.macam == tally.FORM.name:
        return tally.from_line(then, turn.text) or {}
    if draft.macam == "konten":
        return konten.from_line(then, turn.text, draft.nomor) or {}
    meant = first_words(then, turn.text)
    if meant.opened == "tanggal":
        raise Rejected(meant.doubt)
    return meant.answers


def _followed(turn: Turn, draft: Draft, row: Pesan, answers: Answers) -> Says:
    """The card follows the edited message, except for answers that the person changed by hand since."""
    before, supposed = row.answers, Days.on(replace(turn, now=draft.dibuat_at).today).json
    free = [k for k, v in draft.answers.items() if v in (None, before.get(k), supposed)]
    new = {k: v for k, v in answers.items() if v != before.get(k) and (k in free or k not in draft.answers)}
    row.answers = answers
    if not new:
        return []
    drafts.change(draft, draft.answers | new, turn.now)
    return [card(turn, draft, note=FOLLOWED)]


def _offered(turn: Turn, draft: Draft, row: Pesan, answers: Answers) -> Says:
    if draft.macam == tally.FORM.name:
        raise Rejected(f"Hitungan itu sudah tercatat. Ubah dengan tombolnya, atau ketik /ubah {draft.nomor}.")
    record = living(turn, draft.nomor or 0)
    now = kind_of(record).answers_of(record)
    row.usulan = {k: v for k, v in answers.items() if v != row.answers.get(k) and v != now.get(k)}
    told = changes(kind_of(record).form, now, now | row.usulan)
    return [_card(turn, record, row, told)] if told else []


def _card(turn: Turn, record: Catatan, row: Pesan, told: list[str]) -> Outgoing:
    menu = ((Button("Terapkan", Follow(row.id)), Button("Biarkan", LeaveAsIs(row.id))),)
    title, key = f"Pesan asli #{record.nomor} diubah", f"asli:{record.nomor}:{row.id}"
    return turn.reply("\n".join(["Ubah juga catatannya?", "", *told]), title=title, menu=menu, card=key)


def follow(turn: Turn, door: Follow) -> Says:
    draft, row = _asked(turn, door.message)
    wanted, row.usulan = row.usulan, {}
    row.answers = row.answers | wanted
    done = turn.reply(f"Catatan #{draft.nomor} mengikuti pesan Anda.", card=_key(draft, row))
    return [done, *ralat.apply(turn, living(turn, draft.nomor or 0), wanted)]


def leave(turn: Turn, door: LeaveAsIs) -> Says:
    draft, row = _asked(turn, door.message)
    row.usulan = {}
    return [turn.reply(f"Catatan #{draft.nomor} tetap seperti semula.", card=_key(draft, row))]


def _asked(turn: Turn, message: int) -> tuple[Draft, Pesan]:
    """The report and its edited message, as long as nobody has answered what becomes of the record."""
    row = drafts.message(turn.session, turn.anggota, message)
    draft = drafts.draft_of(turn.session, turn.anggota, row) if row else None
    if row is None or draft is None or not row.usulan:
        raise Rejected("Sudah dijawab.")
    return draft, row


def _key(draft: Draft, row: Pesan) -> str:
    return f"asli:{draft.nomor}:{row.id}"
