"""A backup is read back before it counts, and old ones make room."""

import json
import os
import shutil
import tarfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import obstore
import pytest
from click.testing import CliRunner
from obstore.store import MemoryStore
from sqlalchemy import select, update

from bot.__main__ import main
from bot.commands.backups import backup
from bot.commands.backups.file import Careful
from bot.commands.backups.restore import restore
from bot.settings import Settings
from bot.work.drawing import kept as work_kept
from storage.database import Database
from storage.foto import owner, photos
from storage.foto.photos import SMALL, Foto
from storage.foto.store import Store
from storage.kantor.satker import Satker
from storage.laporan import laporan
from tests.conftest import here

NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)


@pytest.fixture
def settings(sample_sqlite: Database, tmp_path: Path) -> Settings:
    assert sample_sqlite
    return Settings.model_validate({"data_dir": tmp_path / "data"})


def backed_up(settings: Settings) -> datetime | None:
    database = Database(settings.database)
    with database.transaction() as session:
        me = owner.known(session)
    database.close()
    return me.backed_up_at if me else None


def test_in_a_folder_it_is_named_by_the_time_and_its_age_is_known(
    settings: Settings, sample_sqlite: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    file = backup.backup(settings, sample_sqlite, folder, NOW)
    assert [f.name for f in folder.iterdir()] == [file.name] == ["bakohumas-2022-06-24T020000.tar"]
    with tarfile.open(file) as archive:
        names = [name for name in archive.getnames() if name.endswith(".jpg")]
    assert len(names) == 34
    assert backed_up(settings) == NOW


def test_a_photo_that_has_rotted_on_the_disk_is_told(
    settings: Settings, sample_sqlite: Database, tmp_path: Path
) -> None:
    own(settings, tmp_path)
    photo = next(p for p in settings.photos.rglob("*.jpg") if not p.name.endswith(SMALL))
    photo.write_bytes(photo.read_bytes()[:-1] + b"x")
    with pytest.raises(Careful, match=f"{photo.name} in the backup is not what it was"):
        backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    assert backed_up(settings) is None


def test_fourteen_days_and_twelve_months_are_kept(settings: Settings, sample_sqlite: Database, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    days = [NOW - timedelta(days=n) for n in range(1, 500)]
    for day in days:
        (folder / f"bakohumas-{day:%Y-%m-%dT%H%M%S}.tar").touch()
    (folder / "bakohumas-2022-06-23T010000.tar").touch()
    (folder / "milik-orang-lain.tar").touch()
    backup.backup(settings, sample_sqlite, folder, NOW)
    kept = sorted(f.name.removeprefix("bakohumas-").removesuffix("T020000.tar") for f in folder.iterdir())
    daily = [f"2022-06-{n}" for n in range(11, 25)]
    monthly = ["2021-07-31", "2021-08-31", "2021-09-30", "2021-10-31", "2021-11-30", "2021-12-31"]
    monthly += ["2022-01-31", "2022-02-28", "2022-03-31", "2022-04-30", "2022-05-31"]
    assert kept == sorted([*monthly, *daily, "milik-orang-lain.tar"])


def own(settings: Settings, tmp_path: Path) -> Settings:
    """The samples of all tests share the bytes of their photos; here they are one's own."""
    shutil.copytree(settings.photos, tmp_path / "own")
    shutil.rmtree(settings.photos)
    shutil.move(tmp_path / "own", settings.photos)
    return settings


def lost(settings: Settings, count: int) -> list[str]:
    """So many photos that rows name are gone from the disk."""
    gone = sorted(p for p in settings.photos.rglob("*.jpg") if not p.name.endswith(SMALL))[:count]
    for photo in gone:
        photo.unlink()
    return [f"foto/{photo.parent.name}/{photo.name}" for photo in gone]


def test_what_a_killed_one_left_goes_a_day_later(settings: Settings, sample_sqlite: Database, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "bakohumas-ab12.part").mkdir()
    for name, hours in (("2022-06-22T120000.tar", 38), ("ab12", 38), ("2022-06-23T140000.tar", 12)):
        left = folder / f"bakohumas-{name}.part"
        if not left.is_dir():
            left.touch()
        at = (NOW - timedelta(hours=hours)).timestamp()
        os.utime(left, (at, at))
    backup.backup(settings, sample_sqlite, folder, NOW)
    assert sorted(path.name for path in folder.iterdir()) == [
        "bakohumas-2022-06-23T140000.tar.part", f"bakohumas-{NOW:%Y-%m-%dT%H%M%S}.tar",
    ]  # fmt: skip


def test_a_photo_that_is_lost_is_told_with_its_number_and_counts_as_no_backup(
    settings: Settings, tmp_path: Path
) -> None:
    own(settings, tmp_path)
    folder = tmp_path / "copies"
    folder.mkdir()
    old = [f"bakohumas-2022-05-{day:02}T020000.tar" for day in range(1, 31)]
    for name in old:
        (folder / name).touch()
    names = lost(settings, 23)
    env = {"DATA_DIR": str(settings.data_dir), "DATABASE_URL": ""}
    said = CliRunner().invoke(main, ["backup", str(folder)], env=env)
    rest = f"the rest stands in {folder}/bakohumas-incomplete.tar, which counts as no backup"
    told = f"Error: missing although rows name them: 23 photos, such as {names[0]}; {rest}\n"
    assert (said.exit_code, said.output) == (1, told)
    assert sorted(file.name for file in folder.iterdir()) == sorted([*old, "bakohumas-incomplete.tar"])
    assert backed_up(settings) is None
    with tarfile.open(folder / "bakohumas-incomplete.tar") as archive:
        assert len([name for name in archive.getnames() if name.endswith(".jpg")]) == 11


def test_once_nothing_is_missing_any_more_the_incomplete_one_goes(
    settings: Settings, sample_sqlite: Database, tmp_path: Path
) -> None:
    own(settings, tmp_path)
    folder = tmp_path / "copies"
    folder.mkdir()
    photo = next(p for p in settings.photos.rglob("*.jpg") if not p.name.endswith(SMALL))
    photo.rename(tmp_path / "found again")
    with pytest.raises(Careful, match="1 photo, such as"):
        backup.backup(settings, sample_sqlite, folder, NOW)
    (tmp_path / "found again").rename(photo)
    file = backup.backup(settings, sample_sqlite, folder, NOW)
    assert list(folder.iterdir()) == [file]


def test_a_photo_that_was_removed_from_its_record_may_be_lost(
    settings: Settings, sample_sqlite: Database, tmp_path: Path
) -> None:
    own(settings, tmp_path)
    (name,) = lost(settings, 1)
    with sample_sqlite.transaction() as session:
        session.execute(update(Foto).where(Foto.sha256 == Path(name).stem).values(dihapus_at=NOW))
    assert backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW).exists()


def test_a_report_that_is_lost_is_told_too(settings: Settings, sample_sqlite: Database, tmp_path: Path) -> None:
    own(settings, tmp_path)
    sha256 = work_kept.write(settings.data_dir, b"PK word", b"%PDF")
    with sample_sqlite.transaction() as session:
        office = session.scalars(select(Satker)).one()
        for digest in (sha256, "ab" * 32):
            laporan.add(here(session, office, NOW), "2022-TW1", {}, NOW.date()).sha256 = digest
    lost(settings, 1)
    with pytest.raises(Careful, match=r"^missing although rows name them: 1 photo and 1 report, such as foto/"):
        backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    with tarfile.open(tmp_path / "bakohumas-incomplete.tar") as archive:
        reports = [name for name in archive.getnames() if name.startswith("laporan/")]
    assert reports == [f"laporan/{sha256}.docx", f"laporan/{sha256}.docx.pdf"]


def test_one_that_fails_leaves_the_one_before(settings: Settings, sample_sqlite: Database, tmp_path: Path) -> None:
    own(settings, tmp_path)
    backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    before = (tmp_path / "copy.tar").read_bytes()
    lost(settings, 1)
    with pytest.raises(Careful, match="1 photo"):
        backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW + timedelta(days=1))
    assert (tmp_path / "copy.tar").read_bytes() == before
    assert backed_up(settings) == NOW
    assert list(tmp_path.glob("*.part")) == []


