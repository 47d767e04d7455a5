"""A LibreOffice that starts while its document is still being made: for one job, and gone with it."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory

from renderers.word import office

Print = Callable[[bytes], bytes]

# Seconds that it may take to answer once its document is there; else one is started for that document as always.
READY, _LOOK = 15.0, 0.01
# What a second copy of LibreOffice and the first say to each other.
_HELLO = b"InternalIPC::SendArguments\0"
_GIVEN = "InternalIPC::Arguments1"
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,"})


@contextmanager
def ahead(soffice: str, seconds: float = office.SECONDS, room: int = office.ROOM) -> Iterator[Print]:
    """What office.pdf does, for a .docx that is still to come: the LibreOffice for it starts now, beside the work on
    it, and has ended with the block. A second .docx gets one of its own. Each has `seconds` and `room` bytes."""
    if not office.ONE_AT_A_TIME.acquire(blocking=False):
        yield lambda docx: office.pdf(docx, soffice, seconds, room)
        return
    try:
        with _started(soffice, seconds, room) as waiting:
            yield lambda docx: _taken(waiting, docx, seconds) or office.printed(docx, soffice, seconds, room)
    finally:
        office.ONE_AT_A_TIME.release()


Started = tuple[subprocess.Popen[bytes], Path]


@contextmanager
def _started(soffice: str, seconds: float, room: int) -> Iterator[list[Started]]:
    """The one that waits in its folder; none where it cannot be started."""
    with TemporaryDirectory(prefix="laporan-") as name:
        folder = Path(name)
        office.profile(folder / "profile", soffice)
        try:
            process = office.begun([*office.start_of(soffice, folder), "--nodefault"], folder, seconds, room)
        except office.NoPdf:
            yield []
            return
        try:
            yield [(process, folder)]
        finally:
            _ended(process, folder)


def _ended(process: subprocess.Popen[bytes], folder: Path) -> None:
    with process:  # which closes its line, and waits for its end
        pass
    with suppress(OSError):
        line_of(folder).unlink()


def _taken(waiting: list[Started], docx: bytes, seconds: float) -> bytes | None:
    """The PDF from the one that waits; None where there is none, or it does not answer. Raises NoPdf."""
    if not waiting:
        return None
    process, folder = waiting.pop()
    (folder / office.DOCX).write_bytes(docx)
    line = _answering(process, folder, min(READY, seconds))
    if line is None:
        _ended(process, folder)
        return None
    with line:
        _printed(line, folder, seconds)
    return office.made(folder)


def _answering(process: subprocess.Popen[bytes], folder: Path, seconds: float) -> socket.socket | None:
    """The line to it once it listens: while it starts, it closes each at once. None where it has ended instead."""
    until = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < until:
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(max(_LOOK, until - time.monotonic()))
        with suppress(OSError):
            line.connect(str(line_of(folder)))
            if _heard(line) == _HELLO:
                return line
        line.close()
        time.sleep(_LOOK)
    return None


def _printed(line: socket.socket, folder: Path, seconds: float) -> None:
    """Hand it the arguments of the job, and wait until it has done it, or has ended over it."""
    line.settimeout(seconds)
    given = [_GIVEN + folder.as_uri(), *office.job(folder)]
    try:
        line.sendall(",".join([given[0], *(one.translate(_ESCAPED) for one in given[1:])]).encode() + b"\0")
        _heard(line)
    except TimeoutError as error:
        raise office.late(seconds) from error
    except OSError:
        return  # it has ended: whether there is a PDF is seen in its folder


def _heard(line: socket.socket) -> bytes:
    """The next word, up to its end mark or that of the line."""
    said = b""
    while not said.endswith(b"\0") and (more := line.recv(64)):
        said += more
    return said


def line_of(folder: Path) -> Path:
    """Where LibreOffice listens for further copies of itself that have the profile of that folder."""
    told = md5((folder / "profile").as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    return Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in told)}")  # noqa: S108
