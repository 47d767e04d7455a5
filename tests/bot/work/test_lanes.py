"""The inbox is worked off in order within a chat, side by side between them; a failure holds up its lane only."""

import asyncio
import sqlite3
from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.channel import Unfetched
from bot.work import lanes as lanes_module
from bot.work.lanes import NOT_FETCHED, Lanes
from bot.world import World
from handlers import dispatch, routes
from handlers.chat.messages import Incoming
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.database import Database, away
from storage.kantor import people
from tests.bot.ears import RUDI, Clock, Ears, until
from tests.bot.line import arrive, said, states, worked

pytestmark = pytest.mark.usefixtures("office")


class Heard:
    """Stands in for the handlers: notes who was heard, in what order."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def __call__(self, database: Database, incoming: Incoming, now: datetime) -> bool:
        self.events.append(f"{incoming.person} {incoming.text}")
        with database.transaction() as session:
            inbox.take(session, "test", incoming.event, now)
        return True


def known(world: World, *names: str) -> None:
    """Rudi has several accounts."""
    with world.database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        for name in names:
            people.identify(session, rudi, "test", name, name)


async def test_a_lane_keeps_its_order(lanes: Lanes, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard()
    monkeypatch.setattr(dispatch, "handle", heard)
    await arrive(world, *((name, str(n)) for n in range(20) for name in ("Rudi", "Kadir", "Qori")))
    await worked(lanes)
    for name in ("Rudi", "Kadir", "Qori"):
        assert [e for e in heard.events if e.startswith(name)] == [f"{name} {n}" for n in range(20)]
    assert set(states(world)) == {("done", 0)}


async def test_a_slow_download_holds_up_its_own_lane_only(
    lanes: Lanes, world: World, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, gate, quick = Heard(), asyncio.Event(), ears.incoming

    async def incoming(body: dict[str, Any], event: str) -> Incoming | None:
        if body["person"] == "Rudi":
            await gate.wait()
        return await quick(body, event)

    monkeypatch.setattr(dispatch, "handle", heard)
    monkeypatch.setattr(ears, "incoming", incoming)
    await arrive(world, ("Rudi", "foto"), ("Rudi", "teks"), ("Kadir", "a"), ("Kadir", "b"))
    await lanes.look()
    await until(lambda: len(heard.events) == 2)
    assert heard.events == ["Kadir a", "Kadir b"]
    gate.set()
    await worked(lanes)
    assert heard.events[2:] == ["Rudi foto", "Rudi teks"]


async def test_eight_people_whose_files_take_long_hold_up_nobody_else(
    lanes: Lanes, world: World, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, gate, quick = Heard(), asyncio.Event(), ears.incoming

    async def incoming(body: dict[str, Any], event: str) -> Incoming | None:
        if body["person"] != "Kadir":
            await gate.wait()
        return await quick(body, event)

    monkeypatch.setattr(lanes_module, "SLOW", 0.05)
    monkeypatch.setattr(dispatch, "handle", heard)
    monkeypatch.setattr(ears, "incoming", incoming)
    known(world, *(f"P{n}" for n in range(8)))
    await arrive(world, *((f"P{n}", "foto") for n in range(8)), ("Kadir", "a"))
    running = asyncio.create_task(lanes.run())
    await until(lambda: len(heard.events) == 1)
    assert heard.events == ["Kadir a"]
    gate.set()
    await until(lambda: len(heard.events) == 9)
    lanes.wake.halt()
    await running
    assert (set(states(world)), lanes.slow) == ({("done", 0)}, set())


async def test_no_more_than_eight_lanes_at_once(lanes: Lanes, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "handle", Heard())
    known(world, *(f"P{n}" for n in range(20)))
    await arrive(world, *((f"P{n}", "x") for n in range(20)))
    await lanes.look()
    assert len(lanes.busy) == 8
    await worked(lanes)
    assert set(states(world)) == {("done", 0)}


async def test_many_messages_of_one_chat_hide_nobody(lanes: Lanes, world: World, ears: Ears) -> None:
    ears.failures = [Unfetched(Incoming(RUDI, "1", "Rudi"))]
    many = [("Rudi", "x")] * 9
    await arrive(world, *many)
    await worked(lanes)
    await arrive(world, *many, ("Kadir", "y"))
    await worked(lanes)
    assert states(world) == [("new", 1)] + [("new", 0)] * 8 + [("done", 0)]


async def test_a_photo_that_does_not_come_is_tried_five_times_and_then_the_person_is_told(
    lanes: Lanes, world: World, ears: Ears, clock: Clock
) -> None:
    await arrive(world, ("Rudi", "foto"), ("Rudi", "/batal"))
    ears.failures = [Unfetched(Incoming(RUDI, "1", "Rudi"))]
    assert await worked(lanes) == 2
    await arrive(world, ("Rudi", "foto"), ("Rudi", "/batal"), ("Orang Asing", "halo"))
    assert await worked(lanes) == 2
    assert states(world) == [("new", 1), ("new", 0), ("done", 0)]
    for tries, pause in enumerate((2, 4, 8, 16), 2):
        clock.forward(pause)
        ears.failures = [Unfetched(Incoming(RUDI, "1", "Rudi"))]
        await worked(lanes)
        assert states(world)[0] == ("new" if tries < 5 else "quarantined", tries)
    stranger, *told = said(world)
    assert stranger[0] == "Orang Asing"
    assert told == [("Rudi", NOT_FETCHED), ("Rudi", "Tidak ada laporan yang sedang diisi.")]


async def test_the_words_of_a_photo_that_never_comes_are_taken_without_it(
    lanes: Lanes, world: World, ears: Ears, clock: Clock
) -> None:
    await arrive(world, ("Rudi", "foto"))
    for pause in (0, 2, 4, 8, 16):
        clock.forward(pause)
        ears.failures = [Unfetched(Incoming(RUDI, "1", "Rudi", text="Rapat Pleno Rutin"))]
        await worked(lanes)
    assert states(world) == [("done", 4)]
    ((whom, text),) = said(world)
    assert (whom, text.split("\n")[:3]) == (
        "Rudi",
        [f"{NOT_FETCHED} Keterangannya sudah masuk.", "", "Nama: Rapat Pleno Rutin"],
    )


async def test_what_cannot_be_read_is_put_aside_at_once_and_both_are_told(
    lanes: Lanes, world: World, ears: Ears
) -> None:
    await arrive(world, ("Rudi", "?"), ("Rudi", "/batal"))
    ears.failures = [KeyError("from")]
    await worked(lanes)
    assert states(world) == [("quarantined", 1), ("done", 0)]
    assert said(world) == [
        ("Rudi", "Maaf, pesan Anda tidak dapat diolah karena gangguan pada bot. Mohon kirim sekali lagi."),
        ("Qori", "Satu pesan dari Rudi gagal diolah bot. Mohon beri tahu pengelola bot."),
        ("Rudi", "Tidak ada laporan yang sedang diisi."),
    ]


async def test_what_is_nothing_is_done_and_only_its_kind_is_kept(lanes: Lanes, world: World) -> None:
    await arrive(world, ("", "sticker in the group"))
    await worked(lanes)
    with world.database.transaction() as session:
        row = session.scalars(select(Inbox)).one()
    assert (row.state, row.body) == ("done", {"kind": "message"})


async def test_a_handler_that_fails_blocks_what_came_after_it_in_the_chat_until_it_is_tried_again(
    lanes: Lanes, world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = routes.says
    failures = [OSError("disk full")]

    def fails(*told: Any) -> Any:
        with suppress(IndexError):
            raise failures.pop()
        return real(*told)

    monkeypatch.setattr(routes, "says", fails)
    await arrive(world, ("Rudi", "/batal"), ("Rudi", "/batal"))
    assert await worked(lanes) == 2
    assert states(world) == [("new", 1), ("new", 0)]
    clock.forward(2)
    await worked(lanes)
    assert states(world) == [("done", 1), ("done", 0)]


async def test_without_a_database_a_lane_waits_and_goes_on(
    lanes: Lanes, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await arrive(world, ("Rudi", "/batal"))
    with monkeypatch.context() as patched:
        patched.setattr(dispatch, "handle", lambda *_: 1 / 0)
        patched.setattr("bot.work.lanes.PAUSE", 0.01)
        await lanes.look()
        await lanes.idle()
    assert states(world) == [("new", 0)]
    await worked(lanes)
    assert said(world) == [("Rudi", "Tidak ada laporan yang sedang diisi.")]


async def test_a_chat_of_another_channel_is_left_alone(lanes: Lanes, world: World) -> None:
    with world.database.transaction() as session:
        row = Inbox(channel="telegram", event="1", urut=1, lane="11", body={}, state="new", tries=0, error="")
        row.received_at = world.clock()
        session.add(row)
    assert (await worked(lanes), states(world)) == (30, [("new", 0)])


AWAY = OperationalError("SELECT 1", {}, sqlite3.OperationalError("database or disk is full"))


async def test_while_the_database_is_away_no_message_is_given_up(
    lanes: Lanes, world: World, ears: Ears, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.work.lanes.pause", lambda *_: asyncio.sleep(0))
    await arrive(world, ("Rudi", "/batal"))
    for _ in range(8):
        ears.failures = [AWAY]
        await lanes.look()
        await lanes.idle()
        clock.forward(600)
    assert states(world) == [("new", 0)]
    ears.failures = []
    await worked(lanes)
    assert (states(world), said(world)) == ([("done", 0)], [("Rudi", "Tidak ada laporan yang sedang diisi.")])


@pytest.mark.parametrize(
    ("said_by", "is_away"),
    [
        ("database or disk is full", True),
        ("database is locked", True),
        ("disk I/O error", True),
        ("no such column: x", False),
        ("too many SQL variables", False),
    ],
)
def test_what_is_the_databases_own_trouble(said_by: str, is_away: bool) -> None:
    assert away(OperationalError("SELECT 1", {}, sqlite3.OperationalError(said_by))) is is_away
    assert away(ValueError(said_by)) is False
