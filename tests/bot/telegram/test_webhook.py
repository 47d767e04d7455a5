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
