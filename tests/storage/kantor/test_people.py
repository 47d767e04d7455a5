"""Until when an office is led: without a gap, by people whom a channel knows, as the database says now."""

from datetime import date

import pytest
from sqlalchemy import update

from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from tests.conftest import here

YESTERDAY, TODAY, TOMORROW = date(2022, 6, 23), date(2022, 6, 24), date(2022, 6, 25)
JULY = date(2022, 7, 1)
EVER = date.max
# From and until when Agus and Qori lead -> until when somebody does.
LED = {
    ((None, YESTERDAY), (None, None)): EVER,
    ((None, YESTERDAY), (None, TODAY)): TODAY,
    ((None, None), (JULY, None)): EVER,
    ((None, TODAY), (TOMORROW, None)): EVER,
    ((None, TODAY), (TOMORROW, JULY)): JULY,
    ((None, TODAY), (JULY, None)): TODAY,
    ((TOMORROW, None), (JULY, None)): YESTERDAY,
    ((None, YESTERDAY), (None, YESTERDAY)): YESTERDAY,
}


@pytest.mark.parametrize(("terms", "until"), LED.items())
def test_an_office_is_led_until_the_first_day_without_anybody(
    database: Database, office: int, terms: tuple[tuple[date | None, date | None], ...], until: date
) -> None:
    with database.transaction() as session:
        at = here(session, session.get_one(Satker, office))
        people.add(at, "Whom no channel knows", Role.KETUA_PELAKSANA)
        for row, (first, last) in zip(people.every(at)[1:3], terms, strict=True):
            row.role, row.berlaku_dari, row.berlaku_sampai = Role.KETUA_PELAKSANA, first, last
        assert people.led_until(at) == until


def test_what_another_transaction_has_changed_meanwhile_counts(database: Database, office: int) -> None:
    with database.transaction() as session:
        at = here(session, session.get_one(Satker, office))
        team = people.every(at)
        assert people.led_until(at) == EVER
        behind = update(Anggota).where(Anggota.nama == "Qori").values(berlaku_sampai=TODAY)
        session.execute(behind, execution_options={"synchronize_session": False})
        assert people.led_until(at) == TODAY
        assert [row.berlaku_sampai for row in team] == [None, None, TODAY, None, None]
