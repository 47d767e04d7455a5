"""The lists of a satker: rows are added, moved, ended and removed; all of it is taken back; none is another's."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from handlers.atur.read import new_decree
from handlers.chat.messages import Rejected
from storage import columns
from storage.database import Database
from storage.kantor import dasar, people
from storage.kantor.akun import Akun, AkunSnapshot
from storage.kantor.audit import Audit
from storage.kantor.dasar import DasarHukum, Keputusan
from storage.kantor.fakta import About
from storage.kantor.people import Anggota, Identity, Role
from storage.kantor.satker import Satker
from tests import facts
from tests.conftest import here, make_office
from tests.phone import Phones

TODAY = date(2022, 6, 24)
OLD = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
NEW = {
    "akun": ("YouTube kpu_kota", Akun),
    "dasar": ("Undang-Undang Nomor 7 Tahun 2017", DasarHukum),
    "sk": ("SK 45/PP/2022 tanggal 3 Maret 2022", Keputusan),
    "tim": ("Siti Aminah, S.Sos.", Anggota),
}


def told(database: Database, office: int, kind: Any) -> list[dict[str, Any]]:
    """The rows of a list as they are kept."""
    with database.transaction() as session:
        found = session.scalars(select(kind).where(kind.satker_id == office).order_by(kind.id))
        return [columns.told(row) for row in found]


def newest(database: Database) -> int:
    with database.transaction() as session:
        return session.scalar(select(func.max(Audit.id))) or 0


def add(phones: Phones, kunci: str) -> None:
    phones.say("Qori", f"/atur {kunci}")
    phones.say("Qori", "[Tambah]")
    phones.say("Qori", NEW[kunci][0])


@pytest.mark.parametrize("kunci", NEW)
def test_a_row_is_added_and_taken_back(database: Database, office: int, kunci: str) -> None:
    before = told(database, office, NEW[kunci][1])
    phones = Phones(database)
    add(phones, kunci)
    assert len(told(database, office, NEW[kunci][1])) == len(before) + 1
    phones.say("Qori", "[Urungkan]")
    assert told(database, office, NEW[kunci][1]) == before


@pytest.mark.parametrize("kunci", ["akun", "dasar", "sk"])
def test_a_removed_row_comes_back_as_it_was_and_once(database: Database, office: int, kunci: str) -> None:
    phones, kind = Phones(database), NEW[kunci][1]
    add(phones, kunci)
    before = told(database, office, kind)
    phones.say("Qori", "[Hapus]")
    assert told(database, office, kind) == before[:-1]
    entry = newest(database)
    phones.say("Qori", "[Urungkan]")
    assert told(database, office, kind) == before
    assert phones.say("Qori", f"[!k:{entry}]") == ["Bot! Sudah diurungkan."]


def test_a_removed_row_comes_back_beside_one_that_took_its_id(database: Database, office: int) -> None:
    phones = Phones(database)
    add(phones, "sk")
    phones.say("Qori", "[Hapus]")
    entry = newest(database)
    phones.say("Qori", "[Tambah]")
    phones.say("Qori", "BA 2 tanggal 4 Maret 2022")
    phones.say("Qori", f"[!k:{entry}]")
    phones.say("Qori", f"[!k:{entry}]")
    found = [(row["jenis"], row["nomor"]) for row in told(database, office, Keputusan)]
    assert sorted(found) == [("BA", "2"), ("SK", "45/PP/2022")]


def test_what_something_rests_on_is_not_removed(database: Database, office: int) -> None:
    phones, used = (
        Phones(database),
        "Bot! Yang ini sudah dipakai, jadi tidak dapat dihapus. Isi tanggal berakhirnya saja.",
    )
    add(phones, "akun")
    phones.say("Rudi", "/akun YouTube 12")
    before = told(database, office, Akun)
    assert phones.say("Qori", "[Hapus]") == [used]
    assert phones.say("Qori", "[Urungkan]") == [used]
    assert told(database, office, Akun) == before


def test_somebody_who_has_come_in_is_not_removed_by_taking_back(database: Database, office: int) -> None:
    phones = Phones(database)
    add(phones, "tim")
    with database.transaction() as session:
        added = people.every(here(session, session.get_one(Satker, office)))[-1]
        session.add(Identity(anggota_id=added.id, channel="test", person="Siti", chat="Siti"))
    assert phones.say("Qori", "[Urungkan]") == [
        "Bot! Yang ini sudah dipakai, jadi tidak dapat dihapus. Isi tanggal berakhirnya saja."
    ]
    assert told(database, office, Anggota)[-1]["nama"] == "Siti Aminah, S.Sos."


def test_members_are_never_removed_only_ended(database: Database, office: int) -> None:
    before = told(database, office, Anggota)
    assert Phones(database).say("Qori", f"[!ah:tim:{before[3]['id']}]") == ["Bot! Yang ini tidak dapat dihapus."]
    assert told(database, office, Anggota) == before


@pytest.mark.parametrize("kunci", ["akun", "tim"])
def test_rows_change_places_and_back(database: Database, office: int, kunci: str) -> None:
    phones, kind = Phones(database), NEW[kunci][1]

    def order() -> list[int]:
        return [row["id"] for row in sorted(told(database, office, kind), key=lambda row: row["urut"])]

    first, second, *rest = order()
    assert phones.say("Qori", f"[!am:{kunci}:{first}:0]") == ["Bot! Sudah di ujung daftar."]
    phones.say("Qori", f"[!am:{kunci}:{first}:1]")
    assert order() == [second, first, *rest]
    phones.say("Qori", "[Urungkan]")
    assert order() == [first, second, *rest]
    assert phones.say("Qori", f"[!am:{kunci}:{rest[-1]}:1]") == ["Bot! Sudah di ujung daftar."]


def test_a_move_that_another_has_followed_is_not_taken_back(database: Database, office: int) -> None:
    phones, first = Phones(database), told(database, office, Akun)[0]["id"]
    phones.say("Qori", f"[!am:akun:{first}:1]")
    entry = newest(database)
    phones.say("Qori", "[Turun]")
    assert phones.say("Qori", f"[!k:{entry}]") == ["Bot! Bagian itu sudah diubah lagi sesudahnya."]


def test_nothing_ends_before_it_begins(database: Database, office: int) -> None:
    phones, row = Phones(database), told(database, office, Anggota)[3]["id"]
    for name, typed in (("berlaku_dari", "1 Maret 2022"), ("berlaku_sampai", "28 Februari 2022")):
        phones.say("Qori", f"[!aq:tim:{row}:{name}]")
        said = phones.say("Qori", typed)
    assert said == ["Bot→Qori> Tanggal akhirnya mendahului tanggal mulainya. Periksa lagi, lalu tulis yang benar."]
    assert told(database, office, Anggota)[3]["berlaku_sampai"] is None


def test_a_leader_may_hand_over_and_then_step_back(database: Database, office: int) -> None:
    phones = Phones(database)
    known = {row["nama"]: row["id"] for row in told(database, office, Anggota)}
    phones.say("Qori", f"[!ap:tim:{known['Rudi']}:role:3]")
    phones.say("Qori", f"[!ap:tim:{known['Qori']}:role:1]")
    found = {row["nama"]: row["role"] for row in told(database, office, Anggota)}
    assert (found["Rudi"], found["Qori"]) == (Role.KETUA_PELAKSANA, Role.ANGGOTA)
    assert phones.say("Qori", "/atur") == ["Bot→Qori> Perintah /atur hanya untuk Ketua Pelaksana."]


@pytest.mark.parametrize("day", ["kemarin", "30 Juni 2022", "31 Desember 2029"])
def test_the_last_leader_can_not_end_his_own_membership(database: Database, office: int, day: str) -> None:
    phones, own = Phones(database), told(database, office, Anggota)[2]["id"]
    phones.say("Qori", f"[!aq:tim:{own}:berlaku_sampai]")
    (said,) = phones.say("Qori", day)
    assert said == "Bot→Qori> Harus ada satu Ketua Pelaksana yang aktif. Undang penggantinya dahulu dengan /undang."
    assert told(database, office, Anggota)[2]["berlaku_sampai"] is None


def test_a_leader_whom_no_channel_knows_does_not_count(database: Database, office: int) -> None:
    phones = Phones(database)
    add(phones, "tim")
    added, own = told(database, office, Anggota)[-1]["id"], told(database, office, Anggota)[2]["id"]
    phones.say("Qori", f"[!ap:tim:{added}:role:3]")
    phones.say("Qori", f"[!ap:tim:{own}:role:0]")
    assert told(database, office, Anggota)[2]["role"] == Role.KETUA_PELAKSANA


def test_whose_time_is_over_is_nobody_and_stands_in_the_old_team(database: Database, office: int) -> None:
    phones, row = Phones(database), told(database, office, Anggota)[3]["id"]
    phones.say("Qori", f"[!aq:tim:{row}:berlaku_sampai]")
    phones.say("Qori", "31 Mei 2022")
    assert phones.say("Rudi", "/saya")[0].startswith("Bot→Rudi> Bot ini hanya untuk tim Bakohumas.")
    with database.transaction() as session:
        satker = session.get_one(Satker, office)
        teams = [people.current(here(session, satker), day) for day in (date(2022, 5, 31), date(2022, 6, 1))]
    assert ["Rudi" in [one.nama for one in team] for team in teams] == [True, False]


@pytest.mark.parametrize(("kunci", "kind"), [(kunci, kind) for kunci, (_, kind) in NEW.items()], ids=list(NEW))
def test_rows_of_another_office_are_not_there(database: Database, office: int, kunci: str, kind: Any) -> None:
    assert office
    with database.transaction() as session:
        other = make_office(session, "9999", "KPU Kota Lain").id
        session.add(DasarHukum(satker_id=other, urut=1, teks="UU 7"))
        session.add(Keputusan(satker_id=other, jenis="SK", nomor="1", tanggal=TODAY))
    before = told(database, other, kind)
    phones, here = Phones(database), f"{kunci}:{before[0]['id']}"
    name = {"akun": "ap:{}:dihitung:0", "dasar": "aq:{}:teks", "sk": "ap:{}:jenis:1", "tim": "ap:{}:role:3"}[kunci]
    for data in (f"ar:{here}", name.format(here), f"ah:{here}", f"am:{here}:1", f"aq:satker:{other}:ketua"):
        assert phones.say("Qori", f"[!{data}]") == [OLD]
    assert told(database, other, kind) == before
    shown = phones.say("Qori", f"/atur {kunci}")
    assert not [line for line in shown if "9999" in line or "Kota Lain" in line or "UU 7" in line]


def test_a_change_of_another_office_is_not_taken_back(database: Database, office: int) -> None:
    assert office
    with database.transaction() as session:
        other = make_office(session, "9999", "KPU Kota Lain").id
    phones = Phones(database)
    phones.say("Qori 9999", "/atur ketua Siti")
    assert phones.say("Qori", f"[!k:{newest(database)}]") == ["Bot! Perubahan itu tidak ditemukan."]
    assert facts.told(database, other, About.KETUA) == [("Siti", "Ketua", None, None)]


def test_a_question_about_a_row_that_is_gone_meanwhile(database: Database, office: int) -> None:
    phones = Phones(database)
    add(phones, "sk")
    phones.say("Qori", "[Nomor]")
    with database.transaction() as session:
        session.delete(dasar.every_keputusan(here(session, session.get_one(Satker, office)))[0])
    assert phones.say("Qori", "46/PP/2022")[:2] == [
        "Bot→Qori> **SK dan BA**",
        "   │ Yang tadi ditanyakan sudah dihapus.",
    ]


def test_a_long_list_has_pages(database: Database, office: int) -> None:
    with database.transaction() as session:
        session.add_all(DasarHukum(satker_id=office, urut=n, teks=f"Peraturan {n} {'x' * 200}") for n in range(1, 33))
    phones = Phones(database)
    first = phones.say("Qori", "/atur dasar")
    assert first[-2:] == ["   │ [Berikutnya ›]", "   │ [Tambah] [Pengaturan lain]"]
    assert sum(map(len, first)) < 4096
    for _ in range(3):
        last = phones.say("Qori", "[Berikutnya ›]")
    assert [line[:16] for line in last[1:3]] == ["   │ 31. Peratur", "   │ 32. Peratur"]


DECREES = (
    ("SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022", ("SK", "45/PP.06-Kpt/3574/2022", date(2022, 3, 3))),
    ("BA Nomor 12/BA/2021, tanggal 1 Juli 2021", ("BA", "12/BA/2021", date(2021, 7, 1))),
    ("Berita Acara No. 7 tgl 2 Juni", ("BA", "7", date(2022, 6, 2))),
    ("Keputusan Nomor 9 Tahun 2022 tanggal 17/6/2022", ("SK", "9 Tahun 2022", date(2022, 6, 17))),
    ("12/PK.01-BA/3574/2022 tanggal 5 Mei 2022", ("BA", "12/PK.01-BA/3574/2022", date(2022, 5, 5))),
)


@pytest.mark.parametrize(("typed", "value"), DECREES, ids=[row[0] for row in DECREES])
def test_a_decree_is_read_with_its_date(typed: str, value: tuple[str, str, date]) -> None:
    assert tuple(new_decree(typed, TODAY)[name] for name in ("jenis", "nomor", "tanggal")) == value


@pytest.mark.parametrize("typed", ["45/PP/2022", "SK", "tanggal 3 Maret 2022", "SK 4 tanggal entah"])
def test_a_decree_without_its_date_is_asked_for(typed: str) -> None:
    with pytest.raises(Rejected):
        new_decree(typed, TODAY)


def test_an_own_column_is_the_same_however_its_letters_are_typed(database: Database, office: int) -> None:
    phones = Phones(database)
    for said in ("IG PPID: ppid_kota", "ig ppid: ppid_arsip"):
        phones.say("Qori", "/atur akun")
        phones.say("Qori", "[Tambah]")
        phones.say("Qori", said)
    assert [(row["platform"], row["nama"]) for row in told(database, office, Akun)][-2:] == [
        ("IG PPID", "ppid_kota"),
        ("IG PPID", "ppid_arsip"),
    ]
    with database.transaction() as session:
        assert session.get_one(Satker, office).platform_sendiri == {"IG PPID": "IG"}


def test_the_colon_of_an_address_makes_no_column(database: Database, office: int) -> None:
    phones = Phones(database)
    phones.say("Qori", "/atur akun")
    phones.say("Qori", "[Tambah]")
    assert phones.say("Qori", "https://www.instagram.com/kpu_kota")[0].startswith(
        "Bot→Qori> Tulis platform lalu nama akunnya, misalnya IG kpu_kota."
    )
    phones.say("Qori", "IG https://www.instagram.com/kpu_kota")
    assert [(row["platform"], row["nama"]) for row in told(database, office, Akun)][-1] == (
        "IG",
        "https://www.instagram.com/kpu_kota",
    )


def test_a_second_account_has_a_column_of_its_own(database: Database, office: int) -> None:
    phones = Phones(database)
    for said in ("/atur akun", "[Tambah]"):
        phones.say("Qori", said)
    assert phones.say("Qori", "IG PPID: ppid_kota")[1] == (
        "   │ IG PPID dihitung sebagai IG. Ditambahkan. Lengkapi isinya di bawah ini."
    )
    phones.say("Rudi", "/akun IG PPID 120 pengikut")
    assert [(row["platform"], row["nama"]) for row in told(database, office, Akun)][-1] == ("IG PPID", "ppid_kota")
    assert [(row["akun_id"], row["pengikut"]) for row in snapshots(database)] == [(5, 120)]
    assert phones.say("Rudi", "Infografik DPT sudah tayang di ig ppid")[3] == "   │ Platform: IG PPID"


def snapshots(database: Database) -> list[dict[str, Any]]:
    with database.transaction() as session:
        return [columns.told(row) for row in session.scalars(select(AkunSnapshot))]
