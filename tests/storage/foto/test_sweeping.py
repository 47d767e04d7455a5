"""Of photos only what this database once held is swept, and nothing at all where another deployment has its mark."""

import hashlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import obstore
import pytest
from obstore.store import LocalStore, MemoryStore, ObjectStore, S3Store
from sqlalchemy import delete

from storage.database import Database
from storage.foto import owner, photos, sweeping
from storage.foto.photos import Foto
from storage.foto.store import Store, Unreachable, s3
from storage.foto.sweeping import MARK, Bucket, Folder, Refused, places
from tests.bot.conftest import named
from tests.conftest import Fresh
from tests.ports import free_ports

LATER = datetime.now(UTC) + timedelta(days=1)
FOREIGN = ("cadangan/bakohumas-2026-11-01T020000.tar", "dokumen kantor/SK 2026.pdf", photos.name_of("ab" * 32))
SENTENCES = {
    "copy": "came out of a backup, so the bucket is not swept; once no other bot uses it, run: bot check --take-over",
    "other": "the bucket is marked by another deployment, so it is not swept; "
    "if this is now the only one, run: bot check --take-over",
    "unmarked": f"the bucket holds 3 files that are not ours, such as {min(FOREIGN)}, and nobody's mark, "
    "so it is not swept; if no other bot uses it, run: bot check --take-over",
}


