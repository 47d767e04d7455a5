"""LibreOffice as a printer: Word bytes in, PDF bytes out, each run with a profile of its own and a time limit."""

import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

_NAMES = (
    "soffice",
    "libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# Every bookmark becomes a named destination of the PDF, from which page numbers are read.
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_SECONDS = 120
NO_PDF = "PDF tidak dibuat"
"""The note of every report without a PDF holds this."""
_ONE_AT_A_TIME = threading.Lock()


class NoPdf(Exception):  # noqa: N818  (an outcome; the report goes out without it)
    """LibreOffice gave no PDF; the message says why."""


def program() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def pdf(docx: bytes, soffice: str, seconds: float = _SECONDS) -> bytes:
    """The PDF of a .docx; raises NoPdf where there is none within `seconds`. One at a time: LibreOffice is large."""
    with _ONE_AT_A_TIME, TemporaryDirectory(prefix="laporan-") as name:
        folder = Path(name)
        (folder / "laporan.docx").write_bytes(docx)
        _run(_command(soffice, folder), folder, seconds)
        target = folder / "laporan.pdf"
        # soffice ends with 0 even where it wrote nothing.
        if not target.exists() or not (data := target.read_bytes()).startswith(b"%PDF"):
            raise NoPdf("LibreOffice tidak menghasilkan PDF")
        return data


def _command(soffice: str, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", _FILTER, "--outdir", str(folder)]
    return [soffice, profile, *options, str(folder / "laporan.docx")]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    # soffice is a script that starts the program proper: its whole process group is ended, not the script alone.
    quiet = subprocess.DEVNULL
    home = {**os.environ, "HOME": str(folder)}
    try:
        process = subprocess.Popen(  # noqa: S603  (a list, no shell; the program is found, not given)
            command, cwd=folder, env=home, start_new_session=True, stdin=quiet, stdout=quiet, stderr=quiet
        )
    except OSError as error:
        raise NoPdf(f"LibreOffice tidak dapat dijalankan ({error.strerror})") from error
    with process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise NoPdf(f"LibreOffice tidak selesai dalam {seconds:g} detik") from error
