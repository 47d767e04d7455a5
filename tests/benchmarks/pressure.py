"""What each attack costs the machine: memory of the whole bot and of its main process, and how long others wait."""

import asyncio
import tempfile
from pathlib import Path

import click

from storage.database import Database
from tests.bot.conftest import known_to_telegram
from tests.bot.trouble import attacks
from tests.bot.trouble.pressure import Attack, Felt, under
from tests.conftest import make_office

MB = 2**20


def show(names: tuple[str, ...]) -> None:
    click.echo(f"{'':44}{'whole MB':>9}{'main MB':>9}{'others s':>9}{'took s':>8}")
    for name in names or attacks.ALL:
        attack = attacks.ALL[name]()
        felt = _felt(attack)
        kept = f"cgroup {felt.fence}, ended {felt.ended}" if felt.fence else "no cgroup"
        sizes = f"{felt.whole // MB:>9}{felt.main // MB:>9}{felt.slowest:>9.2f}{felt.took:>8.1f}"
        click.echo(f"{attack.name:44}{sizes}  {kept}")


def _felt(attack: Attack) -> Felt:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bakohumas.db'}")
        database.upgrade()
        with database.transaction() as session:
            known_to_telegram(session, make_office(session))
        try:
            return asyncio.run(under(attack, database, Path(folder)))
        finally:
            database.close()
