"""The setting up of an office: it asks for what is missing, by whoever leads, in any order, and knows only its own."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch, orang, persiapan
from handlers.persiapan_orang import baca
from handlers.persiapan_satker import alamat_ketua
from storage import outbox, people
from storage.audit import Audit
from storage.database import Database
from storage.deliveries import Delivery
from storage.inbox import Inbox
from storage.outbox import Outbox
from storage.people import Anggota, Invitation, Role
from storage.satker import Akun, Satker
from tests.conftest import NOW, make_office
from tests.phone import Phones

OLD = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."


@pytest.fixture
def phones(database: Database) -> Phones:
    """A ketua pelaksana who has just opened the first link."""
    phones = Phones(database)
    phones.say("Qori", "(tautan pertama)")
    return phones


def the(database: Database) -> Satker:
    with database.transaction() as session:
        return session.scalars(select(Satker).order_by(Satker.id)).all()[-1]


def title(told: list[str]) -> str:
    """The last card's."""
    return [line.partition("**")[2].rstrip("*") for line in told if line.startswith("Bot→") and "**" in line][-1]


def test_the_office_is_what_was_chosen(phones: Phones) -> None:
    assert title(phones.say("Qori", "KPU Kota Probolinggo")) == "Menyiapkan satker · 1 dari 7: Alamat"
    phones.say("Qori", "Ketua: Ahmad Hudri, S.T.⏎Jl. Panglima Sudirman 514")
    office = the(phones.database)
    assert (office.kode, office.nama, office.zona, office.kota) == (
        "3574", "KPU Kota Probolinggo", "Asia/Jakarta", "Probolinggo",
    )  # fmt: skip
    assert (office.alamat, office.ketua) == ("Jl. Panglima Sudirman 514", "Ahmad Hudri, S.T.")
    assert (office.atasan, office.kota_atasan, office.tempat) == (
        "KPU Provinsi Jawa Timur", "Surabaya", "KOTA PROBOLINGGO",
    )  # fmt: skip


def test_an_office_that_is_there_already_is_said(phones: Phones) -> None:
    with phones.database.transaction() as session:
        make_office(session, "3513", "KPU Kabupaten Probolinggo")
    taken = "KPU Kabupaten Probolinggo sudah memakai bot ini. Mintalah undangan kepada Ketua Pelaksananya."
    assert phones.say("Qori", "kab. probolinggo") == [f"Bot→Qori> {taken}"]
    assert phones.say("Qori", "[!ps:satker:3513]") == [f"Bot! {taken}"]
    # The question is still open.
    phones.say("Qori", "kota probolinggo")
    assert {o.kode for o in offices(phones)} == {"3513", "3574"}


def offices(phones: Phones) -> list[Satker]:
    with phones.database.transaction() as session:
        return list(session.scalars(select(Satker)))


def test_an_office_with_records_does_not_become_another(phones: Phones) -> None:
    phones.say("Qori", "kota probolinggo")
    phones.say("Qori", "(foto a) Rapat Pleno Rutin")
    phones.say("Qori", "[Simpan]")
    told = "Bot! Satker ini sudah mempunyai catatan. Namanya diubah dengan /atur satker."
    assert phones.say("Qori", "[!ps:satker:3513]") == [told]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Jl. Sudirman 1\nAhmad", {"alamat": "Jl. Sudirman 1", "ketua": "Ahmad"}),
        ("Ahmad\nJalan Sudirman", {"alamat": "Jalan Sudirman", "ketua": "Ahmad"}),
        ("Ketua: Ahmad 2", {"ketua": "Ahmad 2"}),
        ("alamat kantor = Gedung A\nKec. Mayangan", {"alamat": "Gedung A, Kec. Mayangan"}),
        ("Ahmad Hudri, S.T., M.AP.", {"ketua": "Ahmad Hudri, S.T., M.AP."}),
    ],
)
def test_address_and_leader(typed: str, read: dict[str, str]) -> None:
    assert alamat_ketua(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Siti Aminah", [("Siti Aminah", Role.ANGGOTA)]),
        ("1. Siti Aminah, S.Kom., M.AP.", [("Siti Aminah, S.Kom., M.AP.", Role.ANGGOTA)]),
        ("• Ahmad Hudri, S.T., Pembina", [("Ahmad Hudri, S.T.", Role.PEMBINA)]),
        ("Rina, ketua pelaksana\n\n- Budi, ketua", [("Rina", Role.KETUA_PELAKSANA), ("Budi", Role.KETUA)]),
        ("Budi\nBUDI", [("Budi", Role.ANGGOTA)]),
        ("12\n---", []),
    ],
)
def test_names_with_titles_and_roles(typed: str, read: list[tuple[str, Role]]) -> None:
    assert baca(typed) == read


