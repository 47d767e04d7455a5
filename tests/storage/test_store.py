"""The photo store on disk, and with a real S3 server behind it."""

import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import obstore
import pytest
from obstore.store import S3Store

from storage import photos
from storage.store import Spoiled, Store, s3
from tests.ports import free_ports

WEED = shutil.which("weed", path=f"{Path(sys.executable).parent}:/usr/bin")
PICTURE = b"\xff\xd8 bukan foto sungguhan"
NAME = photos.name_of(hashlib.sha256(PICTURE).hexdigest())


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Store]:
    """SeaweedFS on loopback, with one bucket in it."""
    if WEED is None:
        pytest.skip("SeaweedFS is not installed")
    master, volume, filer, port = free_ports(4)
    ports = (f"-master.port={master}", f"-volume.port={volume}", f"-filer.port={filer}", f"-s3.port={port}")
    folder = f"-dir={tmp_path_factory.mktemp('s3')}"
    command = [WEED, "server", "-s3", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", folder, *ports]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _made(port)
        yield s3("s3://foto/kantor", f"http://127.0.0.1:{port}", "us-east-1", "kunci", "rahasia")
    finally:
        server.kill()
        server.wait()


def _made(port: int) -> None:
    for _ in range(150):
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("PUT", "/foto")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.2)
    pytest.fail("SeaweedFS did not come up")


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
    with pytest.raises(Exception, match="error sending request"):
        Store(tmp_path, away).keep(PICTURE)
    assert list(tmp_path.iterdir()) == []
