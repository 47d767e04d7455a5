"""The template of an office as LibreOffice itself saves it: kept as .odt for the years between, sent as .docx."""

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from renderers.word import office as printer
from renderers.word.ooxml import pack
from tests.renderers.templat_kantor.wild import office


@cache
def saved() -> bytes:
    with TemporaryDirectory(prefix="templat-") as name:
        folder = Path(name)
        (folder / "templat.docx").write_bytes(pack(office.parts()))
        for old, new in (("docx", "odt"), ("odt", "docx")):
            _convert(folder, f"templat.{old}", new)
        return (folder / "templat.docx").read_bytes()


def _convert(folder: Path, name: str, suffix: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [printer.program() or "", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / name)], check=True, capture_output=True, timeout=120)
    (folder / name).unlink()
