"""The photo store on disk, and with a real S3 server behind it."""

import hashlib
from pathlib import Path

import obstore
import pytest
from obstore.store import S3Store

from storage.foto import photos
from storage.foto.store import Spoiled, Store, Unreachable, photos_in, s3
from tests.ports import free_ports

PICTURE = b"\xff\xd8 bukan foto sungguhan"
NAME = photos.name_of(hashlib.sha256(PICTURE).hexdigest())


def test_on_disk_alone_nothing_is_fetched(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.keep(PICTURE) == hashlib.sha256(PICTURE).hexdigest()
    store.present([NAME, "no/where.jpg"])
    assert [str(f.relative_to(tmp_path)) for f in tmp_path.rglob("*.jpg")] == [NAME]


def test_what_one_worker_keeps_another_can_draw(tmp_path: Path, bucket: S3Store) -> None:
    one, other = Store(tmp_path / "a", bucket), Store(tmp_path / "b", bucket)
    one.keep(PICTURE)
    one.keep(PICTURE)
    assert not (other.folder / NAME).exists()
    other.present([NAME, "no/where.jpg"])
    assert (other.folder / NAME).read_bytes() == PICTURE
    assert [f.name for f in other.folder.rglob("*.*")] == [Path(NAME).name]


def test_a_photo_that_is_spoiled_in_the_bucket_is_not_taken(tmp_path: Path, bucket: S3Store) -> None:
    obstore.put(bucket, "ab/spoiled.jpg", b"something else")
    with pytest.raises(Spoiled, match=r"ab/spoiled\.jpg"):
        Store(tmp_path, bucket).present(["ab/spoiled.jpg"])
    assert list(tmp_path.iterdir()) == []


def test_without_its_bucket_nothing_is_kept(tmp_path: Path) -> None:
    (port,) = free_ports(1)
    away = s3("s3://foto", f"http://127.0.0.1:{port}", "us-east-1", "kunci", "rahasia")
    with pytest.raises(Unreachable, match="error sending request"):
        Store(tmp_path, away).keep(PICTURE)
    assert list(tmp_path.iterdir()) == []


def test_the_photos_of_figures_are_found_however_deep() -> None:
    assert photos_in({"cells": [{"foto": NAME, "nama": "x"}, ({"logo": NAME},)], "sha": NAME[3:]}) == [NAME]
