"""/status: konten, postingan and publikasi are never mixed; gaps are named; the chart shows the same figures."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.chat.messages import Chat, Incoming, Turn
from handlers.laporan.held import Held
from handlers.reading.dates import periods
from handlers.rekap.status import months
from storage.database import Database
from storage.foto import photos
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from tests.conftest import NOW, here
from tests.handlers.records import held, month_of, shown
from tests.phone import Phones


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        shown(session, row, "Repost", "", date(2022, 2, 1), IG=9, Twitter=9)
        shown(session, row, "Repost", "", date(2022, 4, 1), IG=1000, FB=7)
        shown(session, row, "Promote link berita web", "Berita", date(2022, 5, 2), Website=1, IG=1)
        shown(session, row, "Video lainnya", "", date(2022, 6, 24), TikTok=20)
        held(session, row, "Rakor", date(2022, 1, 5), sektor="pemerintah")
        held(session, row, "Audiensi", date(2022, 4, 4), sektor="nonpemerintah")
        shot = held(session, row, "Rakor", date(2022, 6, 4), sektor="pemerintah")
        photos.attach(session, shot, photos.Foto(sha256="a" * 64, lebar=4, tinggi=3, diterima_at=NOW))
        held(session, row, "Apel Juli", date(2022, 7, 1))
    return Phones(database)


def lines(told: list[str]) -> list[str]:
    return [line.removeprefix("   │").strip() for line in told]


def test_the_running_triwulan_at_a_glance(phones: Phones) -> None:
    phones.say("Rudi", "/lapor Rapat yang belum selesai")
    assert lines(phones.say("Hudri", "/status")) == [
        "Bot→Hudri> **Triwulan II 2022, sampai 24 Juni 2022**",
        "Konten: 1.021",
        "Postingan: 1.028",
        "Publikasi (IG dan TikTok): 1.021",
        "Kegiatan: 2, 1 di antaranya berfoto",
        "Koordinasi: 1 pemerintah dan 1 nonpemerintah",
        "Foto: 1",
        "",
        "Triwulan I 2022: 9 konten, 18 postingan, 9 publikasi, dan 1 kegiatan.",
        "",
        "Perlu dilengkapi:",
        "• Kegiatan tanpa foto: #6 Audiensi",
        "• Belum ada koordinasi: Mei",
        "• Laporan yang belum disimpan: 1",
        "Bot→Hudri> <status 1>",
    ]


def test_konten_are_counted_as_the_report_counts_them_after_a_correction(phones: Phones) -> None:
    phones.say("Qori", "/matriks April repost ig 900")
    phones.say("Qori", "/matriks Februari repost ig 0")
    phones.say("Qori", "/matriks Februari repost x 4")
    told = lines(phones.say("Hudri", "/status"))
    assert told[1:4] == ["Konten: 921", "Postingan: 928", "Publikasi (IG dan TikTok): 921"]
    assert told[8] == "Triwulan I 2022: 4 konten, 4 postingan, 0 publikasi, dan 1 kegiatan."
    assert lines(phones.say("Hudri", "/ringkas Q2"))[4:6] == [
        "Konten: 921 (Triwulan I 2022: 4)",
        "Postingan: 928 (Triwulan I 2022: 4)",
    ]


def test_an_earlier_triwulan_without_one_before_it(phones: Phones) -> None:
    phones.say("Rudi", "/lapor Rapat yang belum selesai")
    assert lines(phones.say("Rudi", "/status TW 1"))[:-1] == [
        "Bot→Rudi> **Triwulan I 2022**",
        "Konten: 9",
        "Postingan: 18",
        "Publikasi (IG dan TikTok): 9",
        "Kegiatan: 1, 0 di antaranya berfoto",
        "Koordinasi: 1 pemerintah dan 0 nonpemerintah",
        "Foto: 0",
        "",
        "Perlu dilengkapi:",
        "• Kegiatan tanpa foto: #5 Rakor",
        "• Belum ada koordinasi: Februari dan Maret",
    ]


def test_nothing_to_mend_is_said_too(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        for month in (1, 2, 3):
            shot = held(session, row, "Rakor", date(2022, month, 4), sektor="pemerintah")
            photos.attach(session, shot, photos.Foto(sha256="a" * 64, lebar=4, tinggi=3, diterima_at=NOW))
    assert lines(Phones(database).say("Rudi", "/status Q1"))[-2] == "Tidak ada yang perlu dilengkapi."


def test_many_kegiatan_without_photo_are_counted_after_the_last_five(database: Database, office: int) -> None:
    with database.transaction() as session:
        for day in range(1, 9):
            held(session, session.get_one(Satker, office), "Apel", date(2022, 6, day))
    assert lines(Phones(database).say("Rudi", "/status"))[9] == (
        "• Kegiatan tanpa foto: #4 Apel, #5 Apel, #6 Apel, #7 Apel, #8 Apel, dan 3 lainnya"
    )


def test_the_chart_holds_the_figures_of_the_report(phones: Phones) -> None:
    phones.say("Qori", "/matriks Mei repost ig 3")
    phones.say("Rudi", "/status")
    with phones.database.transaction() as session:
        row = session.scalars(select(Delivery).where(Delivery.kind == "status diminta")).one()
        office = session.scalars(select(Satker)).one()
        tables = [
            month_of(here(session, office), b).evaluasi.publikasi for b in periods.triwulan(date(2022, 6, 1)).bulan
        ]
    publikasi, kegiatan = row.figures["charts"]
    assert (publikasi["judul"], publikasi["now"]["values"]) == ("Publikasi (IG dan TikTok)", [1000, 4, 20])
    assert publikasi["now"]["values"] == tables
    assert (publikasi["before"]["nama"], publikasi["before"]["label"]) == ("Triwulan I 2022", ["Jan", "Feb", "Mar"])
    assert (publikasi["before"]["values"], kegiatan["before"]["values"]) == ([0, 9, 0], [1, 0, 0])
    assert (kegiatan["judul"], kegiatan["now"]["values"]) == ("Kegiatan", [1, 0, 1])
    assert row.figures["notes"] == ["Triwulan II sampai dengan 24 Juni 2022."]


def test_a_month_that_has_not_begun_has_no_figure(database: Database, office: int) -> None:
    assert office
    phones = Phones(database, now=NOW.replace(month=4))
    phones.say("Rudi", "/status")
    with database.transaction() as session:
        figures = session.scalars(select(Delivery)).one().figures
    assert figures["charts"][0]["now"]["values"] == [0, None, None]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/status 2022", "Status dihitung per triwulan, misalnya /status Q1."),
        ("/status Q4 2022", "Triwulan IV 2022 belum dimulai."),
        ("/status entah", "Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022."),
    ],
)
def test_what_cannot_be_shown_is_said(phones: Phones, said: str, told: str) -> None:
    assert phones.say("Rudi", said) == [f"Bot→Rudi> {told}"]


def test_the_sample_office_has_the_figures_of_its_report(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        someone = session.scalars(select(Anggota)).first()
        assert someone
        turn = Turn(
            session, office, NOW.replace(month=7), incoming=Incoming(Chat("test", "x"), "1", "x"), anggota=someone
        )
        told = (periods.parse(name, turn.today) for name in ("Q1 2022", "Q2 2022"))
        first, second = (months(Held(turn, one.mulai, one.selesai), one) for one in told)
    assert [m.publikasi for m in (*first, *second)] == [79, 72, 88, 120, 121, 127]
    assert [sum(m.postingan for m in part) for part in (first, second)] == [687, 1038]
