"""The buttons of the card, and the words that stand for them when somebody types."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from handlers.catatan import receipt, records
from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.dialog import card as dialog_card
from handlers.dialog import choices, kept, named, park
from handlers.dialog.card import FIELDS, card
from handlers.dialog.held import form_of
from handlers.dialog.words import asks_on, choose_kind, filled
from handlers.lapor import doors
from handlers.lapor.doors import Choose, ChooseKind, OfDraft, Resume, Skip, Switch
from handlers.lapor.saving import saved
from handlers.reading.forms import Answers, Question, needed, read, switched
from storage.catatan import drafts, uses
from storage.catatan.drafts import Draft
from storage.kantor.audit import Audit
from storage.kantor.satker import hold

D = TypeVar("D", bound=OfDraft)
T = TypeVar("T")
# Doors that an older card may still press: a switch names the state that it wants, and the others only show.
HARMLESS = (Switch, doors.Done, doors.Edit, doors.Drop, doors.Park, Resume)


def on_card(run: Callable[[Turn, Draft, D], Says]) -> Callable[[Turn, D], Says]:
    """Wraps the handler of a card's button: it runs only if the draft is still in the state that the card shows."""

    def pressed(turn: Turn, door: D) -> Says:
        draft = drafts.by_id(turn.session, turn.anggota, door.draft)
        if draft is None:
            raise Rejected("Kartu ini bukan milik Anda.")
        otherwise = _otherwise(turn, draft, door)
        return run(turn, draft, door) if otherwise is None else otherwise

    return pressed


def _otherwise(turn: Turn, draft: Draft, door: OfDraft) -> Says | None:
    """The answer to a press on a card that no longer shows the draft's state; None if the press may go on."""
    if draft.state == drafts.State.SAVED:
        return [turn.toast(f"Sudah tersimpan, nomor {draft.nomor}.")]
    if draft.state == drafts.State.DROPPED:
        return _closed(turn, draft)
    if draft.state == drafts.State.KEPT and not isinstance(door, doors.Treat | doors.AddTo):
        return [kept.choice(turn, draft)]
    if draft.state == drafts.State.PARKED and not isinstance(door, Resume):
        return [turn.toast("Laporan ini ditunda. Tekan Lanjutkan."), park.parked(turn, draft)]
    # A choice on an older card of several records may have been meant for another of them.
    harmless = isinstance(door, HARMLESS) and not (draft.others and isinstance(door, Switch | doors.Edit))
    if door.rev != draft.rev and not harmless:
        return [turn.toast("Kartu ini sudah berubah. Lihat yang terbaru."), card(turn, draft)]
    return None


def _closed(turn: Turn, draft: Draft) -> Says:
    if not draft.nomor:
        return [turn.toast("Laporan ini sudah dibatalkan.")]
    return [turn.toast("Kartu ini sudah ditutup."), receipt.shown(turn, records.look(turn, draft.nomor))]


@on_card
def choose_form(turn: Turn, draft: Draft, door: ChooseKind) -> Says:
    if door.form not in records.KINDS:
        raise Stale
    return choose_kind(turn, draft, door.form)


@on_card
def choose(turn: Turn, draft: Draft, door: Choose) -> Says:
    question = _asked(turn, draft, door.question)
    if question.shortcuts:
        value = read(question, _at(question.shortcuts, door.choice), turn.today)
    else:
        value, _ = _at(question.choices, door.choice)
    return filled(turn, draft, {question.name: value})


@on_card
def switch(turn: Turn, draft: Draft, door: Switch) -> Says:
    question = _asked(turn, draft, door.question)
    value, _ = _at(question.choices, door.choice)
    chosen = switched(question, draft.answers.get(question.name) or [], value, door.on)
    drafts.change(draft, draft.answers | {question.name: chosen}, turn.now)
    draft.terbuka = question.name
    return [card(turn, draft)]


def _asked(turn: Turn, draft: Draft, name: str) -> Question:
    form = form_of(draft)
    question = form.question(name) if form else None
    if question is None:
        raise Rejected("Pertanyaan itu sudah tidak ada. Lihat kartu yang terbaru.")
    return choices.question(turn, question, draft.answers.get(name) or ()) if question.choices else question


