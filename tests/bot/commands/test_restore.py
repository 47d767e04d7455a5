"""A backup comes back whole or not at all, beside nothing that a crash left, and as another deployment."""

import io
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.commands.backups import backup as backing
from bot.commands.backups.file import Careful
from bot.commands.backups.restore import restore
from bot.commands.doctor import check
from bot.process import Busy, locked
from bot.settings import Settings
from storage.database import Database
from storage.foto import owner, photos

NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)
# A bot that wrote for a while and was killed: what it wrote last stands in the -wal file alone.
KILLED = """
import os, signal, sys
from sqlalchemy import text
from storage.database import Database
database = Database(f"sqlite:///{sys.argv[1]}")
with database.transaction() as session:
    session.execute(text("CREATE TABLE later (n INTEGER)"))
for n in range(40):
    with database.transaction() as session:
        session.execute(text("INSERT INTO later VALUES (:n)"), {"n": n})
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def settings(sample_sqlite: Database, tmp_path: Path) -> Settings:
    assert sample_sqlite
    return Settings.model_validate({"data_dir": tmp_path / "data"})


@pytest.fixture
def saved(settings: Settings, sample_sqlite: Database, tmp_path: Path) -> Path:
    file = backing.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    sample_sqlite.close()
    return file


@pytest.fixture
def target(tmp_path: Path) -> Settings:
    return Settings.model_validate({"data_dir": tmp_path / "back"})


def there(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


Member = tuple[tarfile.TarInfo, bytes]


def rewritten(source: Path, target: Path, change: Callable[[tarfile.TarInfo, bytes], Member | None]) -> Path:
    """A repacked backup, each of its members changed, or left out where that is None."""
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        for member in old:
            held = old.extractfile(member)
            made = change(member, held.read() if held else b"")
            if made:
                made[0].size = len(made[1])
                new.addfile(made[0], io.BytesIO(made[1]))
    return target


def test_after_a_crash_all_that_is_left_of_the_database_is_named_and_nothing_spoiled(
    settings: Settings, saved: Path, tmp_path: Path
) -> None:
    place = settings.data_dir / "bakohumas.db"
    done = subprocess.run([sys.executable, "-c", KILLED, str(place)], check=False)
    assert done.returncode == -signal.SIGKILL
    left = [f"{place}{end}" for end in ("", "-wal", "-shm")]
    assert [Path(name).exists() for name in left] == [True] * 3
    before = there(settings.data_dir)
    for gone in range(3):
        with pytest.raises(Careful) as said:
            restore(settings, saved)
        told = " ".join(left[gone:])
        assert str(said.value) == (
            f"{settings.data_dir} already holds a database; move it away first, all together: {told}"
        )
        assert {f"{settings.data_dir}/{name}" for name in before} - set(left[:gone]) == {
            f"{settings.data_dir}/{name}" for name in there(settings.data_dir)
        }
        (tmp_path / "away").mkdir(exist_ok=True)
        shutil.move(left[gone], tmp_path / "away")
    restore(settings, saved)
    assert counted(place) == 52
    # What was moved away together has kept its newest rows.
    assert counted(tmp_path / "away" / "bakohumas.db", "later") == 40


def counted(file: Path, table: str = "kegiatan") -> int:
    connection = sqlite3.connect(file)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        connection.close()


def test_while_a_bot_runs_on_the_folder_nothing_is_restored(target: Settings, saved: Path) -> None:
    target.data_dir.mkdir()
    with locked(target.data_dir), pytest.raises(Busy, match="another bot is running on"):
        restore(target, saved)
    assert there(target.data_dir) == {"bot.lock": b""}


def test_whatever_modes_an_archive_tells_only_the_owner_may_read(target: Settings, saved: Path, tmp_path: Path) -> None:
    def opened(member: tarfile.TarInfo, data: bytes) -> Member:
        member.mode = 0o666
        return member, data

    target.data_dir.mkdir(mode=0o755)
    file = rewritten(saved, tmp_path / "open.tar", opened)
    old = os.umask(0o022)
    try:
        restore(target, file)
    finally:
        os.umask(old)
    modes = {
        (path.is_dir(), path.stat().st_mode & 0o777) for path in target.data_dir.rglob("*") if path.name != "bot.lock"
    }
    assert (modes, target.data_dir.stat().st_mode & 0o777) == ({(True, 0o700), (False, 0o600)}, 0o700)


def test_what_comes_out_is_another_deployment_and_sweeps_nothing_until_it_takes_over(
    target: Settings, settings: Settings, sample_sqlite: Database, tmp_path: Path
) -> None:
    with sample_sqlite.transaction() as session:
        before = owner.mine(session).mark
    file = backing.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    restore(target, file)
    assert sorted(path.name for path in target.data_dir.iterdir()) == ["bakohumas.db", "bot.lock", "foto"]
    database = Database(target.database)
    with database.transaction() as session:
        me = owner.mine(session)
        assert (me.mark != before, me.copy) == (True, True)
    told = [line for sound, line in check(target, database, NOW) if not sound and line.startswith("sweep")]
    why = "came out of a backup, so the photo folder is not swept; once no other bot uses it"
    assert told == [f"sweep: {why}, run: bot check --take-over"]
    env = {"DATA_DIR": str(target.data_dir), "DATABASE_URL": ""}
    said = CliRunner().invoke(main, ["check", "--take-over"], env=env)
    assert "ok  sweep: the photos are ours alone\n" in said.output
    database.close()


def hostile(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> Member:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, link
    return member, b"hostile" if kind == tarfile.REGTYPE else b""


PHOTO = photos.name_of("ab" * 32)
HOSTILE = {
    "up": hostile("../escaped"),
    "absolute": hostile("/var/tmp/bakohumas-escaped"),
    "link up": hostile("foto/ab", tarfile.SYMTYPE, "/tmp"),
    "link for a photo": hostile(f"foto/{PHOTO}", tarfile.SYMTYPE, "/etc/passwd"),
    "hard link": hostile(f"foto/{PHOTO}", tarfile.LNKTYPE, "../escaped"),
    "pipe": hostile(f"foto/{PHOTO}", tarfile.FIFOTYPE),
    "a report's folder": hostile("laporan/../../escaped"),
    "settings": hostile(".env"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_of_a_hostile_archive_only_what_is_known_comes_out(
    kind: str, target: Settings, saved: Path, tmp_path: Path
) -> None:
    """Put before all others, so that links would already lead where they lead."""
    with tarfile.open(saved) as old, tarfile.open(tmp_path / "hostile.tar", "w") as new:
        new.addfile(HOSTILE[kind][0], io.BytesIO(HOSTILE[kind][1]))
        for member in old:
            new.addfile(member, old.extractfile(member))
    restore(target, tmp_path / "hostile.tar")
    links = [path for path in target.data_dir.rglob("*") if path.is_symlink()]
    names = {path.relative_to(target.data_dir).parts[0] for path in target.data_dir.rglob("*")}
    assert (links, names) == ([], {"bakohumas.db", "bot.lock", "foto"})
    assert not (target.data_dir / "foto" / PHOTO).exists()
    assert not [path for path in (tmp_path / "escaped", Path("/var/tmp/bakohumas-escaped")) if path.exists()]


def only(name: str) -> Callable[[Path, Path], Path]:
    """A backup whose database is the bytes of this kind."""

    def made(saved: Path, file: Path) -> Path:
        def change(member: tarfile.TarInfo, data: bytes) -> Member | None:
            if member.name != "bakohumas.db":
                return member, data
            wrong = {"garbage": b"SQLite format 3\0" + b"x" * 5000, "half": data[: len(data) // 2], "empty": b""}
            return None if name == "none" else (member, wrong[name])

        return rewritten(saved, file, change)

    return made


def of_another_release(saved: Path, file: Path) -> Path:
    def change(member: tarfile.TarInfo, data: bytes) -> Member:
        if member.name != "bakohumas.db":
            return member, data
        other = file.with_suffix(".db")
        other.write_bytes(data)
        with sqlite3.connect(other) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.close()
        return member, other.read_bytes()

    return rewritten(saved, file, change)


def cut(share: float) -> Callable[[Path, Path], Path]:
    def made(saved: Path, file: Path) -> Path:
        data = saved.read_bytes()
        file.write_bytes(data[: int(len(data) * share)])
        return file

    return made


def without_last_photo(saved: Path, file: Path) -> Path:
    with tarfile.open(saved) as archive:
        last = archive.getnames()[-1]
    return rewritten(saved, file, lambda member, data: None if member.name == last else (member, data))


def spoiled_photo(saved: Path, file: Path) -> Path:
    return rewritten(saved, file, lambda member, data: (member, data + b"x" if member.name.endswith("jpg") else data))


BROKEN: dict[str, tuple[Callable[[Path, Path], Path], str]] = {
    "no database": (only("none"), "this file holds no database"),
    "garbage": (only("garbage"), "the copy is not sound"),
    "half a database": (only("half"), "the copy is not sound"),
    "another release": (of_another_release, "this release cannot use the database in it: the schema is at 9999"),
    "cut in its database": (cut(0.05), "this is no backup|the copy is not sound"),
    "cut in half": (cut(0.5), "this is no backup"),
    "cut near its end": (cut(0.95), "this is no backup"),
    "nothing": (cut(0), "this is no backup"),
    "cut between two photos": (without_last_photo, "missing although rows name them: 1 photo, such as foto/"),
    "a spoiled photo": (spoiled_photo, "in the backup is not what it was"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_not_whole_leaves_everything_as_it_was(
    kind: str, target: Settings, saved: Path, tmp_path: Path
) -> None:
    made, sentence = BROKEN[kind]
    (target.data_dir / "foto" / "ab").mkdir(parents=True)
    (target.data_dir / "foto" / PHOTO).write_bytes(b"mine")
    before = there(target.data_dir)
    with pytest.raises(Careful, match=sentence):
        restore(target, made(saved, tmp_path / "wrong.tar"))
    assert there(target.data_dir) == before
    env = {"DATA_DIR": str(target.data_dir), "DATABASE_URL": ""}
    said = CliRunner().invoke(main, ["restore", str(tmp_path / "wrong.tar")], env=env)
    assert (said.exit_code, said.output[:7], there(target.data_dir)) == (1, "Error: ", before)


def test_what_is_lost_can_be_left_out_knowingly(target: Settings, saved: Path, tmp_path: Path) -> None:
    restore(target, without_last_photo(saved, tmp_path / "less.tar"), incomplete=True)
    assert counted(target.data_dir / "bakohumas.db") == 52
    assert len(list(target.photos.rglob("*.jpg"))) == 33


def test_restored_is_said_only_of_what_opens_in_its_place(
    target: Settings, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "behind", lambda _: "the schema is at 0001, this release needs 0002")
    with pytest.raises(Careful, match="the schema is at 0001"):
        restore(target, saved)
    assert list(target.data_dir.glob("bakohumas.db*")) == []


def test_a_database_elsewhere_is_not_taken_for_the_file_in_the_folder(saved: Path, tmp_path: Path) -> None:
    env = {"DATA_DIR": str(tmp_path / "back"), "DATABASE_URL": "postgresql://kantor/bakohumas"}
    said = CliRunner().invoke(main, ["restore", str(saved)], env=env)
    assert (said.exit_code, said.output, (tmp_path / "back").exists()) == (
        1, "Error: DATABASE_URL names another database than the file in DATA_DIR; unset it first\n", False
    )  # fmt: skip
