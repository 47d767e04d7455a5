"""A report tells what counted at its cut-off: who signed then, the budget of its year, the media that were recorded."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from handlers.laporan import gather, week
from handlers.periksa import material, told
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.kantor import Media as Medium
from renderers.photo.emblem import emblem
from renderers.rekap import document, rekap_xlsx
from renderers.rekap.fields import NO_BUDGET
from renderers.rekap.pictures import Material
from storage.database import Database, Session
from storage.kantor.fakta import About
from storage.kantor.media import Media, Source
from storage.kantor.satker import Satker
from tests.conftest import WIB, here
from tests.facts import fact
from tests.renderers.reading import paragraphs, table

LATER = datetime(2025, 7, 1, 9, tzinfo=WIB)
BLANK = "…" * 11


def rekap(session: Session, office: Satker, nomor: int, tahun: int) -> Rekap:
    """A report made long after its quarter."""
    return gather.gather(here(session, office, LATER), Periode("triwulan", nomor, tahun), LATER.date())


def docx(rekap: Rekap) -> bytes:
    made = document.assemble(rekap, Material(emblem()))
    return document.finished(made, ["1"] * len(made.plan.entries))


def signed(rekap: Rekap) -> list[list[str]]:
    """The blocks of the letter, of the kata pengantar and of BAB V: position and name."""
    blocks = [[line for line in text.splitlines() if line.strip()] for text in paragraphs(docx(rekap), "Tanda Tangan")]
    return [block[-2:] for block in blocks]


@pytest.fixture
def signers(database: Database, office: int) -> Database:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        fact(session, row, About.KETUA, "AHMAD", until=date(2023, 12, 31))
        fact(session, row, About.KETUA, "SITI", date(2024, 1, 1), date(2024, 3, 31), "Plt. Ketua")
        fact(session, row, About.KETUA, "AGUS", date(2024, 3, 15), date(2024, 6, 30), "Plh. Sekretaris")
    return database


KANTOR = "KPU Kota Probolinggo"


@pytest.mark.parametrize(
    ("quarter", "position", "name", "gaps"),
    [
        ((4, 2023), "Ketua", "AHMAD", []),
        (
            (1, 2024), "Plh. Sekretaris", "AGUS",
            ["Pada 31 Maret 2024 tercatat dua penanda tangan, AGUS dan SITI; yang dicetak AGUS."],
        ),
        ((2, 2024), "Plh. Sekretaris", "AGUS", []),
        (
            (3, 2024), "Ketua", BLANK,
            ["Penanda tangan laporan belum tercatat untuk periode ini; tempat namanya dikosongkan."],
        ),
    ],
)  # fmt: skip
def test_a_report_is_signed_by_who_signed_then(
    signers: Database, quarter: tuple[int, int], position: str, name: str, gaps: list[str]
) -> None:
    with signers.transaction() as session:
        office = session.get_one(Satker, 1)
        made = rekap(session, office, *quarter)
        looked = material.gather(here(session, office, LATER), Periode("triwulan", *quarter), made, LATER.date())
    letter, front, end = signed(made)
    assert (letter, front, end) == (
        [f"{position} {KANTOR},", name], [f"{position},", name], [f"{position} {KANTOR}", name],
    )  # fmt: skip
    assert [gap.sentence for rule in (told.nobody_signs, told.two_sign) for gap in rule(looked)] == gaps


def test_somebody_who_stands_in_for_two_weeks_leaves_the_place_to_who_signed_before(
    database: Database, office: int
) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        fact(session, row, About.KETUA, "AHMAD")
        fact(session, row, About.KETUA, "SITI", date(2022, 6, 20), date(2022, 7, 3), "Plh. Ketua")
        names = [rekap(session, row, nomor, 2022).satker for nomor in (1, 2, 3)]
        looked = material.gather(
            here(session, row, LATER), Periode("triwulan", 2, 2022), rekap(session, row, 2, 2022), LATER.date()
        )
    assert [(one.ketua, one.jabatan_penanda_tangan) for one in names] == [
        ("AHMAD", "Ketua"), ("SITI", "Plh. Ketua"), ("AHMAD", "Ketua"),
    ]  # fmt: skip
    assert list(told.two_sign(looked)) == []


def test_the_budget_of_a_year_is_not_told_in_another(database: Database, office: int) -> None:
    sentence = "Seluruh biaya dibebankan pada DIPA Tahun Anggaran 2022."
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        fact(session, row, About.ANGGARAN, sentence, date(2022, 1, 1), date(2022, 12, 31))
        then, now = rekap(session, row, 4, 2022), rekap(session, row, 1, 2025)
        looked = material.gather(here(session, row, LATER), Periode("triwulan", 1, 2025), now, LATER.date())
    printed = [[text for text in paragraphs(docx(made)) if text in (sentence, NO_BUDGET)] for made in (then, now)]
    assert printed == [[sentence], [NO_BUDGET]]
    assert [gap.sentence for gap in told.no_budget(looked)] == [
        "Kalimat anggaran tahun 2025 belum ada; laporan tidak menyebut anggaran."
    ]


def test_letterhead_superior_and_motto_are_those_of_the_day(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        for about, old, new in (
            (About.ALAMAT, "Jalan Lama", "Jalan Baru"),
            (About.ATASAN, "KPU Provinsi Lama", "KPU Provinsi Baru"),
            (About.KOTA_ATASAN, "Kota Lama", "Kota Baru"),
            (About.TAGLINE, "SATU\nDUA", "TIGA"),
            (About.DASAR_LAPORAN, "Keputusan Lama", "Keputusan Baru"),
        ):
            fact(session, row, about, old)
            fact(session, row, about, new, date(2024, 4, 1))
        made = [rekap(session, row, nomor, 2024) for nomor in (1, 2)]
    facts = [(m.satker.alamat, m.satker.atasan, m.satker.kota_atasan, m.satker.tagline, m.dasar_laporan) for m in made]
    assert facts == [
        ("Jalan Lama", "KPU Provinsi Lama", "Kota Lama", ("SATU", "DUA"), "Keputusan Lama"),
        ("Jalan Baru", "KPU Provinsi Baru", "Kota Baru", ("TIGA",), "Keputusan Baru"),
    ]


def test_the_kolase_of_a_week_has_the_motto_of_that_week(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        fact(session, row, About.TAGLINE, "MELAYANI\nKITA")
        fact(session, row, About.TAGLINE, "NEGARA KUAT", date(2022, 6, 13))
        at = here(session, row)
        mottos = [week.gather(at, Pekan.of(date(2022, 6, day))).tagline for day in (8, 15)]
    assert mottos == [("MELAYANI", "KITA"), ("NEGARA KUAT",)]


def media(session: Session, office: Satker, *rows: dict[str, Any]) -> None:
    for urut, one in enumerate(rows, 1):
        session.add(Media(satker_id=office.id, urut=urut, **{"keterangan": "", "teks": "", "angka": {}} | one))
    session.flush()


def test_an_office_that_has_recorded_no_group_claims_none(database: Database, office: int) -> None:
    with database.transaction() as session:
        made = rekap(session, session.get_one(Satker, office), 2, 2022)
    assert made.media == (Medium("Media Sosial", "dihitung", "Postingan"), Medium("Website", "laman", "Berita"))


def test_media_are_named_counted_and_left_out_as_they_were_recorded(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        media(
            session,
            row,
            {"nama": "Grup Bakohumas {satker}", "sumber": Source.GROUP},
            {"nama": "Grup Bakohumas {atasan}", "sumber": Source.GROUP},
            {"nama": "Grup Lama", "sumber": Source.GROUP, "berlaku_sampai": date(2022, 3, 31)},
            {"nama": "Radio", "sumber": Source.OWN, "angka": {"2022-04": 12, "2022-06": 0}},
            {"nama": "Papan", "sumber": Source.TEXT, "teks": "Setiap Jumat"},
        )
        row.kumulatif = False
        bare = rekap(session, row, 2, 2022)
        fact(session, row, About.ATASAN, "KPU Provinsi Jawa Timur")
        made = rekap(session, row, 2, 2022)
        gaps = told.media_without_numbers(
            material.gather(here(session, row, LATER), Periode("triwulan", 2, 2022), made, LATER.date())
        )
    assert [one.nama for one in bare.media] == [f"Grup Bakohumas {KANTOR}", "Radio", "Papan"]
    assert [one.nama for one in made.media] == [
        f"Grup Bakohumas {KANTOR}", "Grup Bakohumas KPU Provinsi Jawa Timur", "Radio", "Papan",
    ]  # fmt: skip
    assert [gap.sentence for gap in gaps] == ["Angka Radio bulan Mei belum diisi."]
    counted = replace(made, evaluasi=tuple(replace(e, publikasi=n) for n, e in enumerate(made.evaluasi, 3)))
    rows = [
        ["1.", f"Grup Bakohumas {KANTOR}", "3", "4", "5", "12", ""],
        ["2.", "Grup Bakohumas KPU Provinsi Jawa Timur", "3", "4", "5", "12", ""],
        ["3.", "Radio", "12", "-", "-", "12", ""],
    ]
    printed = docx(counted)
    *numbers, text = table(printed, "A.\tHasil Evaluasi")[2:]
    assert (numbers, text[:3], text[-1]) == (rows, ["4.", "Papan", "Setiap Jumat"], "")
    into = f"Grup Bakohumas {KANTOR} dan Grup Bakohumas KPU Provinsi Jawa Timur"
    assert [p for p in paragraphs(printed) if p.startswith("Setiap postingan")] == [
        f"Setiap postingan tidak hanya tayang pada akun media sosial, tetapi juga dibagikan melalui {into}."
    ]
    sheet = next(one for one in rekap_xlsx.book(counted).tables if one.nama == "Evaluasi")
    assert [list(map(str, one)) for one in sheet.rows] == [
        [rows[0][1], "3", "4", "5", "12"],
        [rows[1][1], "3", "4", "5", "12"],
        ["Radio", "12", "0", "0", "12"],
        ["Papan", *["Setiap Jumat"] * 4],
    ]


def test_without_groups_nothing_is_said_to_be_passed_on(database: Database, office: int) -> None:
    with database.transaction() as session:
        made = rekap(session, session.get_one(Satker, office), 2, 2022)
    counted = replace(made, evaluasi=tuple(replace(e, publikasi=3) for e in made.evaluasi))
    assert [p for p in paragraphs(docx(counted)) if p.startswith("Setiap postingan")] == []
