"""The weekly kolase posts itself: on its day and hour, after an outage too, never twice."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.events import Became, Outcome
from handlers.kolase import kolase, when
from handlers.laporan import week as laporan_week
from handlers.reading.dates.pekan import Pekan
from storage.catatan.kegiatan import Kegiatan
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto import photos
from storage.kantor.satker import Satker
from storage.laporan.deliveries import WEEKLY, Delivery
from tests.conftest import WIB, here
from tests.phone import Phones

FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)


@pytest.fixture(autouse=True)
def _kolase_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other jobs of the hour have tests of their own."""
    monkeypatch.setattr(table, "JOBS", (kolase.weekly,))


def report(phones: Phones, who: str = "Rudi", text: str = "Rapat Pleno Rutin", foto: str = "a") -> None:
    phones.say(who, f"(foto {foto}) {text}")
    phones.say(who, "simpan")


def posts(database: Database) -> list[str]:
    with database.transaction() as session:
        rows = session.scalars(select(Delivery).where(Delivery.kind == WEEKLY).order_by(Delivery.period))
        return [f"{row.period} {row.state}" for row in rows]


@pytest.mark.usefixtures("office")
def test_nothing_before_the_hour_one_post_at_it_and_no_second_one(database: Database) -> None:
    phones = Phones(database)
    report(phones)
    assert phones.at(FRIDAY - timedelta(minutes=1)) == []
    assert phones.at(FRIDAY)[:6] == [
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**",
        "   │ 1 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Rapat Pleno Rutin",
        "   │ <kolase 3>",
        "   │ [Ukuran asli] [Format lain]",
        "Bot→Rudi* **Tercatat #1**",
    ]
    assert [phones.at(FRIDAY + timedelta(minutes=n)) for n in range(1, 4)] == [[], [], []]
    assert posts(database) == ["2022-W23 empty", "2022-W24 empty", "2022-W25 sent"]


@pytest.mark.usefixtures("office")
def test_an_outage_over_the_weekend_heals_itself(database: Database) -> None:
    phones = Phones(database)
    report(phones)
    assert phones.at(FRIDAY + timedelta(days=3))[0] == (
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**"
    )
    assert posts(database)[-1] == "2022-W25 sent"


@pytest.mark.usefixtures("office")
def test_a_clock_that_jumps_back_an_hour_posts_nothing_again(database: Database) -> None:
    phones = Phones(database)
    report(phones)
    phones.at(FRIDAY)
    assert phones.at(FRIDAY - timedelta(hours=1)) == []
    assert phones.at(FRIDAY) == []


def test_day_and_hour_are_the_satkers_in_its_own_zone() -> None:
    office = Satker(zona="Asia/Jayapura", kolase_hari=3, kolase_jam=datetime(2022, 1, 1, 9, 30).time())  # noqa: DTZ001 - a time of day
    at = when.post_at(office, Pekan.of(date(2022, 6, 24)))
    assert at == datetime(2022, 6, 23, 9, 30, tzinfo=ZoneInfo("Asia/Jayapura"))


def test_only_weeks_since_the_group_was_bound_are_due() -> None:
    office = Satker(zona="Asia/Jakarta", kolase_hari=4, kolase_jam=FRIDAY.time())
    now = FRIDAY + timedelta(days=15)
    assert [p.kode for p in when.due(office, FRIDAY - timedelta(days=30), now)] == [
        "2022-W25",
        "2022-W26",
        "2022-W27",
    ]
    assert [p.kode for p in when.due(office, FRIDAY + timedelta(hours=1), now)] == ["2022-W26", "2022-W27"]


@pytest.mark.usefixtures("office")
def test_a_kegiatan_reported_late_stays_in_its_pekan_and_one_without_photo_has_no_cell(database: Database) -> None:
    phones = Phones(database)
    report(phones, text="Apel Pagi 13 Juni 2022", foto="a")
    report(phones, text="Rapat Pleno", foto="b")
    phones.say("Kadir", "/lapor Rapat staf")
    phones.say("Kadir", "simpan")
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        weeks = [laporan_week.gather(here(session, office), Pekan.of(date(2022, 6, day))) for day in (13, 20)]
    assert [[(c.caption, c.tanggal) for c in week.cells] for week in weeks] == [
        [("Apel Pagi", "Senin, 13 Juni 2022")],
        [("Rapat Pleno", "Jumat, 24 Juni 2022")],
    ]