@pytest.fixture(params=["memory", "folder"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    return MemoryStore() if request.param == "memory" else LocalStore(str(tmp_path / "bucket"), mkdir=True)


@pytest.fixture
def other(tmp_path: Path, fresh: Fresh) -> Iterator[Database]:
    """The database of another deployment."""
    database = fresh(tmp_path / "other.db")
    yield database
    database.close()


def held(shelf: ObjectStore) -> set[str]:
    return {one["path"] for page in obstore.list(shelf) for one in page} - {MARK}


def swept(database: Database, shelf: ObjectStore) -> int:
    return sweeping.sweep(database, Bucket(shelf), LATER)


def name(data: bytes) -> str:
    return photos.name_of(hashlib.sha256(data).hexdigest())


@pytest.mark.usefixtures("office")
def test_what_others_put_there_stays_and_what_no_row_names_goes(
    database: Database, shelf: ObjectStore, tmp_path: Path
) -> None:
    store = Store(tmp_path / "foto", shelf, database)
    named(database, store.keep(b"named"))
    store.keep(b"loose")
    assert swept(database, shelf) == 1
    for one in FOREIGN:
        obstore.put(shelf, one, b"somebody's")
    assert (swept(database, shelf), held(shelf)) == (0, {name(b"named"), *FOREIGN})
    assert verdict(database, shelf) == ""


@pytest.mark.usefixtures("office")
def test_what_is_young_stays_and_what_lost_its_row_goes_with_its_note(
    database: Database, shelf: ObjectStore, tmp_path: Path
) -> None:
    named(database, Store(tmp_path / "foto", shelf).keep(b"named"))
    with database.transaction() as session:
        owner.note_rows(session)
        owner.note_rows(session)
        session.execute(delete(Foto))
    assert sweeping.sweep(database, Bucket(shelf), datetime.now(UTC) - timedelta(days=1)) == 0
    assert (swept(database, shelf), held(shelf)) == (1, set())
    with database.transaction() as session:
        assert owner.held(session) == set()


def test_a_bucket_without_a_mark_beside_foreign_files_is_not_swept(
    database: Database, shelf: ObjectStore, tmp_path: Path
) -> None:
    Store(tmp_path / "foto", shelf, database).keep(b"loose")
    for one in FOREIGN:
        obstore.put(shelf, one, b"somebody's")
    with pytest.raises(Refused, match=SENTENCES["unmarked"]):
        swept(database, shelf)
    assert (verdict(database, shelf), held(shelf)) == (SENTENCES["unmarked"], {name(b"loose"), *FOREIGN})
    sweeping.take_over(database, [Bucket(shelf)])
    assert (verdict(database, shelf), swept(database, shelf), held(shelf)) == ("", 1, set(FOREIGN))


def test_two_deployments_in_one_bucket_leave_each_other_s_photos(
    database: Database, other: Database, shelf: ObjectStore, tmp_path: Path
) -> None:
    Store(tmp_path / "a", shelf, database).keep(b"mine")
    assert swept(database, shelf) == 1
    Store(tmp_path / "a", shelf, database).keep(b"mine again")
    Store(tmp_path / "b", shelf, other).keep(b"theirs")
    with pytest.raises(Refused, match=SENTENCES["other"]):
        swept(other, shelf)
    assert (verdict(other, shelf), swept(database, shelf)) == (SENTENCES["other"], 1)
    assert held(shelf) == {name(b"theirs")}


def test_a_copy_sweeps_nothing_until_it_has_taken_over(database: Database, shelf: ObjectStore, tmp_path: Path) -> None:
    """Also where nobody has marked the bucket yet: the real one may have named since what the copy holds for loose."""
    Store(tmp_path / "foto", shelf, database).keep(b"loose")
    with database.transaction() as session:
        before = owner.mine(session).mark
        owner.renew(session)
        assert owner.mine(session).mark != before
    with pytest.raises(Refused, match=SENTENCES["copy"]):
        swept(database, shelf)
    assert (verdict(database, shelf), Bucket(shelf).mark()) == (SENTENCES["copy"], "")
    sweeping.take_over(database, [Bucket(shelf)])
    assert (verdict(database, shelf), swept(database, shelf)) == ("", 1)


def test_the_one_that_was_taken_over_sweeps_no_more(
    database: Database, other: Database, shelf: ObjectStore, tmp_path: Path
) -> None:
    Store(tmp_path / "foto", shelf, database).keep(b"loose")
    with database.transaction() as session:
        owner.mine(session)
    sweeping.take_over(other, [Bucket(shelf)])
    with pytest.raises(Refused, match=SENTENCES["other"]):
        swept(database, shelf)
    assert held(shelf) == {name(b"loose")}


def test_of_two_that_mark_at_once_the_one_whose_mark_is_gone_sweeps_nothing(
    database: Database, shelf: ObjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path / "foto", shelf, database).keep(b"loose")
    monkeypatch.setattr(Bucket, "put_mark", lambda self, _: obstore.put(self.store, MARK, b"somebody else's"))
    with pytest.raises(Refused, match=SENTENCES["other"]):
        swept(database, shelf)
    assert held(shelf) == {name(b"loose")}


def test_the_photo_folder_is_swept_by_the_same_rule(database: Database, other: Database, tmp_path: Path) -> None:
    """Two deployments whose photo folders are links to one."""
    folder, mine = tmp_path / "foto", Store(tmp_path / "foto", database=database)
    mine.keep(b"loose")
    assert sweeping.sweep(database, Folder(folder), LATER) == 1
    mine.keep(b"loose")
    Store(folder, database=other).keep(b"theirs")
    (folder / "ab" / "liburan.jpg").parent.mkdir(exist_ok=True)
    (folder / "ab" / "liburan.jpg").write_bytes(b"somebody's")
    with pytest.raises(Refused, match=r"^the photo folder is marked by another deployment, so it is not swept"):
        sweeping.sweep(other, Folder(folder), LATER)
    assert sweeping.sweep(database, Folder(folder), LATER) == 1
    left = {str(path.relative_to(folder)) for path in folder.rglob("*.jpg")}
    assert left == {name(b"theirs"), "ab/liburan.jpg"}


def test_a_photo_that_comes_again_just_before_it_would_go_stays(
    database: Database, shelf: ObjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path / "foto", shelf, database).keep(b"again")
    found = list(Bucket(shelf).files())
    before = max(changed for _, changed in found) + timedelta(microseconds=1)
    # The clock of a file system goes by milliseconds, and may be behind that of the machine.
    time.sleep(0.05)
    Store(tmp_path / "foto", shelf, database).keep(b"again")
    monkeypatch.setattr(Bucket, "files", lambda _: iter(found))
    assert (sweeping.sweep(database, Bucket(shelf), before), held(shelf)) == (0, {name(b"again")})


def test_without_its_bucket_nothing_is_swept_and_nothing_marked(database: Database, tmp_path: Path) -> None:
    (port,) = free_ports(1)
    away = s3("s3://foto", f"http://127.0.0.1:{port}", "us-east-1", "kunci", "rahasia")
    _, place = places(Store(tmp_path, away))
    with pytest.raises(Unreachable, match="error sending request"):
        sweeping.sweep(database, place, LATER)


def test_it_is_the_same_on_a_real_server(database: Database, other: Database, bucket: S3Store, tmp_path: Path) -> None:
    sweeping.take_over(database, [Bucket(bucket)])
    store = Store(tmp_path / "foto", bucket, database)
    store.keep(b"loose")
    obstore.put(bucket, FOREIGN[1], b"somebody's")
    with pytest.raises(Refused, match=SENTENCES["other"]):
        swept(other, bucket)
    assert (swept(database, bucket), FOREIGN[1] in held(bucket), name(b"loose") in held(bucket)) == (1, True, False)


def verdict(database: Database, shelf: ObjectStore) -> str:
    return sweeping.verdict(database, Bucket(shelf))
