"""/ringkas: which period it means, and that its figures are those of the report."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from handlers.chat.messages import Chat, Incoming, Turn
from handlers.laporan import gather
from handlers.reading.dates import periods
from handlers.rekap import ringkas
from renderers.asked import Figure, Month, Ringkas
from storage.database import Database
from storage.kantor import people
from storage.kantor.satker import Satker
from tests.conftest import WIB, here


def page(database: Database, text: str, now: datetime, **changed: Any) -> Ringkas:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        for name, value in changed.items():
            setattr(office, name, value)
        someone = people.current(here(session, office), date(2022, 6, 1))[0]
        turn = Turn(
            session, office, now, incoming=Incoming(Chat("test", "x"), "1", "x", text="/ringkas"), anggota=someone
        )
        return ringkas.gather(turn, periods.parse(text, now.date()))


JULI = datetime(2022, 7, 1, 9, tzinfo=WIB)


@pytest.fixture
def q2(sample_database: Database) -> Ringkas:
    return page(sample_database, "Q2 2022", JULI)


@pytest.mark.parametrize(
    ("today", "meant"),
    [
        (date(2022, 6, 30), "Triwulan II 2022"),
        (date(2022, 7, 1), "Triwulan II 2022"),
        (date(2022, 7, 21), "Triwulan II 2022"),
        (date(2022, 7, 22), "Triwulan III 2022"),
        (date(2023, 1, 10), "Triwulan IV 2022"),
        (date(2022, 12, 31), "Triwulan IV 2022"),
    ],
)
def test_the_period_that_people_mean(today: date, meant: str) -> None:
    assert periods.due(today).judul == meant


def test_the_figures_and_those_of_the_period_before(q2: Ringkas) -> None:
    assert q2.figures == (
        Figure("Kegiatan", 33, 19),
        Figure("Koordinasi", 7, 19, "3 pemerintah\n4 nonpemerintah"),
        Figure("Konten", 365, 244),
        Figure("Postingan", 1038, 687),
        Figure("Publikasi (IG dan TikTok)", 368, 239),
        Figure("Masalah terbuka", 5),
    )
    assert (q2.judul, q2.span, q2.compared_with, q2.cut_off, q2.running) == (
        "Triwulan II 2022", "April–Juni 2022", "Triwulan I 2022", date(2022, 6, 30), False,
    )  # fmt: skip


def test_they_are_the_figures_of_the_report(sample_database: Database, q2: Ringkas) -> None:
    with sample_database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        report = gather.gather(here(session, office), periods.parse("Q2 2022", JULI.date()), JULI.date())
    now = report.kini
    assert now
    assert [one.now for one in q2.figures[:1] + q2.figures[2:5]] == [
        now.kegiatan, now.konten, now.postingan, now.publikasi,
    ]  # fmt: skip
    assert [month.value for month in q2.months if not month.earlier] == [e.publikasi for e in report.evaluasi[3:]]


def test_months_before_and_now_in_the_order_of_time(sample_database: Database, q2: Ringkas) -> None:
    assert q2.months == (
        Month("Jan", 79, earlier=True),
        Month("Feb", 72, earlier=True),
        Month("Mar", 88, earlier=True),
        Month("Apr", 120),
        Month("Mei", 121),
        Month("Jun", 127),
    )
    year = page(sample_database, "2022", JULI)
    assert [month.value for month in year.months] == [79, 72, 88, 120, 121, 127, 0, *[None] * 5]
    assert (year.running, year.cut_off, year.compared_with) == (True, JULI.date(), "")


def test_the_text_of_a_running_period_names_its_cut_off(sample_database: Database, q2: Ringkas) -> None:
    early = ringkas.told(page(sample_database, "Q3 2022", datetime(2022, 7, 5, 9, tzinfo=WIB)))
    assert early.splitlines()[:2] == [
        "Data sampai dengan 5 Juli 2022, periode masih berjalan.",
        "Kegiatan: 0 (Triwulan II 2022: 33)",
    ]
    assert ringkas.told(q2).splitlines()[0] == "Kegiatan: 33 (sebelumnya 19)"


def test_what_was_done_most_and_not_at_all(q2: Ringkas) -> None:
    assert q2.top == (("Foto Berita", 651), ("Promote link berita web", 168), ("Repost", 90))
    assert q2.missing == ("Meme Quote", "Promote live IG/streaming")
    assert q2.followers == (("TikTok", 586),)


def test_the_best_photos_are_spread_over_the_period(q2: Ringkas) -> None:
    assert len({cell.foto for cell in q2.foto}) == 4
    days = [cell.tanggal for cell in q2.foto]
    assert [day.split()[1] for day in days] == ["April", "Mei", "Mei", "Juni"]


def test_an_office_without_anything(database: Database, office: int) -> None:
    assert office
    bare = page(database, "Q2 2022", JULI, tempat="")
    assert ([one.now for one in bare.figures], bare.foto, bare.top, len(bare.missing)) == ([0] * 6, (), (), 11)
    assert [one.before for one in bare.figures] == [None] * 6
