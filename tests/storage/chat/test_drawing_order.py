"""Offices take turns at the drawing; within one its group comes first."""

import pytest

from storage.chat import drawing_order
from storage.chat.outbox import Kind, Outbox, State
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import NOW


def put(database: Database, office: int | None, chat: str, renderer: str = "matriks", *, group: bool = False) -> int:
    with database.transaction() as session:
        row = Outbox(satker_id=office, channel="test", chat=chat, group=group, kind=Kind.SAY, next_try=NOW)
        row.payload, row.state = {"drawing": {"renderer": renderer, "id": 1}}, State.DRAW
        session.add(row)
        session.flush()
        return row.id


def drawn(database: Database, worker: str = "", kinds: tuple[str, ...] | None = None) -> list[str]:
    """The chats in the order in which they are served."""
    told: list[str] = []
    while True:
        with database.transaction() as session:
            row = next(iter(drawing_order.to_draw(session, ["test"], NOW, worker, kinds)), None)
            if row is None:
                return told
            drawing_order.serve(session, row, worker)
            row.state = State.NEW
            told.append(row.chat)


@pytest.fixture
def offices(database: Database) -> list[int]:
    with database.transaction() as session:
        rows = [Satker(kode=f"357{n}", nama=f"KPU {n}") for n in range(3)]
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]


def test_offices_take_turns_however_much_one_has_asked_for(database: Database, offices: list[int]) -> None:
    a, b, c = offices
    for n in range(4):
        put(database, a, f"a{n}")
    put(database, b, "b0")
    put(database, c, "c0")
    put(database, b, "b1")
    assert drawn(database) == ["a0", "b0", "c0", "a1", "b1", "a2", "a3"]


def test_who_was_served_last_waits_for_who_was_not(database: Database, offices: list[int]) -> None:
    a, b, _ = offices
    put(database, a, "a0")
    assert drawn(database) == ["a0"]
    put(database, a, "a1")
    put(database, b, "b0")
    assert drawn(database) == ["b0", "a1"]


def test_what_the_group_waits_for_is_first_within_its_office(database: Database, offices: list[int]) -> None:
    a, b, _ = offices
    put(database, b, "b0")
    assert drawn(database) == ["b0"]
    for chat in ("a0", "a1"):
        put(database, a, chat)
    put(database, b, "b group", group=True)
    put(database, a, "a group", group=True)
    assert drawn(database) == ["a group", "b group", "a0", "a1"]


def test_what_is_of_no_office_takes_turns_too(database: Database, offices: list[int]) -> None:
    for n in range(3):
        put(database, offices[0], f"a{n}")
    put(database, None, "x")
    assert drawn(database) == ["a0", "x", "a1", "a2"]


def test_each_worker_has_its_kinds_and_its_own_turns(database: Database, offices: list[int]) -> None:
    a, b, _ = offices
    put(database, a, "a rekap", "rekap")
    put(database, a, "a0")
    put(database, b, "b0")
    put(database, b, "b rekap", "rekap")
    assert drawn(database, "printer", ("rekap", "contoh")) == ["a rekap", "b rekap"]
    assert drawn(database, "", ("matriks",)) == ["a0", "b0"]
