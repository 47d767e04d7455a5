"""What people type of who signs and of numbers by month, and what is kept of a fact that begins or is corrected."""

from datetime import date

import pytest

from handlers.atur.facts import monthly, signer
from handlers.chat.messages import Rejected
from storage.database import Database
from storage.kantor.fakta import About
from tests.facts import told
from tests.phone import Phones

TODAY = date(2022, 6, 24)


@pytest.mark.parametrize(
    ("typed", "jabatan", "nama"),
    [
        ("Siti Aminah, S.Sos.", "Ketua", "Siti Aminah, S.Sos."),
        ("Ketua: Siti Aminah", "Ketua", "Siti Aminah"),
        ("plt Siti Aminah", "Plt. Ketua", "Siti Aminah"),
        ("PLT. KETUA Siti Aminah", "Plt. Ketua", "Siti Aminah"),
        ("Plh.Sekretaris Agus", "Plh. Sekretaris", "Agus"),
        ("Pj. Sekretaris Agus", "Pj. Sekretaris", "Agus"),
        ("Plto Ketuaningrum", "Ketua", "Plto Ketuaningrum"),
    ],
)
def test_who_signs_and_in_which_position(typed: str, jabatan: str, nama: str) -> None:
    assert signer(typed, TODAY) == {"isi": nama, "jabatan": jabatan}


@pytest.mark.parametrize("typed", ["Plt. Ketua", "ketua", "-"])
def test_a_position_without_a_name_signs_nothing(typed: str) -> None:
    with pytest.raises(Rejected):
        signer(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Juni 12", {"2022-06": 12}),
        ("April: 1.234\nMei 2021 7", {"2022-04": 1234, "2021-05": 7}),
        ("Mei -, Juni 0", {"2022-05": None, "2022-06": 0}),
    ],
)
def test_numbers_by_month(typed: str, read: dict[str, int | None]) -> None:
    assert monthly(typed, TODAY) == read


@pytest.mark.parametrize("typed", ["12", "17 Juni 5", "Juni banyak", "Juni 12.5", "Juni 1234567890", ""])
def test_what_is_no_number_of_a_month(typed: str) -> None:
    with pytest.raises(Rejected):
        monthly(typed, TODAY)


@pytest.mark.parametrize(
    ("pressed", "kept"),
    [
        ([], [("Satu", "Ketua", None, None), ("Dua", "Ketua", TODAY, None)]),
        (["Mulai triwulan ini"], [("Satu", "Ketua", None, None), ("Dua", "Ketua", date(2022, 4, 1), None)]),
        (["Perbaikan (sejak awal)"], [("Dua", "Ketua", None, None)]),
        (["Perbaikan (sejak awal)", "Mulai hari ini"], [("Satu", "Ketua", None, None), ("Dua", "Ketua", TODAY, None)]),
        (["Mulai triwulan ini", "Urungkan"], [("Satu", "Ketua", None, None)]),
        (["Perbaikan (sejak awal)", "Urungkan"], [("Satu", "Ketua", None, None)]),
    ],
)
def test_since_when_a_change_holds(
    database: Database, office: int, pressed: list[str], kept: list[tuple[str, str, date | None, date | None]]
) -> None:
    phones = Phones(database)
    phones.say("Qori", "/atur ketua Satu")
    phones.say("Qori", "/atur ketua Dua")
    for label in pressed:
        phones.say("Qori", f"[{label}]")
    assert told(database, office, About.KETUA) == kept


def test_a_budget_ends_with_its_year(database: Database, office: int) -> None:
    phones = Phones(database)
    phones.say("Qori", "/atur anggaran Nonanggaran.")
    phones.say("Qori", "/atur anggaran Dibebankan pada DIPA 2023.")
    assert told(database, office, About.ANGGARAN) == [
        ("Nonanggaran.", "", date(2022, 1, 1), date(2022, 12, 31)),
        ("Dibebankan pada DIPA 2023.", "", date(2023, 1, 1), date(2023, 12, 31)),
    ]
