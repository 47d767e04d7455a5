"""A report cites what is in force on its cut-off, and of the decrees the chain that is in force."""

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest

from handlers.laporan import gather, law
from handlers.reading.dates.periods import Periode
from renderers.prosa.narasi import dasar_pembentukan, dasar_tim
from storage.database import Database
from storage.kantor.dasar import AMENDS, ESTABLISHES, REPLACES, DasarHukum, Keputusan
from storage.kantor.fakta import About
from storage.kantor.satker import Satker
from storage.nasional.dasar_hukum import key_of
from tests.conftest import here
from tests.facts import fact

LAW: dict[str, dict[str, Any]] = tomllib.loads((files("storage.nasional") / "dasar_hukum.toml").read_text("utf-8"))
QUARTERS = [Periode("triwulan", n, year) for year in range(2022, 2033) for n in (1, 2, 3, 4)]


def holds(kunci: str, on: date) -> bool:
    """Whether the file says that a regulation is in force."""
    told = LAW[kunci]
    return bool(told.get("berlaku_dari", date.min) <= on <= told.get("berlaku_sampai", date.max))


@pytest.mark.parametrize("quarter", QUARTERS, ids=lambda quarter: quarter.kode)
def test_an_office_that_picked_the_whole_list_prints_nothing_out_of_force(quarter: Periode) -> None:
    batas = quarter.selesai - timedelta(days=1)
    told = [law.printed(DasarHukum(teks=LAW[kunci]["judul"], nasional=kunci), batas) for kunci in LAW]
    assert [key_of(text) for text in told if text] == [kunci for kunci in LAW if holds(kunci, batas)]
    amending = [key_of(text.split(" sebagaimana telah ")[1]) for text in told if " sebagaimana telah " in text]
    assert [kunci for kunci in amending if not holds(kunci, batas)] == []


@pytest.mark.parametrize("quarter", QUARTERS, ids=lambda quarter: quarter.kode)
def test_words_of_the_office_that_name_a_listed_regulation_are_printed_while_it_is_in_force(quarter: Periode) -> None:
    batas = quarter.selesai - timedelta(days=1)
    told = [law.printed(DasarHukum(teks=LAW[kunci]["judul"]), batas) for kunci in LAW]
    assert told == [LAW[kunci]["judul"] if holds(kunci, batas) else "" for kunci in LAW]


def test_a_row_that_the_list_no_longer_has_keeps_its_words() -> None:
    assert law.printed(DasarHukum(teks="UU Lama", nasional="UU 1/1900"), date(2022, 6, 30)) == "UU Lama"


def test_the_report_leaves_out_what_ended_wherever_it_is_cited(database: Database, office: int) -> None:
    old, new = "Peraturan KPU Nomor 1 Tahun 2015", "PKPU 22/2023"
    with database.transaction() as session:
        satker = session.get_one(Satker, office)
        fact(session, satker, About.DASAR_LAPORAN, old)
        satker.dasar_pembentukan = [old, "Surat Ketua"]
        rows = (old, None), (LAW["PKPU 1/2015"]["judul"], "PKPU 1/2015"), (LAW[new]["judul"], new), ("Nota", None)
        for urut, (teks, kunci) in enumerate((*rows, rows[-1])):
            session.add(DasarHukum(satker_id=office, urut=urut, teks=teks, nasional=kunci))
        session.flush()
        reports = [gather.gather(here(session, satker), Periode("triwulan", n, 2023), date(2024, 6, 1)) for n in (3, 4)]
    before, after = reports
    assert before.dasar_hukum == (old, LAW["PKPU 1/2015"]["judul"], "Nota")
    assert (before.dasar_laporan, before.dasar_pembentukan) == (old, (old, "Surat Ketua"))
    assert after.dasar_hukum == (LAW[new]["judul"], "Nota")
    assert (after.dasar_laporan, after.dasar_pembentukan) == ("", ("Surat Ketua",))


