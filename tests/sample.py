"""The sample office in a database, loaded once and copied for every test that needs it."""

import os
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
    """The photos are links to the same bytes: a test adds and removes its own, and writes into none."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "copy.db", target / "bakohumas.db")
    shutil.copytree(source / "foto", target / "foto", copy_function=os.link)
    return Database(f"sqlite:///{target / 'bakohumas.db'}")
