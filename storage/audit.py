"""The audit: who changed what from what to what; append-only, in the transaction of the change."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.people import Anggota


class Audit(Row):
    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
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
) -> None:  # fmt: skip
    entry = Audit(satker_id=anggota.satker_id, anggota_id=anggota.id, at=now, what=what, ref=ref, action=action)
    entry.before, entry.after = before or {}, after or {}
    session.add(entry)
