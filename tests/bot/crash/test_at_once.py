"""Presses of the same cards and records by two workers at once: nothing is done twice, no number is used twice."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from handlers import dispatch
from handlers.chat.messages import Chat, Incoming
from storage.catatan.kegiatan import Kegiatan
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.database import Database
from storage.kantor.audit import Audit
from tests.conftest import NOW
from tests.phone import Phones
from tests.postgres import URL

pytestmark = [
    pytest.mark.usefixtures("office"),
    pytest.mark.skipif(not URL, reason="SQLite has one writer; TEST_DATABASE_URL names no PostgreSQL"),
]
REPORTERS, ROUNDS = ("Rudi", "Kadir", "Qori", "Agus"), 3


@pytest.fixture
def workers(database: Database) -> Iterator[list[Database]]:
    found = [Database(database.url.render_as_string(hide_password=False)) for _ in range(2)]
    yield found
    for one in found:
        one.close()


def all_at_once(workers: list[Database], phones: Phones, label: str) -> None:
    """Everybody presses; both workers take every press for theirs, under another event as from a stale lock."""
    presses = {name: phones._button(name, label) for name in REPORTERS}  # noqa: SLF001 - what the person sees
    gate = threading.Barrier(len(workers) * len(presses))

    def handled(worker: int, name: str) -> bool:
        message, data = presses[name]
        event = f"{label} {worker} {name} {phones.now}"
        incoming = Incoming(Chat("test", name), event, name, message=message, press=data, press_id=event)
        with workers[worker].transaction() as session:
            row = Inbox(channel="test", event=event, urut=1, lane=name, body={})
            row.received_at = phones.now
            inbox.put(session, [row])
        gate.wait(20)
        return dispatch.handle(workers[worker], incoming, phones.now)

    with ThreadPoolExecutor(len(workers) * len(presses)) as pool:
        assert all(pool.map(lambda told: handled(*told), [(w, n) for w in range(len(workers)) for n in presses]))
    phones.hear()


def test_what_two_workers_do_at_once_is_done_once(database: Database, workers: list[Database]) -> None:
    phones = Phones(database)
    for number in range(ROUNDS):
        phones.now = NOW + timedelta(minutes=number)
        for name in REPORTERS:
            phones.say(name, f"(foto {name}{number}) Rapat {name} {number}")
        all_at_once(workers, phones, "Simpan")
    all_at_once(workers, phones, "Hapus")
    with database.transaction() as session:
        rows = session.execute(
            select(Kegiatan.nama, Kegiatan.nomor, Kegiatan.dihapus_at).order_by(Kegiatan.nomor)
        ).all()
        told = dict(session.execute(select(Audit.action, func.count()).group_by(Audit.action)).all())
    assert sorted(row.nama for row in rows) == sorted(f"Rapat {n} {k}" for n in REPORTERS for k in range(ROUNDS))
    assert [row.nomor for row in rows] == list(range(1, ROUNDS * len(REPORTERS) + 1))
    assert sum(row.dihapus_at is not None for row in rows) == len(REPORTERS)
    assert told == {"catat": len(rows), "hapus": len(REPORTERS)}
