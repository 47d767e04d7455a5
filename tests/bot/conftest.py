"""A team that Telegram knows, a bot that talks to the double, and a world for parts of the process."""

import io
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PIL import Image

from bot.intake.inlet import Inlet
from bot.telegram.channel import Telegram, connect
from bot.work.lanes import Lanes
from bot.work.sender import Sender
from bot.world import Wake, World
from storage.catatan import drafts
from storage.database import Database, Session
from storage.foto import photos
from storage.foto.photos import Foto
from storage.foto.store import Store
from storage.kantor import people
from storage.kantor.satker import Satker
from tests.bot.ears import Clock, Ears
from tests.bot.updates import GROUP, USERS
from tests.botapi import TOKEN, BotAPI
from tests.conftest import NOW, TEAM

if TYPE_CHECKING:
    from tests.bot.browser.chromium import Browser


@pytest.fixture
def team(database: Database, office: int) -> Database:
    """The office of the tests, its group and its people known to Telegram."""
    with database.transaction() as session:
        known_to_telegram(session, session.get_one(Satker, office))
    return database


def known_to_telegram(session: Session, office: Satker) -> None:
    office.grup_channel, office.grup = "telegram", str(GROUP)
    # A whole process runs on the clock of the wall: on no weekday and at no hour may a job of its own be due.
    office.terhubung_at = None
    for name, _ in TEAM:
        anggota = people.find(session, "test", name)
        assert anggota
        anggota.ingatkan = False
        people.identify(session, anggota, "telegram", str(USERS[name]), str(USERS[name]))


@pytest.fixture
async def api() -> AsyncIterator[BotAPI]:
    async with BotAPI() as api:
        yield api


@pytest.fixture
async def channel(api: BotAPI, team: Database, tmp_path: Path) -> AsyncIterator[Telegram]:
    channel = Telegram(connect(TOKEN, api.url), team, Store(tmp_path / "data" / "foto"))
    await channel.open()
    yield channel
    await channel.close()


class Usage(NamedTuple):
    """What the disk says of itself, in bytes."""

    total: int
    used: int
    free: int


def jpeg(shade: int = 0, size: tuple[int, int] = (64, 48)) -> bytes:
    """A small photo; another shade, another photo."""
    out = io.BytesIO()
    Image.new("RGB", size, (shade % 10 * 25, shade // 10 % 10 * 25, 90)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def world(database: Database, ears: Ears, tmp_path: Path, clock: Clock) -> World:
    return World(database, ears, tmp_path / "data", clock, Wake())


@pytest.fixture
def sender(world: World) -> Sender:
    return Sender(world)


@pytest.fixture
def inlet(channel: Telegram, tmp_path: Path) -> Inlet:
    return Inlet(World(channel.database, channel, tmp_path, Clock(), Wake()))


@pytest.fixture
def lanes(world: World) -> Iterator[Lanes]:
    lanes = Lanes(world)
    yield lanes
    lanes.held.close()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    """One headless Chromium for all tests that look at the page; where there is none they skip."""
    from tests.bot.browser.chromium import CHROMIUM, DRIVER, browser

    if not (CHROMIUM and DRIVER):
        pytest.skip("chromium and chromedriver are not installed")
    with browser(tmp_path_factory.mktemp("downloads")) as opened:
        yield opened


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the second that Telegram wants between two messages."""
    monkeypatch.setattr("bot.work.pace.SECOND", timedelta(milliseconds=10))


@pytest.fixture
async def site(sample_sqlite: Database, tmp_path: Path, hurry: None) -> AsyncIterator[str]:
    """The try-out with the sample, as `bot try` shows it; it can begin anew."""
    assert hurry is None
    from bot.commands.tryout import FRESH
    from tests.bot.browser.page import opened

    sample_sqlite.copy_to(str(tmp_path / "data" / FRESH))
    async with opened(sample_sqlite, tmp_path / "data") as url:
        yield url


def named(database: Database, sha256: str) -> None:
    """Let a parked draft of Rudi's name this photo."""
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        draft = drafts.begin(session, rudi, NOW)
        draft.state = drafts.State.PARKED
        photos.attach(session, draft, Foto(sha256=sha256, lebar=4, tinggi=3, diterima_at=NOW))
