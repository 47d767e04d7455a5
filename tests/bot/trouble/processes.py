"""Whole processes of the bot: one that polls, or several that are called through a webhook."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from storage.database import Database
from tests.bot.trouble.forked import Forked, forked
from tests.bot.trouble.weather import SECRET, Stormy, pushed
from tests.botapi import TOKEN
from tests.patience import PATIENCE
from tests.ports import free_ports
from tests.postgres import LEADER

GIVEN_UP = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name
AND state IN ('idle', 'idle in transaction')"""


@dataclass
class Bots:
    """Processes on one database; `ports`: where each is called, none for one that polls."""

    api: Stormy
    database: Database
    folder: Path
    ports: list[int]
    running: list[Forked] = field(default_factory=list)

    async def begin(self) -> None:
        self.running = list(await asyncio.gather(*(self._started(port) for port in self.ports or [0])))
        await self.ready()

    async def ready(self) -> None:
        """Until somebody hears."""
        if not self.ports:
            polls = self.api.polls
            await self.api.until(lambda: self.api.polls > polls)
        for port in self.ports:
            await _listens(port)

    async def killed(self, number: int, pause: float) -> None:
        """As by kill -9, and back after a while."""
        self.running[number].kill()
        await self.running[number].wait()
        await asyncio.sleep(pause)
        self.running[number] = await self._started((self.ports or [0])[number])

    def leader(self) -> int | None:
        """Which of them leads just now."""
        with self.database.transaction() as session:
            name = session.scalar(text(f"SELECT application_name {LEADER}"))
        return self.ports.index(int(name)) if name else None

    async def somebody_leads(self) -> int:
        found: list[int | None] = [None]
        while found[-1] is None:
            await asyncio.sleep(0.05)
            found.append(await asyncio.to_thread(self.leader))
        return found[-1]

    async def led_by(self, number: int) -> None:
        while await self.somebody_leads() != number:  # noqa: ASYNC110 - the database rings no bell for it
            await asyncio.sleep(0.05)

    def given_up(self, number: int) -> None:
        """What the server does with one of which it hears nothing for long, at once."""
        with self.database.transaction() as session:
            session.execute(text(GIVEN_UP), {"name": str(self.ports[number])})

    async def end(self) -> list[int]:
        for process in self.running:
            process.terminate()
        return [await process.wait() for process in self.running]

    async def _started(self, port: int) -> Forked:
        told = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.api.url,
            "DATA_DIR": str(self.folder),
            "LOG_LEVEL": "CRITICAL",
        }
        # By its name the database knows which process leads.
        named = {"application_name": str(port)} if port else {}
        told["DATABASE_URL"] = self.database.url.update_query_dict(named).render_as_string(hide_password=False)
        hook = {"WEBHOOK_URL": "https://bot.example/hook", "WEBHOOK_SECRET": SECRET, "LISTEN": f"127.0.0.1:{port}"}
        env = os.environ | told | (hook if port else {"WEBHOOK_URL": ""})
        return await forked(("bot", "run"), env)


async def _listens(port: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


@asynccontextmanager
async def bots(api: Stormy, database: Database, folder: Path, receivers: int) -> AsyncIterator[Bots]:
    """One that polls, or so many receivers; whatever happens, none of them is left."""
    found = Bots(api, database, folder, free_ports(receivers) if receivers else [])
    pushing = asyncio.create_task(pushed(api, found.ports)) if receivers else None
    try:
        await found.begin()
        yield found
    finally:
        for process in found.running:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if pushing:
            pushing.cancel()
            await asyncio.gather(pushing, return_exceptions=True)
