"""A foreman whose children do what a broken or captured reader might do."""

import os
import signal
import time
from pathlib import Path

from bot.workshop import child, foreman
from bot.workshop.jobs import JOBS, MB, Job
from bot.workshop.wire import Said


def _dies(_data: bytes) -> Said:
    os.kill(os.getpid(), signal.SIGKILL)
    return Said({})


def _grows(_data: bytes) -> Said:
    return Said({"size": len(bytearray(600 * MB))})


def _spins(_data: bytes) -> Said:
    while True:
        pass


def _hangs(_data: bytes) -> Said:
    time.sleep(60)
    return Said({})


def _tells(_data: bytes) -> Said:
    return Said({"environment": dict(os.environ), "pid": os.getpid()})


def _writes(data: bytes) -> Said:
    Path(os.fsdecode(data)).write_bytes(b"x")
    return Said({})


def _talks(_data: bytes) -> Said:
    return Said({}, [bytes(80 * MB)])


def _niceness(_data: bytes) -> Said:
    return Said({"nice": os.nice(0)})


def _meets(folder: bytes) -> Said:
    """Waits in that folder until another one is there."""
    place = Path(os.fsdecode(folder))
    (place / str(os.getpid())).touch()
    while len(list(place.iterdir())) == 1:
        time.sleep(0.01)
    return Said({"met": True})


_HOARD = list[bytes]()


def _hoards(size: bytes) -> int:
    """So many megabytes are taken while the header is read, and kept."""
    _HOARD.append(bytes(int(size) * MB))
    return 100 * MB


def _spends(_data: bytes) -> Said:
    """With what SLACK leaves, it fits where nothing was hoarded."""
    return Said({"spent": len(bytearray(120 * MB))})


def main() -> None:
    """The real foreman, with these jobs beside the real ones."""
    deeds = {
        "dies": _dies,
        "grows": _grows,
        "spins": _spins,
        "hangs": _hangs,
        "tells": _tells,
        "talks": _talks,
        "nice": _niceness,
    }
    added = {name: Job(run, 2, lambda _: 100 * MB) for name, run in (deeds | {"writes": _writes}).items()}
    added["photo"], added["heavy"] = added["dies"], Job(_tells, 2, lambda _: 200 * MB)
    added["meets"], added["hoards"] = Job(_meets, 2, lambda _: 100 * MB), Job(_spends, 2, _hoards)
    vars(child)["JOBS"] = {**JOBS, **added}
    foreman.main()
