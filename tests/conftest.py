"""A real database with one office in it, and the clock of the tests: Friday 24 June 2022, 09.00 WIB."""

import fcntl
import gc
import os
import random
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from sqlalchemy import event, select

from storage import sqlite as storage_sqlite
from storage.database import Database, Session
from storage.kantor.akun import Akun
from storage.kantor.people import Anggota, Identity, Role
from storage.kantor.satker import Here, Satker
from storage.move import move
from tests import postgres, sample, statements
from tests.bucket import served

if TYPE_CHECKING:
    from obstore.store import S3Store


WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2022, 6, 24, 9, tzinfo=WIB)
TEAM = (
    ("Hudri", Role.PEMBINA),
    ("Agus", Role.KETUA),
    ("Qori", Role.KETUA_PELAKSANA),
    ("Rudi", Role.ANGGOTA),
    ("Kadir", Role.ANGGOTA),
)


# How long a text takes depends on what else runs, and is shown by benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Set before any worker starts, so that all of them draw the same fresh seed.
FRESH_SEED = int(os.environ.setdefault("FRESH_SEED", str(random.SystemRandom().randrange(10**6))))


def pytest_report_header() -> str:
    return f"fresh seed: {FRESH_SEED} (repeat with FRESH_SEED={FRESH_SEED})"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite transcripts and reference pictures")


# What is about the database itself, and about several processes on it, is wholly said to PostgreSQL.
WHOLE = ("tests/storage/", "tests/bot/crash/", "tests/bot/work/", "tests/bot/whatsapp/", "tests/bot/test_")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL what touches no database of the tests, or sends the same statements, would be said twice."""
    if postgres.URL:
        on_it = [one for one in items if "empty_postgres" in getattr(one, "fixturenames", ())]
        told, there = statements.known(), {one.nodeid for one in on_it if not one.nodeid.startswith(WHOLE)}
        same = statements.repeated({test: sent for test, sent in told.items() if test in there})
        few = [one for one in on_it if one.nodeid not in same]
        config.hook.pytest_deselected(items=[*{*items}.difference(few)])
        items[:] = few


def pytest_configure() -> None:
    if statements.FOLDER and not postgres.URL:
        statements.begin()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    with statements.noted(item.nodeid) if statements.FOLDER and not postgres.URL else nullcontext():
        return (yield)


@pytest.fixture(scope="session", autouse=True)
def quick() -> Iterator[None]:
    """No test turns the power off: what this process writes need not be on the disk at once. A bot that a test starts
    has its own, as in the office. And all that was imported is never looked through for garbage, the rest seldom."""
    storage_sqlite.DURABLE = False
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
    yield
    storage_sqlite.DURABLE = True


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker of a run makes, and all of them read."""
    root = factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    made, making = root / name, root / f"{name}-making"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making.mkdir(exist_ok=True)
            make(making)
            making.rename(made)
    return made


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the schema, to be copied: migrations run once."""
    return once(tmp_path_factory, "schema", _make_schema) / "empty.db"


def _make_schema(folder: Path) -> None:
    """Beside the schema alone, the same with the office that most tests begin with."""
    database = Database(f"sqlite:///{folder / 'made.db'}")
    database.upgrade()
    database.copy_to(str(folder / "empty.db"))
    database.close()
    office = _opened_once(folder / "empty.db").with_name("office.db")
    office.write_bytes((folder / "empty.db").read_bytes())
    database = Database(f"sqlite:///{office}")
    with database.transaction() as session:
        make_office(session)
    database.close()


def _opened_once(path: Path) -> Path:
    """A file that keeps its log as every database of ours does: its copies need not begin with that."""
    database = Database(f"sqlite:///{path}")
    database.engine.connect().close()
    database.close()
    return path


@pytest.fixture(scope="session")
def office_database(empty_database: Path) -> Path:
    return empty_database.with_name("office.db")


Fresh = Callable[[Path], Database]


@pytest.fixture
def fresh(empty_database: Path) -> Fresh:
    """An SQLite database of its own at a path: the schema and nothing else."""

    def made(path: Path) -> Database:
        path.write_bytes(empty_database.read_bytes())
        return Database(f"sqlite:///{path}")

    return made


@pytest.fixture(scope="session")
def empty_postgres() -> str:
    """The URL of a PostgreSQL database with the schema, "" where TEST_DATABASE_URL names none."""
    url = postgres.created("empty") if postgres.URL else ""
    if url:
        database = Database(url)
        database.upgrade()
        database.close()
    return url


@pytest.fixture(scope="session")
def one_database(tmp_path_factory: pytest.TempPathFactory, empty_postgres: str) -> Iterator[Database]:
    """The database of all tests of this worker: what a statement compiles to is kept with the engine."""
    database = Database(empty_postgres or f"sqlite:///{tmp_path_factory.mktemp('database') / 'bakohumas.db'}")
    yield database
    database.close()


@pytest.fixture
def database(
    one_database: Database,
    empty_database: Path,
    office_database: Path,
    empty_postgres: str,
    request: pytest.FixtureRequest,
) -> Iterator[Database]:
    """SQLite, or PostgreSQL where TEST_DATABASE_URL names one."""
    if empty_postgres:
        postgres.emptied(one_database)
    else:
        replaced(one_database, office_database if "office" in request.fixturenames else empty_database)
    yield one_database
    one_database.close()


def replaced(database: Database, template: Path) -> None:
    """From now on the file of a closed database is a copy of another."""
    path = Path(database.url.database or "")
    for old in path.parent.glob(f"{path.name}*"):
        # Gone, not written over: a process of the test before may still have it open.
        old.unlink()
    path.write_bytes(template.read_bytes())


Counted = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def counted(database: Database) -> Counted:
    """`with counted() as statements`: what the database is asked meanwhile, but for the frames of transactions."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        statements: list[str] = []

        def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")):
                statements.append(statement)

        event.listen(database.engine, "before_cursor_execute", hear)
        yield statements
        event.remove(database.engine, "before_cursor_execute", hear)

    return counting


