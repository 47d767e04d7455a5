"""Two workers with a disk each, and a bucket between them: what one received the other can draw."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.channel import Unfetched
from bot.settings import Settings
from bot.telegram.channel import Telegram
from bot.work.drawing.workers import Drawings
from bot.world import World
from handlers import routes
from handlers.chat import queue
from handlers.kolase import kolase
from handlers.reading.dates.pekan import Pekan
from storage.chat.outbox import Outbox
from storage.foto import photos
from storage.foto.photos import Foto
from storage.foto.store import Store, s3
from storage.kantor.satker import Satker
from tests.bot.conftest import jpeg
from tests.bot.ears import GRUP
from tests.bot.updates import message, photo
from tests.botapi import BotAPI
from tests.conftest import here
from tests.handlers.records import held
from tests.ports import free_ports

if TYPE_CHECKING:
    from obstore.store import S3Store


WEEK = Pekan(date(2022, 6, 20))


async def test_a_photo_that_one_worker_received_is_drawn_by_another(
    world: World, channel: Telegram, api: BotAPI, bucket: "S3Store", tmp_path: Path
) -> None:
    channel.fetching = replace(channel.fetching, store=Store(tmp_path / "one", bucket))
    name = await _received(channel, api)
    other = replace(world, kept=Store(tmp_path / "data" / "foto", bucket))
    _asked(other, name)
    assert not (other.store.folder / name).exists()
    assert await Drawings(other).one()
    with other.database.transaction() as session:
        assert [row.state for row in session.scalars(select(Outbox))] == ["new"]
    assert (other.store.folder / name).read_bytes() == (tmp_path / "one" / name).read_bytes()


async def test_without_the_bucket_a_drawing_waits_and_a_photo_is_fetched_again(
    world: World, channel: Telegram, api: BotAPI, tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    away = s3("s3://foto", f"http://127.0.0.1:{port}", "us-east-1", "kunci", "rahasia")
    channel.fetching = replace(channel.fetching, store=Store(tmp_path / "one", away))
    with pytest.raises(Unfetched):
        await _received(channel, api)
    other = replace(world, kept=Store(tmp_path / "data" / "foto", away))
    _asked(other, photos.name_of(hashlib.sha256(b"x").hexdigest()))
    assert await Drawings(other).one()
    with other.database.transaction() as session:
        row = session.scalars(select(Outbox)).one()
    assert (row.state, row.tries, row.next_try > other.clock()) == ("draw", 0, True)


async def _received(channel: Telegram, api: BotAPI) -> str:
    api.files["f1"] = jpeg(7, (640, 480))
    heard = await channel.incoming({"update_id": 1} | message("Rudi", photo=photo("f1"), caption="Rapat"), "1")
    assert heard
    assert heard.foto
    return photos.name_of(heard.foto.sha256)


def _asked(world: World, name: str) -> None:
    """The kolase of a week with this one photo, asked for in the group."""
    with world.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        row = held(session, office, "Rapat Pleno Rutin", WEEK.mulai)
        taken = Foto(sha256=Path(name).stem, lebar=640, tinggi=480, diterima_at=datetime(2022, 6, 24, tzinfo=UTC))
        photos.attach(session, row, taken)
        session.flush()
        queue.queue(session, routes.told(kolase.posted(here(session, office, world.clock()), WEEK)), world.clock())
        session.scalars(select(Outbox)).one().channel = GRUP.channel


def test_the_bucket_is_a_setting(tmp_path: Path) -> None:
    told = {
        "data_dir": tmp_path,
        "photo_store": "s3://foto/kantor",
        "s3_access_key_id": "k",
        "s3_secret_access_key": "r",
    }
    store = Settings.model_validate(told).store
    assert (store.folder, store.bucket is None) == (tmp_path / "foto", False)
    assert Settings.model_validate({"data_dir": tmp_path}).store == Store(tmp_path / "foto")
    with pytest.raises(ValueError, match="only s3://bucket"):
        Settings.model_validate({"photo_store": "https://foto"})
