"""Pesan: which message of a person told a draft what, so that an edit of it or a reply to it finds its record."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.catatan.drafts import Draft
from storage.database import Row, Session
from storage.kantor.people import Anggota


class Pesan(Row):
    """`tentang` is the question that the message answered, empty for the first words; `answers` what it gave;
    `usulan` what its edited text would change in the record, until somebody decides."""

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
    """`where`: channel, chat and message; a message speaks of one draft."""
    row = at(session, *where)
    if row is None:
        channel, chat, message = where
        row = Pesan(satker_id=draft.satker_id, channel=channel, chat=chat, message=message)
        session.add(row)
    row.draft_id, row.tentang, row.answers, row.usulan = draft.id, tentang, answers, {}


def at(session: Session, channel: str, chat: str, message: str) -> Pesan | None:
    wanted = select(Pesan).where(Pesan.channel == channel, Pesan.chat == chat, Pesan.message == message)
    return session.scalar(wanted)


def by_id(session: Session, anggota: Anggota, id: int) -> Pesan | None:  # noqa: A002 - the column's name
    wanted = select(Pesan).join(Draft, Draft.id == Pesan.draft_id)
    mine = Pesan.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id, Pesan.id == id
    return session.scalar(wanted.where(*mine))


def draft_of(session: Session, anggota: Anggota, row: Pesan) -> Draft | None:
    wanted = select(Draft).where(Draft.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id)
    return session.scalar(wanted.where(Draft.id == row.draft_id).with_for_update())
