"""Where the office works in WhatsApp and has no group of Telegram's, every ketua pelaksana gets what they forward."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.events import Became, Outcome
from handlers.kolase import hidup, kolase, post_card, pratinjau
from handlers.kolase.doors import Look, PostAgain, RenewPost
from handlers.reading.dates.pekan import Pekan
from handlers.tim import grup
from storage.chat.outbox import Outbox, State
from storage.database import Database, Session
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery, Part
from tests.conftest import NOW, WIB
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")
FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
PEKAN = Pekan.of(FRIDAY.date())
TITLE = "**Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**"
HINT = ["Bot→628q> Teruskan kolase di atas ke grup WhatsApp satker.", "   │ [Ukuran asli] [Format lain]"]
LOOK = forged(Look(PEKAN, Part.ALL))
TO = "kepada Ketua Pelaksana, untuk diteruskan ke grup"


@pytest.fixture(autouse=True)
def _kolase_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (pratinjau.preview, kolase.weekly, hidup.renew))


@pytest.fixture
def phones(database: Database) -> Phones:
    """Qori on WhatsApp, no group, and a kegiatan of Rudi's."""
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        office.grup = office.grup_channel = office.terhubung_at = None
        office.kolase_pratinjau = 0
        on_whatsapp(session, "Qori", "628q")
    others = Phones(database, channel="whatsapp", alone=True, count=1000)
    others.at(FRIDAY - timedelta(days=1))
    report(database, "Rapat Pleno Rutin", "a")
    return others


def on_whatsapp(session: Session, name: str, number: str) -> None:
    who = people.find(session, "test", name)
    assert who
    people.identify(session, who, "whatsapp", number, number, FRIDAY - timedelta(days=2))


def report(database: Database, text: str, foto: str, count: int = 0, now: datetime = NOW) -> None:
    rudi = Phones(database, now=now, count=count)
    rudi.say("Rudi", f"(foto {foto}) {text}")
    rudi.say("Rudi", "simpan")


def posted(database: Database) -> list[tuple[str, str]]:
    with database.transaction() as session:
        rows = session.scalars(select(Delivery).where(Delivery.kind == deliveries.WEEKLY))
        return [(row.period, row.state) for row in rows]


def test_the_picture_comes_with_its_words_alone_and_the_request_below(phones: Phones, database: Database) -> None:
    assert phones.at(FRIDAY) == [
        f"Bot→628q> {TITLE}",
        "   │ 1 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Rapat Pleno Rutin",
        "   │ <kolase 1>",
        *HINT,
    ]
    assert (phones.at(FRIDAY + timedelta(minutes=1)), posted(database)) == ([], [("2022-W25", "sent")])


def test_every_ketua_pelaksana_gets_it_where_they_spoke_last(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        agus = people.find(session, "test", "Agus")
        assert agus
        agus.role = Role.KETUA_PELAKSANA
    heads = [line for line in phones.at(FRIDAY) if line.startswith("Bot")]
    others = Phones(database, now=FRIDAY, count=2000)
    assert (heads, [line for line in others.hear() if line.startswith("Bot→Agus")]) == (
        [f"Bot→628q> {TITLE}", HINT[0]],
        [f"Bot→Agus> {TITLE}", HINT[0].replace("628q", "Agus")],
    )


def test_one_of_them_who_cannot_be_reached_takes_nothing_from_the_post(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        on_whatsapp(session, "Agus", "628a")
        agus = people.find(session, "test", "Agus")
        assert agus
        agus.role = Role.KETUA_PELAKSANA
    phones.at(FRIDAY)
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.chat == "628a", Outbox.satker_id == 1)).first()
        assert row
        dispatch.happened(Outcome(session, row, Became.FAILED, FRIDAY))
    assert (phones.hear(), posted(database)) == ([], [("2022-W25", "sent")])


def test_where_nobody_gets_it_the_ketua_pelaksana_hear_so_and_send_it_again(phones: Phones, database: Database) -> None:
    phones.now = FRIDAY
    dispatch.tick(database, FRIDAY)
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.chat == "628q")).one()
        row.state = State.DEAD
        dispatch.happened(Outcome(session, row, Became.FAILED, FRIDAY))
    assert phones.hear() == [f"Bot→628q> Maaf, kolase tidak dapat dikirim {TO}.", "   │ [Kirim ulang]"]
    assert phones.say("628q", "[Kirim ulang]")[:2] == [f"Bot→628q> Dikirim ulang {TO}.", f"Bot→628q> {TITLE}"]
    assert phones.say("628q", forged(PostAgain(PEKAN))) == ["Bot→628q> Sudah dikirim ulang."]


