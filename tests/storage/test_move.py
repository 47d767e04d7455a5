"""A move to another database brings everything, in order to go on there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from storage import move as moving
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.kantor import audit, people
from storage.kantor.satker import Satker, next_nomor
from storage.move import Differs, NotEmpty, move
from tests.conftest import Fresh, here

NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)


def test_it_brings_every_row_and_the_next_one_gets_the_next_number(
    sample_database: Database, database: Database
) -> None:
    counts = move(sample_database, database)
    assert (counts["satker"], counts["kegiatan"], counts["foto"]) == (1, 52, 34)
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        highest = max(session.scalars(select(Kegiatan.id)))
        row = Kegiatan(
            satker_id=office.id, nomor=next_nomor(here(session, office)), nama="Rapat", mulai=NOW.date(), dibuat_at=NOW
        )
        row.selesai, row.pelapor_id = NOW.date(), session.scalars(select(Kegiatan.pelapor_id)).first()
        session.add(row)
        session.flush()
        assert (row.id, row.nomor) == (highest + 1, 122)


def test_a_database_that_holds_something_is_left_alone(sample_database: Database, tmp_path: Path, fresh: Fresh) -> None:
    other = fresh(tmp_path / "other.db")
    move(sample_database, other)
    with pytest.raises(NotEmpty):
        move(sample_database, other)
    other.close()


def test_what_does_not_arrive_whole_does_not_arrive(
    sample_database: Database, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = moving._copied  # noqa: SLF001 - a disk that loses a table

    def losing(old: object, new: object, table: object) -> None:
        if getattr(table, "name", "") != "audit":
            whole(old, new, table)  # type: ignore[arg-type]

    with sample_database.transaction() as session:
        someone = people.current(here(session, session.scalars(select(Satker)).one()), NOW.date())[0]
        audit.note(session, someone, NOW, "kegiatan", 1, "ubah")
    monkeypatch.setattr(moving, "_copied", losing)
    with pytest.raises(Differs, match=r"^audit$"):
        move(sample_database, database)
    with database.transaction() as session:
        assert session.scalars(select(Satker)).all() == []
