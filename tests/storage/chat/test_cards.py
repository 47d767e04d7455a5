"""Cards are found by their message and their key, in their own chat only."""

from storage.chat import outbox
from storage.chat.outbox import Card
from storage.database import Database


def test_a_card_is_found_by_its_message_and_goes_on_under_another_key(database: Database) -> None:
    with database.transaction() as session:
        for chat, key, message in (("A", "draft:5", "m1"), ("A", "catatan:1", "m2"), ("B", "catatan:1", "m1")):
            session.add(Card(channel="test", chat=chat, card=key, message_id=message, pushed=False))
        session.flush()
        assert outbox.keys_in(session, "test", "A") == {"draft:5", "catatan:1"}
        assert [outbox.key_at(session, "test", chat, "m1") for chat in "ABC"] == ["draft:5", "catatan:1", ""]
        outbox.rename(session, "test", "A", "draft:5", "catatan:2")
        session.flush()
        assert outbox.key_at(session, "test", "A", "m1") == "catatan:2"
        assert outbox.keys_in(session, "other", "A") == set()
