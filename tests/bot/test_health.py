"""What the doctor, /healthz and the watchdog see, and when it becomes alarming."""

import asyncio
import json
import os
import shutil
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from pydantic import ValidationError
from sqlalchemy import text

from bot import health
from bot.health import Level, Pulse
from bot.settings import Settings
from bot.watch import alive, answering, notifying
from bot.world import World
from handlers.chat.messages import Outgoing
from storage.chat import inbox, outbox
from storage.chat.inbox import Inbox
from storage.database import Database
from storage.foto import owner
from tests.bot.conftest import Usage
from tests.bot.ears import RUDI, Clock, until
from tests.bot.trouble.posts import post, say
from tests.ports import listens

NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)


def levels(database: Database, folder: Path, now: datetime = NOW) -> dict[str, str]:
    return {one.name: one.level.value for one in health.of_data(database, folder, now)}


def wait(database: Database, since: datetime) -> None:
    with database.transaction() as session:
        row = Inbox(channel="test", event="1", urut=1, lane="Rudi", body={}, received_at=since)
        inbox.put(session, [row])


def saved(database: Database, at: datetime) -> None:
    with database.transaction() as session:
        owner.backed_up(session, at)


def test_an_idle_bot_is_well(database: Database, tmp_path: Path) -> None:
    saved(database, NOW - timedelta(hours=20))
    assert levels(database, tmp_path) == dict.fromkeys(("schema", "inbox", "outbox", "disk", "backup"), "ok")


@pytest.mark.parametrize(("seconds", "level"), [(60, "ok"), (61, "red")])
def test_a_message_that_waits_is_alarming(database: Database, tmp_path: Path, seconds: int, level: str) -> None:
    wait(database, NOW - timedelta(seconds=seconds))
    assert levels(database, tmp_path)["inbox"] == level


def test_a_message_that_is_tried_again_later_does_not_wait(database: Database, tmp_path: Path) -> None:
    wait(database, NOW - timedelta(hours=1))
    with database.transaction() as session:
        inbox.failed(session, "test", "1", "x", NOW)
    assert levels(database, tmp_path)["inbox"] == "ok"


@pytest.mark.usefixtures("office")
async def test_answers_that_wait_and_posts_of_unknown_outcome_are_told(
    world: World, clock: Clock, tmp_path: Path
) -> None:
    say(world, Outgoing(RUDI, text="a"))
    assert levels(world.database, tmp_path, clock.now + timedelta(minutes=5))["outbox"] == "ok"
    late = clock.now + timedelta(minutes=6)
    assert levels(world.database, tmp_path, late)["outbox"] == "warning"
    with world.database.transaction() as session:
        row = outbox.get(session, outbox.due(session, "test", late)[0].id)
        outbox.give_up(row, outbox.State.UNCERTAIN, "nobody knows")
    lines = {one.name: one.line for one in health.of_data(world.database, tmp_path, late)}
    assert lines["outbox"] == "oldest answer waits 0 s, 1 of unknown outcome"


@pytest.mark.parametrize(("free", "level"), [(2 * 10**9, "ok"), (5 * 10**8, "warning"), (10**8, "red")])
def test_a_disk_that_fills_up(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, level: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 10**10 - free, free))
    assert levels(database, tmp_path)["disk"] == level


def test_a_backup_grows_old(database: Database, tmp_path: Path) -> None:
    assert levels(database, tmp_path)["backup"] == "warning"
    saved(database, NOW - timedelta(hours=49))
    assert levels(database, tmp_path)["backup"] == "warning"


def test_a_schema_of_another_release(database: Database, tmp_path: Path) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    found = list(health.of_data(database, tmp_path, NOW))
    assert (found[0].level, found[0].line.startswith("the schema is at 0001")) == (Level.RED, True)
    assert [one.name for one in found] == ["schema", "disk"]


