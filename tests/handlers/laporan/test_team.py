"""The team of a report is that of its period: who came later is not in it, unless nobody can know since when."""

from datetime import datetime

import pytest
from sqlalchemy import select

from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import TEAM, WIB, here
from tests.phone import Phones

Q2, Q3 = Periode("triwulan", 2, 2022), Periode("triwulan", 3, 2022)
JULY = datetime(2022, 7, 4, 9, tzinfo=WIB)
FIVE = [name for name, _ in TEAM]
CAME = "Bot→Qori> Siti Aminah (akun Telegram: Siti) kini aktif sebagai Anggota melalui tautan undangan."


def team(database: Database, periode: Periode) -> list[str]:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        return [one.nama for one in gather.gather(here(session, office, JULY), periode, JULY.date()).anggota]


def come(phones: Phones) -> list[str]:
    """Siti comes in by a link; what Qori hears of it."""
    phones.say("Qori", "/undang Siti Aminah")
    return [line for line in phones.say("Siti", "(tautan Siti Aminah)") if line.startswith("Bot→Qori")]


def worked(database: Database) -> Phones:
    """The office in July, after something was reported in June."""
    phones = Phones(database)
    phones.say("Rudi", "(foto a) Rapat Pleno")
    phones.say("Rudi", "[Simpan]")
    phones.now = JULY
    return phones


@pytest.mark.usefixtures("office")
def test_who_is_invited_after_the_end_of_a_period_is_not_in_its_report(database: Database) -> None:
    assert come(worked(database)) == [
        f"{CAME} Tercatat sejak 4 Juli 2022; bila SK menyebut tanggal lain, ubah dengan /atur anggota."
    ]
    assert (team(database, Q2), team(database, Q3)) == (FIVE, [*FIVE, "Siti Aminah"])


@pytest.mark.usefixtures("office")
def test_who_is_listed_after_it_is_not_in_it_either(database: Database) -> None:
    phones = worked(database)
    for said in ("/atur tim", "[Tambah]", "Siti Aminah"):
        phones.say("Qori", said)
    assert (team(database, Q2), team(database, Q3)) == (FIVE, [*FIVE, "Siti Aminah"])


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("typed", ["20 April 2022", "-"])
def test_the_day_that_a_decree_names_counts_more_than_the_day_of_the_link(database: Database, typed: str) -> None:
    phones = worked(database)
    come(phones)
    for said in ("/atur tim", "[6]", "[Anggota sejak]", typed):
        phones.say("Qori", said)
    assert team(database, Q2) == [*FIVE, "Siti Aminah"]


@pytest.mark.usefixtures("office")
def test_the_team_of_an_office_that_begins_after_the_period_stands_in_its_report(database: Database) -> None:
    assert come(Phones(database, JULY)) == [CAME]
    assert team(database, Q2) == [*FIVE, "Siti Aminah"]


def test_so_does_a_team_whose_set_up_has_taken_until_the_next_triwulan(database: Database, office: int) -> None:
    with database.transaction() as session:
        session.get_one(Satker, office).persiapan = []
    come(worked(database))
    assert team(database, Q2) == [*FIVE, "Siti Aminah"]


@pytest.mark.usefixtures("office")
def test_who_comes_in_the_middle_of_a_week_is_thanked_in_its_kolase(database: Database) -> None:
    phones = worked(database)
    phones.now = datetime(2022, 7, 6, 9, tzinfo=WIB)
    come(phones)
    phones.say("Siti", "(foto b) Apel Pagi")
    phones.say("Siti", "[Simpan]")
    assert phones.say("Qori", "/kolase")[1] == "   │ 1 kegiatan pekan ini. Terima kasih kepada Siti Aminah."
