"""People with phones who report kegiatan through the double, impatiently, while the bot comes and goes."""

import asyncio
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.bot.conftest import jpeg
from tests.bot.updates import GROUP, USERS, Json, group, message, photo, press
from tests.botapi import BotAPI

REPORTERS = ("Rudi", "Kadir", "Qori", "Agus")
GLANCE = 2.5


@dataclass
class Crowd:
    api: BotAPI
    chance: random.Random
    reports: list[str] = field(default_factory=list)
    photos: int = 0
    events: set[int] = field(default_factory=set)
    in_group: int = 0
    pressed: set[str] = field(default_factory=set)

    async def work(self, each: int) -> None:
        """Everybody reports so many kegiatan, one after the other, and once in a while somebody asks in the group."""
        async with asyncio.TaskGroup() as people:
            for name in REPORTERS:
                people.create_task(self._person(name, each))

    async def _person(self, name: str, each: int) -> None:
        for number in range(each):
            await asyncio.sleep(self.chance.random())
            await self._report(name, f"Rapat {name} {number}")
            if self.chance.random() < 0.5:
                self.in_group += 1
                self.tell(message(name, group(), text="/lapor"))

    async def _report(self, name: str, nama: str) -> None:
        self.reports.append(nama)
        for number in range(self.chance.choice((1, 1, 2))):
            file = f"f{self.photos}"
            self.api.files[file] = jpeg(self.photos)
            self.photos += 1
            more: Json = {} if number else {"caption": nama}
            self.tell(message(name, photo=photo(file), media_group_id=nama, **more))
        while not self._shown(name, nama, "Tercatat #"):
            if buttons := list(self._buttons(name, nama)):
                query = f"q{self.api.update_id}"
                self.pressed.add(query)
                number, data = buttons[-1]
                self.tell(press(name, data, query=query, number=number))
            await self._patiently(name, nama)

    async def _patiently(self, name: str, nama: str) -> None:
        ready = self._shown(name, nama, "Laporan kegiatan")
        try:
            await self.api.until(
                lambda: (
                    self._shown(name, nama, "Tercatat #") or (not ready and self._shown(name, nama, "Laporan kegiatan"))
                ),
                GLANCE,
            )
        except TimeoutError:
            return

    def tell(self, update: Json) -> None:
        self.events.add(self.api.deliver(**update))
        if self.chance.random() < 0.2:
            self.api.pending.append(self.api.pending[-1])

    def _messages(self, name: str, nama: str) -> Iterator[tuple[int, Json]]:
        """What stands in the chat of a person about a kegiatan, oldest first, by its number."""
        for (chat, number), shown in sorted(self.api.messages.items()):
            if chat == USERS[name] and f"Nama: {nama}\n" in shown.get("text", ""):
                yield number, shown

    def _shown(self, name: str, nama: str, title: str) -> bool:
        return any(shown["text"].startswith(f"<b>{title}") for _, shown in self._messages(name, nama))

    def _buttons(self, name: str, nama: str) -> Iterator[tuple[int, str]]:
        """Each [Simpan] that can be pressed: the number of its message, and its data."""
        for number, shown in self._messages(name, nama):
            keys = shown.get("reply_markup", {}).get("inline_keyboard", [])
            yield from ((number, key["callback_data"]) for row in keys for key in row if key["text"] == "Simpan")

    def group_posts(self) -> int:
        return sum(1 for chat, _ in self.api.messages if chat == GROUP)
