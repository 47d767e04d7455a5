"""What is old enough is forgotten, what is one moment younger is not."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from storage.catatan import drafts
from storage.catatan.drafts import Draft, Pesan, State
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database, Session
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor import people
from storage.kantor.people import Anggota, Invitation, Role
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery
from storage.pribadi import retention
from tests.conftest import NOW, here
from tests.handlers.records import held

pytestmark = pytest.mark.usefixtures("office")


def days(key: str) -> timedelta:
    return NOW - retention.until(key, NOW)


def rudi(session: Session) -> Anggota:
    found = people.find(session, "test", "Rudi")
    assert found
    return found


def office(session: Session) -> Satker:
    return session.scalars(select(Satker)).one()


def both(key: str) -> tuple[datetime, datetime]:
    """Just too old, and just young enough."""
    return NOW - days(key) - timedelta(seconds=1), NOW - days(key)


def test_receipts_of_messages_go_with_what_was_done_and_not_what_waits(database: Database) -> None:
    with database.transaction() as session:
        for event, at in zip(("old", "young"), both("catatan pesan"), strict=True):
            for state in (inbox.State.DONE, inbox.State.NEW):
                row = Inbox(channel="test", event=f"{event} {state}", urut=1, lane="1", body={}, state=state)
                row.received_at, row.done_at = at, at if state == inbox.State.DONE else None
                session.add(row)
        session.flush()
        retention.forget(session, NOW)
        assert sorted(session.scalars(select(Inbox.event))) == ["old new", "young done", "young new"]


def test_the_body_of_a_message_goes_after_a_week_and_is_written_once(database: Database) -> None:
    with database.transaction() as session:
        for event, at in zip(("old", "young"), both("pesan"), strict=True):
            row = Inbox(channel="test", event=event, urut=1, lane="1", body={"text": event}, state=inbox.State.DONE)
            row.received_at = row.done_at = at
            session.add(row)
        session.flush()
        inbox.forget(session, retention.until("pesan", NOW))
        told = {row.event: row.body for row in session.scalars(select(Inbox))}
        assert told == {"old": {}, "young": {"text": "young"}}


@pytest.mark.parametrize("state", list(inbox.OVER))
def test_an_error_that_may_quote_the_message_goes_with_its_body(database: Database, state: inbox.State) -> None:
    with database.transaction() as session:
        for event, body in (("told", {"text": "Rahasia"}), ("empty", {})):
            row = Inbox(channel="test", event=event, urut=1, lane="1", body=body, state=state, error="Rahasia")
            row.received_at = row.done_at = both("pesan")[0]
            session.add(row)
        session.flush()
        inbox.forget(session, retention.until("pesan", NOW))
        session.expire_all()
        assert [(row.body, row.error) for row in session.scalars(select(Inbox))] == [({}, "")] * 2


def test_what_was_sent_goes_and_what_waits_for_an_answer_stays(database: Database) -> None:
    with database.transaction() as session:
        old, young = both("kiriman")
        for name, at, state in (("a", old, "sent"), ("b", old, "dead"), ("c", old, "uncertain"), ("d", young, "sent")):
            session.add(
                Outbox(channel="test", chat=name, group=False, kind="say", payload={}, state=state, next_try=at)
            )
        session.flush()
        retention.forget(session, NOW)
        assert sorted(session.scalars(select(Outbox.chat))) == ["c", "d"]


def test_the_figures_of_what_was_asked_for_are_emptied_and_the_weekly_ones_stay(database: Database) -> None:
    with database.transaction() as session:
        old, young = both("gambar")
        for kind, period, at in (
            ("ekspor diminta", "1", old),
            ("kolase asli", "2", old),
            ("kolase", "3", old),
            ("status diminta", "4", young),
        ):
            assert deliveries.claim(here(session, office(session), at), kind, period, {"x": 1})
        retention.forget(session, NOW)
        session.expire_all()
        told = session.execute(select(Delivery.period, Delivery.figures).order_by(Delivery.period)).all()
        assert [tuple(row) for row in told] == [("1", {}), ("2", {}), ("3", {"x": 1}), ("4", {"x": 1})]


def test_a_report_that_was_never_saved_loses_its_words_and_photos_and_a_saved_one_nothing(database: Database) -> None:
    with database.transaction() as session:
        old, young = both("draf")
        record = held(session, office(session), "Apel", NOW.date(), who="Rudi")
        for state, at in ((State.PARKED, old), (State.DROPPED, old), (State.SAVED, old), (State.PARKED, young)):
            row = drafts.begin(session, rudi(session), at, "kegiatan", nama=f"{state}")
            row.state = state
            photos.attach(session, row, Foto(sha256=f"{row.id}", lebar=4, tinggi=3, diterima_at=at))
            drafts.remember(session, row, ("test", "Rudi", f"{row.id}"), "", {"nama": state})
            if state == State.SAVED:
                photos.move(session, row, record)
        session.flush()
        retention.forget(session, NOW)
        session.expire_all()
        told = session.execute(select(Draft.state, Draft.answers).order_by(Draft.id)).all()
        kept = {"nama": "saved"}, {"nama": "parked"}
        assert [tuple(row) for row in told] == [
            ("dropped", {}), ("dropped", {}), ("saved", kept[0]), ("parked", kept[1])
        ]  # fmt: skip
        assert sorted(session.scalars(select(Foto.sha256))) == ["3", "4"]
        assert sorted(session.scalars(select(Pesan.message))) == ["3", "4"]


def test_invitations_and_removed_photos_go(database: Database) -> None:
    with database.transaction() as session:
        record = held(session, office(session), "Apel", NOW.date(), who="Rudi")
        for name, over, removed in zip("ab", both("undangan"), both("foto dihapus"), strict=True):
            people.invite(session, name, Role.ANGGOTA, over, satker=office(session))
            photos.attach(session, record, Foto(sha256=name, lebar=4, tinggi=3, diterima_at=NOW, dihapus_at=removed))
        photos.attach(session, record, Foto(sha256="c", lebar=4, tinggi=3, diterima_at=NOW))
        retention.forget(session, NOW)
        assert list(session.scalars(select(Invitation.token_hash))) == [people.hashed("b")]
        assert sorted(session.scalars(select(Foto.sha256))) == ["b", "c"]


def test_sweeping_twice_changes_nothing_more(database: Database) -> None:
    with database.transaction() as session:
        drafts.begin(session, rudi(session), both("draf")[0], "kegiatan", nama="lama")
        retention.forget(session, NOW)
        session.expire_all()
        once = session.scalars(select(Draft)).one()
        before = once.state, once.answers
        retention.forget(session, NOW + timedelta(days=1))
        session.expire_all()
        assert (session.scalars(select(Draft)).one().state, session.scalars(select(Draft)).one().answers) == before


def test_words_that_nobody_said_what_they_are_go_as_a_report_that_was_never_saved(database: Database) -> None:
    with database.transaction() as session:
        for name, at in zip(("lama", "baru"), both("draf"), strict=True):
            row = drafts.keep(here(session, office(session)), rudi(session), name, at)
            drafts.remember(session, row, ("test", "Rudi", name), "", {})
        retention.forget(session, NOW)
        session.expire_all()
        told = session.execute(select(Draft.state, Draft.answers).order_by(Draft.id)).all()
        assert [tuple(row) for row in told] == [("dropped", {}), ("kept", {"teks": "baru"})]
        assert list(session.scalars(select(Pesan.message))) == ["baru"]
