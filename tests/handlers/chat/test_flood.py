"""A flood from one chat is told once and then not listened to; nobody else notices."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete

from handlers import dispatch
from handlers.chat import flood as chat_flood
from handlers.chat.messages import Chat, Incoming
from storage.chat import inbox, outbox
from storage.chat.inbox import Inbox
from storage.database import Database
from tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("office")


def flood(database: Database, who: str, times: int, at: datetime, first: int) -> list[str]:
    """So many times the same command within one batch; what is answered."""
    events = [str(first + n) for n in range(times)]
    rows = [Inbox(channel="test", event=e, urut=int(e), lane=who, body={}, received_at=at) for e in events]
    with database.transaction() as session:
        inbox.put(session, rows)
    for event in events:
        dispatch.handle(database, Incoming(Chat("test", who), event, who, text="/batal"), at)
    with database.transaction() as session:
        texts = [row.payload["text"] for row in outbox.due(session, "test", at) if row.chat == who]
        session.execute(delete(outbox.Outbox))
    return texts


def test_the_message_after_the_last_allowed_one_is_told_about_and_the_rest_are_quiet(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_flood, "PER_MINUTE", 3)
    said = [flood(database, "Rudi", 1, NOW + timedelta(seconds=n), n) for n in range(6)]
    ordinary = ["Tidak ada laporan yang sedang diisi."]
    assert said == [ordinary, ordinary, ordinary, [chat_flood.ENOUGH], [], []]
    assert flood(database, "Kadir", 1, NOW + timedelta(seconds=6), 100) == ordinary
    assert flood(database, "Rudi", 1, NOW + timedelta(minutes=2), 200) == ordinary


def test_what_waited_at_telegram_comes_in_one_batch_and_counts_in_its_order(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_flood, "PER_MINUTE", 3)
    with database.transaction() as session:
        rows = [Inbox(channel="test", event=str(n), urut=n, lane="Rudi", body={}, received_at=NOW) for n in range(5)]
        inbox.put(session, rows)
        assert [inbox.within(session, "test", str(n), chat_flood.MINUTE) for n in range(5)] == [1, 2, 3, 4, 5]
