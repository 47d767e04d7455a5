"""Who may send which file is what those who take files say; a flood is told of once and hinders nobody else."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete

from handlers import dispatch, table
from handlers.chat import access
from handlers.chat.access import Sent, refusal
from handlers.chat.face import Takes
from handlers.chat.messages import Chat, Incoming
from storage.chat import inbox, outbox
from storage.chat.inbox import Inbox
from storage.database import Database
from storage.kantor.people import Role
from tests.conftest import NOW


@pytest.mark.parametrize("role", Role)
def test_a_photo_that_is_refused_before_it_is_fetched_would_have_been_taken_by_nobody(role: Role) -> None:
    takes = any(one.photos is not None and role in one.who for one in table.HEARS)
    takes = takes or any(Takes.PHOTO in one.takes and one.open_to(role) for one in table.ASKS.values())
    assert (refusal(Sent.PHOTO, role) == "") is takes


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("sent", [Sent.WORKBOOK, Sent.WORD])
def test_no_question_for_a_file_is_put_to_who_may_not_send_one(sent: Sent, role: Role) -> None:
    asked = any(Takes.FILE in one.takes and one.open_to(role) for one in table.ASKS.values())
    assert not (asked and refusal(sent, role))


def flood(database: Database, who: str, times: int, at: datetime, first: int) -> list[str]:
    """So many times the same command within one batch; what is answered."""
    events = [str(first + n) for n in range(times)]
    rows = [Inbox(channel="test", event=e, urut=int(e), lane=who, body={}, received_at=at) for e in events]
    with database.transaction() as session:
        inbox.put(session, rows)
    for event in events:
        dispatch.handle(database, Incoming(Chat("test", who), event, who, text="/batal"), at)
    with database.transaction() as session:
        due = [row.id for row in outbox.due(session, "test", at) if row.chat == who]
        texts = [outbox.get(session, id_).payload["text"] for id_ in due]
        session.execute(delete(outbox.Outbox))
    return texts


@pytest.mark.usefixtures("office")
def test_the_message_after_the_last_allowed_one_is_told_about_and_the_rest_are_quiet(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "PER_MINUTE", 3)
    said = [flood(database, "Rudi", 1, NOW + timedelta(seconds=n), n) for n in range(6)]
    ordinary = ["Tidak ada laporan yang sedang diisi."]
    assert said == [ordinary, ordinary, ordinary, [access.ENOUGH], [], []]
    assert flood(database, "Kadir", 1, NOW + timedelta(seconds=6), 100) == ordinary
    assert flood(database, "Rudi", 1, NOW + timedelta(minutes=2), 200) == ordinary


@pytest.mark.usefixtures("office")
def test_what_waited_at_telegram_comes_in_one_batch_and_counts_in_its_order(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "PER_MINUTE", 3)
    with database.transaction() as session:
        rows = [Inbox(channel="test", event=str(n), urut=n, lane="Rudi", body={}, received_at=NOW) for n in range(5)]
        inbox.put(session, rows)
        assert [inbox.within(session, "test", str(n), access.MINUTE) for n in range(5)] == [1, 2, 3, 4, 5]
