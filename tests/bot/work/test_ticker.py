"""Once a day a full disk is told, and photos that no row names and old leftovers are swept away, nothing else."""

import os
import shutil
import threading
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import cast

import obstore
import pytest
from obstore.store import MemoryStore

from bot.work import ticker
from bot.work.parcel import forget_ended
from bot.work.ticker import sweep
from bot.world import World
from storage.chat import outbox
from storage.database import Database
from storage.foto import photos, sweeping
from storage.foto.store import Store
from storage.foto.sweeping import MARK
from tests.bot.conftest import Usage, named
from tests.bot.ears import Clock
from tests.bot.trouble.posts import post, rows, say
from tests.conftest import NOW, Fresh


def kept(folder: Path, name: str, days: float, *, small: bool = False, database: Database | None = None) -> str:
    """A photo that came so many days ago."""
    sha256 = Store(folder, database=database).keep(name.encode())
    if small:
        photos.keep_small(folder, sha256, b"small")
    aged(folder / photos.name_of(sha256), days)
    return sha256


def aged(path: Path, days: float) -> Path:
    at = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (at, at))
    return path


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()} - {MARK}


@pytest.mark.usefixtures("office")
def test_a_photo_that_no_row_names_goes_after_seven_days_with_its_small_copy(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "foto"
    mine, fresh = kept(folder, "mine", 30, small=True), kept(folder, "fresh", 6.9, database=database)
    kept(folder, "nobody's", 7.1, small=True, database=database)
    named(database, mine)
    sweep(database, tmp_path, Store(tmp_path / "foto"), NOW)
    assert files(folder) == {f"{mine}.jpg", f"{mine}.kecil.jpg", f"{fresh}.jpg"}


@pytest.mark.usefixtures("office")
def test_where_another_deployment_has_its_mark_nothing_is_swept_and_the_reason_is_told(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In the bucket and in the folder; leftovers of this data folder go all the same."""
    shelf = MemoryStore()
    store = Store(tmp_path / "foto", shelf, database)
    sha256 = store.keep(b"loose")
    aged(tmp_path / "foto" / photos.name_of(sha256), 30)
    (tmp_path / "drawn" / "1").mkdir(parents=True)
    aged(tmp_path / "drawn" / "1", 8)
    for place in sweeping.places(store):
        place.put_mark("somebody else's")
    sweep(database, tmp_path, store, NOW + timedelta(days=10**4))
    told = "{} is marked by another deployment, so it is not swept; if this is now the only one, "
    told += "run: bot check --take-over"
    assert [one.getMessage() for one in caplog.records if one.levelname == "WARNING"] == [
        told.format("the photo folder"), told.format("the bucket")
    ]  # fmt: skip
    assert (files(tmp_path / "foto"), (tmp_path / "drawn" / "1").exists()) == ({f"{sha256}.jpg"}, False)
    assert obstore.head(shelf, photos.name_of(sha256))["size"] == len(b"loose")


@pytest.mark.usefixtures("office")
def test_a_photo_that_comes_again_is_young_again(database: Database, tmp_path: Path) -> None:
    sha256 = kept(tmp_path / "foto", "again", 30, database=database)
    photos.keep(tmp_path / "foto", b"again")
    sweep(database, tmp_path, Store(tmp_path / "foto"), datetime.now(tz=NOW.tzinfo))
    assert files(tmp_path / "foto") == {f"{sha256}.jpg"}


def test_keeping_and_sweeping_at_once_never_loses_a_photo_that_was_just_kept(tmp_path: Path) -> None:
    """The one says that it is there, the other has seen that it is old: whoever comes second must see the other."""
    lost: list[int] = []
    for n in range(200):
        sha256 = kept(tmp_path, f"{n}", 30)
        keeping = threading.Thread(target=photos.keep, args=(tmp_path, f"{n}".encode()))
        keeping.start()
        photos.sweep(tmp_path, sha256, NOW)
        keeping.join()
        lost += [n] if not (tmp_path / photos.name_of(sha256)).exists() else []
    assert lost == []


@pytest.mark.usefixtures("office")
def test_drawings_never_sent_and_broken_writes_go_and_reports_stay(database: Database, tmp_path: Path) -> None:
    copy = Path(mkdtemp(dir=tmp_path)).name
    drawn = "drawn/1/kolase.jpg", "drawn/2/kolase.jpg"
    for name in (*drawn, "foto/ab/x.tmp", "laporan/y.tmp", "laporan/z.docx", f"{copy}/bakohumas.db"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        aged_file = tmp_path / name
        aged_file.write_bytes(b"x")
        aged(aged_file, 8)
    aged(tmp_path / "drawn/1", 8)
    aged(tmp_path / copy, 8)
    aged(tmp_path / "drawn/2", 6)
    small = tmp_path / "foto" / "ab" / f"{'ab' * 32}.kecil.jpg"
    small.write_bytes(b"x")
    aged(small, 8)
    sweep(database, tmp_path, Store(tmp_path / "foto"), NOW)
    assert {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()} - {
        "bakohumas.db", "bakohumas.db-wal", "bakohumas.db-shm", f"foto/{MARK}"
    } == {"drawn/2/kolase.jpg", "laporan/z.docx"}  # fmt: skip


async def test_the_ticker_sweeps_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks, swept = iter(range(0, 60, 6)), []
    monkeypatch.setattr("bot.work.ticker.dispatch.tick", lambda *_: None)
    monkeypatch.setattr("bot.work.ticker.dispatch.offer", lambda *_: None)
    monkeypatch.setattr(ticker, "_look_at_disk", lambda _: None)
    monkeypatch.setattr(ticker, "forget_ended", lambda *_: None)
    monkeypatch.setattr(ticker, "sweep", lambda _database, _folder, _store, now: swept.append(now))
    now = NOW
    stopped = threading.Event()
    wake = SimpleNamespace(stop=SimpleNamespace(is_set=stopped.is_set), all=lambda: None)
    world = SimpleNamespace(
        database=None, data_dir=None, store=None, clock=lambda: now, wake=wake, pulse=SimpleNamespace()
    )

    async def pause(*_: object) -> None:
        nonlocal now
        hours = next(ticks, None)
        stopped.set() if hours is None else None
        now = NOW + timedelta(hours=hours or 0)

    monkeypatch.setattr(ticker, "pause", pause)
    await ticker.ticking(cast("World", world))
    assert swept == [NOW, NOW + timedelta(hours=24), NOW + timedelta(hours=48)]


@pytest.mark.usefixtures("office")
async def test_it_is_told_once_a_day_and_not_while_there_is_room(
    world: World,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[int] = []
    for free in (2 * 10**9, 8 * 10**8, 7 * 10**8):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: Usage(10**10, 0, free))
        ticker._look_at_disk(world)  # noqa: SLF001 - the part of a tick that is asked about
        said.append(len(rows(world, "state")))
    clock.now += timedelta(days=1)
    ticker._look_at_disk(world)  # noqa: SLF001 - the part of a tick that is asked about
    assert [*said, len(rows(world, "state"))] == [0, 1, 1, 2]


@pytest.mark.usefixtures("office")
async def test_what_was_drawn_for_a_row_that_failed_or_is_gone_goes_at_once(world: World) -> None:
    say(world, *(post(text=state) for state in ("new", "uncertain", "dead", "sent")))
    with world.database.transaction() as session:
        for id_, state in enumerate(("new", "uncertain", "dead", "sent"), start=1):
            outbox.get(session, id_).state = outbox.State(state)
    for name in ("1-ab", "2-ab", "3-ab", "4-ab", "99-ab", "lain"):
        (world.data_dir / "drawn" / name).mkdir(parents=True)
    forget_ended(world.database, world.data_dir)
    assert {path.name for path in (world.data_dir / "drawn").iterdir()} == {"1-ab", "2-ab", "lain"}


@pytest.mark.usefixtures("office")
def test_the_log_of_the_database_is_empty_after_the_sweep(tmp_path: Path, fresh: Fresh) -> None:
    database = fresh(tmp_path / "one.db")
    sweep(database, tmp_path, Store(tmp_path / "foto"), NOW)
    assert (tmp_path / "one.db-wal").stat().st_size == 0
    database.close()
