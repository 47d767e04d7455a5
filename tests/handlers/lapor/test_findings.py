"""Things that once went wrong between the parts: counts, links, guests, people who come back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch
from handlers.lapor.doors import Reposts
from handlers.tim import masuk
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.chat.inbox import Inbox
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from tests.conftest import NOW, here, make_office
from tests.handlers.records import month_of
from tests.phone import Phones, forged

IG, FB = "https://www.instagram.com/p/Cabc123/", "https://www.facebook.com/kpu/posts/9"


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def says(phones: Phones, *lines: str, who: str = "Rudi") -> list[str]:
    return [phones.say(who, line) for line in lines][-1]


def konten(phones: Phones, nomor: int = 1) -> dict[str, int]:
    with phones.database.transaction() as session:
        row = session.scalars(select(Konten).where(Konten.nomor == nomor)).one()
        return {p.platform: p.jumlah for p in row.postingan}


def test_a_guest_from_another_office_does_not_drive_the_bot_out_of_the_group(phones: Phones) -> None:
    with phones.database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    assert phones.say("Rudi 3573", "halo semua", "Grup") == []
    assert phones.say("Qori 3573", "/hubungkan", "Grup") == ["Bot@Grup> Grup ini sudah terhubung dengan satker lain."]


def test_a_number_for_one_platform_leaves_the_others_alone(phones: Phones) -> None:
    says(phones, "/lapor repost 5", "simpan", "ralat #1 jumlah IG 6")
    assert konten(phones) == {"IG": 6, "Twitter": 5, "FB": 5}
    says(phones, "ralat #1 jumlah tiktok 3")
    assert konten(phones) == {"IG": 6, "Twitter": 5, "FB": 5, "TikTok": 3}


def test_the_title_of_a_counted_konten_stays(phones: Phones) -> None:
    says(phones, "(foto a) Apel Pagi", "simpan", "[2]", "ralat #2 platform ig")
    with phones.database.transaction() as session:
        row = session.scalars(select(Konten)).one()
        assert (row.judul, {p.platform: p.jumlah for p in row.postingan}) == ("Apel Pagi", {"IG": 2})


def test_one_link_after_the_other_is_one_konten(phones: Phones) -> None:
    told = says(phones, f"{IG} Infografis PDPB Juni", FB)
    assert told[1:6] == [
        "   │ Jenis: Infografik",
        "   │ Judul: Infografis PDPB Juni",
        "   │ Platform: IG dan FB",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Tautan: IG dan FB",
    ]


def test_a_link_can_be_added_to_a_record_and_taken_back(phones: Phones) -> None:
    says(phones, f"{IG} Infografis PDPB Juni", "simpan", f"ralat #1 tautan {IG} {FB}")
    assert konten(phones) == {"IG": 1, "FB": 1}
    says(phones, "[Urungkan]")
    assert konten(phones) == {"IG": 1}


def test_the_website_row_follows_the_row_as_it_stands_after_a_correction(phones: Phones) -> None:
    says(phones, "/lapor link 4", "simpan")
    says(phones, "/matriks Juni link tiktok 1", who="Qori")
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        assert month_of(here(session, office), date(2022, 6, 1)).evaluasi.website == 4


def test_one_bad_office_does_not_keep_the_others_waiting(phones: Phones, caplog: pytest.LogCaptureFixture) -> None:
    with phones.database.transaction() as session:
        bad = make_office(session, "3573", "KPU Kota Malang")
        bad.zona = "Asia/Entah"
    says(phones, "(foto a) Apel Pagi", "simpan")
    dispatch.tick(phones.database, NOW.replace(hour=16))
    phones.now = NOW.replace(hour=16)
    assert [line for line in phones.hear() if line.startswith("Bot@Grup")] == [
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**"
    ]
    assert "Asia/Entah" in caplog.text


def test_somebody_comes_back_by_a_new_invitation(phones: Phones) -> None:
    with phones.database.transaction() as session:
        rudi, office = people.find(session, "test", "Rudi"), session.scalars(select(Satker)).one()
        assert rudi
        rudi.berlaku_sampai = NOW.date() - timedelta(days=1)
        people.invite(session, "token", Role.ANGGOTA, NOW + timedelta(hours=1), satker=office, nama="Rudi Hartono")
    assert phones.say("Rudi", "/start token")[0] == "Bot→Rudi> **Selamat datang, Rudi Hartono**"


def test_two_links_for_one_person_let_one_in(phones: Phones) -> None:
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        siti = people.add(here(session, office), "Siti", Role.ANGGOTA)
        for token in ("satu", "dua"):
            people.invite(session, token, Role.ANGGOTA, NOW + timedelta(hours=1), satker=office, anggota=siti)
    assert phones.say("X1", "/start satu")[0] == "Bot→X1> **Selamat datang, Siti**"
    assert phones.say("X2", "/start dua") == [
        "Bot→X2> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
    ]


def test_an_office_whose_ketua_pelaksana_has_left_gets_a_first_link_again(phones: Phones) -> None:
    with phones.database.transaction() as session:
        qori = people.find(session, "test", "Qori")
        assert qori
        qori.berlaku_sampai = NOW.date() - timedelta(days=1)
        assert [name for name, _ in masuk.first_links(session, NOW)] == ["KPU Kota Probolinggo"]


def test_words_of_unknown_people_in_a_group_are_not_kept(phones: Phones) -> None:
    phones.say("Orang", "rahasia pribadi", "Grup")
    phones.say("Orang", "rahasia pribadi", "Arisan")
    with phones.database.transaction() as session:
        assert [row.body for row in session.scalars(select(Inbox))] == [{"kind": "grup"}, {"kind": "grup"}]


def test_a_month_is_no_day_of_a_kegiatan_and_a_range_no_day_of_a_konten(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan", f"{IG} Infografis", "simpan")
    assert says(phones, "ralat #1 tanggal Mei 2022")[0].endswith("tulis juga harinya, misalnya 17 Juni.")
    assert says(phones, "ralat #2 tanggal 12 Mei - 3 Juni 2022")[0].endswith("tulis satu tanggal, atau bulannya saja.")


def test_numbers_too_long_for_any_record_are_an_old_button(phones: Phones) -> None:
    told = says(phones, "[!c:99999999999999999999999]")
    old = ["Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."]
    assert told == old
    assert says(phones, forged(Reposts(1, 3)), who="Qori") == old
    with phones.database.transaction() as session:
        assert session.scalars(select(Kegiatan)).all() == []
