"""Several processes draw on one PostgreSQL database: each row by one of them, the offices in turn, on disks of their
own."""

import asyncio
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import obstore
import pytest
from obstore.store import MemoryStore
from sqlalchemy import select, text, update

from bot.process import serve
from bot.work.drawing import sheets
from bot.work.drawing.drawer import Drawn
from bot.work.drawing.sharing import Lease, is_spread
from bot.work.drawing.workers import Drawings
from bot.world import Wake, World
from handlers.chat import queue
from handlers.chat.messages import Chat, Drawing, Outgoing
from renderers.figures import Kolase
from renderers.kolase import kolase
from storage.chat.outbox import Outbox, State
from storage.database import Database
from storage.foto import sweeping
from storage.foto.store import Store
from storage.locks import Locks
from tests.bot.ears import Clock, until
from tests.bot.test_workers import Voice, did
from tests.conftest import NOW, make_office
from tests.renderers.kolase.pekan import PEKAN

pytestmark = [
    pytest.mark.usefixtures("office"),
    pytest.mark.skipif(not os.environ.get("TEST_DATABASE_URL"), reason="TEST_DATABASE_URL names no PostgreSQL"),
]


@pytest.fixture
def pair(world: World) -> Iterator[list[Drawings]]:
    """Two drawers, each of a process of its own."""
    locks = [Locks(world.database) for _ in range(2)]
    shelf = MemoryStore()
    worlds = [replace(world, kept=Store(world.data_dir / "foto", shelf), wake=Wake()) for _ in locks]
    yield [Drawings(one, {"matriks": picture}, held=held) for one, held in zip(worlds, locks, strict=True)]
    for one in locks:
        one.close()


