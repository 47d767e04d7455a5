"""When a person edits an earlier message, an open card follows it, and for a saved record the difference is offered."""

from dataclasses import replace

from handlers.catatan import konten
from handlers.catatan.records import Catatan, changes, kind_of, living
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.dialog import held, kept, story, tally
from handlers.dialog.held import form_of
from handlers.dialog.words import asks_on, first_words
from handlers.koreksi import ralat
from handlers.koreksi.doors import Follow, LeaveAsIs
from handlers.reading.dates.forms import Days, DaysJson
from handlers.reading.forms import Answers
from handlers.reading.links import codes
from handlers.reading.message.parts import Doubt, Reading
from storage.catatan import drafts
from storage.catatan.drafts import Draft, Pesan

FOLLOWED = "Kartu ini mengikuti pesan Anda yang diubah."
AGAIN = "Kartu ini dibaca ulang seluruhnya dari pesan Anda yang diubah."


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
    told = _read(turn, draft, row)
    if draft.state == drafts.State.SAVED:
        return _offered(turn, draft, row, told)
    return _again(turn, draft, row, told) if draft.others or told[1:] else _followed(turn, draft, row, told[0])


def _read(turn: Turn, draft: Draft, row: Pesan) -> tuple[Reading, ...]:
    """The records of the edited text, at least one, read as on the day of the original message."""
    then, form = replace(turn, now=draft.dibuat_at), form_of(draft)
    question = form.question(row.tentang) if form and row.tentang and not draft.others else None
    if question:
        return (Reading(draft.macam, story.answer(then, question, turn.text, draft.answers)),)
    told = first_words(then, turn.text)
    for one in told:
        konten.not_linked_before(turn, codes(one.answers.get("tautan") or {}), draft.nomor)
    if draft.macam != "kegiatan" and not draft.others and told[0].form != draft.macam:
        return (Reading(draft.macam, {}),)
    return told


def _again(turn: Turn, draft: Draft, row: Pesan, told: tuple[Reading, ...]) -> Says:
    """A card of several records is read anew as a whole, for nobody knows which of them is which."""
    if row.tentang:
        raise Rejected("Kartu ini memuat beberapa catatan. Tekan Ubah 1, Ubah 2, dan seterusnya, lalu ganti isiannya.")
    day: Answers = {"tanggal": _supposed(turn, draft)}
    anew = [held.over(day, one) for one in told]
    if anew == held.every(draft):
        return []
    row.answers, draft.terbuka = anew[0].answers, ""
    held.put(draft, anew, 0, turn.now)
    return asks_on(turn, draft, note=AGAIN)


def _supposed(turn: Turn, draft: Draft) -> DaysJson:
    return Days.on(replace(turn, now=draft.dibuat_at).today).json


def _followed(turn: Turn, draft: Draft, row: Pesan, told: Reading) -> Says:
    """The card follows the edited message, except for answers that the person changed by hand since."""
    before = row.answers
    free = {k for k, v in draft.answers.items() if v in (None, before.get(k), _supposed(turn, draft))}
    new = {k: v for k, v in told.answers.items() if v != before.get(k) and (k in free or k not in draft.answers)}
    doubts = [one for one in told.doubts if one.question in free or one.question not in draft.answers]
    anew = _over(held.current(draft), new, doubts, told.rest)
    row.answers = told.answers
    if anew == held.current(draft):
        return []
    held.put(draft, [anew], 0, turn.now)
    return asks_on(turn, draft, note=FOLLOWED)


def _over(reading: Reading, new: Answers, doubts: list[Doubt], rest: tuple[str, ...]) -> Reading:
    unsure = held.doubtful(doubts)
    kept = {name: value for name, value in reading.answers.items() if name not in unsure}
    earlier = [one for one in reading.doubts if one.question not in unsure | new.keys()]
    return replace(reading, answers=kept | new, doubts=(*earlier, *doubts), rest=rest)


def _offered(turn: Turn, draft: Draft, row: Pesan, told: tuple[Reading, ...]) -> Says:
    if draft.macam == tally.FORM.name and not draft.others:
        raise Rejected(f"Hitungan itu sudah tercatat. Ubah dengan tombolnya, atau ketik /ubah {draft.nomor}.")
    if draft.others:
        raise Rejected(f"Laporan itu sudah tercatat. Ubah dengan tombolnya, atau ketik /ubah {draft.nomor}.")
    if told[1:]:
        raise Rejected("Pesan itu kini memuat beberapa laporan. Kirim yang baru sebagai pesan tersendiri.")
    if unsure := [one for one in told[0].doubts if one.question == "tanggal"]:
        raise Rejected(unsure[0].why)
    record, answers = living(turn, draft.nomor or 0), told[0].answers
    now = kind_of(record).answers_of(record)
    row.usulan = {k: v for k, v in answers.items() if v != row.answers.get(k) and v != now.get(k)}
    lines = changes(kind_of(record).form, now, now | row.usulan)
    return [_card(turn, record, row, lines)] if lines else []


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
