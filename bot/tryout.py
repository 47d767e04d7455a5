"""bot try: the bot on a local web page, with the sample office, without a token."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.intake import Inlet
from bot.load import SAMPLE, load
from bot.process import serve
from bot.wake import Wake
from bot.webchat import server
from bot.webchat.channel import NAME, WebChat
from bot.webchat.clock import Clock, monday
from bot.webchat.posts import Site
from bot.webchat.state import GROUP, Person, Room
from bot.world import World
from storage import people, satker
from storage.database import Database, Session
from storage.people import Anggota
from storage.satker import Satker

HOST, PORT = "127.0.0.1", 8022
GUEST = Person("tamu", "ptamu", "Orang baru", "Belum diundang")


def run(port: int = PORT, data_dir: Path | None = None, host: str = HOST, say: Callable[[str], None] = print) -> None:
    """Until Ctrl+C. Without `data_dir` everything is forgotten at the end."""
    server.only_loopback(host)
    with _folder(data_dir) as folder:
        database = Database(f"sqlite:///{folder.absolute() / 'bakohumas.db'}")
        try:
            database.upgrade()
            asyncio.run(_open(database, folder, host, port, say))
        finally:
            database.close()


async def _open(database: Database, folder: Path, host: str, port: int, say: Callable[[str], None]) -> None:
    clock, room = Clock(folder / "clock"), Room()
    office, team = prepared(database, folder / "foto", clock.start)
    clock.move_to(clock.start)
    world = World(database, WebChat(room, clock), folder, clock, Wake())

    async def intake(inlet: Inlet) -> None:
        site = Site(room, inlet, clock, team, f"Grup Bakohumas {office.nama}")
        await server.serving(site, host, port, lambda url: say(f"Open {url} in a browser; Ctrl+C ends it."))

    try:
        await serve(world, intake)
    finally:
        clock.keep()


def prepared(database: Database, photos: Path, now: datetime) -> tuple[Satker, dict[str, Person]]:
    """The sample office, unless there is one already; its people are on the page and its group is bound."""
    with database.transaction() as session:
        known = satker.every(session)
    if not known:
        load(database, SAMPLE, photos, now)
    with database.transaction() as session:
        office = satker.every(session)[0]
        if not office.grup:
            office.grup_channel, office.grup, office.terhubung_at = NAME, GROUP, monday(now)
        team = [_person(session, row) for row in people.current(session, office, now.date())]
    everybody = {person.person: person for person in team}
    return office, everybody | ({} if GUEST.person in everybody else {GUEST.person: GUEST})


def _person(session: Session, row: Anggota) -> Person:
    known = [(one.person, one.chat) for one in people.identities(session, row) if one.channel == NAME]
    person, chat = known[0] if known else (str(row.id), f"p{row.id}")
    if not known:
        people.identify(session, row, NAME, person, chat)
    return Person(person, chat, row.nama.split(",")[0].title(), row.jabatan_tim, row.role)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    with TemporaryDirectory(prefix="bakohumas-") as folder:
        yield Path(folder)
