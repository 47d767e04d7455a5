"""Answers are saved as a record or as changes of one: only answers that differ are written, and the audit keeps each
change."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from handlers.catatan import foto_berita
from handlers.catatan.konten import not_linked_before
from handlers.catatan.receipt import card_of
from handlers.catatan.records import KINDS, Catatan, changes, kind_of, living
from handlers.chat.messages import Turn
from handlers.reading.forms import Answers
from handlers.reading.links import codes
from handlers.reading.message.parts import Reading
from storage.catatan import drafts
from storage.catatan import kegiatan as rows
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan, Named
from storage.chat import cards
from storage.foto import moves, photos
from storage.kantor import audit
from storage.kantor.audit import Audit
from storage.kantor.satker import next_nomor


def save(turn: Turn, draft: Draft) -> tuple[Catatan, Audit]:
    """Turn a draft into a new record, or change the one it is about."""
    if draft.mengubah:
        return _changed(turn, draft)
    row, entry = new(turn, Reading(draft.macam, draft.answers, rest=tuple(draft.rest)), draft)
    photos.move(turn.session, draft, row)
    _close(turn, draft, row)
    return row, entry


def new(turn: Turn, told: Reading, draft: Draft | None = None) -> tuple[Catatan, Audit]:
    """A new record, with the draft that it becomes; its history keeps the words that no field took."""
    kind = KINDS[told.form]
    not_told_before(turn, told.answers)
    row = kind.new(turn, next_nomor(turn))
    kind.fill(row, kind.form.kept(told.answers))
    row.draft_id = draft.id if draft else None
    turn.session.add(row)
    turn.session.flush()
    after = kind.answers_of(row) | ({audit.UNUSED: [*told.rest]} if told.rest else {})
    after |= _typed(told.answers, after)
    return row, audit.note(turn.session, turn.anggota, turn.now, told.form, row.nomor, "catat", after=after)


def _changed(turn: Turn, draft: Draft) -> tuple[Catatan, Audit]:
    """Write only the fields that this card changed, because another person may have corrected other fields
    meanwhile."""
    row = living(turn, draft.nomor or 0)
    entry = change(turn, row, {k: v for k, v in draft.answers.items() if v != draft.semula.get(k)})
    _close(turn, draft, row)
    return row, entry


def change(turn: Turn, row: Catatan, answers: Answers, action: str = "ubah") -> Audit:
    """Change these answers of a record without a card in between."""
    kind, before = kind_of(row), kind_of(row).answers_of(row)
    not_told_before(turn, answers, row)
    was = (row.nama, row.mulai) if isinstance(row, Kegiatan) else None
    kind.fill(row, kind.form.kept(before | answers))
    turn.session.flush()
    if was and isinstance(row, Kegiatan):
        foto_berita.follow(turn, row, *was)
    after = kind.answers_of(row)
    after |= _typed(answers, after)
    return audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, action, before, after)


def _typed(answers: Answers, saved: Answers) -> Answers:
    """What was typed into the fields of a record that are printed otherwise."""
    typed = {name: typed for name, (typed, printed) in answers.get(audit.TYPED, {}).items() if saved[name] == printed}
    return {audit.TYPED: typed} if typed else {}


def not_told_before(turn: Turn, answers: Answers, row: Catatan | None = None) -> None:
    """Rejected if another konten has one of these links; the lock makes a report of the same moment wait."""
    links = answers.get("tautan") or {}
    if links:
        turn.session.refresh(turn.satker, with_for_update=True)
    not_linked_before(turn, codes(links), row.nomor if row else None)


def said(entry: Audit) -> list[str]:
    """The lines of an audit entry's change, "Label: before → after"."""
    return changes(KINDS[entry.what].form, entry.before, entry.after) if entry.before else []


def begin_change(turn: Turn, row: Catatan, patch: Answers | None = None) -> Draft:
    answers = kind_of(row).answers_of(row)
    draft = drafts.begin(turn.session, turn.anggota, turn.now, row.__tablename__, **(answers | (patch or {})))
    draft.nomor, draft.mengubah, draft.semula = row.nomor, True, answers
    return draft


def _close(turn: Turn, draft: Draft, row: Catatan) -> None:
    chat = turn.incoming.chat
    cards.rename(turn.session, chat.channel, chat.id, card_of(draft), f"catatan:{row.nomor}")
    draft.state, draft.nomor, draft.diubah_at = drafts.State.SAVED, row.nomor, turn.now


def gaps(row: Catatan, answers: Answers) -> Sequence[str]:
    """The names of required questions that would have no answer after these changes."""
    kind = kind_of(row)
    return [q.name for q in kind.form.missing(kind.answers_of(row) | answers)]


# The likeness of names from which the receipt asks: "Rapat Pleno" and "Rapat Pleno Rutin" have 100; names below 85
# share a word by chance.
LIKE = 85
# The number of words from which a name that is contained in another tells of the same event.
TELLING = 2


def asked(turn: Turn, row: Catatan, told_apart: Collection[int] = ()) -> None:
    """Note in a new record the number of the earlier one that it may repeat; the receipt asks about it. `told_apart`:
    numbers of records that the person told beside it."""
    if isinstance(row, Kegiatan):
        row.mirip = _like(turn, row, told_apart)


def _like(turn: Turn, row: Kegiatan, told_apart: Collection[int]) -> int | None:
    if same_photo := moves.elsewhere(turn.session, row):
        return same_photo[0].nomor
    mine = Named(row.nomor, row.nama, row.instansi)
    scored = [(_score(mine, other), -other.nomor) for other in rows.overlapping(turn, row, told_apart)]
    best = max((s for s in scored if s[0] >= LIKE), default=None)
    return -best[1] if best else None


def _score(row: Named, other: Named) -> float:
    """The likeness of two kegiatan, up to 101 where both were held with the same partner; 0 where a number or the
    partner tells them apart: Polsek 1 and Polsek 2 are two events."""
    ours, theirs = row.instansi.casefold(), other.instansi.casefold()
    if ours and theirs and fuzz.token_set_ratio(ours, theirs) < LIKE:
        return 0
    same = ours != "" and ours == theirs
    like = 101 if same else _likeness(row.nama.casefold(), other.nama.casefold())
    return like if like >= LIKE and not _differ(_numbers(row), _numbers(other)) else 0


def _numbers(row: Named) -> frozenset[str]:
    return _numbers_in(f"{row.nama} {row.instansi}")


@lru_cache(2048)
def _numbers_in(text: str) -> frozenset[str]:
    return frozenset(number.lstrip("0") for number in re.findall(r"\d+|\b[IVX]+\b", text))


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each of two names has a number that the other has not; one that only one has may have been left out."""
    return bool(ours - theirs and theirs - ours)


def _likeness(ours: str, theirs: str) -> float:
    """A name that is one word is contained in too many others, so it must be like the whole other one."""
    shorter = min(len(ours.split()), len(theirs.split()))
    return fuzz.ratio(ours, theirs) if shorter < TELLING else fuzz.token_set_ratio(ours, theirs)
