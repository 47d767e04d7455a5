"""python -m tests.benchmarks chat: a table, and a last line of ratios (times: lower is better)."""

import asyncio
import tempfile
from pathlib import Path

import click

from tests.benchmarks import chat, report


@click.group()
def main() -> None:
    """Figures measured side by side; these machines are noisy, so medians of interleaved rounds."""


@main.command(name="chat")
@click.option("--people", default=60, show_default=True)
@click.option("--reports", default=5, show_default=True)
@click.option("--rounds", default=3, show_default=True)
def chat_(people: int, reports: int, rounds: int) -> None:
    """Updates through core and SQLite (FULL), beside python-telegram-bot's ConversationHandler, over HTTP."""
    asyncio.run(chat.compare(people, reports, rounds))


@main.command(name="report")
@click.option("--scale", "scales", multiple=True, type=int, default=(1, 10, 100), show_default=True)
@click.option("--rounds", default=9, show_default=True)
@click.option("--limit", default=60.0, show_default=True, help="seconds after which a process is ended")
@click.option("--cache", type=Path, default=Path(tempfile.gettempdir()) / "bakohumas-bench", help="for npm's packages")
def report_(scales: tuple[int, ...], rounds: int, limit: float, cache: Path) -> None:
    """The quarterly report as .docx, beside docxtpl, python-docx and docxtemplater; whole processes."""
    report.compare(scales, rounds, limit, cache)


main()
