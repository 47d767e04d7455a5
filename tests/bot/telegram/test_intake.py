"""Every update is on disk before Telegram may forget it."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, TCPConnector, web
from sqlalchemy.exc import OperationalError

from bot.intake.inlet import Inlet
from bot.intake.listening import Few, Refused, serving
from bot.telegram.channel import Telegram
from bot.telegram.intake import SECRET, arrived, hook, polling
from storage.database import Database
from tests.bot.ears import until
from tests.bot.updates import group, message, press, recorded
from tests.botapi import BotAPI
from tests.botapi_wire import Fault
from tests.patience import PATIENCE
from tests.ports import listens


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
    ear = inlet.world.wake.lanes.ear()
    async with running(inlet, channel):
        await api.until(lambda: api.confirmed == 1002)
        assert ear.is_set()
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


@asynccontextmanager
async def webhook(inlet: Inlet, port: int) -> AsyncIterator[str]:
    task = asyncio.create_task(
        serving(f"127.0.0.1:{port}", [hook("https://bot.example/hook", "rahasia", inlet)], inlet.stop)
    )
    await until(lambda: listens(port))
    yield f"http://127.0.0.1:{port}/hook"
    inlet.stop.set()
    await task


async def posted(url: str, body: str, secret: str) -> int:
    headers = {SECRET: secret}
    async with ClientSession() as client, client.post(url, data=io.BytesIO(body.encode()), headers=headers) as answer:
        return answer.status


UPDATE = {"update_id": 7} | message("Rudi", text="a")
POSTS: tuple[tuple[str, str, str, int, list[str]], ...] = (
    ("recorded", "rahasia", json.dumps(UPDATE), 200, ["7"]),
    ("a wrong secret", "tebakan", json.dumps(UPDATE), 403, []),
    ("no secret", "", json.dumps(UPDATE), 403, []),
    ("no JSON", "rahasia", "{", 400, []),
    ("no update", "rahasia", "[]", 400, []),
    ("too long", "rahasia", " " * 2**20 + json.dumps(UPDATE), 413, []),
)


@pytest.mark.parametrize(("secret", "body", "status", "events"), [row[1:] for row in POSTS], ids=[r[0] for r in POSTS])
async def test_a_webhook_answers_only_what_is_recorded(
    inlet: Inlet, unused_tcp_port: int, secret: str, body: str, status: int, events: list[str]
) -> None:
    async with webhook(inlet, unused_tcp_port) as url:
        assert await posted(url, body, secret) == status
    assert [row[0] for row in recorded(inlet.world.database)] == events


async def test_a_webhook_without_a_database_asks_for_it_again(
    inlet: Inlet, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Inlet, "_put", lambda *_: 1 / 0)
    async with webhook(inlet, unused_tcp_port) as url:
        assert await posted(url, json.dumps(UPDATE), "rahasia") == 500


async def test_the_end_waits_for_no_connection_that_telegram_keeps_open(
    inlet: Inlet, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def waited(server: asyncio.base_events.Server) -> None:
        # As since Python 3.12.
        while vars(server)["_active_count"]:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)

    monkeypatch.setattr(asyncio.base_events.Server, "wait_closed", waited)
    keeps = TCPConnector(keepalive_timeout=2 * PATIENCE)
    async with ClientSession(connector=keeps) as telegram, asyncio.timeout(10), webhook(inlet, unused_tcp_port) as url:
        assert await sent(telegram, url, 7) == 200


async def test_a_connection_that_comes_with_the_stop_is_closed() -> None:
    runner, stop = web.AppRunner(web.Application()), asyncio.Event()
    await runner.setup()
    few = Few(runner, stop, set())
    assert not isinstance(few(), Refused)
    stop.set()
    assert isinstance(few(), Refused)
    await runner.cleanup()


async def test_who_holds_connections_keeps_out_others_of_that_kind_and_not_telegram(
    inlet: Inlet, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.listening.MOST", 3)
    async with webhook(inlet, unused_tcp_port) as url, ClientSession() as telegram, ClientSession() as beside:
        assert await sent(telegram, url, 7) == 200
        idle = [await asyncio.open_connection("127.0.0.1", unused_tcp_port) for _ in range(5)]
        for reader, _ in idle[:3]:
            assert await asyncio.wait_for(reader.read(), 5) == b""
        assert await sent(telegram, url, 8) == 200
        assert await sent(beside, url, 9) == 200
        # Of the two that were left the older one has made room.
        assert [await gone(reader) for reader, _ in idle[3:]] == [True, False]
        for _, writer in idle:
            writer.close()
    assert [row[0] for row in recorded(inlet.world.database)] == ["7", "8", "9"]


async def gone(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(), 0.2) == b""
    except TimeoutError:
        return False


async def sent(client: ClientSession, url: str, number: int) -> int:
    body = {"update_id": number} | message("Rudi", text="a")
    async with client.post(url, json=body, headers={SECRET: "rahasia"}) as answer:
        await answer.read()
        return answer.status


async def test_where_all_connections_are_telegrams_one_more_is_refused(
    inlet: Inlet, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.listening.MOST", 1)
    async with webhook(inlet, unused_tcp_port) as url, ClientSession() as telegram:
        assert await sent(telegram, url, 7) == 200
        reader, writer = await asyncio.open_connection("127.0.0.1", unused_tcp_port)
        assert await gone(reader)
        writer.close()
        assert await sent(telegram, url, 8) == 200
