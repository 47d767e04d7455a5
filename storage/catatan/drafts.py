"""Drafts: reports that are still being told, with their answers so far, and which message told what."""

from datetime import datetime
from enum import StrEnum
from typing import Any, NotRequired, TypedDict

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, bindparam, func, literal_column, select, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota
from storage.kantor.satker import Here
from storage.upsert import Insert, upsert


class State(StrEnum):
    """States of a draft: a person has at most one `open` draft; `parked` ones wait; `kept` ones are no report yet, only
    words (`answers["teks"]`) until the person says what they are; `saved` and `dropped` ones are over."""

    OPEN = "open"
    KEPT = "kept"
    PARKED = "parked"
    SAVED = "saved"
    DROPPED = "dropped"


UNSAVED = (State.OPEN, State.PARKED, State.KEPT, State.DROPPED)


class DoubtJson(TypedDict):
    """Why an answer is doubtful. `candidates`: pairs of an answer and the label of its button; `instead_of`: the answer
    that stands beside them; `own`: a name that no list has, then what is chosen beside it."""

    question: str
    why: str
    candidates: list[list[Any]]
    instead_of: NotRequired[str]
    own: NotRequired[list[str]]


class ReadingJson(TypedDict):
    """One record that a card tells of: its form, its answers, the doubtful ones, and the words of no field."""

    form: str
    answers: dict[str, Any]
    doubts: list[DoubtJson]
    rest: list[str]


class Draft(Row):
    """`macam` is the form's name, empty until chosen; `terbuka` the question opened by hand;
    `nomor` the record this became, or already is when it is being changed (`mengubah`), which was `semula` then.

    Where a card tells of several records, `macam`, `answers`, `doubts` and `rest` are those of the one at `place`
    (from 0), `others` those of the rest in their order, and `photos_at` is the place of the one with the photos."""

    __tablename__ = "draft"
    __table_args__ = (
        Index(
            "ix_draft_anggota_id_open",
            "anggota_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"))
    macam: Mapped[str] = mapped_column(default="")
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    doubts: Mapped[list[DoubtJson]] = mapped_column(JSON, default=list)
    rest: Mapped[list[str]] = mapped_column(default=list)
    others: Mapped[list[ReadingJson]] = mapped_column(JSON, default=list)
    place: Mapped[int] = mapped_column(default=0)
    photos_at: Mapped[int] = mapped_column(default=0)
    terbuka: Mapped[str] = mapped_column(default="")
    rev: Mapped[int] = mapped_column(default=0)
    state: Mapped[State] = mapped_column(default=State.OPEN)
    nomor: Mapped[int | None]
    mengubah: Mapped[bool] = mapped_column(default=False)
    semula: Mapped[dict[str, Any]] = mapped_column(default=dict)
    diingatkan_at: Mapped[datetime | None]
    dibuat_at: Mapped[datetime]
    diubah_at: Mapped[datetime]


# Nearly every message asks this, and composing a query takes longer than running it.
_MINE = select(Draft).where(Draft.satker_id == bindparam("of_satker"), Draft.anggota_id == bindparam("of_anggota"))
# The states stand in the words of the query: were they told with each asking, SQLite would plan it anew each time, for
# its index is of the open ones alone.
_OPEN = _MINE.where(Draft.state == literal_column(f"'{State.OPEN}'")).with_for_update()
_PARKED = _MINE.where(Draft.state == literal_column(f"'{State.PARKED}'")).order_by(Draft.id)


def open_of(session: Session, anggota: Anggota) -> Draft | None:
    return session.scalar(_OPEN, {"of_satker": anggota.satker_id, "of_anggota": anggota.id})


def parked_of(session: Session, anggota: Anggota) -> list[Draft]:
    """The drafts that a person put aside, the oldest first."""
    return list(session.scalars(_PARKED, {"of_satker": anggota.satker_id, "of_anggota": anggota.id}))


def stale(session: Session, satker_id: int, before: datetime) -> list[Draft]:
    """Open drafts that were not changed since, and of which nobody was reminded."""
    wanted = select(Draft).where(Draft.satker_id == satker_id, Draft.state == State.OPEN, Draft.diubah_at <= before)
    wanted = wanted.where(Draft.diingatkan_at.is_(None)).order_by(Draft.id)
    return list(session.scalars(wanted.with_for_update()))


def by_id(session: Session, anggota: Anggota, id: int) -> Draft | None:  # noqa: A002 - the column's name
    wanted = select(Draft).where(Draft.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id)
    return session.scalar(wanted.where(Draft.id == id).with_for_update())


def begin(session: Session, anggota: Anggota, now: datetime, form: str = "", **answers: Any) -> Draft:
    row = Draft(satker_id=anggota.satker_id, anggota_id=anggota.id, macam=form, answers=answers)
    row.dibuat_at = row.diubah_at = now
    session.add(row)
    session.flush()
    return row


