"""What holds on a day: asked of a row at hand or of the whole table, the answer is the same."""

from datetime import date
from itertools import product

from sqlalchemy import select

from storage.database import Database
from storage.kantor.people import Anggota, Role

BEFORE, FIRST, LATER = date(2022, 6, 23), date(2022, 6, 24), date(2022, 6, 25)
# from, until, asked on -> holds
HOLDS = {
    (None, None, FIRST): True,
    (FIRST, None, BEFORE): False,
    (FIRST, None, FIRST): True,
    (FIRST, None, LATER): True,
    (None, FIRST, BEFORE): True,
    (None, FIRST, FIRST): True,
    (None, FIRST, LATER): False,
    (FIRST, FIRST, FIRST): True,
    (FIRST, FIRST, LATER): False,
}


def test_row_and_table_say_the_same(database: Database, office: int) -> None:
    for (dari, sampai, on), holds in HOLDS.items():
        assert asked(database, office, dari, sampai, on) == (holds, holds)


def test_on_every_day_of_every_span(database: Database, office: int) -> None:
    days = (BEFORE, FIRST, LATER)
    spans = product((None, *days), (None, *days))
    answers = [asked(database, office, dari, sampai, on) for dari, sampai in spans for on in days]
    assert [row for row, _ in answers] == [table for _, table in answers]


def asked(database: Database, office: int, dari: date | None, sampai: date | None, on: date) -> tuple[bool, bool]:
    with database.transaction() as session:
        row = Anggota(
            satker_id=office, urut=9, nama="Siti", role=Role.ANGGOTA, berlaku_dari=dari, berlaku_sampai=sampai
        )
        session.add(row)
        session.flush()
        found = session.scalar(select(Anggota.id).where(Anggota.id == row.id, Anggota.in_force(on)))
        answers = row.in_force(on), found is not None
        session.delete(row)
        return answers
