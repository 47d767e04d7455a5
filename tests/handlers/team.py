"""A team in which people come, lead and go: by links, and as it is set from the card of /atur."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from time import sleep

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from handlers import dispatch
from handlers.atur.doors import AskSetting, Choose
from handlers.chat.door import Door
from handlers.chat.messages import Chat, Incoming
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.database import away
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


def pressing(phones: Phones, who: str, door: Door, number: int, together: Barrier) -> Callable[[], object]:
    event = str(number)
    with phones.database.transaction() as session:
        row = Inbox(channel="test", event=event, urut=number, lane=who, body={}, received_at=phones.now)
        inbox.put(session, [row])
    incoming = Incoming(Chat("test", who), event, who, press=door.written(), press_id=event)

    def press() -> None:
        together.wait()
        while not tried():
            sleep(0.2)

    def tried() -> bool:
        """Where the database has broken it off it is tried again after a pause, as the lanes do."""
        try:
            return dispatch.handle(phones.database, incoming, phones.now)
        except OperationalError as error:
            if not away(error):
                raise
            return False

    return press


def at_once(phones: Phones, first: tuple[str, Door], second: tuple[str, Door]) -> None:
    """Two people press at the same moment."""
    together = Barrier(2)
    both = [pressing(phones, *one, number, together) for number, one in enumerate((first, second), start=1000)]
    threads = [Thread(target=press) for press in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
