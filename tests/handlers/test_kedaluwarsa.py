"""Legal bases, decrees and members whose time was over are told before a report is made."""

from datetime import date

from handlers import kedaluwarsa
from handlers.periods import Periode
from storage import people
from storage.database import Database
from storage.satker import DasarHukum, Keputusan, Satker

TW2 = Periode("triwulan", 2, 2022)
BATAS = date(2022, 6, 30)


def gaps(database: Database, office: int, *rows: object) -> list[str]:
    with database.transaction() as session:
        satker = session.get_one(Satker, office)
        session.add_all(rows)
        session.flush()
        return [hal.kalimat for hal in kedaluwarsa.of(session, satker, TW2, BATAS)]


def test_what_is_in_force_is_not_told(database: Database, office: int) -> None:
    law = DasarHukum(satker_id=office, urut=1, teks="UU 7/2017", berlaku_sampai=BATAS)
    before = DasarHukum(satker_id=office, urut=2, teks="Lama", berlaku_sampai=date(2021, 12, 31))
    decree = Keputusan(satker_id=office, jenis="SK", nomor="1", tanggal=date(2022, 1, 5))
    assert gaps(database, office, law, before, decree) == []


def test_a_basis_that_ends_within_the_period_is_no_longer_printed(database: Database, office: int) -> None:
    law = DasarHukum(satker_id=office, urut=1, teks="PKPU 1/2015", berlaku_sampai=date(2022, 5, 31))
    assert gaps(database, office, law) == [
        "Dasar hukum “PKPU 1/2015” berakhir 31 Mei 2022, jadi tidak dicetak lagi; sudah ada gantinya?"
    ]


def test_a_decree_of_last_year_is_asked_about_unless_another_follows(database: Database, office: int) -> None:
    old = Keputusan(satker_id=office, jenis="SK", nomor="9/2021", tanggal=date(2021, 3, 1))
    assert gaps(database, office, old) == [
        "SK tim terakhir, 9/2021 tanggal 1 Maret 2021, dari tahun lalu; masih berlaku?"
    ]
    later = Keputusan(satker_id=office, jenis="SK", nomor="3/2022", tanggal=date(2022, 2, 1))
    assert gaps(database, office, later) == []


def test_who_left_after_the_last_decree_is_named(database: Database, office: int) -> None:
    decree = Keputusan(satker_id=office, jenis="SK", nomor="1", tanggal=date(2022, 1, 5))
    with database.transaction() as session:
        for member in people.every(session, session.get_one(Satker, office)):
            if member.nama in ("Rudi", "Kadir"):
                member.berlaku_sampai = date(2022, 5, 1) if member.nama == "Rudi" else date(2021, 5, 1)
    assert gaps(database, office, decree) == ["Rudi bukan anggota lagi, tetapi SK perubahannya belum dicatat."]
