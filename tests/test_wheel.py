"""The built wheel, installed elsewhere, is whole: sample, fonts, templates and migrations come with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel's contents."""
    folder = tmp_path_factory.mktemp("wheel")
    # setuptools builds beside its source, and would pick up what an earlier build left there.
    left_out = shutil.ignore_patterns(".*", "data", "build", "*.egg-info")
    source = shutil.copytree(ROOT, folder / "source", ignore=left_out)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheel = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run(wheel, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    target = folder / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(built)], check=True, capture_output=True)
    return target


def bot(elsewhere: Path, data: Path, *words: str) -> str:
    code = f"import bot, bot.__main__; assert bot.__file__.startswith({str(elsewhere)!r}); bot.__main__.main()"
    environment = {**os.environ, "PYTHONPATH": str(elsewhere), "DATA_DIR": str(data), "DATABASE_URL": ""}
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=elsewhere, env=environment)
    return done.stdout


def test_the_wheel_loads_the_sample_and_writes_the_report(elsewhere: Path, tmp_path: Path) -> None:
    assert bot(elsewhere, tmp_path / "data", "load", "sample") == "KPU Kota Probolinggo: 121 records loaded\n"
    out = tmp_path / "out"
    bot(elsewhere, tmp_path / "data", "rekap", "Q2", "2022", "--out", str(out))
    assert (out / "laporan-bakohumas-3574-2022-TW2.docx").stat().st_size > 1_000_000


def test_the_tests_stay_at_home(elsewhere: Path) -> None:
    packages = {p.name for p in elsewhere.iterdir() if p.is_dir() and not p.name.endswith((".dist-info", "bin"))}
    assert packages == {"bot", "handlers", "storage", "renderers"}
