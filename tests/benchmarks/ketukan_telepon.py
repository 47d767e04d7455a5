"""A phone at the double: it says, taps and replies, and hears when the bot's answer arrives."""

import io
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from PIL import Image, ImageDraw

from tests.benchmarks.ketukan_jalan import JOINED, LINK
from tests.bot.conftest import jpeg
from tests.bot.updates import USERS, Json, membership, message, photo, press
from tests.botapi import EDITS, SENDS, BotAPI
from tests.botapi_wire import Call

SHOWN = (*SENDS, *EDITS)


class Heard(BotAPI):
    """Remembers when each call arrived that somebody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[float, Call]] = []

    async def _do(self, call: Call) -> Any:
        if call.method in SHOWN:
            self.heard.append((time.perf_counter(), call))
        return await super()._do(call)


@dataclass
class Phone:
    """`token` is in the link that lets this person in."""

    api: Heard
    name: str
    token: str = ""
    numbers: Iterator[int] = count(1)  # noqa: RUF009 - the numbers of all phones are one series

    @property
    def id(self) -> int:
        return USERS[self.name]

    def messages(self) -> int:
        """How many new messages the bot has put into this chat."""
        return sum(call.method in SENDS for _, call in self.api.heard if call.params["chat_id"] == self.id)

    def do(self, line: str) -> float:
        """One line of a journey; answers when it was done."""
        number = next(self.numbers)
        kind, _, words = line.partition(" ")
        if line == LINK:
            self.api.deliver(**message(self.name, number=number, text=f"/start {self.token}"))
        elif line == JOINED:
            self.api.deliver(**membership(self.name, "left", "member"))
        elif kind in ("(foto)", "(logo)"):
            self.api.files[f"f{number}"] = emblem() if kind == "(logo)" else jpeg(number, (1280, 960))
            self.api.deliver(**message(self.name, number=number, photo=photo(f"f{number}"), caption=words))
        elif kind == "(balas)":
            newest = max(id_ for chat, id_ in self.api.messages if chat == self.id)
            shown = message(self.name, number=newest)["message"]
            self.api.deliver(**message(self.name, number=number, text=words, reply_to_message=shown))
        elif line.startswith("["):
            self.api.deliver(**self._pressed(line.strip("[]")))
        else:
            self.api.deliver(**message(self.name, number=number, text=line))
        return time.perf_counter()

    async def ready(self, line: str) -> None:
        """Until the button is there, or what is waited for was said."""
        if line.startswith("["):
            await self.api.until(lambda: any(self._found(line.strip("[]"))), 30)
        if line.startswith("…"):
            await self.api.until(lambda: any(line[2:] in _words(call) for _, call in self._after(0, self.id)), 30)

    def _pressed(self, label: str) -> Json:
        id_, data = next(self._found(label))
        return press(self.name, data, query=f"q{next(self.numbers)}", number=id_)

    def _found(self, label: str) -> Iterator[tuple[int, str]]:
        """The buttons of that label, the newest first, and their messages."""
        shown = [(id_, params) for (chat, id_), params in self.api.messages.items() if chat == self.id]
        for id_, params in sorted(shown, key=lambda one: -one[0]):
            for key in (key for row in params.get("reply_markup", {}).get("inline_keyboard", []) for key in row):
                if key["text"] == label:
                    yield id_, key["callback_data"]

    async def answered(self, since: float) -> None:
        await self.api.until(lambda: bool(self._after(since, self.id)), 30)

    async def done(self, since: float, ends: str, chat: int) -> tuple[float, float]:
        """Seconds from then to the first sign in this chat, and to the words that are waited for."""
        await self.api.until(lambda: any(ends in _words(call) for _, call in self._after(since, chat)), 60)
        result = next(at for at, call in self._after(since, chat) if ends in _words(call))
        first = min([at for at, _ in self._after(since, self.id)] or [result])
        return first - since, result - since

    def _after(self, since: float, chat: int) -> list[tuple[float, Call]]:
        return [(at, call) for at, call in self.api.heard if at > since and call.params["chat_id"] == chat]


def emblem() -> bytes:
    out, picture = io.BytesIO(), Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(picture).ellipse((60, 60, 340, 340), "maroon")
    picture.save(out, "PNG")
    return out.getvalue()


def _words(call: Call) -> str:
    captions = [one.get("caption", "") for one in call.params.get("media", []) if isinstance(one, dict)]
    return " ".join(str(call.params.get(key, "")) for key in ("text", "caption")) + " ".join(captions)
