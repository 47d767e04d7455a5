"""bot run: the bot on Telegram, until the process is told to stop."""

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import logs, process
from bot.commands import link
from bot.commands.shell import NO_TOKEN, explained, opened
from bot.settings import Settings
from handlers.tim import masuk
from storage.database import Database


def run() -> None:
    """Long polling, or a webhook where WEBHOOK_URL is set; ClickException where it cannot run."""
    settings = Settings()
    if settings.bot_token is None:
        raise click.ClickException(NO_TOKEN)
    _refuse_open(Path(".env"))
    logs.set_up(settings.log_level)
    database = opened(settings)
    try:
        with explained(process.Busy):
            asyncio.run(process.run(settings, database, _links_printer(database)))
    finally:
        database.close()


def _refuse_open(file: Path) -> None:
    """Refuse a file that holds the token and that others may read."""
    if file.exists() and file.stat().st_mode & 0o077:
        raise click.ClickException(f"{file} holds the token and others may read it; run: chmod 600 {file}")


def _links_printer(database: Database) -> Callable[[str], None]:
    def print_links(username: str) -> None:
        """To stdout only, never to the log: the first person who opens such a link becomes ketua pelaksana."""
        with database.transaction() as session:
            links = masuk.first_links(session, datetime.now(UTC))
        for office, token in links:
            click.echo(link.told(username, office, token))
        sys.stdout.flush()

    return print_links
