"""bot run: the bot on every channel that has settings, until the process is told to stop."""

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import logs, services
from bot.commands import link
from bot.commands.shell import NO_TOKEN, explained, opened
from bot.process import Busy
from bot.settings import Settings
from bot.telegram import read
from bot.telegram.write import deep_link
from bot.whatsapp import write
from bot.whatsapp.channel import WhatsApp
from handlers.tim import masuk
from storage.database import Database


def run() -> None:
    """Long polling, or a webhook where WEBHOOK_URL is set; ClickException where it cannot run."""
    settings = Settings()
    if not (settings.bot_token or settings.whatsapp):
        raise click.ClickException(NO_TOKEN)
    _refuse_open(Path(".env"))
    logs.set_up(settings.log_level)
    database = opened(settings)
    try:
        with explained(Busy):
            telegram = _links_printer(database, read.NAME, deep_link)
            whatsapp = _links_printer(database, WhatsApp.name, write.link)
            asyncio.run(services.run(settings, database, telegram, whatsapp))
    finally:
        database.close()


def _refuse_open(file: Path) -> None:
    """Refuse a file that holds the token and that others may read."""
    if file.exists() and file.stat().st_mode & 0o077:
        raise click.ClickException(f"{file} holds the token and others may read it; run: chmod 600 {file}")


def _links_printer(database: Database, channel: str, to: Callable[[str, str], str]) -> Callable[[str], None]:
    def print_links(name: str) -> None:
        """To stdout only, never to the log: the first person who opens such a link becomes ketua pelaksana. `name`: of
        the bot in this channel."""
        with database.transaction() as session:
            for office, token in masuk.first_links(session, datetime.now(UTC)):
                click.echo(link.told(session, office, token, {channel: to(name, token)}))
        sys.stdout.flush()

    return print_links
