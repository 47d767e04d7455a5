"""An attempt is counted before it is made: a message that ends the whole process is put aside, and the next goes on."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from bot.work.lanes import FATAL, Lanes
from bot.world import Wake, World
from handlers.chat.messages import Incoming
from storage.chat.inbox import Inbox
from storage.database import Database
from tests.bot.ears import Clock, Ears
from tests.bot.line import arrive, said, states, worked
from tests.bot.trouble.forked import FORKS
from tests.patience import PATIENCE

pytestmark = pytest.mark.usefixtures("office")


class Deadly(Ears):
    """Its reader of photos ends the process, as a fault in a library does or the kernel where memory runs out."""

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None:
        if body["text"] == "foto":
            os.kill(os.getpid(), signal.SIGKILL)
        return await super().incoming(body, event)


class Together(Deadly):
    """What comes at the same time is all still under way when one of them ends the process."""

    inside = 0

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None:
        self.inside += 1
        await asyncio.sleep(0.2)
        if self.inside > 1 and body["text"] != "foto":
            await asyncio.sleep(PATIENCE)
        self.inside -= 1
        return await super().incoming(body, event)


def _lived(url: str, folder: Path, ears: Ears) -> None:
    database = Database(url)
    lanes = Lanes(World(database, ears, folder, Clock(), Wake()))
    asyncio.run(worked(lanes))


def _exit_code(database: Database, folder: Path, ears: Ears) -> int | None:
    url = database.url.render_as_string(hide_password=False)
    process = FORKS.Process(target=_lived, args=(url, folder, ears))
    process.start()
    process.join()
    code = process.exitcode
    process.close()
    return code


async def test_a_message_that_ends_the_process_each_time_is_put_aside_and_the_next_goes_on(
    world: World, database: Database, tmp_path: Path
) -> None:
    await arrive(world, ("Rudi", "foto"), ("Rudi", "/batal"))
    for attempt in range(1, 6):
        assert await asyncio.to_thread(_exit_code, database, tmp_path, Deadly()) == -signal.SIGKILL
        assert states(world) == [("new", attempt), ("new", 0)]
    assert await asyncio.to_thread(_exit_code, database, tmp_path, Deadly()) == 0
    assert states(world) == [("quarantined", 5), ("done", 0)]
    assert said(world) == [
        ("Rudi", FATAL),
        ("Qori", "Satu pesan dari Rudi gagal diolah bot. Mohon beri tahu pengelola bot."),
        ("Rudi", "Tidak ada laporan yang sedang diisi."),
    ]


async def test_what_was_under_way_beside_it_twice_is_done_alone_and_not_put_aside(
    world: World, database: Database, tmp_path: Path
) -> None:
    await arrive(world, ("Rudi", "foto"), ("Kadir", "/batal"), ("Qori", "/batal"))
    for tries in ((1, 1, 1), (2, 2, 2), (3, 2, 2)):
        assert await asyncio.to_thread(_exit_code, database, tmp_path, Together()) == -signal.SIGKILL
        assert states(world) == [("new", count) for count in tries]
    assert await asyncio.to_thread(_exit_code, database, tmp_path, Together()) == -signal.SIGKILL
    assert states(world) == [("new", 4), ("done", 2), ("done", 2)]


async def test_an_attempt_is_counted_before_anything_is_touched(
    lanes: Lanes, world: World, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    async def incoming(_body: dict[str, Any], event: str) -> Incoming | None:
        with world.database.transaction() as session:
            row = session.get_one(Inbox, ("test", event))
            seen.append((row.tries, row.error))
        return None

    monkeypatch.setattr(ears, "incoming", incoming)
    await arrive(world, ("Rudi", "foto"))
    await worked(lanes)
    assert (seen, states(world)) == ([(1, "under way")], [("done", 0)])
