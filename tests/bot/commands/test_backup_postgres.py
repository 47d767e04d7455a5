"""A backup of PostgreSQL: by its own tools, its password seen by nobody, and back whole or not at all."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

import pytest
from click.testing import CliRunner
from sqlalchemy import make_url, text

from bot.__main__ import main
from bot.commands.backups import restore as restoring
from bot.commands.backups.backup import backup
from bot.commands.backups.file import Careful
from bot.commands.backups.restore import restore
from bot.commands.doctor import check
from bot.settings import Settings
from storage import dump
from storage.database import Database
from storage.foto import owner
from tests import postgres, sample
from tests.bot.commands.test_backup import lost, own
from tests.bot.commands.test_restore import Member, rewritten
from tests.patience import PATIENCE

on_server = pytest.mark.skipif(not postgres.URL, reason="TEST_DATABASE_URL names no PostgreSQL")
NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)

ADDRESSES = {
    "postgresql://pengguna:r%40hasia@kantor:5433/bakohumas": {
        "PGHOST": "kantor",
        "PGPORT": "5433",
        "PGUSER": "pengguna",
        "PGPASSWORD": "r@hasia",
        "PGDATABASE": "bakohumas",
    },
    "postgresql+psycopg://pengguna@/bakohumas?host=/run/postgresql&password=rahasia": {
        "PGHOST": "/run/postgresql",
        "PGUSER": "pengguna",
        "PGPASSWORD": "rahasia",
        "PGDATABASE": "bakohumas",
    },
    "postgresql://a:b@/x?host=satu:1&host=dua:2&sslmode=verify-full&application_name=bot&keepalives_idle=5": {
        "PGHOST": "satu,dua",
        "PGPORT": "1,2",
        "PGUSER": "a",
        "PGPASSWORD": "b",
        "PGDATABASE": "x",
        "PGSSLMODE": "verify-full",
        "PGAPPNAME": "bot",
    },
}


@pytest.mark.parametrize("url", ADDRESSES)
def test_the_address_is_told_as_its_tools_read_it(url: str) -> None:
    assert dump.environment(Database(url)) == ADDRESSES[url]


@pytest.fixture
def settings(sample_database: Database, tmp_path: Path) -> Settings:
    url = sample_database.url.render_as_string(hide_password=False)
    return Settings.model_validate({"data_dir": tmp_path / "data", "database_url": url})


@pytest.fixture(scope="module")
def saved(sample_folder: Path, sample_postgres: bool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the sample, which all read."""
    folder = tmp_path_factory.mktemp("saved")
    sample.copy(sample_folder, folder / "data").close()
    assert sample_postgres
    with closing(Database(postgres.created("copy", "sample"))) as database:
        return backup(Settings.model_validate({"data_dir": folder / "data"}), database, folder / "copy.tar", NOW)


@pytest.fixture
def target(tmp_path: Path) -> Settings:
    url = postgres.created("back")
    return Settings.model_validate({"data_dir": tmp_path / "back", "database_url": url})


def contents(settings: Settings) -> tuple[dict[str, tuple[int, str]], list[str]]:
    database = Database(settings.database)
    try:
        folder = settings.data_dir
        files = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
        return dump.tables_of(database), sorted(files)
    finally:
        database.close()


@on_server
def test_what_is_saved_comes_back_table_by_table_as_another_deployment(
    settings: Settings, saved: Path, target: Settings
) -> None:
    with tarfile.open(saved) as archive:
        names = archive.getnames()
    assert (names[:2], len(names)) == (["bakohumas.dump", "bakohumas.json"], 2 + 34)
    restore(target, saved)
    before, after = contents(settings), contents(target)
    assert before[0]["kegiatan"][0] == 52
    assert {name for name in before[0] if before[0][name] != after[0][name]} == {"deployment"}
    assert after[1] == [name for name in before[1] if name.startswith("foto/") and "kecil" not in name][: len(after[1])]
    assert len(after[1]) == 34
    back = Database(target.database)
    with back.transaction() as session:
        assert owner.mine(session).copy is True
        # The next number of each table goes on behind its rows.
        assert session.scalar(text("SELECT nextval(pg_get_serial_sequence('kegiatan', 'id'))")) == 53
    back.close()


@on_server
def test_the_doctor_knows_its_age_on_whichever_machine(
    settings: Settings, sample_database: Database, tmp_path: Path
) -> None:
    other = settings.model_copy(update={"data_dir": tmp_path / "other"})
    other.data_dir.mkdir()
    backup(settings, sample_database, tmp_path / "copy.tar", NOW)
    later = NOW.replace(hour=5)
    told = [line for _, line in check(other, sample_database, later) if line.startswith("backup")]
    assert told == ["backup: 3 h old"]


