"""The inbox is worked off: in order within a chat, side by side between them, and no failure holds up the others."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select

from bot.channel import Unfetched
from bot.intake import Arrived, Inlet
from bot.lanes import NOT_FETCHED, Lanes
from bot.world import World
from handlers import dispatch
from handlers.chat import Incoming
from storage.database import Database
from storage.inbox import Inbox
from storage.outbox import Outbox
from tests.bot.ears import RUDI, Clock, Ears, until

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def lanes(world: World) -> Lanes:
    return Lanes(world)


async def arrive(world: World, *said: tuple[str, str]) -> None:
    """Person and text, numbered from 1."""
    told = [
        Arrived(str(number), number, person or "?", {"update_id": number, "message": 1, "person": person, "text": text})
        for number, (person, text) in enumerate(said, 1)
    ]
    await Inlet(world).put(told)


async def worked(lanes: Lanes) -> float:
    """Until nothing can be done any more; answers in how many seconds there may be."""
    while True:
        seconds = await lanes.look()
        if not lanes.busy:
            return seconds
        await lanes.idle()


def states(world: World) -> list[tuple[str, int]]:
    with world.database.transaction() as session:
        return [(row.state, row.tries) for row in session.scalars(select(Inbox).order_by(Inbox.urut))]


def said(world: World) -> list[tuple[str, str]]:
    with world.database.transaction() as session:
        rows = session.scalars(select(Outbox).order_by(Outbox.id))
        return [(row.chat, row.payload["text"]) for row in rows]


class Heard:
    """Stands in for the handlers: notes who was heard, in what order."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def __call__(self, database: Database, incoming: Incoming, _now: object) -> None:
        self.events.append(f"{incoming.person} {incoming.text}")
        with database.transaction() as session:
            session.get_one(Inbox, ("test", incoming.event)).state = "done"


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


async def test_no_more_than_eight_lanes_at_once(lanes: Lanes, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "handle", Heard())
    await arrive(world, *((f"P{n}", "x") for n in range(20)))
    await lanes.look()
    assert len(lanes.busy) == 8
    await worked(lanes)
    assert set(states(world)) == {("done", 0)}


async def test_many_messages_of_one_chat_hide_nobody(lanes: Lanes, world: World, ears: Ears) -> None:
    lanes.limit = 4
    ears.failures = [Unfetched(Incoming(RUDI, "1", "Rudi"))]
    await arrive(world, *(("Rudi", "x") for _ in range(9)), ("Kadir", "y"))
    await worked(lanes)
    assert states(world) == [("new", 1)] + [("new", 0)] * 8 + [("done", 0)]


async def test_a_photo_that_does_not_come_is_tried_five_times_and_then_the_person_is_told(
    lanes: Lanes, world: World, ears: Ears, clock: Clock
) -> None:
    await arrive(world, ("Rudi", "foto"), ("Rudi", "/batal"), ("Orang Asing", "halo"))
    ears.failures = [Unfetched(Incoming(RUDI, "1", "Rudi")), None]
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


async def test_what_cannot_be_read_is_put_aside_at_once(lanes: Lanes, world: World, ears: Ears) -> None:
    await arrive(world, ("Rudi", "?"), ("Rudi", "/batal"))
    ears.failures = [KeyError("from")]
    await worked(lanes)
    assert states(world) == [("quarantined", 1), ("done", 0)]
    assert said(world) == [("Rudi", "Tidak ada laporan yang sedang diisi.")]


async def test_what_is_nothing_is_done_and_only_its_kind_is_kept(lanes: Lanes, world: World) -> None:
    await arrive(world, ("", "sticker in the group"))
    await worked(lanes)
    with world.database.transaction() as session:
        row = session.scalars(select(Inbox)).one()
    assert (row.state, row.body) == ("done", {"kind": "message"})


async def test_a_handler_that_fails_blocks_what_came_after_it_in_the_chat_until_it_is_tried_again(
    lanes: Lanes, world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = dispatch._says  # noqa: SLF001 - the inside of the transaction
    failures = [OSError("disk full")]

    def fails(*told: Any) -> Any:
        with suppress(IndexError):
            raise failures.pop()
        return real(*told)

    monkeypatch.setattr(dispatch, "_says", fails)
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
        patched.setattr("bot.lanes.PAUSE", 0.01)
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
