"""The file that a load takes tells facts without days, as it always has, or with the days on which they hold."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import select

from storage.database import Database
from storage.history.doubts import doubts
from storage.history.faults import faulty
from storage.history.file import History
from storage.history.load import load
from storage.kantor.fakta import Fakta
from storage.kantor.media import Media
from tests.conftest import NOW
from tests.storage.history.test_file import SAMPLE

ONLY = ("satker", "akun", "anggota", "dasar_hukum", "keputusan")
FACTS = ("alamat", "tagline", "atasan", "kota_atasan", "ketua", "anggaran", "dasar_laporan")
Row = tuple[Any, ...]


def told(leave: Sequence[str] = (), **more: Any) -> History:
    """The sample without records, without some facts of its office, and with other parts."""
    whole = {name: part for name, part in json.loads(SAMPLE.read_text("utf-8")).items() if name in ONLY}
    whole["satker"] = {name: value for name, value in whole["satker"].items() if name not in leave}
    return History.model_validate_json(json.dumps(whole | more))


def kept(database: Database, history: History) -> tuple[list[Row], list[Row]]:
    """The rows of facts and media after a load."""
    with database.transaction() as session:
        load(session, history, {}, str, NOW)
        facts, media = session.scalars(select(Fakta)).all(), session.scalars(select(Media).order_by(Media.urut)).all()
        return (
            sorted((f.tentang.value, f.isi, f.jabatan, f.berlaku_dari, f.berlaku_sampai) for f in facts),
            [(m.nama, m.sumber.value, m.keterangan, m.teks, m.angka, m.berlaku_dari) for m in media],
        )


def test_a_file_as_it_always_was_loads_and_its_facts_hold_always(database: Database) -> None:
    office = json.loads(SAMPLE.read_text("utf-8"))["satker"]
    facts, media = kept(database, told())
    assert media == []
    assert facts == [
        ("alamat", office["alamat"], "", None, None),
        ("anggaran", office["anggaran"], "", date(2022, 1, 1), date(2022, 12, 31)),
        ("atasan", "KPU Provinsi Jawa Timur", "", None, None),
        ("dasar_laporan", office["dasar_laporan"], "", None, None),
        ("ketua", "AHMAD HUDRI", "Ketua", None, None),
        ("kota_atasan", "Surabaya", "", None, None),
        ("tagline", "PEMILIH BERDAULAT\nNEGARA KUAT", "", None, None),
    ]


def test_facts_with_days_and_media_are_lists_of_their_own(database: Database) -> None:
    signers = [
        {"tentang": "ketua", "isi": "AHMAD", "berlaku_sampai": "2023-06-30"},
        {"tentang": "ketua", "isi": "SITI", "jabatan": "Plt. Ketua", "berlaku_dari": "2023-07-01"},
    ]
    radio = {"nama": "Radio", "sumber": "sendiri", "angka": {"2022-04": 3}, "berlaku_dari": "2022-04-01"}
    group = {"nama": "Grup Bakohumas {atasan}", "sumber": "grup", "keterangan": "Berita"}
    facts, media = kept(database, told(FACTS, fakta=signers, media=[group, radio]))
    assert facts == [
        ("ketua", "AHMAD", "Ketua", None, date(2023, 6, 30)),
        ("ketua", "SITI", "Plt. Ketua", date(2023, 7, 1), None),
    ]
    assert media == [
        ("Grup Bakohumas {atasan}", "grup", "Berita", "", {}, None),
        ("Radio", "sendiri", "", "", {"2022-04": 3}, date(2022, 4, 1)),
    ]


@pytest.mark.parametrize(
    ("budget", "first", "last"),
    [
        ("DIPA TA. 2022 dan NPHD tahun 2023.", date(2022, 1, 1), date(2023, 12, 31)),
        ("Nonanggaran, sesuai Peraturan Nomor 5 Tahun 2019.", None, None),
    ],
)
def test_a_budget_holds_in_the_years_that_it_names(
    database: Database, budget: str, first: date | None, last: date | None
) -> None:
    history = told(FACTS)
    office = history.satker.model_copy(update={"anggaran": budget})
    facts, _ = kept(database, history.model_copy(update={"satker": office}))
    assert facts == [("anggaran", budget, "", first, last)]


@pytest.mark.parametrize(
    ("part", "row", "said"),
    [
        ("fakta", {"tentang": "ketua", "isi": ""}, "fakta ke-1, isi: tidak boleh kosong."),
        (
            "fakta",
            {"tentang": "alamat", "isi": "x", "jabatan": "Ketua"},
            "fakta ke-1: jabatan hanya untuk ketua, yaitu penanda tangan.",
        ),
        (
            "media",
            {"nama": "x", "sumber": "entah"},
            "media ke-1, sumber: “entah” bukan salah satu dari dihitung, laman, grup, teks, sendiri.",
        ),
        (
            "media",
            {"nama": "x", "sumber": "sendiri", "angka": {"2022-06": -3}},
            "media ke-1, angka, 2022-06: “-3” tidak boleh kurang dari 0.",
        ),
    ],
)
def test_a_row_that_says_what_cannot_be_is_refused(part: str, row: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        told((), **{part: [row]})
    assert str(faulty(refused.value)) == said


def test_a_fact_and_a_medium_that_end_before_they_begin_are_told() -> None:
    days = {"berlaku_dari": "2022-02-01", "berlaku_sampai": "2022-01-01"}
    facts, media = [{"tentang": "ketua", "isi": "SITI", **days}], [{"nama": "Radio", "sumber": "sendiri", **days}]
    assert doubts(told(fakta=facts, media=media)) == [
        "fakta ketua “SITI”: berakhir pada 2022-01-01, sebelum dimulai pada 2022-02-01.",
        "media “Radio”: berakhir pada 2022-01-01, sebelum dimulai pada 2022-02-01.",
    ]
