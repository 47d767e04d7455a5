"""What people type about followers, and what is recorded of it."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.satker import Akun, AkunSnapshot
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")

TYPED = (
    ("TikTok 586 pengikut, 1713 suka", "TikTok", date(2022, 6, 24), 586, 1713),
    ("tiktok: 586 followers 1.713 likes", "TikTok", date(2022, 6, 24), 586, 1713),
    ("TikTok 586, 1713", "TikTok", date(2022, 6, 24), 586, 1713),
    ("instagram 12,3rb pengikut", "IG", date(2022, 6, 24), 12300, None),
    ("IG 12.345", "IG", date(2022, 6, 24), 12345, None),
    ("IG 1,2 jt", "IG", date(2022, 6, 24), 1_200_000, None),
    ("IG 12k followers per 1 Juni", "IG", date(2022, 6, 1), 12000, None),
    ("x 77", "Twitter", date(2022, 6, 24), 77, None),
    ("FB 900 suka per kemarin", "FB", date(2022, 6, 23), None, 900),
    ("FB 0", "FB", date(2022, 6, 24), 0, None),
    ("kpu kota probolinggo fb 900", "FB", date(2022, 6, 24), 900, None),
)


def known(database: Database) -> list[tuple[str, date, int | None, int | None]]:
    with database.transaction() as session:
        rows = session.execute(select(Akun.platform, AkunSnapshot).join(AkunSnapshot, AkunSnapshot.akun_id == Akun.id))
        return [(platform, row.tanggal, row.pengikut, row.suka) for platform, row in rows]


@pytest.mark.parametrize(("typed", "platform", "day", "pengikut", "suka"), TYPED, ids=[row[0] for row in TYPED])
def test_what_is_typed_is_recorded(
    database: Database, typed: str, platform: str, day: date, pengikut: int | None, suka: int | None
) -> None:
    Phones(database).say("Rudi", f"/akun {typed}")
    assert known(database) == [(platform, day, pengikut, suka)]


@pytest.mark.parametrize(
    "typed", ["IG", "IG entah", "YouTube 5", "586 pengikut", "IG 5 per besok", "IG 5 per entah"], ids=str
)
def test_what_is_not_understood_is_asked_for(database: Database, typed: str) -> None:
    (said,) = Phones(database).say("Rudi", f"/akun {typed}")
    assert said.startswith("Bot→Rudi> ")
    assert known(database) == []


def test_the_same_day_is_replaced_and_another_is_added(database: Database) -> None:
    phones = Phones(database)
    for typed in ("IG 100", "IG 110", "IG 90 per kemarin"):
        phones.say("Rudi", f"/akun {typed}")
    assert sorted(known(database)) == [("IG", date(2022, 6, 23), 90, None), ("IG", date(2022, 6, 24), 110, None)]
