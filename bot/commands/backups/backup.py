"""bot backup and bot move: everything into a checked tar file, or all rows into another database."""

import io
import json
import os
import re
import shutil
import tarfile
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from bot.commands.backups import postgres
from bot.commands.backups.file import (
    BUCKET,
    DATABASE,
    FILE,
    PHOTOS,
    Careful,
    Named,
    check_database,
    lacking,
    named,
    opened,
    unpacked,
)
from bot.commands.shell import explained, started, upgraded
from bot.settings import Settings
from bot.work.drawing import kept
from storage import locks, move
from storage.database import Database
from storage.foto import owner
from storage.foto.store import REPORT, Spoiled, Store, Unreachable, listed

PREFIX, OURS = "bakohumas-", re.compile(r"bakohumas-\d{4}-\d\d-\d\dT\d{6}\.tar")
INCOMPLETE, PART = f"{PREFIX}incomplete.tar", ".part"
DAYS, MONTHS = 14, 12
# No backup takes so long: what is older is of one that was killed, and holds everything for ever.
BROKEN_OFF = timedelta(days=1)


def back_up(target: Path, with_photos: bool) -> None:
    """Write the tar file `target`, or one named by the time in the folder `target`."""
    with started() as (settings, database), explained(Careful, Unreachable):
        file = backup(settings, database, target, datetime.now(UTC), with_photos=with_photos)
    click.echo(f"{file}: {file.stat().st_size // 1024} kB")


def backup(settings: Settings, database: Database, target: Path, now: datetime, *, with_photos: bool = False) -> Path:
    """One tar file with a checked copy of the database, and the photos and sent reports that its rows name; in a folder
    `target` its name is the time. Of photos in a bucket it holds the list, or with `with_photos` the bytes. Returns the
    file; Careful where anything is missing, and then no older backup makes room."""
    file = target / f"{PREFIX}{now:%Y-%m-%dT%H%M%S}.tar" if target.is_dir() else target
    part = file.with_name(f"{file.name}{PART}")
    try:
        _write(settings, database, part, with_photos=with_photos)
        missing = _read_back(part)
        # A backup that lacks files is kept under one name: it does not count as one, and the next replaces it.
        part.replace(file.with_name(INCOMPLETE) if missing else file)
    finally:
        part.unlink(missing_ok=True)
    if missing:
        raise Careful(f"{missing}; the rest stands in {file.with_name(INCOMPLETE)}, which counts as no backup")
    if target.is_dir():
        (target / INCOMPLETE).unlink(missing_ok=True)
        _rotate(target)
        _sweep(target, now - BROKEN_OFF)
    with database.transaction() as session:
        owner.backed_up(session, now)
    return file


def _write(settings: Settings, database: Database, part: Path, *, with_photos: bool) -> None:
    with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder, part.open("wb") as file:
        # The database is copied first: photos are only added, so every photo that the copy names is on the disk by now.
        with tarfile.open(fileobj=file, mode="w") as archive:
            wanted = (postgres.save if locks.shared(database) else _save)(archive, database, Path(folder))
            wanted_there = wanted.photos | wanted.removed | (wanted.reports - _reports(settings.data_dir))
            there = _from_bucket(archive, settings, wanted_there, with_photos=with_photos)
            for name in sorted((wanted.photos | wanted.removed | _reports(settings.data_dir)) - there):
                if (settings.data_dir / name).exists():
                    archive.add((settings.data_dir / name).resolve(), name)
        file.flush()
        os.fsync(file.fileno())


def _save(archive: tarfile.TarFile, database: Database, folder: Path) -> Named:
    copy = folder / DATABASE
    database.copy_to(str(copy))
    check_database(copy)
    archive.add(copy, DATABASE)
    return named(copy)


def _reports(data_dir: Path) -> set[str]:
    names = (f"{kept.FOLDER}/{file.name}" for file in (data_dir / kept.FOLDER).glob("*"))
    return {name for name in names if FILE.fullmatch(name)}


def _from_bucket(archive: tarfile.TarFile, settings: Settings, names: frozenset[str], *, with_photos: bool) -> set[str]:
    """Write the list of the photos and reports that lie in the bucket, unless their bytes are wanted; returns their
    names."""
    store = settings.store
    if store.bucket is None:
        return set()
    short = [name.removeprefix(f"{PHOTOS}/") for name in sorted(names)]
    if with_photos:
        _fetched(store, settings.data_dir, short)
        return set()
    sizes = {name: size for name, (size, _) in listed(store.bucket).items()}
    found = {name: sizes[name] for name in short if name in sizes}
    data = json.dumps(found, indent=0).encode()
    member = tarfile.TarInfo(BUCKET)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))
    return {name if REPORT.fullmatch(name) else f"{PHOTOS}/{name}" for name in found}


def _fetched(store: Store, data_dir: Path, names: list[str]) -> None:
    reports = [name for name in names if REPORT.fullmatch(name)]
    for name in reports:
        kept.present(store, data_dir, Path(name).stem)
    try:
        store.present(name for name in names if name not in reports)
    except Spoiled as name:
        raise Careful(f"{name} in the bucket is not what it was") from None


def _read_back(part: Path) -> str:
    """Read the backup back: its database must be sound, and each file what its name says. Returns what is missing."""
    beside = tempfile.TemporaryDirectory(prefix=PREFIX, suffix=PART, dir=part.parent)
    with opened(part) as archive, beside as folder:
        if postgres.DUMP in archive.getnames():
            return lacking(archive, postgres.held(archive, Path(folder)).named)
        return lacking(archive, named(unpacked(archive, Path(folder))))


def _rotate(folder: Path) -> None:
    """Keep the last backup of each of 14 days and 12 months; files with other names than ours are left alone."""
    files = sorted(f for f in folder.iterdir() if OURS.fullmatch(f.name))
    days, months = ({f.name[: len(PREFIX) + n]: f for f in files} for n in (len("2022-06-24"), len("2022-06")))
    for file in set(files) - {*list(days.values())[-DAYS:], *list(months.values())[-MONTHS:]}:
        file.unlink()


def _sweep(folder: Path, before: datetime) -> None:
    for left in folder.glob(f"{PREFIX}*{PART}"):
        if left.stat().st_mtime < before.timestamp():
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def move_from(source: Path) -> None:
    """All rows or none; ClickException where the database already holds something or a table differs afterwards."""
    try:
        with started() as (_, database), closing(upgraded(Database(f"sqlite:///{source.absolute()}"))) as old:
            counts = move.move(old, database)
    except move.NotEmpty:
        raise click.ClickException("the database of DATABASE_URL already holds something") from None
    except move.Differs as tables:
        raise click.ClickException(f"these tables did not arrive whole, so nothing was kept: {tables}") from None
    click.echo(f"{sum(counts.values())} rows of {sum(map(bool, counts.values()))} tables, compared one by one")
