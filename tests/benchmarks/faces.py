"""The photos of crops.json, out of the public packages that ship them; only on request, with the ordinary clients."""

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

MARKED = Path(__file__).with_name("crops.json")
_PIP = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps")
_SOURCE = ("--no-binary", ":all:", "--no-build-isolation")
COMMANDS = (
    ("npm", "pack", "--silent", "@vladmandic/face-api"),
    (*_PIP, "ultralytics"),
    (*_PIP, *_SOURCE, "insightface"),
    (*_PIP, *_SOURCE, "face_recognition"),
)


def fetch(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for command in COMMANDS:
        subprocess.run(command, cwd=folder, check=False)
    wanted = set(json.loads(MARKED.read_text("utf-8")))
    for archive in [p for p in folder.iterdir() if p.suffix in (".tgz", ".gz", ".whl")]:
        for name, data in _members(archive):
            if PurePosixPath(name).name in wanted:
                (folder / PurePosixPath(name).name).write_bytes(data)


def _members(archive: Path) -> Iterator[tuple[str, bytes]]:
    if archive.suffix == ".whl":
        with ZipFile(archive) as wheel:
            yield from ((name, wheel.read(name)) for name in wheel.namelist() if name.endswith(".jpg"))
        return
    with tarfile.open(archive) as source:
        for member in source:
            file = source.extractfile(member) if member.name.endswith(".jpg") else None
            if file:
                yield member.name, file.read()
