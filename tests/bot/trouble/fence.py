"""The memory of a tree of processes: fenced in by a cgroup where one can be made, looked at 20 times a second."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

EVERY = 1 / 20
_CGROUPS = Path("/sys/fs/cgroup")


@dataclass
class Fence:
    """A cgroup below our own; `name` says which kind, or that there is none."""

    folder: Path
    name: str

    def words(self) -> list[str]:
        """What is to stand before a command that shall run inside."""
        return ["/bin/sh", "-c", f'echo $$ > {self.folder}/cgroup.procs; exec "$@"', "sh"] if self.name else []

    def ended(self) -> int:
        """How many processes it has ended because there was no memory left."""
        told = {"v1": "memory.oom_control", "v2": "memory.events"}.get(self.name)
        lines = (self.folder / told).read_text().splitlines() if told else []
        return next((int(line.split()[1]) for line in lines if line.startswith("oom_kill ")), 0)


@contextmanager
def fence(most: int) -> Iterator[Fence]:
    """A cgroup of so many bytes, the first kind that this machine lets us make; else a Fence without a name."""
    for name, own, limit in (("v1", "memory", "memory.limit_in_bytes"), ("v2", "", "memory.max")):
        folder = _CGROUPS / own / _own(own).lstrip("/") / f"bakohumas-{os.getpid()}"
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
            try:
                (folder / limit).write_text(str(most))
            except OSError:
                folder.rmdir()
                continue
            yield Fence(folder, name)
            _removed(folder)
            return
    yield Fence(_CGROUPS, "")


def _own(kind: str) -> str:
    """The cgroup of this process, of that kind."""
    lines = (line.split(":", 2) for line in Path("/proc/self/cgroup").read_text().splitlines())
    return next((path for _, kinds, path in lines if kind in kinds.split(",")), "/nowhere")


def _removed(folder: Path) -> None:
    for _ in range(100):
        try:
            folder.rmdir()
        except OSError:
            time.sleep(EVERY)
        else:
            return


class Watch:
    """`whole`: the most bytes that a process and all its descendants had at once; `main`: the process itself."""

    def __init__(self, pid: int) -> None:
        self.pid, self.whole, self.main, self._over = pid, 0, 0, Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            sizes = {pid: _size(pid) for pid in _tree(self.pid)}
            self.whole, self.main = max(self.whole, sum(sizes.values())), max(self.main, sizes.get(self.pid, 0))


def _tree(top: int) -> list[int]:
    found = [top]
    for pid in found:
        for told in Path(f"/proc/{pid}/task").glob("*/children"):
            with suppress(OSError):
                found += map(int, told.read_text().split())
    return found


def _size(pid: int) -> int:
    """Bytes of the process's own and its share of those that it has together with others (PSS)."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