@pytest.mark.usefixtures("office")
def test_a_range_shows_in_its_first_pekan_and_later_only_with_photos_received_then(database: Database) -> None:
    phones = Phones(database, now=datetime(2022, 5, 12, 10, tzinfo=WIB))
    phones.say("Rudi", "(foto a) Audiensi sekolah")
    for said in ("[Ubah]", "[Tanggal]", "12 Mei s/d 3 Juni 2022", "simpan"):
        phones.say("Rudi", said)
    with database.transaction() as session:
        row = session.scalars(select(Kegiatan)).one()
        late = photos.Foto(sha256="b" * 64, lebar=4, tinggi=3, diterima_at=datetime(2022, 6, 1, 3, tzinfo=WIB))
        photos.attach(session, row, late)
        office = session.scalars(select(Satker)).one()
        weeks = {
            p.kode: laporan_week.gather(here(session, office), p)
            for p in (Pekan.of(date(2022, 5, d)) for d in (12, 19, 30))
        }
    assert {kode: [c.foto[:4] for c in week.cells] for kode, week in weeks.items()} == {
        "2022-W19": ["ca/c"],
        "2022-W20": [],
        "2022-W22": ["bb/b"],
    }


def test_the_four_weeks_of_the_office_have_their_titles() -> None:
    told = [Pekan.of(date.fromisoformat(d)).judul() for d in ("2022-04-14", "2022-04-21", "2022-06-03", "2022-06-17")]
    assert told == [
        ("Pekan Kedua April 2022", "11–15 April 2022"),
        ("Pekan Ketiga April 2022", "18–22 April 2022"),
        ("30 Mei–3 Juni 2022", ""),
        ("Pekan Ketiga Juni 2022", "13–17 Juni 2022"),
    ]


@pytest.mark.usefixtures("office")
def test_a_post_whose_fate_is_unknown_is_asked_about_and_never_repeated_blindly(database: Database) -> None:
    phones = Phones(database)
    report(phones)
    dispatch.tick(database, FRIDAY)
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.group.is_(True))).one()
        outbox.drawn(row, ["kolase-1.jpg"])
        outbox.claim(session, row.id)
        outbox.give_up(row, outbox.State.UNCERTAIN, "reset")
        dispatch.happened(Outcome(session, row, Became.UNCERTAIN, FRIDAY))
    phones.now = FRIDAY
    assert phones.hear()[0] == (
        "Bot→Qori> Jaringan terputus saat mengirim ke grup: “Kegiatan KPU Kota Probolinggo, "
        "Pekan Keempat Juni 2022 (20–24 Juni 2022)”. Apakah kiriman itu sudah ada di grup?"
    )
    assert phones.say("Rudi", f"[!or:{row.id}]") == ["Bot! Tombol ini bukan untuk peran Anda."]
    assert phones.say("Qori", "[Kirim ulang]")[:6] == [
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**",
        "   │ 1 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Rapat Pleno Rutin",
        "   │ <kolase 3>",
        "   │ [Ukuran asli] [Format lain]",
        "Bot→Qori* Dikirim ulang ke grup.",
    ]
    assert phones.say("Qori", f"[!or:{row.id}]") == ["Bot! Sudah dijawab."]


@pytest.mark.usefixtures("office")
def test_a_kolase_that_cannot_be_drawn_is_told_to_the_ketua_pelaksana(database: Database) -> None:
    phones = Phones(database)
    report(phones)
    dispatch.tick(database, FRIDAY)
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.group.is_(True))).one()
        outbox.give_up(row, outbox.State.DEAD, "no")
        dispatch.happened(Outcome(session, row, Became.FAILED, FRIDAY))
    phones.now = FRIDAY
    assert phones.hear() == ["Bot→Qori> Maaf, kolase tidak dapat dikirim ke grup.", "   │ [Kirim ulang]"]
    assert phones.say("Qori", "[Kirim ulang]")[:3] == [
        "Bot→Qori* Dikirim ulang ke grup.",
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**",
        "   │ 1 kegiatan pekan ini. Terima kasih kepada Rudi.",
    ]
