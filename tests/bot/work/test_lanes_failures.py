"""No failure in one lane holds up the others, and nobody is left without a word."""

import asyncio
import sqlite3
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.channel import Unfetched
from bot.work.lanes import NOT_FETCHED, Lanes
from bot.world import World
from handlers import dispatch, routes
from handlers.chat.messages import Incoming
from storage.chat.inbox import Inbox
from storage.database import away
from tests.bot.ears import RUDI, Clock, Ears
from tests.bot.line import arrive, said, states, worked

pytestmark = pytest.mark.usefixtures("office")


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
