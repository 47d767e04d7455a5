"""A page without a browser: hears the try-out's events, and posts what people would."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, FormData

from bot.commands import tryout
from bot.webchat import server
from bot.webchat.state import GROUP
from storage.database import Database
from tests.patience import PATIENCE


@dataclass
class Page:
    session: ClientSession
    url: str
    state: dict[str, Any] = field(default_factory=dict)
    bubbles: dict[str, dict[str, Any]] = field(default_factory=dict)
    heard: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        async with self.session.get(f"{self.url}events") as answer:
            name = ""
            async for line in answer.content:
                word, _, rest = line.decode().rstrip("\n").partition(": ")
                name = rest if word == "event" else name
                if word == "data":
                    self._hear(name, json.loads(rest))

    def _hear(self, name: str, data: dict[str, Any]) -> None:
        self.heard.append((name, data))
        if name == "state":
            self.state, self.bubbles = data, {m["id"]: m for m in data["messages"]}
        if name == "message":
            self.bubbles[data["id"]] = data
        if name == "deleted":
            del self.bubbles[data["id"]]
        self.bell.set()

    async def until(self, true: Callable[[], Any]) -> Any:
        """What `true` answers once it is something."""
        async with asyncio.timeout(PATIENCE):
            while not (found := true()):
                self.bell.clear()
                await self.bell.wait()
        return found

    def who(self, name: str) -> dict[str, Any]:
        return next(person for person in self.state["people"] if person["nama"].startswith(name))

    async def post(self, path: str, form: dict[str, str] | FormData) -> int:
        async with self.session.post(self.url + path, data=form) as answer:
            return answer.status

    async def say(self, name: str, text: str, *photos: tuple[str, bytes], chat: str = "") -> int:
        who, form = self.who(name), FormData(quote_fields=False)
        for field_name, value in (("person", who["person"]), ("chat", chat or who["chat"]), ("text", text)):
            form.add_field(field_name, value)
        for filename, data in photos:
            form.add_field("foto", data, filename=filename)
        return await self.post("message", form)

    async def press(self, name: str, label: str, chat: str = "") -> int:
        """The newest button of that label in the chat."""
        who = self.who(name)
        shown = [m for m in self.bubbles.values() if m["chat"] == (chat or who["chat"])]
        buttons = [
            (m["id"], b["data"]) for m in reversed(shown) for row in m["menu"] for b in row if b["label"] == label
        ]
        message, data = buttons[0]
        return await self.post("press", {"person": who["person"], "message": message, "data": data})

    async def told(self, chat: str, title_or_text: str) -> dict[str, Any]:
        """The bot's bubble that begins so."""

        def found() -> dict[str, Any] | None:
            said = (m for m in self.bubbles.values() if m["chat"] == chat and not m["person"])
            return next((m for m in said if (m["title"] or m["text"]).startswith(title_or_text)), None)

        bubble: dict[str, Any] = await self.until(found)
        return bubble

    async def own(self) -> dict[str, Any]:
        """The first bubble of a person."""
        bubble: dict[str, Any] = await self.until(lambda: next((m for m in self.bubbles.values() if m["person"]), None))
        return bubble

    async def group(self, title_or_text: str) -> dict[str, Any]:
        return await self.told(GROUP, title_or_text)


@asynccontextmanager
async def opened(database: Database, folder: Path) -> AsyncIterator[str]:
    """The try-out on a free port, as `bot try` runs it; ended as Ctrl+C ends it."""
    listener = server.listening("127.0.0.1", 0)
    office = await asyncio.to_thread(tryout.prepared, database, folder)
    running = asyncio.create_task(tryout.shown(database, folder, office, listener))
    with listener:
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            await asyncio.sleep(0)
            if not running.done():
                signal.raise_signal(signal.SIGTERM)
            await running


@asynccontextmanager
async def page(url: str) -> AsyncIterator[Page]:
    async with ClientSession() as session:
        page = Page(session, url)
        listening = asyncio.create_task(page.listen())
        try:
            await page.until(lambda: page.state)
            yield page
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