def test_accounts_are_counted_as_is_usual_and_toggled(phones: Phones) -> None:
    phones.say("Qori", "kota probolinggo")
    phones.say("Qori", "[Lewati]")
    phones.say("Qori", "IG kpu⏎TikTok kpu⏎FB kpu")
    phones.say("Qori", "[✓ TikTok kpu]")
    phones.say("Qori", "[FB kpu]")
    phones.say("Qori", "FB KPU Kota")
    with phones.database.transaction() as session:
        rows = session.scalars(select(Akun).order_by(Akun.urut))
        assert [(a.platform, a.nama, a.dihitung) for a in rows] == [
            ("IG", "kpu", True), ("TikTok", "kpu", False), ("FB", "KPU Kota", True),
        ]  # fmt: skip
    assert the(phones.database).platform_bawaan == ["IG", "FB"]


def test_a_token_stays_nowhere_once_it_is_sent(phones: Phones) -> None:
    phones.say("Qori", "[!ps:lihat:orang]")
    phones.say("Qori", "Siti Aminah⏎Budi Santoso")
    phones.say("Qori", "[Semua undangan]")
    tokens = [o.start for o in phones.shown["Qori"].values() if o.start]
    assert [len(token) for token in tokens] == [22, 22]
    with phones.database.transaction() as session:
        kept = [repr(row.payload) for row in session.scalars(select(Outbox))]
        kept += [repr(row.figures) for row in session.scalars(select(Delivery))]
        kept += [repr((row.before, row.after)) for row in session.scalars(select(Audit))]
        assert [token for token in tokens if token in "".join(kept)] == []
        hashes = {people.hashed(token) for token in tokens}
        assert hashes <= set(session.scalars(select(Invitation.token_hash)))


def test_a_link_whose_picture_fails_still_arrives(phones: Phones) -> None:
    phones.say("Qori", "[!ps:lihat:orang]")
    phones.say("Qori", "Siti Aminah")
    original, told = phones.hear, list[str]()

    def hear() -> list[str]:
        with phones.database.transaction() as session:
            for row in session.scalars(select(Outbox).where(Outbox.state == outbox.DRAW)).all():
                outbox.give_up(row, outbox.DEAD, "no ink")
                dispatch.happened(session, row, "failed", phones.now)
                assert "start" not in row.payload
        told.extend(original())
        return told

    phones.hear = hear  # type: ignore[method-assign]
    phones.say("Qori", "[Siti Aminah]")
    assert [line for line in told if "Undangan" in line or "tautan>" in line] == [
        "Bot→Qori> **Undangan untuk Siti Aminah**",
        "   │ <tautan>",
    ]


def test_whoever_is_invited_comes_in_as_the_listed_person(phones: Phones) -> None:
    phones.say("Qori", "[!ps:lihat:orang]")
    phones.say("Qori", "Siti Aminah, ketua")
    phones.say("Qori", "[Siti Aminah]")
    phones.say("Siti", "(tautan Siti Aminah)")
    with phones.database.transaction() as session:
        rows = session.scalars(select(Anggota).order_by(Anggota.urut))
        assert [(a.nama, a.role, a.jabatan_tim) for a in rows] == [
            ("Qori", Role.KETUA_PELAKSANA, "Ketua Pelaksana"), ("Siti Aminah", Role.KETUA, "Ketua"),
        ]  # fmt: skip
    assert phones.say("Qori", "[!ps:orang:2]") == ["Bot! Orang itu sudah aktif."]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Qori Amalia, S.Sos., ketua pelaksana⏎Budi", ["Qori Amalia, S.Sos.", "Budi"]),
        ("Qori Amalia⏎Budi", ["Qori", "Qori Amalia", "Budi"]),
        ("qori", ["Qori"]),
    ],
)
def test_whoever_sets_up_may_tell_their_own_name_in_full(phones: Phones, typed: str, names: list[str]) -> None:
    phones.say("Qori", "[!ps:lihat:orang]")
    phones.say("Qori", typed)
    with phones.database.transaction() as session:
        assert [a.nama for a in session.scalars(select(Anggota).order_by(Anggota.urut))] == names


