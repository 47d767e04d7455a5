"""The command line: bot run | try | load | rekap | kolase | backup | restore | move | check."""

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click
from pydantic import ValidationError

from bot import logs
from bot.commands import care, offline
from bot.commands.load import load as load_history
from bot.commands.load import load_template
from bot.process import Busy, utc_now
from bot.process import run as run_process
from bot.settings import Settings
from handlers.chat.messages import Rejected
from handlers.tim import masuk
from storage import move as moving
from storage.database import Database, UnknownSchema
from storage.history.load import AlreadyThere
from storage.kantor import satker

T = TypeVar("T")
OUT = click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="folder to write into"
)
SATKER = click.option("--satker", "kode", help="region code, where there are several offices")


@click.group()
@click.version_option(package_name="bakohumas-bot")
def main() -> None:
    """Bakohumas-bot: reports by chat, the weekly kolase and the quarterly report."""
    # Whatever it writes holds names, photos or a report: for its owner alone.
    os.umask(0o077)


@main.command()
def run() -> None:
    """Run the bot on Telegram: long polling, or a webhook where WEBHOOK_URL is set."""
    settings = Settings()
    if settings.bot_token is None:
        raise click.ClickException("BOT_TOKEN is not set; copy .env.example to .env and put the token there")
    _carefully(lambda: care.closed(Path(".env")))
    logs.set_up(settings.log_level)
    database = opened(settings)
    try:
        asyncio.run(run_process(settings, database, _links_printer(database)))
    except Busy as busy:
        raise click.ClickException(str(busy)) from None
    finally:
        database.close()


def _links_printer(database: Database) -> Callable[[str], None]:
    def print_links(username: str) -> None:
        """To stdout only, never to the log: whoever opens such a link becomes ketua pelaksana."""
        with database.transaction() as session:
            links = masuk.first_links(session, utc_now())
        for office, token in links:
            click.echo(f"Ketua pelaksana {office}: https://t.me/{username}?start={token}  (24 jam, sekali pakai)")
        sys.stdout.flush()

    return print_links


@main.command(name="try")
@click.option("--port", default=8022, show_default=True, help="port on 127.0.0.1")
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), help="keep the data there")
def try_(port: int, data_dir: Path | None) -> None:
    """The try-out: a web page with phones on 127.0.0.1, sample data, no token."""
    from bot.commands.tryout import tryout  # noqa: PLC0415 - the page is not needed for any other command

    tryout(port, data_dir)


@main.command()
@click.argument("source")
@SATKER
def load(source: str, kode: str | None) -> None:
    """Take an office and its history from the file SOURCE; "sample" is Probolinggo, January to June 2022.

    A SOURCE that ends in .docx becomes the Word template of the office's reports."""
    settings, database = _start()
    if source.lower().endswith(".docx"):
        _load_template(database, _office(database, kode), Path(source))
        return
    try:
        office = load_history(database, source, settings.store, utc_now())
    except AlreadyThere as known:
        raise click.ClickException(f"satker {known} is already there; a history is loaded once") from None
    except (OSError, ValidationError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{office.nama}: {office.nomor_terakhir} records loaded")


@main.command()
@click.argument("period", nargs=-1, required=True)
@OUT
@SATKER
def rekap(period: tuple[str, ...], out: Path, kode: str | None) -> None:
    """Write the report of PERIOD, such as "Q2 2022", "S1 2022" or "2022"."""
    _draw(offline.rekap, " ".join(period), out, kode)


@main.command()
@click.argument("pekan", nargs=-1)
@OUT
@SATKER
def kolase(pekan: tuple[str, ...], out: Path, kode: str | None) -> None:
    """Write the kolase of PEKAN, such as 2022-W15; without it, of this week."""
    _draw(offline.pictures, " ".join(pekan), out, kode)


@main.command()
@click.argument("target", type=click.Path(path_type=Path))
def backup(target: Path) -> None:
    """Write a checked copy of database and photos to the tar file TARGET, also while the bot runs.

    In a folder TARGET the file is named by the time, and the last of 14 days and of 12 months are kept."""
    settings, database = _start()
    file = _carefully(lambda: care.backup(settings, database, target, utc_now()))
    click.echo(f"{file}: {file.stat().st_size // 1024} kB")


@main.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(source: Path) -> None:
    """Unpack the backup SOURCE into an empty data folder."""
    settings = Settings()
    _carefully(lambda: care.restore(settings, source))
    click.echo(f"restored into {settings.data_dir}")


@main.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def move(source: Path) -> None:
    """Bring everything from the SQLite file SOURCE into the empty database of DATABASE_URL; stop the bot before."""
    _settings, database = _start()
    old = _upgraded(Database(f"sqlite:///{source.absolute()}"))
    try:
        counts = moving.move(old, database)
    except moving.NotEmpty:
        raise click.ClickException("the database of DATABASE_URL already holds something") from None
    except moving.Differs as tables:
        raise click.ClickException(f"these tables did not arrive whole, so nothing was kept: {tables}") from None
    click.echo(f"{sum(counts.values())} rows of {sum(map(bool, counts.values()))} tables, compared one by one")


@main.command()
def check() -> None:
    """The doctor: database, disk, office program, token, time."""
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    found = list(care.check(settings, database, datetime.now(UTC)))
    for sound, line in found:
        click.echo(f"{'ok ' if sound else '!! '} {line}")
    if not found[0][0]:
        sys.exit(1)


def _load_template(database: Database, office: satker.Satker, source: Path) -> None:
    try:
        row = load_template(database, office, source, utc_now())
    except (OSError, Rejected) as problem:
        raise click.ClickException(str(problem)) from None
    click.echo(f"{office.nama}: {row.nama} is the template of its reports")


def opened(settings: Settings) -> Database:
    """The database with its schema up to date."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return _upgraded(Database(settings.database))


def _upgraded(database: Database) -> Database:
    try:
        database.upgrade()
    except UnknownSchema as told:
        raise click.ClickException(str(told)) from None
    return database


def _start() -> tuple[Settings, Database]:
    settings = Settings()
    return settings, opened(settings)


def _carefully(work: Callable[[], T]) -> T:
    try:
        return work()
    except care.Careful as reason:
        raise click.ClickException(str(reason)) from None


def _draw(draw: Callable[..., list[Path]], text: str, out: Path, kode: str | None) -> None:
    settings, database = _start()
    office = _office(database, kode)
    today = utc_now().date()
    try:
        files = draw(database, office, text, today, settings.store, out)
    except Rejected as rejected:
        raise click.ClickException(str(rejected)) from None
    if not files:
        raise click.ClickException("there is no kegiatan with a photo in that pekan")
    for file in files:
        click.echo(str(file))


def _office(database: Database, kode: str | None) -> satker.Satker:
    with database.transaction() as session:
        offices = satker.every(session)
    wanted = [office for office in offices if kode in (None, office.kode)]
    if len(wanted) == 1:
        return wanted[0]
    known = ", ".join(office.kode for office in offices) or "none; use: bot load FILE"
    raise click.ClickException(f"which satker? use --satker KODE (known: {known})")


if __name__ == "__main__":
    main()
