"""The letter for SRIKANDI: its files, the number that comes back in reply, and the version that has it."""

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.work.drawing.drawers import DRAWERS
from handlers import dispatch
from handlers.chat.events import Became, Outcome
from handlers.naskah.doors import ForSrikandi
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap, Surat
from renderers.frozen import thaw
from renderers.report import unheard
from renderers.word.ooxml import MAIN, unpack
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import templat
from storage.kantor.satker import Satker
from storage.kantor.templat import Jenis
from storage.laporan.laporan import Laporan
from tests.conftest import NOW, WIB, here, make_office
from tests.phone import Phones, forged
from tests.templat import letter_file

Q2 = Periode("triwulan", 2, 2022)
REPLY = "(balas untuk SRIKANDI) "
AFTER = datetime(2022, 7, 4, 8, tzinfo=WIB)


def asked(database: Database) -> Phones:
    """The files of the first version have been sent."""
    phones = Phones(database)
    for said in ("/rekap Q2", "[Buat laporan]", "/surat Q2", "[Berkas SRIKANDI]"):
        phones.say("Qori", said)
    return phones


def versions(database: Database) -> list[Surat]:
    with database.transaction() as session:
        found = session.scalars(select(Laporan).order_by(Laporan.versi)).all()
        return [thaw(Rekap, row.figures).surat for row in found]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "typed",
    [
        "141/PR.04.1-SD/3574/2022, 5 Juli 2022",
        "141/PR.04.1-SD/3574/2022 tanggal 5 Juli 2022",
        "141/PR.04.1-SD/3574/2022; tgl. 05-07-2022",
        "141/PR.04.1-SD/3574/2022⏎5 Juli",
        "nomor 141/PR.04.1-SD/3574/2022, tanggal 5 Juli",
    ],
)
def test_the_number_and_the_day_that_come_back_make_the_next_version(database: Database, typed: str) -> None:
    phones = asked(database)
    phones.say("Qori", REPLY + typed)
    phones.say("Qori", "[Buat versi 2]")
    assert versions(database) == [Surat(), Surat("141/PR.04.1-SD/3574/2022", date(2022, 7, 5))]


@pytest.mark.usefixtures("office")
def test_what_else_the_next_version_has_is_told_before_it_is_made(database: Database) -> None:
    phones = asked(database)
    phones.say("Qori", "/saran Q2 Perlu satu pintu.")
    told = phones.say("Qori", f"{REPLY}141/X/2022, 5 Juli 2022")
    line = (
        "   │ Laporan versi 1 belum memuat surat ini; Buat versi 2 mengirim yang baru ke grup, dengan 1 perubahan lain."
    )
    assert [one for one in told if "belum memuat" in one] == [line]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("5/7/2022", "Tulis nomor dan tanggal suratnya, misalnya nomor 138/PR.04.1-SD/3574/2022, tanggal 5 Juli 2022."),
        ("141", "Tulis nomor dan tanggal suratnya, misalnya nomor 138/PR.04.1-SD/3574/2022, tanggal 5 Juli 2022."),
        ("141/X, lusa kemarin dulu", "“lusa kemarin dulu” belum terbaca sebagai tanggal."),
    ],
)
@pytest.mark.usefixtures("office")
def test_a_reply_that_tells_no_number_changes_nothing(database: Database, typed: str, told: str) -> None:
    phones = asked(database)
    assert phones.say("Qori", REPLY + typed)[0].startswith(f"Bot→Qori> {told}")
    assert versions(database) == [Surat()]


@pytest.mark.usefixtures("office")
def test_a_period_without_a_report_has_nothing_to_send_with_the_letter(database: Database) -> None:
    told = Phones(database).say("Qori", forged(ForSrikandi(Q2)))
    assert told == ["Bot! Laporan Triwulan II 2022 belum dibuat; buat dahulu dengan /rekap."]


@pytest.mark.usefixtures("office")
def test_another_office_sends_and_answers_nothing_of_this_one(database: Database) -> None:
    asked(database)
    with database.transaction() as session:
        make_office(session, "9999", "KPU Kota Lain")
    phones = Phones(database, count=500)
    told = phones.say("Qori 9999", forged(ForSrikandi(Q2)))
    assert told == ["Bot! Laporan Triwulan II 2022 belum dibuat; buat dahulu dengan /rekap."]


def test_files_that_cannot_be_made_and_remarks_on_them_are_told(database: Database, office: int) -> None:
    asked(database)
    with database.transaction() as session:
        row = session.scalars(
            select(Outbox).where(Outbox.payload["drawing"]["renderer"].as_string() == "srikandi")
        ).one()
        dispatch.happened(Outcome(session, row, Became.FAILED, NOW))
        dispatch.happened(Outcome(session, row, Became.DRAWN, NOW, "Templat surat kantor terlalu berat."))
        said = [one.payload["text"] for one in session.scalars(select(Outbox).order_by(Outbox.id.desc()).limit(2))]
    assert said == [
        "Templat surat kantor terlalu berat.",
        "Maaf, berkas untuk SRIKANDI tidak dapat dibuat. Coba lagi dengan /surat.",
    ]
    assert office


def test_the_files_are_the_letter_of_the_office_and_the_report_without_it(
    database: Database, office: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)
    with database.transaction() as session:
        own = letter_file("Surat.docx", "Yth. Ketua", "Yth. Bapak/Ibu Ketua")
        templat.add(here(session, session.get_one(Satker, office)), own.name, own.docx, None, Jenis.SURAT)
    asked(database).say("Qori", "/surat Q2 tembusan Ketua KPU RI")
    drawn = DRAWERS["srikandi"](database, 1, tmp_path, unheard)
    assert [name for name, _ in drawn.files] == [
        "Surat Pengantar Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022.docx",
        "Lampiran Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022.docx",
    ]
    letter, annex = (unpack(data)[MAIN].decode() for _, data in drawn.files)
    words = ("Yth. Bapak/Ibu Ketua", "${nomor_naskah}", "KATA PENGANTAR", "1. Ketua KPU RI")
    assert [[one in text for one in words] for text in (letter, annex)] == [
        [True, True, False, True],
        [False, False, True, False],
    ]
    assert drawn.detail.startswith("LibreOffice tidak terpasang")
