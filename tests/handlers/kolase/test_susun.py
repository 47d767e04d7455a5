"""The preview before the post: who sees it when, what two leaders change at once, and old buttons."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers import table
from handlers.kolase import hidup, kolase, pratinjau
from handlers.kolase.doors import Cell, Look, Move, PostAgain, PostNow, Retitle, Wait, Way
from handlers.kolase.when import put_off
from handlers.laporan import week
from handlers.laporan.week import ordered
from handlers.reading.dates.pekan import Pekan
from storage.database import Database
from storage.kantor import audit, people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Part
from storage.laporan.susunan import Susunan
from tests.conftest import WIB, here
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
WEEK = Pekan.of(FRIDAY.date())
TITLE = "**Kolase Pekan Keempat Juni 2022**"


@pytest.fixture(autouse=True)
def _kolase_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (pratinjau.preview, kolase.weekly, hidup.renew))


@pytest.fixture
def phones(database: Database) -> Phones:
    phones = Phones(database)
    for text, foto in (("Apel Pagi 20 Juni 2022", "a"), ("Rapat Pleno Rutin", "b")):
        phones.say("Rudi", f"(foto {foto}) {text}")
        phones.say("Rudi", "simpan")
    return phones


def office(database: Database, **values: Any) -> None:
    with database.transaction() as session:
        row = session.scalars(select(Satker)).one()
        for name, value in values.items():
            setattr(row, name, value)


def cells(database: Database) -> list[str]:
    with database.transaction() as session:
        row = session.scalars(select(Satker)).one()
        return [cell.caption for cell in week.gather(here(session, row), WEEK).cells]


def heads(told: list[str]) -> list[str]:
    return [line for line in told if line.startswith("Bot")]


def leader(database: Database, name: str) -> None:
    with database.transaction() as session:
        anggota = people.find(session, "test", name)
        assert anggota
        anggota.role = Role.KETUA_PELAKSANA


def test_shown_once_in_the_hours_before_the_post(phones: Phones, database: Database) -> None:
    assert phones.at(FRIDAY - timedelta(hours=3, minutes=1)) == []
    assert phones.at(FRIDAY - timedelta(hours=3))[:2] == [
        f"Bot→Qori> {TITLE}",
        "   │ Dikirim ke grup hari ini pukul 16.00.",
    ]
    assert phones.at(FRIDAY - timedelta(hours=2)) == []
    leader(database, "Agus")
    assert heads(phones.at(FRIDAY - timedelta(hours=1))) == [f"Bot→Agus> {TITLE}"]


def test_the_preview_has_the_colours_that_the_post_will_have(phones: Phones) -> None:
    phones.at(FRIDAY - timedelta(hours=3))
    phones.say("Qori", "/tema")
    phones.say("Qori", "[Biru]")
    assert heads(phones.at(FRIDAY - timedelta(hours=2))) == [f"Bot→Qori* {TITLE}"]
    assert heads(phones.at(FRIDAY - timedelta(hours=1))) == []


def test_nobody_needs_to_react(phones: Phones) -> None:
    phones.at(FRIDAY - timedelta(hours=3))
    told = phones.at(FRIDAY)
    assert heads(told)[:2] == [
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**",
        f"Bot→Qori* {TITLE}",
    ]


@pytest.mark.parametrize("values", [{"kolase_pratinjau": 0}, {"grup": None}, {"terhubung_at": None}])
def test_no_preview_where_nobody_wants_one_or_nothing_is_posted(
    phones: Phones, database: Database, values: dict[str, Any]
) -> None:
    office(database, **values)
    assert phones.at(FRIDAY - timedelta(hours=2)) == []


def test_an_empty_week_is_one_line_at_its_hour(database: Database) -> None:
    phones = Phones(database)
    assert phones.at(FRIDAY - timedelta(hours=2)) == []
    told = "Belum ada kegiatan berfoto pada Pekan Keempat Juni 2022 (20–24 Juni 2022), jadi tidak ada kolase pekan ini."
    assert phones.at(FRIDAY) == [f"Bot→Qori> {told}"]


def test_two_leaders_see_each_others_changes_and_stay_where_they_are(phones: Phones, database: Database) -> None:
    leader(database, "Agus")
    phones.at(FRIDAY - timedelta(hours=3))
    for said in ("[Susun]", "[1]"):
        phones.say("Agus", said)
    for said in ("[Susun]", "[2]"):
        phones.say("Qori", said)
    assert phones.say("Qori", "[Naik]")[:5] == [
        f"Bot→Agus* {TITLE}",
        "   │ Apel Pagi",
        "   │ Senin, 20 Juni 2022",
        "   │",
        "   │ Urutan: 2 dari 2. Foto 1 dari 1. Potongan: otomatis.",
    ]
    assert cells(database) == ["Rapat Pleno Rutin", "Apel Pagi"]
    phones.say("Agus", "[Naik]")
    assert cells(database) == ["Apel Pagi", "Rapat Pleno Rutin"]


def test_everything_is_an_entry_of_the_audit_and_the_report_shows_the_same(phones: Phones, database: Database) -> None:
    phones.say("Qori", "/kolase")
    for said in ("[Susun]", "[Susun]", "[1]", "[Geser ke kanan]", "[Sembunyikan]", "[Tampilkan]"):
        phones.say("Qori", said)
    with database.transaction() as session:
        row, laid = session.scalars(select(Satker)).one(), session.scalars(select(Susunan)).one()
        told = [(entry.action, entry.after["sel"]) for entry in audit.versions(here(session, row), "susunan", laid.id)][
            ::-1
        ]
        crops = [cell.geser for cell in week.gather(here(session, row), WEEK).cells]
    assert told == [
        ("susun", {"1": {"geser": "kanan"}}),
        ("susun", {"1": {"geser": "kanan", "sembunyi": True}}),
        ("susun", {"1": {"geser": "kanan", "sembunyi": False}}),
    ]
    assert crops == ["kanan", ""]


def test_a_cell_says_other_words_and_the_record_keeps_its_name(phones: Phones, database: Database) -> None:
    phones.at(FRIDAY - timedelta(hours=3))
    for said in ("[Susun]", "[2]"):
        phones.say("Qori", said)
    assert phones.say("Qori", "[Ganti judul]") == [
        "Bot→Qori> **Judul di kolase**",
        "   │ Tulis judul yang tampil di kolase untuk “Rapat Pleno Rutin”. Nama catatannya tetap.",
        "   │ [Batal]",
    ]
    assert phones.say("Qori", "x" * 121) == ["Bot→Qori> Terlalu panjang: 121 huruf, paling banyak 120."]
    told = phones.say("Qori", "Pleno⏎  DPB Juni")
    assert [told[0], told[1], told[-1]] == [
        f"Bot→Qori> {TITLE}",
        "   │ Pleno DPB Juni (#2 Rapat Pleno Rutin)",
        "Bot→Qori* Terima kasih, sudah dicatat.",
    ]
    assert cells(database) == ["Apel Pagi", "Pleno DPB Juni"]
    assert phones.say("Qori", "[Judul asli]")[1] == "   │ Rapat Pleno Rutin"
    assert cells(database) == ["Apel Pagi", "Rapat Pleno Rutin"]


def test_words_for_a_kegiatan_that_is_gone(phones: Phones) -> None:
    phones.say("Qori", f"[!{Retitle(WEEK, 2).written()}]")
    phones.say("Rudi", "/hapus 2")
    phones.say("Rudi", "[Hapus]")
    assert phones.say("Qori", "Pleno") == ["Bot→Qori> Kegiatan itu tidak ada lagi dalam kolase pekan ini."]


@pytest.mark.usefixtures("office", "phones")
def test_a_chosen_photo_that_is_gone_gives_way_to_the_first(database: Database) -> None:
    with database.transaction() as session:
        session.add(Susunan(satker_id=1, period=WEEK.kode, sel={"1": {"foto": "ff/ff.jpg"}}, urut=[9, 2]))
    with database.transaction() as session:
        row = session.scalars(select(Satker)).one()
        assert [cell.foto[:2] for cell in week.gather(here(session, row), WEEK).cells] == ["ca", "3e"]


def test_sent_now_is_sent_once(phones: Phones, database: Database) -> None:
    leader(database, "Agus")
    phones.at(FRIDAY - timedelta(hours=3))
    assert heads(phones.say("Qori", "[Kirim sekarang]"))[:2] == [
        "Bot! Dikirim ke grup.",
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**",
    ]
    assert phones.say("Agus", f"[!{PostNow(WEEK).written()}]") == ["Bot! Kolase pekan itu sudah dikirim ke grup."]
    assert [line for line in phones.at(FRIDAY) if "Grup" in line] == []


def test_put_off_and_taken_back(phones: Phones) -> None:
    phones.at(FRIDAY - timedelta(hours=3))
    phones.say("Qori", "[Tunda]")
    assert phones.say("Qori", "[Senin]")[1] == "   │ Dikirim ke grup Senin, 27 Juni 2022 pukul 16.00."
    assert phones.at(FRIDAY + timedelta(hours=1)) == []
    assert phones.say("Qori", "[Batal tunda]")[1] == "   │ Belum dikirim ke grup."
    assert "Bot@Grup" in phones.at(FRIDAY + timedelta(hours=1, minutes=1))[0]


@pytest.mark.parametrize(
    ("wait", "now", "until"),
    [
        (Wait.HOUR, FRIDAY - timedelta(hours=2), FRIDAY + timedelta(hours=1)),
        (Wait.HOUR, FRIDAY + timedelta(hours=2), FRIDAY + timedelta(hours=3)),
        (Wait.TOMORROW, FRIDAY, datetime(2022, 6, 25, 16, tzinfo=WIB)),
        (Wait.MONDAY, FRIDAY, datetime(2022, 6, 27, 16, tzinfo=WIB)),
        (Wait.MONDAY, datetime(2022, 6, 27, 9, tzinfo=WIB), datetime(2022, 7, 4, 16, tzinfo=WIB)),
    ],
)
def test_until_when(wait: Wait, now: datetime, until: datetime) -> None:
    row = Satker(zona="Asia/Jakarta", kolase_jam=FRIDAY.time())
    assert put_off(row, FRIDAY, now, wait) == until


OLD = (
    (Cell(WEEK, 9).written(), "Kegiatan itu tidak ada lagi dalam kolase pekan ini."),
    (Move(WEEK, 9, Way.UP).written(), "Kegiatan itu tidak ada lagi dalam kolase pekan ini."),
    (Move(WEEK, 1, Way.UP).written(), "Sudah paling atas."),
    (Move(WEEK, 2, Way.DOWN).written(), "Sudah paling bawah."),
    (PostAgain(WEEK).written(), "Sudah dikirim ulang."),
    (Look(Pekan.of_kode("2022-W30"), Part.ALL).written(), "Susunan kolase diubah di chat pribadi dengan bot."),
    (PostNow(WEEK.previous()).written(), "Tidak ada foto yang tampil dalam kolase pekan ini."),
    ("ksg:2022-W25:1:miring", "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."),
    ("ks:2022-W25", "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."),
)


@pytest.mark.parametrize(("data", "answer"), OLD, ids=[data for data, _ in OLD])
def test_old_and_odd_buttons_are_answered(phones: Phones, data: str, answer: str) -> None:
    assert phones.say("Qori", f"[!{data}]") == [f"Bot! {answer}"]


def test_what_came_since_stands_behind_its_predecessor() -> None:
    assert ordered([1, 2, 3, 4], [4, 1]) == [4, 1, 2, 3]
    assert ordered([5, 1, 2], [2, 1, 7]) == [5, 2, 1]
    assert ordered([1, 2], []) == [1, 2]


def test_many_kegiatan_are_several_sheets_of_one_message(phones: Phones) -> None:
    for n in range(9):
        phones.say("Rudi", f"(foto x{n}) Rapat nomor {n} tanggal 21 Juni 2022")
        phones.say("Rudi", "simpan")
    phones.say("Qori", "/kolase")
    assert phones.say("Qori", "[Susun]")[-1] == "   │ [Susun] [Lembar 2 dari 2 ›] [Teks WA]"
    assert phones.say("Qori", "[Lembar 2 dari 2 ›]")[-1] == "   │ [Susun] [Lembar 1 dari 2 ›] [Teks WA]"
