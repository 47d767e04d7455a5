"""The state of the page: the messages of all chats, kept in memory, and the open pages that are told of changes."""

import asyncio
import json
import time
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any
from urllib.parse import quote

from bot.channel import PICTURES
from handlers.chat.messages import Menu

GROUP = "grup"


@dataclass(frozen=True)
class Person:
    """A person whom the visitor can play; `person` and `chat` are their ids in the channel."""

    person: str
    chat: str
    nama: str
    jabatan: str
    role: str = ""


@dataclass(frozen=True)
class Office:
    """The group's name, and the people by their id in the channel."""

    grup: str
    people: dict[str, Person]


@dataclass(frozen=True)
class File:
    """A picture or a download, `size` in bytes, `wide` and `high` in pixels; an unreadable file has no `url`."""

    name: str
    url: str
    picture: bool
    size: int
    wide: int = 0
    high: int = 0


@dataclass(frozen=True)
class Message:
    """A bubble of the page; without `person` it is the bot's. `reply`: the message that it replies to."""

    id: str
    chat: str
    at: datetime
    person: str = ""
    name: str = ""
    title: str = ""
    text: str = ""
    blocks: tuple[str, ...] = ()
    start: str = ""
    startgroup: str = ""
    menu: Menu = ()
    placeholder: str = ""
    files: tuple[File, ...] = ()
    reaction: str = ""
    edited: bool = False
    reply: str = ""


@dataclass
class Room:
    """Used by the event loop alone. Numbers start at the real time, for a kept database holds those of earlier runs.
    `turn` counts changes, `changed` holds the turn of each message's last change; `play` is the player's last state;
    `anew`: the visitor wishes to begin anew."""

    messages: dict[str, Message] = field(default_factory=dict)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    pages: set[asyncio.Queue[str]] = field(default_factory=set)
    changed: dict[str, int] = field(default_factory=dict)
    turn: int = 0
    play: dict[str, Any] = field(default_factory=dict)
    anew: bool = False
    numbers: "count[int]" = field(default_factory=lambda: count(time.time_ns() // 1_000_000))

    def number(self) -> int:
        return next(self.numbers)

    def show(self, message: Message) -> None:
        self.turn += 1
        self.messages[message.id], self.changed[message.id] = message, self.turn
        self.tell("message", as_json(message))

    def change(self, id: str, **what: Any) -> None:  # noqa: A002 - the message's own word
        self.show(replace(self.messages[id], **what))

    def remove(self, id: str) -> None:  # noqa: A002 - as above
        message = self.messages.pop(id)
        self.tell("deleted", {"id": id, "chat": message.chat})

    def file(self, name: str, data: bytes, size: tuple[int, int] = (0, 0)) -> File:
        self.files.append((name, data))
        picture = name.lower().endswith(PICTURES)
        return File(name, f"/files/{len(self.files) - 1}/{quote(name)}", picture, len(data), *size)

    def tell(self, event: str, data: dict[str, Any]) -> None:
        """Send an event to every open page."""
        for page in self.pages:
            page.put_nowait(written(event, data))

    def close(self) -> None:
        for page in self.pages:
            page.put_nowait("")


def written(event: str, data: dict[str, Any]) -> str:
    """An event for the page in the form of Server-Sent Events."""
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def as_json(message: Message) -> dict[str, Any]:
    return asdict(message) | {"at": message.at.isoformat()}
