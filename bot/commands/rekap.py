"""bot rekap: the report of a period as files. What it needs beside itself starts before the program itself is loaded,
which takes as long as that."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bot.loading import stays
from bot.workshop.allowance import PRINTER
from bot.workshop.workshop import WORKSHOP
from renderers.word import office
from renderers.word.printing.ahead import Print, ahead


def write(period: tuple[str, ...], out: Path, kode: str | None) -> None:
    """`period`: its words, such as ("Q2", "2022")."""
    WORKSHOP.warm()
    with _printing() as prints:
        with stays():
            from bot.commands import draw  # noqa: PLC0415  (it loads all that gathers a report)

        draw.write(partial(draw.rekap, prints=prints), period, out, kode)


@contextmanager
def _printing() -> Iterator[Print | None]:
    soffice = office.program()
    if soffice is None:
        yield None
        return
    # The share of this report is known when its rows are.
    with ahead(soffice, PRINTER.seconds, PRINTER.room) as prints:
        yield prints