def keep(here: Here, anggota: Anggota, words: str, said_at: datetime) -> Draft:
    """Keep the words of a message that is no report yet."""
    row = Draft(satker_id=anggota.satker_id, anggota_id=anggota.id, answers={"teks": words}, state=State.KEPT)
    row.dibuat_at = row.diubah_at = said_at
    here.session.add(row)
    here.session.flush()
    return row


def change(draft: Draft, answers: dict[str, Any], now: datetime) -> None:
    """Write new answers, which end the doubts about them, and count the revision, by which buttons of older cards are
    recognised."""
    draft.answers, draft.rev, draft.diubah_at = answers, draft.rev + 1, now
    draft.doubts = [one for one in draft.doubts if _stands(one, answers)]


def _stands(doubt: DoubtJson, answers: dict[str, Any]) -> bool:
    """Whether the answers leave a doubt as it is."""
    asked = doubt["question"]
    return asked not in answers or answers[asked] == doubt.get("instead_of", answers)


EMPTIED: dict[str, Any] = {"answers": {}, "semula": {}, "doubts": [], "rest": [], "others": []}
"""The columns that hold what people told, once it is forgotten."""


def put_away(here: Here, draft: Draft) -> bool:
    """Drop a change on which nothing was changed, and say whether that was so: nobody need say Batal to it."""
    if not draft.mengubah or draft.answers != draft.semula:
        return False
    draft.state, draft.diubah_at = State.DROPPED, here.now
    here.session.flush()
    return True


def waiting(here: Here) -> int:
    """The number of open drafts in a satker."""
    wanted = select(func.count(Draft.id)).where(Draft.satker_id == here.satker.id, Draft.state == State.OPEN)
    return here.session.scalar(wanted) or 0


def unsaved(here: Here) -> list[Draft]:
    """Reports and changes that are open or put aside."""
    wanted = select(Draft).where(Draft.satker_id == here.satker.id, Draft.state.in_((State.OPEN, State.PARKED)))
    return list(here.session.scalars(wanted.order_by(Draft.id)))


def unfinished(here: Here) -> list[Draft]:
    """New reports that are open or put aside."""
    return [one for one in unsaved(here) if not one.mengubah]


class Pesan(Row):
    """A message that told a draft something. `tentang`: the question that it answered, empty for first words;
    `answers`: the answers that it gave; `usulan`: the changes of its edited text, until the person decides about
    them."""

    __tablename__ = "pesan"
    __table_args__ = (UniqueConstraint("channel", "chat", "message"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    channel: Mapped[str]
    chat: Mapped[str]
    message: Mapped[str]
    tentang: Mapped[str] = mapped_column(default="")
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    usulan: Mapped[dict[str, Any]] = mapped_column(default=dict)


def remember(
    session: Session, draft: Draft, where: tuple[str, str, str], tentang: str, answers: dict[str, Any]
) -> None:
    """Note which answers a message gave. `where`: (channel, chat, message); a message tells of one draft."""
    place = dict(zip(("channel", "chat", "message"), where, strict=True))
    told = {"draft_id": draft.id, "tentang": tentang, "answers": answers, "usulan": {}}
    session.execute(_NOTED(session), {"satker_id": draft.satker_id} | place | told)


_PESAN = Row.metadata.tables[Pesan.__tablename__]


def _noted(added: Insert) -> Insert:
    told = {name: added.excluded[name] for name in ("draft_id", "tentang", "answers", "usulan")}
    return added.on_conflict_do_update(index_elements=["channel", "chat", "message"], set_=told)


_NOTED = upsert(_PESAN, _noted)
_TOLD_BY = select(Pesan).where(Pesan.channel == bindparam("of_channel"), Pesan.chat == bindparam("of_chat"))
_TOLD_BY = _TOLD_BY.where(Pesan.message == bindparam("of_message")).execution_options(populate_existing=True)


def told_by(session: Session, channel: str, chat: str, message: str) -> Pesan | None:
    return session.scalar(_TOLD_BY, {"of_channel": channel, "of_chat": chat, "of_message": message})


def first_message(session: Session, draft: Draft) -> Pesan | None:
    """The earliest message that told a draft something."""
    return session.scalar(select(Pesan).where(Pesan.draft_id == draft.id).order_by(Pesan.id).limit(1))


def message(session: Session, anggota: Anggota, id: int) -> Pesan | None:  # noqa: A002 - the column's name
    wanted = select(Pesan).join(Draft, Draft.id == Pesan.draft_id)
    mine = Pesan.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id, Pesan.id == id
    return session.scalar(wanted.where(*mine))


def draft_of(session: Session, anggota: Anggota, row: Pesan) -> Draft | None:
    wanted = select(Draft).where(Draft.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id)
    return session.scalar(wanted.where(Draft.id == row.draft_id).with_for_update())
