"""Instants keep their meaning, and writers never overwrite each other unseen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from storage.database import Database
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker, next_nomor
from tests.conftest import here


def test_an_instant_comes_back_aware_and_in_utc(database: Database) -> None:
    at = datetime(2022, 6, 24, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
    with database.transaction() as session:
        session.add(Satker(kode="1", nama="A", terhubung_at=at))
    with database.transaction() as session:
        back = session.scalars(select(Satker)).one().terhubung_at
    assert back is not None
    assert (back, back.tzinfo, back.hour) == (at, UTC, 2)


def test_a_naive_instant_is_refused(database: Database) -> None:
    naive = datetime(2022, 6, 24)  # noqa: DTZ001 - that is the point
    with database.transaction() as session:
        session.add(Satker(kode="1", nama="A", terhubung_at=naive))
        with pytest.raises(StatementError, match="naive instant"):
            session.flush()
        session.rollback()


def test_an_enum_is_stored_as_its_word_and_comes_back_as_itself(database: Database, office: int) -> None:
    with database.transaction() as session:
        stored = session.execute(text("SELECT DISTINCT role FROM anggota WHERE role LIKE 'ketua%' ORDER BY role"))
        assert [word for (word,) in stored] == ["ketua", "ketua_pelaksana"]
        roles = session.scalars(select(Anggota.role).where(Anggota.satker_id == office, Anggota.role == Role.KETUA))
        assert [type(role) for role in roles] == [Role]


def test_numbers_are_given_out_once_however_many_ask_at_the_same_time(database: Database) -> None:
    with database.transaction() as session:
        session.add(Satker(kode="1", nama="A"))

    def take(_n: int) -> int:
        with database.transaction() as session:
            return next_nomor(here(session, session.scalars(select(Satker)).one()))

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(take, range(60))) == list(range(1, 61))


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def broken() -> None:
        with database.transaction() as session:
            session.add(Satker(kode="1", nama="A"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    with database.transaction() as session:
        assert session.scalars(select(Satker)).all() == []


def test_the_copy_is_whole_while_others_write(database: Database, tmp_path: object) -> None:
    if database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL is copied by pg_dump")
    with database.transaction() as session:
        session.add(Satker(kode="1", nama="A"))
    database.copy_to(f"{tmp_path}/copy.db")
    copy = Database(f"sqlite:///{tmp_path}/copy.db")
    with copy.transaction() as session:
        assert [row.kode for row in session.scalars(select(Satker))] == ["1"]
    copy.close()
