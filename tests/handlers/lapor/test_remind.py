"""The nudge: once, on a working afternoon, only where the whole team logged nothing, never to who does not want it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from handlers import table
from handlers.lapor import remind
from handlers.reading.dates.calendar import is_workday
from storage.database import Database
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from tests.conftest import NOW, WIB, make_office
from tests.handlers.records import held, known, shown
from tests.phone import Phones

THURSDAY = datetime(2022, 6, 23, 15, 30, tzinfo=WIB)
TOLD = [f"Bot→{who}> {remind.NUDGE}" for who in ("Rudi", "Kadir")]


@pytest.fixture(autouse=True)
def _nudge_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (remind.nudge,))


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database, now=THURSDAY - timedelta(hours=5))


def nudged(phones: Phones, at: datetime) -> list[str]:
    return [line for line in phones.at(at) if line.startswith("Bot")]


def test_once_a_day_at_half_past_three(phones: Phones) -> None:
    told = [nudged(phones, THURSDAY + timedelta(minutes=n)) for n in (-1, 0, 1, 60)]
    assert told == [[], TOLD, [], []]
    assert nudged(phones, THURSDAY + timedelta(days=1)) == TOLD


def test_an_outage_heals_until_six_and_not_later(phones: Phones) -> None:
    assert nudged(phones, THURSDAY.replace(hour=18, minute=0)) == []
    assert nudged(phones, (THURSDAY + timedelta(days=1)).replace(hour=17, minute=59)) == TOLD


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2022, 6, 25), "Saturday"),
        (date(2022, 6, 26), "Sunday"),
        (date(2022, 6, 1), "Pancasila"),
        (date(2022, 5, 2), "Idul Fitri"),
        (date(2022, 5, 4), "cuti bersama"),
        (date(2022, 8, 17), "independence"),
    ],
)
def test_silent_on_days_off(phones: Phones, day: date, why: str) -> None:
    assert (is_workday(day), why != "") == (False, True)
    assert nudged(phones, THURSDAY.replace(month=day.month, day=day.day)) == []


def test_a_plain_week_has_five_working_days() -> None:
    assert [is_workday(date(2022, 6, n)) for n in range(20, 27)] == [True] * 5 + [False] * 2


def test_one_report_of_anybody_is_enough(phones: Phones) -> None:
    phones.say("Qori", "/lapor foto 3")
    phones.say("Qori", "simpan")
    assert nudged(phones, THURSDAY) == []
    assert nudged(phones, THURSDAY + timedelta(minutes=5)) == []
    with phones.database.transaction() as session:
        rows = session.scalars(select(Delivery)).all()
        assert [(row.kind, row.period, row.state) for row in rows] == [("pengingat", "2022-06-23", "empty")]


def test_what_was_deleted_counts_for_nothing(phones: Phones) -> None:
    for said in ("/lapor Apel Pagi", "simpan", "/hapus 1"):
        phones.say("Rudi", said)
    assert nudged(phones, THURSDAY) == TOLD


def test_a_kegiatan_that_lasts_over_the_day_is_enough(database: Database, office: int) -> None:
    with database.transaction() as session:
        held(session, session.get_one(Satker, office), "Audiensi", date(2022, 6, 21), date(2022, 6, 28))
    phones = Phones(database)
    assert [nudged(phones, THURSDAY.replace(day=day)) for day in (27, 28, 29)] == [[], [], TOLD]


def test_what_is_only_known_by_its_month_is_not_todays(database: Database, office: int) -> None:
    first = datetime(2022, 7, 1, 15, 30, tzinfo=WIB)
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        shown(session, row, "Repost", "", first.date(), sebulan=True, IG=3)
    assert NOW.date() < first.date()
    assert nudged(Phones(database), first) == TOLD


def test_the_hour_is_the_offices_own(database: Database, office: int) -> None:
    with database.transaction() as session:
        session.get_one(Satker, office).zona = "Asia/Jayapura"
    phones = Phones(database)
    assert nudged(phones, datetime(2022, 6, 23, 15, 30, tzinfo=ZoneInfo("Asia/Jayapura"))) == TOLD
    assert nudged(phones, THURSDAY) == []


def test_another_offices_report_is_not_ours(phones: Phones) -> None:
    with phones.database.transaction() as session:
        other = make_office(session, "3575", "KPU Lain")
        held(session, other, "Apel", THURSDAY.date())
    assert nudged(phones, THURSDAY) == TOLD


def test_off_and_on_again_per_person_with_an_entry_in_the_audit(phones: Phones) -> None:
    phones.say("Rudi", "/ingatkan mati")
    assert nudged(phones, THURSDAY) == TOLD[1:]
    phones.say("Kadir", "[Matikan pengingat]")
    assert nudged(phones, THURSDAY + timedelta(days=1)) == []
    phones.say("Rudi", "/ingatkan Hidup")
    phones.say("Rudi", "/ingatkan hidup")
    assert nudged(phones, THURSDAY + timedelta(days=4)) == TOLD[:1]
    with phones.database.transaction() as session:
        entries = session.scalars(select(Audit).where(Audit.action == "ingatkan").order_by(Audit.id)).all()
        rudi = known(session, "Rudi").id
        told = [(e.before["ingatkan"], e.after["ingatkan"]) for e in entries if e.anggota_id == rudi]
    assert told == [(True, False), (False, True)]


def test_who_is_no_longer_in_the_team_is_left_in_peace(phones: Phones) -> None:
    with phones.database.transaction() as session:
        known(session, "Rudi").berlaku_sampai = THURSDAY.date() - timedelta(days=1)
    assert nudged(phones, THURSDAY) == TOLD[1:]


def test_the_next_days_nudge_is_a_message_of_its_own_in_place_of_the_one_before(phones: Phones) -> None:
    first = nudged(phones, THURSDAY)
    old = {next(iter(phones.shown[who])) for who in ("Rudi", "Kadir")}
    assert (first, nudged(phones, THURSDAY + timedelta(days=1))) == (TOLD, TOLD)
    assert phones.gone == old
