"""LibreOffice as a printer: Word bytes in, PDF bytes out, each run shut in with a profile of its own, and limited."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import cache
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from renderers.word import limited, sandbox
from renderers.word.ooxml import HARD_SPACE

_NAMES = (
    "soffice",
    "libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_OPTIONS: dict[str, bool | int] = {
    "ExportBookmarksToPDFDestination": True,  # a named destination for each bookmark, from which page numbers are read
    "UseTaggedPDF": True,
    "SelectPdfVersion": 2,  # PDF/A-2b, which archives keep
    "PDFUACompliance": True,
}
DOCX = "laporan.docx"
_KINDS = {bool: "boolean", int: "long"}
_TOLD = {name: {"type": _KINDS[type(value)], "value": json.dumps(value)} for name, value in _OPTIONS.items()}
_FILTER = f"pdf:writer_pdf_Export:{json.dumps(_TOLD)}"
SECONDS, ROOM = 120, 400 * 2**20
NO_PDF = "PDF tidak dibuat"
"""The note of every report without a PDF holds this."""
_TWICE = re.compile(rb"&amp;(?=(?:amp|lt|gt|quot|apos);)")
_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
ONE_AT_A_TIME = threading.Lock()
_SETTINGS = {
    # A document is read as a stranger's: it runs nothing, and fetches nothing that lies elsewhere.
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Office.Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Office.Common/Security/Scripting", "DisableActiveContent"): "true",
    ("Office.Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Office.Writer/Content/Update", "Link"): "0",
    # After an earlier version it would first try how it draws, on planes of 4096 pixels a side, which takes longer than
    # all else of its start.
    ("Setup/Product", "ooSetupLastVersion"): "999.0",
}
_PROFILE = "".join(
    f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    f"<value>{value}</value></prop></item>"
    for (path, name), value in _SETTINGS.items()
)
_BUILD = re.compile(r"^buildid=(.+)$", re.MULTILINE)


class NoPdf(Exception):  # noqa: N818  (an outcome; the report goes out without it)
    """LibreOffice gave no PDF; the message says why."""


def program() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def pdf(docx: bytes, soffice: str, seconds: float = SECONDS, room: int = ROOM) -> bytes:
    """The PDF of a .docx; raises NoPdf where there is none within `seconds` and `room` bytes of memory.

    One at a time: LibreOffice is large.
    """
    with ONE_AT_A_TIME:
        return printed(docx, soffice, seconds, room)


def printed(docx: bytes, soffice: str, seconds: float, room: int) -> bytes:
    """What `pdf` gives, for who has its turn already."""
    with TemporaryDirectory(prefix="laporan-") as name:
        folder = Path(name)
        (folder / DOCX).write_bytes(docx)
        profile(folder / "profile", soffice)
        _run(command_of(soffice, folder), folder, seconds, room)
        return made(folder)


def made(folder: Path) -> bytes:
    """The PDF that LibreOffice has left in its folder; raises NoPdf."""
    target = folder / "laporan.pdf"
    # soffice ends with 0 even where it wrote nothing.
    if not target.exists() or not (data := target.read_bytes()).startswith(b"%PDF"):
        raise NoPdf("LibreOffice tidak menghasilkan PDF")
    return plainly_spaced(data)


def plainly_spaced(pdf: bytes) -> bytes:
    """The PDF with plain spaces and signs in its keywords again; no byte of it moves, for a PDF counts its bytes."""
    listed = re.sub(rb"(/Keywords<FEFF)((?:[0-9A-F]{4})*)", _listed, pdf, count=1)
    spaced = re.sub(rb"<pdf:Keywords>[^<]*</pdf:Keywords>", _padded, listed, count=1)
    # LibreOffice escapes title, subject and keywords twice.
    return _PACKET.sub(lambda found: _TWICE.sub(b"&", found[0]).ljust(len(found[0])), spaced, count=1)


def _listed(found: re.Match[bytes]) -> bytes:
    told = bytes.fromhex(found[2].decode()).decode("utf-16-be", "surrogatepass").replace(HARD_SPACE, " ")
    return found[1] + told.encode("utf-16-be", "surrogatepass").hex().upper().encode()


def _padded(found: re.Match[bytes]) -> bytes:
    # A plain space is a byte shorter than a hard one; what is missing stands behind the element.
    return found[0].replace(HARD_SPACE.encode(), b" ").ljust(len(found[0]))


def profile(folder: Path, soffice: str) -> None:
    user = folder / "user"
    (user / "extensions").mkdir(parents=True)
    names = 'xmlns:oor="http://openoffice.org/2001/registry"'
    (user / "registrymodifications.xcu").write_text(f"<oor:items {names}>{_PROFILE}</oor:items>", "utf-8")
    # Where no build has looked for extensions, or another one, it looks for them and starts anew.
    (user / "extensions" / "buildid").write_text(_build(soffice), "utf-8")


def _build(soffice: str) -> str:
    """The build by its own word; empty where none is told beside the program."""
    told = Path(soffice).resolve().parent / "versionrc"
    found = _BUILD.search(told.read_text("utf-8")) if told.exists() else None
    return found[1] if found else ""


@cache
def unsafe() -> str:
    """The sandbox that this system lacks for LibreOffice, Landlock or seccomp; empty where it lacks none."""
    with TemporaryDirectory(prefix="laporan-") as name:
        # A separate process tries, for a sandbox is never undone, and some systems kill a process that tries.
        try:
            command = shut_in(Path(name), ["/bin/sh", "-c", ""])
            done = subprocess.run(command, env=environment(Path(name)), capture_output=True, check=False, timeout=60)  # noqa: S603
        except (OSError, subprocess.SubprocessError) as error:
            return str(error)
    if done.returncode == sandbox.LACKING:
        return done.stdout.decode(errors="replace")
    return "" if done.returncode >= 0 else "Landlock or seccomp, which the unit or the container forbids"


def shut_in(folder: Path, command: Sequence[str]) -> list[str]:
    """The command wrapped so that it sees only `folder` and the system's programs, and has no network."""
    return [sys.executable, "-I", "-S", sandbox.__file__, str(folder), *command]


