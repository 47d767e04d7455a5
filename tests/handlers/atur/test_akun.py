"""What people type about followers, and what is recorded of it."""

from datetime import date

import pytest
from sqlalchemy import func, select

from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from renderers.prosa import akun
from storage.database import Database
from storage.kantor.akun import Akun, AkunSnapshot
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from tests.conftest import here, make_office
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")

HARI_INI, SATU_JUNI = date(2022, 6, 24), date(2022, 6, 1)


def known(database: Database) -> list[tuple[str, date, int | None, int | None]]:
    with database.transaction() as session:
        rows = session.execute(select(Akun.platform, AkunSnapshot).join(AkunSnapshot, AkunSnapshot.akun_id == Akun.id))
        return sorted((platform, row.tanggal, row.pengikut, row.suka) for platform, row in rows)


def keep(database: Database, platform: str, **values: object) -> None:
    with database.transaction() as session:
        row = session.scalars(select(Akun).where(Akun.platform == platform)).one()
        for name, value in values.items():
            setattr(row, name, value)


def test_one_line_that_is_not_understood_keeps_all_from_being_recorded(database: Database) -> None:
    (said,) = Phones(database).say("Rudi", "/akun IG 2.345⏎FB banyak")
    assert said.startswith("Bot→Rudi> Jumlah pada “FB banyak” belum terbaca.")
    assert known(database) == []


@pytest.mark.parametrize(
    "typed",
    [
        "/akun IG 5⏎TikTok 7 per 1 Juni",
        "/akun per 1 Juni⏎IG 5⏎TikTok 7",
        "/akun IG 5 per 1 Juni; TikTok 7",
        "/akun⏎per 1 Juni:⏎IG 5⏎TikTok 7",
        "/akun⏎IG 5 per 1 Juni⏎TikTok 7",
    ],
)
def test_one_day_for_all_lines(database: Database, typed: str) -> None:
    Phones(database).say("Rudi", typed)
    assert known(database) == [("IG", SATU_JUNI, 5, None), ("TikTok", SATU_JUNI, 7, None)]


def test_the_same_day_is_replaced_and_another_is_added(database: Database) -> None:
    phones = Phones(database)
    for typed in ("IG 100", "IG 110", "IG 90 per kemarin", "IG 12 suka"):
        told = phones.say("Rudi", f"/akun {typed}")
    assert known(database) == [("IG", date(2022, 6, 23), 90, None), ("IG", HARI_INI, 110, 12)]
    assert told[1] == "   │ IG per 24 Juni 2022: 110 pengikut → 110 pengikut dan 12 suka"


JUMPS = (
    (500, 4999, False),
    (500, 5000, True),
    (500, 50, True),
    (500, 51, False),
    (3, 50, False),
    (0, 900, False),
)


@pytest.mark.parametrize(("before", "now", "doubted"), JUMPS)
def test_ten_times_as_many_or_a_tenth_is_asked_about(database: Database, before: int, now: int, doubted: bool) -> None:
    phones = Phones(database)
    phones.say("Rudi", f"/akun IG {before} per 1 Juni")
    told = phones.say("Rudi", f"/akun IG {now}")
    assert (told[0] == "Bot→Rudi> **Mohon diperiksa**") == doubted
    phones.say("Rudi", "[Simpan]") if doubted else None
    assert known(database)[-1] == ("IG", HARI_INI, now, None)


def test_what_fits_an_earlier_or_a_later_day_is_not_asked_about(database: Database) -> None:
    phones = Phones(database)
    for typed in ("/akun IG 2.300 per 1 Juni", "/akun IG 23", "[Simpan]", "/akun IG 2.400", "/akun FB 5.000"):
        phones.say("Rudi", typed)
    assert known(database)[-1] == ("IG", HARI_INI, 2400, None)
    assert phones.say("Rudi", "/akun FB 400 per 1 Juni")[0] == "Bot→Rudi> **Mohon diperiksa**"


