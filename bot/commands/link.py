"""bot link: a way into an office for its ketua pelaksana, printed for the operator alone."""

import asyncio
from datetime import UTC, datetime

import click
from pydantic import SecretStr
from telegram.error import InvalidToken, TelegramError

from bot.commands.shell import NO_TOKEN, office_of, started
from bot.telegram import read
from bot.telegram.channel import connect
from bot.telegram.write import deep_link
from handlers.tim import masuk
from storage.chat import reach
from storage.database import Database, Session
from storage.kantor import satker
from storage.kantor.satker import Satker


def link(kode: str | None) -> None:
    """Print a fresh link, also where somebody leads the office; ClickException where the bot's name is not known."""
    with started() as (settings, database):
        office = _office(database, kode)
        username = asyncio.run(_username(settings.bot_token, settings.bot_api_url)) if settings.bot_token else ""
        with database.transaction() as session:
            if not username and not reach.links(session, ""):
                raise click.ClickException(NOWHERE if settings.whatsapp else NO_TOKEN)
            name, token = masuk.operators_link(session, office, datetime.now(UTC))
            click.echo(told(session, name, token, {read.NAME: deep_link(username, token)} if username else {}))


NOWHERE = "the number is not known yet; start bot run once"


def told(session: Session, office: str, token: str, links: dict[str, str]) -> str:
    """One line with the link of each channel. Whoever opens one leads the office: it goes to stdout only, never to a
    log."""
    every = reach.links(session, token) | links
    return f"Ketua pelaksana {office}: {' atau '.join(every.values())}  (24 jam, sekali pakai)"


def _office(database: Database, kode: str | None) -> Satker | None:
    """None where there is none yet: the link makes the first."""
    with database.transaction() as session:
        first = kode is None and not satker.every(session)
    return None if first else office_of(database, kode)


async def _username(token: SecretStr, api_url: str) -> str:
    try:
        async with connect(token.get_secret_value(), api_url) as bot:
            return bot.username
    except InvalidToken:
        raise click.ClickException("Telegram does not know this BOT_TOKEN") from None
    except TelegramError as error:
        raise click.ClickException(f"Telegram does not answer: {error}") from None