@pytest.fixture
def office(database: Database) -> int:
    """The id of a satker with a team of five whom the channel "test" knows by their names, and a bound group."""
    with database.transaction() as session:
        return session.scalar(select(Satker.id)) or make_office(session).id


def make_office(session: Session, kode: str = "3574", nama: str = "KPU Kota Probolinggo") -> Satker:
    row = Satker(
        kode=kode,
        nama=nama,
        tempat="KOTA PROBOLINGGO",
        wilayah="Kota Probolinggo",
        website="kota-probolinggo.kpu.go.id",
        platform_bawaan=["IG", "Twitter", "FB"],
        grup_channel="test",
        grup="Grup" if kode == "3574" else f"Grup {kode}",
        terhubung_at=datetime(2022, 1, 1, tzinfo=WIB),
        persiapan=["selesai"],
    )
    session.add(row)
    session.flush()
    for urut, (platform, counted) in enumerate((("IG", True), ("Twitter", False), ("FB", False), ("TikTok", True))):
        session.add(Akun(satker_id=row.id, urut=urut, platform=platform, nama=f"{nama} {platform}", dihitung=counted))
    # At once, not person by person as they come in: most tests begin with this team.
    team = [Anggota(satker_id=row.id, urut=n, nama=name, role=role) for n, (name, role) in enumerate(TEAM, start=1)]
    session.add_all(team)
    session.flush()
    for one in team:
        known = one.nama if kode == "3574" else f"{one.nama} {kode}"
        session.add(Identity(channel="test", person=known, anggota_id=one.id, chat=known))
    session.flush()
    return row


def here(session: Session, office: Satker, now: datetime = NOW) -> Here:
    return Here(session, office, now)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "sample", sample.make)


@pytest.fixture(scope="session")
def sample_postgres(sample_folder: Path, empty_postgres: str, tmp_path_factory: pytest.TempPathFactory) -> bool:
    """Whether the sample is in a PostgreSQL database too."""
    if empty_postgres:
        there = Database(postgres.created("sample"))
        there.upgrade()
        here = sample.copy(sample_folder, tmp_path_factory.mktemp("sample") / "data")
        move(here, there)
        here.close()
        there.close()
    return bool(empty_postgres)


@pytest.fixture
def sample_sqlite(sample_folder: Path, tmp_path: Path) -> Iterator[Database]:
    """The sample office, in a database of its own; its data folder is `tmp_path / "data"`."""
    database = sample.copy(sample_folder, tmp_path / "data")
    yield database
    database.close()


@pytest.fixture
def sample_database(sample_sqlite: Database, sample_postgres: bool) -> Iterator[Database]:
    """The same, moved to PostgreSQL where TEST_DATABASE_URL names one."""
    database = Database(postgres.created("copy", "sample")) if sample_postgres else sample_sqlite
    yield database
    database.close()


@pytest.fixture(scope="session")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator["S3Store"]:
    with served(tmp_path_factory.mktemp("s3")) as bucket:
        yield bucket