@pytest.fixture
def drawn_ahead(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The weeks that were drawn ahead, in their order."""
    found: list[str] = []

    def draw(week: Kolase, *_told: object) -> list[bytes]:
        found.append(week.pekan)
        return [b"jpeg"]

    monkeypatch.setattr(kolase, "draw", draw)
    return found


def picture(*_told: object) -> Drawn:
    return Drawn((("a.jpg", b"jpeg"),))


def offices(database: Database, count: int) -> list[int]:
    with database.transaction() as session:
        return [1, *(make_office(session, f"{3000 + n}", f"KPU {n}").id for n in range(1, count))]


def ask(database: Database, satker: int, chat: str = "Rudi", times: int = 1) -> None:
    """A drawing each for so many people of an office."""
    with database.transaction() as session:
        for n in range(times):
            said = Outgoing(Chat("test", f"{chat} {satker} {n}"), drawing=Drawing("matriks", 1), satker=satker)
            queue.queue(session, [said], NOW)


def rows(database: Database) -> list[Outbox]:
    with database.transaction() as session:
        return list(session.scalars(select(Outbox).order_by(Outbox.id)))


def in_bucket(shelf: MemoryStore) -> list[str]:
    """What is drawn and lies there."""
    return [one["path"] for page in obstore.list(shelf) for one in page if one["path"].startswith("drawn/")]


def begun(one: Drawings) -> int:
    row = one._begun()  # noqa: SLF001 - what a drawer takes before it draws
    assert row
    return row.id


def test_two_drawers_take_different_rows_and_the_offices_in_turn(database: Database, pair: list[Drawings]) -> None:
    one, other = pair
    a, b, c = offices(database, 3)
    ask(database, a, times=3)
    ask(database, b, times=2)
    ask(database, c)
    taken = []
    for drawer in (one, other, one, other, one, other):
        row = drawer._begun()  # noqa: SLF001 - as above
        assert row
        taken.append((row.satker_id, row.id))
        # What it has drawn is nobody's to draw.
        with database.transaction() as session:
            session.execute(update(Outbox).where(Outbox.id == row.id).values(state=State.NEW, drawer=""))
    assert taken == [(a, 1), (b, 4), (c, 6), (a, 2), (b, 5), (a, 3)]


def test_while_one_draws_a_row_the_other_gets_another_or_none(database: Database, pair: list[Drawings]) -> None:
    one, other = pair
    ask(database, 1, times=2)
    assert (begun(one), begun(other)) == (1, 2)
    # Each has its own, begun anew where it came to nothing; there is no third.
    assert (begun(one), begun(other)) == (1, 2)
    assert [row.tries for row in rows(database)] == [2, 2]


def test_many_at_once_take_each_row_once(database: Database, world: World) -> None:
    ask(database, 1, times=24)
    locks = [Locks(database) for _ in range(4)]
    store = Store(world.data_dir / "foto", MemoryStore())
    drawers = [Drawings(replace(world, kept=store), {"matriks": picture}, held=one) for one in locks]

    def all_of(one: Drawings) -> None:
        async def run() -> None:
            while await one.one():
                pass

        asyncio.run(run())

    threads = [threading.Thread(target=all_of, args=(one,)) for one in drawers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in locks:
        one.close()
    assert {(row.state, row.drawer, row.tries, len(row.files)) for row in rows(database)} == {(State.NEW, "", 0, 1)}
    assert len(list((world.data_dir / "drawn").glob("*/a.jpg"))) == 24


def weeks(database: Database, count: int) -> list[str]:
    """Posted weeks, whose sheets are to be drawn ahead."""
    posted = [replace(PEKAN, pekan=f"Pekan {n}", rentang="", cells=()) for n in range(count)]
    for week in posted:
        sheets.wish(database, 1, week, NOW)
    return [week.pekan for week in posted]


def ahead(one: Drawings) -> bool:
    return sheets.one(one.world, one.lease)


def test_a_week_that_one_draws_ahead_is_left_to_it(
    database: Database, pair: list[Drawings], drawn_ahead: list[str]
) -> None:
    one, other = pair
    first, second = weeks(database, 2)
    with one.lease.had("lembar 1"):
        assert [ahead(other), ahead(other)] == [True, False]
        assert drawn_ahead == [second]
    assert [ahead(one), ahead(other)] == [True, False]
    assert drawn_ahead == [second, first]


def test_two_that_look_at_once_draw_each_week_once(
    database: Database, pair: list[Drawings], drawn_ahead: list[str]
) -> None:
    posted, begun_together = weeks(database, 6), threading.Barrier(2)

    def all_of(one: Drawings) -> None:
        begun_together.wait()
        while ahead(one):
            pass

    threads = [threading.Thread(target=all_of, args=(one,)) for one in pair]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(drawn_ahead) == posted


def test_what_a_process_had_that_is_gone_another_draws(database: Database, pair: list[Drawings]) -> None:
    one, other = pair
    ask(database, 1)
    assert begun(one) == 1
    assert other._begun() is None  # noqa: SLF001 - as above
    assert one.lease.held
    one.lease.held.close()
    assert begun(other) == 1


async def test_one_that_stood_still_does_not_finish_what_another_has_taken_over(
    database: Database, pair: list[Drawings]
) -> None:
    one, other = pair
    ask(database, 1)
    row = one._begun()  # noqa: SLF001 - what a drawer takes before it draws
    assert row
    assert one.lease.held
    one.lease.held.close()
    assert await other.one()
    before = rows(database)[0]
    one._drawn(row, Drawn((("b.jpg", b"old"),)))  # noqa: SLF001 - its end, which comes late
    assert [path.name for path in (one.world.data_dir / "drawn").glob("*/*")] == ["a.jpg"]
    after = rows(database)[0]
    assert (after.state, after.files) == (before.state, before.files)
    # It goes on under another name.
    first = one.lease.name
    assert one.lease.renewed() != first


def test_without_others_a_drawer_needs_no_lease(world: World) -> None:
    assert (Lease(None).renewed(), is_spread(world)) == ("", False)
    assert is_spread(replace(world, kept=Store(world.data_dir, MemoryStore())))


async def test_what_one_machine_has_drawn_another_sends(database: Database, tmp_path: Path) -> None:
    """The leader draws nothing here: it sends what the other one has drawn on a disk of its own."""
    journal: list[tuple[str, ...]] = []
    shelf = MemoryStore()
    databases = [Database(database.url.render_as_string(hide_password=False)) for _ in range(2)]
    worlds = [
        World(own, Voice(who=who, journal=journal), tmp_path / who, Clock(), Wake(), kept=Store(tmp_path / who, shelf))
        for own, who in zip(databases, "ab", strict=True)
    ]
    held = Locks(databases[1])
    worlds[1].wake.leads.clear()
    drawer = Drawings(worlds[1], {"matriks": picture}, held=held)
    ask(database, 1)
    assert await drawer.one()
    (name,) = rows(database)[0].files
    assert in_bucket(shelf) == [name]
    # There is nothing for it to send, so nothing stays on its disk.
    assert list((tmp_path / "b" / "drawn").glob("*/*")) == []
    assert sweeping.sweep(database, sweeping.Bucket(shelf), NOW) == 0

    async def intake(_inlet: object) -> None:
        await worlds[0].wake.stop.wait()

    task = asyncio.create_task(serve(worlds[0], intake))
    await until(lambda: rows(database)[0].state == State.SENT)
    # Sent, it lies nowhere any more.
    await until(lambda: in_bucket(shelf) == [])
    worlds[0].wake.halt()
    await task
    held.close()
    for own in databases:
        own.close()
    assert did(journal, "send") == [("a", "Rudi 1 0", "", "a.jpg")]
    assert list((tmp_path / "a" / "drawn").glob("*/*")) == []


def test_nobody_waits_for_a_row_that_is_being_changed(database: Database, pair: list[Drawings]) -> None:
    one, _ = pair
    ask(database, 1, times=2)
    with database.transaction() as session:
        session.execute(text("SELECT id FROM outbox WHERE id = 1 FOR UPDATE"))
        assert begun(one) == 2
