"""A team that WhatsApp knows, a bot that talks to the double, and its webhook."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.intake.inlet import Inlet
from bot.intake.listening import serving
from bot.settings import Settings
from bot.whatsapp.channel import WhatsApp
from bot.whatsapp.graph import Graph
from bot.whatsapp.intake import hook
from bot.work.sender import Sender
from bot.world import Wake, World
from storage.database import Database
from storage.foto.store import Store
from tests.bot.ears import Clock, until
from tests.bot.trouble.whatsapp import acquainted
from tests.conftest import TEAM
from tests.graphapi import NUMBER, SECRET, TOKEN, VERIFY, GraphAPI
from tests.ports import listens

IDS = {name: f"62812{number}" for number, (name, _) in enumerate(TEAM, 1)} | {"Hudri": "ID.7abc"}


@pytest.fixture
def team(database: Database, office: int) -> Database:
    """The office of the tests and its people, known to WhatsApp: one by an id, the others by their numbers."""
    assert office
    return acquainted(database, IDS)


@pytest.fixture
async def api() -> AsyncIterator[GraphAPI]:
    async with GraphAPI() as api:
        yield api


def settings(api: GraphAPI, **more: object) -> Settings:
    told = {"wa_token": TOKEN, "wa_phone_number_id": NUMBER, "wa_app_secret": SECRET, "wa_verify_token": VERIFY}
    return Settings.model_validate(told | {"bot_token": None, "wa_api_url": api.url} | more)


@pytest.fixture
async def channel(api: GraphAPI, team: Database, tmp_path: Path, clock: Clock) -> AsyncIterator[WhatsApp]:
    channel = WhatsApp(Graph(settings(api)), team, Store(tmp_path / "data" / "foto"), clock=clock)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
def world(channel: WhatsApp, tmp_path: Path, clock: Clock) -> World:
    return World(channel.database, channel, tmp_path / "data", clock, Wake())


@pytest.fixture
async def webhook(world: World, channel: WhatsApp, api: GraphAPI, unused_tcp_port: int) -> AsyncIterator[str]:
    """The address at which the bot listens; the double posts there."""
    hooks = [hook(VERIFY, SECRET, NUMBER, Inlet(world), channel)]
    task = asyncio.create_task(serving(f"127.0.0.1:{unused_tcp_port}", hooks, world.wake.stop))
    await until(lambda: listens(unused_tcp_port))
    api.hook = f"http://127.0.0.1:{unused_tcp_port}/whatsapp"
    yield api.hook
    world.wake.halt()
    await task


@pytest.fixture
def sender(world: World) -> Sender:
    return Sender(world)
