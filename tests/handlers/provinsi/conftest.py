"""A province with two offices in the same database, and what its people see on their phones."""

from datetime import datetime

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import WIB, make_office
from tests.phone import Phones

# Wednesday; the report of the second triwulan is due on Thursday the 30th.
JUNE = datetime(2022, 6, 22, 9, 30, tzinfo=WIB)


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        province = make_office(session, "35", "KPU Provinsi Jawa Timur")
        province.tingkat, province.wilayah = "provinsi", "Provinsi Jawa Timur"
        make_office(session, "3578", "KPU Kota Surabaya")
        session.get_one(Satker, office).wilayah = "Kota Probolinggo"
    return Phones(database, now=JUNE)


def by_kode(database: Database, kode: str) -> Satker:
    with database.transaction() as session:
        return session.scalars(select(Satker).where(Satker.kode == kode)).one()
