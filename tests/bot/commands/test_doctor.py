"""The doctor: photos without their file, and data that others could read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.commands.doctor import check, without_file
from bot.settings import Settings
from storage.database import Database
from storage.foto import photos
from storage.foto.store import Store
from tests.bot.conftest import named
from tests.conftest import NOW


@pytest.mark.usefixtures("office")
def test_the_doctor_counts_photos_without_their_file(database: Database, tmp_path: Path) -> None:
    named(database, photos.keep(tmp_path / "foto", b"there"))
    named(database, "0" * 64)
    assert without_file(database, Store(tmp_path / "foto")) == 1


@pytest.mark.parametrize(
    ("store", "line"),
    [
        ("", (False, "drawing: by one process, on the machine that has the photos; for more set PHOTO_STORE")),
        ("s3://foto", (True, "drawing: by every process")),
    ],
)
def test_where_several_processes_may_work_the_doctor_says_who_draws(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: str, line: tuple[bool, str]
) -> None:
    monkeypatch.setattr(Settings, "store", property(lambda self: Store(self.photos)))
    found = list(check(Settings.model_validate({"data_dir": tmp_path, "photo_store": store}), database, NOW))
    server = database.engine.dialect.name == "postgresql"
    assert [one for one in found if one[1].startswith("drawing")] == ([line] if server else [])


def test_what_the_bot_writes_is_for_its_owner_alone(tmp_path: Path) -> None:
    env = os.environ | {"DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": ""}
    for said in (["check"], ["backup", str(tmp_path / "copy.tar")]):
        run = subprocess.run([sys.executable, "-m", "bot", *said], env=env, capture_output=True, check=False, text=True)
        assert run.returncode == 0, run.stderr
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "data", tmp_path / "copy.tar")}
    modes |= {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "data").glob("*.db")}
    assert modes == {"data": "0o700", "copy.tar": "0o600", "bakohumas.db": "0o600"}


def test_the_doctor_says_when_others_may_look_into_the_data_folder(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    told = [line for sound, line in check(Settings(data_dir=folder), database, NOW) if not sound]
    assert f"data folder: others may look in; run: chmod 700 {folder}" in told
    folder.chmod(0o700)
    told = [line for sound, line in check(Settings(data_dir=folder), database, NOW) if not sound]
    assert [line for line in told if line.startswith("data folder")] == []
