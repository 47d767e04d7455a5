"""What a thing takes a person: messages, taps, and the wait from the last tap to its answer; over HTTP, one process."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import select

from bot.process import serve
from bot.telegram.channel import Telegram, connect
from bot.telegram.intake import polling
from bot.world import Wake, World
from handlers.tim import masuk
from storage.chat import outbox
from storage.database import Database
from storage.foto.store import Store
from storage.kantor import people
from storage.kantor import satker as offices
from storage.kantor.people import Role
from tests import sample
from tests.benchmarks.ketukan_jalan import JOURNEYS, SET_UP, Journey
from tests.benchmarks.ketukan_telepon import Heard, Phone
from tests.bot.updates import GROUP, USERS
from tests.botapi import TOKEN
from tests.conftest import NOW, here

# Longer than a chat must rest between two messages: people are no faster.
PAUSE = 1.2
ROLES = {"Qori": Role.KETUA_PELAKSANA, "Rudi": Role.ANGGOTA}


@dataclass(frozen=True)
class Row:
    """`bot`: new messages in the person's chat; `first`: seconds to the first sign, `done` to the result."""

    journey: Journey
    bot: int
    first: float
    done: float

    @property
    def counted(self) -> tuple[str, int, int, int]:
        return self.journey.name, self.journey.messages, self.journey.taps, self.bot


def show(rounds: int) -> None:
    found = [asyncio.run(_round()) for _ in range(rounds)]
    print(f"{'':34}{'messages':>9}{'taps':>6}{'bot':>5}{'first s':>9}{'result s':>10}")  # noqa: T201 - the table is what this is for
    for rows in zip(*found, strict=True):
        name, messages, taps, bot = rows[0].counted
        first, done = median(r.first for r in rows), median(r.done for r in rows)
        print(f"{name:34}{messages:>9}{taps:>6}{bot:>5}{first:>9.2f}{done:>10.2f}")  # noqa: T201


async def _round() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        sample.make(Path(folder) / "made")
        database = sample.copy(Path(folder) / "made", Path(folder) / "data")
        new = Database(f"sqlite:///{Path(folder) / 'new.db'}")
        new.upgrade()
        try:
            rows = await measured(new, Path(folder) / "new", PAUSE, SET_UP, begun(new))
            return rows + await measured(database, Path(folder) / "data", PAUSE, JOURNEYS, known(database))
        finally:
            database.close()
            new.close()


async def measured(
    database: Database, data_dir: Path, pause: float, journeys: Sequence[Journey], tokens: Mapping[str, str]
) -> list[Row]:
    """Every journey to its end, one after the other; `tokens`: who may come in by which link."""
    async with Heard() as api, running(api, database, data_dir):
        phones = {name: Phone(api, name, tokens.get(name, "")) for name in {journey.who for journey in journeys}}
        return [await _travelled(database, phones[journey.who], journey, pause) for journey in journeys]


async def _travelled(database: Database, phone: Phone, journey: Journey, pause: float) -> Row:
    before = phone.messages()
    for line in journey.lines[:-1]:
        await _read(database, pause)
        await phone.ready(line)
        if not line.startswith("…"):
            await phone.answered(phone.do(line))
    await _read(database, pause)
    await phone.ready(journey.lines[-1])
    done = await phone.done(phone.do(journey.lines[-1]), journey.ends, GROUP if journey.group else phone.id)
    return Row(journey, phone.messages() - before, *done)


async def _read(database: Database, pause: float) -> None:
    """A person reads what there is before going on; so no state of a card is overtaken by the next thing said."""
    await asyncio.sleep(pause)
    while await asyncio.to_thread(on_its_way, database, *outbox.WAITING):  # noqa: ASYNC110 - a database rings no bell here
        await asyncio.sleep(0.01)


def on_its_way(database: Database, *states: outbox.State) -> bool:
    with database.transaction() as session:
        return session.scalar(select(outbox.Outbox.id).where(outbox.Outbox.state.in_(states)).limit(1)) is not None


def begun(database: Database) -> dict[str, str]:
    """The link that makes an office, for its ketua pelaksana."""
    with database.transaction() as session:
        ((_, token),) = masuk.first_links(session, NOW)
    return {"Qori": token}


def known(database: Database) -> dict[str, str]:
    """The people of the journeys on Telegram, a link for one who is to come, and the group; nothing is due."""
    with database.transaction() as session:
        (office,) = offices.every(session)
        office.grup_channel, office.grup, office.terhubung_at = "telegram", str(GROUP), NOW
        team = people.every(here(session, office))
        for name, role in ROLES.items():
            member = next(one for one in team if one.role == role)
            people.identify(session, member, "telegram", str(USERS[name]), str(USERS[name]))
        people.invite(session, "tiket", Role.ANGGOTA, NOW + timedelta(hours=1), satker=office, nama="Siti")
    return {"Siti": "tiket"}


@asynccontextmanager
async def running(api: Heard, database: Database, data_dir: Path) -> AsyncIterator[World]:
    channel = Telegram(connect(TOKEN, api.url), database, Store(data_dir / "foto"))
    world = World(database, channel, data_dir, _clock(), Wake())
    task = asyncio.create_task(serve(world, lambda inlet: polling(channel.bot, inlet)))
    await api.until(lambda: api.polls > 0, 20)
    try:
        yield world
    finally:
        world.wake.halt()
        await task


def _clock() -> Callable[[], datetime]:
    began = time.monotonic()
    return lambda: NOW + timedelta(seconds=time.monotonic() - began)
