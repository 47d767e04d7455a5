"""Every setting can be read, shown, changed and taken back; nothing of it is somebody else's."""

from datetime import date, time

import pytest
from sqlalchemy import func, select

from handlers.chat import Rejected
from handlers.pengaturan import BAGIAN, TUNGGAL, Setelan
from storage import people
from storage import satker as rows
from storage.audit import Audit
from storage.database import Database
from storage.people import Anggota, Role
from storage.satker import Satker
from tests.conftest import make_office
from tests.phone import Phones

TODAY = date(2022, 6, 24)
TYPED = {
    "kumulatif": ("tidak", False),
    "zona": ("wita", "Asia/Makassar"),
    "kolase_hari": ("Rabu", 2),
    "kolase_jam": ("pukul 9", time(9)),
    "platform_bawaan": ("Instagram, tiktok dan x", ["IG", "Twitter", "TikTok"]),
    "tagline": ("Melayani, Profesional", ["Melayani", "Profesional"]),
}


@pytest.mark.parametrize("setelan", [one for _, one in TUNGGAL], ids=lambda one: one.name)
def test_each_setting_of_the_satker_is_changed_in_one_line_and_taken_back(
    database: Database, office: int, setelan: Setelan
) -> None:
    phones = Phones(database)
    typed, value = TYPED.get(setelan.name, ("Nilai Baru", "Nilai Baru"))
    with database.transaction() as session:
        before = getattr(session.get_one(Satker, office), setelan.name)
    phones.say("Qori", f"/atur {setelan.label.casefold()} {typed}")
    with database.transaction() as session:
        assert getattr(session.get_one(Satker, office), setelan.name) == value
    phones.say("Qori", "[Kembalikan]")
    with database.transaction() as session:
        assert getattr(session.get_one(Satker, office), setelan.name) == before


def test_no_two_settings_of_the_satker_go_by_one_name() -> None:
    names = [name for _, one in TUNGGAL for name in {one.label.casefold(), one.name.replace("_", " ")}]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("17 Juni 2030", date(2030, 6, 17)),
        ("kemarin", date(2022, 6, 23)),
        ("30 Februari 2022", "Tanggal itu tidak ada dalam kalender."),
    ],
)
def test_a_day_may_be_years_away(typed: str, said: date | str) -> None:
    berlaku = next(one for bagian in BAGIAN for one in bagian.setelan if one.name == "berlaku_sampai")
    if isinstance(said, date):
        assert berlaku.read(typed, TODAY) == said
        return
    with pytest.raises(Rejected, match=said):
        berlaku.read(typed, TODAY)


def test_a_change_that_somebody_has_changed_again_is_not_taken_back(database: Database, office: int) -> None:
    phones = Phones(database)
    phones.say("Qori", "/atur ketua Satu")
    with database.transaction() as session:
        first = session.scalar(select(func.max(Audit.id)))
    phones.say("Qori", "/atur ketua Dua")
    assert phones.say("Qori", f"[!at:k:{first}]") == ["Bot! Setelan itu sudah diubah lagi sesudahnya."]
    with database.transaction() as session:
        assert session.get_one(Satker, office).ketua == "Dua"


def test_a_removed_row_comes_back_as_it_was(database: Database, office: int) -> None:
    phones = Phones(database)
    phones.say("Qori", "[!at:sk:baru]")
    phones.say("Qori", "45/PP/2022")

    def decrees() -> list[tuple[int, str, str, date]]:
        with database.transaction() as session:
            found = rows.every_keputusan(session, session.get_one(Satker, office))
            return [(row.id, row.jenis, row.nomor, row.tanggal) for row in found]

    before = decrees()
    assert [row[1:] for row in before] == [("SK", "45/PP/2022", TODAY)]
    phones.say("Qori", f"[!at:sk:{before[0][0]}:hapus]")
    assert decrees() == []
    phones.say("Qori", "[Kembalikan]")
    assert decrees() == before


def test_a_leader_may_hand_over_and_then_step_back(database: Database, office: int) -> None:
    phones = Phones(database)
    with database.transaction() as session:
        known = {row.nama: row.id for row in people.every(session, session.get_one(Satker, office))}
    phones.say("Qori", f"[!at:tim:{known['Rudi']}:role:3]")
    phones.say("Qori", f"[!at:tim:{known['Qori']}:role:1]")
    with database.transaction() as session:
        assert session.get_one(Anggota, known["Rudi"]).role == Role.KETUA_PELAKSANA
        assert session.get_one(Anggota, known["Qori"]).role == Role.ANGGOTA
    assert phones.say("Qori", "/atur") == ["Bot→Qori> Perintah /atur hanya untuk Ketua Pelaksana."]


def test_rows_of_another_office_are_not_there(database: Database, office: int) -> None:
    assert office
    with database.transaction() as session:
        other = make_office(session, "9999", "KPU Kota Lain")
        theirs = rows.akun_of(session, other)[0].id
    assert Phones(database).say("Qori", f"[!at:akun:{theirs}:dihitung:0]") == ["Bot! Setelan itu tidak ditemukan."]
