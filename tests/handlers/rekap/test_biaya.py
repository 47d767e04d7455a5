"""Who leads sees in /status what the messages on WhatsApp cost, before a bill does."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from handlers import dispatch
from renderers import indonesian
from storage.chat import reach
from storage.chat.statuses import State, Status
from storage.database import Database, Session
from storage.nasional import tarif_whatsapp
from tests.conftest import NOW, WIB
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
RATES = "   │ Tarif sejak 1 Oktober 2026: dilaporkan pihak ketiga, bukan kartu tarif Meta."


def sent(
    session: Session,
    count: int,
    category: str,
    at: datetime = NOW,
    *,
    billable: bool = False,
    state: State = State.READ,
) -> None:
    first = session.scalar(select(func.count()).select_from(Status)) or 0
    for n in range(first, first + count):
        row = Status(channel="whatsapp", message=f"wamid.{n}", chat="628", mark="", part=0, category=category)
        row.state, row.billable, row.at = state, billable, at
        session.add(row)
    session.flush()


def costs(told: list[str]) -> list[str]:
    return [line for line in told if "WhatsApp" in line or "Tarif" in line]


@pytest.fixture
def phones(database: Database) -> Phones:
    dispatch.reached(database, "whatsapp", f"https://wa.me/62?text={reach.PAYLOAD}", NOW)
    return Phones(database)


def test_messages_of_the_month_by_what_they_are_counted_as(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        sent(session, 1003, "service")
        sent(session, 2, "utility", billable=True)
        sent(session, 1, "utility")
        sent(session, 5, "service", state=State.FAILED)
        sent(session, 7, "")
        sent(session, 9, "service", datetime(2022, 5, 31, 23, 59, tzinfo=WIB))
    assert costs(phones.say("Qori", "/status")) == [
        "   │ WhatsApp bulan ini: 1.003 pesan layanan (1.000 pertama gratis) dan 3 templat, kira-kira US$ 0,11.",
        RATES,
    ]


def test_a_month_without_messages_costs_nothing(phones: Phones) -> None:
    assert costs(phones.say("Qori", "/status")) == [
        "   │ WhatsApp bulan ini: 0 pesan layanan (1.000 pertama gratis) dan 0 templat, kira-kira US$ 0,00.",
        RATES,
    ]


@pytest.mark.parametrize(("who", "grup"), [("Agus", None), ("Rudi", None), ("Qori", "Grup")])
def test_others_and_the_group_do_not_see_it(phones: Phones, who: str, grup: str | None) -> None:
    assert costs(phones.say(who, "/status", grup)) == []


def test_without_whatsapp_nothing_is_said(database: Database) -> None:
    assert costs(Phones(database).say("Qori", "/status")) == []


def test_the_rates_are_those_of_the_day() -> None:
    (row,) = tarif_whatsapp.TARIF
    assert (row.gratis, row.layanan, row.templat) == (1000, 0.022, 0.022)
    assert [tarif_whatsapp.on(day) for day in (row.mulai - timedelta(days=1), row.mulai, date(2030, 1, 1))] == [row] * 3


def test_the_page_names_the_rates_by_which_the_program_counts() -> None:
    page = (Path(__file__).parents[3] / "docs" / "whatsapp.md").read_text(encoding="utf-8")
    (row,) = tarif_whatsapp.TARIF
    told = re.findall(r"(?:([\d.]+) pertama tiap bulan .*)?kira-kira US\$ ([\d,]+)", page)
    assert told == [(indonesian.angka(row.gratis), _price(row.layanan)), ("", _price(row.templat))]


def _price(dollars: float) -> str:
    return str(dollars).replace(".", ",")
