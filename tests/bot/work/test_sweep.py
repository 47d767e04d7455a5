"""The broom takes what nobody names and what is old enough, and nothing else."""

import os
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from bot.commands.doctor import check, without_file
from bot.settings import Settings
from bot.work import ticker
from bot.work.sweep import sweep
from storage.catatan import drafts
from storage.database import Database
from storage.foto import photos
from storage.foto.photos import Foto
from storage.foto.store import Store
from storage.kantor import people
from tests.conftest import NOW

if TYPE_CHECKING:
    from bot.world import World


def kept(folder: Path, name: str, days: float, *, small: bool = False) -> str:
    """A photo that came so many days ago."""
    sha256 = photos.keep(folder, name.encode())
    if small:
        photos.keep_small(folder, sha256, b"small")
    aged(folder / photos.name_of(sha256), days)
    return sha256


def aged(path: Path, days: float) -> Path:
    at = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (at, at))
    return path


def named(database: Database, sha256: str) -> None:
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        draft = drafts.begin(session, rudi, NOW)
        draft.state = drafts.PARKED
        photos.attach(session, draft, Foto(sha256=sha256, lebar=4, tinggi=3, diterima_at=NOW))


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("office")
def test_a_photo_that_no_row_names_goes_after_seven_days_with_its_small_copy(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "foto"
    mine, fresh = kept(folder, "mine", 30, small=True), kept(folder, "fresh", 6.9)
    kept(folder, "nobody's", 7.1, small=True)
    named(database, mine)
    sweep(database, tmp_path, Store(tmp_path / "foto"), NOW)
    assert files(folder) == {f"{mine}.jpg", f"{mine}.kecil.jpg", f"{fresh}.jpg"}


@pytest.mark.usefixtures("office")
def test_a_photo_that_comes_again_is_young_again(database: Database, tmp_path: Path) -> None:
    sha256 = kept(tmp_path / "foto", "again", 30)
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
    for name in ("drawn/1/kolase.jpg", "drawn/2/kolase.jpg", "foto/ab/x.tmp", "laporan/y.tmp", "laporan/z.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        aged_file = tmp_path / name
        aged_file.write_bytes(b"x")
        aged(aged_file, 8)
    aged(tmp_path / "drawn/1", 8)
    aged(tmp_path / "drawn/2", 6)
    small = tmp_path / "foto" / "ab" / f"{'ab' * 32}.kecil.jpg"
    small.write_bytes(b"x")
    aged(small, 8)
    sweep(database, tmp_path, Store(tmp_path / "foto"), NOW)
    assert {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()} - {
        "bakohumas.db", "bakohumas.db-wal", "bakohumas.db-shm"
    } == {"drawn/2/kolase.jpg", "laporan/z.docx"}  # fmt: skip


@pytest.mark.usefixtures("office")
def test_the_doctor_counts_photos_without_their_file(database: Database, tmp_path: Path) -> None:
    named(database, photos.keep(tmp_path / "foto", b"there"))
    named(database, "0" * 64)
    assert without_file(database, tmp_path / "foto") == 1


async def test_the_ticker_sweeps_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks, swept = iter(range(0, 60, 6)), []
    monkeypatch.setattr("bot.work.ticker.dispatch.tick", lambda *_: None)
    monkeypatch.setattr("bot.work.ticker.dispatch.offer", lambda *_: None)
    monkeypatch.setattr(ticker, "_look_at_disk", lambda _: None)
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


def test_what_the_bot_writes_is_for_its_owner_alone(tmp_path: Path) -> None:
    env = os.environ | {"DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": ""}
    for said in (["check"], ["backup", str(tmp_path / "copy.tar")]):
        run = subprocess.run([sys.executable, "-m", "bot", *said], env=env, capture_output=True, check=False, text=True)
        assert run.returncode == 0, run.stderr
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "data", tmp_path / "copy.tar")}
    modes |= {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "data").glob("*.db")}
    assert modes == {"data": "0o700", "copy.tar": "0o600", "bakohumas.db": "0o600"}


def test_the_doctor_says_when_others_may_look_into_the_data_folder(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    told = [line for sound, line in check(Settings(data_dir=folder), database, NOW) if not sound]
    assert f"data folder: others may look in; run: chmod 700 {folder}" in told
    folder.chmod(0o700)
    told = [line for sound, line in check(Settings(data_dir=folder), database, NOW) if not sound]
    assert [line for line in told if line.startswith("data folder")] == []
