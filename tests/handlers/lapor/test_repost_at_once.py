"""The weekly question goes while somebody answers it: the answer stands, and is told once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import table
from handlers.lapor import repost
from storage.catatan.konten import Konten
from storage.database import Database
from storage.kantor.satker import Here, Satker
from storage.laporan.deliveries import Delivery
from tests import postgres
from tests.conftest import WIB
from tests.phone import Phones

FRIDAY = datetime(2022, 6, 24, 15, tzinfo=WIB)
WEEK = timedelta(days=7)

pytestmark = pytest.mark.skipif(not postgres.URL, reason="SQLite has one writer; TEST_DATABASE_URL names no PostgreSQL")


def test_an_answer_of_the_same_moment_stands(database: Database, office: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (repost.weekly,))
    phones = Phones(database)
    phones.at(FRIDAY)

    def answered_meanwhile(*_: object) -> bool:
        phones.say("Qori", "[7]")
        return False

    monkeypatch.setattr(repost, "_told", answered_meanwhile)
    with database.transaction() as session:
        told = list(repost.weekly(Here(session, session.get_one(Satker, office), FRIDAY + WEEK)))
    with database.transaction() as session:
        first = session.scalars(select(Delivery).order_by(Delivery.id)).first()
        made = session.scalars(select(Konten)).one()
        assert first
        assert (first.figures["jumlah"], first.figures["nomor"]) == (7, made.nomor)
    assert [one.text for one in told if one.text.startswith("Repost")] == []  # type: ignore[union-attr]  # all are Outgoing
