"""A sheet that was drawn is not drawn again for the report: found by its stamp, kept, and removed where it must go."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import fields, replace
from pathlib import Path
from threading import Thread
from typing import Any
from zipfile import ZipFile

import obstore
import pytest
from obstore.store import MemoryStore
from sqlalchemy import select

from bot.work.drawing import sheets
from bot.work.drawing.drawers import DRAWERS
from bot.work.drawing.sheets import Sheets
from bot.work.ticker import sweep
from bot.workshop import reports
from bot.workshop.wire import REPORT, SHEETS
from bot.workshop.workshop import Talk, Workshop
from bot.world import World
from renderers.figures import Cell, Kolase, Rekap
from renderers.frozen import freeze
from renderers.rekap import kept
from renderers.rekap.kept import stamp
from storage.database import Database
from storage.foto import lembar, photos
from storage.foto.lembar import Lembar
from storage.foto.photos import Foto
from storage.foto.store import Store
from storage.foto.sweeping import MARK
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries
from tests.conftest import NOW, here
from tests.renderers.kolase.pekan import PEKAN
from tests.renderers.reading import paragraphs
from tests.renderers.rekaps import REKAP
from tests.scenes import SCENES, scene

pytestmark = pytest.mark.usefixtures("office", "no_office")


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)


def photo(number: int) -> bytes:
    out = io.BytesIO()
    scene(SCENES[number], number, (640, 240)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def rekap(world: World) -> Rekap:
    """Two weeks, of three photos and of one, which the office has."""
    names = [photos.keep(world.store.folder, photo(n)) for n in range(4)]
    with world.database.transaction() as session:
        for name in names:
            session.add(Foto(satker_id=1, sha256=name, lebar=320, tinggi=240, urut=1, diterima_at=NOW))
    cells = [Cell(photos.name_of(name), f"Rapat {name[:3]}", "Senin, 18 April 2022") for name in names]
    weeks = (replace(PEKAN, cells=tuple(cells[:3])), replace(PEKAN, pekan="Pekan lain", cells=tuple(cells[3:])))
    return replace(REKAP, kolase=weeks, kegiatan=())


def shelf(world: World, store: Store | None = None) -> Sheets:
    return Sheets(world.database, store or world.store, 1, NOW)


def drawn(world: World, rekap: Rekap, store: Store | None = None) -> tuple[bytes, list[str]]:
    """The document, and the steps at which a sheet was drawn."""
    steps: list[str] = []
    folder = (store or world.store).folder
    docx = reports.draw(rekap, folder, steps.append, shelf=shelf(world, store)).docx
    return docx, [step for step in steps if step.startswith("kolase")]


def rows(database: Database) -> list[Lembar]:
    with database.transaction() as session:
        return list(session.scalars(select(Lembar).order_by(Lembar.id)))


def files(world: World) -> list[Path]:
    """The kept sheets on the disk."""
    names = [world.store.folder / photos.name_of(one) for row in rows(world.database) for one in row.files]
    return [name for name in names if name.exists()]


def pictures(docx: bytes) -> list[bytes]:
    with ZipFile(io.BytesIO(docx)) as archive:
        return sorted(archive.read(name) for name in archive.namelist() if name.startswith("word/media/"))


def test_a_report_of_kept_sheets_is_the_one_of_drawn_sheets(world: World, rekap: Rekap) -> None:
    plain = reports.draw(rekap, world.store.folder).docx
    first, again = drawn(world, rekap), drawn(world, rekap)
    assert (first[1], again[1]) == (["kolase 1/2", "kolase 2/2"], [])
    assert paragraphs(again[0]) == paragraphs(first[0]) == paragraphs(plain)
    assert pictures(again[0]) == pictures(first[0]) == pictures(plain)
    assert again[0] == first[0] == plain


def test_many_weeks_are_drawn_by_two_children_and_the_report_is_the_one_of_one(
    world: World, rekap: Rekap, monkeypatch: pytest.MonkeyPatch
) -> None:
    weeks = tuple(replace(week, pekan=f"Pekan {n}") for n, week in enumerate(rekap.kolase * 3))
    many, asked, talk = replace(rekap, kolase=weeks), list[str](), Workshop.talk

    def heard(own: Workshop, job: str, seconds: float) -> AbstractContextManager[Talk]:
        asked.append(job)
        return talk(own, job, seconds)

    monkeypatch.setattr(Workshop, "talk", heard)

    def made() -> tuple[bytes, list[str], list[str]]:
        asked.clear()
        return (*drawn_bare(world, many), [*asked])

    two = made()
    assert two[1:] == ([f"kolase {n}/6" for n in range(1, 7)], [REPORT, SHEETS])
    monkeypatch.setattr("bot.workshop.beside.sheets.freeze", lambda _: {})
    assert made() == two  # the second child cannot read what it is given, so the first draws all of them
    monkeypatch.setattr("bot.workshop.beside.sheets.FEW", 7)
    assert made() == (*two[:2], [REPORT])


def drawn_bare(world: World, rekap: Rekap) -> tuple[bytes, list[str]]:
    """The document of sheets that nobody keeps."""
    steps: list[str] = []
    docx = reports.draw(rekap, world.store.folder, steps.append).docx
    return docx, [step for step in steps if step.startswith("kolase")]


def test_the_sheets_of_a_posted_week_are_drawn_ahead_while_nobody_waits(world: World, rekap: Rekap) -> None:
    week = rekap.kolase[0]
    with world.database.transaction() as session:
        row = deliveries.claim(here(session, session.get_one(Satker, 1), NOW), "kolase", "2022-W16", freeze(week))
        assert row is not None
        number = row.id
    DRAWERS["kolase"](world.database, number, world.data_dir, lambda _: None)
    assert [sheets.one(world), sheets.one(world)] == [True, False]
    assert drawn(world, rekap)[1] == ["kolase 2/2"]
    DRAWERS["kolase"](world.database, number, world.data_dir, lambda _: None)
    assert sheets.one(world) is False


CHANGES: dict[str, Callable[[Kolase], Kolase]] = {
    "theme": lambda week: replace(week, tema="biru"),
    "crop": lambda week: replace(week, cells=(replace(week.cells[0], geser="bawah"), *week.cells[1:])),
    "one photo less": lambda week: replace(week, cells=week.cells[1:]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_week_that_has_changed_is_drawn_anew_and_what_was_kept_of_it_goes(
    world: World, rekap: Rekap, change: str
) -> None:
    before, _ = drawn(world, rekap)
    [old, other] = [row.files for row in rows(world.database)]
    changed = replace(rekap, kolase=(CHANGES[change](rekap.kolase[0]), rekap.kolase[1]))
    docx, steps = drawn(world, changed)
    assert steps == ["kolase 1/2"]
    assert len({*pictures(docx)} - {*pictures(before)}) == 1
    assert sheets.one(world) is True
    assert [row.files == other for row in rows(world.database)] == [False, True]
    assert not [one for one in old if (world.store.folder / photos.name_of(one)).exists()]
    assert (drawn(world, changed), sheets.one(world)) == ((docx, []), False)


def other(value: object) -> Any:
    """Another value of the same kind."""
    if isinstance(value, tuple):
        return value[1:] if value else ("Lain",)
    return not value if isinstance(value, bool) else f"{value}x"


def test_nothing_that_a_week_says_is_left_out_of_its_stamp(rekap: Rekap) -> None:
    week = rekap.kolase[0]
    cell, akun = week.cells[0], week.akun[0]
    told = [replace(week, **{one.name: other(getattr(week, one.name))}) for one in fields(week)]
    told += [
        replace(week, cells=(replace(cell, **{one.name: other(getattr(cell, one.name))}), *week.cells[1:]))
        for one in fields(cell)
    ]
    told += [replace(week, akun=(replace(akun, nama="lain"), *week.akun[1:])), replace(week, cells=week.cells[::-1])]
    assert len({stamp(one) for one in (week, *told)}) == 1 + len(told)


def test_another_program_of_drawing_draws_all_anew(world: World, rekap: Rekap, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(world, rekap)
    monkeypatch.setattr(kept, "_program", lambda: "later")
    assert drawn(world, rekap)[1] == ["kolase 1/2", "kolase 2/2"]


@pytest.mark.parametrize("left", [b"", b"\xff\xd8 half", None], ids=["empty", "half", "gone"])
def test_a_kept_sheet_that_is_broken_is_drawn_anew_and_mended(world: World, rekap: Rekap, left: bytes | None) -> None:
    first, _ = drawn(world, rekap)
    file = files(world)[0]
    whole = file.read_bytes()
    file.unlink() if left is None else file.write_bytes(left)
    assert drawn(world, rekap) == (first, ["kolase 1/2"])
    assert file.read_bytes() == whole
    assert drawn(world, rekap) == (first, [])


@pytest.mark.parametrize("mark", ["tersembunyi", "anak"])
def test_a_photo_that_is_not_to_be_shown_takes_its_kept_sheets_along_at_once(
    world: World, rekap: Rekap, mark: str
) -> None:
    drawn(world, rekap)
    [first, second] = files(world)
    hidden = Path(rekap.kolase[0].cells[1].foto).stem
    with world.database.transaction() as session:
        foto = session.scalars(select(Foto).where(Foto.sha256 == hidden)).one()
        photos.hide(session, foto, tersembunyi=mark == "tersembunyi", anak=mark == "anak")
    assert [sheets.one(world), sheets.one(world)] == [True, False]
    assert (first.exists(), second.exists()) == (False, True)
    # A report that was begun before it was said draws the old week, and keeps nothing of it.
    assert drawn(world, rekap)[1] == ["kolase 1/2"]
    assert files(world) == [second]
    week = replace(rekap.kolase[0], cells=(rekap.kolase[0].cells[0], rekap.kolase[0].cells[2]))
    assert drawn(world, replace(rekap, kolase=(week,)))[1] == ["kolase 1/1"]
    assert drawn(world, replace(rekap, kolase=(week,)))[1] == []


def test_of_a_photo_that_is_hidden_while_its_sheet_is_kept_no_sheet_stays(
    world: World, rekap: Rekap, monkeypatch: pytest.MonkeyPatch
) -> None:
    week = rekap.kolase[0]

    def hide() -> None:
        with world.database.transaction() as session:
            wanted = select(Foto).where(Foto.sha256 == Path(week.cells[1].foto).stem)
            photos.hide(session, session.scalars(wanted).one(), tersembunyi=True, anak=False)

    looked, hiding = photos.hidden, Thread(target=hide)

    def looked_before(place: Here, names: list[str]) -> set[str]:
        found = looked(place, names)
        hiding.start()
        hiding.join(0.5)
        return found

    monkeypatch.setattr(photos, "hidden", looked_before)
    shelf(world).keep(week, [photo(0)])
    hiding.join()
    assert [(row.figures, row.files, len(row.gone), row.due) for row in rows(world.database)] == [({}, [], 1, True)]


def test_a_sheet_with_a_photo_that_is_missing_or_broken_is_not_kept(world: World, rekap: Rekap) -> None:
    (world.store.folder / rekap.kolase[0].cells[0].foto).write_bytes(b"half")
    (world.store.folder / rekap.kolase[1].cells[0].foto).unlink()
    assert [len(drawn(world, rekap)[1]) for _ in range(2)] == [2, 2]
    assert rows(world.database) == []


def test_sheets_that_a_row_names_are_not_swept_and_what_shows_a_photo_that_is_gone_goes(
    world: World, rekap: Rekap
) -> None:
    drawn(world, rekap)
    [first, second] = files(world)
    with world.database.transaction() as session:
        lost = Path(rekap.kolase[1].cells[0].foto).stem
        session.scalars(select(Foto).where(Foto.sha256 == lost)).one().dihapus_at = NOW
    sweep(world.database, world.data_dir, world.store, NOW)
    assert sheets.one(world) is True
    assert (first.exists(), second.exists(), len(rows(world.database))) == (True, False, 1)
    sweep(world.database, world.data_dir, world.store, NOW + lembar.KEPT * 2)
    assert sheets.one(world) is True
    assert (first.exists(), rows(world.database)) == (False, [])


def test_another_machine_finds_in_the_bucket_what_one_has_kept(world: World, rekap: Rekap, tmp_path: Path) -> None:
    bucket = MemoryStore()
    one = Store(world.store.folder, bucket, world.database)
    first, _ = drawn(world, rekap, one)
    other = Store(tmp_path / "other", bucket, world.database)
    for name in world.store.folder.glob("??/*.jpg"):
        if name not in files(world):
            photos.keep(other.folder, name.read_bytes())
    assert drawn(world, rekap, other) == (first, [])
    with world.database.transaction() as session:
        lembar.unshow(session, 1, Path(rekap.kolase[0].cells[0].foto).stem)
    assert sheets.one(replace(world, kept=one)) is True
    named = {photos.name_of(file) for row in rows(world.database) for file in row.files}
    assert {each["path"] for page in obstore.list(bucket) for each in page} - {MARK} == named
