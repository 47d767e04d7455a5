"""Every update is on disk before Telegram may forget it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy.exc import OperationalError

from bot.telegram.channel import Telegram
from bot.telegram.polling import Inlet, arrived, polling
from storage.database import Database
from tests.bot.updates import group, message, press, recorded
from tests.botapi import BotAPI
from tests.botapi_wire import Fault


@asynccontextmanager
async def running(inlet: Inlet, channel: Telegram) -> AsyncIterator[None]:
    task = asyncio.create_task(polling(channel.bot, inlet, poll=1))
    yield
    inlet.stop.set()
    await task


async def test_updates_are_recorded_with_their_lane_and_then_confirmed(
    inlet: Inlet, channel: Telegram, api: BotAPI
) -> None:
    api.deliver(**message("Rudi", text="a"))
    api.deliver(**message("Rudi", group(), text="/kolase"))
    async with running(inlet, channel):
        await api.until(lambda: api.confirmed == 1002)
        assert inlet.world.wake.lanes.is_set()
        last = api.deliver(**press("Kadir", "l:1"))
        await api.until(lambda: api.confirmed == last)
    assert recorded(channel.database) == [
        ("1001", "11", 1001, "new"),
        ("1002", "-1001", 1002, "new"),
        ("1003", "12", 1003, "new"),
    ]


async def test_an_update_that_comes_again_is_recorded_once(inlet: Inlet, channel: Telegram, api: BotAPI) -> None:
    api.deliver(**message("Rudi", text="a"))
    api.pending.append(api.pending[0])
    async with running(inlet, channel):
        await api.until(lambda: api.confirmed == 1001)
    assert recorded(channel.database) == [("1001", "11", 1001, "new")]


async def test_an_update_that_the_library_cannot_read_holds_up_nobody(
    inlet: Inlet, channel: Telegram, api: BotAPI
) -> None:
    api.deliver(message={"nothing": "that anybody knows"})
    api.deliver(callback_query={"id": "q", "message": ["?"], "from": 7})
    api.deliver(message={"text": "a\0b\ud800"})
    api.update_id = 2**40
    api.deliver(**message("Rudi", text="a"))
    async with running(inlet, channel):
        await api.until(lambda: api.confirmed == api.update_id)
    assert [row[0] for row in recorded(channel.database)] == ["1001", "1002", "1003", str(2**40 + 1)]


async def test_ids_that_start_again_lower_are_recorded_too(inlet: Inlet, channel: Telegram, api: BotAPI) -> None:
    api.deliver(**message("Rudi", text="a"))
    async with running(inlet, channel):
        await api.until(lambda: api.confirmed == 1001)
        api.update_id, api.confirmed = 10, 0
        api.deliver(**message("Rudi", text="b"))
        await api.until(lambda: api.confirmed == 11)
    assert [row[0] for row in recorded(channel.database)] == ["11", "1001"]


async def test_without_a_database_nothing_is_confirmed(
    inlet: Inlet, channel: Telegram, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_self: Database) -> None:
        raise OperationalError("INSERT", {}, Exception("disk I/O error"))

    api.deliver(**message("Rudi", text="a"))
    with monkeypatch.context() as patched:
        patched.setattr(Database, "transaction", away)
        async with running(inlet, channel):
            await asyncio.sleep(0.3)
            assert api.confirmed == 0
            patched.undo()
            await api.until(lambda: api.confirmed == 1001)
    assert [row[0] for row in recorded(channel.database)] == ["1001"]


async def test_a_second_bot_on_the_token_is_named_in_the_log(
    inlet: Inlet, channel: Telegram, api: BotAPI, caplog: pytest.LogCaptureFixture
) -> None:
    api.faults = [Fault("getUpdates", 409, description="Conflict: terminated by other getUpdates request")]
    api.deliver(**message("Rudi", text="a"))
    with caplog.at_level(logging.ERROR, "bot.telegram.polling"):
        async with running(inlet, channel):
            await api.until(lambda: api.confirmed == 1001)
    assert caplog.messages == [
        "another process polls with this token; only one may: Conflict: terminated by other getUpdates request"
    ]


async def test_what_is_asked_for(inlet: Inlet, channel: Telegram, api: BotAPI) -> None:
    api.faults = [Fault("getUpdates", 500)]
    async with running(inlet, channel):
        await api.until(lambda: bool(api.said("getUpdates")))
    wanted = ["message", "edited_message", "callback_query", "my_chat_member"]
    assert api.said("getUpdates") == [{"timeout": 1, "allowed_updates": wanted}]


@pytest.mark.parametrize("token", ["\ud800", "\0", "x" * 4000, "é"])
async def test_no_token_however_odd_keeps_updates_from_being_recorded(inlet: Inlet, token: str) -> None:
    body = {"update_id": 7} | message("Orang Asing", text=f"/start {token}")
    await inlet.put([arrived(body)])
    assert recorded(inlet.world.database) == [("7", "99", 7, "new")]
