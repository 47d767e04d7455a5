"""What a transaction has confirmed is on the disk, whoever turns off the power; many at once go there together."""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Semaphore
from time import sleep

import pytest
from sqlalchemy import select, text

from storage import log
from storage import sqlite as storage_sqlite
from storage.database import Database
from storage.kantor.satker import Satker
from tests.patience import PATIENCE


class Disk:
    """Notes each writing, and ends it when it is let."""

    def __init__(self) -> None:
        self.writings, self.begun, self.let = 0, Semaphore(0), Semaphore(0)

    def __call__(self, file: int) -> None:
        assert os.fstat(file).st_size > 0
        self.writings += 1
        self.begun.release()
        assert self.let.acquire(timeout=PATIENCE)


@pytest.fixture
def sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """As outside of the tests."""
    monkeypatch.setattr(storage_sqlite, "DURABLE", True)
    database = Database(f"sqlite:///{tmp_path / 'bakohumas.db'}")
    database.upgrade()
    yield database
    database.close()


@pytest.fixture
def disk(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> Disk:
    assert sqlite.log
    disk = Disk()
    monkeypatch.setattr(log, "_flush", disk)
    return disk


def add(database: Database, kode: str) -> None:
    with database.transaction() as session:
        session.add(Satker(kode=kode, nama=kode))


def kodes(database: Database) -> list[str]:
    with database.transaction() as session:
        return [*session.scalars(select(Satker.kode).order_by(Satker.kode))]


def done(every: list[Future[None]]) -> list[bool]:
    """Given the time to end too early."""
    sleep(0.1)
    return [one.done() for one in every]


def test_those_that_end_while_the_disk_writes_go_to_it_together(sqlite: Database, disk: Disk) -> None:
    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(add, sqlite, "0")
        assert disk.begun.acquire(timeout=PATIENCE)
        others = [pool.submit(add, sqlite, str(number)) for number in range(1, 6)]
        assert done([first, *others]) == [False] * 6
        disk.let.release()
        first.result(PATIENCE)
        assert disk.begun.acquire(timeout=PATIENCE)
        # All have come by now, but the writing for the first may be too old for them.
        assert done(others) == [False] * 5
        disk.let.release(5)
        for one in others:
            one.result(PATIENCE)
    assert (kodes(sqlite), disk.writings <= 3) == (["0", "1", "2", "3", "4", "5"], True)


def test_who_only_reads_writes_nothing_but_waits_for_what_it_has_read(sqlite: Database, disk: Disk) -> None:
    with ThreadPoolExecutor(2) as pool:
        writes = pool.submit(add, sqlite, "1")
        assert disk.begun.acquire(timeout=PATIENCE)
        reads = pool.submit(kodes, sqlite)
        assert done([writes, reads]) == [False] * 2  # type: ignore[list-item]
        disk.let.release()
        assert reads.result(PATIENCE) == ["1"]
    assert kodes(sqlite) == ["1"]
    assert disk.writings == 1


def test_what_need_not_last_waits_for_no_disk_and_goes_with_what_comes_next(sqlite: Database, disk: Disk) -> None:
    with sqlite.transaction(lasting=False) as session:
        session.add(Satker(kode="1", nama="A"))
    assert disk.writings == 0
    disk.let.release()
    assert (kodes(sqlite), disk.writings) == (["1"], 1)


def test_what_fails_is_not_written(sqlite: Database, disk: Disk) -> None:
    def fails() -> None:
        with sqlite.transaction() as session:
            session.add(Satker(kode="1", nama="A"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert (kodes(sqlite), disk.writings) == ([], 0)


def test_every_other_way_to_the_database_writes_by_itself(sqlite: Database) -> None:
    asked = text("PRAGMA synchronous")
    for _ in range(2):
        with sqlite.transaction() as session:
            assert session.scalar(asked) == 1
        with sqlite.engine.begin() as connection:
            assert connection.scalar(asked) == 2


def test_a_log_that_is_gone_is_on_the_disk(tmp_path: Path) -> None:
    gone = log.Log(tmp_path / "bakohumas.db")
    gone.written = 1
    gone.flushed(1)
    assert gone.safe == 1
