"""Several processes on one PostgreSQL database: one leads, a chat is worked off by one at a time, nothing twice."""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.intake.inlet import Inlet
from bot.process import serve
from bot.work import parcel as parcels
from bot.work.parcel import Parcel
from bot.world import Wake, World
from handlers.chat.messages import Chat, Outgoing
from storage import lead, locks
from storage.chat import outbox
from storage.chat.outbox import Outbox, State
from storage.database import Database
from storage.locks import LEASE, Locks
from tests.bot.ears import GRUP, Clock, Ears, until
from tests.bot.line import arrive, states
from tests.bot.trouble.posts import say
from tests.postgres import LEADER

pytestmark = [
    pytest.mark.usefixtures("office"),
    pytest.mark.skipif(not os.environ.get("TEST_DATABASE_URL"), reason="TEST_DATABASE_URL names no PostgreSQL"),
]


Journal = list[tuple[str, ...]]


@dataclass
class Voice(Ears):
    """Writes into a journal that all workers share."""

    who: str = ""
    journal: Journal = field(default_factory=list)

    def _do(self, *what: str) -> None:
        self.journal.append((self.who, *what))


@asynccontextmanager
async def worker(
    database: Database, folder: Path, who: str, journal: Journal, voice: type[Voice] = Voice
) -> AsyncIterator[World]:
    """A process of its own but for the process: its own connections, folder and voice."""
    own = Database(database.url.render_as_string(hide_password=False))
    world = World(own, voice(who=who, journal=journal), folder / who, Clock(), Wake())

    async def intake(inlet: Inlet) -> None:
        await inlet.stop.wait()

    task = asyncio.create_task(serve(world, intake))
    try:
        yield world
    finally:
        world.wake.halt()
        await task
        own.close()


def did(journal: Journal, what: str) -> Journal:
    return [(who, *rest) for who, kind, *rest in journal if kind == what]


def first(database: Database) -> Outbox:
    with database.transaction() as session:
        return outbox.get(session, 1)


def leader_pid(database: Database) -> int:
    with database.transaction() as session:
        return int(session.scalar(text(f"SELECT pid {LEADER}")) or 0)


def test_a_lock_is_held_by_one_and_lost_with_its_connection(database: Database) -> None:
    one, other = Locks(database), Locks(database)
    assert (one.take("x"), other.take("x"), other.take("y")) == (True, False, True)
    assert (one.holds("x"), other.holds("y"), other.take("x")) == (True, True, False)
    one.give("x")
    assert other.take("x")
    assert other.connection
    with database.engine.begin() as connection:
        pid = other.connection.scalar(text("SELECT pg_backend_pid()"))
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    assert (other.holds("x"), one.take("x"), one.take("y")) == (False, True, True)
    one.close()
    other.close()


def test_a_new_connection_does_not_hold_what_the_lost_one_held(database: Database) -> None:
    locks_ = Locks(database)
    assert locks_.take("leader")
    assert locks_.connection
    with database.engine.begin() as connection:
        pid = locks_.connection.scalar(text("SELECT pg_backend_pid()"))
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    # The first question after the loss finds it out, the second one has a connection again.
    assert (locks_.take("lane"), locks_.take("lane")) == (False, True)
    assert (locks_.holds("lane"), locks_.holds("leader")) == (True, False)
    locks_.close()


def test_a_ring_is_heard_once_the_transaction_is_committed(database: Database) -> None:
    listening = locks.rings(database, 0.1)
    assert next(listening) is False
    with database.transaction() as session:
        locks.ring(session)
        assert next(listening) is False
    assert (next(listening), next(listening)) == (True, False)
    listening.close()  # type: ignore[attr-defined]


async def test_two_workers_share_the_chats_and_only_one_speaks(database: Database, tmp_path: Path) -> None:
    journal: Journal = []
    names = ("Rudi", "Kadir", "Qori", "Agus")
    async with worker(database, tmp_path, "a", journal) as a, worker(database, tmp_path, "b", journal):
        await arrive(a, *((name, f"kata {n}") for n in range(10) for name in names))
        await until(lambda: {state for state, _ in states(a)} == {"done"})
        await until(lambda: len({chat for _, chat, _ in did(journal, "send")}) == len(names))
    events = [int(event) for _, event in did(journal, "incoming")]
    assert sorted(events) == list(range(1, 41))
    assert [[e for e in events if e % 4 == lane] for lane in range(4)] == [
        [e for e in range(1, 41) if e % 4 == lane] for lane in range(4)
    ]
    assert len({who for who, *_ in did(journal, "send")}) == 1


