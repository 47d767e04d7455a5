"""Whoever is forgotten is found nowhere any more: not in the database and its log, what was drawn, or the bot's log."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.channel import Permanent
from bot.logs import Line
from bot.work.drawing.workers import Drawings
from bot.work.lanes import Lanes
from bot.work.parcel import forget_ended
from bot.work.sender import Sender
from bot.world import Wake, World
from handlers import dispatch
from handlers.chat.door import Door
from handlers.chat.messages import Chat, Incoming, Offer
from handlers.tim.doors import Decide, Decision
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.people import Role
from tests.bot.ears import Clock, Ears
from tests.conftest import Fresh, here, make_office

NAME, CHAT, PHONE = "Żainuddin Maulana", "628123450001", "081-9999-0002"
WORDS = [NAME, NAME.encode("unicode_escape").decode(), "Zainuddin", "ainuddin", CHAT, PHONE]


@dataclass
class Post(Ears):
    """Hears bodies that tell chat, person, words and the card that was pressed; one that is broken it cannot read."""

    farewells: list[str] = field(default_factory=list)

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None:
        if "broken" in body:
            raise ValueError(f"no message: {body}")
        if "person" not in body:
            return None
        chat = Chat("test", body.get("group") or body["person"], group="group" in body)
        said = Incoming(chat, event, body["person"], name=body["name"], text=body.get("text", ""), message=event)
        return replace(said, press=body["press"], press_id=event) if "press" in body else said

    async def offer(self, offered: Offer) -> None:
        self.offers.append((offered.chat.id, *(word for word, _ in offered.commands)))


@dataclass
class Bot:
    """A whole office in one data folder, worked by hand."""

    world: World
    count: int = 0

    @property
    def ears(self) -> Post:
        assert isinstance(self.world.channel, Post)
        return self.world.channel

    def put(self, lane: str, **body: Any) -> None:
        self.count += 1
        row = Inbox(channel="test", event=str(self.count), urut=self.count, lane=lane, body=body)
        row.received_at = self.world.clock()
        with self.world.database.transaction() as session:
            inbox.put(session, [row])

    async def say(self, person: str, text: str = "", **more: Any) -> None:
        self.put(more.get("group", person), person=person, name=NAME if person == CHAT else person, text=text, **more)
        await self.work()

    async def press(self, person: str, door: Door, card: str) -> None:
        await self.say(person, press=door.written(), card=card)

    async def heard(self) -> None:
        lanes = Lanes(self.world)
        await lanes.look()
        await lanes.idle()
        lanes.held.close()

    async def work(self) -> None:
        """Everything is handled, drawn and sent, as far as it can be."""
        sender, drawings = Sender(self.world), Drawings(self.world)
        for _ in range(8):
            await self.heard()
            while await drawings.one():
                pass
            await sender.look()
            await sender.idle()
            assert isinstance(self.world.clock, Clock)
            self.world.clock.forward(2)

    def told(self, table: str) -> set[str]:
        with self.world.database.transaction() as session:
            return set(session.scalars(text(f"SELECT state FROM {table}")))

    def minute(self) -> None:
        dispatch.tick(self.world.database, self.world.clock())
        dispatch.offer(self.world.database, self.world.clock())
        forget_ended(self.world.database, self.world.data_dir)


@pytest.fixture
def bot(tmp_path: Path, fresh: Fresh) -> Iterator[Bot]:
    folder = tmp_path / "data"
    folder.mkdir()
    database = fresh(folder / "bakohumas.db")
    with database.transaction() as session:
        office = make_office(session)
        member = people.add(here(session, office), NAME, Role.ANGGOTA, "Anggota")
        people.identify(session, member, "test", CHAT, CHAT)
    handler = logging.FileHandler(folder / "bot.log")
    handler.setFormatter(Line())
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    yield Bot(World(database, Post(), folder, Clock(), Wake()))
    logging.getLogger().removeHandler(handler)
    handler.close()
    database.close()


def found(folder: Path) -> dict[str, list[str]]:
    """Which of the words stand in which file, in its bytes or in its name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    held = {str(one.relative_to(folder)): str(one).encode() + one.read_bytes() for one in files}
    told = {name: [word for word in WORDS if word.encode() in data] for name, data in held.items()}
    return {name: words for name, words in told.items() if words}


async def lived(bot: Bot) -> None:
    """All that leaves a trace: records, a draft that was cancelled, what failed, what was asked for, the group."""
    await bot.say(CHAT, "/lapor Rapat pleno rutin")
    await bot.say(CHAT, "simpan")
    await bot.say(CHAT, f"/lapor Rapat, narahubung {PHONE}")
    await bot.say(CHAT, "/batal")
    await bot.say(CHAT, f"/lapor Apel pagi bersama {NAME}, {PHONE}")
    bot.put(CHAT, broken=f"{NAME} {PHONE}")
    await bot.say(CHAT, "/saya")
    await bot.say(CHAT, "/data")
    await bot.say("Qori", f"/undang {NAME}, ketua")
    await bot.say("Qori", "/status")
    await bot.say(CHAT, "/lapor Foto bersama", group="Grup")
    bot.ears.failures = [Permanent("blocked")] * 3
    await bot.say(CHAT, "/data")
    bot.ears.failures = []
    await bot.say(CHAT, "/data hapus")
    # What is asked for is not drawn any more before the ketua pelaksana presses.
    bot.put(CHAT, person=CHAT, name=NAME, text="/data")
    await bot.heard()


async def test_no_file_of_the_data_folder_names_who_was_forgotten(bot: Bot) -> None:
    await lived(bot)
    before = found(bot.world.data_dir)
    assert {word for name in ("bakohumas.db", "bakohumas.db-wal") for word in before.get(name, [])} >= {
        NAME,
        CHAT,
        PHONE,
    }
    assert bot.told("inbox") >= {"done", "quarantined"}
    assert bot.told("outbox") >= {"sent", "dead"}
    with bot.world.database.transaction() as session:
        entry = session.scalars(select(Audit.id).where(Audit.action == "minta hapus")).one()
    bot.put(CHAT, person=CHAT, name=NAME, text=f"Satu lagi dari {NAME}")
    await bot.press("Qori", Decide(entry, Decision.GRANT), f"{NAME} (Anggota) meminta data pribadinya dihapus.")
    bot.minute()
    await bot.work()
    said = [what for what in bot.ears.heard if what[:2] == ("send", CHAT)]
    assert said[-1][2] == "Data pribadi Anda sudah dihapus dari bot ini. Terima kasih."
    assert (CHAT,) in bot.ears.offers
    assert found(bot.world.data_dir) == {}
