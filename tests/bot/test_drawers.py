"""What is asked for in the chat becomes a file, from the delivery's frozen figures alone."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.drawers import DRAWERS, Drawn
from renderers.rekap import unheard
from storage.database import Database
from storage.deliveries import Delivery
from tests.phone import Phones


def drawn(database: Database, folder: Path, said: str, who: str = "Qori", count: int = 0) -> Drawn:
    Phones(database, count=count).say(who, said)
    with database.transaction() as session:
        row = session.scalars(select(Delivery)).one()
    renderer = row.kind.removesuffix(" diminta")
    return DRAWERS[renderer](database, row.id, folder, unheard)


@pytest.mark.usefixtures("office")
def test_a_matrix_becomes_a_jpeg_named_by_its_month(database: Database, tmp_path: Path) -> None:
    ((name, data),) = drawn(database, tmp_path, "/matriks Mei", "Hudri").files
    assert (name, data[:3]) == ("matriks-2022-05.jpg", b"\xff\xd8\xff")


@pytest.mark.usefixtures("office")
def test_a_status_becomes_a_jpeg(database: Database, tmp_path: Path) -> None:
    ((name, data),) = drawn(database, tmp_path, "/status", "Hudri").files
    assert (name, data[:3]) == ("status.jpg", b"\xff\xd8\xff")


@pytest.mark.usefixtures("office")
def test_an_export_becomes_a_workbook_named_by_office_and_day(database: Database, tmp_path: Path) -> None:
    Phones(database).say("Rudi", "/lapor foto 3")
    Phones(database, count=1).say("Rudi", "simpan")
    ((name, data),) = drawn(database, tmp_path, "/ekspor", count=2).files
    assert (name, data[:2]) == ("Data Bakohumas KPU Kota Probolinggo 2022-06-24.xlsx", b"PK")


@pytest.mark.usefixtures("office")
def test_a_summary_becomes_a_jpeg(database: Database, tmp_path: Path) -> None:
    ((name, data),) = drawn(database, tmp_path, "/ringkas Q2", "Hudri").files
    assert (name, data[:3]) == ("ringkas.jpg", b"\xff\xd8\xff")
