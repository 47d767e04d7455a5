"""What a report may use of the machine, by its rows, told here alone: the child that fills it, and its printer."""

from dataclasses import dataclass

from renderers.figures import Rekap

MB = 2**20


@dataclass(frozen=True)
class Share:
    """`seconds` of processor time, for the printer of the clock; `room`: bytes of memory."""

    seconds: int
    room: int


@dataclass(frozen=True)
class Allowance:
    """`filled`: the child that draws, fills and checks; `printed`: the office program, each time it prints."""

    filled: Share
    printed: Share


def of(rekap: Rekap) -> Allowance:
    """A row is an entry of any list of the report: a kegiatan, a konten, a month, a sheet of kolase."""
    rows = sum(len(part) for part in vars(rekap).values() if isinstance(part, tuple))
    sheets = len(rekap.kolase)
    return Allowance(
        Share(min(30 + rows // 100 + 2 * sheets, 180), min(160 * MB + rows * 32 * 2**10, 400 * MB)),
        Share(min(40 + rows // 20, 120), min(320 * MB + rows * 32 * 2**10, 400 * MB)),
    )
