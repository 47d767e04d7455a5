"""docs/privasi.md promises what the program does."""

import re
from pathlib import Path

from bot.commands.backups import backup
from handlers.table import COMMANDS
from storage.pribadi.retention import RETENTION

PAGE = (Path(__file__).parent.parent / "docs" / "privasi.md").read_text(encoding="utf-8")


def table(heading: str) -> list[tuple[str, ...]]:
    """The rows of the first table below a heading."""
    below = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in below.splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


def test_the_table_of_retention_is_the_data_that_the_bot_works_by() -> None:
    assert table("Berapa lama") == [(kept.data, kept.span) for kept in RETENTION]


def test_the_backups_turn_as_told() -> None:
    assert f"selama {backup.DAYS} hari dan satu untuk tiap bulan selama {backup.MONTHS} bulan" in PAGE


def test_every_command_that_is_named_is_there() -> None:
    told = set(re.findall(r"`/(\w+)", PAGE)) - {"revoke"}
    assert told - {command.word for command in COMMANDS} == set()


def test_the_classes_have_their_own_names_and_the_archive_has_no_end() -> None:
    assert len({kept.key for kept in RETENTION}) == len(RETENTION)
    assert [kept.key for kept in RETENTION if kept.days is None] == ["anggota", "catatan", "laporan", "riwayat"]
