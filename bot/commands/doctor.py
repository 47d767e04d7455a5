"""bot check: the doctor looks at database, disk, photos, office program, token and time."""

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import health
from bot.commands import check_whatsapp
from bot.commands.shell import explained, opened
from bot.health import Level
from bot.settings import Settings
from renderers.word import office
from storage import dump, locks
from storage.database import Database
from storage.foto import photos, sweeping
from storage.foto.store import Store, Unreachable


def examine(take_over: bool) -> None:
    """Print one line for each thing that is looked at; exit status 1 where the database cannot be used. With
    `take_over` the photos are first marked as those of this deployment, since it is now the only one."""
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if take_over:
        _take_over(settings)
    with closing(Database(settings.database)) as database:
        found = list(check(settings, database, datetime.now(UTC)))
    for sound, line in found:
        click.echo(f"{'ok ' if sound else '!! '} {line}")
    if not found[0][0]:
        sys.exit(1)


def check(settings: Settings, database: Database, now: datetime) -> Iterator[tuple[bool, str]]:
    """Each thing that is looked at as (is it sound, one line), the database first, and what stands in it only where it
    can be used."""
    sound, line = _schema(database)
    yield sound, line
    for one in health.of_data(database, settings.data_dir, now) if sound else (health.of_disk(settings.data_dir),):
        yield one.level == Level.OK, f"{one.name}: {one.line}"
    if sound:
        yield _photos(settings, database)
        yield _sweep(settings, database)
    if locks.shared(database):
        yield _drawing(settings)
    yield _private(settings.data_dir)
    yield _office()
    yield bool(settings.bot_token or settings.whatsapp), f"BOT_TOKEN: {'set' if settings.bot_token else 'missing'}"
    yield from check_whatsapp.look(settings)
    yield True, f"clock: {now:%Y-%m-%d %H:%M} UTC"


def without_file(database: Database, store: Store) -> int:
    """The number of photos that the database names, and that neither this disk nor the bucket holds."""
    with database.transaction() as session:
        living = photos.living(session)
    return len(store.lacking(map(photos.name_of, living)))


def _take_over(settings: Settings) -> None:
    with closing(opened(settings)) as database, explained(Unreachable):
        sweeping.take_over(database, sweeping.places(settings.store))


def _photos(settings: Settings, database: Database) -> tuple[bool, str]:
    try:
        missing = without_file(database, settings.store)
    except Unreachable as error:
        return False, f"photos: {_away(error)}"
    return not missing, f"photos: {f'{missing} without their file' if missing else 'every file there'}"


def _sweep(settings: Settings, database: Database) -> tuple[bool, str]:
    """Whether photos that no row names go after their time, or why they stay."""
    try:
        why = [told for place in sweeping.places(settings.store) if (told := sweeping.verdict(database, place))]
    except Unreachable as error:
        why = [_away(error)]
    return not why, f"sweep: {'; '.join(why) or 'the photos are ours alone'}"


def _drawing(settings: Settings) -> tuple[bool, str]:
    """Where several processes work on one database, whether each of them draws."""
    if settings.photo_store:
        return True, "drawing: by every process"
    return False, "drawing: by one process, on the machine that has the photos; for more set PHOTO_STORE"


def _away(error: Unreachable) -> str:
    return f"the bucket does not answer: {str(error).partition(chr(10))[0]}"


def _private(data_dir: Path) -> tuple[bool, str]:
    others = bool(data_dir.stat().st_mode & 0o077)
    return (
        not others,
        f"data folder: {f'others may look in; run: chmod 700 {data_dir}' if others else 'closed to others'}",
    )


def _office() -> tuple[bool, str]:
    soffice = office.program()
    if soffice is None:
        return False, "LibreOffice: missing; reports come without PDF and page numbers"
    lacks = office.unsafe()
    return not lacks, f"LibreOffice: {soffice}, {f'not shut in: {lacks} missing' if lacks else 'shut in'}"


def _schema(database: Database) -> tuple[bool, str]:
    try:
        dump.refuse_half(database)
        database.upgrade()
    except Exception as error:  # noqa: BLE001 - the doctor reports whatever it is
        return False, f"database: {error}"
    return True, f"database: {database.url.render_as_string(hide_password=True)}"