def kept_to(command: Sequence[str], seconds: float, room: int) -> list[str]:
    """The same command with so many seconds of processor time and bytes of memory, and no more; once its standard
    input is closed, it ends with all that it has started, and the folder in which it runs goes."""
    return [sys.executable, "-I", "-S", limited.__file__, str(room), str(ceil(seconds)), *command]


def environment(folder: Path) -> dict[str, str]:
    # Token, keys and the address of the database stand in the environment of the bot.
    return {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}


def command_of(soffice: str, folder: Path) -> list[str]:
    return [*start_of(soffice, folder), *job(folder)]


def start_of(soffice: str, folder: Path) -> list[str]:
    """How it is started with the profile in that folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return [soffice, profile, "--headless", "--norestore", "--nolockcheck"]


def job(folder: Path) -> list[str]:
    """The arguments by which it prints the .docx of that folder."""
    return ["--convert-to", _FILTER, "--outdir", str(folder), str(folder / DOCX)]


def _run(command: list[str], folder: Path, seconds: float, room: int) -> None:
    with begun(command, folder, seconds, room) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise late(seconds) from error


def late(seconds: float) -> NoPdf:
    return NoPdf(f"LibreOffice tidak selesai dalam {seconds:g} detik")


def begun(command: list[str], folder: Path, seconds: float, room: int) -> subprocess.Popen[bytes]:
    """The command, shut in and limited; it ends with the block, with this process, or once its standard input is
    closed. Raises NoPdf where it cannot be started."""
    quiet = subprocess.DEVNULL
    if shutil.which(command[0]) is None:
        # Shut in, it would be missed by a process that cannot say so.
        raise NoPdf(f"LibreOffice tidak dapat dijalankan ({os.strerror(errno.ENOENT)})")
    command = kept_to(command if unsafe() else shut_in(folder, command), seconds, room)
    try:
        return subprocess.Popen(  # noqa: S603  (a list, no shell; the program is found, not given)
            command,
            cwd=folder,
            env=environment(folder),
            start_new_session=True,
            stdin=subprocess.PIPE,
            stdout=quiet,
            stderr=quiet,
        )
    except OSError as error:
        raise NoPdf(f"LibreOffice tidak dapat dijalankan ({error.strerror})") from error
