"""Cells are compared by their names: what a report did not know when it was made held nothing there."""

from datetime import date

import pytest

from handlers.laporan import differences, gather
from handlers.laporan.differences import cells, differing
from handlers.reading.dates.periods import Periode
from renderers.figures import Koordinasi, Matriks, Rekap, Sel, Susulan
from renderers.frozen import freeze
from storage.catatan import kegiatan
from storage.database import Database, Session
from storage.kantor import satker
from storage.kantor.satker import Satker
from storage.laporan import laporan
from tests.conftest import NOW, here, make_office
from tests.handlers.records import held, shown

MEI, JUNI = date(2022, 5, 1), date(2022, 6, 1)
BEFORE = cells([Matriks(MEI, ((1, 2), (3, 4))), Matriks(JUNI, ((5, 6), (7, 8)))], ["Foto", "Repost"], ["IG", "FB"])


def test_what_reads_the_same_differs_in_nothing() -> None:
    assert list(differing(BEFORE, BEFORE)) == []


def test_the_cells_that_differ_month_by_month() -> None:
    now = BEFORE | {(JUNI, "Foto", "IG"): 9, (MEI, "Repost", "FB"): 0}
    assert list(differing(BEFORE, now)) == [Sel(MEI, "Repost", "FB", 4, 0), Sel(JUNI, "Foto", "IG", 5, 9)]


def test_a_jenis_in_between_and_a_platform_at_the_end_move_nothing() -> None:
    rows = ((1, 2, 0), (0, 3, 0), (3, 4, 5))
    now = cells([Matriks(MEI, rows)], ["Foto", "Podcast", "Repost"], ["IG", "FB", "Threads"])
    assert list(differing(BEFORE, now)) == [Sel(MEI, "Podcast", "FB", 0, 3), Sel(MEI, "Repost", "Threads", 0, 5)]


def test_what_is_no_jenis_any_more_is_told_as_gone() -> None:
    now = cells([Matriks(MEI, ((1, 2),))], ["Foto"], ["IG", "FB"])
    assert list(differing(BEFORE, now)) == [Sel(MEI, "Repost", "IG", 3, 0), Sel(MEI, "Repost", "FB", 4, 0)]


Q1, Q2, Q3 = (Periode("triwulan", n, 2022) for n in (1, 2, 3))
FACTS = {"sektor": "pemerintah", "instansi": "Polresta Probolinggo", "uraian": "Rakor", "keterangan": "Pengamanan"}


def reported(session: Session, office: Satker, periode: Periode, today: date) -> Rekap:
    """A version is made."""
    gathered = gather.gather(here(session, office), periode, today)
    laporan.add(here(session, office), periode.kode, freeze(gathered), gathered.batas)
    return gathered


