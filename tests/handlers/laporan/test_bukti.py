"""What stands behind a report: its links in order, what has none, its sums from months that are read once."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from handlers.laporan import gather
from handlers.laporan import months as laporan_months
from handlers.reading.dates.periods import Periode
from renderers.figures import Evaluasi, Jumlah, TanpaTautan, Tautan
from storage.catatan.konten import Konten, Koreksi, Postingan
from storage.database import Database, Session
from storage.kantor.satker import Satker
from tests.conftest import Counted, here
from tests.handlers.records import held_of, month_of

Q2 = Periode("triwulan", 2, 2022)
MADE = datetime(2022, 4, 1, tzinfo=UTC)


@pytest.fixture
def session(database: Database, office: int) -> Iterator[Session]:
    assert office
    with database.transaction() as session:
        yield session


def office_of(session: Session) -> Satker:
    return session.get_one(Satker, 1)


def told(session: Session, nomor: int, day: date, urls: dict[str, str], jumlah: int = 1, **more: Any) -> None:
    row = Konten(satker_id=1, nomor=nomor, jenis="Repost", judul=f"K{nomor}", tanggal=day, dibuat_at=MADE, **more)
    row.postingan = [
        Postingan(platform=name, urut=n, jumlah=jumlah, url=url) for n, (name, url) in enumerate(urls.items())
    ]
    session.add(row)
    session.flush()


def test_links_by_day_and_what_has_only_a_month_last(session: Session) -> None:
    told(session, 1, date(2022, 5, 1), {"IG": "https://a.id/1"}, sebulan=True)
    told(session, 2, date(2022, 5, 9), {"IG": "https://a.id/2", "FB": "", "Website": "https://b.id/2"})
    told(session, 3, date(2022, 4, 30), {"FB": "https://a.id/3"})
    told(session, 4, date(2022, 3, 31), {"FB": "https://a.id/4"})
    told(session, 5, date(2022, 5, 2), {"FB": "https://a.id/5"}, dihapus_at=MADE)
    assert laporan_months.tautan(held_of(here(session, office_of(session))), Q2) == (
        Tautan(date(2022, 4, 30), False, "Repost", "K3", (("FB", "https://a.id/3"),)),
        Tautan(date(2022, 5, 9), False, "Repost", "K2", (("IG", "https://a.id/2"), ("Website", "https://b.id/2"))),
        Tautan(date(2022, 5, 1), True, "Repost", "K1", (("IG", "https://a.id/1"),)),
    )


def test_what_has_no_link_is_counted_month_by_month(session: Session) -> None:
    told(session, 1, date(2022, 4, 1), {"IG": "", "FB": ""}, jumlah=12)
    told(session, 2, date(2022, 4, 30), {"IG": ""})
    told(session, 3, date(2022, 6, 30), {"TikTok": ""}, jumlah=3)
    told(session, 4, date(2022, 6, 30), {"TikTok": "https://a.id/4"})
    assert without_tautan(session) == (TanpaTautan(date(2022, 4, 1), 13, 25), TanpaTautan(date(2022, 6, 1), 3, 3))


def without_tautan(session: Session) -> tuple[TanpaTautan, ...]:
    held = held_of(here(session, office_of(session)))
    return laporan_months.without_tautan(held, [laporan_months.month(held, b) for b in Q2.bulan])


def test_what_has_no_link_follows_the_corrected_matrix(session: Session) -> None:
    told(session, 1, date(2022, 4, 1), {"IG": "https://a.id/1", "FB": ""})
    told(session, 2, date(2022, 4, 2), {"IG": "", "FB": ""}, jumlah=5)
    for bulan, nilai in ((date(2022, 4, 1), 110), (date(2022, 5, 1), 7)):
        session.add(Koreksi(satker_id=1, bulan=bulan, jenis="Repost", platform="IG", nilai=nilai))
    session.flush()
    # April counts 110 on IG and 6 on FB, of which the konten with a link has one each.
    assert without_tautan(session) == (TanpaTautan(date(2022, 4, 1), 109, 114), TanpaTautan(date(2022, 5, 1), 7, 7))
    session.add(Koreksi(satker_id=1, bulan=date(2022, 4, 1), jenis="Repost", platform="FB", nilai=0))
    session.get_one(Koreksi, 1).nilai = 1
    session.flush()
    assert without_tautan(session) == (TanpaTautan(date(2022, 5, 1), 7, 7),)


def test_the_sums_of_a_period_are_those_of_its_corrected_matrices(session: Session) -> None:
    told(session, 1, date(2022, 6, 2), {"IG": "", "FB": "", "Website": ""}, jumlah=4)
    session.add(Koreksi(satker_id=1, bulan=date(2022, 6, 1), jenis="Repost", platform="IG", nilai=10))
    session.flush()
    june = month_of(here(session, office_of(session)), date(2022, 6, 1))
    assert (june.evaluasi, june.postingan) == (Evaluasi(date(2022, 6, 1), 10, 0), 14)
    assert laporan_months.sums(held_of(here(session, office_of(session))), Q2, [june]) == Jumlah(
        "Triwulan II 2022", kegiatan=0, pemerintah=0, nonpemerintah=0, konten=10, postingan=14, publikasi=10
    )


def test_a_period_before_in_which_nothing_was_recorded_is_none(session: Session) -> None:
    office, months_ = office_of(session), Q2.previous().bulan
    assert laporan_months.previous(
        held_of(here(session, office)), Q2, laporan_months.every(held_of(here(session, office)), months_)
    ) == (
        None,
        [],
    )
    told(session, 1, date(2022, 3, 31), {"IG": ""})
    before, months = laporan_months.previous(
        held_of(here(session, office)), Q2, laporan_months.every(held_of(here(session, office)), months_)
    )
    assert before
    assert (before.sebutan, before.postingan) == ("Triwulan I 2022", 1)
    assert [m.evaluasi.publikasi for m in months] == [0, 0, 1]


def test_the_records_of_all_months_are_read_once(session: Session, counted: Counted) -> None:
    office = here(session, office_of(session))
    with counted() as statements:
        gather.gather(office, Q2, date(2022, 6, 30))
    asked = [re.search(r"FROM (\w+)", one) for one in statements]
    names = [found[1] for found in asked if found]
    assert [names.count(name) for name in ("kegiatan", "konten", "koreksi", "susunan")] == [1, 1, 1, 1]
