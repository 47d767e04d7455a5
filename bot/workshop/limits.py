"""What a child may use of the machine; where the system does not keep it to that, the foreman watches."""

import resource
import sys
from pathlib import Path

# Bytes that a child may need to read a header, and beyond what its job weighs.
START, SLACK = 96 * 2**20, 64 * 2**20
# Bytes that a whole child may have where the system keeps no limit, as macOS.
WATCHED = 2**29
KEPT_BY_SYSTEM = sys.platform.startswith("linux")


def bounded(seconds: int) -> int:
    """This process may use so many seconds of processor time, read a header, and write no file; told are the bytes that
    it has already."""
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CPU, seconds)):
        resource.setrlimit(what, (most, most))
    had = _had()
    room(had, START)
    return had


def room(had: int, size: int) -> None:
    """This process may take so many bytes beyond those that it had."""
    if KEPT_BY_SYSTEM:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (had + size, hard))


def _had() -> int:
    if not KEPT_BY_SYSTEM:
        return 0
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