def test_what_no_row_names_is_not_kept_for_a_year(settings: Settings, sample_sqlite: Database, tmp_path: Path) -> None:
    name = photos.name_of(photos.keep(settings.photos, b"somebody's"))
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    with tarfile.open(file) as archive:
        assert f"foto/{name}" not in archive.getnames()


@pytest.fixture
def bucket(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """All photos of the sample lie in a bucket, and none on this disk."""
    shelf = MemoryStore()
    for photo in own(settings, tmp_path).photos.rglob("*.jpg"):
        obstore.put(shelf, f"{photo.parent.name}/{photo.name}", photo.read_bytes())
    shutil.rmtree(settings.photos)
    monkeypatch.setattr(Settings, "store", property(lambda self: Store(self.photos, shelf)))
    return shelf


def test_of_photos_in_a_bucket_it_holds_the_list_and_each_was_looked_up(
    settings: Settings, sample_sqlite: Database, bucket: MemoryStore, tmp_path: Path
) -> None:
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    with tarfile.open(file) as archive:
        assert archive.getnames() == ["bakohumas.db", "bucket.json"]
        listing = archive.extractfile("bucket.json")
        assert listing
        told = json.load(listing)
    assert told == {name: obstore.head(bucket, name)["size"] for name in told}
    assert len(told) == 34
    restore(Settings.model_validate({"data_dir": tmp_path / "back"}), file)
    for name in list(told)[:2]:
        obstore.delete(bucket, name)
    with pytest.raises(Careful, match=f"missing although rows name them: 2 photos, such as foto/{min(told)}"):
        backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)


def test_with_photos_they_are_fetched_and_looked_at(
    settings: Settings, sample_sqlite: Database, bucket: MemoryStore, tmp_path: Path
) -> None:
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW, with_photos=True)
    with tarfile.open(file) as archive:
        names = sorted(name.removeprefix("foto/") for name in archive.getnames() if name.endswith(".jpg"))
    assert len(names) == 34
    shutil.rmtree(settings.photos)
    obstore.put(bucket, names[0], b"spoiled")
    with pytest.raises(Careful, match=f"{names[0]} in the bucket is not what it was"):
        backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW, with_photos=True)


def test_what_lies_on_the_disk_alone_is_taken_beside_the_bucket(
    settings: Settings, sample_sqlite: Database, bucket: MemoryStore, tmp_path: Path
) -> None:
    name = next(one["path"] for page in obstore.list(bucket) for one in page)
    photos.keep(settings.photos, obstore.get(bucket, name).bytes().to_bytes())
    obstore.delete(bucket, name)
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", NOW)
    with tarfile.open(file) as archive:
        assert archive.getnames() == ["bakohumas.db", "bucket.json", f"foto/{name}"]
