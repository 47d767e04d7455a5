"""What the workshop costs: each photo opened in this process and in a child, in turns; processor time and medians."""

import io
import os
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click
from PIL import Image

from bot.workshop import received, reports
from bot.workshop.workshop import WORKSHOP, Refused
from renderers.figures import Rekap
from renderers.photo import photo, prepared
from renderers.photo.refusal import Unreadable
from renderers.rekap import rekap
from renderers.word import office
from tests.benchmarks.kolase_photos import FORTY_EIGHT, TWELVE, made
from tests.bot.trouble.attacks import kept, report
from tests.bot.workshop.heic import grid


def compare(rounds: int) -> None:
    # Else what is left of the memory in which the photos were drawn would spare this process alone its page faults.
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        photos = apart.submit(_photos).result()
    WORKSHOP.warm()
    ratios = [
        _row(f"{name}  {len(data) / 2**20:5.1f} MB", partial(_here, data), partial(_there, data), rounds)
        for name, data in photos.items()
    ]
    ratios.append(_report(rounds))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    click.echo(f"workshop/here {' '.join(f'{ratio:.2f}' for ratio in ratios)} (this process {peak} MB at most)")


def _photos() -> dict[str, bytes]:
    twelve, large = made(0, TWELVE), made(1, FORTY_EIGHT)
    return {
        "JPEG 12 MP": _saved(twelve, "JPEG", quality=90),
        "JPEG 48 MP": _saved(large, "JPEG", quality=90),
        "HEIC 12 MP": grid(*TWELVE),
        "HEIC 48 MP": grid(*FORTY_EIGHT),
        "WEBP 12 MP": _saved(twelve, "WEBP", quality=85, method=0),
        "AVIF 12 MP": _saved(twelve, "AVIF", quality=70, speed=10),
    }


def _saved(image: Image.Image, form: str, **how: int) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def _report(rounds: int) -> float:
    """The report of a usual quarter without its pages, which LibreOffice makes either way."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        figures = report(1, kept(folder))
        vars(office)["program"] = lambda: None
        return _row(
            "report     13 sheets", lambda: rekap.draw(figures, folder), lambda: _drawn(figures, folder), rounds
        )


def _drawn(figures: Rekap, folder: Path) -> None:
    reports.draw(figures, folder)
    time.sleep(0.5)


def _row(name: str, here: Callable[[], object], there: Callable[[], object], rounds: int) -> float:
    costs = [(_cost(here), _cost(there)) for _ in range(rounds + 1)]
    # The first round warms both.
    a, b = (median(one[side] for one in costs[1:]) for side in (0, 1))
    click.echo(f"{name}  here {1000 * a:5.0f} ms  workshop {1000 * b:5.0f} ms")
    return b / a


def _here(data: bytes) -> None:
    try:
        upright = photo.upright(data)
        prepared.make(upright)
    except Unreadable as refusal:
        raise click.ClickException(str(refusal)) from None


def _there(data: bytes) -> None:
    try:
        received.small(received.photo(data).jpeg, aside=True)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    # The foreman counts a child's time once it has seen it end.
    time.sleep(0.5)


def _cost(work: Callable[[], object]) -> float:
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    """Seconds of processor time of this process, of the foreman and of the children that it has seen end."""
    foreman = WORKSHOP.foreman
    if foreman is None:
        return time.process_time()
    told = Path(f"/proc/{foreman.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return time.process_time() + sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")
