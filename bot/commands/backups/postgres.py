"""A database on PostgreSQL in a backup: taken down and put back by its own tools, and proved table by table."""

import io
import json
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.commands.backups.file import Careful, Named, named_by, taken_out
from storage import dump
from storage.database import Database
from storage.dump import Tables

DUMP, TOLD = "bakohumas.dump", "bakohumas.json"
EMPTY = "set DATABASE_URL to an empty database of PostgreSQL"
# Whoever restores is another user, perhaps, and no publication of the old server is wanted on the new one.
PLAIN = ("--no-owner", "--no-privileges", "--no-publications", "--no-subscriptions")


@dataclass(frozen=True)
class Held:
    """A database in a backup: the file of pg_dump, what stands in each table, and the files that rows name."""

    file: Path
    tables: Tables
    named: Named


def save(archive: tarfile.TarFile, database: Database, folder: Path) -> Named:
    """Write the database into an archive, as it is at one moment, while others write; returns what its rows name."""
    _refuse_old(database)
    file = folder / DUMP
    with dump.snapshot(database) as (session, moment):
        named, tables = named_by(session), dump.tables(session.connection())
        words = (*PLAIN, "--format=custom", f"--snapshot={moment}", f"--file={file}")
        _run("pg_dump", words, dump.environment(database))
    archive.add(file, DUMP)
    told = asdict(named) | {"tables": tables}
    data = json.dumps({key: value if key == "tables" else sorted(value) for key, value in told.items()}).encode()
    member = tarfile.TarInfo(TOLD)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))
    return named


def held(archive: tarfile.TarFile, folder: Path) -> Held:
    """The same as it comes out of the archive; Careful where it cannot be read to its end."""
    file, told = taken_out(archive, DUMP, folder), taken_out(archive, TOLD, folder)
    _run("pg_restore", (f"--file={os.devnull}", str(file)), {})
    try:
        found = json.loads(told.read_text("utf-8"))
        named = Named(*(frozenset(found[key]) for key in ("photos", "removed", "reports")))
        return Held(file, {name: (count, total) for name, (count, total) in found["tables"].items()}, named)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Careful("what this backup tells of its own tables cannot be read") from None


@contextmanager
def filled(database: Database, held: Held) -> Iterator[None]:
    """Put it into an empty database, all of it or nothing: also where what is done meanwhile fails, it is empty
    again. What an earlier one that was broken off has left there goes first."""
    words = (*PLAIN, "--single-transaction", "--exit-on-error", "--dbname=postgresql://", str(held.file))
    with _alone(database), dump.marked(database):
        _run("pg_restore", words, dump.environment(database))
        _prove(held.tables, dump.tables_of(database))
        yield


def _prove(saved: Tables, found: Tables) -> None:
    if wrong := sorted(name for name in saved | found if saved.get(name) != found.get(name)):
        raise Careful(f"these tables did not come back as they were: {', '.join(wrong)}")


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    try:
        with dump.alone(database):
            if not dump.empty(database):
                raise Careful(f"the database of DATABASE_URL already holds something; {EMPTY}")
            yield
    except dump.Silent as error:
        raise Careful(f"the database of DATABASE_URL cannot be used: {_line(str(error))}") from None
    except dump.Half as error:
        raise Careful(str(error)) from None


def _refuse_old(database: Database) -> None:
    """Only a pg_dump that is at least as new as the server knows all that may stand there."""
    told = _run("pg_dump", ("--version",), {})
    own, server = int(next(iter(re.findall(r"\(PostgreSQL\) (\d+)", told)), 0)), dump.version(database)
    if own < server:
        raise Careful(f"pg_dump is of PostgreSQL {own}, the server of {server}: install postgresql-client-{server}")


def _run(program: str, words: tuple[str, ...], address: Mapping[str, str]) -> str:
    found = shutil.which(program)
    if found is None:
        raise Careful(f"{program} is missing, which a backup of PostgreSQL needs: install postgresql-client")
    # Nobody is there to be asked for a password; and on the command line all users of the machine could read it.
    quiet = () if "--version" in words or not address else ("--no-password",)
    env = os.environ | address | {"LC_ALL": "C"}
    done = subprocess.run([found, *quiet, *words], check=False, env=env, capture_output=True, text=True)  # noqa: S603 - our own words
    if done.returncode:
        raise Careful(f"{program} has failed: {_line(done.stderr)}")
    return done.stdout


def _line(told: str) -> str:
    return next((line.partition("error: ")[2] or line for line in told.strip().splitlines() if line), "without a word")
