"""Rows that carry a Drawing become files, and the handlers hear how it goes."""

import asyncio
import hashlib
import io
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from bot.channel import Channel
from bot.work.drawing.drawer import Draw, Drawn
from bot.work.drawing.drawers import DRAWERS, INVITATION
from bot.work.drawing.workers import Drawings, workers
from bot.work.sender import Sender
from bot.workshop.workshop import NotNow
from bot.world import World
from handlers import table
from handlers.chat import queue as chat_queue
from handlers.chat.events import Outcome
from handlers.chat.messages import Chat, Drawing, Outgoing
from handlers.kolase import kolase
from handlers.laporan import gather, week
from handlers.reading.dates import periods
from handlers.reading.dates.pekan import Pekan
from renderers.frozen import freeze
from renderers.report import Step, unheard
from storage.catatan import kegiatan
from storage.chat import outbox, stuck
from storage.chat.outbox import Outbox
from storage.database import Database, Session
from storage.foto import photos
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from storage.laporan import laporan as rows
from tests.bot.conftest import jpeg
from tests.bot.ears import GRUP, Clock, Ears, until
from tests.conftest import here, make_office

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the handler of a rekap hears."""
    heard: list[tuple[str, str]] = []

    def happened(outcome: Outcome) -> list[Outgoing]:
        heard.append((outcome.became, outcome.detail))
        return []

    monkeypatch.setattr(table, "listeners", lambda _renderer: [happened])
    return heard


def queue(world: World, renderer: str = "rekap", number: int = 1) -> None:
    said = Outgoing(GRUP, title="Laporan", drawing=Drawing(renderer, number), satker=1)
    with world.database.transaction() as session:
        chat_queue.queue(session, [said], world.clock())


def row(world: World) -> Outbox:
    with world.database.transaction() as session:
        return session.scalars(select(Outbox).order_by(Outbox.id)).all()[0]


def two(_database: Database, _row: int, _folder: Path, step: Step) -> Drawn:
    step("kolase 1/2")
    return Drawn((("Laporan.docx", b"word"), ("Laporan.pdf", b"pdf")), "Periksa halaman.", "5a")


def broken(_database: Database, _row: int, _folder: Path, _step: Step) -> Drawn:
    raise ValueError("no such font")


def without_room(_database: Database, _row: int, _folder: Path, _step: Step) -> Drawn:
    raise NotNow


async def test_a_drawing_becomes_files_and_is_then_sent(world: World, ears: Ears, told: list[tuple[str, str]]) -> None:
    queue(world)
    assert await Drawings(world, {"rekap": two}).one()
    drawn = row(world)
    assert (drawn.state, drawn.tries) == ("new", 0)
    assert [Path(name).name for name in drawn.files] == ["Laporan.docx", "Laporan.pdf"]
    assert [(world.data_dir / name).read_bytes() for name in drawn.files] == [b"word", b"pdf"]
    assert not await Drawings(world, {"rekap": two}).one()
    sender = Sender(world)
    await sender.look()
    await sender.idle()
    assert ears.heard == [("send", "Grup", "Laporan", "Laporan.docx", "Laporan.pdf")]
    assert told == [
        ("drawing", ""),
        ("step", "kolase 1/2"),
        ("kept", "5a"),
        ("drawn", "Periksa halaman."),
        ("sent", ""),
    ]
    assert list((world.data_dir / "drawn").iterdir()) == []


async def test_a_drawing_that_fails_is_told_and_not_tried_again(world: World, told: list[tuple[str, str]]) -> None:
    queue(world)
    drawings = Drawings(world, {"rekap": broken})
    assert (await drawings.one(), await drawings.one()) == (True, False)
    assert (row(world).state, told) == ("dead", [("drawing", ""), ("failed", "")])


async def test_a_drawing_for_which_no_child_can_be_started_waits_and_costs_no_attempt(
    world: World, clock: Clock, told: list[tuple[str, str]]
) -> None:
    queue(world)
    for _ in range(5):
        assert await Drawings(world, {"rekap": without_room}).one()
        assert (row(world).state, row(world).tries) == ("draw", 0)
        assert not await Drawings(world, {"rekap": two}).one()
        clock.forward(30)
    assert await Drawings(world, {"rekap": two}).one()
    assert (row(world).state, told[-1]) == ("new", ("drawn", "Periksa halaman."))
    assert ("failed", "") not in told


async def test_a_drawing_that_kills_the_process_is_given_up_after_three_times(
    world: World, told: list[tuple[str, str]]
) -> None:
    queue(world)
    with world.database.transaction() as session:
        outbox.get(session, 1).tries = 3
    await Drawings(world, {"rekap": two}).one()
    assert (row(world).state, told) == ("dead", [("drawing", ""), ("failed", "")])


async def test_files_that_are_gone_are_drawn_again(world: World, ears: Ears, clock: Clock) -> None:
    queue(world)
    drawings, sender = Drawings(world, {"rekap": two}), Sender(world)
    await drawings.one()
    (world.data_dir / row(world).files[1]).unlink()
    await sender.look()
    await sender.idle()
    assert (row(world).state, ears.heard) == ("draw", [])
    await drawings.one()
    clock.forward(3)
    await sender.look()
    await sender.idle()
    assert ears.heard == [("send", "Grup", "Laporan", "Laporan.docx", "Laporan.pdf")]


def ask(world: World, office: int, chat: str, renderer: str = "matriks", number: int = 1) -> None:
    said = Outgoing(Chat("test", chat), title="Gambar", drawing=Drawing(renderer, number), satker=office)
    with world.database.transaction() as session:
        chat_queue.queue(session, [said], world.clock())


async def test_forty_presses_of_one_office_hold_up_anothers_picture_by_one_drawing_at_most(
    world: World, ears: Ears
) -> None:
    with world.database.transaction() as session:
        other = make_office(session, "9999").id
    order: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def slow(_database: Database, number: int, _folder: Path, _step: Step) -> Drawn:
        order.append(number)
        begun.set()
        assert go_on.wait(10)
        return Drawn((("gambar.jpg", b"jpeg"),))

    for number in range(40):
        ask(world, 1, "Rudi", number=number)
    work = asyncio.create_task(Drawings(world, {"matriks": slow}).run())
    await asyncio.to_thread(begun.wait, 10)
    ask(world, other, "Orang lain", number=100)
    go_on.set()
    await until(lambda: len(order) == 41)
    world.wake.halt()
    await work
    assert order.index(100) == 1
    assert ears.heard == []


async def test_a_picture_does_not_wait_for_pages(world: World) -> None:
    begun, go_on, order = threading.Event(), threading.Event(), []

    def pages(*_told: object) -> Drawn:
        begun.set()
        assert go_on.wait(10)
        order.append("rekap")
        return Drawn((("a.pdf", b"pdf"),))

    def picture(*_told: object) -> Drawn:
        order.append("matriks")
        return Drawn((("a.jpg", b"jpeg"),))

    pair = workers(world)
    for one in pair:
        one.drawers = {"rekap": pages, "matriks": picture}
    ask(world, 1, "Grup", "rekap")
    running = [asyncio.create_task(one.run()) for one in pair]
    await asyncio.to_thread(begun.wait, 10)
    ask(world, 1, "Rudi")
    world.wake.all()
    await until(lambda: order == ["matriks"])
    go_on.set()
    await until(lambda: order == ["matriks", "rekap"])
    world.wake.halt()
    await asyncio.gather(*running)


def test_the_workers_share_out_every_kind_of_drawing(world: World) -> None:
    quick, printer = (set(one.kinds or ()) for one in workers(world))
    assert (quick | printer, quick & printer) == ({*DRAWERS, INVITATION}, set())
    assert printer == {"rekap", "srikandi", "contoh"}


def held(session: Session, folder: Path) -> Satker:
    """One kegiatan with a photo on Thursday 23 June 2022."""
    office = session.get_one(Satker, 1)
    when = datetime(2022, 6, 23, 2, tzinfo=UTC)
    told = kegiatan.Kegiatan(satker_id=1, nomor=1, nama="Rapat Pleno", mulai=when.date(), selesai=when.date())
    told.dibuat_at = when
    session.add(told)
    session.flush()
    taken = photos.Foto(sha256=photos.keep(folder, jpeg(size=(640, 480))), lebar=640, tinggi=480, diterima_at=when)
    photos.attach(session, told, taken)
    return office


async def test_a_kolase_is_drawn_from_its_frozen_figures(world: World) -> None:
    with world.database.transaction() as session:
        office = held(session, world.data_dir / "foto")
        picture = week.gather(here(session, office), Pekan.of(date(2022, 6, 23)))
        figures = freeze(picture)
        deliveries.claim(here(session, office, world.clock()), kolase.ASKED, "2022-W25 1", figures)
    ((name, sheet),) = DRAWERS["kolase"](world.database, 1, world.data_dir, unheard).files
    assert (name, Image.open(io.BytesIO(sheet)).format) == ("kolase-1.jpg", "JPEG")


async def test_a_report_is_drawn_from_its_frozen_figures(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)
    with world.database.transaction() as session:
        office = held(session, world.data_dir / "foto")
        periode = periods.parse("Q2 2022", date(2022, 6, 24))
        gathered = gather.gather(here(session, office), periode, date(2022, 6, 24))
        figures = freeze(gathered)
        rows.add(here(session, office, world.clock()), periode.kode, figures, gathered.batas)
    steps: list[str] = []
    drawn = DRAWERS["rekap"](world.database, 1, world.data_dir, steps.append)
    title = "Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022"
    assert [(name, data[:2]) for name, data in drawn.files] == [(f"{title}.docx", b"PK"), (f"{title}.xlsx", b"PK")]
    data = drawn.files[0][1]
    assert (steps, drawn.sha256) == (["kolase 1/1", "dokumen"], hashlib.sha256(data).hexdigest())
    assert drawn.detail.startswith("LibreOffice tidak terpasang: ")


@pytest.fixture
def report(world: World, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)
    with world.database.transaction() as session:
        office = session.get_one(Satker, 1)
        gathered = gather.gather(here(session, office), periods.parse("Q2 2022", date(2022, 6, 24)), date(2022, 6, 24))
        figures = freeze(gathered)
        return rows.add(here(session, office, world.clock()), "2022-TW2", figures, gathered.batas).id


async def test_a_version_is_sent_again_as_it_was_however_it_would_be_drawn_by_now(
    world: World, report: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = DRAWERS["rekap"](world.database, report, world.data_dir, unheard)
    with world.database.transaction() as session:
        rows.get(session, report).sha256 = first.sha256
    monkeypatch.setattr("bot.workshop.reports.draw", lambda *_, **__: 1 / 0)
    again = DRAWERS["rekap"](world.database, report, world.data_dir, unheard)
    assert (again.files, again.sha256) == (first.files, first.sha256)


@pytest.mark.parametrize("lost", [b"", b"half"])
async def test_a_kept_report_that_is_gone_or_broken_is_drawn_again_with_the_same_hash(
    world: World, report: int, lost: bytes
) -> None:
    first = DRAWERS["rekap"](world.database, report, world.data_dir, unheard)
    with world.database.transaction() as session:
        rows.get(session, report).sha256 = first.sha256
    file = world.data_dir / f"laporan/{first.sha256}.docx"
    file.write_bytes(lost) if lost else file.unlink()
    again = DRAWERS["rekap"](world.database, report, world.data_dir, unheard)
    assert (again.files, again.sha256, file.read_bytes()) == (first.files, first.sha256, first.files[0][1])


@pytest.mark.parametrize("ends", [two, broken, without_room])
async def test_what_is_withdrawn_while_it_is_drawn_never_goes_out(
    world: World, told: list[tuple[str, str]], ends: Draw
) -> None:
    def drawer(database: Database, number: int, folder: Path, step: Step) -> Drawn:
        with database.transaction() as session:
            stuck.withdraw(session, GRUP.channel, GRUP.id)
        return ends(database, number, folder, step)

    queue(world)
    assert await Drawings(world, {"rekap": drawer}).one()
    ended = row(world)
    assert (ended.state, ended.files, list(ended.payload)) == ("dead", [], ["drawing"])
    assert list((world.data_dir / "drawn").glob("*")) == []
    assert told == [("drawing", "")]


@pytest.mark.parametrize("ends", [two, broken, without_room])
async def test_what_is_drawn_for_a_row_that_is_gone_reaches_nobody_who_gets_its_number(
    world: World, told: list[tuple[str, str]], ends: Draw
) -> None:
    def drawer(database: Database, number: int, folder: Path, step: Step) -> Drawn:
        with database.transaction() as session:
            session.delete(old := session.scalars(select(Outbox)).one())
            session.flush()
            put = {"satker_id": 1, "group": False, "kind": "say", "state": "draw", "payload": old.payload}
            session.add(Outbox(id=old.id, channel="test", chat="Rudi", next_try=world.clock(), **put))
        return ends(database, number, folder, step)

    queue(world)
    assert await Drawings(world, {"rekap": drawer}).one()
    other = row(world)
    assert (other.chat, other.state, other.tries, other.files, other.error) == ("Rudi", "draw", 0, [], "")
    assert told == [("drawing", "")]


async def test_a_drawing_waits_until_its_channel_is_open(world: World, ears: Ears) -> None:
    queue(world, "status")
    channels = dict[str, Channel]()
    drawings = Drawings(world, {"status": lambda *_: Drawn((("status.jpg", b"x"),))}, channels=channels)
    assert not await drawings.one()
    channels[ears.name] = ears
    assert await drawings.one()
