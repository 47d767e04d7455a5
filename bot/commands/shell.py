"""What the commands share: the settings with their database, the office that is meant, errors in one line."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import click

from bot.settings import Settings
from storage import dump
from storage.database import Database, UnknownSchema
from storage.kantor import satker
from storage.kantor.satker import Satker

NO_TOKEN = "BOT_TOKEN is not set; copy .env.example to .env and put the token there"  # noqa: S105 - a sentence


@contextmanager
def started() -> Iterator[tuple[Settings, Database]]:
    """The settings of the environment, and their database as long as the command needs it."""
    settings = Settings()
    with closing(opened(settings)) as database:
        yield settings, database


def opened(settings: Settings) -> Database:
    """The database with its schema up to date; makes the data folder where there is none."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return upgraded(Database(settings.database))


def upgraded(database: Database) -> Database:
    """The same; ClickException where its schema is none of ours, or it is half restored."""
    try:
        with explained(UnknownSchema, dump.Half):
            dump.refuse_half(database)
            database.upgrade()
    except BaseException:
        database.close()
        raise
    return database


def office_of(database: Database, kode: str | None) -> Satker:
    """The office of this region code, or the only one; ClickException names the known codes."""
    with database.transaction() as session:
        offices = satker.every(session)
    wanted = [office for office in offices if kode in (None, office.kode)]
    if len(wanted) == 1:
        return wanted[0]
    known = ", ".join(office.kode for office in offices) or "none; use: bot load FILE"
    raise click.ClickException(f"which satker? use --satker KODE (known: {known})")


@contextmanager
def explained(*problems: type[Exception]) -> Iterator[None]:
    """Tell the operator these exceptions in their own words, without a traceback."""
    try:
        yield
    except problems as problem:
        raise click.ClickException(str(problem)) from None