def instead(folder: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program of this name stands before the real one."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


@on_server
@pytest.mark.parametrize("program", ["pg_dump", "pg_restore"])
def test_the_password_goes_by_the_environment_alone(
    program: str,
    settings: Settings,
    target: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    secret = make_url(target.database_url).set(password="s3cret").render_as_string(hide_password=False)
    written = make_url(settings.database_url).set(password="s3cret").render_as_string(hide_password=False)
    told = f'echo "$0 $@ / $PGPASSWORD" >> {tmp_path}/calls; exec {shutil.which(program)} "$@"'
    instead(tmp_path / "bin", program, told, monkeypatch)
    with closing(Database(written)) as database:
        file = backup(settings, database, tmp_path / "copy.tar", NOW)
    restore(target.model_copy(update={"database_url": secret}), file)
    calls = (tmp_path / "calls").read_text().splitlines()
    assert [line.partition(" / ")[2] for line in calls] == {
        "pg_dump": ["", "s3cret"],
        "pg_restore": ["", "", "s3cret"],
    }[program]
    assert [line for line in calls if "s3cret" in line.partition(" / ")[0]] == []


@on_server
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo 'pg_dump (PostgreSQL) 9.6.24'", r"^pg_dump is of PostgreSQL 9, the server of (\d+): .*-client-\1$"),
        ("echo 'pg_dump: error: no such thing' >&2; exit 1", "^pg_dump has failed: no such thing$"),
        ("exit 1", "^pg_dump has failed: without a word$"),
    ],
)
def test_a_pg_dump_that_cannot_do_it_is_told_in_one_sentence(
    script: str,
    sentence: str,
    settings: Settings,
    sample_database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    instead(tmp_path / "bin", "pg_dump", script, monkeypatch)
    with pytest.raises(Careful, match=sentence):
        backup(settings, sample_database, tmp_path / "copy.tar", NOW)
    assert [path.name for path in tmp_path.glob("copy*")] == []


@on_server
def test_without_its_client_it_is_said_what_to_install(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    env = {"DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url}
    said = CliRunner().invoke(main, ["backup", str(tmp_path / "copy.tar")], env=env)
    told = "Error: pg_dump is missing, which a backup of PostgreSQL needs: install postgresql-client\n"
    assert (said.exit_code, said.output) == (1, told)


@on_server
def test_a_photo_that_is_lost_is_told_as_on_sqlite(
    settings: Settings, sample_database: Database, tmp_path: Path
) -> None:
    own(settings, tmp_path)
    (name,) = lost(settings, 1)
    with pytest.raises(Careful, match=f"^missing although rows name them: 1 photo, such as {name}; the rest stands in"):
        backup(settings, sample_database, tmp_path / "copy.tar", NOW)


def changed(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path, Path], Path]:
    def made(saved: Path, file: Path) -> Path:
        def one(member: tarfile.TarInfo, data: bytes) -> Member:
            return member, change(data) if member.name == name else data

        return rewritten(saved, file, one)

    return made


def without(*ends: str) -> Callable[[Path, Path], Path]:
    def made(saved: Path, file: Path) -> Path:
        return rewritten(saved, file, lambda member, data: None if member.name.endswith(ends) else (member, data))

    return made


def _one_more(data: bytes) -> bytes:
    told = json.loads(data)
    told["tables"]["kegiatan"][0] += 1
    return json.dumps(told).encode()


BROKEN: dict[str, tuple[Callable[[Path, Path], Path], str]] = {
    "half a dump": (changed("bakohumas.dump", lambda data: data[: len(data) // 2]), "pg_restore has failed: "),
    "garbage": (changed("bakohumas.dump", lambda _: b"PGDMP" + b"x" * 500), "pg_restore has failed: "),
    "nothing told of its tables": (without("bakohumas.json"), "this file holds no database"),
    "garbage told of them": (changed("bakohumas.json", lambda _: b"[1]"), "what this backup tells of its own tables"),
    "another count": (changed("bakohumas.json", _one_more), "these tables did not come back as they were: kegiatan"),
    "photos lost": (without(".jpg"), "missing although rows name them: 34 photos, such as foto/"),
}


@on_server
@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_not_whole_leaves_an_empty_database(kind: str, target: Settings, saved: Path, tmp_path: Path) -> None:
    made, sentence = BROKEN[kind]
    with pytest.raises(Careful, match=sentence):
        restore(target, made(saved, tmp_path / "wrong.tar"))
    assert contents(target) == ({}, [])


@on_server
def test_where_this_release_cannot_use_it_the_database_is_empty_again(
    target: Settings, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Database) -> None:
        raise Careful("this release cannot use the database in it")

    monkeypatch.setattr(restoring, "_become_another", refused)
    with pytest.raises(Careful, match="this release cannot use"):
        restore(target, saved)
    assert contents(target)[0] == {}


KILLED = {
    "before anything is there": "kill -9 $PPID",
    "and pg_restore ends without it": 'kill -9 $PPID; {real} "$@"',
    "when all rows are there": '{real} "$@"; kill -9 $PPID',
}


@on_server
@pytest.mark.parametrize("kind", KILLED)
def test_a_restore_that_was_killed_is_told_and_can_be_started_again(
    kind: str, target: Settings, saved: Path, tmp_path: Path
) -> None:
    env = {"DATA_DIR": str(target.data_dir), "DATABASE_URL": target.database_url}
    path = killing(tmp_path, KILLED[kind])
    run = [sys.executable, "-m", "bot", "restore", str(saved)]
    assert subprocess.run(run, env=os.environ | env | {"PATH": path}, check=False).returncode == -signal.SIGKILL
    ended(tmp_path, target)
    told = "bot restore has not ended in the database of DATABASE_URL; if it was broken off, start it again"
    ran = CliRunner().invoke(main, ["run"], env=env | {"BOT_TOKEN": "1:x"})
    assert (ran.exit_code, ran.output) == (1, f"Error: {told}\n")
    looked = CliRunner().invoke(main, ["check"], env=env)
    assert (looked.exit_code, looked.output.splitlines()[0]) == (1, f"!!  database: {told}")
    restore(target, saved)
    with closing(Database(target.database)) as back:
        dump.refuse_half(back)
        with back.transaction() as session:
            assert owner.mine(session).copy is True
            assert session.scalar(text("SELECT count(*) FROM kegiatan")) == 52


def killing(folder: Path, script: str) -> str:
    """The PATH by which another pg_restore is found: it does so once it is to write into a database."""
    real, program = shutil.which("pg_restore"), folder / "bin" / "pg_restore"
    program.parent.mkdir()
    reads = f'case "$*" in *--file=*) exec {real} "$@";; esac'
    program.write_text(f"#!/bin/sh\n{reads}\n{script.format(real=real)}\ntouch {folder}/ended\n")
    program.chmod(0o755)
    return f"{program.parent}:{os.environ['PATH']}"


def ended(folder: Path, target: Settings) -> None:
    """Wait until that program has ended, and the server knows that who called it is gone."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    asked, until = text(f"SELECT count(*) {others} AND backend_type = 'client backend'"), monotonic() + PATIENCE
    with closing(Database(target.database)) as database, database.engine.connect() as connection:
        while not (folder / "ended").exists() or connection.scalar(asked):
            assert monotonic() < until
            connection.rollback()
            sleep(0.02)


@on_server
def test_a_database_in_which_nothing_may_be_made_is_told_in_one_sentence(target: Settings, saved: Path) -> None:
    with closing(Database(target.database)) as database, database.engine.begin() as connection:
        connection.execute(text(f'ALTER DATABASE "{database.url.database}" SET default_transaction_read_only = on'))
    told = "^the database of DATABASE_URL cannot be used: cannot execute CREATE TABLE in a read-only transaction$"
    with pytest.raises(Careful, match=told):
        restore(target, saved)


@on_server
def test_two_do_not_restore_into_one_database_at_once(target: Settings, saved: Path) -> None:
    told = r"^another bot restore is at work on the database of DATABASE_URL$"
    with closing(Database(target.database)) as first, dump.alone(first), pytest.raises(Careful, match=told):
        restore(target, saved)
    restore(target, saved)


@on_server
def test_only_into_an_empty_database_of_postgresql(
    settings: Settings, saved: Path, target: Settings, tmp_path: Path
) -> None:
    before = contents(settings)
    wanted = "set DATABASE_URL to an empty database of PostgreSQL"
    with pytest.raises(Careful, match=f"^the database of DATABASE_URL already holds something; {wanted}$"):
        restore(settings, saved)
    with pytest.raises(Careful, match=f"^this is a backup of PostgreSQL: {wanted}$"):
        restore(Settings.model_validate({"data_dir": tmp_path / "back", "database_url": ""}), saved)
    gone = make_url(target.database_url).set(database="nobodys").render_as_string(hide_password=False)
    with pytest.raises(Careful, match=r"^the database of DATABASE_URL cannot be used: .*nobodys"):
        restore(target.model_copy(update={"database_url": gone}), saved)
    assert contents(settings) == before


@on_server
def test_all_tables_are_of_one_moment_whatever_is_written_meanwhile(
    settings: Settings, sample_database: Database, tmp_path: Path, target: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between what is told of the tables and the dump of them, somebody writes."""
    url = dump.environment(sample_database)
    address = f"host={url['PGHOST']} port={url['PGPORT']} user={url['PGUSER']} dbname={url['PGDATABASE']}"
    write = f"psql -qc \"UPDATE satker SET nama = 'Lain'\" '{address}'"
    real = shutil.which("pg_dump")
    instead(tmp_path / "bin", "pg_dump", f'[ "$1" = --version ] || {write}; exec {real} "$@"', monkeypatch)
    restore(target, backup(settings, sample_database, tmp_path / "copy.tar", NOW))
    there = [Database(one.database) for one in (settings, target)]
    names = []
    for database in there:
        with database.transaction() as session:
            names.append(session.scalar(text("SELECT nama FROM satker")))
        database.close()
    assert names == ["Lain", "KPU Kota Probolinggo"]
