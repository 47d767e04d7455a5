"""Another machine takes over, with a disk of its own: by way of the bucket a report goes out to the last byte."""

import json
import tarfile
from dataclasses import replace
from pathlib import Path

import obstore
import pytest
from obstore.store import MemoryStore
from sqlalchemy import select

from bot.commands.backups.backup import backup
from bot.settings import Settings
from bot.work.drawing import kept
from bot.work.drawing.workers import Drawings
from bot.world import World
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import MakeVersion
from renderers.report import Report
from storage.chat.outbox import Outbox, State
from storage.database import Database
from storage.foto import sweeping
from storage.foto.store import Store, s3
from storage.laporan import laporan
from tests.conftest import NOW
from tests.phone import Phones, forged
from tests.ports import free_ports

pytestmark = pytest.mark.usefixtures("office")
PDF = b"%PDF made %%EOF\n"


class Printer:
    """Each time it is asked, it draws something else."""

    def __init__(self) -> None:
        self.times = 0

    def draw(self, *_given: object, **_named: object) -> Report:
        self.times += 1
        return Report(b"PK %d" % self.times, PDF.replace(b"made", b"made %d" % self.times), "")


@pytest.fixture(autouse=True)
def printer(monkeypatch: pytest.MonkeyPatch) -> Printer:
    one = Printer()
    monkeypatch.setattr("renderers.word.office.program", lambda: "soffice")
    monkeypatch.setattr("bot.workshop.reports.draw", one.draw)
    return one


def machine(world: World, folder: Path, shelf: "MemoryStore | obstore.store.S3Store") -> World:
    return replace(world, data_dir=folder, kept=Store(folder / "foto", shelf, world.database))


def asked(database: Database) -> None:
    Phones(database).say("Qori", forged(MakeVersion(Periode("triwulan", 2, 2022), 1)))


async def drawn(world: World) -> list[bytes]:
    """The files of the report, as this machine would send them now."""
    with world.database.transaction() as session:
        for row in session.scalars(select(Outbox).where(Outbox.payload["drawing"]["renderer"].as_string() == "rekap")):
            row.state, row.files, row.next_try = State.DRAW, [], world.clock()
    await Drawings(world, kinds=["rekap"]).one()
    with world.database.transaction() as session:
        rows = session.scalars(select(Outbox)).all()
        (files,) = [row.files for row in rows if (row.payload.get("drawing") or {}).get("renderer") == "rekap"]
    return [(world.data_dir / name).read_bytes() for name in files]


async def test_another_machine_sends_a_version_to_the_last_byte(
    world: World, database: Database, tmp_path: Path, printer: Printer
) -> None:
    shelf = MemoryStore()
    one, other = (machine(world, tmp_path / name, shelf) for name in ("one", "other"))
    asked(database)
    first = await drawn(one)
    assert [data[:4] for data in first] == [b"PK 1", b"%PDF", b"PK\x03\x04"]
    assert await drawn(other) == first
    # Also where what lies on its own disk has rotted since.
    (spoiled,) = (other.data_dir / "laporan").glob("*.pdf")
    spoiled.write_bytes(b"%PDF")
    assert await drawn(other) == first
    assert printer.times == 1


async def test_while_the_bucket_is_away_the_report_waits_and_goes_out_unchanged_once_it_is_back(
    world: World, database: Database, tmp_path: Path, printer: Printer
) -> None:
    shelf, (port,) = MemoryStore(), free_ports(1)
    away = s3("s3://foto", f"http://127.0.0.1:{port}", "us-east-1", "kunci", "rahasia")
    asked(database)
    first = await drawn(machine(world, tmp_path / "one", shelf))
    assert await drawn(machine(world, tmp_path / "other", away)) == []
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.state == State.DRAW)).one()
        assert (row.tries, row.next_try > world.clock()) == (0, True)
    assert await drawn(machine(world, tmp_path / "other", shelf)) == first
    assert printer.times == 1


async def test_a_new_report_is_heard_of_once_it_lies_in_the_bucket_and_an_old_one_goes_out_without_it(
    world: World, database: Database, tmp_path: Path, printer: Printer
) -> None:
    shelf, (port,) = MemoryStore(), free_ports(1)
    away = s3("s3://foto", f"http://127.0.0.1:{port}", "us-east-1", "kunci", "rahasia")
    asked(database)
    assert await drawn(machine(world, tmp_path / "one", away)) == []
    with database.transaction() as session:
        assert laporan.get(session, 1).sha256 == ""
    first = await drawn(machine(world, tmp_path / "one", shelf))
    assert await drawn(machine(world, tmp_path / "one", away)) == first
    assert printer.times == 2


async def test_reports_in_the_bucket_are_nobody_elses_files_and_stand_in_the_list_of_a_backup(
    world: World, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = MemoryStore()
    asked(database)
    await drawn(machine(world, tmp_path / "one", shelf))
    names = sorted(one["path"] for page in obstore.list(shelf) for one in page)
    with database.transaction() as session:
        sha256 = laporan.get(session, 1).sha256
    assert names == [f"laporan/{sha256}.docx", f"laporan/{sha256}.docx.pdf"]
    assert sweeping.sweep(database, sweeping.Bucket(shelf), NOW) == 0
    monkeypatch.setattr(Settings, "store", property(lambda self: Store(self.photos, shelf)))
    # The machine that makes the backup has never seen the report.
    settings = Settings.model_validate({"data_dir": tmp_path / "other", "database_url": str(database.url)})
    settings.data_dir.mkdir()
    file = backup(settings, database, tmp_path / "copy.tar", NOW)
    with tarfile.open(file) as archive:
        listing = archive.extractfile("bucket.json")
        assert listing
        assert json.load(listing) == {f"laporan/{sha256}.docx": 4}
    file = backup(settings, database, tmp_path / "copy.tar", NOW, with_photos=True)
    with tarfile.open(file) as archive:
        assert [name for name in archive.getnames() if name.startswith("laporan/")] == names
    assert dict(kept.read(settings.data_dir, sha256)) == {"docx": b"PK 1", "pdf": PDF.replace(b"made", b"made 1")}
