"""The whole bot under pressure: what it takes of the machine meanwhile, and how long somebody else waits."""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from storage.database import Database
from tests.bot.trouble.fence import Watch, fence
from tests.bot.updates import GROUP, USERS, Json, message
from tests.botapi import SENDS, TOKEN, BotAPI

MOST = 2**30
OTHER = "Kadir"
# A chat must rest between two messages.
PAUSE = 1.2


@dataclass(frozen=True)
class Felt:
    """`fence`: the kind of cgroup, empty where none could be made; `ended`: processes that it ended; bytes of the
    whole bot and of its main process; `slowest`: the longest that somebody else waited, in seconds; `took`: seconds
    until all was answered; `posted`: how the files begin that the group got."""

    fence: str
    ended: int
    whole: int
    main: int
    slowest: float
    took: float
    posted: tuple[bytes, ...]


@dataclass
class Attack:
    """`before` prepares the database; `begin` delivers; `over` says whether all of it was answered."""

    name: str
    begin: Callable[[BotAPI], None]
    over: Callable[[BotAPI], bool]
    before: Callable[[Database, Path], None] = field(default=lambda *_: None)


async def under(attack: Attack, database: Database, folder: Path, seconds: float = 600) -> Felt:
    """The bot as a process of its own, from its start until everything was answered."""
    attack.before(database, folder)
    async with BotAPI() as api:
        with fence(MOST) as around:
            process = await asyncio.create_subprocess_exec(
                *around.words(), sys.executable, "-m", "bot", "run", env=_environment(api, database, folder)
            )
            watch, waits = Watch(process.pid), list[float]()
            try:
                await api.until(lambda: api.polls > 0, 60)
                over = asyncio.Event()
                other = asyncio.create_task(_asking(api, waits, over))
                began = time.monotonic()
                attack.begin(api)
                await api.until(lambda: attack.over(api), seconds)
                took = time.monotonic() - began
                over.set()
                await other
            finally:
                watch.end()
                process.terminate()
                await process.wait()
            return Felt(around.name, around.ended(), watch.whole, watch.main, max(waits), took, _posted(api))


def _posted(api: BotAPI) -> tuple[bytes, ...]:
    sent = [call for call in api.calls if call.method in SENDS and call.params["chat_id"] == GROUP]
    return tuple(data[:4] for call in sent for data in call.files.values())


def _environment(api: BotAPI, database: Database, folder: Path) -> dict[str, str]:
    told = {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url, "DATA_DIR": str(folder), "LOG_LEVEL": "ERROR"}
    url = database.url.render_as_string(hide_password=False)
    return os.environ | told | {"DATABASE_URL": url, "WEBHOOK_URL": ""}


async def _asking(api: BotAPI, waits: list[float], over: asyncio.Event) -> None:
    """Somebody else asks for help again and again, and waits for each answer."""
    number = 1000
    while not over.is_set():
        number += 1
        began = time.monotonic()
        api.deliver(**message(OTHER, number=number, text="/bantuan"))
        await api.until(partial(_answered, api, answers(api, USERS[OTHER])), 600)
        waits.append(time.monotonic() - began)
        await asyncio.sleep(PAUSE)


def _answered(api: BotAPI, before: int) -> bool:
    return answers(api, USERS[OTHER]) > before


def answers(api: BotAPI, chat: int) -> int:
    """New messages of the bot in this chat."""
    return sum(call.method in SENDS and call.params["chat_id"] == chat for call in api.calls)


def document(number: int, name: str, kind: str, data: bytes, api: BotAPI, caption: str = "Rapat Pleno") -> Json:
    """A file that the person of this number sends into their private chat."""
    file = f"f{number}-{name}"
    api.files[file] = data
    facts = {"file_id": file, "file_unique_id": f"u{file}", "mime_type": kind, "file_name": name}
    told = message("Rudi", number=500, document=facts | {"file_size": len(data)}, caption=caption)
    told["message"]["from"] = {"id": number, "is_bot": False, "first_name": f"A{number}"}
    told["message"]["chat"] = {"id": number, "type": "private", "first_name": f"A{number}"}
    return told
