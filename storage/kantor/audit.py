"""The audit: who changed what from what to what; append-only, in the transaction of the change."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota
from storage.kantor.satker import Here

UNUSED = "belum dipakai"
"""The words of a new record's message that no field took, in the entry of its beginning."""
TYPED = "tertulis"
"""The texts of a record as they were typed, where they are printed otherwise: in the entry of a change what was typed
by the name of the field, in the answers of a draft (typed, printed)."""


class Audit(Row):
    """One change: `what` is a table, `ref` the id or number of its row; `before` and `after` hold columns as JSON."""

    __tablename__ = "audit"
    # Once a minute every office asks for its newest entry, and many a photo for what its sender did last.
    __table_args__ = (Index(None, "satker_id", "id"), Index(None, "anggota_id", "id"))

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


# Nobody does more in a week by hand; after an import of one's own the older ones are no recent acts any more.
MOST = 200


def done_by(here: Here, anggota_id: int, actions: Collection[str], when: datetime) -> list[tuple[str, int]]:
    """(table, number) of the rows that a person did one of these actions to since an instant, the latest first, each
    once, of the person's last MOST entries."""
    wanted = select(Audit.what, Audit.ref, Audit.action, Audit.at).order_by(Audit.id.desc()).limit(MOST)
    mine = here.session.execute(wanted.where(Audit.satker_id == here.satker.id, Audit.anggota_id == anggota_id))
    return list(dict.fromkeys((what, ref) for what, ref, action, at in mine if at >= when and action in actions))


def after(here: Here, id: int) -> list[Audit]:  # noqa: A002 - the column's name
    """The entries of a satker after this one, in order of id, for two entries may have the same time."""
    wanted = select(Audit).where(Audit.satker_id == here.satker.id, Audit.id > id)
    return list(here.session.scalars(wanted.order_by(Audit.id)))
