"""/data tells a person everything that is stored about them; /data hapus makes it go, and nothing else."""

import io
import json
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from handlers.koreksi.doors import Mark, MarkPhoto, Whose
from handlers.tim import data
from handlers.tim.doors import Decide, Decision
from renderers.excel import ekspor
from renderers.frozen import thaw
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database, Row
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Identity, Role
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from storage.pribadi import retention
from storage.pribadi.pribadi import ERASED_NAME
from storage.pribadi.retention import RETENTION
from tests.conftest import NOW, here, make_office
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")


class Offline(Phones):
    """What is drawn waits, so that the figures are still there."""

    def hear(self) -> list[str]:
        return []


def recorded(phones: Phones, who: str = "Rudi") -> None:
    for said in ("(foto a) Rapat pleno rutin", "[Simpan]"):
        phones.say(who, said)


def rows_of(workbook: bytes) -> dict[str, list[tuple[object, ...]]]:
    return {sheet.title: list(sheet.values) for sheet in load_workbook(io.BytesIO(workbook))}


def everything(database: Database) -> str:
    """The whole database as one text."""
    with database.transaction() as session:
        tables = Row.metadata.sorted_tables
        rows = [dict(row) for table in tables for row in session.execute(select(table)).mappings()]
    return json.dumps(rows, default=str, ensure_ascii=False)


def test_the_workbook_holds_every_table_about_oneself_and_nothing_of_others(database: Database) -> None:
    phones = Phones(database)
    recorded(phones)
    recorded(phones, "Kadir")
    phones.say("Rudi", "/lapor Apel pagi")
    Offline(database, count=phones.count).say("Rudi", "/data")
    with database.transaction() as session:
        row = session.scalars(select(Delivery)).one()
        book = rows_of(ekspor.draw(thaw(ekspor.Ekspor, row.figures)))
    assert list(book) == ["Diri", "Catatan", "Riwayat", "Draf", "Permintaan", "Pesan", "Lama simpan"]
    diri = {str(row[0]): row[1] for row in book["Diri"]}
    assert diri["Nama"] == "Rudi"
    assert diri["Nomor akun"] == "test Rudi"
    assert [(row[0], row[2], row[5]) for row in book["Catatan"][1:]] == [(1, "Rapat Pleno Rutin", "tercatat")]
    assert [row[1] for row in book["Riwayat"][1:]] == ["catat", "unduh data"]
    assert [row[1:] for row in book["Draf"][1:]] == [("kegiatan", book["Draf"][1][2])]
    assert json.loads(str(book["Draf"][1][2]))["nama"] == "Apel Pagi"
    assert json.loads(str(book["Pesan"][1][1])) == {"text": "(foto a) Rapat pleno rutin"}
    assert [row[0] for row in book["Lama simpan"][1:]] == [kept.data for kept in RETENTION]


def test_the_bot_keeps_no_copy_of_what_it_sent(database: Database) -> None:
    Phones(database).say("Rudi", "/data")
    with database.transaction() as session:
        assert [
            (row.kind, row.state, row.figures) for row in session.scalars(select(Delivery).order_by(Delivery.id))
        ] == [("data diminta", "sent", {})]


def erased(database: Database) -> Phones:
    """Zainuddin, who came by a link, reported one kegiatan with two photos, one of them hidden, and has gone."""
    phones = Phones(database)
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        member = people.add(here(session, office), "Zainuddin MZ", Role.ANGGOTA, "Anggota Zen")
        people.identify(session, member, "test", "628zen", "628zen")
    for said in (
        "(foto a, album x) Rapat pleno",
        "(foto b, album x)",
        "[Simpan]",
        forged(MarkPhoto(Whose(1), 0, 2, Mark.HIDDEN)),
    ):
        phones.say("628zen", said)
    phones.say("628zen", "pesan yang dititipkan")
    phones.say("628zen", "/lapor Belum jadi")
    phones.say("Qori", "/undang Zainuddin MZ")
    phones.say("628zen", "/data hapus")
    phones.say("Qori", "[Setujui]")
    return phones


def test_nothing_that_names_the_person_is_left_once_the_last_messages_are_forgotten(database: Database) -> None:
    phones = erased(database)
    assert [word in everything(database) for word in ("Belum jadi", "dititipkan", "Anggota Zen")] == [False] * 3
    with database.transaction() as session:
        # What the ketua pelaksana typed, and the last word to the person, go with everything that is as old.
        retention.forget(session, NOW + timedelta(days=91))
    left = everything(database)
    assert [word in left for word in ("Zainuddin", "628zen", "Zen")] == [False] * 3
    assert phones.say("628zen", "/daftar")[0].startswith("Bot→628zen> Bot ini hanya untuk tim Bakohumas.")


def test_the_record_stays_with_its_photos_except_the_hidden_one(database: Database) -> None:
    erased(database)
    with database.transaction() as session:
        row = session.scalars(select(Kegiatan)).one()
        assert (row.nama, row.dihapus_at) == ("Rapat Pleno", None)
        assert [f.urut for f in photos.of(session, row)] == [1]
        assert len(session.scalars(select(Foto)).all()) == 2
        who = session.get_one(Anggota, row.pelapor_id)
        assert (who.nama, who.berlaku_sampai) == (ERASED_NAME, NOW.date() - timedelta(days=1))


def test_the_audit_says_that_it_was_done_by_whom(database: Database) -> None:
    erased(database)
    with database.transaction() as session:
        wanted = select(Audit.action, Anggota.nama).join(Anggota, Anggota.id == Audit.anggota_id)
        told = session.execute(wanted.where(Audit.what == "anggota").order_by(Audit.id)).all()
        invited = session.scalars(select(Audit).where(Audit.what == "undangan")).one()
    assert [tuple(row) for row in told] == [("minta hapus", ERASED_NAME), ("hapus data", "Qori")]
    assert invited.after == {"nama": ERASED_NAME}


def test_two_ketua_pelaksana_may_decide_about_each_other_and_the_last_one_stays(database: Database) -> None:
    with database.transaction() as session:
        kadir = people.find(session, "test", "Kadir")
        assert kadir
        kadir.role = Role.KETUA_PELAKSANA
    phones = Phones(database)
    assert phones.say("Qori", "/data hapus")[-1] == "   │ [Setujui] [Tolak]"
    own = "Bot! Permintaan ini hanya dapat diputuskan oleh Ketua Pelaksana lain."
    assert phones.say("Qori", f"[!{Decide(1, Decision.GRANT).written()}]") == [own]
    phones.say("Kadir", "[Setujui]")
    assert phones.say("Kadir", "/data hapus") == [f"Bot→Kadir> {data.TERAKHIR}"]


def test_a_request_is_decided_in_its_own_office(database: Database) -> None:
    with database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    phones = Phones(database)
    phones.say("Rudi", "/data hapus")
    for answer in Decision:
        assert phones.say("Qori 3573", f"[!{Decide(1, answer).written()}]") == [f"Bot! {data.SUDAH}"]
    with database.transaction() as session:
        assert session.scalars(select(Identity.person).where(Identity.person == "Rudi")).all() == ["Rudi"]
