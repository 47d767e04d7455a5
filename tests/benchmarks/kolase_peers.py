"""Who makes the picture of a week, each as a thing that can be told to run: our own ways and those of others."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from tests.benchmarks.kolase_ways import SIZE, WAYS, Placed

SHARP = Path(__file__).with_name("kolase_sharp.cjs")
PEERS = ("pyvips", "sharp", "ImageMagick", "naive Pillow", "Chromium")
_PAGE = "<body style='margin:0;background:#faf6ee'>{}</body>"
_IMAGE = "<img src='file://{}' style='position:absolute;left:{}px;top:{}px;width:{}px;height:{}px;object-fit:cover'>"


PACKAGES = {"npm": "sharp@0.34.4", "pip": "pyvips[binary]==3.0.0"}


def fetch(cache: Path) -> None:
    """Install sharp and pyvips into a folder, and let everything that is started find them there."""
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(cache), PACKAGES["npm"]]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(cache / "python"), PACKAGES["pip"]]
    for command in ([npm] if shutil.which("npm") else []) + ([] if (cache / "python").exists() else [pip]):
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    os.environ["NODE_PATH"] = str(cache / "node_modules")
    known = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(cache / "python"), *([known] if known else [])])


Run = tuple[float, float, float]
"""Milliseconds that passed, that the processors worked, and megabytes at its peak beyond the idle process."""


class Runner(Protocol):
    def __call__(self) -> Run: ...


@contextmanager
def _told(command: Sequence[str]) -> Iterator[Runner]:
    # Left to itself sharp takes four threads, which on a busy machine is twice the share of two.
    env = os.environ | {"UV_THREADPOOL_SIZE": str(os.cpu_count()), "VIPS_CONCURRENCY": str(os.cpu_count())}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdin
    assert process.stdout

    def run() -> Run:
        print(file=process.stdin, flush=True)
        took, work, memory = map(float, process.stdout.readline().split())  # type: ignore[union-attr]
        return took, work, memory

    yield run
    process.stdin.close()
    process.wait()


@contextmanager
def _cold(commands: Sequence[Sequence[str]]) -> Iterator[Runner]:
    """A program that is started anew for every sheet, as on a command line."""

    def run() -> Run:
        began, work, peak = time.perf_counter(), 0.0, 0
        for command in commands:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, _, usage = os.wait4(process.pid, 0)
            work, peak = work + usage.ru_utime + usage.ru_stime, max(peak, usage.ru_maxrss)
        return (time.perf_counter() - began) * 1000, work * 1000, peak / 1024

    yield run


def runners(
    job: list[list[Placed]], ready: list[list[Placed]], folder: Path
) -> Iterator[tuple[str, AbstractContextManager[Runner]]]:
    """Everybody who is installed here."""
    for name in WAYS:
        if name != "pyvips" or _imports("pyvips"):
            places = ready if name == "ours, prepared" else job
            yield name, _told([sys.executable, "-m", "tests.benchmarks.kolase_ways", name, json.dumps(places)])
    if _has_sharp():
        yield "sharp", _told(["node", str(SHARP), json.dumps(job)])
    # Version 7 is called magick; Debian gives version 6 this name behind "convert".
    magick = shutil.which("magick") or shutil.which("convert-im6.q16")
    if magick:
        yield "ImageMagick", _cold([_magick(magick, places, folder / "im.jpg") for places in job])
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser:
        yield "Chromium", _cold([_page(browser, places, folder / f"{k}.html") for k, places in enumerate(job)])


def _imports(module: str) -> bool:
    command = [sys.executable, "-c", f"import {module}"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _has_sharp() -> bool:
    if not shutil.which("node"):
        return False
    return subprocess.run(["node", "-e", "require('sharp')"], check=False, capture_output=True).returncode == 0


def _magick(magick: str, places: Sequence[Placed], target: Path) -> list[str]:
    """Its scaled decoding asked for, without which it takes seven times as long."""
    command = [magick, "-size", f"{SIZE[0]}x{SIZE[1]}", "xc:#faf6ee"]
    for name, x, y, wide, high in places:
        fill = ["-thumbnail", f"{wide}x{high}^", "-gravity", "center", "-extent", f"{wide}x{high}", "-gravity", "none"]
        scaled = ["-define", f"jpeg:size={2 * wide}x{2 * high}", name]
        command += ["(", *scaled, *fill, ")", "-geometry", f"+{x}+{y}", "-composite"]
    return [*command, "-quality", "92", "-sampling-factor", "1x1", str(target)]


def _page(browser: str, places: Sequence[Placed], page: Path) -> list[str]:
    page.write_text(_PAGE.format("".join(_IMAGE.format(Path(name).resolve(), *box) for name, *box in places)), "utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    return [
        browser,
        *quiet,
        f"--window-size={SIZE[0]},{SIZE[1]}",
        f"--screenshot={page.with_suffix('.png')}",
        str(page),
    ]