def test_urungkan_takes_back_a_whole_message(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/akun IG 100⏎TikTok 7")
    before = known(database)
    phones.say("Rudi", "/akun IG 110⏎FB 5⏎TikTok 8, 9")
    phones.say("Rudi", "[Urungkan]")
    assert known(database) == before


def test_urungkan_leaves_what_somebody_has_written_since(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/akun IG 100⏎FB 5")
    phones.say("Kadir", "/akun IG 110")
    before = known(database)
    assert phones.say("Rudi", "[Urungkan]") == ["Bot! Bagian itu sudah diubah lagi sesudahnya."]
    assert known(database) == before


def test_an_account_that_has_ended_is_told_of_only_until_then(database: Database) -> None:
    keep(database, "TikTok", aktif_sampai=date(2022, 6, 10))
    phones = Phones(database)
    assert not [line for line in phones.say("Rudi", "/akun") if "TikTok KPU" in line]
    assert phones.say("Rudi", "/akun TikTok 5")[0].startswith("Bot→Rudi> Akun pada “TikTok 5” belum terbaca;")
    phones.say("Rudi", "/akun TikTok 5 per 1 Juni")
    assert known(database) == [("TikTok", SATU_JUNI, 5, None)]


@pytest.mark.parametrize("data", ["as:{}:20220624:5:", "ad:{}", "k:{}"])
def test_accounts_of_another_office_are_not_there(database: Database, data: str) -> None:
    with database.transaction() as session:
        theirs = make_office(session, "9999", "KPU Kota Lain")
        akun = session.scalars(select(Akun).where(Akun.satker_id == theirs.id)).first()
        assert akun is not None
    phones = Phones(database)
    phones.say("Rudi 9999", "/akun IG 5 per 1 Juni")
    with database.transaction() as session:
        entry = session.scalar(select(func.max(Audit.id)))
    before = known(database)
    told = phones.say("Rudi", f"[!{data.format(entry if data[0] == 'k' else akun.id)}]")
    old = "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    assert told == [f"Bot! {'Perubahan itu tidak ditemukan.' if data[0] == 'k' else old}"]
    assert known(database) == before


@pytest.mark.parametrize(
    "rest", ["20990101:5:5", "20220624:-5:", "20220624::", "entah:5:5", "20220624", "20220624:1234567890:"]
)
def test_a_forged_simpan_records_nothing(database: Database, rest: str) -> None:
    with database.transaction() as session:
        first = session.scalars(select(Akun.id)).first()
    told = Phones(database).say("Rudi", f"[!as:{first}:{rest}]")
    assert told == ["Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."]
    assert known(database) == []


def test_a_member_may_not_take_back_settings_here(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/atur ketua Siti")
    with database.transaction() as session:
        entry = session.scalar(select(func.max(Audit.id)))
    told = phones.say("Rudi", f"[!k:{entry}]")
    assert told == ["Bot! Tombol ini bukan untuk peran Anda."]


def test_the_report_tells_the_last_figures_up_to_its_cut_off(database: Database, office: int) -> None:
    phones = Phones(database)
    for typed in ("IG 100 per 30 Maret", "IG 120 per 1 Juni", "IG 130 per 20 Juni"):
        phones.say("Rudi", f"/akun {typed}")

    def told(nomor: int, today: date) -> str:
        with database.transaction() as session:
            satker = session.get_one(Satker, office)
            return akun.narasi(gather.gather(here(session, satker), Periode("triwulan", nomor, 2022), today))

    name = "akun IG KPU Kota Probolinggo IG memperoleh"
    assert told(1, HARI_INI) == f"Sampai dengan tanggal 30 Maret 2022, {name} 100 pengikut."
    assert told(2, date(2022, 6, 10)) == f"Sampai dengan tanggal 1 Juni 2022, {name} 120 pengikut."
    assert told(2, HARI_INI) == f"Sampai dengan tanggal 20 Juni 2022, {name} 130 pengikut."


@pytest.mark.parametrize(
    ("typed", "pengikut"), [("FB 1.7rb", 1700), ("FB 1.7K", 1700), ("FB 1,713", 1713), ("FB jumlah pengikut: 12", 12)]
)
def test_a_fraction_is_one_only_before_a_word_for_many(database: Database, typed: str, pengikut: int) -> None:
    Phones(database).say("Rudi", f"/akun {typed}")
    assert known(database) == [("FB", HARI_INI, pengikut, None)]


@pytest.mark.parametrize(
    "typed", ["IG 5 per 30 Juni", "IG -5", "IG 1.2k followers 33 postingan", "IG 99999999999999999"]
)
def test_what_would_be_a_wrong_figure_in_the_report_is_asked_for(database: Database, typed: str) -> None:
    (said,) = Phones(database).say("Rudi", f"/akun {typed}")
    assert said.startswith("Bot→Rudi> ")
    assert known(database) == []


def test_lines_of_different_days_keep_their_own(database: Database) -> None:
    Phones(database).say("Rudi", "/akun IG 1200 pengikut per 20 Juni⏎FB 800 pengikut per 21 Juni")
    assert known(database) == [("FB", date(2022, 6, 21), 800, None), ("IG", date(2022, 6, 20), 1200, None)]


def test_the_doubt_names_a_day_of_which_the_same_figure_is_known(database: Database) -> None:
    phones = Phones(database)
    for typed in ("/akun IG 2.345 per 1 Juni", "/akun IG 9 suka per 31 Mei"):
        phones.say("Rudi", typed)
    told = phones.say("Rudi", "/akun IG 23 per 31 Mei")
    assert told[1] == "   │ IG per 31 Mei 2022: 23 pengikut? Selisihnya besar dengan 2.345 pengikut per 1 Juni 2022."
