"""Not answered is not answered: a kegiatan without an answer about its mitra says so until somebody gives one."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.laporan.gather import gather
from handlers.periksa.kegiatan import undecided_mitra
from handlers.periksa.material import gather as material
from handlers.reading.dates import periods
from storage.catatan import kegiatan
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import here
from tests.phone import Phones
from tests.workbook import sent_back

LINE = "   │ Mitranya belum ditentukan; dihitung internal sampai diisi lewat Ubah."


@pytest.fixture
def phones(database: Database, office: int) -> Phones:  # noqa: ARG001 - the office has to be there
    """Rudi saved a kegiatan without saying with whom it was."""
    phones = Phones(database)
    phones.say("Rudi", "/lapor Kunjungan tamu")
    phones.say("Rudi", "[Simpan]")
    return phones


def sektor(database: Database) -> list[str]:
    with database.transaction() as session:
        return list(session.scalars(select(Kegiatan.sektor).order_by(Kegiatan.nomor)))


def test_the_receipt_says_so_until_it_is_answered(database: Database, phones: Phones) -> None:
    assert phones.say("Rudi", "#1")[1:5] == [
        "   │ Nama: Kunjungan Tamu",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │",
        LINE,
    ]
    phones.say("Rudi", "[Ubah]")
    phones.say("Rudi", "[Mitra]")
    phones.say("Rudi", "[Internal]")
    told = phones.say("Rudi", "[Simpan]")
    assert (told[1], LINE in told, sektor(database)) == ("   │ Mitra: – → Internal", False, ["internal"])


def test_skipping_the_question_is_no_answer_either(database: Database, phones: Phones) -> None:
    phones.say("Rudi", "/lapor Kunjungan siswa")
    phones.say("Rudi", "[Lewati]")
    assert LINE in phones.say("Rudi", "[Simpan]")
    assert sektor(database) == ["", ""]


def test_nothing_is_learned_from_it(database: Database, phones: Phones) -> None:
    told = phones.say("Rudi", "/lapor Kunjungan tamu")
    assert "   │ Mitra: –" in told
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        session.scalars(select(Kegiatan)).one().instansi = "Paguyuban"
        session.flush()
        assert kegiatan.names(here(session, office)) == [("Kunjungan Tamu", "", 1)]
        assert kegiatan.instansi_of(here(session, office)) == []


def test_a_report_counts_it_as_internal_and_the_list_before_names_it(database: Database, phones: Phones) -> None:
    phones.say("Rudi", "/lapor Kunjungan siswa")
    phones.say("Rudi", "[Simpan]")
    with database.transaction() as session:
        office = here(session, session.scalars(select(Satker)).one())
        today, periode = date(2022, 6, 24), periods.triwulan(date(2022, 6, 24))
        report = gather(office, periode, today)
        assert report.koordinasi == ()
        found = undecided_mitra(material(office, periode, report, today))
        assert [gap.sentence for gap in found] == [
            "#1, #2: mitranya belum ditentukan; dihitung internal dan tidak masuk BAB II."
        ]


def test_a_named_partner_without_sektor_is_kept_as_it_is(database: Database, phones: Phones) -> None:
    phones.say("Rudi", "ralat #1 instansi Tamu Daerah")
    told = phones.say("Rudi", "simpan")
    assert (sektor(database), [line for line in told if "Instansi" in line]) == (
        [""],
        ["   │ Instansi: – → Tamu Daerah", "   │ Instansi: Tamu Daerah"],
    )


def test_the_workbook_shows_an_empty_cell_and_leaves_it_undecided(database: Database, phones: Phones) -> None:
    phones.say("Qori", "/ekspor")
    sheet = next(one for one in sent_back(database, "") if one.name == "Kegiatan")
    assert [row.cells[sheet.columns.index("Mitra")] for row in sheet.rows] == [""]
    phones.say("Qori", "(berkas ekspor, Kegiatan!B2=Kunjungan kerja)")
    phones.say("Qori", "[Simpan]")
    with database.transaction() as session:
        row = session.scalars(select(Kegiatan)).one()
        assert (row.nama, row.sektor) == ("Kunjungan kerja", "")
