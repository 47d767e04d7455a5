"""The jobs of the workshop: what a child does with bytes from outside, and how much of the machine each may use."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from bot.workshop.wire import Said
from renderers.excel import impor
from renderers.photo import emblem, photo, prepared
from renderers.photo.flatten import FAULTS
from renderers.photo.refusal import Unreadable
from renderers.templat_kantor import trial
from renderers.templat_kantor.lost import lost

MB = 2**20
REFUSALS = (Unreadable, impor.Unreadable)


@dataclass(frozen=True)
class Job:
    """`seconds` of processor time and, of wall time, twice as many; `weigh`: bytes of memory, by the header alone."""

    run: Callable[[bytes], Said]
    seconds: int
    weigh: Callable[[bytes], int]


def _photo(data: bytes) -> Said:
    upright = photo.upright(data)
    return Said({"size": photo.size(upright)}, [b"" if upright == data else upright])


def _small(jpeg: bytes) -> Said:
    # A photo of which none can be made is kept all the same.
    try:
        return Said({}, [prepared.make(jpeg)])
    except FAULTS:
        return Said({}, [b""])


def _emblem(jpeg: bytes) -> Said:
    return Said({}, [emblem.square(jpeg) or b""])


def _workbook(data: bytes) -> Said:
    return Said({"sheets": [asdict(sheet) for sheet in impor.read(data)]})


def _template(data: bytes) -> Said:
    tidy, faults, letter = trial.judged(data)
    gone = lost(data, tidy) if tidy and not letter else []
    return Said({"faults": faults[: trial.MOST_FAULTS], "lost": gone, "letter": letter}, [tidy])


JOBS: Mapping[str, Job] = {
    "photo": Job(_photo, 20, photo.weighed),
    # These two were photos before, and are at most 2560 pixels a side.
    "small": Job(_small, 20, lambda _: 192 * MB),
    "emblem": Job(_emblem, 20, lambda _: 192 * MB),
    "workbook": Job(_workbook, 20, lambda _: 256 * MB),
    "template": Job(_template, 20, lambda _: 384 * MB),
}
