"""People come in by single-use links, with the role the link was made for."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.koreksi.doors import Delete
from handlers.tim import masuk
from handlers.tim.doors import Invite, ShutOut
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from tests.conftest import NOW, here, make_office
from tests.handlers.team import becomes, dated, leaders, the
from tests.phone import Phones, forged

TEAM_NAME = "tim Bakohumas KPU Kota Probolinggo"


def token_of(database: Database) -> str:
    """The token of the newest link, before its payload is forgotten."""
    with database.transaction() as session:
        row = session.scalars(select(Outbox).order_by(Outbox.id.desc())).first()
        assert row
        return str(row.payload["start"])


class Waiting(Phones):
    """Phones whose network is down: what the bot says waits in the outbox."""

    def hear(self) -> list[str]:
        return []


def test_the_first_link_makes_the_listed_ketua_pelaksana(database: Database) -> None:
    with database.transaction() as session:
        office = Satker(kode="3574", nama="KPU Kota Probolinggo")
        session.add(office)
        session.flush()
        people.add(here(session, office), "QORI", Role.KETUA_PELAKSANA)
        ((name, token),) = masuk.first_links(session, NOW)
    assert name == "KPU Kota Probolinggo"
    phones = Phones(database)
    assert phones.say("Qori", f"/start {token}")[:2] == [
        "Bot→Qori> **Selamat datang, QORI**",
        "   │ Anda terdaftar sebagai Ketua Pelaksana tim Bakohumas KPU Kota Probolinggo.",
    ]
    assert phones.say("Orang", f"/start {token}") == [
        "Bot→Orang> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
    ]
    with database.transaction() as session:
        assert masuk.first_links(session, NOW) == []


def test_on_an_empty_database_the_first_link_makes_the_satker(database: Database) -> None:
    with database.transaction() as session:
        ((name, token),) = masuk.first_links(session, NOW)
    assert name == "satker baru"
    Phones(database).say("Qori", f"/start {token}")
    with database.transaction() as session:
        assert [o.nama for o in session.scalars(select(Satker))] == ["Satker baru"]
        assert [(a.nama, a.role) for a in session.scalars(select(Anggota))] == [("Qori", Role.KETUA_PELAKSANA)]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("said", "nama", "role", "jabatan"),
    [
        ("Siti Aminah, ketua", "Siti Aminah", Role.KETUA, "Ketua"),
        ("Ni Luh Sari, S.Pd., ketua", "Ni Luh Sari, S.Pd.", Role.KETUA, "Ketua"),
        ("Andi Baso, S.IP., M.Si., anggota", "Andi Baso, S.IP., M.Si.", Role.ANGGOTA, "Anggota"),
        ("Beny Tabuni, S.Sos.", "Beny Tabuni, S.Sos.", Role.ANGGOTA, "Anggota"),
        ("Ir. Yance Wenda, S.T., M.T., pembina", "Ir. Yance Wenda, S.T., M.T.", Role.PEMBINA, "Pembina"),
    ],
)
def test_an_invitation_for_somebody_new(database: Database, said: str, nama: str, role: Role, jabatan: str) -> None:
    Waiting(database).say("Qori", f"/undang {said}")
    token = token_of(database)
    phones = Phones(database, count=1)
    phones.say("Siti", f"/start {token}")
    with database.transaction() as session:
        siti = people.find(session, "test", "Siti")
        assert siti
        assert (siti.nama, siti.role, siti.jabatan_tim) == (nama, role, jabatan)


@pytest.mark.usefixtures("office")
def test_an_invitation_for_somebody_listed_activates_that_very_row(database: Database) -> None:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        people.add(here(session, office), "UNGGUL SUGIARTO", Role.ANGGOTA)
    phones = Phones(database)
    assert phones.say("Qori", "/undang")[-1] == "   │ [UNGGUL SUGIARTO]"
    waiting = Waiting(database, count=1, shown=phones.shown)
    waiting.say("Qori", "[UNGGUL SUGIARTO]")
    token = token_of(database)
    Phones(database, count=2).say("Unggul", f"/start {token}")
    with database.transaction() as session:
        unggul = people.find(session, "test", "Unggul")
        assert unggul
        assert unggul.nama == "UNGGUL SUGIARTO"
        assert len(session.scalars(select(Anggota)).all()) == 6


@pytest.mark.usefixtures("office")
def test_a_link_is_over_after_72_hours_and_its_token_is_kept_only_as_a_hash(database: Database) -> None:
    Waiting(database).say("Qori", "/undang Siti Aminah")
    token = token_of(database)
    with database.transaction() as session:
        assert [i.token_hash for i in session.scalars(select(people.Invitation))] == [people.hashed(token)]
    phones = Phones(database, now=NOW + timedelta(hours=72), count=1)
    phones.hear()
    assert phones.say("Siti", f"/start {token}") == [
        "Bot→Siti> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
    ]
    with database.transaction() as session:
        assert [row.payload for row in session.scalars(select(Outbox)) if token in str(row.payload)] == []


@pytest.mark.usefixtures("office")
def test_an_office_never_sees_the_records_of_another(database: Database) -> None:
    with database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    phones = Phones(database)
    phones.say("Rudi", "/lapor Apel Pagi di Probolinggo")
    phones.say("Rudi", "simpan")
    assert phones.say("Rudi 3573", "/daftar") == [
        "Bot→Rudi 3573> **Daftar 20–26 Juni 2022**",
        "   │ Belum ada yang tercatat.",
    ]
    assert phones.say("Qori 3573", "/ubah 1") == [
        "Bot→Qori 3573> Tidak ada catatan #1. Ketik /daftar untuk melihat nomornya."
    ]
    assert phones.say("Qori 3573", forged(Delete(1))) == [
        "Bot! Tidak ada catatan #1. Ketik /daftar untuk melihat nomornya."
    ]
    phones.say("Rudi 3573", "/lapor Apel Pagi di Malang")
    assert phones.say("Rudi 3573", "simpan")[0] == "Bot→Rudi 3573> **Tercatat #1**"


def link(database: Database, said: str = "/undang Siti Aminah", count: int = 0) -> str:
    Waiting(database, count=count).say("Qori", said)
    return token_of(database)


@pytest.mark.usefixtures("office")
def test_the_newcomer_hears_of_data_and_is_announced_to_the_ketua_pelaksana_who_can_undo_it(database: Database) -> None:
    token = link(database)
    phones = Phones(database, count=1)
    phones.hear()
    assert phones.say("Orang Lain", f"/start {token}") == [
        "Bot→Orang Lain> **Selamat datang, Siti Aminah**",
        "   │ Anda terdaftar sebagai Anggota tim Bakohumas KPU Kota Probolinggo.",
        "   │",
        (
            "   │ Cara tercepat: kirim foto kegiatan beserta keterangannya ke sini, lalu tekan Simpan. "
            "Tautan Instagram, Twitter, Facebook, YouTube, TikTok, Spotify, atau situs juga dapat langsung dikirim."
        ),
        "   │",
        f"   │ {masuk.PRIVASI}",
        "   │",
        "   │ Ketik /bantuan untuk melihat semua perintah, atau /panduan untuk panduan cetak.",
        "Bot→Qori> Siti Aminah (akun Telegram: Orang Lain) kini aktif sebagai Anggota melalui tautan undangan.",
        "   │ [Bukan orangnya]",
    ]
    gone = "Bot→Qori* Akses Siti Aminah dicabut. Undang orang yang benar dengan /undang."
    why = f"Bot→Orang Lain> Akses Anda ke bot {TEAM_NAME} dicabut oleh Qori karena undangannya bukan untuk Anda."
    assert phones.say("Qori", "[Bukan orangnya]") == [gone, why]
    assert phones.say("Orang Lain", "/daftar") == []
    assert phones.say("Qori", f"[!{ShutOut(6).written()}]") == ["Bot! Orang itu sudah tidak aktif."]
    assert phones.say("Qori", f"[!{ShutOut(3).written()}]") == ["Bot! Ini akun Anda sendiri."]


@pytest.mark.usefixtures("office")
def test_who_guesses_links_is_heard_five_times_an_hour_and_then_not_even_with_the_right_one(database: Database) -> None:
    token = link(database)
    phones = Phones(database, count=1)
    phones.hear()
    refused = ["Bot→Orang> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."]
    assert [phones.say("Orang", f"/start tebakan{n}") for n in range(7)] == [refused] * 5 + [[]] * 2
    assert phones.say("Orang", f"/start {token}") == []
    # Somebody else is not kept out by that, and neither is the guesser for ever.
    assert phones.say("Lain", "/start tebakan") == [line.replace("Orang", "Lain") for line in refused]
    phones.now = NOW + timedelta(hours=1, seconds=1)
    assert phones.say("Orang", f"/start {token}")[0] == "Bot→Orang> **Selamat datang, Siti Aminah**"


@pytest.mark.usefixtures("office")
def test_a_link_says_nothing_of_the_role_and_a_member_cannot_use_one_to_change_theirs(database: Database) -> None:
    token = link(database, "/undang Siti Aminah, ketua pelaksana")
    assert (len(token), "ketua" in token.casefold()) == (22, False)
    Phones(database, count=1).say("Rudi", f"/start {token}")
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        assert rudi.role == Role.ANGGOTA
        assert [i.used_at for i in session.scalars(select(people.Invitation))] == [None]


@pytest.mark.usefixtures("office")
def test_nobody_whose_time_is_over_is_invited_anew(database: Database) -> None:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        gone = people.add(here(session, office), "LAMA", Role.ANGGOTA)
        gone.berlaku_sampai = NOW.date() - timedelta(days=1)
    phones = Phones(database)
    assert phones.say("Qori", "/undang")[0] == "Bot→Qori> Semua anggota yang terdaftar sudah aktif."
    over = "Bot! Masa berlaku orang itu sudah habis. Perpanjang dahulu dengan /atur anggota."
    assert phones.say("Qori", f"[!{Invite(gone.id).written()}]") == [over]


OVER = "Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."


@pytest.fixture
def siti(database: Database) -> Phones:
    """Siti, the wrong person, leads and has made a link for one more."""
    phones = Phones(database)
    phones.say("Qori", "/undang Siti, ketua pelaksana")
    phones.say("Siti", "(tautan Siti)")
    phones.say("Siti", "/undang Palsu, ketua pelaksana")
    return phones


@pytest.mark.usefixtures("office")
def test_the_links_of_who_was_shut_out_are_void_also_once_the_right_person_is_in(siti: Phones) -> None:
    siti.say("Qori", "[Bukan orangnya]")
    assert siti.say("Palsu", "(tautan Palsu)") == [f"Bot→Palsu> {OVER}"]
    for said in ("/undang", "[Siti]"):
        siti.say("Qori", said)
    assert siti.say("Akun Siti", "(tautan Siti)")[0] == "Bot→Akun Siti> **Selamat datang, Siti**"
    assert siti.say("Palsu", "(tautan Palsu)") == [f"Bot→Palsu> {OVER}"]
    assert leaders(siti) == {"Qori", "Siti"}


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("ended", [False, True])
def test_the_links_of_who_leads_no_more_open_nothing_until_they_lead_again(siti: Phones, *, ended: bool) -> None:
    if ended:
        dated(siti, "Qori", "Siti", "kemarin")
    else:
        siti.say("Qori", becomes(the(siti, "Siti"), Role.ANGGOTA))
    assert siti.say("Palsu", "(tautan Palsu)") == [f"Bot→Palsu> {OVER}"]
    siti.say("Qori", becomes(the(siti, "Siti"), Role.KETUA_PELAKSANA))
    if ended:
        dated(siti, "Qori", "Siti", "-")
    assert siti.say("Palsu", "(tautan Palsu)")[0] == "Bot→Palsu> **Selamat datang, Palsu**"


@pytest.mark.usefixtures("office")
def test_whose_role_was_lowered_after_the_link_was_made_comes_in_with_the_role_of_the_list(database: Database) -> None:
    with database.transaction() as session:
        people.add(here(session, session.scalars(select(Satker)).one()), "Agung", Role.KETUA_PELAKSANA)
    phones = Phones(database)
    for said in ("/undang", "[Agung]", becomes(the(phones, "Agung"), Role.ANGGOTA)):
        phones.say("Qori", said)
    assert phones.say("Agung", "(tautan Agung)")[1] == (
        "   │ Anda terdaftar sebagai Anggota tim Bakohumas KPU Kota Probolinggo."
    )
    assert the(phones, "Agung").role == Role.ANGGOTA
