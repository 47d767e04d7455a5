"""The list of commands that each chat was given last, kept as a mark (a hash) of its words."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, case, delete, func, literal, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.chat.outbox import Kind, Outbox, State
from storage.database import Row, Session
from storage.kantor.people import Anggota, Identity, Role
from storage.kantor.satker import Satker

Place = tuple[str, str]


class Offered(Row):
    """The list of commands that an app was given for a chat; with an empty chat, the description of the bot for a
    channel."""

    __tablename__ = "offered"

    channel: Mapped[str] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[str]


def people(
    session: Session, marks: Mapping[Role, str], today: date, limit: int, here: Place | None = None
) -> Sequence[tuple[str, str, Role]]:
    """Channel, chat and role of private chats whose list is out of date; `here`: of that chat, in any case."""
    chat = Identity.channel, Identity.chat
    wanted = select(*chat, Anggota.role).join(Anggota, Anggota.id == Identity.anggota_id)
    mark = case(*((Anggota.role == role, literal(mark)) for role, mark in marks.items()), else_="")
    wanted = wanted.outerjoin(Offered, _at(*chat)).where(Anggota.in_force(today), _free(*chat))
    wanted = wanted.where(chat[0] == here[0], chat[1] == here[1]) if here else wanted.where(_differs(mark))
    return [(channel, id_, role) for channel, id_, role in session.execute(wanted.order_by(Identity.id).limit(limit))]


def groups(session: Session, mark: str, limit: int) -> Sequence[Place]:
    """Channel and chat of bound groups whose list is out of date."""
    chat = Satker.grup_channel, Satker.grup
    wanted = select(*chat).outerjoin(Offered, _at(*chat)).where(chat[1].is_not(None), _differs(literal(mark)))
    rows = session.execute(wanted.where(_free(*chat)).order_by(Satker.id).limit(limit))
    return [(channel, id_) for channel, id_ in rows if channel and id_]


def gone(session: Session, today: date, limit: int) -> Sequence[Place]:
    """Chats that were told a list and are nobody's any more."""
    private = select(Identity.channel, Identity.chat).join(Anggota, Anggota.id == Identity.anggota_id)
    group = select(Satker.grup_channel, Satker.grup).where(Satker.grup.is_not(None))
    # Joined and not looked for one by one: thousands are known.
    known = private.where(Anggota.in_force(today)).union_all(group).subquery()
    wanted = select(Offered.channel, Offered.chat).outerjoin(known, _at(*known.c))
    wanted = wanted.where(Offered.chat != "", known.c.chat.is_(None), _free(Offered.channel, Offered.chat))
    return [(channel, id_) for channel, id_ in session.execute(wanted.limit(limit))]


def told(session: Session, channel: str, chat: str) -> str:
    """The mark of the list that a chat was told last; empty if it was told none."""
    row = session.get(Offered, (channel, chat))
    return row.mark if row else ""


def tell(session: Session, channel: str, chat: str, mark: str) -> None:
    """Remember the mark of the list that a chat is told; an empty mark removes the row."""
    if mark:
        session.merge(Offered(channel=channel, chat=chat, mark=mark))
    else:
        session.execute(delete(Offered).where(_at(channel, chat)))


def forget(session: Session, channel: str) -> None:
    """Another bot stands at the other end: it has told nobody anything."""
    session.execute(delete(Offered).where(Offered.channel == channel))


def _at(channel: object, chat: object) -> ColumnElement[bool]:
    return and_(Offered.channel == channel, Offered.chat == chat)


def _differs(mark: ColumnElement[str]) -> ColumnElement[bool]:
    return func.coalesce(Offered.mark, "") != mark


def _free(channel: object, chat: object) -> ColumnElement[bool]:
    """Whether no list is on its way to the chat, for of two lists the older one might arrive last."""
    same = Outbox.channel == channel, Outbox.chat == chat, Outbox.kind == Kind.OFFER
    return ~select(Outbox.id).where(*same, Outbox.state.in_((State.NEW, State.SENDING))).exists()
