"""A clock that jumps: a month ahead, an hour back, over new year and week 53; every pekan is posted at most once."""

import random
from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.laporan.deliveries import Delivery
from tests.conftest import FRESH_SEED, WIB
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
# 2026 ends with a week 53, 2021 and 2027 begin inside the last week of the year before.
NEW_YEARS = (datetime(2026, 12, 20, 9, tzinfo=WIB), datetime(2021, 12, 20, 9, tzinfo=WIB))
JUMPS = (
    timedelta(hours=-1),
    timedelta(minutes=1),
    timedelta(hours=2),
    timedelta(days=1),
    timedelta(days=6),
    timedelta(days=-8),
    timedelta(days=31),
)


def reported(phones: Phones, number: int) -> None:
    phones.say("Rudi", f"(foto f{number}) Rapat Pleno Rutin ke-{number}")
    phones.say("Rudi", "Simpan")


def posts(database: Database) -> Counter[str]:
    with database.transaction() as session:
        kolase = select(Delivery.period).where(Delivery.kind == "kolase", Delivery.state == "sent")
        return Counter(session.scalars(kolase))


@pytest.mark.parametrize("seed", [FRESH_SEED, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
@pytest.mark.parametrize("start", NEW_YEARS, ids=lambda start: start.year)
def test_no_pekan_is_posted_twice_however_the_clock_jumps(database: Database, start: datetime, seed: int) -> None:
    chance, phones = random.Random(seed), Phones(database)
    said: list[str] = []
    for number in range(25):
        moment = max(start, phones.now + chance.choice(JUMPS)) if number else start
        said += phones.at(moment)
        if chance.random() < 0.6:
            reported(phones, number)
            said += phones.hear()
    to_group = [line for line in said if line.startswith("Bot@Grup> **Kegiatan KPU")]
    assert set(posts(database).values()) <= {1}
    assert len(to_group) == sum(posts(database).values())


def test_week_53_and_the_first_of_january_have_their_own_posts(database: Database) -> None:
    phones = Phones(database)
    for number, day in enumerate(("2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11")):
        phones.at(datetime.fromisoformat(f"{day}T08:00+07:00"))
        reported(phones, number)
        phones.at(datetime.fromisoformat(f"{day}T16:00+07:00") + timedelta(days=4))
    assert posts(database) == Counter({"2026-W52": 1, "2026-W53": 1, "2027-W01": 1, "2027-W02": 1})
