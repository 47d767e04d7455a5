"""Messages that are edited after they were sent: read again on the day that they were written."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch
from handlers.chat.messages import Chat, Incoming
from handlers.koreksi.doors import Follow, LeaveAsIs
from storage.catatan.drafts import Draft, Pesan
from storage.catatan.kegiatan import Kegiatan
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.database import Database
from tests.phone import Phones, forged


def edit(phones: Phones, who: str, message: str, text: str) -> list[str]:
    """`message`: which of the messages, counted from 1."""
    incoming = Incoming(
        Chat("test", who), f"edit {message} {text}", who, text=text, message=f"{message}000", edited=True
    )
    with phones.database.transaction() as session:
        row = Inbox(channel="test", event=incoming.event, urut=1, lane=who, body={}, received_at=phones.now)
        inbox.put(session, [row])
    dispatch.handle(phones.database, incoming, phones.now)
    return phones.hear()


@pytest.mark.usefixtures("office")
def test_a_caption_that_comes_afterwards_names_the_kegiatan(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "(foto a, album x)")
    phones.say("Rudi", "(foto b, album x)")
    assert edit(phones, "Rudi", "1", "Rapat pleno kemarin di aula")[2:6] == [
        "   │",
        "   │ Nama: Rapat Pleno di Aula",
        "   │ Tanggal: Kamis, 23 Juni 2022",
        "   │ Mitra: Internal",
    ]


@pytest.mark.usefixtures("office")
def test_yesterday_is_the_day_before_the_message_was_written(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno kemarin")
    phones.say("Rudi", "simpan")
    phones.now += timedelta(days=3)
    assert edit(phones, "Rudi", "1", "/lapor Rapat pleno kemarin") == []
    assert edit(phones, "Rudi", "1", "/lapor Rapat rutin kemarin")[3] == "   │ Nama: Rapat Pleno → Rapat Rutin"
    phones.say("Rudi", "[Terapkan]")
    with database.transaction() as session:
        row = session.scalars(select(Kegiatan)).one()
        assert (row.nama, row.mulai.day) == ("Rapat Rutin", 23)


@pytest.mark.usefixtures("office")
def test_what_was_set_by_hand_since_stays(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    for said in ("[Ubah]", "[Tanggal]", "20 Juni"):
        phones.say("Rudi", said)
    edit(phones, "Rudi", "1", "/lapor Rapat rutin 17 Juni")
    with database.transaction() as session:
        answers = session.scalars(select(Draft)).one().answers
        assert (answers["nama"], answers["tanggal"]["mulai"]) == ("Rapat Rutin", "2022-06-20")
    edit(phones, "Rudi", "4", "21 Juni")
    with database.transaction() as session:
        assert session.scalars(select(Draft)).one().answers["tanggal"]["mulai"] == "2022-06-21"


@pytest.mark.usefixtures("office")
def test_messages_of_others_and_unknown_ones_say_nothing(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    assert edit(phones, "Kadir", "1", "/lapor Rapat rutin") == []
    assert edit(phones, "Rudi", "99", "Rapat rutin") == []
    assert edit(phones, "Rudi", "1", "/lapor") == []


@pytest.mark.usefixtures("office")
def test_only_the_owner_decides_and_only_once(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    phones.say("Rudi", "simpan")
    edit(phones, "Rudi", "1", "/lapor Rapat rutin")
    assert phones.say("Qori", forged(Follow(1))) == ["Bot! Sudah dijawab."]
    phones.say("Rudi", "[Terapkan]")
    assert phones.say("Rudi", forged(LeaveAsIs(1))) == ["Bot! Sudah dijawab."]
    with database.transaction() as session:
        assert session.scalars(select(Kegiatan)).one().nama == "Rapat Rutin"
        assert session.scalars(select(Pesan.usulan)).all() == [{}]


@pytest.mark.usefixtures("office")
def test_a_record_that_is_gone_is_named(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    phones.say("Rudi", "simpan")
    phones.say("Rudi", "/hapus 1")
    assert edit(phones, "Rudi", "1", "/lapor Rapat rutin") == ["Bot→Rudi> Catatan #1 sudah dihapus; kembalikan dahulu."]
