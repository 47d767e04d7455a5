"""The buttons of the card, and the words that stand for them when somebody types."""

from collections.abc import Callable

from handlers.catatan import elsewhere, ownership, receipt, save
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.dialog import card as dialog_card
from handlers.dialog import park, tally
from handlers.dialog.card import FIELDS, card, form_of
from handlers.dialog.words import choose_macam, filled
from handlers.reading.forms import Question, needed, read, switched
from storage.catatan import drafts
from storage.catatan.drafts import Draft


def press(turn: Turn) -> Says:
    """A button of the card: l:<draft>:<rev>:<action>[:<question>[:<choice>]]."""
    _, id_, rev, action, *rest = turn.incoming.press.split(":")
    draft = drafts.by_id(turn.session, turn.anggota, int(id_))
    if draft is None:
        raise Rejected("Kartu ini bukan milik Anda.")
    if draft.state == drafts.State.SAVED:
        return [turn.toast(f"Sudah tersimpan, nomor {draft.nomor}.")]
    if draft.state == drafts.State.DROPPED:
        return _closed(turn, draft)
    if draft.state == drafts.State.PARKED and action != "r":
        return [turn.toast("Laporan ini ditunda. Tekan Lanjutkan."), park.parked(turn, draft)]
    if int(rev) != draft.rev and action not in STALE_IS_HARMLESS:
        return [turn.toast("Kartu ini sudah berubah. Lihat yang terbaru."), card(turn, draft)]
    return ACTIONS[action](turn, draft, rest)


def _closed(turn: Turn, draft: Draft) -> Says:
    if not draft.nomor:
        return [turn.toast("Laporan ini sudah dibatalkan.")]
    return [turn.toast("Kartu ini sudah ditutup."), receipt.shown(turn, ownership.look(turn, draft.nomor))]


def _choose(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    question, index = _asked(draft, rest[0]), int(rest[1])
    value = read(question, question.shortcuts[index], turn.today) if question.shortcuts else question.choices[index][0]
    return filled(turn, draft, {question.name: value})


def _switch(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    question = _asked(draft, rest[0])
    value, on = question.choices[int(rest[1])][0], rest[2] == "1"
    chosen = switched(question, draft.answers.get(question.name) or [], value, on)
    drafts.change(draft, draft.answers | {question.name: chosen}, turn.now)
    draft.terbuka = question.name
    return [card(turn, draft)]


def _asked(draft: Draft, name: str) -> Question:
    form = form_of(draft)
    question = form.question(name) if form else None
    if question is None:
        raise Rejected("Pertanyaan itu sudah tidak ada. Lihat kartu yang terbaru.")
    return question


def _skip(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    return filled(turn, draft, {_asked(draft, rest[0]).name: None})


def _done(turn: Turn, draft: Draft, _rest: list[str]) -> Says:
    draft.terbuka = ""
    return [card(turn, draft)]


def _open(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    draft.terbuka = rest[0] if rest else FIELDS
    return [card(turn, draft)]


def _save(turn: Turn, draft: Draft, _rest: list[str]) -> Says:
    form = form_of(draft)
    if form is None:
        raise Rejected("Pilih dahulu: kegiatan atau konten.")
    if gaps := form.missing(draft.answers):
        raise Rejected("Isi dahulu: " + ", ".join(q.label for q in gaps) + ".")
    if form is tally.FORM:
        return [tally.save(turn, draft)]
    row, entry = save.save(turn, draft)
    changed = save.said(entry)
    if not draft.mengubah:
        save.asked(turn, row)
    if not changed:
        return [receipt.receipt(turn, row)]
    return [receipt.receipt(turn, row, "Diubah", changed, entry.id), *elsewhere.fulfilled(turn, row, changed)]


def dropped(turn: Turn, draft: Draft, _rest: list[str] | None = None) -> Says:
    draft.state, draft.diubah_at = drafts.State.DROPPED, turn.now
    if draft.nomor:
        return [receipt.shown(turn, ownership.look(turn, draft.nomor))]
    return [Outgoing(turn.incoming.chat, text="Dibatalkan. Tidak ada yang disimpan.", card=receipt.card_of(draft))]


def _answer_none(turn: Turn, draft: Draft) -> Says:
    question = dialog_card.open_question(draft)
    if question is None or needed(question, draft.answers):
        raise Rejected("Isian ini tidak dapat dilewati." if question else "Tidak ada pertanyaan yang terbuka.")
    return filled(turn, draft, {question.name: None})


def _macam(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    return choose_macam(turn, draft, rest[0])


ACTIONS = {
    "m": _macam,
    "c": _choose,
    "t": _switch,
    "w": _skip,
    "d": _done,
    "o": _open,
    "s": _save,
    "b": dropped,
    "p": park.park,
    "r": park.resume,
}

# Switches name the state they want, and the others only show: pressing an older card cannot do harm with them.
STALE_IS_HARMLESS = frozenset("tdobpr")
WORDS: dict[str, Callable[[Turn, Draft], Says]] = {
    "simpan": lambda turn, draft: _save(turn, draft, []),
    "batal": dropped,
    "tunda": lambda turn, draft: park.park(turn, draft, []),
    "lewati": _answer_none,
    "selesai": lambda turn, draft: _done(turn, draft, []),
}
