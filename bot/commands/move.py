"""bot move: everything from an SQLite file into the empty database of DATABASE_URL."""

from pathlib import Path

import click

from bot.commands.shell import started, upgraded
from storage import move
from storage.database import Database


def move_from(source: Path) -> None:
    """All rows or none; ClickException where the database already holds something or a table differs afterwards."""
    _settings, database = started()
    old = upgraded(Database(f"sqlite:///{source.absolute()}"))
    try:
        counts = move.move(old, database)
    except move.NotEmpty:
        raise click.ClickException("the database of DATABASE_URL already holds something") from None
    except move.Differs as tables:
        raise click.ClickException(f"these tables did not arrive whole, so nothing was kept: {tables}") from None
    click.echo(f"{sum(counts.values())} rows of {sum(map(bool, counts.values()))} tables, compared one by one")
