"""People who report kegiatan over WhatsApp, impatiently, while the bot comes and goes; and what became of it."""

import asyncio
import hashlib
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from storage.catatan.kegiatan import Kegiatan
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto.photos import Foto
from storage.kantor import people
from tests.bot.conftest import jpeg
from tests.bot.trouble.forked import Forked, forked
from tests.graphapi import NUMBER, SECRET, TOKEN, VERIFY, Fault, GraphAPI, Json

REPORTERS = {"Rudi": "628121", "Kadir": "628122", "Qori": "ID.7abc", "Agus": "628124"}
GLANCE = 4.0
# Whoever fails three times in a row has no bad weather but another trouble.
IN_A_ROW = 2


def acquainted(database: Database, ids: Mapping[str, str]) -> Database:
    """With these people known to WhatsApp, and reminded of nothing."""
    with database.transaction() as session:
        for name, id_ in ids.items():
            anggota = people.find(session, "test", name)
            assert anggota
            anggota.ingatkan = False
            people.identify(session, anggota, "whatsapp", id_, id_)
    return database


class Stormy(GraphAPI):
    """`weather` strikes so great a `share` of the calls, and so many bodies come `often`."""

    def __init__(
        self, chance: random.Random, weather: Callable[[str], Fault | None], share: float, often: float
    ) -> None:
        super().__init__()
        self.chance, self.weather, self.share = chance, weather, share
        self.twice = lambda: chance.random() < often
        self.failed: Counter[str] = Counter()

    def _fault(self, method: str) -> Fault | None:
        fault = self.weather(method) if self.chance.random() < self.share else None
        if fault is None or self.failed[method] == IN_A_ROW:
            self.failed[method] = 0
            return None
        self.failed[method] += 1
        return fault


def _pictured(body: Json) -> bool:
    """Whether a message is a picture, or has one above its choices."""
    return "image" in (body["type"], body.get("interactive", {}).get("header", {}).get("type"))


@dataclass
class People:
    api: GraphAPI
    chance: random.Random
    reports: list[str] = field(default_factory=list)
    photos: int = 0
    events: set[str] = field(default_factory=set)

    async def work(self, each: int) -> None:
        """Everybody reports so many kegiatan, one after the other; then one of them wants to see the week."""
        async with asyncio.TaskGroup() as people:
            for name in REPORTERS:
                people.create_task(self._person(name, each))
        self.events.add(self.api.say(REPORTERS["Rudi"], "/kolase"))
        await self.api.until(lambda: any(_pictured(body) for _, body in self.api.said(REPORTERS["Rudi"])))

    async def _person(self, name: str, each: int) -> None:
        for number in range(each):
            await asyncio.sleep(self.chance.random())
            await self._report(REPORTERS[name], f"Rapat {name} {number}")

    async def _report(self, person: str, nama: str) -> None:
        self.reports.append(nama)
        for number in range(self.chance.choice((1, 1, 2))):
            self.events.add(self.api.photo(person, jpeg(self.photos), "" if number else nama))
            self.photos += 1
        while not self._shown(person, nama, "Tercatat #"):
            if buttons := list(self._buttons(person, nama)):
                card, data = buttons[-1]
                self.events.add(self.api.press(person, data, card))
            await self._patiently(person, nama)

    async def _patiently(self, person: str, nama: str) -> None:
        ready = self._shown(person, nama, "Laporan kegiatan")
        titles = ("Tercatat #",) if ready else ("Tercatat #", "Laporan kegiatan")
        try:
            await self.api.until(lambda: any(self._shown(person, nama, title) for title in titles), GLANCE)
        except TimeoutError:
            return

    def _cards(self, person: str, nama: str) -> Iterator[tuple[str, Json]]:
        for id_, body in self.api.said(person):
            if body["type"] == "interactive" and f"Nama: {nama}\n" in body["interactive"]["body"]["text"]:
                yield id_, body["interactive"]

    def _shown(self, person: str, nama: str, title: str) -> bool:
        return any(card["body"]["text"].startswith(f"*{title}") for _, card in self._cards(person, nama))

    def _buttons(self, person: str, nama: str) -> Iterator[tuple[str, str]]:
        """Each [Simpan] that can be pressed or chosen: the id of its message, and its data."""
        for id_, card in self._cards(person, nama):
            action = card["action"]
            replies = [one["reply"] for one in action.get("buttons", [])]
            rows = [row for section in action.get("sections", []) for row in section["rows"]]
            yield from ((id_, one["id"]) for one in (*replies, *rows) if one["title"] == "Simpan")


@dataclass(frozen=True)
class Verdict:
    lost: int
    doubled: int


def verdict(api: GraphAPI, database: Database, folder: Path, people: People) -> Verdict:
    with database.transaction() as session:
        inbox = {row.event: row.state for row in session.scalars(select(Inbox))}
        names = Counter(session.scalars(select(Kegiatan.nama).where(Kegiatan.nama.startswith("Rapat "))))
        photos = session.scalars(select(Foto)).all()
    lost = sum(inbox.get(event) != "done" for event in people.events) + sum(
        nama not in names for nama in people.reports
    )
    files = {foto.sha256: folder / "foto" / foto.file for foto in photos}
    lost += people.photos - sum(hashlib.sha256(path.read_bytes()).hexdigest() == one for one, path in files.items())
    marks = Counter(body.get("biz_opaque_callback_data") for body in api.messages.values())
    doubled = sum(count - 1 for count in (*names.values(), *marks.values())) + len(photos) - len(files)
    return Verdict(lost, doubled)


async def started(api: GraphAPI, database: Database, folder: Path, port: int) -> Forked:
    told = {"WA_TOKEN": TOKEN, "WA_PHONE_NUMBER_ID": NUMBER, "WA_APP_SECRET": SECRET, "WA_VERIFY_TOKEN": VERIFY}
    told |= {"WA_API_URL": api.url, "LISTEN": f"127.0.0.1:{port}", "DATA_DIR": str(folder), "LOG_LEVEL": "CRITICAL"}
    told |= {"DATABASE_URL": database.url.render_as_string(hide_password=False), "BOT_TOKEN": "", "WEBHOOK_URL": ""}
    api.hook = f"http://127.0.0.1:{port}/whatsapp"
    return await forked(("tests.bot.trouble.hurried", "run"), os.environ | told)


async def heard(api: GraphAPI) -> None:
    """Until the bot listens; what it is asked here is none of Meta's."""
    while await api.post(b"", "") != 403:  # noqa: ASYNC110 - a bot that starts rings no bell; 403: it is there
        await asyncio.sleep(0.05)


async def quiet(api: GraphAPI, database: Database) -> None:
    """Until nothing waits any more, on either side."""

    def done() -> bool:
        try:
            with database.transaction() as session:
                inbox = set(session.scalars(select(Inbox.state)))
                outbox = set(session.scalars(select(Outbox.state).where(Outbox.channel == "whatsapp")))
        except OperationalError:
            return False
        return not api.pushing and inbox <= {"done"} and outbox <= {"sent"}

    await api.until(done)
