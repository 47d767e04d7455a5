"""One message is one transaction: handled once, undone as a whole, and apologised for when it cannot be handled."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.door import ANGGOTA
from handlers.chat.face import Command, Opens
from handlers.chat.messages import Chat, Incoming, Says, Turn
from handlers.koreksi.doors import Delete
from handlers.lapor import lapor
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import people
from storage.kantor.audit import Audit
from tests.conftest import NOW
from tests.phone import Phones

RUDI = Chat("test", "Rudi")


def received(database: Database, incoming: Incoming) -> Incoming:
    with database.transaction() as session:
        row = Inbox(channel="test", event=incoming.event, urut=1, lane=incoming.chat.id, body={"text": incoming.text})
        row.received_at = NOW
        inbox.put(session, [row])
    return incoming


@pytest.mark.usefixtures("office")
def test_an_update_that_comes_twice_is_handled_once(database: Database) -> None:
    incoming = received(database, Incoming(RUDI, "7", "Rudi", text="/lapor Apel Pagi"))
    for _ in range(2):
        dispatch.handle(database, incoming, NOW)
    received(database, incoming)
    dispatch.handle(database, incoming, NOW)
    with database.transaction() as session:
        assert len(session.scalars(select(Draft)).all()) == 1
        assert len(session.scalars(select(Outbox)).all()) == 1


@pytest.mark.usefixtures("office")
def test_what_fails_is_undone_tried_again_and_after_five_times_apologised_for(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(turn: Turn) -> Says:
        lapor.lapor(turn)
        raise OSError("disk full")

    commands = (Command("lapor", ANGGOTA, broken, ""),)
    monkeypatch.setattr(table, "COMMANDS", commands)
    incoming = received(database, Incoming(RUDI, "7", "Rudi", text="/lapor Apel Pagi"))
    for n in range(5):
        dispatch.handle(database, incoming, NOW + timedelta(minutes=n))
    with database.transaction() as session:
        assert session.scalars(select(Draft)).all() == []
        row = session.get_one(Inbox, ("test", "7"))
        assert (row.state, row.tries, row.error) == ("quarantined", 5, "OSError('disk full')")
        told = [(o.chat, o.payload["text"]) for o in session.scalars(select(Outbox).order_by(Outbox.id))]
    assert told == [
        ("Rudi", "Maaf, pesan Anda tidak dapat diolah karena gangguan pada bot. Mohon kirim sekali lagi."),
        ("Qori", "Satu pesan dari Rudi gagal diolah bot. Mohon beri tahu pengelola bot."),
    ]
    assert caplog.text.count("update 7 failed") == 5


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("bug", [KeyError("nama"), IndexError("list index out of range"), ValueError("not in list")])
def test_a_bug_behind_a_button_is_told_as_one(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, bug: Exception
) -> None:
    """Tried again, apologised for, logged and counted like that of a message; not told as an old button."""

    def broken(_turn: Turn, _door: Delete) -> Says:
        raise bug

    monkeypatch.setitem(table.DOORS, Delete.code, Opens(Delete, broken))
    incoming = received(database, Incoming(RUDI, "7", "Rudi", press=Delete(1).written(), press_id="7"))
    handled = [dispatch.handle(database, incoming, NOW + timedelta(minutes=n)) for n in range(5)]
    with database.transaction() as session:
        row = session.get_one(Inbox, ("test", "7"))
        told = [(o.chat, o.payload["text"]) for o in session.scalars(select(Outbox).order_by(Outbox.id))]
    assert (handled, row.state, row.tries, row.error) == ([False] * 4 + [True], "quarantined", 5, repr(bug))
    assert told == [
        ("Rudi", "Maaf, pesan Anda tidak dapat diolah karena gangguan pada bot. Mohon kirim sekali lagi."),
        ("Qori", "Satu pesan dari Rudi gagal diolah bot. Mohon beri tahu pengelola bot."),
    ]
    assert caplog.text.count("update 7 failed") == 5


@pytest.mark.usefixtures("office")
def test_a_rejected_answer_leaves_the_draft_as_it_was(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Malam Keakraban")
    assert phones.say("Rudi", "99") == [
        "Bot→Rudi> “99” bukan salah satu pilihan. Tekan tombolnya, atau ketik nomornya."
    ]
    with database.transaction() as session:
        draft = session.scalars(select(Draft)).one()
        assert (draft.rev, draft.answers["nama"], "sektor" in draft.answers) == (1, "Malam Keakraban", False)


@pytest.mark.usefixtures("office")
def test_every_change_is_in_the_audit_from_what_to_what(database: Database) -> None:
    phones = Phones(database)
    for said in ("/lapor Apel Pagi", "simpan", "[Ubah]", "[Nama]", "Apel Senin", "simpan", "[Hapus]", "[Kembalikan]"):
        phones.say("Rudi", said)
    with database.transaction() as session:
        entries = session.scalars(select(Audit).where(Audit.what == "kegiatan").order_by(Audit.id)).all()
        told = [(e.action, e.ref, e.before.get("nama"), e.after.get("nama")) for e in entries]
    assert told == [
        ("catat", 1, None, "Apel Pagi"),
        ("ubah", 1, "Apel Pagi", "Apel Senin"),
        ("hapus", 1, "Apel Senin", None),
        ("kembalikan", 1, None, None),
    ]


@pytest.mark.usefixtures("office")
def test_of_strangers_the_inbox_keeps_id_and_kind_only(database: Database) -> None:
    Phones(database).say("Orang", "nomor rekening saya 123")
    with database.transaction() as session:
        assert [row.body for row in session.scalars(select(Inbox))] == [{"kind": "tidak dikenal"}]


@pytest.mark.usefixtures("office")
def test_of_talk_in_the_group_the_inbox_keeps_id_and_kind_only(database: Database) -> None:
    phones = Phones(database)
    for who, said in (("Rudi", "Pak Budi sakit"), ("Orang", "halo"), ("Rudi", "/daftar"), ("Rudi", "/lapor")):
        phones.say(who, said, "Grup")
    with database.transaction() as session:
        bodies = [row.body for row in session.scalars(select(Inbox).order_by(Inbox.urut))]
    assert bodies == [{"kind": "grup"}] * 3 + [{"text": "/lapor"}]


@pytest.mark.usefixtures("office")
def test_raw_payloads_go_after_seven_days_but_ids_stay(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/bantuan")
    phones.at(NOW + timedelta(days=6))
    with database.transaction() as session:
        assert [row.body for row in session.scalars(select(Inbox))] == [{"text": "/bantuan"}]
    phones.at(NOW + timedelta(days=8))
    with database.transaction() as session:
        assert [(row.event, row.body) for row in session.scalars(select(Inbox))] == [("1", {})]


@pytest.mark.usefixtures("office")
def test_somebody_whose_time_is_over_is_a_stranger(database: Database) -> None:
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        rudi.berlaku_sampai = NOW.date() - timedelta(days=1)
    assert Phones(database).say("Rudi", "/lapor Rapat") == [
        "Bot→Rudi> Bot ini hanya untuk tim Bakohumas. Mintalah tautan undangan kepada Ketua Pelaksana satker Anda."
    ]
    with database.transaction() as session:
        assert session.scalars(select(Kegiatan)).all() == []