async def test_when_the_leader_loses_its_connection_another_leads_and_no_post_is_doubled(
    database: Database, tmp_path: Path
) -> None:
    journal: Journal = []
    async with worker(database, tmp_path, "a", journal) as a, worker(database, tmp_path, "b", journal):
        say(a, Outgoing(GRUP, text="satu", satker=1))
        await until(lambda: len(did(journal, "send")) == 1)
        with database.transaction() as session:
            session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": leader_pid(database)})
        await until(lambda: leader_pid(database) != 0)
        say(a, Outgoing(Chat("test", "Rudi"), text="dua", satker=1))
        await until(lambda: len(did(journal, "send")) == 2)
    assert [said for _, _, said in did(journal, "send")] == ["satu", "dua"]


async def test_what_a_leader_has_not_finished_when_it_lost_the_lead_it_does_not_finish(
    database: Database, tmp_path: Path
) -> None:
    journal: Journal = []
    going, may_end = asyncio.Event(), asyncio.Event()

    class Slow(Voice):
        async def send(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
            said = await super().send(outgoing, files)
            going.set()
            await may_end.wait()
            return said

    async with worker(database, tmp_path, "a", journal, Slow) as a, worker(database, tmp_path, "b", journal) as b:
        say(a, Outgoing(GRUP, text="satu", satker=1))
        await going.wait()
        with database.transaction() as session:
            session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": leader_pid(database)})
        await until(lambda: first(database).state == State.UNCERTAIN)
        may_end.set()
        say(b, Outgoing(Chat("test", "Rudi"), text="dua", satker=1))
        await until(lambda: ("b", "Rudi", "dua") in did(journal, "send"))
    asked = "Jaringan terputus saat mengirim ke grup: “satu”. Apakah kiriman itu sudah ada di grup?"
    assert sorted(did(journal, "send")) == [("a", "Grup", "satu"), ("b", "Qori", asked), ("b", "Rudi", "dua")]
    row = first(database)
    assert (row.state, row.message_ids, row.payload["text"]) == (State.UNCERTAIN, [], "satu")


async def test_a_leader_that_stood_still_before_it_sent_asks_the_database_first(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal: Journal = []
    pauses, claimed, real = iter([LEASE + 1.0]), list[Parcel](), lead.boot_time

    def stood_still(*given: Any, **how: Any) -> Parcel | None:
        parcel = parcels.claim(*given, **how)
        if parcel:
            claimed.append(parcel)
            monkeypatch.setattr(lead, "boot_time", lambda: real() + next(pauses, 0.0))
        return parcel

    monkeypatch.setattr("bot.work.sender.claim", stood_still)
    async with worker(database, tmp_path, "a", journal) as a:
        await until(lambda: leader_pid(database) != 0)
        say(a, Outgoing(GRUP, text="satu", satker=1))
        await until(lambda: len(claimed) == 1 and first(database).state == State.NEW)
        a.clock.forward(2)  # type: ignore[attr-defined]
        a.wake.all()
        await until(lambda: first(database).state == State.SENT)
    assert did(journal, "send") == [("a", "Grup", "satu")]
    assert (len(claimed), first(database).tries) == (2, 1)


def test_in_an_old_term_nothing_comes_to_pass(database: Database) -> None:
    old = lead.begun(database)
    with lead.within(old), database.transaction() as session:
        session.execute(text("UPDATE satker SET nama = 'Lama'"))
    new = lead.begun(database)
    assert [one.number for one in (old, new) if one] == [1, 2]
    with lead.within(old), pytest.raises(lead.Lost), database.transaction() as session:
        session.execute(text("UPDATE satker SET nama = 'Lagi'"))
    with database.transaction() as session:
        assert session.scalar(text("SELECT nama FROM satker")) == "Lama"


def test_a_new_term_waits_until_what_is_under_way_in_the_old_one_has_come_to_pass(database: Database) -> None:
    old = lead.begun(database)
    with lead.within(old), database.transaction() as session:
        session.execute(text("UPDATE satker SET nama = 'Lama'"))
        with lead.within(None), pytest.raises(OperationalError, match="lock timeout"):
            lead.begun(database)
    assert old == lead.Term(1, old.heard if old else 0)
    begun = lead.begun(database)
    assert begun == lead.Term(2, begun.heard if begun else 0)


async def test_when_the_leader_ends_another_leads(database: Database, tmp_path: Path) -> None:
    journal: Journal = []
    async with worker(database, tmp_path, "a", journal) as a:
        await until(lambda: leader_pid(database) != 0)
        async with worker(database, tmp_path, "b", journal) as b:
            a.wake.halt()
            say(b, Outgoing(Chat("test", "Rudi"), text="satu", satker=1))
            await until(lambda: len(did(journal, "send")) == 1)
    assert did(journal, "send") == [("b", "Rudi", "satu")]
