"""The crowd at work while one trouble lasts, until nothing waits any more; then the verdict."""

import asyncio
import random
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from renderers.kolase.formats import MOST
from storage.catatan.kegiatan import Kegiatan
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto import photos
from storage.kantor import satker
from storage.kantor.satker import Satker
from tests.bot.conftest import jpeg
from tests.bot.trouble.crowd import Crowd
from tests.bot.trouble.faults import Trouble
from tests.bot.trouble.processes import bots
from tests.bot.trouble.verdict import Verdict, verdict
from tests.bot.trouble.weather import Stormy
from tests.bot.updates import USERS, group, message
from tests.conftest import here
from tests.patience import PATIENCE

OPEN = {"new", "draw", "sending"}


async def suffered(database: Database, folder: Path, trouble: Trouble, seed: int, receivers: int = 0) -> Verdict:
    chance = random.Random(seed)
    if trouble.album:
        _a_full_week(database, folder / "foto")
    api = Stormy(trouble.weather, chance, trouble.share, shuffled=trouble.shuffled, twice=trouble.twice)
    async with api, bots(api, database, folder, receivers) as processes:
        api.lag = lambda: chance.random() * trouble.lag
        crowd = Crowd(api, chance)
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as world:
            world.create_task(trouble.beside(api, database))
            world.create_task(work(crowd))
        await settled(api, database)
        assert set(await processes.end()) == {0}
        return verdict(api, database, folder, crowd, trouble.mangled)


async def work(crowd: Crowd, each: int = 1) -> None:
    """Everybody reports so many kegiatan; then one wants to see the week, and another shows it to the group."""
    await crowd.work(each)
    crowd.tell(message("Rudi", text="/kolase"))
    crowd.tell(message("Qori", group(), text="/kolase"))


def _a_full_week(database: Database, folder: Path) -> None:
    """So many kegiatan with photos that their kolase has two sheets."""
    made = datetime(2022, 6, 22, tzinfo=UTC)
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        for number in range(MOST + 1):
            nomor = satker.next_nomor(here(session, office))
            row = Kegiatan(satker_id=office.id, nomor=nomor, nama=f"Audiensi {number}", dibuat_at=made)
            row.mulai = row.selesai = date(2022, 6, 22)
            session.add(row)
            session.flush()
            foto = photos.Foto(sha256=photos.keep(folder, jpeg(100 + number)), lebar=64, tinggi=48, diterima_at=made)
            photos.attach(session, row, foto)


async def settled(api: Stormy, database: Database) -> None:
    """Until nothing waits any more, on either side."""

    def done() -> bool:
        try:
            with database.transaction() as session:
                waiting = set(session.scalars(select(Inbox.state)))
                going = set(session.scalars(select(Outbox.state).where(Outbox.channel == "telegram")))
        except OperationalError:
            return False
        return not api.undelivered and not (waiting | going) & OPEN and _shown(api)

    await api.until(done)


def _shown(api: Stormy) -> bool:
    return any(call.method.startswith("send") and call.params.get("chat_id") == USERS["Rudi"] for call in api.done)
