"""Lembar: the sheets of a week as a report shows them, drawn once and kept among the photos until they show another
week than the records do."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, cast, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Here

_PHOTO = re.compile(r"\b[0-9a-f]{64}\b")
# The report of a year needs its first week last; what is older is drawn anew where somebody asks for it.
KEPT = timedelta(days=400)
_NEXT = 50  # more than processes that draw


class Lembar(Row):
    """The sheets of one week. `figures`: what they are drawn of, empty where nothing is to be kept; `stamp`: of what
    they were drawn, and how, empty where they are still to be; `files`: the sha256 of each; `gone`: of those that are
    to be removed; `due`: there is something to draw or to remove."""

    __tablename__ = "lembar"
    __table_args__ = (UniqueConstraint("satker_id", "pekan"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    pekan: Mapped[str]
    figures: Mapped[dict[str, Any]]
    stamp: Mapped[str] = mapped_column(default="")
    files: Mapped[list[str]] = mapped_column(default=list)
    gone: Mapped[list[str]] = mapped_column(default=list)
    due: Mapped[bool] = mapped_column(index=True)
    dibuat_at: Mapped[datetime]


def wish(here: Here, pekan: str, figures: dict[str, Any]) -> None:
    """The sheets of this week are to be drawn ahead, unless they were drawn of the same figures."""
    row = _of(here, pekan)
    if row.figures != figures:
        _empty(row, figures)


def keep(here: Here, pekan: str, figures: dict[str, Any], stamp: str, files: Sequence[str]) -> None:
    """The sheets of a week were drawn; those before them are to be removed."""
    row = _of(here, pekan)
    old = [one for one in (*row.gone, *row.files) if one not in files]
    row.figures, row.stamp, row.files, row.gone = figures, stamp, list(files), old
    row.due, row.dibuat_at = bool(old), here.now


def found(session: Session, satker_id: int, stamps: Collection[str]) -> dict[str, list[str]]:
    """The sha256 of kept sheets by their stamp."""
    rows = session.scalars(select(Lembar).where(Lembar.satker_id == satker_id, Lembar.stamp.in_(stamps)))
    return {row.stamp: row.files for row in rows}


def due(session: Session) -> Sequence[int]:
    """The next of which something is to be drawn or removed; each of several processes looks for one that no other
    has."""
    return session.scalars(select(Lembar.id).where(Lembar.due).order_by(Lembar.id).limit(_NEXT)).all()


def still_due(session: Session, id: int) -> Lembar | None:  # noqa: A002 - the column's name
    """That one, unless another process has done it meanwhile."""
    return session.scalar(select(Lembar).where(Lembar.id == id, Lembar.due))


def removed(session: Session, id: int, files: Iterable[str]) -> None:  # noqa: A002 - the column's name
    """The bytes of these are gone; a row that keeps nothing goes with them."""
    row, away = _held(session, id), set(files)
    if row is None:
        return
    row.gone = [one for one in row.gone if one not in away]
    row.due = bool(row.gone or (row.figures and not row.stamp))
    if not (row.figures or row.gone):
        session.delete(row)


def given_up(session: Session, id: int) -> None:  # noqa: A002 - the column's name
    """It cannot be drawn ahead; a report draws it."""
    if row := _held(session, id):
        row.due = bool(row.gone)


def unshow(session: Session, satker_id: int, sha256: str) -> None:
    """A picture is not to be shown any more: no sheet with it stays."""
    wanted = select(Lembar).where(Lembar.satker_id == satker_id).with_for_update()
    for row in session.scalars(wanted.where(cast(Lembar.figures, String).contains(sha256))):
        _empty(row, {})


def fade(session: Session, before: datetime) -> None:
    """Sheets that were drawn before an instant are to be removed."""
    old = select(Lembar).where(Lembar.dibuat_at < before, Lembar.due.is_(False))
    for row in session.scalars(old.with_for_update()):
        _empty(row, {})


def lose(session: Session, living: set[str]) -> None:
    """Sheets that show a photo which no living record has are to be removed. `living`: the sha256 of all others."""
    kept = select(Lembar).where(Lembar.stamp != "").execution_options(yield_per=200)
    for row in session.scalars(kept):
        lost = not living.issuperset(_PHOTO.findall(repr(row.figures["cells"])))
        if lost and (held := _held(session, row.id)):
            _empty(held, {})


def known(session: Session) -> set[str]:
    """The sha256 of every sheet that is kept, of all offices."""
    return {one for files in session.scalars(select(Lembar.files)) for one in files}


def _of(here: Here, pekan: str) -> Lembar:
    wanted = select(Lembar).where(Lembar.satker_id == here.satker.id, Lembar.pekan == pekan).with_for_update()
    if row := here.session.scalar(wanted):
        return row
    row = Lembar(satker_id=here.satker.id, pekan=pekan, figures={}, stamp="", files=[], gone=[], due=False)
    row.dibuat_at = here.now
    try:
        with here.session.begin_nested():
            here.session.add(row)
    except IntegrityError:  # another report has just come first
        return here.session.scalars(wanted).one()
    return row


def _held(session: Session, id: int) -> Lembar | None:  # noqa: A002 - the column's name
    """The row as it is now, until the end of the transaction: drawers, hands and sweeps change it side by side."""
    return session.get(Lembar, id, with_for_update=True, populate_existing=True)


def _empty(row: Lembar, figures: dict[str, Any]) -> None:
    row.gone, row.files, row.stamp = [*row.gone, *row.files], [], ""
    row.figures, row.due = figures, True
