"""What waits to be sent: one at a time in a chat, the latest state of a card, and nothing claimed twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.chat import cards, outbox, stuck
from storage.chat.outbox import Card, Kind, Outbox
from storage.database import Database, Session
from tests.conftest import NOW


def put(session: Session, chat: str, text: str, card: str = "", kind: Kind = Kind.SAY) -> Outbox:
    row = Outbox(channel="test", chat=chat, group=False, kind=kind, card=card, next_try=NOW)
    row.payload = {"text": text}
    outbox.put(session, row)
    return session.scalars(select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id.desc())).first() or row


def texts(session: Session) -> list[str]:
    return [outbox.get(session, row.id).payload["text"] for row in outbox.due(session, "test", NOW)]


def test_a_chat_gets_its_messages_in_order_and_chats_do_not_wait_for_each_other(database: Database) -> None:
    with database.transaction() as session:
        for chat, text in (("A", "1"), ("A", "2"), ("B", "3")):
            put(session, chat, text)
        assert texts(session) == ["1", "3"]
        first = outbox.claim(session, 1)
        assert first
        assert texts(session) == ["3"]
        outbox.sent(session, first, ["m1"], NOW)
        assert texts(session) == ["2", "3"]


def test_answers_to_a_press_wait_for_nobody(database: Database) -> None:
    with database.transaction() as session:
        put(session, "A", "first")
        put(session, "A", "toast", kind=Kind.ANSWER)
        assert texts(session) == ["toast", "first"]


def test_a_row_that_is_to_be_tried_later_holds_back_its_own_chat_only(database: Database) -> None:
    with database.transaction() as session:
        first = put(session, "A", "1")
        put(session, "A", "2")
        put(session, "B", "3")
        outbox.again(first, NOW + timedelta(seconds=5), "429")
        assert texts(session) == ["3"]


def test_of_a_card_that_still_waits_only_the_latest_state_is_sent(database: Database) -> None:
    with database.transaction() as session:
        for text in ("1 foto", "2 foto", "3 foto"):
            put(session, "A", text, card="draft:1")
        assert texts(session) == ["3 foto"]
        row = outbox.claim(session, 1)
        assert row
        put(session, "A", "4 foto", card="draft:1")
        outbox.sent(session, row, ["m1"], NOW)
        assert texts(session) == ["4 foto"]


def test_a_card_knows_where_it_stands_and_whether_it_was_pushed_up(database: Database) -> None:
    with database.transaction() as session:
        row = put(session, "A", "1 foto", card="draft:1")
        outbox.claim(session, row.id)
        outbox.sent(session, row, ["m1"], NOW)
        again = put(session, "A", "2 foto", card="draft:1")
        card = outbox.card_of(session, again)
        assert card
        assert (card.message_id, card.pushed) == ("m1", False)
        cards.push_all(session, "test", "A")
        session.expire_all()
        assert card.pushed is True
        cards.rename(session, "test", "A", "draft:1", "catatan:12")
        session.expire_all()
        assert outbox.card_of(session, again) is not None
        assert again.card == "catatan:12"


@pytest.mark.parametrize(("said", "pushed"), [("8", False), ("9", False), ("11", True), ("100", True)])
@pytest.mark.parametrize("going", [False, True])
def test_only_a_message_below_a_card_pushes_it_up(database: Database, said: str, pushed: bool, going: bool) -> None:
    """The card is message 10; `going`: the other message is handled while nobody knows that yet."""
    with database.transaction() as session:
        row = put(session, "A", "1 foto", card="draft:1")
        outbox.claim(session, row.id)
        if going:
            cards.push_all(session, "test", "A", said)
            session.refresh(row)
        outbox.sent(session, row, ["10"], NOW)
        if not going:
            cards.push_all(session, "test", "A", said)
        session.expire_all()
        card = outbox.card_of(session, row)
        assert card
        assert card.pushed is pushed


def test_a_card_that_waits_for_silence_waits_anew_with_each_state(database: Database) -> None:
    with database.transaction() as session:
        first = put(session, "A", "1 foto", card="draft:1")
        first.next_try = NOW + timedelta(seconds=0.7)
        second = Outbox(
            channel="test", chat="A", group=False, kind=Kind.SAY, card="draft:1", payload={"text": "2 foto"}
        )
        second.next_try = NOW + timedelta(seconds=1.2)
        outbox.put(session, second)
        assert outbox.due(session, "test", NOW + timedelta(seconds=1)) == []
        assert stuck.outlook(session, "test", NOW + timedelta(seconds=1)).soonest == NOW + timedelta(seconds=1.2)
        (row,) = outbox.due(session, "test", NOW + timedelta(seconds=1.2))
        assert outbox.get(session, row.id).payload == {"text": "2 foto"}


def test_a_card_is_pushed_up_even_while_it_is_going_out(database: Database) -> None:
    with database.transaction() as session:
        row = put(session, "A", "1 foto", card="draft:1")
        outbox.claim(session, row.id)
        cards.push_all(session, "test", "A")
        session.refresh(row)
        outbox.sent(session, row, ["m1"], NOW)
        card = outbox.card_of(session, row)
        assert card
        assert (card.message_id, card.pushed) == ("m1", True)


@pytest.mark.parametrize("tries", range(3))
def test_a_row_is_claimed_once_however_many_want_it(database: Database, tries: int) -> None:
    with database.transaction() as session:
        id_ = put(session, "A", f"{tries}").id

    def claim(_n: int) -> bool:
        with database.transaction() as session:
            return outbox.claim(session, id_) is not None

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(claim, range(6))) == [False] * 5 + [True]


def test_the_pause_between_tries_doubles_up_to_ten_minutes(database: Database) -> None:
    with database.transaction() as session:
        row = put(session, "A", "1")
        pauses = []
        for row.tries in (1, 2, 3, 20):
            outbox.retry(row, NOW, "500")
            pauses.append((row.next_try - NOW).total_seconds())
        assert pauses == [2, 4, 8, 600]


def test_a_card_is_found_by_its_message_and_goes_on_under_another_key(database: Database) -> None:
    with database.transaction() as session:
        for chat, key, message in (("A", "draft:5", "m1"), ("A", "catatan:1", "m2"), ("B", "catatan:1", "m1")):
            session.add(Card(channel="test", chat=chat, card=key, message_id=message, pushed=False))
        session.flush()
        assert cards.keys_in(session, "test", "A") == {"draft:5", "catatan:1"}
        assert [cards.key_at(session, "test", chat, "m1") for chat in "ABC"] == ["draft:5", "catatan:1", ""]
        cards.rename(session, "test", "A", "draft:5", "catatan:2")
        session.flush()
        assert cards.key_at(session, "test", "A", "m1") == "catatan:2"
        assert cards.keys_in(session, "other", "A") == set()
