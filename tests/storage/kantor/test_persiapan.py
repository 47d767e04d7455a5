"""Offices that were at work before there was a setting up are not asked to begin."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from storage.database import Database, migrations
from tests import postgres

OLD = (
    "INSERT INTO satker (kode, nama, tingkat, lembaga, tempat, wilayah, kota, provinsi, alamat, zona, tagline, website,"
    " atasan, kota_atasan, ketua, anggaran, dasar_laporan, dasar_pembentukan, platform_bawaan, kumulatif, kolase_hari,"
    " kolase_jam, nomor_terakhir) VALUES ('3574', 'KPU', 'kota', '', '', '', '', '', '', 'Asia/Jakarta', '[]', '', '',"
    " '', '', '', '', '[]', '[]', true, 4, '16:00:00.000000', 0)"
)


@pytest.mark.skipif(bool(postgres.URL), reason="a database of its own is needed; the migration is the same")
def test_it_is_over_for_them(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'old.db'}")
    with database.engine.connect() as connection:
        command.upgrade(migrations(connection), "0014")
        connection.execute(text(OLD))
        connection.commit()
        command.upgrade(migrations(connection), "head")
        assert connection.execute(text("SELECT persiapan FROM satker")).scalars().all() == ['["selesai"]']
    database.close()
