"""The offices of the province in the try-out: the same for the same seed, and whole as real reports are."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands.tryout import prepared
from handlers.laporan.provinsi import satker
from handlers.reading.dates.periods import Periode
from renderers.excel import impor
from renderers.provinsi import baca, hitung
from storage.kantor.satker import Here, Satker
from tests.conftest import NOW, Fresh
from tests.provinsi import kiriman, workbook

SEEDS = ("1", "2", "3")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_makes_the_same_offices_again(seed: str) -> None:
    first = kiriman(seed)
    assert first == kiriman(seed)
    assert first != kiriman(f"{seed} ")
    assert 20 < len(first) < 38


@pytest.mark.parametrize("seed", SEEDS)
def test_their_figures_fit_together(seed: str) -> None:
    for one in kiriman(seed).values():
        for month in one.nasional.bulan:
            posted = [n for bulan, _, _, n in one.nasional.postingan if bulan == month.bulan]
            assert (sum(posted), month.koordinasi <= month.kegiatan) == (month.postingan, True)
            assert month.konten <= month.postingan
        assert one.nasional.sehari <= one.nasional.tercatat == hitung.total(one, "kegiatan")
        assert one.nasional.kosong <= one.nasional.pekan


def test_their_habits_vary() -> None:
    told = kiriman()
    months = Counter(hitung.reported(one) for one in told.values())
    assert set(months) == {1, 2, 3} or set(months) == {2, 3}
    assert len({one.versi for one in told.values()}) > 1
    assert {bool(one.nomor_surat) for one in told.values()} == {True, False}
    assert {bool(one.nasional.pengikut) for one in told.values()} == {True, False}


def test_their_workbooks_are_read_as_what_they_are() -> None:
    assert {kode: baca.read(impor.read(workbook(one))) for kode, one in kiriman().items()} == kiriman()


def test_the_province_of_the_tryout_sees_38_offices(fresh: Fresh, tmp_path: Path) -> None:
    database = fresh(tmp_path / "bakohumas.db")
    office = prepared(database, tmp_path)
    assert [one.nama for one in office.people.values() if one.person == "provinsi"] == ["Provinsi"]
    with database.transaction() as session:
        province = session.scalars(select(Satker).where(Satker.kode == "35")).one()
        here = Here(session, province, NOW)
        told = {n: satker.every(here, Periode("triwulan", n, 2022)) for n in (1, 2)}
    database.close()
    assert [len(one) for one in told.values()] == [38, 38]
    assert [one.nama for one in told[1] if not one.jalan] == ["KPU Kota Probolinggo"]
    assert 5 < sum(not one.jalan for one in told[2]) < 15
