"""The process serves whichever channels have settings, both at once, each person where they spoke."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.process import Busy
from bot.services import run
from bot.settings import Settings
from storage.chat import reach
from storage.chat.inbox import Inbox
from storage.database import Database
from storage.kantor import people
from tests.bot.ears import until
from tests.bot.updates import USERS, message
from tests.botapi import TOKEN, BotAPI
from tests.graphapi import NUMBER, SECRET, VERIFY, GraphAPI
from tests.graphapi import TOKEN as WA_TOKEN
from tests.ports import listens

KADIR = "628121"
NOTHING = "Tidak ada laporan yang sedang diisi."


@pytest.fixture
async def graph() -> AsyncIterator[GraphAPI]:
    async with GraphAPI() as graph:
        yield graph


@pytest.fixture
def both(team: Database) -> Database:
    with team.transaction() as session:
        kadir = people.find(session, "test", "Kadir")
        assert kadir
        people.identify(session, kadir, "whatsapp", KADIR, KADIR)
    return team


def whatsapp(graph: GraphAPI) -> dict[str, object]:
    told: dict[str, object] = {
        "wa_token": WA_TOKEN,
        "wa_phone_number_id": NUMBER,
        "wa_app_secret": SECRET,
        "wa_verify_token": VERIFY,
    }
    return told | {"wa_api_url": graph.url}


@asynccontextmanager
async def running(database: Database, graph: GraphAPI, folder: Path, port: int, **more: object) -> AsyncIterator[None]:
    told = {"bot_token": None, "data_dir": folder, "listen": f"127.0.0.1:{port}"} | whatsapp(graph) | more
    task = asyncio.create_task(run(Settings.model_validate(told), database, lambda _: None))
    await until(lambda: listens(port) or task.done())
    graph.hook = f"http://127.0.0.1:{port}/whatsapp"
    yield
    os.kill(os.getpid(), signal.SIGTERM)
    await task


async def test_both_channels_at_once_with_one_person_on_each(
    both: Database, api: BotAPI, graph: GraphAPI, tmp_path: Path, unused_tcp_port: int
) -> None:
    telegram = {"bot_token": TOKEN, "bot_api_url": api.url}
    async with running(both, graph, tmp_path, unused_tcp_port, **telegram):
        api.deliver(**message("Rudi", text="/batal"))
        graph.say(KADIR, "/batal")
        await api.until(lambda: bool(api.said("sendMessage")))
        await graph.until(lambda: bool(graph.said(KADIR)))
    assert [(one["chat_id"], one["text"]) for one in api.said("sendMessage")] == [(USERS["Rudi"], NOTHING)]
    assert [body["text"]["body"] for _, body in graph.said(KADIR)] == [NOTHING]
    with both.transaction() as session:
        assert sorted(session.scalars(select(Inbox.channel))) == ["telegram", "whatsapp"]


async def test_whatsapp_alone(both: Database, graph: GraphAPI, tmp_path: Path, unused_tcp_port: int) -> None:
    async with running(both, graph, tmp_path, unused_tcp_port):
        graph.say(KADIR, "/batal")
        await graph.until(lambda: bool(graph.said(KADIR)))
    assert [body["text"]["body"] for _, body in graph.said(KADIR)] == [NOTHING]


async def test_while_telegram_is_away_whatsapp_goes_on(
    both: Database, graph: GraphAPI, tmp_path: Path, unused_tcp_port: int
) -> None:
    away = {"bot_token": TOKEN, "bot_api_url": "http://127.0.0.1:9"}
    async with running(both, graph, tmp_path, unused_tcp_port, **away):
        graph.say(KADIR, "/batal")
        await graph.until(lambda: bool(graph.said(KADIR)))
    assert [body["text"]["body"] for _, body in graph.said(KADIR)] == [NOTHING]


async def test_a_channel_that_was_never_reached_keeps_the_link_by_which_people_come(
    both: Database, graph: GraphAPI, tmp_path: Path, unused_tcp_port: int
) -> None:
    with both.transaction() as session:
        reach.opened(session, "whatsapp", f"https://wa.me/628?text={reach.PAYLOAD}", datetime(2022, 6, 24, tzinfo=UTC))
    async with running(both, graph, tmp_path, unused_tcp_port, wa_api_url="http://127.0.0.1:9"):
        pass
    with both.transaction() as session:
        assert reach.links(session, "kode") == {"whatsapp": "https://wa.me/628?text=kode"}


async def test_settings_that_lack_something_are_named(both: Database, tmp_path: Path) -> None:
    told = {"bot_token": "", "data_dir": tmp_path}
    with pytest.raises(Busy, match="BOT_TOKEN is not set, nor is WA_TOKEN"):
        await run(Settings.model_validate(told), both, lambda _: None)
    some = told | {"wa_token": "x", "wa_verify_token": "y"}
    with pytest.raises(Busy, match="WhatsApp also needs WA_PHONE_NUMBER_ID, WA_APP_SECRET"):
        await run(Settings.model_validate(some), both, lambda _: None)
