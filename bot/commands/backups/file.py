"""A backup as a file: the names that may stand in it, and what the rows of its database name and it lacks."""

import hashlib
import json
import lzma
import re
import shutil
import sqlite3
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.work.drawing import kept
from storage.database import Database, Session
from storage.foto import photos as foto_photos
from storage.laporan import laporan

DATABASE, PHOTOS, BUCKET = "bakohumas.db", "foto", "bucket.json"
FILE = re.compile(
    rf"{PHOTOS}/([0-9a-f]{{2}})/(?P<photo>\1[0-9a-f]{{62}})\.jpg|{kept.FOLDER}/(?P<report>[0-9a-f]{{64}})\.docx(?:\.pdf)?"
)
BROKEN = (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError)


class Careful(Exception):  # noqa: N818 - an answer to the operator
    """The operator is told why nothing was done."""


@dataclass(frozen=True)
class Named:
    """The files of an archive that rows name; a photo that was removed from its record may be lacking."""

    photos: frozenset[str]
    removed: frozenset[str]
    reports: frozenset[str]


@contextmanager
def opened(file: Path) -> Iterator[tarfile.TarFile]:
    """Careful where it is no archive, or not all of one."""
    try:
        with tarfile.open(file) as archive:
            yield archive
    except BROKEN as error:
        raise Careful(f"this is no backup: {error}") from None


def files(archive: tarfile.TarFile) -> Iterator[tuple[tarfile.TarInfo, str]]:
    """The photos and reports in it, each with the sha256 that its bytes must have, "" for a PDF. Whatever else an
    archive holds, links and foreign names among it, is never looked at."""
    for member in archive:
        found = FILE.fullmatch(member.name)
        if found and member.isreg():
            yield member, "" if member.name.endswith(".pdf") else found["photo"] or found["report"]


def named(copy: Path) -> Named:
    """What the rows of a database file name."""
    database = Database(f"sqlite:///{copy}")
    try:
        with database.transaction() as session:
            return named_by(session)
    finally:
        database.close()


def named_by(session: Session) -> Named:
    living, known, reports = foto_photos.living(session), foto_photos.known(session), laporan.kept(session)
    return Named(_photos(living), _photos(known - living), frozenset(f"{kept.FOLDER}/{one}.docx" for one in reports))


def _photos(sha256: set[str]) -> frozenset[str]:
    return frozenset(f"{PHOTOS}/{foto_photos.name_of(one)}" for one in sha256)


def unpacked(archive: tarfile.TarFile, folder: Path) -> Path:
    """The database of an archive in a folder, checked; its schema may be of any release."""
    copy = taken_out(archive, DATABASE, folder)
    check_database(copy)
    return copy


def taken_out(archive: tarfile.TarFile, name: str, folder: Path) -> Path:
    """A file of an archive that belongs to its database, in a folder."""
    members = {member.name: member for member in archive.getmembers() if member.isreg()}
    if sum(member.size for member in members.values()) > shutil.disk_usage(folder).free:
        raise Careful("there is no room for what this file holds")
    held = members.get(name) and archive.extractfile(members[name])
    if not held:
        raise Careful("this file holds no database")
    with (folder / name).open("wb") as file:
        shutil.copyfileobj(held, file)
    return folder / name


def lacking(archive: tarfile.TarFile, wanted: Named) -> str:
    """Which of the files that rows name are neither in the archive nor in its list of the bucket, in words; empty where
    all are. Careful where one is not what its name says."""
    there = _in_bucket(archive)
    for member, sha256 in files(archive):
        if sha256 and _hash(archive.extractfile(member)) != sha256:
            raise Careful(f"{member.name} in the backup is not what it was")
        there.add(member.name)
    lost = sorted(wanted.photos - there), sorted(wanted.reports - there)
    told = [f"{len(n)} {what}{'s' * (len(n) > 1)}" for n, what in zip(lost, ("photo", "report"), strict=True) if n]
    return f"missing although rows name them: {' and '.join(told)}, such as {(lost[0] or lost[1])[0]}" if told else ""


def _in_bucket(archive: tarfile.TarFile) -> set[str]:
    listing = next((member for member in archive if member.name == BUCKET and member.isreg()), None)
    held = listing and archive.extractfile(listing)
    try:
        names = json.load(held) if held else ()
        return {name if name.startswith(f"{kept.FOLDER}/") else f"{PHOTOS}/{name}" for name in names}
    except (ValueError, TypeError):
        raise Careful("the list of the bucket in the backup cannot be read") from None


def _hash(file: IO[bytes] | None) -> str:
    digest = hashlib.sha256()
    while file and (data := file.read(1 << 20)):
        digest.update(data)
    return digest.hexdigest()


def check_database(path: Path) -> None:
    """Careful where SQLite finds a fault in it."""
    connection = sqlite3.connect(path)
    try:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise Careful(f"the copy is not sound: {error}") from None
    finally:
        connection.close()
    if found != "ok":
        raise Careful(f"the copy is not sound: {found}")