def sk(nomor: str, day: str, hubungan: str = "", terhadap: str = "") -> Keputusan:
    return Keputusan(
        jenis="SK", nomor=nomor, tanggal=date.fromisoformat(day), tentang="", hubungan=hubungan, terhadap=terhadap
    )


FIRST, LATER, NEXT = sk("3", "2024-01-05"), sk("41", "2024-10-01"), sk("2", "2025-01-06")
CHAINS: tuple[tuple[list[Keputusan], list[str]], ...] = (
    ([], []),
    ([FIRST], ["3"]),
    ([FIRST, LATER], ["3 41"]),
    ([FIRST, LATER, NEXT], ["3 41", "2"]),
    ([FIRST, sk("41", "2024-10-01", REPLACES)], ["3", "41"]),
    ([FIRST, sk("41", "2024-10-01", ESTABLISHES)], ["3", "41"]),
    ([FIRST, sk("2", "2025-01-06", AMENDS)], ["3 2"]),
    ([FIRST, NEXT, sk("9", "2025-02-01", AMENDS, "3")], ["3 9", "2"]),
    ([FIRST, sk("9", "2024-02-01", AMENDS, "17/2020")], ["3", "9"]),
    ([sk("9", "2024-02-01", AMENDS)], ["9"]),
    ([FIRST, LATER, sk("50", "2024-12-01", AMENDS, " 41 ")], ["3 41 50"]),
)


@pytest.mark.parametrize(("decrees", "told"), CHAINS)
def test_decrees_are_parted_into_chains(decrees: list[Keputusan], told: list[str]) -> None:
    assert [" ".join(row.nomor for row in chain) for chain in law.chains(decrees)] == told


def test_a_decree_of_a_new_year_is_no_amendment_and_has_its_own_title(database: Database, office: int) -> None:
    with database.transaction() as session:
        satker = session.get_one(Satker, office)
        for row in (sk("3", "2024-01-05"), sk("41", "2024-10-01"), sk("2", "2025-01-06")):
            row.tentang = "Perubahan Tim" if row.nomor == "41" else f"Tim Kehumasan {row.tanggal.year}"
            row.satker_id = office
            session.add(row)
        session.add(
            Keputusan(satker_id=office, jenis="SK", nomor="9", tanggal=date(2025, 3, 1), hubungan=AMENDS, terhadap="3")
        )
        for nomor, day in (("1/BA", date(2024, 1, 2)), ("8/BA", date(2025, 1, 3))):
            session.add(Keputusan(satker_id=office, jenis="BA", nomor=nomor, tanggal=day))
        session.flush()
        periods = Periode("triwulan", 4, 2024), Periode("triwulan", 1, 2025)
        last, first = (gather.gather(here(session, satker), periode, date(2026, 1, 1)) for periode in periods)
    name = satker.nama
    assert dasar_tim(last) == (
        f"Struktur organisasi Bakohumas {name} ditetapkan dengan Keputusan {name} Nomor 3 tanggal 5 Januari 2024 "
        f"tentang Tim Kehumasan 2024 sebagaimana telah diubah dengan Keputusan {name} Nomor 41 tanggal 1 Oktober 2024 "
        "tentang Perubahan Tim. Susunannya adalah sebagai berikut."
    )
    assert dasar_tim(first) == (
        f"Struktur organisasi Bakohumas {name} ditetapkan dengan Keputusan {name} Nomor 2 tanggal 6 Januari 2025 "
        "tentang Tim Kehumasan 2025. Susunannya adalah sebagai berikut."
    )
    assert dasar_pembentukan(first) == (
        f"Pembentukan Bakohumas {name} berpedoman pada ketentuan yang ditetapkan KPU. Pedoman tersebut dibahas dalam "
        f"Rapat Pleno {name} tanggal 3 Januari 2025 dengan Berita Acara Nomor 8/BA. Sebagai tindak lanjutnya "
        f"ditetapkan Keputusan {name} Nomor 2 tanggal 6 Januari 2025 tentang Tim Kehumasan 2025."
    )
