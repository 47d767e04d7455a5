"""One kind of trouble at a time between people, Telegram, the bot and its database."""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from storage.database import Database
from tests.bot.trouble.weather import Stormy, Weather
from tests.bot.updates import USERS, Json, message
from tests.botapi_wire import Call, Fault
from tests.postgres import ALONE

POLL, SENDS = ("getUpdates",), ("sendMessage", "sendPhoto", "sendMediaGroup", "sendDocument")
PAGE = "<html><body>Silakan masuk ke jaringan hotel</body></html>"
WORDS = (f"200 {PAGE}", f"403 {PAGE}", f"404 {PAGE}", "200 ", "200 []", '200 {"ok": true}', '200 {"ok"')


def calm(_chance: random.Random, _call: Call) -> Fault | None:
    return None


async def quiet(_api: Stormy, _database: Database) -> None:
    """Nothing happens beside."""


@dataclass(frozen=True)
class Trouble:
    """`weather` strikes so great a `share` of the calls; `beside` happens while people work; `mangled`: so many updates
    cannot be read, and are apologised for; `album`: the kolase has two sheets; `polled`: only polling knows it;
    `connected`: only PostgreSQL does."""

    name: str
    weather: Weather = calm
    share: float = 0.25
    beside: Callable[[Stormy, Database], Coroutine[Any, Any, None]] = quiet
    lag: float = 0.05
    twice: float = 0
    shuffled: bool = False
    mangled: int = 0
    album: bool = False
    polled: bool = False
    connected: bool = False


def refused(code: int, after: float = 0, methods: tuple[str, ...] = (), seconds: int = 0) -> Weather:
    """An error of the Bot API, so often only when it has done what was asked."""

    def strike(chance: random.Random, call: Call) -> Fault | None:
        if methods and call.method not in methods:
            return None
        parameters: Json = {"retry_after": seconds} if seconds else {}
        return Fault(call.method, code, after=chance.random() < after, parameters=parameters)

    return strike


def cut(after: float, methods: tuple[str, ...] = ()) -> Weather:
    """The connection breaks, before or after it was done."""

    def strike(chance: random.Random, call: Call) -> Fault | None:
        hit = not methods or call.method in methods
        return Fault(call.method, "reset", after=chance.random() < after) if hit else None

    return strike


def garbage(chance: random.Random, call: Call) -> Fault | None:
    # Bytes of a photo are whatever they are: what is no picture is told to the person, and is no trouble of the line.
    words = chance.choice(WORDS)
    return None if call.method == "download" else Fault(call.method, words, after=chance.random() < 0.5)


async def mangled(api: Stormy, _database: Database) -> None:
    """What nobody can read, in the chats of people who go on talking."""
    head: Json = {"message_id": 9, "date": 1656000000, "chat": {"id": USERS["Kadir"], "type": "private"}}
    api.deliver(message="?", edited_message=[])
    api.deliver(callback_query={"id": "q", "message": ["?"], "from": 7})
    api.deliver(message=head | {"chat": {"id": [], "type": 5}})
    await asyncio.sleep(0.5)
    for content in ({"photo": "x"}, {"text": "a", "from": {}}, {"text": "b", "from": "Kadir"}):
        api.deliver(message=message("Kadir")["message"] | content)
    api.deliver(business_thing={"id": "x"})


async def away(_api: Stormy, database: Database, seconds: float = 4) -> None:
    """Twice nobody can write; on PostgreSQL nobody can even connect."""
    for _ in range(2):
        await asyncio.sleep(0.7)
        await asyncio.to_thread(_closed, database, True)
        held = await asyncio.to_thread(_held, database)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(_closed, database, False)
        if held:
            held.close()


async def long_away(api: Stormy, database: Database) -> None:
    """Longer than a writer of SQLite waits."""
    await away(api, database, 12)


async def hung_up(_api: Stormy, database: Database) -> None:
    """Again and again every connection breaks."""
    for _ in range(8):
        await asyncio.sleep(0.6)
        await asyncio.to_thread(_closed, database, False)


def _held(database: Database) -> sqlite3.Connection | None:
    if database.engine.dialect.name != "sqlite":
        return None
    held = sqlite3.connect(database.url.database or "", isolation_level=None, timeout=30, check_same_thread=False)
    held.execute("BEGIN IMMEDIATE")
    return held


def _closed(database: Database, closed: bool) -> None:
    if database.engine.dialect.name == "sqlite":
        return
    server = Database(database.url.set(database="postgres").render_as_string(hide_password=False))
    with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        name = database.url.database
        connection.execute(text(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS {not closed}'))
        connection.execute(text(ALONE.replace("current_database()", f"'{name}'")))
    server.close()


TROUBLES = (
    Trouble("none"),
    Trouble("429, retry after 1 s", refused(429, seconds=1)),
    Trouble("502, half of it done", refused(502, after=0.5)),
    Trouble("500 for downloads", refused(500, methods=("getFile", "download"))),
    Trouble("connections reset", cut(after=0), share=0.1),
    Trouble("sendMessage done, answer lost", cut(1, ("sendMessage",))),
    Trouble("sendPhoto done, answer lost", cut(1, ("sendPhoto",)), share=1),
    Trouble("sendMediaGroup done, answer lost", cut(1, ("sendMediaGroup",)), share=1, album=True),
    Trouble("answers up to 3 s late", lag=3),
    Trouble("answers that are none", garbage),
    Trouble("a second poller (409)", refused(409, methods=POLL), share=0.6, polled=True),
    Trouble("every update twice", twice=1),
    Trouble("chats out of order", shuffled=True, twice=0.2),
    Trouble("updates nobody can read", beside=mangled, mangled=3),
    Trouble("the database away for 2 x 4 s", beside=away),
    Trouble("the database away for 2 x 12 s", beside=long_away),
    Trouble("its connections broken 8 times", beside=hung_up, connected=True),
)
