"""What each trouble did to people: on SQLite with one process that polls, on PostgreSQL with two that are called."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from sqlalchemy import text

from storage.database import Database
from tests.bot.conftest import known_to_telegram
from tests.bot.trouble.faults import TROUBLES, Trouble
from tests.bot.trouble.suffering import suffered
from tests.conftest import make_office

HEAD = "".join(f"{word:>11}" for word in ("updates", "lost", "doubled", "unanswered", "asked"))


def show(postgres: str, seed: int) -> None:
    for name, url, receivers in (("SQLite, one that polls", "", 0), ("PostgreSQL, two receivers", postgres, 2)):
        if receivers and not url:
            print(f"{name}: skipped, --postgres names no server")  # noqa: T201 - the table is what this is for
            continue
        print(f"\n{name}, seed {seed}\n{'':36}{HEAD}")  # noqa: T201
        for trouble in TROUBLES:
            told = (
                "          –"
                if (trouble.polled if receivers else trouble.connected)
                else _told(url, trouble, seed, receivers)
            )
            print(f"{trouble.name:36}{told}", flush=True)  # noqa: T201


def _told(url: str, trouble: Trouble, seed: int, receivers: int) -> str:
    folder = Path(tempfile.mkdtemp())
    database = Database(url or f"sqlite:///{folder / 'bakohumas.db'}")
    try:
        if url:
            with database.engine.begin() as connection:
                connection.execute(text("DROP SCHEMA public CASCADE"))
                connection.execute(text("CREATE SCHEMA public"))
        database.upgrade()
        with database.transaction() as session:
            known_to_telegram(session, make_office(session))
        return asyncio.run(suffered(database, folder, trouble, seed, receivers)).told()
    except TimeoutError:
        return "  it did not come to an end"
    finally:
        database.close()
        shutil.rmtree(folder)
