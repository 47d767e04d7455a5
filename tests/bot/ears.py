"""A channel that only listens, and a clock that stands still."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from handlers.chat.messages import Chat, Edit, Incoming, Offer, Outgoing, Reaction, Toast
from tests.patience import PATIENCE

RUDI, KADIR, QORI = (Chat("test", name) for name in ("Rudi", "Kadir", "Qori"))
GRUP = Chat("test", "Grup", group=True)


@dataclass
class Ears:
    """Writes down what is done. A call raises the next of `failures`, None lets it pass; `after`: when it is done;
    `shut`: why nothing may be written in groups."""

    heard: list[tuple[str, ...]] = field(default_factory=list)
    failures: list[Exception | None] = field(default_factory=list)
    after: list[Exception] = field(default_factory=list)
    offers: list[tuple[str, ...]] = field(default_factory=list)
    shut: Exception | None = None
    refusals: list[Exception] = field(default_factory=list)
    name: str = "test"
    deletes_within: timedelta | None = None
    count: int = 0

    async def open(self) -> None: ...

    async def close(self) -> None: ...

    def link(self, start: str) -> str:
        return f"bot?start={start}"

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None:
        self._do("incoming", event)
        person = body.get("person")
        return Incoming(Chat(self.name, person), event, person, text=body.get("text", "")) if person else None

    async def send(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
        self._may_write(outgoing)
        chat = "#".join(filter(None, (outgoing.chat.id, outgoing.chat.topic)))
        self._do("send", chat, outgoing.title or outgoing.text, *(file.name for file in files))
        self.count += 1
        return [f"m{self.count}"]

    async def edit(self, message: str, outgoing: Outgoing) -> None:
        self._may_write(outgoing)
        self._do("edit", message, outgoing.text)

    async def replace(self, outgoing: Edit, files: Sequence[Path]) -> list[str]:
        self._do("replace", *outgoing.replaces, outgoing.text, *(file.name for file in files))
        return [*outgoing.replaces[: len(files)], *([outgoing.below] if outgoing.below else [])]

    async def delete(self, chat: str, message: str) -> None:
        self._do("delete", chat, message)

    async def answer(self, toast: Toast) -> None:
        self._do("answer", toast.press, toast.text)

    async def react(self, reaction: Reaction) -> None:
        self._do("react", reaction.message, reaction.emoji)

    async def leave(self, chat: str) -> None:
        self._do("leave", chat)

    async def offer(self, offered: Offer) -> None:
        """Nobody hears it."""
        self.offers.append((offered.chat.id, *(word for word, _ in offered.commands)))
        if self.refusals:
            raise self.refusals.pop(0)

    def _may_write(self, outgoing: Outgoing) -> None:
        if self.shut and outgoing.chat.group:
            raise self.shut

    def _do(self, *what: str) -> None:
        if self.failures and (failure := self.failures.pop(0)):
            raise failure
        self.heard.append(what)
        if self.after:
            raise self.after.pop(0)

    def new(self) -> list[tuple[str, ...]]:
        """What was done since the last time somebody asked."""
        heard, self.heard = self.heard, []
        return heard


async def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - what it waits for stands in a database, which rings no bell
            await asyncio.sleep(0.01)


@dataclass
class Clock:
    now: datetime = datetime(2022, 6, 24, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
