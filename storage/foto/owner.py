"""The mark of this deployment beside its photos, and the list of all photos that it ever held and so may sweep."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from sqlalchemy import delete, exists, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.foto.photos import Foto
from storage.upsert import kept, upsert

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('deployment', 0))")


class Deployment(Row):
    """The mark of this deployment, in a single row. `copy`: the database came out of a backup, and nobody has said yet
    that it alone uses the photos; `backed_up_at`: when it was last saved whole."""

    __tablename__ = "deployment"

    mark: Mapped[str] = mapped_column(primary_key=True)
    copy: Mapped[bool] = mapped_column(default=False)
    backed_up_at: Mapped[datetime | None]


class Held(Row):
    """A photo that this deployment has put where photos are kept, whether or not a row still names it."""

    __tablename__ = "held"

    sha256: Mapped[str] = mapped_column(primary_key=True)


def known(session: Session) -> Deployment | None:
    """The mark of this deployment; None if it has marked nothing yet."""
    return session.scalar(select(Deployment))


def mine(session: Session) -> Deployment:
    """The mark of this deployment, made on first use."""
    return known(session) or _first(session)


def renew(session: Session) -> None:
    """From now on this database is another deployment, which sweeps nothing before it has taken over."""
    session.execute(delete(Deployment))
    _added(session, copy=True)


def take_over(session: Session) -> Deployment:
    """Declare that only this deployment uses the photos, so that it may sweep them."""
    me = mine(session)
    session.execute(update(Deployment).values(copy=False))
    return me


def backed_up(session: Session, now: datetime) -> None:
    mine(session).backed_up_at = now


_NOTED = upsert(Row.metadata.tables[Held.__tablename__], kept)


def note(session: Session, sha256: str) -> None:
    """Note a photo before it is put anywhere, lest one that no row ever names stays there for ever."""
    session.execute(_NOTED(session), {"sha256": sha256})


def note_rows(session: Session) -> None:
    """Note the photos that rows name before any of the rows is deleted, so that their files may be swept later."""
    noted = exists().where(Held.sha256 == Foto.sha256)
    named = select(Foto.sha256).where(~noted).distinct()
    session.execute(_NOTED(session).from_select(["sha256"], named))


def held(session: Session) -> set[str]:
    """The sha256 of every photo that this database once held and may remove."""
    return set(session.scalars(select(Held.sha256)))


def forget(session: Session, sha256: Iterable[str]) -> None:
    """Delete the notes of swept photos, so that not even their hash is kept."""
    for one in sha256:
        session.execute(delete(Held).where(Held.sha256 == one))


def _first(session: Session) -> Deployment:
    # Two processes may look at once: the second one waits, and finds what the first has made.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_ONE_AT_A_TIME)
    return known(session) or _added(session, copy=False)


def _added(session: Session, *, copy: bool) -> Deployment:
    me = Deployment(mark=uuid4().hex, copy=copy)
    session.add(me)
    session.flush()
    return me
