"""People: the anggota of a satker, how a channel knows them, and the invitations that bring them in."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, bindparam, delete, false, func, select, text
from sqlalchemy.orm import Mapped, aliased, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Here, InForce, Satker


class Role(StrEnum):
    PEMBINA = "pembina"
    ANGGOTA = "anggota"
    KETUA = "ketua"
    KETUA_PELAKSANA = "ketua_pelaksana"
    PENGIRIM = "pengirim"  # of the workbooks of an office below; no member of the team


class Anggota(InForce, Row):
    """A member of the team; `urut` is the place in its list, `ingatkan` whether reminders are wanted; `untuk`: the code
    of the office below whose workbooks a pengirim sends."""

    __tablename__ = "anggota"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    urut: Mapped[int]
    nama: Mapped[str]
    jabatan_kedinasan: Mapped[str] = mapped_column(default="")
    jabatan_tim: Mapped[str] = mapped_column(default="")
    role: Mapped[Role]
    ingatkan: Mapped[bool] = mapped_column(default=True)
    untuk: Mapped[str] = mapped_column(default="", server_default=text("''"))


class Identity(Row):
    """A person as one channel knows them; one person may own several, one in each channel they use. `spoke_at`: when
    they last wrote or pressed there; `number`: their telephone number, where the channel tells it beside an id."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("channel", "person"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"), index=True)
    channel: Mapped[str]
    person: Mapped[str]
    chat: Mapped[str]
    spoke_at: Mapped[datetime | None]
    number: Mapped[str] = mapped_column(default="", server_default=text("''"))


class Invitation(Row):
    """A single-use link; only the hash of its token is kept. Without satker it makes a new office. `oleh_pengelola`:
    the operator of the bot made it, and not a ketua pelaksana. `oleh_id`: the anggota who did. `lagi`: it is for
    somebody who has come in before, and comes in once more by another channel or with another number."""

    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    satker_id: Mapped[int | None] = mapped_column(ForeignKey("satker.id"))
    anggota_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    role: Mapped[Role]
    nama: Mapped[str] = mapped_column(default="")
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    oleh_pengelola: Mapped[bool] = mapped_column(default=False, server_default=false())
    oleh_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    lagi: Mapped[bool] = mapped_column(default=False, server_default=false())


def find(session: Session, channel: str, person: str) -> Anggota | None:
    """The anggota as whom a channel knows a person."""
    found = with_office(session, channel, person)
    return found[0] if found else None


# Composing a query takes longer than running it, so the query of every message is composed once.
_OF_ALL = aliased(Identity)
_SEVERAL = select(func.count() > 1).where(_OF_ALL.anggota_id == Anggota.id).scalar_subquery()
_SPEAKER = select(Anggota, Satker, _SEVERAL).join(Identity, Identity.anggota_id == Anggota.id)
_SPEAKER = _SPEAKER.join(Satker, Satker.id == Anggota.satker_id)
_SPEAKER = _SPEAKER.where(Identity.channel == bindparam("of_channel"), Identity.person == bindparam("of_person"))


def speaker(session: Session, channel: str, person: str) -> tuple[Anggota, Satker, bool] | None:
    """The anggota as whom a channel knows a person, with the office, which every message needs next, and whether they
    are known elsewhere too."""
    found = session.execute(_SPEAKER, {"of_channel": channel, "of_person": person}).first()
    return (found[0], found[1], found[2]) if found else None


def with_office(session: Session, channel: str, person: str) -> tuple[Anggota, Satker] | None:
    found = speaker(session, channel, person)
    return found[:2] if found else None


def _team(here: Here) -> ColumnElement[bool]:
    return (Anggota.satker_id == here.satker.id) & (Anggota.role != Role.PENGIRIM)


def every(here: Here) -> list[Anggota]:
    """All anggota of an office in their order, former and future ones too."""
    return list(here.session.scalars(select(Anggota).where(_team(here)).order_by(Anggota.urut)))


def current(here: Here, on: date) -> list[Anggota]:
    return [row for row in every(here) if row.in_force(on)]


def within(here: Here, mulai: date, selesai: date) -> list[Anggota]:
    """Who was one on any day of [mulai, selesai)."""
    return [r for r in every(here) if (r.berlaku_dari or mulai) < selesai and (r.berlaku_sampai or mulai) >= mulai]


_NAMED = select(Anggota).where(Anggota.satker_id == bindparam("of_satker"))
_NAMED = _NAMED.where(Anggota.id.in_(bindparam("ids", expanding=True)))


