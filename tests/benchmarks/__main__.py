"""python -m tests.benchmarks chat: a table, and a last line of ratios (times: lower is better)."""

import asyncio

import click

from tests.benchmarks import chat


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


main()