def test_a_photo_with_words_is_a_report_also_where_a_logo_was_asked_for(phones: Phones) -> None:
    phones.say("Qori", "[!ps:lihat:logo]")
    assert title(phones.say("Qori", "(foto a) Rapat Pleno Rutin")) == "Laporan kegiatan"
    phones.say("Qori", "[Batal]")
    phones.say("Qori", "[!ps:lihat:logo]")
    phones.say("Qori", "(foto logo)")
    assert the(phones.database).logo == f"ee/{'e' * 64}.jpg"


@pytest.mark.parametrize("who", ["Hudri", "Agus", "Rudi"])
@pytest.mark.usefixtures("office")
def test_nobody_else_sees_or_presses_it(database: Database, who: str) -> None:
    with database.transaction() as session:
        session.scalars(select(Satker)).one().persiapan = []
    phones = Phones(database)
    told = phones.say(who, "/start")
    assert [line for line in told if "Menyiapkan" in line or "Persiapan" in line] == []
    for data in ("ps", "ps:nanti", "ps:lewati:akun", "ps:orang:semua", "ps:satker:3513", "ps:riwayat:templat"):
        assert phones.say(who, f"[!{data}]") == ["Bot! Tombol ini bukan untuk peran Anda."]
    assert title(phones.say("Qori", "/start")) == "Menyiapkan satker · 1 dari 7: Alamat"


def test_another_office_s_rows_are_out_of_reach(phones: Phones) -> None:
    with phones.database.transaction() as session:
        other = make_office(session, "3513", "KPU Kabupaten Probolinggo")
        waiting = people.add(session, other, "Siti", Role.ANGGOTA)
        account = session.scalars(select(Akun).where(Akun.satker_id == other.id)).all()[0]
    assert phones.say("Qori", f"[!ps:akun:{account.id}]") == [OLD]
    assert phones.say("Qori", f"[!ps:orang:{waiting.id}]") == ["Bot! Orang itu sudah aktif."]
    with phones.database.transaction() as session:
        fresh = session.get_one(Akun, account.id)
        assert (fresh.dihitung, list(session.scalars(select(Invitation.nama)))) == (account.dihitung, [""])


@pytest.mark.parametrize(
    "data", ["ps:x", "ps:lihat", "ps:lihat:x", "ps:lewati:", "ps:akun:x", "ps:akun", "ps:kolase:h:9", "ps:kolase:z:1",
             "ps:kolase:j:13", "ps:satker:0000", "ps:grup:1", "ps:riwayat"],
)  # fmt: skip
def test_what_no_button_holds(phones: Phones, data: str) -> None:
    assert phones.say("Qori", f"[!{data}]") == [OLD]


def test_an_office_that_was_loaded_is_asked_for_what_is_missing(database: Database) -> None:
    with database.transaction() as session:
        office = make_office(session)
        office.persiapan, office.alamat, office.ketua = ["kolase"], "Jl. Sudirman", "Ahmad"
        office.nomor_terakhir, office.grup = 7, None
    phones = Phones(database)
    assert title(phones.say("Qori", "/start")) == "Menyiapkan satker · 4 dari 7: Grup"
    private = [line for line in phones.say("Qori", "(ditambahkan)", "Grup") if line.startswith("Bot→")]
    assert title(private) == "Menyiapkan satker · 6 dari 7: Logo"
    assert title(phones.say("Qori", "(foto logo)")) == "KPU Kota Probolinggo siap dipakai"
    office = the(database)
    assert (office.grup, office.logo, office.siap) == ("Grup", f"ee/{'e' * 64}.jpg", True)


