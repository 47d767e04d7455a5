"""bot try: the bot on a local web page, with the sample office, without a token."""

import asyncio
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory

from bot.commands.load import SAMPLE, load
from bot.intake.inlet import Inlet
from bot.process import Busy, serve
from bot.webchat import provinsi, server
from bot.webchat.acts import Site
from bot.webchat.channel import NAME, WebChat
from bot.webchat.clock import Clock, monday
from bot.webchat.state import GROUP, Office, Person, Room
from bot.world import Wake, World
from storage.database import Database, Session, UnknownSchema
from storage.foto.store import Store
from storage.kantor import identities, people, satker
from storage.kantor.people import Anggota
from storage.kantor.satker import Here, Satker
from storage.provinsi import kiriman

HOST, PORT = "127.0.0.1", 8022
FRESH = "awal.db"
GUEST = Person("tamu", "ptamu", "Orang baru", "Belum diundang")


def tryout(port: int = PORT, data_dir: Path | None = None, host: str = HOST) -> None:
    """Serve the page until Ctrl+C; without `data_dir` all data is deleted at the end."""
    with _listening(host, port) as listener, _folder(data_dir) as folder:
        try:
            _refuse_other(folder)
            _run(listener, folder)
        except (Busy, UnknownSchema, Taken) as reason:
            raise SystemExit(f"Error: {reason}") from None


class Taken(Exception):  # noqa: N818 - an answer to the operator
    """The folder holds something that no try-out put there."""


def _refuse_other(folder: Path) -> None:
    """Of an office's own folder not even the database is opened: invented people would come to stand in it."""
    found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    if found and not (folder / FRESH).exists():
        raise Taken(f"{folder} holds something that is no try-out's; choose an empty folder with --data-dir")


def _refuse_reaching_others(database: Database, folder: Path) -> None:
    """What the try-out queues would go out to real telephones once a bot runs on its folder."""
    with database.transaction() as session:
        others = identities.channels(session) - {NAME}
    if others:
        raise Taken(f"{folder} has people on {', '.join(sorted(others))}; choose an empty folder with --data-dir")


def _listening(host: str, port: int) -> socket:
    try:
        return server.listening(host, port)
    except OSError as error:
        raise SystemExit(f"Error: port {port}: {os.strerror(error.errno or 0)}; choose another with --port") from None


def _run(listener: socket, folder: Path) -> None:
    database = Database(f"sqlite:///{folder.absolute() / 'bakohumas.db'}")
    try:
        database.upgrade()
        _refuse_reaching_others(database, folder)
        office = prepared(database, folder)
        host, port = listener.getsockname()
        sys.stdout.write(f"Open http://{host}:{port}/ in a browser; Ctrl+C ends it.\n")
        sys.stdout.flush()
        asyncio.run(shown(database, folder, office, listener))
    finally:
        database.close()


async def shown(database: Database, folder: Path, office: Office, listener: socket) -> None:
    """Run page and bot until the process is told to stop; each wish to begin anew starts both again."""
    while await _once(database, folder, office, listener.dup()):
        office = await asyncio.to_thread(begun_anew, database, folder)


async def _once(database: Database, folder: Path, office: Office, listener: socket) -> bool:
    clock, room = Clock(folder / "clock"), Room()
    world = World(database, WebChat(room, clock), folder, clock, Wake())
    sample = (folder / FRESH).exists()

    async def intake(inlet: Inlet) -> None:
        await server.serving(Site(room, inlet, clock, office, sample), listener)

    with listener:
        try:
            await serve(world, intake)
        finally:
            clock.keep()
    return room.anew


def begun_anew(database: Database, folder: Path) -> Office:
    """Put database and clock back to the moment when the sample had just been loaded."""
    database.close()
    for end in ("", "-wal", "-shm"):
        (folder / f"bakohumas.db{end}").unlink(missing_ok=True)
    shutil.rmtree(folder / "drawn", ignore_errors=True)
    (folder / "clock").unlink(missing_ok=True)
    shutil.copyfile(folder / FRESH, folder / "bakohumas.db")
    return prepared(database, folder)


def prepared(database: Database, folder: Path) -> Office:
    """The office of the data folder, or the freshly loaded sample; with its people on the page and its group bound."""
    now = Clock(folder / "clock")()
    with database.transaction() as session:
        known = satker.every(session)
    if not known:
        load(database, SAMPLE, Store(folder / "foto", database=database), now)
        with database.transaction() as session:
            provinsi.made(session, satker.every(session)[0], now)
        # An office that stood in the folder before holds somebody's work, so only a sample can be begun anew.
        (folder / FRESH).unlink(missing_ok=True)
        database.copy_to(str(folder / FRESH))
    with database.transaction() as session:
        office = _office(session)
        if not office.grup:
            office.grup_channel, office.grup, office.terhubung_at = NAME, GROUP, monday(now)
        above = kiriman.above(Here(session, office, now))
        offices = [Here(session, one, now) for one in (office, above) if one]
        team = [_person(session, row) for here in offices for row in people.current(here, now.date())]
    everybody = {person.person: person for person in team}
    guest = {} if GUEST.person in everybody else {GUEST.person: GUEST}
    return Office(f"Bakohumas {office.nama}", everybody | guest)


def _office(session: Session) -> Satker:
    """The office that the page shows, and not the province above it."""
    every = satker.every(session)
    return next((one for one in every if one.tingkat != kiriman.PROVINSI), every[0])


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
