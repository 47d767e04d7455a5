"""Photos are made ready when they arrive, and those of before at their first drawing."""

import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bot.commands import backup
from bot.settings import Settings
from bot.telegram.channel import Telegram
from bot.work import kept as work_kept
from renderers.photo import prepared
from storage.database import Database
from storage.foto import photos
from tests.bot.conftest import jpeg
from tests.bot.updates import message, photo
from tests.botapi import BotAPI


def kept(folder: Path, number: int = 1) -> str:
    return photos.keep(folder, jpeg(number, (1600, 1200)))


def small(folder: Path, sha256: str) -> tuple[int, int]:
    with Image.open(prepared.beside(folder / photos.name_of(sha256))) as image:
        return image.size


def test_a_photo_gets_its_small_copy_beside_it(tmp_path: Path) -> None:
    sha256 = kept(tmp_path)
    work_kept.prepare(tmp_path, sha256)
    assert small(tmp_path, sha256) == (1080, 810)
    assert sorted(file.name for file in tmp_path.rglob("*.*")) == [f"{sha256}.jpg", f"{sha256}.kecil.jpg"]


def test_those_of_before_get_theirs_at_the_first_drawing_and_only_once(tmp_path: Path) -> None:
    hashes = [kept(tmp_path, number) for number in (1, 2)]
    names = [photos.name_of(sha256) for sha256 in (*hashes, hashes[0])]
    work_kept.prepare(tmp_path, hashes[0])
    before = prepared.beside(tmp_path / names[0]).stat().st_mtime_ns
    work_kept.prepare_missing(tmp_path, names)
    assert [small(tmp_path, sha256) for sha256 in hashes] == [(1080, 810)] * 2
    assert prepared.beside(tmp_path / names[0]).stat().st_mtime_ns == before


@pytest.mark.parametrize("data", [None, b"", b"bukan foto", jpeg(1, (64, 48))[:300]])
def test_a_photo_that_is_gone_or_broken_stops_nothing(tmp_path: Path, data: bytes | None) -> None:
    sha256 = "ab" * 32
    if data is not None:
        (tmp_path / "ab").mkdir()
        (tmp_path / photos.name_of(sha256)).write_bytes(data)
    work_kept.prepare_missing(tmp_path, [photos.name_of(sha256)])
    assert list(tmp_path.rglob("*.kecil.jpg")) == []


async def test_a_photo_from_telegram_is_ready_for_the_kolase_at_once(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = jpeg(1, (1600, 1200))
    heard = await channel.incoming({"update_id": 7} | message("Rudi", photo=photo("f")), "7")
    assert heard
    assert heard.foto
    assert small(channel.store.folder, heard.foto.sha256) == (1080, 810)


def test_a_backup_leaves_them_out(sample_sqlite: Database, tmp_path: Path) -> None:
    assert sample_sqlite
    settings = Settings.model_validate({"data_dir": tmp_path / "data"})
    names = [str(file.relative_to(settings.photos.resolve())) for file in settings.photos.resolve().rglob("*.jpg")][:2]
    work_kept.prepare_missing(settings.photos, [name for name in names if not name.endswith(photos.SMALL)])
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", datetime(2022, 6, 24, 2, tzinfo=UTC))
    with tarfile.open(file) as archive:
        assert [name for name in archive.getnames() if name.endswith(photos.SMALL)] == []