@pytest.mark.usefixtures("office")
def test_an_office_that_is_ready_is_never_asked(database: Database) -> None:
    phones = Phones(database)
    said = [*phones.say("Qori", "/start"), *phones.say("Qori", "/atur"), *phones.say("Qori", "halo")]
    assert [line for line in said if "ersiapan" in line or "Menyiapkan" in line] == []


def test_it_is_over_for_good(phones: Phones) -> None:
    for step in persiapan.LANGKAH:
        phones.say("Qori", f"[!ps:lewati:{step.kunci}]")
    assert the(phones.database).siap
    assert phones.say("Qori", "halo") == [
        "Bot→Qori> Belum ada laporan yang terbuka. Ketik /lapor, atau langsung kirim fotonya."
    ]


def test_a_second_leader_goes_on_where_the_first_stopped(phones: Phones) -> None:
    phones.say("Qori", "kota probolinggo")
    phones.say("Qori", "[!ps:lihat:orang]")
    phones.say("Qori", "Siti, ketua pelaksana")
    phones.say("Qori", "[Siti]")
    assert title(phones.say("Siti", "(tautan Siti)")) == "Menyiapkan satker · 1 dari 7: Alamat"
    phones.say("Siti", "[Lewati]")
    assert title(phones.say("Qori", "/start")) == "Menyiapkan satker · 2 dari 7: Akun"


def test_a_report_is_made_at_any_moment(phones: Phones) -> None:
    phones.say("Qori", "[!ps:lihat:orang]")
    phones.say("Qori", "(foto a) Rapat Pleno Rutin")
    phones.say("Qori", "[Simpan]")
    phones.say("Qori", "/lapor audiensi Partai Buruh kemarin, persiapan pemilu 2024")
    phones.say("Qori", "[Simpan]")
    assert the(phones.database).nomor_terakhir == 2
    with phones.database.transaction() as session:
        assert len(list(session.scalars(select(Anggota)))) == 1


def test_words_long_after_a_name_was_asked_for_make_nobody(phones: Phones) -> None:
    for step in ("satker", "alamat", "akun"):
        phones.say("Qori", f"[!ps:lewati:{step}]")
    phones.at(NOW + timedelta(days=3))
    told = phones.say("Qori", "siap ndan")
    assert title(told) == "Menyiapkan satker · 3 dari 7: Orang"
    with phones.database.transaction() as session:
        assert [a.nama for a in session.scalars(select(Anggota))] == ["Qori"]


SAID = (
    "kota probolinggo", "probolinggo", "xyz", "IG kpu⏎FB kpu", "Siti⏎Budi, ketua", "Jl. Sudirman 1⏎Ahmad", "/start",
    "/atur", "/lapor", "/batal", "/impor templat", "(foto a)", "(foto b) Rapat Pleno", "(berkas templat)", "halo", "⏎",
    "https://www.instagram.com/p/XX/", "/undang", "/tema", "/status", "(stiker)",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_words_and_buttons(database: Database, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    chance, phones = random.Random(seed), Phones(database)
    phones.say("Qori", "(tautan pertama)")
    phones.say("Qori", "/impor templat")
    for _ in range(40):
        buttons = [b.data for o in phones.shown["Qori"].values() for row in o.menu for b in row if b.data]
        if chance.random() < 0.6:
            phones.say("Qori", f"[!{chance.choice(buttons)}]")
        elif chance.random() < 0.1:
            phones.at(phones.now + timedelta(hours=chance.choice((1, 30, 200))))
        else:
            assert phones.say("Qori", chance.choice(SAID))
    with database.transaction() as session:
        assert set(session.scalars(select(Inbox.state))) == {"done"}
        assert set(session.scalars(select(Outbox.state))) == {"sent"}
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


def test_the_first_link_is_printed_until_somebody_has_come(database: Database) -> None:
    with database.transaction() as session:
        assert [name for name, _ in orang.first_links(session, NOW)] == ["satker baru"]
    phones = Phones(database)
    phones.say("Qori", "(tautan pertama)")
    with database.transaction() as session:
        assert orang.first_links(session, NOW) == []
