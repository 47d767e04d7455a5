"""The audit: who changed what from what to what; append-only, in the transaction of the change."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota
from storage.kantor.satker import Here

UNUSED = "belum dipakai"
"""The words of a new record's message that no field took, in the entry of its beginning."""


class Audit(Row):
    """One change: `what` is a table, `ref` the id or number of its row; `before` and `after` hold columns as JSON."""

    __tablename__ = "audit"
    # Once a minute every office asks for its newest entry.
    __table_args__ = (Index(None, "satker_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    anggota_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    at: Mapped[datetime]
    what: Mapped[str]
    ref: Mapped[int]
    action: Mapped[str]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


def note(
    session: Session, anggota: Anggota, now: datetime, what: str, ref: int, action: str,
    before: dict[str, Any] | None = None, after: dict[str, Any] | None = None,
) -> Audit:  # fmt: skip
    entry = Audit(satker_id=anggota.satker_id, anggota_id=anggota.id, at=now, what=what, ref=ref, action=action)
    entry.before, entry.after = before or {}, after or {}
    session.add(entry)
    session.flush()
    return entry


def by_id(here: Here, id: int) -> Audit | None:  # noqa: A002 - the column's name
    return here.session.scalar(select(Audit).where(Audit.satker_id == here.satker.id, Audit.id == id))


def began(here: Here) -> datetime | None:
    """When the office had its first entry."""
    wanted = select(Audit.at).where(Audit.satker_id == here.satker.id)
    return here.session.scalar(wanted.order_by(Audit.id).limit(1))


def between(here: Here, what: str, first: int, last: int) -> list[Audit]:
    """The entries that one act made in a table: from `first` to `last`, those with the time and the person of the
    first."""
    wanted = select(Audit).where(Audit.satker_id == here.satker.id, Audit.what == what, Audit.id.between(first, last))
    found = list(here.session.scalars(wanted.order_by(Audit.id)))
    return [e for e in found if (e.at, e.anggota_id) == (found[0].at, found[0].anggota_id)]


def versions(here: Here, what: str, ref: int) -> list[Audit]:
    """The history of one record, the newest first."""
    wanted = select(Audit).where(Audit.satker_id == here.satker.id, Audit.what == what, Audit.ref == ref)
    return list(here.session.scalars(wanted.order_by(Audit.id.desc())))


# An office writes fewer entries in a day; after an import the older ones are nobody's recent acts any more.
MOST = 200


def since(here: Here, when: datetime) -> list[Audit]:
    """The entries of a satker since an instant, the newest first, at most the last MOST."""
    wanted = select(Audit).where(Audit.satker_id == here.satker.id).order_by(Audit.id.desc()).limit(MOST)
    return [entry for entry in here.session.scalars(wanted) if entry.at >= when]


def after(here: Here, id: int) -> list[Audit]:  # noqa: A002 - the column's name
    """The entries of a satker after this one, in order of id, for two entries may have the same time."""
    wanted = select(Audit).where(Audit.satker_id == here.satker.id, Audit.id > id)
    return list(here.session.scalars(wanted.order_by(Audit.id)))
