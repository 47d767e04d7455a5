"""Legal bases, decrees and members whose time was over are told before a report is made."""

from datetime import date

import pytest

from handlers.laporan import gather
from handlers.periksa import expired
from handlers.reading.dates.periods import Periode
from storage.database import Database
from storage.kantor.dasar import DasarHukum, Keputusan
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from tests.conftest import here, make_office
from tests.handlers.periksa.ways import way

TW2 = Periode("triwulan", 2, 2022)
MULAI, BATAS = date(2022, 4, 1), date(2022, 6, 30)
SK = Keputusan(jenis="SK", nomor="1/2022", tanggal=date(2022, 1, 5))
BA = Keputusan(jenis="BA", nomor="9/BA/2022", tanggal=date(2022, 6, 1))
TETAP = Anggota(nama="Qori", role=Role.KETUA_PELAKSANA)
GANTI = "jadi tidak dicetak lagi; sudah ada gantinya?"
SEBELUM = "berakhir sebelum periode ini dan belum tercatat gantinya."


def dasar(teks: str, sampai: date | None = None, dari: date | None = None) -> DasarHukum:
    return DasarHukum(teks=teks, berlaku_dari=dari, berlaku_sampai=sampai)


def pergi(nama: str, sampai: date, dari: date | None = None) -> Anggota:
    return Anggota(nama=nama, role=Role.ANGGOTA, berlaku_dari=dari, berlaku_sampai=sampai)


def said(
    *bases: DasarHukum, decrees: tuple[Keputusan, ...] = (SK,), team: tuple[Anggota, ...] = (TETAP,)
) -> list[tuple[str, str]]:
    return [(gap.sentence, way(gap)) for gap in expired.rules(bases, decrees, team, TW2, BATAS)]


BASES: tuple[tuple[tuple[DasarHukum, ...], list[str]], ...] = (
    ((dasar("UU 7/2017"),), []),
    ((dasar("UU 7/2017", BATAS),), []),
    ((dasar("UU 7/2017", date(2022, 7, 1)),), []),
    ((dasar("PKPU 1", date(2022, 6, 29)),), [f"Dasar hukum “PKPU 1” berakhir 29 Juni 2022, {GANTI}"]),
    ((dasar("PKPU 1", MULAI),), [f"Dasar hukum “PKPU 1” berakhir 1 April 2022, {GANTI}"]),
    ((dasar("PKPU 1", date(2022, 3, 31)),), [f"Dasar hukum “PKPU 1” {SEBELUM}"]),
    (
        (dasar("PKPU 1", date(2020, 1, 1)), dasar("PKPU 2", date(2021, 1, 1)), dasar("PKPU 3", date(2021, 2, 1))),
        [f"Dasar hukum “PKPU 3” dan 2 lainnya {SEBELUM}"],
    ),
    ((dasar("PKPU 1", date(2022, 5, 31)), dasar("PKPU 2", dari=date(2022, 6, 1))), []),
    ((dasar("PKPU 1", date(2021, 5, 31)), dasar("PKPU 2", dari=date(2021, 6, 1))), []),
    (
        (dasar("PKPU 1", date(2022, 5, 31)), dasar("PKPU 2", dari=date(2022, 7, 1))),
        [f"Dasar hukum “PKPU 1” berakhir 31 Mei 2022, {GANTI}"],
    ),
)


@pytest.mark.parametrize(("bases", "told"), BASES)
def test_a_legal_basis_that_ended_without_another_after_it(bases: tuple[DasarHukum, ...], told: list[str]) -> None:
    assert said(*bases) == [(sentence, "at:dasar") for sentence in told]


def test_a_decree_of_an_earlier_year_is_asked_about_unless_another_follows() -> None:
    old = Keputusan(jenis="SK", nomor="9/2020", tanggal=date(2020, 3, 1))
    asked = "SK tim terakhir, 9/2020 tanggal 1 Maret 2020, bukan dari tahun 2022; masih berlaku?"
    assert said(decrees=(old, BA)) == [(asked, "at:sk")]
    assert said(decrees=(old, SK)) == []
    assert said(decrees=()) == []


def test_who_left_after_the_last_decree_is_named() -> None:
    gone = pergi("Rudi", date(2022, 5, 1)), pergi("Siti", date(2022, 6, 2)), pergi("Kadir", date(2021, 5, 1))
    asked = "Rudi dan Siti bukan anggota lagi, tetapi SK perubahannya belum dicatat."
    assert said(team=(TETAP, *gone)) == [(asked, "at:sk")]
    assert said(team=(TETAP, *gone), decrees=(SK, BA)) == [(asked, "at:sk")]
    later = Keputusan(jenis="SK", nomor="2/2022", tanggal=date(2022, 6, 3))
    assert said(team=(TETAP, *gone), decrees=(SK, later)) == []


def test_without_any_decree_only_who_left_in_the_period_is_named() -> None:
    gone = pergi("Rudi", date(2022, 5, 1)), pergi("Kadir", date(2022, 3, 1))
    asked = "Rudi bukan anggota lagi, tetapi SK perubahannya belum dicatat."
    assert said(team=(TETAP, *gone), decrees=()) == [(asked, "at:sk")]


@pytest.mark.parametrize("team", [(), (pergi("Rudi", date(2021, 1, 1)),), (pergi("Siti", BATAS, date(2022, 7, 1)),)])
def test_a_period_without_a_team(team: tuple[Anggota, ...]) -> None:
    assert said(team=team) == [("Tidak ada anggota tim yang tercatat pada 30 Juni 2022.", "at:tim")]


def test_only_the_rows_of_the_office_are_looked_at(database: Database, office: int) -> None:
    with database.transaction() as session:
        other = make_office(session, "9999", "KPU Kota Lain")
        session.add(DasarHukum(satker_id=other.id, urut=1, teks="PKPU 1", berlaku_sampai=date(2022, 5, 31)))
        session.add(Keputusan(satker_id=other.id, jenis="SK", nomor="9", tanggal=date(2020, 3, 1)))
        session.flush()
        satker = session.get_one(Satker, office)
        assert expired.of(here(session, satker), TW2, BATAS) == ()
        assert [way(gap) for gap in expired.of(here(session, other), TW2, BATAS)] == ["at:dasar", "at:sk"]


def test_the_report_cites_what_was_in_force_on_its_cut_off(database: Database, office: int) -> None:
    with database.transaction() as session:
        for urut, (teks, dari, sampai) in enumerate(
            (("UU 7", None, None), ("Lama", None, date(2022, 5, 31)), ("Baru", date(2022, 6, 1), None))
        ):
            session.add(
                DasarHukum(satker_id=office, urut=urut, teks=teks, berlaku_dari=dari, berlaku_sampai=sampai),
            )
        for nomor, day in (("1", date(2022, 3, 31)), ("2", date(2022, 6, 30)), ("3", date(2022, 7, 1))):
            session.add(Keputusan(satker_id=office, jenis="SK", nomor=nomor, tanggal=day))
        session.flush()
        satker, late = session.get_one(Satker, office), date(2022, 12, 31)
        reports = [gather.gather(here(session, satker), Periode("triwulan", n, 2022), late) for n in (1, 2, 3)]
    assert [rekap.dasar_hukum for rekap in reports] == [("UU 7", "Lama"), ("UU 7", "Baru"), ("UU 7", "Baru")]
    assert [[k.nomor for k in rekap.keputusan] for rekap in reports] == [["1"], ["1", "2"], ["1", "2", "3"]]
