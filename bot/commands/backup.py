"""bot backup, bot restore and bot move: all data into a checked tar file, out of it again, or into another database."""

import hashlib
import re
import shutil
import sqlite3
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.commands.shell import explained, started, upgraded
from bot.health import BACKED_UP
from bot.settings import Settings
from bot.work import kept
from storage import move
from storage.database import Database
from storage.foto import photos

PREFIX, OURS = "bakohumas-", re.compile(r"bakohumas-\d{4}-\d\d-\d\dT\d{6}\.tar")
HASHED = re.compile(r"[0-9a-f]{64}")
DAYS, MONTHS = 14, 12
DATABASE, PHOTOS = "bakohumas.db", "foto"


class Careful(Exception):  # noqa: N818 - an answer to the operator
    """The operator is told why nothing was done."""


def back_up(target: Path) -> None:
    """Write the tar file `target`, or one named by the time in the folder `target`."""
    settings, database = started()
    with explained(Careful):
        file = backup(settings, database, target, datetime.now(UTC))
    click.echo(f"{file}: {file.stat().st_size // 1024} kB")


def restore_from(source: Path) -> None:
    """Unpack the tar file `source` into the data folder of the settings."""
    settings = Settings()
    with explained(Careful):
        restore(settings, source)
    click.echo(f"restored into {settings.data_dir}")


def backup(settings: Settings, database: Database, target: Path, now: datetime) -> Path:
    """One tar file with a checked copy of the database, the photos and the sent reports; in a folder `target` its
    name is the time. Returns the file."""
    file = target / f"{PREFIX}{now:%Y-%m-%dT%H%M%S}.tar" if target.is_dir() else target
    _write(settings, database, file)
    _check_backup(file)
    if target.is_dir():
        _rotate(target)
    (settings.data_dir / BACKED_UP).write_text(now.isoformat())
    return file


def _write(settings: Settings, database: Database, target: Path) -> None:
    if database.url.get_backend_name() != "sqlite":
        raise Careful("the database is not SQLite: use pg_dump for it, and copy the photo folder beside it")
    with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder:
        copy = Path(folder) / DATABASE
        database.copy_to(str(copy))
        _check_copy(copy)
        part = target.with_name(f"{target.name}.part")
        # Photos are never changed, only added, so that each photo named by the copied rows is on the disk already.
        with tarfile.open(part, "w") as archive:
            archive.add(copy, DATABASE)
            if settings.photos.exists():
                archive.add(settings.photos.resolve(), PHOTOS, filter=_only_photos)
            if (settings.data_dir / kept.FOLDER).exists():
                archive.add(settings.data_dir / kept.FOLDER, kept.FOLDER)
        part.replace(target)


def _only_photos(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave out the small copies, which the bot makes again when it needs them."""
    return None if member.name.endswith(photos.SMALL) else member


def _check_backup(file: Path) -> None:
    """Read the backup back: the database must be sound, and each photo must have the hash that is its name."""
    with tarfile.open(file) as archive, tempfile.TemporaryDirectory(dir=file.parent) as folder:
        archive.extract(DATABASE, folder, filter="data")
        _check_copy(Path(folder) / DATABASE)
        for member in archive:
            name, data = Path(member.name), archive.extractfile(member)
            if data and HASHED.fullmatch(name.stem) and hashlib.sha256(data.read()).hexdigest() != name.stem:
                raise Careful(f"{member.name} in the backup is not what it was")


def _rotate(folder: Path) -> None:
    """Keep the last backup of each of 14 days and 12 months; files with other names than ours are left alone."""
    files = sorted(f for f in folder.iterdir() if OURS.fullmatch(f.name))
    days, months = ({f.name[: len(PREFIX) + n]: f for f in files} for n in (len("2022-06-24"), len("2022-06")))
    for file in set(files) - {*list(days.values())[-DAYS:], *list(months.values())[-MONTHS:]}:
        file.unlink()


def restore(settings: Settings, source: Path) -> None:
    """Unpack a backup into an empty data folder; Careful where there is a database or the backup is not sound."""
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
        if (unpacked / kept.FOLDER).exists():
            shutil.copytree(unpacked / kept.FOLDER, settings.data_dir / kept.FOLDER, dirs_exist_ok=True)
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


def move_from(source: Path) -> None:
    """All rows or none; ClickException where the database already holds something or a table differs afterwards."""
    _settings, database = started()
    old = upgraded(Database(f"sqlite:///{source.absolute()}"))
    try:
        counts = move.move(old, database)
    except move.NotEmpty:
        raise click.ClickException("the database of DATABASE_URL already holds something") from None
    except move.Differs as tables:
        raise click.ClickException(f"these tables did not arrive whole, so nothing was kept: {tables}") from None
    click.echo(f"{sum(counts.values())} rows of {sum(map(bool, counts.values()))} tables, compared one by one")
