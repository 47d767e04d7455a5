"""How many updates a second, and how soon the first answer, over HTTP against the same small Bot API."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy import func, select

from storage.chat.inbox import Inbox, State
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Role
from tests.botapi import TOKEN, BotAPI
from tests.conftest import here, make_office

OURS, PEER, DURABLE = "ours", "ConversationHandler", "the same, durable"
MODULES = {name: ["tests.benchmarks.conversation"] for name in (PEER, DURABLE)} | {OURS: ["bot", "run"]}
SCRIPT = ("/lapor", "Rapat Pleno Rutin", "simpan")


class Timed(BotAPI):
    """Remembers when each chat got its first answer, and counts all answers."""

    def __init__(self) -> None:
        super().__init__()
        self.first: dict[int, float] = {}
        self.answers = 0

    def _message(self, params: dict[str, Any]) -> dict[str, Any]:
        self.first.setdefault(int(params["chat_id"]), time.perf_counter())
        self.answers += 1
        return super()._message(params)


@dataclass
class Result:
    rate: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)


async def compare(persons: int, reports: int, rounds: int) -> None:
    results = {name: Result() for name in (OURS, PEER, DURABLE)}
    for _ in range(rounds):
        for name, result in results.items():
            await _round(name, persons, reports, result)
    print(f"{'':22}{'updates/s':>10}{'p50 ms':>9}{'p95 ms':>9}")  # noqa: T201 - the table is what this is for
    for name, r in results.items():
        print(f"{name:22}{median(r.rate):>10.0f}{median(r.p50):>9.1f}{median(r.p95):>9.1f}")  # noqa: T201
    for name in (PEER, DURABLE):
        ratio = median(results[name].rate) / median(results[OURS].rate)
        print(f"ratio ours:peer {ratio:.2f} ({name}, seconds an update)")  # noqa: T201


async def _round(name: str, persons: int, reports: int, result: Result) -> None:
    folder = Path(tempfile.mkdtemp())
    database = office(folder, persons + 1)
    async with Timed() as api, running(name, api, folder):
        await _begun(api, persons + 1)
        first = await _first_answers(api, persons)
        result.p50.append(median(first) * 1000)
        result.p95.append(quantiles(first, n=20)[-1] * 1000)
        result.rate.append(await _throughput(name, api, database, persons, reports))
    database.close()
    shutil.rmtree(folder)


def office(folder: Path, persons: int) -> Database:
    database = Database(f"sqlite:///{folder / 'bakohumas.db'}")
    database.upgrade()
    with database.transaction() as session:
        office = make_office(session)
        # It runs on the clock of the wall: no job of its own may be due.
        office.terhubung_at = None
        for number in range(1, persons + 1):
            member = people.add(here(session, office), f"Anggota {number}", Role.ANGGOTA)
            member.ingatkan = False
            people.identify(session, member, "telegram", str(number), str(number))
    return database


@asynccontextmanager
async def running(name: str, api: Timed, folder: Path) -> AsyncIterator[Process]:
    env = os.environ | {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url, "DATA_DIR": str(folder), "LOG_LEVEL": "ERROR"}
    env |= {"DURABLE": "yes"} if name == DURABLE else {}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *MODULES[name], env=env, stdout=DEVNULL, stderr=DEVNULL
    )
    await api.until(lambda: api.polls > 0, 20)
    try:
        yield process
    finally:
        process.kill()
        await process.wait()


async def _begun(api: Timed, number: int) -> None:
    """Somebody else comes first: a bot that has just been started is busy with that for a second."""
    api.deliver(**_says(number, SCRIPT[0]))
    await api.until(lambda: number in api.first, 60)
    await asyncio.sleep(2)


async def _first_answers(api: Timed, persons: int) -> list[float]:
    """Everybody says one thing, twenty a second, below Telegram's pace of answers; seconds until the first answer."""
    sent: dict[int, float] = {}
    for number in range(1, persons + 1):
        sent[number] = time.perf_counter()
        api.deliver(**_says(number, SCRIPT[0]))
        await asyncio.sleep(0.05)
    await api.until(lambda: len(api.first) > persons, 60)
    return [api.first[number] - at for number, at in sent.items()]


async def _throughput(name: str, api: Timed, database: Database, persons: int, reports: int) -> float:
    """All at once, the rest of the reports of everybody; updates a second until the last is handled and durable."""
    before, updates = api.answers, 0
    began = time.perf_counter()
    for report in range(reports):
        for step in SCRIPT[1:] if report == 0 else SCRIPT:
            for number in range(1, persons + 1):
                api.deliver(**_says(number, step))
                updates += 1
    if name == OURS:
        await _handled(database, updates + persons + 1)
    else:
        await api.until(lambda: api.answers >= before + updates, 300)
    return updates / (time.perf_counter() - began)


async def _handled(database: Database, updates: int) -> None:
    # Our replies go out at Telegram's pace, one a second in a chat; what is counted is what is committed.
    done = select(func.count()).select_from(Inbox).where(Inbox.state == State.DONE)
    while True:
        with database.transaction() as session:
            if session.scalar(done) == updates:
                return
        await asyncio.sleep(0.1)


def _says(number: int, text: str) -> dict[str, Any]:
    person = {"id": number, "is_bot": False, "first_name": f"Anggota {number}"}
    chat = {"id": number, "type": "private", "first_name": person["first_name"]}
    message = {"message_id": number, "date": 1656000000, "from": person, "chat": chat, "text": text}
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    return {"message": message}
