"""A backup is read back before it counts, and old ones make room."""

import shutil
import tarfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands import backup
from bot.commands.archive import Careful
from bot.health import BACKED_UP
from bot.settings import Settings
from storage.database import Database
from storage.foto.photos import SMALL

NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)


@pytest.fixture
def settings(sample_sqlite: Database, tmp_path: Path) -> Settings:
    assert sample_sqlite
    return Settings.model_validate({"data_dir": tmp_path / "data"})


def test_in_a_folder_it_is_named_by_the_time_and_its_age_is_known(
    settings: Settings, sample_sqlite: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    file = backup.backup(settings, sample_sqlite, folder, NOW)
    assert [f.name for f in folder.iterdir()] == [file.name] == ["bakohumas-2022-06-24T020000.tar"]
    with tarfile.open(file) as archive:
        photos = [name for name in archive.getnames() if name.endswith(".jpg")]
    assert len(photos) == 34
    assert (settings.data_dir / BACKED_UP).read_text() == NOW.isoformat()


def test_a_photo_that_has_rotted_on_the_disk_is_told(
    settings: Settings, sample_sqlite: Database, tmp_path: Path
) -> None:
    # The samples of all tests share the bytes of their photos; this one needs its own.
    shutil.copytree(settings.photos, tmp_path / "own")
    shutil.rmtree(settings.photos)
    shutil.move(tmp_path / "own", settings.photos)
    photo = next(p for p in settings.photos.rglob("*.jpg") if not p.name.endswith(SMALL))
    photo.write_bytes(photo.read_bytes()[:-1] + b"x")
    with pytest.raises(Careful, match=f"{photo.name} in the backup is not what it was"):
        backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    assert not (settings.data_dir / BACKED_UP).exists()


def test_fourteen_days_and_twelve_months_are_kept(settings: Settings, sample_sqlite: Database, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    days = [NOW - timedelta(days=n) for n in range(1, 500)]
    for day in days:
        (folder / f"bakohumas-{day:%Y-%m-%dT%H%M%S}.tar").touch()
    (folder / "bakohumas-2022-06-23T010000.tar").touch()
    (folder / "milik-orang-lain.tar").touch()
    backup.backup(settings, sample_sqlite, folder, NOW)
    kept = sorted(f.name.removeprefix("bakohumas-").removesuffix("T020000.tar") for f in folder.iterdir())
    daily = [f"2022-06-{n}" for n in range(11, 25)]
    monthly = ["2021-07-31", "2021-08-31", "2021-09-30", "2021-10-31", "2021-11-30", "2021-12-31"]
    monthly += ["2022-01-31", "2022-02-28", "2022-03-31", "2022-04-30", "2022-05-31"]
    assert kept == sorted([*monthly, *daily, "milik-orang-lain.tar"])
