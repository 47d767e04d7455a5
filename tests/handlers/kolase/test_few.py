"""A week of one or two kegiatan shows more of their photos, and only those that may be shown."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.kolase.doors import Draw, Shape
from handlers.laporan import week
from handlers.reading.dates.pekan import Pekan
from storage.database import Database
from storage.foto.photos import Foto
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from storage.laporan.susunan import Susunan
from tests.conftest import here
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
WEEK = Pekan.of(date(2022, 6, 24))


@pytest.fixture
def phones(database: Database) -> Phones:
    return Phones(database)


def report(phones: Phones, text: str, *fotos: str) -> None:
    for k, foto in enumerate(fotos):
        phones.say("Rudi", f"(foto {foto}, album {fotos[0]}) {'' if k else text}".strip())
    phones.say("Rudi", "simpan")


def letters(database: Database, *cells: tuple[str, ...]) -> list[str]:
    """The photos of each cell as letters, in the order in which they arrived."""
    with database.transaction() as session:
        arrived = [foto.file for foto in session.scalars(select(Foto).order_by(Foto.id))]
    return ["".join("abcdefgh"[arrived.index(file)] for file in cell) for cell in cells]


def shown(database: Database) -> list[str]:
    """What the kolase of the week shows, the large photo of each cell first."""
    with database.transaction() as session:
        cells = week.gather(here(session, session.scalars(select(Satker)).one()), WEEK).cells
    return letters(database, *((cell.foto, *cell.lagi) for cell in cells))


def hide(database: Database, foto: int) -> None:
    with database.transaction() as session:
        session.scalars(select(Foto).order_by(Foto.id)).all()[foto].tersembunyi = True


def test_one_or_two_kegiatan_show_three_photos_each_and_three_show_one(phones: Phones, database: Database) -> None:
    report(phones, "Rapat Pleno Rutin", "a", "b", "c", "d")
    assert shown(database) == ["abc"]
    report(phones, "Apel Pagi 22 Juni 2022", "e", "f")
    assert shown(database) == ["ef", "abc"]
    report(phones, "Senam Pagi 22 Juni 2022", "g")
    assert shown(database) == ["e", "g", "a"]


def test_a_hidden_photo_gives_way_to_the_next(phones: Phones, database: Database) -> None:
    report(phones, "Rapat Pleno Rutin", "a", "b", "c", "d")
    hide(database, 1)
    assert shown(database) == ["acd"]


def test_the_chosen_photo_is_the_large_one(phones: Phones, database: Database) -> None:
    report(phones, "Rapat Pleno Rutin", "a", "b", "c")
    with database.transaction() as session:
        chosen = session.scalars(select(Foto).order_by(Foto.id)).all()[2].file
        session.add(Susunan(satker_id=1, period=WEEK.kode, sel={"1": {"foto": chosen}}, urut=[]))
    assert shown(database) == ["cab"]


@pytest.mark.parametrize(("hidden", "left"), [((1,), ["ac"]), ((0,), ["bc"]), ((0, 2), ["b"])])
def test_what_was_hidden_since_the_post_is_in_no_copy_of_it(
    phones: Phones, database: Database, hidden: tuple[int, ...], left: list[str]
) -> None:
    report(phones, "Rapat Pleno Rutin", "a", "b", "c")
    phones.say("Hudri", "/kolase", grup="Grup")
    for foto in hidden:
        hide(database, foto)
    phones.say("Kadir", f"[!{Draw(1, Shape.ORIGINAL).written()}]")
    with database.transaction() as session:
        cells = session.scalars(select(Delivery).where(Delivery.kind == "kolase asli")).one().figures["cells"]
    assert letters(database, *((cell["foto"], *cell["lagi"]) for cell in cells)) == left
