"""python -m tests.benchmarks chat: a table, and a last line of ratios (times: lower is better)."""

import asyncio
import tempfile
from pathlib import Path

import click

from tests.benchmarks import (
    at_once,
    chat,
    crops,
    faces,
    faults,
    ketukan,
    kolase,
    morning,
    offices,
    pressure,
    report,
    workshop,
)

CACHE = Path(tempfile.gettempdir()) / "bakohumas-bench"


@click.group()
def main() -> None:
    """Figures measured side by side; these machines are noisy, so medians of interleaved rounds."""


@main.command(name="chat")
@click.option("--people", default=60, show_default=True)
@click.option("--reports", default=5, show_default=True)
@click.option("--rounds", default=3, show_default=True)
def chat_(people: int, reports: int, rounds: int) -> None:
    """Updates through core and SQLite (FULL), beside python-telegram-bot's ConversationHandler, over HTTP; then a photo
    from each of twenty people in the same moment."""
    asyncio.run(chat.compare(people, reports, rounds))
    asyncio.run(at_once.compare(rounds))


@main.command(name="offices")
@click.option("--count", "counts", multiple=True, type=int, default=(1, 64, 514), show_default=True)
@click.option("--postgres", default="", help="URL of an empty database that may be emptied again and again")
@click.option("--seconds", default=60, show_default=True, help="how long the peak lasts")
@click.option("--processes", multiple=True, type=int, default=(1, 2), show_default=True, help="on PostgreSQL")
def offices_(counts: tuple[int, ...], postgres: str, seconds: int, processes: tuple[int, ...]) -> None:
    """From one office to all of them: first answers, a burst, the kolase of a Friday, memory and size. On SQLite, or
    instead of it on PostgreSQL."""
    asyncio.run(offices.compare(list(counts), postgres, seconds, list(processes)))


@main.command(name="faults")
@click.option("--postgres", default="", help="URL of an empty database that may be emptied again and again")
@click.option("--seed", default=7, show_default=True)
def faults_(postgres: str, seed: int) -> None:
    """What each trouble cost people: lost, doubled, unanswered, and posts that somebody was asked about."""
    faults.show(postgres, seed)


@main.command(name="crops")
@click.option("--photos", type=click.Path(path_type=Path), help="folder of the photos that crops.json names")
@click.option("--fetch", is_flag=True, help="download the packages that ship them into that folder first")
def crops_(photos: Path | None, *, fetch: bool) -> None:
    """How often a crop cuts a head, over all sheets: the middle of the photo, a little higher, ours."""
    if photos and fetch:
        faces.fetch(photos)
    crops.show(photos)


@main.command(name="workshop")
@click.option("--rounds", default=5, show_default=True)
def workshop_(rounds: int) -> None:
    """What it costs to open a photo in a child of the workshop instead of here."""
    workshop.compare(rounds)


@main.command(name="pressure")
@click.argument("attacks", nargs=-1)
def pressure_(attacks: tuple[str, ...]) -> None:
    """Memory and waiting of the whole bot under each attack, or under those that are named; in a cgroup of 1 GB."""
    pressure.show(attacks)


@main.command(name="kolase")
@click.option("--rounds", default=9, show_default=True)
@click.option("--work", type=click.Path(path_type=Path), help="folder for the photos that are made; kept for next time")
@click.option("--peers", is_flag=True, help="install sharp and pyvips first, into the folder of --cache")
@click.option("--cache", type=Path, default=CACHE, show_default=True, help="for packages of npm and PyPI")
def kolase_(rounds: int, work: Path | None, cache: Path, *, peers: bool) -> None:
    """Whole posters of 4, 9 and 36 photos, beside the floor and what people would use instead."""
    kolase.compare(rounds, work, cache if peers else None)


@main.command(name="ketukan")
@click.option("--rounds", default=3, show_default=True)
def ketukan_(rounds: int) -> None:
    """Messages, taps and seconds that each thing takes a person."""
    ketukan.show(rounds)


@main.command(name="morning")
@click.option("--rounds", default=9, show_default=True)
def morning_(rounds: int) -> None:
    """Processor time of telling the sample office of its triwulan, on its day and where nothing is due."""
    morning.show(rounds)


@main.command(name="report")
@click.option("--scale", "scales", multiple=True, type=int, default=(1, 10, 100), show_default=True)
@click.option("--rounds", default=9, show_default=True)
@click.option("--limit", default=60.0, show_default=True, help="seconds after which a process is ended")
@click.option("--cache", type=Path, default=CACHE, help="for npm's packages")
def report_(scales: tuple[int, ...], rounds: int, limit: float, cache: Path) -> None:
    """The quarterly report as .docx, beside docxtpl, python-docx and docxtemplater; whole processes."""
    report.compare(scales, rounds, limit, cache)


main()
