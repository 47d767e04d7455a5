"""What the morning of a report costs: the processor time of the job that tells an office of its triwulan."""

import time
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import select

from handlers.rekap import triwulan
from storage.database import Database
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from tests import sample
from tests.benchmarks.offices import ALL
from tests.conftest import WIB, here

DAY = datetime(2022, 6, 30, 8, tzinfo=WIB)


def show(rounds: int) -> None:
    with TemporaryDirectory() as folder:
        sample.make(Path(folder) / "made")
        database = sample.copy(Path(folder) / "made", Path(folder) / "data")
        _begun(database)
        told, idle = (median(_took(database, at) for _ in range(rounds)) for at in (DAY, DAY - timedelta(hours=1)))
        database.close()
    print(f"told {told * 1000:.0f} ms an office, {told * ALL:.0f} s for {ALL}; nothing due {idle * 1e6:.0f} us")  # noqa: T201 - the line is what this is for


def _begun(database: Database) -> None:
    """The office has begun, and its ketua pelaksana can be reached."""
    with database.transaction() as session:
        leader = session.scalars(select(Anggota).where(Anggota.role == Role.KETUA_PELAKSANA)).first()
        assert leader
        people.identify(session, leader, "test", "Qori", "Qori")
        audit.note(session, leader, DAY - timedelta(days=30), "kegiatan", 1, "catat")


def _took(database: Database, at: datetime) -> float:
    """Seconds of this process; nothing of what was told stays."""
    with database.transaction() as session:
        office = here(session, session.scalars(select(Satker)).one(), at)
        began = time.process_time()
        says = list(triwulan.remind(office))
        took = time.process_time() - began
        assert bool(says) == (at == DAY)
        session.rollback()
    return took
