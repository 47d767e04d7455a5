"""A LibreOffice that starts before its document: the same pages, and where it fails one is started as always."""

import os
import stat
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from renderers.templat_bawaan import build
from renderers.word import office
from renderers.word.ooxml import pack
from renderers.word.printing import ahead
from renderers.word.printing.ahead import ahead as started

SOFFICE = office.program()

# What listens as LibreOffice does, and prints what it is told to print, or ends over it.
FAKE = """#!{python}
import hashlib, os, socket, sys
profile = sys.argv[1].removeprefix("-env:UserInstallation=")
if "--convert-to" in sys.argv:
    with open(os.path.join(sys.argv[sys.argv.index("--outdir") + 1], "laporan.pdf"), "w") as pdf:
        pdf.write("%PDF alone")
    sys.exit()
digest = hashlib.md5(profile.encode("utf-16-le")).digest()
line = socket.socket(socket.AF_UNIX)
line.bind(f"/tmp/OSL_PIPE_{{os.getuid()}}_SingleOfficeIPC_" + "".join(f"{{byte:x}}" for byte in digest))
line.listen()
line.accept()[0].close()
told = line.accept()[0]
told.sendall(b"InternalIPC::Send")
told.sendall(b"Arguments\\0")
given = b""
while not given.endswith(b"\\0"):
    given += told.recv(4096)
if {ends}:
    sys.exit(1)
folder = given.decode().split(",--outdir,")[1].split(",")[0]
with open(os.path.join(folder, "laporan.pdf"), "w") as pdf:
    pdf.write("%PDF waited")
told.sendall(b"InternalIPC::ProcessingDone\\0")
"""


def program(folder: Path, text: str) -> str:
    file = folder / "soffice"
    file.write_text(text, "utf-8")
    file.chmod(stat.S_IRWXU)
    return str(file)


def fake(folder: Path, *, ends: bool = False) -> str:
    return program(folder, FAKE.format(python=sys.executable, ends=ends))


@pytest.fixture(autouse=True)
def nothing_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    lines, where = set[Path](), ahead.line_of

    def line(folder: Path) -> Path:
        lines.add(where(folder))
        return where(folder)

    monkeypatch.setattr(ahead, "line_of", line)
    yield
    assert [one for one in lines if one.exists()] == []


@pytest.fixture
def unfenced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python itself stands where no shut-in program may read."""
    monkeypatch.setattr(office, "unsafe", lambda: "a test")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_it_prints_the_pages_that_one_prints_which_is_started_for_them() -> None:
    docx = pack(build.parts())
    with started(SOFFICE or "") as printed:
        waited = PdfReader(BytesIO(printed(docx)))
    alone = PdfReader(BytesIO(office.pdf(docx, SOFFICE or "")))
    assert [page.extract_text() for page in waited.pages] == [page.extract_text() for page in alone.pages]
    assert waited.named_destinations.keys() == alone.named_destinations.keys()


@pytest.mark.usefixtures("unfenced")
def test_the_first_document_goes_to_the_one_that_waits_and_each_further_to_one_of_its_own(tmp_path: Path) -> None:
    with started(fake(tmp_path), 20) as printed:
        assert [printed(b"PK"), printed(b"PK")] == [b"%PDF waited", b"%PDF alone"]


@pytest.mark.usefixtures("unfenced")
def test_without_a_document_it_ends_with_the_work(tmp_path: Path) -> None:
    with started(program(tmp_path, f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 60\n"), 20):
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            pass
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


ALONE = 'case "$*" in *convert-to*) echo %PDF > $8/laporan.pdf; exit;; esac\n'


@pytest.mark.usefixtures("unfenced")
@pytest.mark.parametrize("waits", ["exit 1", "exec sleep 60"], ids=["ends", "is deaf"])
def test_where_it_does_not_answer_one_is_started_for_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: str
) -> None:
    monkeypatch.setattr(ahead, "READY", 0.2)
    with started(program(tmp_path, f"#!/bin/sh\n{ALONE}{waits}\n"), 20) as printed:
        assert printed(b"PK") == b"%PDF\n"


@pytest.mark.usefixtures("unfenced")
def test_one_that_ends_over_the_document_is_not_asked_again(tmp_path: Path) -> None:
    with (
        started(fake(tmp_path, ends=True), 20) as printed,
        pytest.raises(office.NoPdf, match=r"^LibreOffice tidak menghasilkan PDF$"),
    ):
        printed(b"PK")


def test_one_that_cannot_be_started_is_said_to_be_so(tmp_path: Path) -> None:
    with (
        started(str(tmp_path / "soffice")) as printed,
        pytest.raises(office.NoPdf, match=r"^LibreOffice tidak dapat dijalankan \(No such file or directory\)$"),
    ):
        printed(b"PK")


@pytest.mark.usefixtures("unfenced")
def test_while_another_prints_nothing_is_started_ahead(tmp_path: Path) -> None:
    with office.ONE_AT_A_TIME, started(fake(tmp_path)) as printed:
        pass
    assert printed(b"PK") == b"%PDF alone"
