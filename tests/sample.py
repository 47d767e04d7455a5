"""The sample office in a database, loaded once and copied for every test that needs it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.load import load
from storage.database import Database
from storage.foto.store import Store

LOADED_AT = datetime(2022, 6, 24, 2, tzinfo=UTC)


def make(folder: Path) -> None:
    """A data folder with the sample loaded."""
    folder.mkdir(parents=True, exist_ok=True)
    database = Database(f"sqlite:///{folder / 'bakohumas.db'}")
    database.upgrade()
    load(database, "sample", Store(folder / "foto"), LOADED_AT)
    database.copy_to(str(folder / "copy.db"))
    database.close()


def copy(source: Path, target: Path) -> Database:
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "copy.db", target / "bakohumas.db")
    (target / "foto").symlink_to(source / "foto", target_is_directory=True)
    return Database(f"sqlite:///{target / 'bakohumas.db'}")
