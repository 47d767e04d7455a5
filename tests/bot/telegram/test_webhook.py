"""The webhook answers 200 only for what is on disk."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession

from bot.telegram.polling import Inlet
from bot.telegram.webhook import SECRET, serving
from tests.bot.updates import message, recorded


@asynccontextmanager
async def webhook(inlet: Inlet, port: int) -> AsyncIterator[str]:
    task = asyncio.create_task(serving("https://bot.example/hook", "rahasia", f"127.0.0.1:{port}", inlet))
    await asyncio.sleep(0.1)
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


async def test_who_holds_connections_keeps_out_others_of_that_kind_and_not_telegram(
    inlet: Inlet, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.webhook.MOST", 3)
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
    monkeypatch.setattr("bot.telegram.webhook.MOST", 1)
    async with webhook(inlet, unused_tcp_port) as url, ClientSession() as telegram:
        assert await sent(telegram, url, 7) == 200
        reader, writer = await asyncio.open_connection("127.0.0.1", unused_tcp_port)
        assert await gone(reader)
        writer.close()
        assert await sent(telegram, url, 8) == 200
