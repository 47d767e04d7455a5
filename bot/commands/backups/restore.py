"""bot restore: a backup into a data folder without a database, which is then another deployment than the one saved."""

import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import click

from bot.commands.backups import postgres
from bot.commands.backups.file import DATABASE, Careful, Named, check_database, files, lacking, named, opened, unpacked
from bot.commands.shell import explained
from bot.process import Busy, locked
from bot.settings import Settings
from bot.work.drawing import kept
from storage import locks
from storage.database import Database
from storage.foto import owner

ENDS = ("", "-wal", "-shm", "-journal")


def restore_from(source: Path, incomplete: bool) -> None:
    """Unpack the tar file `source` into the data folder of the settings."""
    settings = Settings()
    with explained(Careful, Busy, OSError):
        restore(settings, source, incomplete=incomplete)
    click.echo(f"restored into {settings.data_dir}")


def restore(settings: Settings, source: Path, *, incomplete: bool = False) -> None:
    """Careful where a database is there already, or the backup is not sound, or not whole and not meant to be taken
    all the same; then everything in the data folder, and in the database, is as it was."""
    with opened(source) as archive:
        shared = postgres.DUMP in archive.getnames()
        (_to_server if shared else _to_file)(settings, archive, incomplete=incomplete)


def _to_file(settings: Settings, archive: tarfile.TarFile, *, incomplete: bool) -> None:
    place = settings.data_dir / DATABASE
    if settings.database != Settings.model_construct(data_dir=settings.data_dir).database:
        raise Careful("DATABASE_URL names another database than the file in DATA_DIR; unset it first")
    _refuse_database(place)
    with _workplace(settings) as folder:
        copy = unpacked(archive, folder)
        _become_another(Database(f"sqlite:///{copy}"))
        _refuse_missing(archive, named(copy), incomplete=incomplete)
        with locked(settings.data_dir):
            _refuse_database(place)
            _put_files(archive, settings.data_dir)
            _close(settings)
            _put_database(settings, copy, place)


def _to_server(settings: Settings, archive: tarfile.TarFile, *, incomplete: bool) -> None:
    if not locks.shared(Database(settings.database)):
        raise Careful(f"this is a backup of PostgreSQL: {postgres.EMPTY}")
    with _workplace(settings) as folder, closing(Database(settings.database)) as database:
        held = postgres.held(archive, folder)
        _refuse_missing(archive, held.named, incomplete=incomplete)
        with postgres.filled(database, held):
            _put_files(archive, settings.data_dir)
            _close(settings)
            _become_another(database)


@contextmanager
def _workplace(settings: Settings) -> Iterator[Path]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder:
        yield Path(folder)


def _refuse_missing(archive: tarfile.TarFile, wanted: Named, *, incomplete: bool) -> None:
    missing = lacking(archive, wanted)
    if missing and not incomplete:
        raise Careful(f"{missing}; to take it all the same, use --incomplete")


def _refuse_database(place: Path) -> None:
    """What a crash left beside the database holds its newest messages, and would spoil any other database."""
    there = [file for end in ENDS if os.path.lexists(file := f"{place}{end}")]
    if there:
        raise Careful(f"{place.parent} already holds a database; move it away first, all together: {' '.join(there)}")


def _become_another(database: Database) -> None:
    """Bring the copy to the schema of this release, and let it sweep nothing that another deployment may still use."""
    try:
        database.upgrade()
        with database.transaction() as session:
            owner.renew(session)
    except Exception as error:
        raise Careful(f"this release cannot use the database in it: {error}") from error
    finally:
        database.close()


def _put_files(archive: tarfile.TarFile, data_dir: Path) -> None:
    for member, sha256 in files(archive):
        target = data_dir / member.name
        if target.exists() and (not sha256 or hashlib.sha256(target.read_bytes()).hexdigest() == sha256):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{uuid4().hex}.tmp")
        with part.open("wb") as file:
            shutil.copyfileobj(archive.extractfile(member) or file, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)


def _close(settings: Settings) -> None:
    """Whatever modes an archive tells, photos and reports are for their owner alone."""
    settings.data_dir.chmod(0o700)
    for folder in (settings.photos, settings.data_dir / kept.FOLDER):
        for path in (folder, *folder.rglob("*")) if folder.exists() else ():
            path.chmod(0o700 if path.is_dir() else 0o600)


def _put_database(settings: Settings, copy: Path, place: Path) -> None:
    """Last of all, and once more looked at where the bot will open it."""
    copy.chmod(0o600)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    copy.replace(place)
    try:
        _look(settings, place)
    except BaseException:
        for end in ENDS:
            Path(f"{place}{end}").unlink(missing_ok=True)
        raise


def _look(settings: Settings, place: Path) -> None:
    check_database(place)
    database = Database(settings.database)
    behind = database.behind()
    database.close()
    if behind:
        raise Careful(behind)
