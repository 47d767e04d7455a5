"""What bot rekap and bot kolase share: drawing for an office into a folder, without any chat."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.commands.shell import explained, office_of, started
from handlers.chat.messages import Rejected
from storage.database import Database
from storage.foto.store import Store
from storage.kantor.satker import Satker

# A command without chat is given the office, the words for the period, the instant, the photos and a folder, and
# returns the files that it wrote there.
Draw = Callable[[Database, Satker, str, datetime, Store, Path], list[Path]]


def write(draw: Draw, words: Sequence[str], out: Path, kode: str | None) -> None:
    """Draw for the office with this region code and print the files; ClickException where there is nothing to draw."""
    settings, database = started()
    office, now = office_of(database, kode), datetime.now(UTC)
    with explained(Rejected):
        files = draw(database, office, " ".join(words), now, settings.store, out)
    if not files:
        raise click.ClickException("there is no kegiatan with a photo in that pekan")
    for file in files:
        click.echo(str(file))


def written(out: Path, files: Sequence[tuple[str, bytes | None]]) -> list[Path]:
    """Write each name with its bytes into the folder; a file without bytes is left out."""
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, data in files:
        if data is not None:
            (out / name).write_bytes(data)
            paths.append(out / name)
    return paths
