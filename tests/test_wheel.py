"""The built wheel is whole, works in an empty environment, and so does the first line of the README, from nothing."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
# setuptools builds beside its source, and would pick up what an earlier build left there.
LEFT_OUT = shutil.ignore_patterns(".*", "data", "build", "*.egg-info", "__pycache__")
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")
PACKAGES = ("bot", "handlers", "storage", "renderers")
KOLASE = "kolase-3574-2022-W15-1.jpg"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = shutil.copytree(ROOT, folder / "source", ignore=LEFT_OUT)
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run([sys.executable, *PIP, *build], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def bot(words: Sequence[str], folder: Path, *told: str) -> str:
    """In a folder that is not the project's."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"DATA_DIR": str(folder / "data")}
    environment |= {"DATABASE_URL": ""}
    done = subprocess.run([*words, *told], capture_output=True, text=True, cwd=folder, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def whole(words: Sequence[str], folder: Path) -> None:
    """Sample, migrations, fonts, templates and page are all there."""
    assert bot(words, folder, "load", "sample") == "KPU Kota Probolinggo: 121 records loaded\n"
    bot(words, folder, "rekap", "Q2", "2022", "--out", "out")
    assert (folder / "out" / "laporan-bakohumas-3574-2022-TW2.docx").stat().st_size > 1_000_000
    bot(words, folder, "kolase", "2022-W15", "--out", "out")
    assert [path.name for path in (folder / "out").glob("kolase*")] == [KOLASE]
    with shown([*words, "try", "--port", "0"], folder) as url:
        page = urlopen(url).read().decode()
        parts = re.findall(r'(?:src|href)="(?!data:|#)([^"]+)"', page)
        assert parts
        assert [urlopen(f"{url}{part.lstrip('/')}").status for part in parts] == [200] * len(parts)


@contextmanager
def shown(words: Sequence[str], folder: Path) -> Iterator[str]:
    """The address of the try-out, until it has been looked at."""
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True, process_group=0)
    assert process.stdout
    try:
        told = next((line for line in process.stdout if line.startswith("Open ")), "")
        yield told.split()[1]
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=30)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_each_file_of_the_packages_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as zipped:
        inside = {name for name in zipped.namelist() if ".dist-info/" not in name}
    assert inside == {f"{name}/{file}" for name in PACKAGES for file in files(wheel.parent / "source" / name)}


@pytest.mark.slow
def test_the_wheel_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "v")], check=True)
    for install in (("--require-hashes", "-r", str(ROOT / "requirements.lock")), ("--no-deps", str(wheel))):
        subprocess.run([str(tmp_path / "v" / "bin" / "python"), *PIP, "install", *install], check=True)
    whole([str(tmp_path / "v" / "bin" / "bot")], tmp_path)


@pytest.mark.slow
def test_the_first_line_of_the_readme_from_nothing(tmp_path: Path) -> None:
    clone = shutil.copytree(ROOT, tmp_path / "clone", ignore=LEFT_OUT)
    (line,) = [line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.endswith("bot try")]
    with shown(["bash", "-euo", "pipefail", "-c", f"{line.strip()} --port 0"], clone) as url:
        assert "<html" in urlopen(url).read().decode()
