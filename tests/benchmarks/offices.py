"""How the bot grows from one office to all 514: a Monday peak, and the kolase of a Friday, on either database."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import cycle
from pathlib import Path
from statistics import quantiles

from aiohttp import ClientError, ClientSession
from sqlalchemy import func, select, text

from storage.chat.inbox import Inbox, State
from storage.database import Database
from tests.benchmarks import province
from tests.benchmarks.chat import Timed
from tests.bot.updates import Json
from tests.botapi import TOKEN
from tests.bucket import served
from tests.ports import free_ports

# 62,000 posts a month of all 514 offices are 0.19 updates a second in the mean; a Monday may be fifty times that.
ALL, PEAK = 514, 10.0
SECRET = "x" * 32


@dataclass
class Row:
    """`waits`: for the first answer at the peak; `friday`: the same while the kolase of all are drawn."""

    offices: int
    updates: int
    seconds: float
    waits: list[float]
    kolase: float
    friday: list[float]
    memory: float
    size: float

    def told(self) -> str:
        (p50, p95, p99), friday = cut(self.waits), cut(self.friday)[1]
        rate = self.updates / self.seconds
        figures = f"{rate:>10.0f}{p50:>9.0f}{p95:>9.0f}{p99:>9.0f}{self.kolase:>10.1f}{friday:>11.0f}"
        return f"{self.offices:>8}{self.updates:>9}{figures}{self.memory:>9.0f}{self.size:>9.1f}"


def cut(waits: list[float]) -> tuple[float, float, float]:
    """In ms: what half of them, 95 and 99 of a hundred do not pass."""
    cuts = quantiles(waits, n=100)
    return cuts[49] * 1000, cuts[94] * 1000, cuts[98] * 1000


HEADS = (
    f"{'offices':>8}{'updates':>9}{'burst u/s':>10}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}"
    f"{'kolase s':>10}{'Fri p95 ms':>11}{'RSS MB':>9}{'DB MB':>9}"
)


async def compare(counts: list[int], postgres: str, seconds: int, processes: list[int]) -> None:
    ways = [("SQLite, one process, polling", "", 1)]
    ways += [(f"PostgreSQL, webhook, processes: {number}", postgres, number) for number in processes]
    for name, url, number in ways[bool(postgres) :] if postgres else ways[:1]:
        print(f"\n{name}\n{HEADS}")  # noqa: T201 - the table is what this is for
        for offices in counts:
            print((await measured(offices, url, seconds, number)).told(), flush=True)  # noqa: T201


async def measured(offices: int, url: str, seconds: int, processes: int) -> Row:
    folder = Path(tempfile.mkdtemp())
    database = _empty(url, folder)
    await asyncio.to_thread(province.filled, database, offices)
    async with Timed() as api, AsyncExitStack() as stack:
        api.files |= {f"f{n}": province.picture(n) for n in range(3)}
        more = await asyncio.to_thread(_bucket, stack, folder / "s3") if processes > 1 else {}
        workers = [
            await stack.enter_async_context(_worker(api, database, folder, bool(url), more)) for _ in range(processes)
        ]
        deliver = await stack.enter_async_context(_delivery(api, [port for _, port in workers]))
        everybody, rate = province.staff(offices), PEAK * offices / ALL
        # Who has begun a report is shown its card again, so each part of the day has people of its own.
        half = len(everybody) // 2
        waits = await _peak(api, deliver, everybody[: half // 2], rate, seconds)
        updates, took = await _burst(database, deliver, everybody[half:])
        talk = Talk(deliver, everybody[half // 2 : half], rate)
        kolase, friday = await _friday(api, talk, database, folder, offices)
        memory = sum(_memory(process) for process, _ in workers)
        row = Row(offices, updates, took, waits, kolase, friday, memory, _size(database, folder))
    database.close()
    shutil.rmtree(folder)
    return row


def _empty(url: str, folder: Path) -> Database:
    database = Database(url or f"sqlite:///{folder / 'bakohumas.db'}")
    if url:
        with database.engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    database.upgrade()
    return database


def _bucket(stack: AsyncExitStack, folder: Path) -> dict[str, str]:
    """A bucket that the processes share, so that each of them draws."""
    folder.mkdir()
    bucket = stack.enter_context(served(folder))
    told = {"PHOTO_STORE": "s3://foto/kantor", "S3_ENDPOINT": str(bucket.config["endpoint"])}
    return told | {"S3_ACCESS_KEY_ID": "kunci", "S3_SECRET_ACCESS_KEY": "rahasia"}


@asynccontextmanager
async def _worker(
    api: Timed, database: Database, folder: Path, webhook: bool, more: dict[str, str]
) -> AsyncIterator[tuple[Process, int]]:
    (port,) = free_ports(1)
    env = os.environ | {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url, "DATA_DIR": str(folder), "LOG_LEVEL": "ERROR"}
    env |= more
    if webhook:
        env |= {"WEBHOOK_URL": "https://bot.example/hook", "WEBHOOK_SECRET": SECRET, "LISTEN": f"127.0.0.1:{port}"}
        env["DATABASE_URL"] = database.url.render_as_string(hide_password=False)
    known = len(api.said("setWebhook"))
    command = (sys.executable, "-m", "bot", "run")
    process = await asyncio.create_subprocess_exec(*command, env=env, stdout=DEVNULL, stderr=DEVNULL)
    await api.until(lambda: len(api.said("setWebhook")) > known if webhook else api.polls > 0, 30)
    try:
        yield process, port if webhook else 0
    finally:
        process.terminate()
        await process.wait()


class Delivery:
    """Hands updates over as Telegram does: to whoever polls, or by turns to the receivers until one answers 200."""

    def __init__(self, api: Timed, client: ClientSession, ports: list[int]) -> None:
        self.api, self.client, self.ports, self.turns = api, client, ports, cycle(ports)

    async def __call__(self, update: Json) -> None:
        if not self.ports[0]:
            self.api.deliver(**update)
            return
        self.api.update_id += 1
        body, header = {"update_id": self.api.update_id} | update, {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        while True:
            try:
                url = f"http://127.0.0.1:{next(self.turns)}/hook"
                async with self.client.post(url, json=body, headers=header) as answer:
                    if answer.status == 200:
                        return
            except ClientError:
                pass
            await asyncio.sleep(0.1)


@asynccontextmanager
async def _delivery(api: Timed, ports: list[int]) -> AsyncIterator[Delivery]:
    async with ClientSession() as client:
        yield Delivery(api, client, ports)


async def _peak(api: Timed, deliver: Delivery, everybody: list[int], rate: float, seconds: int) -> list[float]:
    """At the pace of the peak, everybody at most once; seconds from the first update to the first answer."""
    sent: dict[int, float] = {}
    for number, person in enumerate(everybody[: max(8, int(rate * seconds / 1.7))]):
        sent[person] = time.perf_counter()
        for update in province.burst(person, number):
            await deliver(update)
        await asyncio.sleep(min(1, 1.7 / rate))
    await api.until(lambda: all(person in api.first for person in sent), 120)
    return [api.first[person] - at for person, at in sent.items()]


async def _burst(database: Database, deliver: Delivery, everybody: list[int]) -> tuple[int, float]:
    """As much at once as a morning brings; until the last is handled and durable."""
    before = await asyncio.to_thread(_recorded, database)
    began, updates = time.perf_counter(), 0
    for number, person in enumerate(everybody[-600:], 10_000):
        for update in province.burst(person, number):
            await deliver(update)
            updates += 1
    while await asyncio.to_thread(_waiting, database, before + updates):  # noqa: ASYNC110 - a database rings no bell here
        await asyncio.sleep(0.2)
    return updates, time.perf_counter() - began


def _recorded(database: Database) -> int:
    with database.transaction() as session:
        return session.scalar(select(func.count()).select_from(Inbox)) or 0


def _waiting(database: Database, updates: int) -> bool:
    if _recorded(database) < updates:
        return True
    with database.transaction() as session:
        return bool(session.scalar(select(func.count()).where(Inbox.state == State.NEW)))


async def _friday(
    api: Timed, talk: "Talk", database: Database, folder: Path, offices: int
) -> tuple[float, list[float]]:
    """Every office's kolase is due now; seconds until the last stands in its group, the ticker's minute included, and
    what people waited for a first answer meanwhile."""
    await asyncio.to_thread(province.with_a_week, database, folder / "foto", datetime.now(province.JAKARTA).date())
    began, talking = time.perf_counter(), asyncio.create_task(talk.run())
    await api.until(lambda: sum(person < 0 for person in api.first) >= offices, 7200)
    took = time.perf_counter() - began
    talking.cancel()
    return took, [api.first[person] - at for person, at in talk.sent.items() if person in api.first]


@dataclass
class Talk:
    """People who begin a report each, at the pace of the peak."""

    deliver: Delivery
    people: list[int]
    rate: float
    sent: dict[int, float] = field(default_factory=dict)

    async def run(self) -> None:
        for number, person in enumerate(self.people, 20_000):
            self.sent[person] = time.perf_counter()
            for update in province.burst(person, number):
                await self.deliver(update)
            await asyncio.sleep(1.7 / self.rate)


def _memory(process: Process) -> float:
    """The most it ever had, in MB."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _size(database: Database, folder: Path) -> float:
    """Of the database, in MB."""
    if database.engine.dialect.name == "sqlite":
        return sum(file.stat().st_size for file in folder.glob("bakohumas.db*")) / 2**20
    with database.transaction() as session:
        return float(session.scalar(text("SELECT pg_database_size(current_database())")) or 0) / 2**20
