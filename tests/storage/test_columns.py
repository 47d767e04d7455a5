"""What the audit keeps of a column is the same value again, whatever its kind."""

from datetime import UTC, date, datetime, time

import pytest

from storage import columns
from storage.database import Database
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from storage.laporan.laporan import Masalah

NOON = datetime(2022, 6, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        (Satker, {"kolase_jam": time(16)}, {"kolase_jam": "16:00:00"}),
        (Satker, {"kumulatif": False, "persiapan": ["a"]}, {"kumulatif": False, "persiapan": ["a"]}),
        (Anggota, {"role": Role.KETUA, "berlaku_dari": None}, {"role": "ketua", "berlaku_dari": None}),
        (Masalah, {"ditutup": date(2022, 6, 24)}, {"ditutup": "2022-06-24"}),
        (Masalah, {"dihapus_at": NOON, "judul": "2022"}, {"dihapus_at": "2022-06-24T12:00:00+00:00", "judul": "2022"}),
    ],
)
def test_told_and_read_again(kind: type[Satker], values: dict[str, object], told: dict[str, object]) -> None:
    assert {name: columns.json(value) for name, value in values.items()} == told
    assert columns.values(kind, told) == values


def test_writing_tells_what_was_and_what_is(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        assert columns.write(session, row, {"kolase_hari": 2, "kota": "Siti"}) == (
            {"kolase_hari": 4, "kota": ""},
            {"kolase_hari": 2, "kota": "Siti"},
        )
        assert (row.kolase_hari, row.kota) == (2, "Siti")
