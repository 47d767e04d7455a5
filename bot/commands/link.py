"""bot link: a way into an office for its ketua pelaksana, printed for the operator alone."""

import asyncio
from datetime import UTC, datetime

import click
from telegram.error import InvalidToken, TelegramError

from bot.commands.shell import NO_TOKEN, office_of, started
from bot.settings import Settings
from bot.telegram.channel import connect
from bot.telegram.write import deep_link
from handlers.tim import masuk
from storage.database import Database
from storage.kantor import satker
from storage.kantor.satker import Satker


def link(kode: str | None) -> None:
    """Print a fresh link, also where somebody leads the office; ClickException where the bot's name is not known."""
    settings, database = started()
    office, username = _office(database, kode), asyncio.run(_username(settings))
    with database.transaction() as session:
        click.echo(told(username, *masuk.operators_link(session, office, datetime.now(UTC))))


def told(username: str, office: str, token: str) -> str:
    """Whoever opens the link leads the office: it goes to stdout only, never to a log."""
    return f"Ketua pelaksana {office}: {deep_link(username, token)}  (24 jam, sekali pakai)"


def _office(database: Database, kode: str | None) -> Satker | None:
    """None where there is none yet: the link makes the first."""
    with database.transaction() as session:
        first = kode is None and not satker.every(session)
    return None if first else office_of(database, kode)


async def _username(settings: Settings) -> str:
    if settings.bot_token is None:
        raise click.ClickException(NO_TOKEN)
    try:
        async with connect(settings.bot_token.get_secret_value(), settings.bot_api_url) as bot:
            return bot.username
    except InvalidToken:
        raise click.ClickException("Telegram does not know this BOT_TOKEN") from None
    except TelegramError as error:
        raise click.ClickException(f"Telegram does not answer: {error}") from None