def named(here: Here, ids: Iterable[int]) -> dict[int, Anggota]:
    """The anggota of the office with these ids."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = here.session.scalars(_NAMED, {"of_satker": here.satker.id, "ids": wanted})
    return {row.id: row for row in rows}


def get(here: Here, id: int) -> Anggota | None:  # noqa: A002 - the column's name
    return here.session.scalar(select(Anggota).where(Anggota.satker_id == here.satker.id, Anggota.id == id))


def add(here: Here, nama: str, role: Role, jabatan_tim: str = "") -> Anggota:
    urut = len(list(here.session.scalars(select(Anggota.id).where(Anggota.satker_id == here.satker.id)))) + 1
    row = Anggota(satker_id=here.satker.id, urut=urut, nama=nama, role=role, jabatan_tim=jabatan_tim)
    here.session.add(row)
    here.session.flush()
    return row


def identify(
    session: Session, anggota: Anggota, channel: str, person: str, chat: str, at: datetime | None = None
) -> Identity:
    """Bind a person of a channel to this anggota, also one who was bound to another row before. `at`: when they
    spoke."""
    known = session.scalar(select(Identity).where(Identity.channel == channel, Identity.person == person))
    row = known or Identity(channel=channel, person=person)
    row.anggota_id, row.chat, row.spoke_at = anggota.id, chat, at or row.spoke_at
    session.add(row)
    session.flush()
    return row


def identities(session: Session, anggota: Anggota) -> list[Identity]:
    """As whom channels know an anggota, that one first where they spoke last."""
    wanted = select(Identity).where(Identity.anggota_id == anggota.id).execution_options(populate_existing=True)
    return list(session.scalars(wanted.order_by(Identity.spoke_at.desc().nulls_last(), Identity.id)))


def unknow(session: Session, anggota: Anggota) -> int:
    """Delete all identities of this anggota; returns their number."""
    return session.execute(delete(Identity).where(Identity.anggota_id == anggota.id)).rowcount  # type: ignore[attr-defined, no-any-return]


def with_role(here: Here, role: Role, on: date) -> list[Anggota]:
    """The anggota who hold a role on a day and have an identity, so that a channel can reach them."""
    known = set(here.session.scalars(select(Identity.anggota_id)))
    return [row for row in current(here, on) if row.role == role and row.id in known]


def led_until(here: Here) -> date:
    """The last day until which, from today on without a gap, somebody leads the office whom a channel knows; a day that
    has passed where nobody does. What other transactions have changed meanwhile counts."""
    leaders, day = _leaders(here), here.clock.date()
    while ends := [row.berlaku_sampai or date.max for row in leaders if row.in_force(day)]:
        if max(ends) == date.max:
            return date.max
        day = max(ends) + timedelta(days=1)
    return day - timedelta(days=1)


def leads(here: Here, anggota: Anggota) -> bool:
    """Whether somebody leads the office today and a channel knows them; what others have changed meanwhile counts."""
    return any(row.id == anggota.id and row.in_force(here.clock.date()) for row in _leaders(here))


def _leaders(here: Here) -> Sequence[Anggota]:
    """The ketua pelaksana of any time whom a channel knows, read anew."""
    known = select(Identity.anggota_id)
    wanted = select(Anggota).where(Anggota.satker_id == here.satker.id, Anggota.id.in_(known))
    wanted = wanted.where(Anggota.role == Role.KETUA_PELAKSANA).execution_options(populate_existing=True)
    return here.session.scalars(wanted).all()


def reachable(here: Here) -> list[Anggota]:
    """The anggota who have an identity on any channel."""
    wanted = select(Anggota).join(Identity).where(_team(here))
    return list(here.session.scalars(wanted.order_by(Anggota.urut).distinct()))


def waiting(here: Here) -> list[Anggota]:
    """The anggota who have no identity yet."""
    known = select(Identity.anggota_id)
    wanted = select(Anggota).where(_team(here), Anggota.id.not_in(known))
    return list(here.session.scalars(wanted.order_by(Anggota.urut)))


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def invite(
    session: Session, token: str, role: Role, expires_at: datetime, *,
    satker: Satker | None = None, anggota: Anggota | None = None, nama: str = "", oleh_pengelola: bool = False,
    oleh: Anggota | None = None, lagi: bool = False,
) -> None:  # fmt: skip
    row = Invitation(token_hash=hashed(token), role=role, nama=nama, expires_at=expires_at, lagi=lagi)
    row.oleh_pengelola = oleh_pengelola
    row.satker_id = satker.id if satker else None
    row.anggota_id = anggota.id if anggota else None
    row.oleh_id = oleh.id if oleh else None
    session.add(row)
    session.flush()


def opened_by(session: Session, tokens: Iterable[str], now: datetime) -> set[str]:
    """The tokens among these that open an invitation now."""
    # Tokens are ASCII; a message may hold characters that no encoding has.
    given = {hashed(token): token for token in tokens if token and token.isascii()}
    if not given:
        return set()
    rows = session.scalars(select(Invitation).where(Invitation.token_hash.in_(given)))
    return {given[row.token_hash] for row in rows if _open(session, row, now)}


def opened(session: Session, token: str, now: datetime) -> Invitation | None:
    """The open invitation of a token, held; None if unknown, used or expired, or if who made it leads no more."""
    row = session.get(Invitation, hashed(token), with_for_update=True) if token.isascii() else None
    return row if row and _open(session, row, now) else None


def _open(session: Session, row: Invitation, now: datetime) -> bool:
    if row.used_at or row.expires_at <= now:
        return False
    maker = session.get(Anggota, row.oleh_id) if row.oleh_id else None
    if maker is None:
        return True
    here = Here(session, session.get_one(Satker, maker.satker_id), now)
    # Who wants another channel of their own makes the link themselves.
    return maker.in_force(here.today) if maker.id == row.anggota_id else leads(here, maker)


def redeem(session: Session, token: str, now: datetime) -> Invitation | None:
    """The same, marked used."""
    row = opened(session, token, now)
    if row is not None:
        row.used_at = now
        session.flush()
    return row


def revoke(session: Session, maker: Anggota) -> None:
    """Void the links that somebody made and nobody has used: the row may soon be another person's."""
    session.execute(delete(Invitation).where(Invitation.oleh_id == maker.id, Invitation.used_at.is_(None)))