def test_a_correction_is_a_post_of_its_own_after_an_hour_of_rest(phones: Phones, database: Database) -> None:
    phones.at(FRIDAY)
    late = FRIDAY + timedelta(minutes=10)
    report(database, "Sosialisasi Pemilih", "b", 50, late)
    assert phones.at(late + timedelta(minutes=59)) == []
    assert phones.at(late + timedelta(minutes=60)) == [
        "Bot→628q> **Perbaikan kolase Pekan Keempat Juni 2022 (20–24 Juni 2022)**",
        "   │ 2 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Rapat Pleno Rutin",
        "   │ • Sosialisasi Pemilih",
        "   │ Diperbarui Jumat, 24 Juni 2022: bertambah 1 kegiatan.",
        "   │ <kolase 1>",
        *HINT,
    ]
    assert phones.at(late + timedelta(minutes=61)) == []
    assert phones.say("628q", forged(RenewPost(PEKAN))) == ["Bot→628q> Gambar terakhir sudah sesuai dengan catatan."]


def test_the_preview_names_where_the_post_goes(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        session.scalars(select(Satker)).one().kolase_pratinjau = 3
    told = [*phones.at(FRIDAY - timedelta(hours=1)), *phones.at(FRIDAY), *phones.say("628q", LOOK)]
    assert [line for line in told if "irim kepada" in line] == [
        f"   │ Dikirim {TO} hari ini pukul 16.00.",
        f"   │ Sudah dikirim {TO}. Perubahan di sini dikirim sebagai perbaikan.",
    ]


def test_the_preview_comes_once_wherever_somebody_speaks(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        session.scalars(select(Satker)).one().kolase_pratinjau = 3
    assert len([line for line in phones.at(FRIDAY - timedelta(hours=2)) if line.startswith("Bot→628q>")]) == 1
    elsewhere = Phones(database, now=FRIDAY - timedelta(hours=1), count=50)
    elsewhere.say("Qori", "/batal")
    assert (elsewhere.at(FRIDAY - timedelta(hours=1)), phones.at(FRIDAY - timedelta(minutes=59))) == ([], [])


def test_with_a_group_of_telegrams_all_goes_there(phones: Phones, database: Database) -> None:
    leader = Phones(database, now=FRIDAY - timedelta(hours=3), count=50)
    leader.say("Qori", "(ditambahkan)", "Grup")
    assert phones.at(FRIDAY) == []
    leader.now = FRIDAY
    assert [line for line in leader.hear() if TITLE in line] == [f"Bot@Grup> {TITLE}"]


def test_before_anybody_leads_on_whatsapp_nothing_is_forwarded_and_no_week_is_made_up_for(database: Database) -> None:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        office.grup = office.grup_channel = office.terhubung_at = None
    report(database, "Rapat Pleno Rutin", "a")
    leader = Phones(database, count=50)
    assert leader.at(FRIDAY) == []
    with database.transaction() as session:
        on_whatsapp(session, "Qori", "628q")
    assert leader.at(FRIDAY + timedelta(minutes=1)) == []
    with database.transaction() as session:
        assert session.scalars(select(Satker)).one().terhubung_at == FRIDAY + timedelta(minutes=1)


def test_a_group_of_whatsapps_cannot_be_connected(phones: Phones) -> None:
    assert phones.say("628q", "/hubungkan") == [f"Bot→628q> {grup.FORWARDED}"]
    assert f"   │ Kolase dan laporan dikirim {TO}." in phones.say("628q", "/start")


def test_what_waits_for_who_is_silent_is_told_of_in_the_preview(phones: Phones, database: Database) -> None:
    phones.now = FRIDAY
    dispatch.tick(database, FRIDAY)
    with database.transaction() as session:
        session.scalars(select(Outbox).where(Outbox.chat == "628q")).one().state = State.HELD
    told = phones.say("628q", LOOK)
    assert [line for line in told if "menunggu" in line] == [f"   │ {post_card.SILENT}"]
