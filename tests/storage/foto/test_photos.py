"""Photo bytes are kept once, under their sha256, before any row names them."""

import hashlib
from pathlib import Path

import pytest

from storage.catatan import drafts
from storage.database import Database
from storage.foto import photos
from storage.kantor import people
from tests.conftest import NOW


def foto(name: str, album: str = "") -> photos.Foto:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return photos.Foto(sha256=sha256, lebar=4, tinggi=3, album=album, diterima_at=NOW)


def test_bytes_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    names = {photos.keep(tmp_path, b"picture") for _ in range(3)}
    assert names == {hashlib.sha256(b"picture").hexdigest()}
    assert [p.read_bytes() for p in tmp_path.rglob("*.jpg")] == [b"picture"]
    assert list(tmp_path.rglob("*.tmp")) == []


def test_a_write_that_is_cut_short_leaves_no_file_under_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_fd: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("storage.foto.photos.os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        photos.keep(tmp_path, b"picture")
    assert list(tmp_path.rglob("*.jpg")) == []


def test_the_same_picture_twice_is_one_photo_and_order_is_kept(database: Database, office: int) -> None:
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        draft = drafts.begin(session, rudi, NOW)
        assert [photos.attach(session, draft, foto(name)) for name in ("a", "b", "a", "c")] == [True, True, False, True]
        assert [(f.urut, f.sha256) for f in photos.of(session, draft)] == [
            (n, foto(name).sha256) for n, name in enumerate("abc", 1)
        ]
        assert photos.count(session, draft) == 3
        assert draft.satker_id == office
