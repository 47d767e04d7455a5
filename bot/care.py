"""bot backup, restore and check: a safe copy while the bot runs, its way back, and the doctor."""

import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.settings import Settings
from renderers import office
from storage.database import Database

DATABASE, PHOTOS = "bakohumas.db", "foto"
LOW_SPACE = 10**9


class Careful(Exception):  # noqa: N818 - an answer to the operator
    """Says why nothing was done."""


def backup(settings: Settings, database: Database, target: Path) -> None:
    """One tar file with a checked copy of the database and every photo."""
    if database.url.get_backend_name() != "sqlite":
        raise Careful("the database is not SQLite: use pg_dump for it, and copy the photo folder beside it")
    with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder:
        copy = Path(folder) / DATABASE
        database.copy_to(str(copy))
        _check_copy(copy)
        part = target.with_name(f"{target.name}.part")
        # Photos are never changed, only added: what the copied rows name is there already.
        with tarfile.open(part, "w") as archive:
            archive.add(copy, DATABASE)
            if settings.photos.exists():
                archive.add(settings.photos.resolve(), PHOTOS)
        part.replace(target)


def restore(settings: Settings, source: Path) -> None:
    """Unpack a backup into an empty data folder."""
    if (settings.data_dir / DATABASE).exists():
        raise Careful(f"{settings.data_dir} already holds a database; move it away first")
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder:
        try:
            with tarfile.open(source) as archive:
                archive.extractall(folder, filter="data")
        except tarfile.TarError as error:
            raise Careful(f"this is no backup: {error}") from None
        unpacked = Path(folder)
        _check_copy(unpacked / DATABASE)
        if (unpacked / PHOTOS).exists():
            shutil.copytree(unpacked / PHOTOS, settings.photos, dirs_exist_ok=True)
        (unpacked / DATABASE).replace(settings.data_dir / DATABASE)


def _check_copy(path: Path) -> None:
    if not path.exists():
        raise Careful("this file holds no database")
    connection = sqlite3.connect(path)
    try:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise Careful(f"the copy is not sound: {error}") from None
    finally:
        connection.close()
    if found != "ok":
        raise Careful(f"the copy is not sound: {found}")


def check(settings: Settings, database: Database, now: datetime) -> Iterator[tuple[bool, str]]:
    """What the doctor sees: (sound, line)."""
    yield _schema(database)
    free = shutil.disk_usage(settings.data_dir).free
    yield free > LOW_SPACE, f"disk: {free // 10**6} MB free"
    soffice = office.program()
    yield soffice is not None, f"LibreOffice: {soffice or 'missing; reports come without PDF and page numbers'}"
    yield settings.bot_token is not None, f"BOT_TOKEN: {'set' if settings.bot_token else 'missing'}"
    yield True, f"clock: {now:%Y-%m-%d %H:%M} UTC"


def _schema(database: Database) -> tuple[bool, str]:
    try:
        database.upgrade()
    except Exception as error:  # noqa: BLE001 - the doctor reports whatever it is
        return False, f"database: {error}"
    return True, f"database: {database.url.render_as_string(hide_password=True)}"
