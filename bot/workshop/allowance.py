"""What a report may use of the machine, by its rows, told here alone: the child that fills it, and its printer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # before a printer is started nothing more is loaded than it needs
    from renderers.figures import Rekap
    from renderers.provinsi.recap import RekapSatker

MB = 2**20
# Several times what a report takes on two slow cores, so that only what is out of all proportion comes up against it.
FILLED_ROWS_A_SECOND, PRINTED_ROWS_A_SECOND = 50, 20
BYTES_A_ROW = 40 * 2**10
# Fifteen times the rows of a usual quarter: with more, LibreOffice does not keep within its memory.
MOST_PRINTED = 4000
# The office program has so many bytes beside the budget of the workshop; what it may need beyond is taken from there.
BESIDE = 224 * MB


@dataclass(frozen=True)
class Share:
    """`seconds` of processor time, for the printer of the clock; `room`: bytes of memory."""

    seconds: int
    room: int


PRINTER = Share(180, 340 * MB)
"""The most that a printer may have, whatever it prints."""


@dataclass(frozen=True)
class Allowance:
    """`filled`: the child that draws, fills and checks; `printed`: the office program, each time it prints, None where
    it is not to begin."""

    filled: Share
    printed: Share | None

    def together(self, printer: Share | None) -> int:
        """The bytes of the budget that a report holds: those of its child, and of its printer those beyond BESIDE."""
        return self.filled.room + (max(0, printer.room - BESIDE) if printer else 0)


def of(rekap: "Rekap") -> Allowance:
    """A row is an entry of any list of the report: a kegiatan, a konten, a month, a sheet of kolase."""
    rows = sum(len(part) for part in vars(rekap).values() if isinstance(part, tuple))
    filled = Share(min(20 + len(rekap.kolase) + rows // FILLED_ROWS_A_SECOND, 300), _room(160, rows, 480))
    seconds = min(60 + rows // PRINTED_ROWS_A_SECOND, PRINTER.seconds)
    printed = Share(seconds, _room(240, rows, PRINTER.room // MB))
    return Allowance(filled, printed if rows <= MOST_PRINTED else None)


def of_recap(recap: "RekapSatker") -> Share:
    """For the roll-up of a province; a row is an office or a link of one."""
    rows = len(recap.satker) + sum(len(one.tautan) for _, one in recap.dihitung)
    return Share(min(20 + rows // 1000, 120), _room(160, rows // 8, 480))


def _room(least: int, rows: int, most: int) -> int:
    return min(least * MB + rows * BYTES_A_ROW, most * MB)
