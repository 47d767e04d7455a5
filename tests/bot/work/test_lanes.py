"""The inbox is worked off: in order within a chat, side by side between them."""

import asyncio
from typing import Any

import pytest

from bot.channel import Unfetched
from bot.work.lanes import Lanes
from bot.world import World
from handlers import dispatch
from handlers.chat.messages import Incoming
from storage.chat.inbox import Inbox, State
from storage.database import Database
from tests.bot.ears import RUDI, Ears, until
from tests.bot.line import arrive, states, worked

pytestmark = pytest.mark.usefixtures("office")


class Heard:
    """Stands in for the handlers: notes who was heard, in what order."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def __call__(self, database: Database, incoming: Incoming, _now: object) -> bool:
        self.events.append(f"{incoming.person} {incoming.text}")
        with database.transaction() as session:
            session.get_one(Inbox, ("test", incoming.event)).state = State.DONE
        return True


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
    ears.failures = [Unfetched(Incoming(RUDI, "1", "Rudi"))]
    many = [("Rudi", "x")] * 9
    await arrive(world, *many)
    await worked(lanes)
    await arrive(world, *many, ("Kadir", "y"))
    await worked(lanes)
    assert states(world) == [("new", 1)] + [("new", 0)] * 8 + [("done", 0)]