def test_without_a_report_before_and_without_anything_new_there_is_none(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        assert gather.gather(here(session, office), Q2, date(2022, 6, 30)).susulan is None
        reported(session, office, Q1, date(2022, 4, 1))
        assert gather.gather(here(session, office), Q2, date(2022, 6, 30)).susulan is None


def test_rows_and_cells_that_came_after_the_last_version(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        before = reported(session, office, Q1, date(2022, 4, 1))
        held(session, office, "Rakor Polresta", date(2022, 3, 30), None, "", **FACTS)
        late = shown(session, office, "Repost", "Hari Pemilu", date(2022, 3, 31), IG=2)
        late.informasi = True
        session.flush()
        after = gather.gather(here(session, office), Q2, date(2022, 6, 30))
    assert after.susulan == Susulan(
        "Triwulan I 2022",
        1,
        date(2022, 3, 31),
        (
            Koordinasi(
                "pemerintah", date(2022, 3, 30), date(2022, 3, 30), "Rakor", "Polresta Probolinggo", "Pengamanan"
            ),
        ),
        tuple(i for i in after.informasi if i.judul == "Hari Pemilu"),
        (),
        (Sel(date(2022, 3, 1), "Repost", "IG", 10, 12),),
    )
    # Cumulative tables hold the new numbers already: the difference is exactly what the susulan names.
    old, new = (sum(map(sum, m.matriks[2].angka)) for m in (before, after))
    assert new - old == sum(s.menjadi - s.semula for s in after.susulan.sel) == 2
    assert len(after.koordinasi) == len({*after.koordinasi})


def test_a_row_that_was_withdrawn_or_changed_is_told(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        reported(session, office, Q1, date(2022, 4, 1))
        gone, changed = (kegiatan.by_nomor(here(session, office), n) for n in (1, 3))
        assert gone
        assert changed
        gone.dihapus_at, changed.instansi = NOW, "IDI Cabang Probolinggo"
        session.flush()
        found = gather.gather(here(session, office), Q2, date(2022, 6, 30)).susulan
    assert found
    assert found.dicabut == (
        "17 Januari 2022: Partai Gelora, Audiensi persiapan pemilu tahun 2024",
        f"7 Maret 2022: IDI Kota Probolinggo, {changed.keterangan}",
    )
    assert [k.instansi for k in found.koordinasi] == ["IDI Cabang Probolinggo"]


def test_an_hour_and_people_that_were_told_later_are_no_susulan(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        reported(session, office, Q1, date(2022, 4, 1))
        changed = kegiatan.by_nomor(here(session, office), 3)
        assert changed
        changed.waktu, changed.peserta = "09.00", "25 orang"
        session.flush()
        after = gather.gather(here(session, office), Q2, date(2022, 6, 30))
    assert after.susulan is None
    assert [(k.waktu, k.peserta) for k in after.koordinasi if k.mulai == changed.mulai] == [("09.00", "25 orang")]


def test_only_the_last_version_counts_and_what_it_knew_is_no_susulan_again(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        reported(session, office, Q1, date(2022, 4, 1))
        held(session, office, "Rakor Polresta", date(2022, 3, 30), None, "", **FACTS)
        reported(session, office, Q1, date(2022, 4, 5))
        assert gather.gather(here(session, office), Q2, date(2022, 6, 30)).susulan is None
        held(session, office, "Rakor Polresta", date(2022, 3, 31), None, "", **FACTS)
        second = reported(session, office, Q2, date(2022, 7, 1)).susulan
        assert second
        assert (second.versi, [k.mulai for k in second.koordinasi]) == (2, [date(2022, 3, 31)])
        assert gather.gather(here(session, office), Q3, date(2022, 9, 30)).susulan is None


def test_the_report_of_a_running_quarter_leaves_its_last_days_to_the_next(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        reported(session, office, Q2, date(2022, 6, 24))
        held(session, office, "Rakor Polresta", date(2022, 6, 29), None, "", **FACTS)
        found = gather.gather(here(session, office), Q3, date(2022, 9, 30)).susulan
    assert found
    assert (found.batas, [k.mulai for k in found.koordinasi]) == (date(2022, 6, 24), [date(2022, 6, 29)])


def test_another_office_has_its_own(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        other = make_office(session, "3577", "KPU Kota Madiun")
        reported(session, office, Q1, date(2022, 4, 1))
        held(session, other, "Rakor Polresta", date(2022, 3, 30), None, "", **FACTS)
        assert gather.gather(here(session, office), Q2, date(2022, 6, 30)).susulan is None
        assert gather.gather(here(session, other), Q2, date(2022, 6, 30)).susulan is None


@pytest.mark.usefixtures("office")
def test_a_row_twice_is_two_rows(database: Database) -> None:
    with database.transaction() as session:
        office = session.get_one(Satker, 1)
        held(session, office, "Rakor", date(2022, 3, 30), None, "", **FACTS)
        rekap = gather.gather(here(session, office), Q1, date(2022, 4, 1))
    (row,) = rekap.koordinasi
    cells = differences.cells(rekap.matriks, rekap.jenis, rekap.platform)
    found = differences.susulan(rekap, 1, (row, row), (), cells)
    assert found
    assert found.koordinasi == (row,)
    assert differences.susulan(rekap, 1, (row,), (), cells) is None