@pytest.mark.parametrize(("minutes", "level"), [(3, "ok"), (4, "red")])
def test_a_channel_that_is_silent(minutes: int, level: str) -> None:
    found = list(health.of_process(Pulse(heard_at=NOW), NOW + timedelta(minutes=minutes)))
    assert [(one.name, one.level.value) for one in found] == [("poll", level)]


def test_whatsapp_is_told_beside_telegram() -> None:
    found = list(health.of_process(Pulse(heard_at=NOW), NOW + timedelta(minutes=4), "whatsapp"))
    assert [(one.name, one.level.value, one.line) for one in found] == [
        ("whatsapp", "red", "last answer of WhatsApp 4 min ago")
    ]


def test_the_clock_is_compared_with_a_fresh_message() -> None:
    update = {"message": {"date": int(NOW.timestamp())}}
    assert health.skew(update, NOW + timedelta(seconds=90)) == 90
    assert health.skew({"callback_query": {}}, NOW) is None
    found = list(health.of_process(Pulse(heard_at=NOW, skew=-61), NOW))
    assert [(one.name, one.level.value, one.line) for one in found[1:]] == [("clock", "red", "-61 s beside Telegram's")]


async def test_healthz_answers_on_loopback(world: World, clock: Clock, unused_tcp_port: int) -> None:
    world.data_dir.mkdir()
    world.pulse.heard_at = clock.now
    task = asyncio.create_task(answering(world, f"127.0.0.1:{unused_tcp_port}"))
    url = f"http://127.0.0.1:{unused_tcp_port}/healthz"
    await until(lambda: listens(unused_tcp_port))
    async with ClientSession() as client:
        async with client.get(url) as answer:
            assert answer.status == 200
            assert json.loads(await answer.read())["poll"] == {
                "level": "ok",
                "line": "last answer of Telegram 0 s ago",
            }
        clock.forward(600)
        async with client.get(url) as answer:
            assert (answer.status, (await answer.json())["poll"]["level"]) == (503, "red")
    world.wake.halt()
    await task


@pytest.mark.parametrize("listen", ["0.0.0.0:8081", "192.168.1.5:80", ":8081"])
def test_healthz_listens_nowhere_else(listen: str) -> None:
    with pytest.raises(ValidationError, match="only an address of this machine"):
        Settings.model_validate({"health": listen})


async def test_the_watchdog_hears_of_a_process_that_works_and_not_of_one_that_only_looks_alive(
    world: World, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as ears:
        ears.bind("notify")
        said: list[str] = []

        def hear() -> list[str]:
            try:
                while True:
                    said.append(ears.recv(100).decode())
            except BlockingIOError:
                return said

        world.pulse.tried_at = world.pulse.ticked_at = clock.now
        task = asyncio.create_task(notifying(world, "notify", 0.01))
        await until(lambda: len(hear()) >= 3)
        clock.forward(600)
        await asyncio.sleep(0.05)
        before = len(hear())
        await asyncio.sleep(0.05)
        assert (said[:3], len(hear())) == (["READY=1", "WATCHDOG=1", "WATCHDOG=1"], before)
        world.wake.halt()
        await task
        assert hear()[-1] == "STOPPING=1"


async def test_a_process_is_alive_while_intake_and_ticker_go_round(world: World) -> None:
    world.pulse.started_at = NOW
    soon, later = NOW + timedelta(minutes=3), NOW + timedelta(minutes=4)
    assert (alive(world, soon), alive(world, later)) == (True, False)
    world.pulse.tried_at = later
    assert alive(world, later) is False
    world.pulse.ticked_at = later
    assert alive(world, later) is True


@pytest.mark.usefixtures("office")
async def test_a_post_is_no_reason_for_alarm(world: World, tmp_path: Path) -> None:
    say(world, post(RUDI, "a"))
    assert levels(replace(world).database, tmp_path)["outbox"] == "ok"
    assert os.environ.get("NOTIFY_SOCKET") is None
