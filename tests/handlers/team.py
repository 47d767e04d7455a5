"""A team in which people come, lead and go: by links, and as it is set from the card of /atur."""

from datetime import timedelta

from sqlalchemy import select

from handlers.atur.doors import AskSetting, Choose
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from tests.conftest import here
from tests.phone import Phones, forged

LEADER = Role.KETUA_PELAKSANA
ROLES = (Role.PEMBINA, Role.ANGGOTA, Role.KETUA, LEADER)
HOUR = timedelta(hours=1)


def the(phones: Phones, name: str) -> Anggota:
    with phones.database.transaction() as session:
        return session.scalars(select(Anggota).where(Anggota.nama == name)).one()


def leaders(phones: Phones) -> set[str]:
    """Who leads the office on the day of the phones."""
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        return {one.nama for one in people.with_role(here(session, office), LEADER, phones.now.date())}


def came(phones: Phones, name: str, role: Role = Role.ANGGOTA, *, by_operator: bool = False) -> None:
    """Somebody comes in by a link, now."""
    with phones.database.transaction() as session:
        office, until = session.scalars(select(Satker)).one(), phones.now + HOUR
        people.invite(session, name, role, until, satker=office, nama=name, oleh_pengelola=by_operator)
    phones.say(name, f"/start {name}")


def leads(phones: Phones, *names: str) -> None:
    with phones.database.transaction() as session:
        for row in session.scalars(select(Anggota).where(Anggota.nama.in_(names))):
            row.role = LEADER


def becomes(row: Anggota, role: Role) -> str:
    return forged(Choose("tim", row.id, "role", ROLES.index(role)))


def dated(phones: Phones, who: str, whom: str, when: str, which: str = "berlaku_sampai") -> list[str]:
    """The end, or the beginning, of a membership as it is set from the card."""
    phones.say(who, forged(AskSetting("tim", the(phones, whom).id, which)))
    return phones.say(who, when)
