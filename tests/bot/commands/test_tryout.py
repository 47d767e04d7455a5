"""bot try around the page: where it listens, what its clock says, whom it finds in a kept folder."""

import asyncio
import gc
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.commands import tryout
from bot.process import Busy, locked
from bot.webchat import server
from bot.webchat.clock import START, WIB, Clock, monday, next_kolase
from bot.webchat.state import GROUP
from storage.catatan.kegiatan import Kegiatan
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import people
from storage.kantor.satker import Here, Satker
from tests.bot.browser.page import opened, page
from tests.conftest import Fresh
from tests.ports import free_ports

FRIDAY = datetime(2022, 6, 24, 16, 0, 1, tzinfo=WIB)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])
def test_other_machines_are_refused(host: str) -> None:
    with pytest.raises(ValueError, match="listens on this machine alone"):
        server.listening(host, 0)


def test_a_port_in_use_is_told_in_one_line() -> None:
    with (
        server.listening("127.0.0.1", 0) as taken,
        pytest.raises(SystemExit, match="Address already in use; choose another"),
    ):
        tryout.tryout(taken.getsockname()[1])


async def gone(port: int | None) -> None:
    """Nobody listens there any more, and no socket is left to the collector of garbage, which would warn of it."""
    gc.collect()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def test_a_folder_that_another_bot_uses_leaves_nobody_listening(sample_sqlite: Database, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    office, listener = tryout.prepared(sample_sqlite, folder), server.listening("127.0.0.1", 0)
    _, port = listener.getsockname()
    with locked(folder), listener, pytest.raises(Busy):
        await tryout.shown(sample_sqlite, folder, office, listener)
    await gone(port)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2022-06-24T09:00", "2022-06-24T16:00:01"),
        ("2022-06-24T16:00", "2022-07-01T16:00:01"),
        ("2022-06-24T16:00:01", "2022-07-01T16:00:01"),
        ("2022-06-25T00:00", "2022-07-01T16:00:01"),
        ("2022-12-31T23:59", "2023-01-06T16:00:01"),
    ],
)
def test_the_next_friday(now: str, then: str) -> None:
    found = next_kolase(datetime.fromisoformat(now).replace(tzinfo=WIB))
    assert found == datetime.fromisoformat(then).replace(tzinfo=WIB)


def test_the_clock_runs_can_be_moved_and_is_kept(tmp_path: Path) -> None:
    seconds = [100.0]
    clock = Clock(tmp_path / "clock", lambda: seconds[0])
    seconds[0] += 90
    assert clock() == START + timedelta(seconds=90)
    clock.move_to(FRIDAY)
    seconds[0] += 5
    assert (clock(), Clock(tmp_path / "clock", lambda: seconds[0])()) == (FRIDAY + timedelta(seconds=5), FRIDAY)
    assert monday(clock()) == datetime(2022, 6, 20, tzinfo=WIB)


def test_a_kept_folder_is_loaded_once_and_its_people_stay(sample_sqlite: Database, tmp_path: Path) -> None:
    first = tryout.prepared(sample_sqlite, tmp_path / "data")
    assert tryout.prepared(sample_sqlite, tmp_path / "data") == first
    assert [(p.nama, p.jabatan) for p in first.people.values()] == [
        ("Dr. H. Ahmad Hudri", "Pembina"), ("Radfan Faisal", "Pembina"), ("Agus Setiyono", "Ketua"),
        ("Qori Mughni Kumara", "Ketua Pelaksana"), ("Rudi Hartono Rahap", "Anggota"), ("Unggul Sugiarto", "Anggota"),
        ("Kadir", "Anggota"), ("Muhammad Hasan", "Anggota"), ("Orang baru", "Belum diundang"),
    ]  # fmt: skip
    with sample_sqlite.transaction() as session:
        office = session.scalars(select(Satker)).one()
    assert (office.grup_channel, office.grup, office.terhubung_at) == ("webchat", GROUP, monday(START))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kept", ["bakohumas.db", "foto", "laporan"])
def test_the_folder_of_an_office_is_refused_and_nothing_is_written(
    sample_sqlite: Database, tmp_path: Path, kept: str
) -> None:
    """One with its database, and one whose database is on a server."""
    sample_sqlite.close()
    folder = tmp_path / "data"
    (folder / "laporan").mkdir()
    for path in folder.iterdir():
        if path.name != kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    before = everything(folder)
    with pytest.raises(SystemExit) as said:
        tryout.tryout(free_ports(1)[0], folder)
    assert str(said.value) == (
        f"Error: {folder} holds something that is no try-out's; choose an empty folder with --data-dir"
    )
    assert (everything(folder), [path.name for path in folder.iterdir()]) == (before, [kept])


def test_a_kept_try_out_with_people_on_another_channel_is_refused_and_nothing_queued_for_them(
    sample_sqlite: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    tryout.prepared(sample_sqlite, folder)
    sample_sqlite.copy_to(str(folder / tryout.FRESH))
    with sample_sqlite.transaction() as session:
        office = session.scalars(select(Satker)).one()
        qori = people.current(Here(session, office, FRIDAY), FRIDAY.date())[3]
        people.identify(session, qori, "telegram", "777", "777")
    with pytest.raises(SystemExit) as said:
        tryout.tryout(free_ports(1)[0], folder)
    assert str(said.value) == f"Error: {folder} has people on telegram; choose an empty folder with --data-dir"
    with sample_sqlite.transaction() as session:
        assert session.scalars(select(Outbox)).all() == []


def names(database: Database) -> list[str]:
    with database.transaction() as session:
        return list(session.scalars(select(Kegiatan.nama).order_by(Kegiatan.id)))


def test_begun_anew_it_is_the_sample_again(tmp_path: Path, fresh: Fresh) -> None:
    database = fresh(tmp_path / "bakohumas.db")
    office = tryout.prepared(database, tmp_path)
    before = names(database)
    with database.transaction() as session:
        session.execute(update(Kegiatan).values(nama="Lain"))
    Clock(tmp_path / "clock").move_to(FRIDAY)
    (tmp_path / "drawn" / "7").mkdir(parents=True)
    assert names(database) != before
    assert tryout.begun_anew(database, tmp_path) == office
    assert (names(database), (tmp_path / "clock").exists(), (tmp_path / "drawn").exists()) == (before, False, False)
    database.close()


async def test_the_page_begins_anew_at_its_own_address(sample_sqlite: Database, tmp_path: Path) -> None:
    sample_sqlite.copy_to(str(tmp_path / "data" / tryout.FRESH))
    async with opened(sample_sqlite, tmp_path / "data") as url:
        async with page(url) as phones:
            await phones.say("Rudi", "/start")
            await phones.told(phones.who("Rudi")["chat"], "Selamat datang")
            assert (phones.state["sample"], await phones.post("anew", {})) == (True, 204)
        async with page(url) as later:
            assert (later.bubbles, later.who("Rudi")["chat"]) == ({}, phones.who("Rudi")["chat"])
