"""Kept on disk: sent reports under their hash, in the backup too; small copies of photos, made again at need."""

import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bot.commands.backups import backup, restore
from bot.settings import Settings
from bot.telegram.channel import Telegram
from bot.work.drawing import kept
from renderers.photo import prepared
from storage.database import Database
from storage.foto import photos
from tests.bot.conftest import jpeg
from tests.bot.updates import message, photo
from tests.botapi import BotAPI

WORD, PDF = b"PK word", b"%PDF word %%EOF\n"


@pytest.mark.parametrize("pdf", [PDF, None])
def test_what_was_kept_is_read_again(tmp_path: Path, pdf: bytes | None) -> None:
    sha256 = kept.write(tmp_path, WORD, pdf)
    assert kept.write(tmp_path, WORD, pdf) == sha256
    assert kept.read(tmp_path, sha256) == [("docx", WORD), *([("pdf", pdf)] if pdf else [])]


@pytest.mark.parametrize("sha256", ["", "5a"])
def test_a_hash_that_is_not_kept(tmp_path: Path, sha256: str) -> None:
    assert kept.read(tmp_path, sha256) == []


def test_a_file_that_rotted_or_is_only_a_pdf_is_none(tmp_path: Path) -> None:
    sha256 = kept.write(tmp_path, WORD, PDF)
    word = tmp_path / f"laporan/{sha256}.docx"
    word.write_bytes(b"PK w")
    assert kept.read(tmp_path, sha256) == []
    word.unlink()
    assert kept.read(tmp_path, sha256) == []


@pytest.mark.parametrize("left", [b"", PDF[:9], PDF[:-5], bytes(len(PDF)), PDF[:9] + bytes(6)])
def test_a_pdf_that_a_power_cut_left_half_written_is_none(tmp_path: Path, left: bytes) -> None:
    sha256 = kept.write(tmp_path, WORD, PDF)
    (tmp_path / f"laporan/{sha256}.docx.pdf").write_bytes(left)
    assert kept.read(tmp_path, sha256) == [("docx", WORD)]


def test_they_go_into_the_backup_and_come_back(sample_sqlite: Database, tmp_path: Path) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path / "data"})
    sha256 = kept.write(settings.data_dir, WORD, PDF)
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", datetime(2022, 6, 24, tzinfo=UTC))
    fresh = Settings.model_validate({"data_dir": tmp_path / "new"})
    restore.restore(fresh, file)
    assert kept.read(fresh.data_dir, sha256) == [("docx", WORD), ("pdf", PDF)]


def photo_in(folder: Path, number: int = 1) -> str:
    return photos.keep(folder, jpeg(number, (1600, 1200)))


def small(folder: Path, sha256: str) -> tuple[int, int]:
    with Image.open(prepared.beside(folder / photos.name_of(sha256))) as image:
        return image.size


def test_a_photo_gets_its_small_copy_beside_it(tmp_path: Path) -> None:
    sha256 = photo_in(tmp_path)
    kept.prepare(tmp_path, sha256)
    assert small(tmp_path, sha256) == (1080, 810)
    assert sorted(file.name for file in tmp_path.rglob("*.*")) == [f"{sha256}.jpg", f"{sha256}.kecil.jpg"]


def test_those_of_before_get_theirs_at_the_first_drawing_and_only_once(tmp_path: Path) -> None:
    hashes = [photo_in(tmp_path, number) for number in (1, 2)]
    names = [photos.name_of(sha256) for sha256 in (*hashes, hashes[0])]
    kept.prepare(tmp_path, hashes[0])
    before = prepared.beside(tmp_path / names[0]).stat().st_mtime_ns
    kept.prepare_missing(tmp_path, names)
    assert [small(tmp_path, sha256) for sha256 in hashes] == [(1080, 810)] * 2
    assert prepared.beside(tmp_path / names[0]).stat().st_mtime_ns == before


@pytest.mark.parametrize("data", [None, b"", b"bukan foto", jpeg(1, (64, 48))[:300]])
def test_a_photo_that_is_gone_or_broken_stops_nothing(tmp_path: Path, data: bytes | None) -> None:
    sha256 = "ab" * 32
    if data is not None:
        (tmp_path / "ab").mkdir()
        (tmp_path / photos.name_of(sha256)).write_bytes(data)
    kept.prepare_missing(tmp_path, [photos.name_of(sha256)])
    assert list(tmp_path.rglob("*.kecil.jpg")) == []


async def test_a_photo_from_telegram_is_soon_ready_for_the_kolase(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = jpeg(1, (1600, 1200))
    heard = await channel.incoming({"update_id": 7} | message("Rudi", photo=photo("f")), "7")
    assert heard
    assert heard.foto
    await channel.fetching.copies.done()
    assert small(channel.store.folder, heard.foto.sha256) == (1080, 810)


def test_a_backup_leaves_them_out(sample_sqlite: Database, tmp_path: Path) -> None:
    assert sample_sqlite
    settings = Settings.model_validate({"data_dir": tmp_path / "data"})
    names = [str(file.relative_to(settings.photos.resolve())) for file in settings.photos.resolve().rglob("*.jpg")][:2]
    kept.prepare_missing(settings.photos, [name for name in names if not name.endswith(photos.SMALL)])
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", datetime(2022, 6, 24, 2, tzinfo=UTC))
    with tarfile.open(file) as archive:
        assert [name for name in archive.getnames() if name.endswith(photos.SMALL)] == []
