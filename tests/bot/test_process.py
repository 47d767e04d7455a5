"""One process: what starts together ends together, and there is only one."""

import asyncio
import os
import signal
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import select

from bot.intake.inlet import Arrived, Inlet
from bot.process import Busy, Service, locked, serve
from bot.services import run
from bot.settings import Settings
from bot.telegram.intake import ALLOWED
from bot.work.ticker import ticking
from bot.world import World
from handlers import dispatch
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.database import Database
from storage.kantor import people
from tests.bot.ears import Clock, Ears, until
from tests.bot.updates import message
from tests.botapi import TOKEN, BotAPI

pytestmark = pytest.mark.usefixtures("office")
SAID = Arrived("1", 1, "Rudi", {"person": "Rudi", "text": "/batal"})


def settings(api: BotAPI, folder: Path, token: str | None = TOKEN, **told: str) -> Settings:
    return Settings.model_validate({"bot_token": token, "bot_api_url": api.url, "data_dir": folder} | told)


async def test_what_arrives_is_answered_and_a_signal_ends_it_all(world: World, ears: Ears) -> None:
    async def intake(inlet: Inlet) -> None:
        await inlet.put([SAID])
        await inlet.stop.wait()

    task = asyncio.create_task(serve(world, intake))
    await until(lambda: len(ears.heard) == 2)
    os.kill(os.getpid(), signal.SIGTERM)
    await task
    assert ears.heard == [("incoming", "1"), ("send", "Rudi", "Tidak ada laporan yang sedang diisi.")]


async def test_a_stop_while_something_is_recorded_comes_after_that(
    world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may, put = Event(), Event(), inbox.put

    def slowly(*given: Any) -> None:
        begun.set()
        may.wait(10)
        put(*given)

    monkeypatch.setattr(inbox, "put", slowly)
    task = asyncio.create_task(serve(world, lambda inlet: inlet.put([SAID])))
    await until(begun.is_set)
    world.wake.halt()
    assert await asyncio.wait({task}, timeout=0.3) == (set(), {task})
    may.set()
    await task
    with database.transaction() as session:
        assert session.scalars(select(Inbox.event)).all() == ["1"]


async def test_two_channels_are_served_at_once_each_with_its_own_people(
    world: World, ears: Ears, database: Database
) -> None:
    other = Ears(name="other")
    with database.transaction() as session:
        kadir = people.find(session, "test", "Kadir")
        assert kadir
        people.identify(session, kadir, "other", "K", "K")

    async def intake(inlet: Inlet) -> None:
        person = {"test": "Rudi", "other": "K"}[inlet.world.channel.name]
        await inlet.put([replace(SAID, lane=person, body={"person": person, "text": "/batal"})])
        await inlet.stop.wait()

    task = asyncio.create_task(serve(world, intake, Service(replace(world, channel=other), intake)))
    await until(lambda: len(ears.heard) == len(other.heard) == 2)
    world.wake.halt()
    await task
    nothing = "Tidak ada laporan yang sedang diisi."
    assert ears.heard == [("incoming", "1"), ("send", "Rudi", nothing)]
    assert other.heard == [("incoming", "1"), ("send", "K", nothing)]


async def test_a_channel_that_cannot_be_reached_keeps_no_other_one_waiting(world: World, ears: Ears) -> None:
    class Away(Ears):
        async def open(self) -> None:
            await asyncio.Event().wait()

    async def intake(inlet: Inlet) -> None:
        await inlet.put([SAID])
        await inlet.stop.wait()

    away = Away(name="other")
    task = asyncio.create_task(serve(replace(world, channel=away), intake, Service(world, intake)))
    await until(lambda: len(ears.heard) == 2)
    world.wake.halt()
    await task
    assert (ears.heard[1], away.heard) == (("send", "Rudi", "Tidak ada laporan yang sedang diisi."), [])


async def test_what_waited_in_the_inbox_before_the_start_is_answered(world: World, ears: Ears) -> None:
    await Inlet(world).put([SAID])

    async def intake(_inlet: Inlet) -> None:
        await until(lambda: len(ears.heard) == 2)

    await serve(world, intake)
    assert ears.heard[1] == ("send", "Rudi", "Tidak ada laporan yang sedang diisi.")


def test_only_one_process_works_on_a_data_folder(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy, match="another bot is running on"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


async def test_every_minute_the_time_is_told_even_after_a_failure(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []

    def tick(_database: Database, now: object) -> None:
        told.append(now)
        clock.forward(60)
        if len(told) == 3:
            world.wake.halt()
        raise OSError("disk full")

    start = clock.now
    monkeypatch.setattr(dispatch, "tick", tick)
    await ticking(world, every=0.001)
    assert [(moment - start).total_seconds() for moment in told] == [0, 60, 120]  # type: ignore[operator]


async def test_without_a_token_or_with_a_wrong_one_it_says_so(api: BotAPI, team: Database, tmp_path: Path) -> None:
    with pytest.raises(Busy, match="BOT_TOKEN is not set"):
        await run(settings(api, tmp_path, None), team, lambda _: None)
    with pytest.raises(Busy, match="Telegram does not know this BOT_TOKEN"):
        await run(settings(api, tmp_path, "1:wrong"), team, lambda _: None)


async def test_where_a_webhook_is_wanted_it_is_announced_and_served(
    api: BotAPI, team: Database, tmp_path: Path, unused_tcp_port: int
) -> None:
    told = {"webhook_url": "https://bot.example/hook", "webhook_secret": "rahasia"}
    task = asyncio.create_task(
        run(settings(api, tmp_path, listen=f"127.0.0.1:{unused_tcp_port}", **told), team, lambda _: None)
    )
    await api.until(lambda: bool(api.said("setWebhook")))
    assert api.said("setWebhook", "deleteWebhook") == [
        {"url": told["webhook_url"], "secret_token": "rahasia", "allowed_updates": list(ALLOWED)}
    ]
    os.kill(os.getpid(), signal.SIGINT)
    await task


async def test_where_none_is_wanted_an_old_one_is_taken_away(api: BotAPI, team: Database, tmp_path: Path) -> None:
    api.deliver(**message("Rudi", text="/batal"))
    names: list[str] = []
    task = asyncio.create_task(run(settings(api, tmp_path), team, names.append))
    await api.until(lambda: bool(api.said("sendMessage")))
    os.kill(os.getpid(), signal.SIGTERM)
    await task
    assert (names, api.said("deleteWebhook")) == (["bakohumas_bot"], [{}])
    with team.transaction() as session:
        assert session.scalars(select(Inbox.state)).all() == ["done"]
