"""Two leaders press at the same moment: no change of either is lost, and the week is posted once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from threading import Thread

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.door import Door
from handlers.chat.messages import Chat, Incoming
from handlers.kolase import kolase, pratinjau
from handlers.kolase.doors import Crop, Move, PlaceCrop, PostNow, Way
from handlers.reading.dates.pekan import Pekan
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Role
from storage.laporan.deliveries import Delivery
from storage.laporan.susunan import Susunan
from tests.conftest import WIB
from tests.phone import Phones

FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
WEEK = Pekan.of(FRIDAY.date())
ORDER = [1, 3, 2]
numbers = count(1000)


@pytest.fixture
def shown(database: Database, office: int, monkeypatch: pytest.MonkeyPatch) -> Phones:
    """Three kegiatan in a preview that two leaders see."""
    assert office
    monkeypatch.setattr(table, "JOBS", (pratinjau.preview, kolase.weekly))
    phones = Phones(database)
    for day in ("20", "21", "22"):
        phones.say("Rudi", f"(foto {day}) Rapat {day} Juni 2022")
        phones.say("Rudi", "simpan")
    with database.transaction() as session:
        agus = people.find(session, "test", "Agus")
        assert agus
        agus.role = Role.KETUA_PELAKSANA
    phones.at(FRIDAY - timedelta(hours=2))
    return phones


def press(phones: Phones, who: str, door: Door) -> Callable[[], object]:
    number = next(numbers)
    event, data = str(number), door.written()
    with phones.database.transaction() as session:
        row = Inbox(channel="test", event=event, urut=number, lane=who, body={}, received_at=phones.now)
        inbox.put(session, [row])
    incoming = Incoming(Chat("test", who), event, who, press=data, press_id=event)
    return lambda: dispatch.handle(phones.database, incoming, phones.now)


def at_once(*presses: Callable[[], object]) -> None:
    threads = [Thread(target=one) for one in presses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_every_change_is_kept(shown: Phones, database: Database) -> None:
    said: list[tuple[str, Door]] = [
        ("Qori", PlaceCrop(WEEK, 1, Crop.LEFT)),
        ("Agus", PlaceCrop(WEEK, 1, Crop.RIGHT)),
        ("Agus", Move(WEEK, 2, Way.DOWN)),
        ("Qori", PlaceCrop(WEEK, 3, Crop.WHOLE)),
    ]
    at_once(*(press(shown, *one) for one in said))
    with database.transaction() as session:
        laid = session.scalars(select(Susunan)).one()
        waiting = session.scalars(select(Inbox).where(Inbox.state != "done")).all()
        seen = [row.figures["sel"] for row in session.scalars(select(Delivery).order_by(Delivery.id)) if row.view.sheet]
    assert (laid.sel["1"]["geser"] in ("kiri", "kanan"), laid.sel["3"], laid.urut) == (True, {"geser": "utuh"}, ORDER)
    assert (list(waiting), seen) == ([], [ORDER, ORDER])


def test_sent_once_also_when_its_hour_strikes(shown: Phones, database: Database) -> None:
    now = [press(shown, who, PostNow(WEEK)) for who in ("Qori", "Agus", "Qori")]
    at_once(*now, lambda: dispatch.tick(database, FRIDAY))
    with database.transaction() as session:
        assert len(session.scalars(select(Outbox).where(Outbox.group)).all()) == 1
