"""/ekspor: what is frozen for the workbook is everything that is recorded, and nothing that was deleted."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.catatan import konten
from storage.database import Database
from storage.foto import photos
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from tests.conftest import NOW, make_office
from tests.handlers.records import held, shown
from tests.phone import Phones


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        facts = {
            "sektor": "nonpemerintah",
            "instansi": "=1+1",
            "uraian": "Rapat",
            "keterangan": "Data",
            "tempat": "Aula",
            "waktu": "09.00",
            "peserta": "25 orang",
        }
        shot = held(session, row, "Audiensi", date(2022, 5, 12), date(2022, 6, 3), who="Rudi", **facts)
        photos.attach(session, shot, photos.Foto(sha256="a" * 64, lebar=4, tinggi=3, diterima_at=NOW))
        held(session, row, "Dihapus", date(2022, 5, 1)).dihapus_at = NOW
        link = shown(session, row, "Promote link berita web", "Berita", date(2022, 6, 2), who="Kadir", IG=1, Website=1)
        link.informasi = True
        konten.place(link, {"IG": 1, "Website": 1}, {"IG": ("https://x/1", "1"), "Website": ("https://y/2", "2")})
        shown(session, row, "Repost", "", date(2022, 6, 1), sebulan=True, IG=8, FB=7).perkiraan = True
        shown(session, row, "Repost", "", date(2022, 6, 1), IG=9).dihapus_at = NOW
        other = make_office(session, "3575", "KPU Lain")
        held(session, other, "Milik lain", date(2022, 5, 1))
    return Phones(database)


def tables(phones: Phones) -> dict[str, list[list[str | int | None]]]:
    phones.say("Qori", "/ekspor")
    with phones.database.transaction() as session:
        figures = session.scalars(select(Delivery).where(Delivery.kind == "ekspor diminta")).one().figures
    return {table["nama"]: table["rows"] for table in figures["tables"]}


def test_every_kegiatan_and_konten_is_in_it(phones: Phones) -> None:
    found = tables(phones)
    texts = ["=1+1", "Rapat", "Data", "Aula", "09.00", "25 orang", "Rudi"]
    assert found["Kegiatan"] == [[1, "Audiensi", "2022-05-12", "2022-06-03", "Nonpemerintah", *texts, 1]]
    link = ["https://x/1\nhttps://y/2", "Tidak", "Kadir"]
    assert found["Konten"] == [
        [3, "Promote link berita web", "Berita", "2022-06-02", "Ya", 1, None, None, None, 1, *link],
        [4, "Repost", "", "Juni 2022", "Tidak", 8, None, 7, None, None, "", "Ya", None],
    ]


def test_the_matrix_has_every_month_with_its_corrections(phones: Phones) -> None:
    phones.say("Qori", "/matriks Juni repost ig 12, arsip")
    phones.say("Qori", "/matriks Mei meme ig tidak ada")
    found = tables(phones)["Matriks"]
    assert len(found) == 2 * 11
    assert [row for row in found if row[-2]] == [
        ["Mei 2022", "Meme Quote", 0, None, None, None, "IG", ""],
        ["Juni 2022", "Repost", 12, None, 7, None, "IG", "IG: arsip"],
    ]
    assert [row[:6] for row in found if any(row[2:6]) and not row[-2]] == [
        ["Juni 2022", "Promote link berita web", 1, None, None, None]
    ]


def test_it_is_told_and_kept_in_the_audit(phones: Phones) -> None:
    assert phones.say("Qori", "/ekspor") == [
        "Bot→Qori> **Data Bakohumas KPU Kota Probolinggo**",
        "   │ 1 kegiatan dan 2 catatan konten, 24 Juni 2022.",
        "   │ <ekspor 1>",
    ]
    with phones.database.transaction() as session:
        entry = session.scalars(select(Audit).where(Audit.action == "ekspor")).one()
        assert entry.after == {"Kegiatan": 1, "Konten": 2, "Matriks": 11}


def test_an_empty_office_has_nothing_to_export(database: Database, office: int) -> None:
    assert office
    assert Phones(database).say("Qori", "/ekspor") == [
        "Bot→Qori> Belum ada yang tercatat, jadi belum ada yang dapat diekspor."
    ]


@pytest.mark.parametrize("who", ["Rudi", "Agus", "Hudri"])
def test_only_the_ketua_pelaksana_exports(phones: Phones, who: str) -> None:
    assert phones.say(who, "/ekspor") == [f"Bot→{who}> Perintah /ekspor hanya untuk Ketua Pelaksana."]
