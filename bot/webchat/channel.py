"""The try-out as a channel: messages of the bot become bubbles on the page."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.channel import PICTURES, Gone
from bot.webchat.state import GROUP, File, Message, Room
from handlers.chat.messages import Chat, Edit, Incoming, Offer, Outgoing, Reaction, Toast
from renderers.photo import photo, refusal

NAME = "webchat"
LEFT = "Bot keluar dari grup ini."
_JSON = TypeAdapter(Incoming)


def chat(id: str) -> Chat:  # noqa: A002 - the chat's own word
    return Chat(NAME, id, group=id == GROUP)


def to_body(incoming: Incoming) -> dict[str, Any]:
    """An Incoming as JSON, as the inbox keeps it."""
    body: dict[str, Any] = _JSON.dump_python(incoming, mode="json", exclude_defaults=True)
    return body


class WebChat:
    name = NAME
    deletes_within = None

    def __init__(self, room: Room, clock: Callable[[], datetime]) -> None:
        self.room, self.clock = room, clock

    async def open(self) -> None:
        """Nothing to connect: the page is served by this process."""

    async def close(self) -> None:
        self.room.close()

    def link(self, start: str) -> str:
        return f"bot?start={start}"

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None:  # noqa: ARG002 - the body holds it
        return _JSON.validate_python(body)

    async def send(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
        shown = await self._shown(outgoing, files)
        message = Message(str(self.room.number()), outgoing.chat.id, self.clock(), files=shown, **_said(outgoing))
        self.room.show(message)
        return [message.id]

    async def edit(self, message: str, outgoing: Outgoing) -> None:
        if message not in self.room.messages:
            raise Gone
        self.room.change(message, edited=True, **_said(outgoing))

    async def replace(self, outgoing: Edit, files: Sequence[Path]) -> list[str]:
        """Exchange the pictures of a bubble, which holds any number of them and the buttons too."""
        message = outgoing.replaces[0]
        if message not in self.room.messages:
            raise Gone
        self.room.change(message, edited=True, files=await self._shown(outgoing, files), **_said(outgoing))
        return [message]

    async def _shown(self, outgoing: Outgoing, files: Sequence[Path]) -> tuple[File, ...]:
        # The sender deletes the files once they are sent, so the page keeps their bytes.
        drawn = [(path.name, await asyncio.to_thread(path.read_bytes)) for path in files]
        shown = [self.room.file(name, data, _size(name, data)) for name, data in drawn]
        return tuple(replace(file, picture=False) if outgoing.document else file for file in shown)

    async def delete(self, chat: str, message: str) -> None:  # noqa: ARG002 - on the page the id of a message is unique over all chats
        if message not in self.room.messages:
            raise Gone
        self.room.remove(message)

    async def answer(self, toast: Toast) -> None:
        if toast.text:
            self.room.tell("toast", {"person": presser(toast.press), "text": toast.text})

    async def react(self, reaction: Reaction) -> None:
        if reaction.message not in self.room.messages:
            raise Gone
        self.room.change(reaction.message, reaction=reaction.emoji)

    async def leave(self, chat: str) -> None:
        self.room.show(Message(str(self.room.number()), chat, self.clock(), text=LEFT))

    async def offer(self, offered: Offer) -> None:
        """Nothing to do: the page knows everybody's commands."""


def _size(name: str, data: bytes) -> tuple[int, int]:
    """Width and height in pixels, with which the page keeps room for the picture; (0, 0) for other files."""
    try:
        return photo.size(data) if name.lower().endswith(PICTURES) else (0, 0)
    except refusal.Unreadable:
        return 0, 0


def _said(outgoing: Outgoing) -> dict[str, Any]:
    names = ("title", "text", "blocks", "menu", "placeholder", "start", "startgroup")
    return {name: getattr(outgoing, name) for name in names}


def press_id(event: str, person: str) -> str:
    return f"{event}.{person}"


def presser(press_id: str) -> str:
    """The person who pressed, the only one to whom the page shows the toast."""
    return press_id.partition(".")[2]
