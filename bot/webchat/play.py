"""The player: a script acted on the page step by step, through the same doors as people, pausable and stoppable."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from importlib.resources import files
from typing import Any

from aiohttp import web

from bot.webchat.acts import Site, Upload, push, say, strike
from bot.webchat.script import SCRIPTS, Script, Step, first_day, instant
from bot.webchat.state import GROUP, Message, Person

log = logging.getLogger(__name__)

# Seconds for reading before and after a step.
BEAT = 0.7


class Player:
    def __init__(self, site: Site) -> None:
        self.site, self.room = site, site.room
        self.going = asyncio.Event()
        self.task: asyncio.Task[None] | None = None
        self.cleared: set[str] = set()

    async def post(self, request: web.Request) -> web.Response:
        what = str((await request.post()).get("what", ""))
        if what in offered(self.site):
            await self.stop()
            self.task = asyncio.create_task(self._play(SCRIPTS[what]))
        elif what in ("pause", "resume"):
            self._hold(what == "pause")
        elif what == "stop":
            await self.stop()
        else:
            raise web.HTTPBadRequest
        return web.Response(status=204)

    async def stop(self) -> None:
        if self.task and not self.task.done():
            self.task.cancel()
            with suppress(asyncio.CancelledError):
                await self.task
            self._tell(state="stopped")

    def _hold(self, paused: bool) -> None:
        if self.task and not self.task.done():
            (self.going.clear if paused else self.going.set)()
            self._tell(state="paused" if paused else "playing", text="", press="")

    async def _play(self, script: Script) -> None:
        first = first_day(script, self.site.clock())
        self.going.set()
        self.cleared.clear()
        self.room.play = {"title": script.title, "of": len(script.steps)}
        try:
            for place, step in enumerate(script.steps, 1):
                await self._perform(place, step, first)
        except (LookupError, TimeoutError):
            # A visitor pressed or wrote something in between, as the page invites people to do.
            self._tell(state="lost")
        except Exception:
            log.exception("the script cannot go on")
            self._tell(state="lost")
        else:
            self._tell(state="done")

    async def _perform(self, place: int, step: Step, first: date) -> None:
        person = _actor(self.site, step.who)
        text = step.text.format(kode=f"{first:%y%m%d}")
        await self._clear(person)
        told = {"tells": step.tells, "person": person.person if person else "", "group": step.group}
        self._tell(state="playing", place=place, text=text, photos=len(step.foto), press=step.press, **told)
        await self._beat()
        mark, to = self.room.turn, GROUP if step.group or not person else person.chat
        await self._move(step, first)
        if person and text:
            await say(self.site, person, to, text, [_photo(name) for name in step.foto])
        elif person:
            await push(self.site, person, *_button(self._newest(to, step.press), step.press))
        await self._until(lambda: self._said(to, step.until, mark), step.patience)
        await self._beat()

    async def _move(self, step: Step, first: date) -> None:
        if step.at and instant(first, step.at) > self.site.clock():
            await strike(self.site, instant(first, step.at))

    async def _clear(self, person: Person | None) -> None:
        """Press Batal on a card that a visitor left open, for it would take in the messages of the script."""
        if person is None or person.person in self.cleared:
            return
        self.cleared.add(person.person)
        with suppress(LookupError):
            await push(self.site, person, *_button(self._newest(person.chat, "Batal"), "Batal"))
            await self._beat()

    async def _beat(self) -> None:
        await asyncio.sleep(BEAT)
        await self.going.wait()

    async def _until(self, true: Callable[[], object], patience: float) -> None:
        heard: asyncio.Queue[str] = asyncio.Queue()
        self.room.pages.add(heard)
        try:
            async with asyncio.timeout(patience):
                while not true():
                    await heard.get()
        finally:
            self.room.pages.discard(heard)

    def _said(self, chat: str, words: str, mark: int) -> bool:
        return any(
            words in f"{m.title}\n{m.text}" and self.room.changed[m.id] > mark
            for m in self.room.messages.values()
            if m.chat == chat and not m.person
        )

    def _newest(self, chat: str, label: str) -> Message:
        shown = [m for m in self.room.messages.values() if m.chat == chat]
        return [m for m in shown if any(b.label == label for row in m.menu for b in row)][-1]

    def _tell(self, **what: Any) -> None:
        self.room.play = {**self.room.play, **what}
        self.room.tell("play", self.room.play)


def offered(site: Site) -> list[str]:
    """The scripts whose people are in the office."""
    return [name for name, script in SCRIPTS.items() if all(_actor(site, who) for who in script.actors)]


def _actor(site: Site, who: str) -> Person | None:
    everybody = site.office.people.values()
    return next((person for person in everybody if person.role and who and person.nama.startswith(who)), None)


def _button(message: Message, label: str) -> tuple[Message, str]:
    return message, next(b.data for row in message.menu for b in row if b.label == label)


def _photo(name: str) -> Upload:
    return name, (files("bot.webchat") / "foto" / name).read_bytes()
