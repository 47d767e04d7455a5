"""Every command that takes a time, with every kind of it: what it shows, or the sentence on what it takes."""

import pytest

from storage.database import Database
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
KINDS = ("Juni 2022", "Jun 22", "06/2022", "Q2 2022", "triwulan II 2022", "pekan ini", "2022")
UNREAD = "Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022."
QUARTERLY = "Status dihitung per triwulan, misalnya /status Q1."
MONTH = "Sebutkan bulannya, misalnya Juni atau Juni 2022."
WEEK = "Belum ada kegiatan berfoto pada Pekan Keempat Juni 2022 (20–24 Juni 2022)."


def longer(name: str, than: str, example: str) -> str:
    return f"{name} lebih dari satu {than}; sebutkan satu {than} saja, misalnya {example}."


def of_month(title: str, running: str) -> tuple[str, ...]:
    """What takes a month: by the kinds of KINDS; `running`: what it says of a week."""
    quarter, year = (
        longer("Triwulan II 2022", "bulan", "Juni 2022"),
        longer("Tahun 2022", "bulan", "Desember 2022"),
    )
    return (title, title, title, quarter, quarter, running, year)


def of_report(title: str, year: str, none: str = "") -> tuple[str, ...]:
    """What takes the period of a report; `none`: what it says of a month or a week."""
    months = [
        none or f"“{said}” bukan periode laporan; tulis misalnya Q2, TW II 2022, S1, atau 2022." for said in KINDS
    ]
    return (*months[:3], title, title, months[5], year)


def titled(command: str, what: str) -> tuple[str, ...]:
    return of_report(f"**{what} Triwulan II 2022**", f"**{what} Tahun 2022**", UNREAD if command == "ringkas" else "")


TAKES = {
    "daftar": of_month("**Daftar Juni 2022**", "**Daftar 20–26 Juni 2022**"),
    "matriks": of_month("**Matriks Juni 2022**", MONTH),
    "tutup": of_month("**Bulan Juni 2022**", MONTH),
    "kolase": (
        *[longer("Juni 2022", "pekan", "pekan kedua Juni 2022")] * 3,
        *[longer("Triwulan II 2022", "pekan", "pekan kedua Juni 2022")] * 2,
        WEEK,
        longer("Tahun 2022", "pekan", "pekan kedua Desember 2022"),
    ),
    "rekap": of_report("**Kelengkapan Triwulan II 2022**", "**Kelengkapan Tahun 2022**", UNREAD),
    "ringkas": titled("ringkas", "Ringkasan"),
    "status": of_report("**Triwulan II 2022, sampai 24 Juni 2022**", QUARTERLY, UNREAD),
    "masalah": of_report("**Masalah dalam laporan Triwulan II 2022**", "**Masalah dalam laporan Tahun 2022**"),
    "saran": titled("saran", "Saran"),
    "surat": titled("surat", "Surat pengantar"),
    "narasi": titled("narasi", "Narasi"),
}
ALL = [(command, said, told) for command, each in TAKES.items() for said, told in zip(KINDS, each, strict=True)]


@pytest.mark.parametrize(("command", "said", "told"), ALL, ids=[f"{command} {said}" for command, said, _ in ALL])
def test_a_time_is_shown_or_the_command_says_what_it_takes(
    database: Database, command: str, said: str, told: str
) -> None:
    assert Phones(database).say("Qori", f"/{command} {said}")[0] == f"Bot→Qori> {told}"
