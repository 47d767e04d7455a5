"""Accounts as the office's own rows: columns, footer and sentences follow those that exist in the months."""

from collections.abc import Iterator
from datetime import date

import pytest

from handlers.laporan import columns, gather, months, week
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.prosa import akun as sentences
from renderers.prosa import narasi, publikasi
from storage.catatan import konten
from storage.database import Database, Session
from storage.kantor import akun as rows
from storage.kantor.akun import Akun
from storage.kantor.satker import Satker
from tests.conftest import here
from tests.handlers.records import held, held_of, shown

LAST_DAY = date(2024, 8, 12)


@pytest.fixture
def session(database: Database, office: int) -> Iterator[Session]:
    """An office whose FB ended in August 2024, whose Threads began in November, and which has a second IG."""
    with database.transaction() as found:
        satker = found.get_one(Satker, office)
        satker.platform_sendiri, satker.jenis_sendiri = {"IG PPID": "IG"}, {"Podcast": "Video lainnya"}
        for row in rows.every(here(found, satker)):
            row.nama, row.dihitung = "kpu", row.platform in ("IG", "FB")
            row.aktif_sampai = LAST_DAY if row.platform == "FB" else None
        found.add(Akun(satker_id=office, urut=8, platform="IG PPID", nama="ppid", aktif_sejak=date(2024, 1, 1)))
        found.add(Akun(satker_id=office, urut=9, platform="Threads", nama="kpu", aktif_sejak=date(2024, 11, 5)))
        shown(found, satker, "Repost", "", date(2024, 7, 1), sebulan=True, IG=20, FB=150)
        konten.place(shown(found, satker, "Repost", "", date(2024, 10, 1), sebulan=True), {"IG": 30, "IG PPID": 4})
        shown(found, satker, "Podcast", "Bincang", date(2024, 11, 6), YouTube=1)
        held(found, satker, "Temu Pers", date(2024, 10, 9), sektor="media", instansi="RRI", uraian="x", keterangan="y")
        yield found


def told(session: Session, nomor: int, tahun: int = 2024, *, kumulatif: bool = False) -> Rekap:
    satker = session.query(Satker).one()
    satker.kumulatif = kumulatif
    return gather.gather(here(session, satker), Periode("triwulan", nomor, tahun), date(2025, 6, 1))


def test_the_columns_are_the_accounts_of_the_months_and_what_is_recorded(session: Session) -> None:
    assert told(session, 3).platform == ("IG", "X", "FB", "TikTok", "IG PPID")
    assert told(session, 4).platform == ("IG", "X", "TikTok", "IG PPID", "Threads", "YouTube")
    assert told(session, 1, 2022).platform == ("IG", "Twitter", "FB", "TikTok")
    assert told(session, 4, kumulatif=True).platform == ("IG", "X", "FB", "TikTok", "IG PPID", "Threads", "YouTube")


def test_an_own_column_and_an_own_jenis_have_their_figures(session: Session) -> None:
    rekap = told(session, 4)
    cells = {
        (m.bulan.month, jenis, where): n
        for m in rekap.matriks
        for jenis, line in zip(rekap.jenis, m.angka, strict=True)
        for where, n in zip(rekap.platform, line, strict=True)
        if n
    }
    assert cells == {(10, "Repost", "IG"): 30, (10, "Repost", "IG PPID"): 4, (11, "Podcast", "YouTube"): 1}
    assert rekap.jenis[-2:] == ("Video lainnya", "Podcast")
    assert rekap.kini
    assert (rekap.kini.postingan, rekap.kini.publikasi) == (35, 30)


def test_a_sector_of_partners_stands_in_its_table(session: Session) -> None:
    rekap = told(session, 4)
    assert [(k.sektor, k.instansi) for k in rekap.koordinasi] == [("nonpemerintah", "RRI")]
    assert rekap.kini
    assert (rekap.kini.pemerintah, rekap.kini.nonpemerintah) == (0, 1)


def test_the_end_is_told_once_and_in_no_other_words(session: Session) -> None:
    august = told(session, 3)
    assert sentences.narasi(august) == "Akun FB kpu tidak lagi dikelola sejak tanggal 13 Agustus 2024."
    later = told(session, 4, kumulatif=True)
    assert "tidak lagi" not in sentences.narasi(later)
    assert "Akun FB" not in narasi.media_sosial(later)
    assert "Media Sosial (IG dan FB)" not in publikasi.narasi(told(session, 4))


def test_the_beginning_is_told_without_any_follower(session: Session) -> None:
    office = "KPU Kota Probolinggo"
    assert sentences.narasi(told(session, 4)) == f"Sejak November 2024 {office} mulai mengelola akun Threads."
    assert sentences.narasi(told(session, 1, 2025)) == ""


def test_an_account_that_has_ended_does_not_fall(session: Session) -> None:
    satker = session.query(Satker).one()
    shown(session, satker, "Repost", "", date(2024, 9, 1), sebulan=True, IG=180)
    told_of = publikasi.narasi(told(session, 3))
    assert "FB menurun" not in told_of
    assert "menjadi 0" not in told_of


def test_the_footer_of_a_week_shows_the_accounts_of_its_days(session: Session) -> None:
    satker = session.query(Satker).one()
    pictures = [week.gather(here(session, satker), Pekan.of(day)) for day in (LAST_DAY, date(2024, 8, 19))]
    assert [[one.platform for one in picture.akun] for picture in pictures] == [
        ["IG", "Twitter", "FB", "TikTok", "IG"],
        ["IG", "Twitter", "TikTok", "IG"],
    ]


def test_a_label_names_only_the_platforms_of_its_months(session: Session) -> None:
    satker = session.query(Satker).one()
    known = rows.every(here(session, satker))
    assert columns.counted(known, [date(2024, 8, 1)], []) == ["IG", "FB"]
    assert columns.counted(known, [date(2024, 9, 1)], []) == ["IG"]
    july = months.month(held_of(here(session, satker)), date(2024, 7, 1))
    assert (july.postingan, july.evaluasi.publikasi) == (170, 170)


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        (date(2024, 8, 12), date(2024, 8, 12), True),
        (date(2024, 8, 13), date(2024, 8, 31), False),
        (date(2024, 1, 1), date(2024, 12, 31), True),
        (date(2024, 2, 1), date(2024, 2, 29), False),
    ],
)
def test_one_function_says_whether_an_account_exists(first: date, last: date, there: bool) -> None:
    one = Akun(aktif_sejak=date(2024, 3, 1), aktif_sampai=LAST_DAY)
    assert rows.exists(one, first, last) is there
