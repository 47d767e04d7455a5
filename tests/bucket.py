"""A real S3 server with a bucket."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage.foto.store import s3
from tests.ports import free_ports

if TYPE_CHECKING:
    from obstore.store import S3Store


WEED = shutil.which("weed", path=f"{Path(sys.executable).parent}:/usr/bin")


@contextmanager
def served(folder: Path) -> Iterator["S3Store"]:
    """SeaweedFS on loopback, with one bucket in it."""
    if WEED is None:
        pytest.skip("SeaweedFS is not installed")
    master, volume, filer, port = free_ports(4)
    ports = (f"-master.port={master}", f"-volume.port={volume}", f"-filer.port={filer}", f"-s3.port={port}")
    # Its other doors have one port each for the whole machine, and without them the whole server ends.
    shut = ("-s3.port.iceberg=0", "-s3.port.lance=0")
    command = [WEED, "server", "-s3", *shut, "-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={folder}", *ports]
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
            # The bucket stands before there is a volume to put anything on.
            if _put(connection, "/foto", b"") and _put(connection, "/foto/ada", b"x"):
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.2)
    pytest.fail("SeaweedFS did not come up")


def _put(connection: HTTPConnection, path: str, body: bytes) -> bool:
    connection.request("PUT", path, body)
    answer = connection.getresponse()
    answer.read()
    return answer.status == HTTPStatus.OK