def _at(choices: Sequence[T], index: int) -> T:
    """The choice with this index; Stale if the question has no such choice any more."""
    if index >= len(choices):
        raise Stale
    return choices[index]


@on_card
def skip(turn: Turn, draft: Draft, door: Skip) -> Says:
    return filled(turn, draft, {_asked(turn, draft, door.question).name: None})


@on_card
def candidate(turn: Turn, draft: Draft, door: doors.Candidate) -> Says:
    shown = [dialog_card.open_doubt(draft), *dialog_card.offered(draft)]
    doubt = next((one for one in shown if one and one.question == door.question), None)
    if doubt is None:
        raise Stale
    value, _ = _at(doubt.candidates, door.choice)
    if not doubt.own:
        return filled(turn, draft, named.taken(turn, draft, doubt, value))
    entry = choices.added(turn, doubt.question, doubt.own[0], str(value))
    drafts.change(draft, draft.answers | choices.answer(doubt), turn.now)
    return asks_on(turn, draft, f"{doubt.own[0]} dihitung sebagai {value}.", (changes.back(entry),))


def own_row_undone(turn: Turn, change: Audit) -> Says:
    """Take a row of the office's own away again, where nothing stands on it yet."""
    (column, after), *_ = change.after.items()
    name = next(iter(after.keys() - change.before[column].keys()), "")
    draft = drafts.open_of(turn.session, turn.anggota)
    # Somebody may save a record with it at this moment: the lock lets that be seen, or makes it wait.
    hold(turn)
    left = choices.without(draft.answers, name) if draft else {}
    _refuse_used(turn, name, [left, *(one.answers for one in drafts.unsaved(turn) if one is not draft)])
    changes.take_back(turn, change)
    told = f"{name} tidak lagi ada di daftar."
    if draft is None:
        return [turn.reply(told)]
    drafts.change(draft, left, turn.now)
    return asks_on(turn, draft, told)


def _refuse_used(turn: Turn, name: str, answers: Iterable[Answers]) -> None:
    """`answers`: those of the reports that are not saved yet."""
    if uses.any_of(turn, name):
        raise Rejected(f"{name} sudah dipakai dalam catatan. Ganti dahulu isian catatan itu.")
    others = [one.others for one in drafts.unsaved(turn)]
    if choices.tells([*answers, others], name):
        raise Rejected(f"{name} dipakai dalam laporan yang belum disimpan. Ganti dahulu isian laporan itu.")


@on_card
def done(turn: Turn, draft: Draft, _: doors.Done) -> Says:
    return _done(turn, draft)


@on_card
def edit(turn: Turn, draft: Draft, door: doors.Edit) -> Says:
    draft.terbuka = door.question or FIELDS
    return [card(turn, draft)]


@on_card
def record(turn: Turn, draft: Draft, _: doors.Save) -> Says:
    return saved(turn, draft)


@on_card
def drop(turn: Turn, draft: Draft, _: doors.Drop) -> Says:
    return dropped(turn, draft)


@on_card
def put_aside(turn: Turn, draft: Draft, _: doors.Park) -> Says:
    return park.park(turn, draft)


@on_card
def resume(turn: Turn, draft: Draft, _: Resume) -> Says:
    return park.resume(turn, draft)


def _done(turn: Turn, draft: Draft) -> Says:
    return asks_on(turn, draft)


def dropped(turn: Turn, draft: Draft) -> Says:
    draft.state, draft.diubah_at = drafts.State.DROPPED, turn.now
    if draft.nomor:
        return [receipt.shown(turn, records.look(turn, draft.nomor))]
    return [Outgoing(turn.incoming.chat, text=park.DROPPED, card=receipt.card_of(draft))]


def _answer_none(turn: Turn, draft: Draft) -> Says:
    question = dialog_card.open_question(draft)
    if question is None or needed(question, draft.answers):
        raise Rejected("Isian ini tidak dapat dilewati." if question else "Tidak ada pertanyaan yang terbuka.")
    return filled(turn, draft, {question.name: None})


WORDS: dict[str, Callable[[Turn, Draft], Says]] = {
    "simpan": saved,
    "batal": dropped,
    "tunda": park.park,
    "lewati": _answer_none,
    "selesai": _done,
}
