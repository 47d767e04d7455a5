"""A program with so much memory and processor time and no more: `python limited.py BYTES SECONDS PROGRAM ARGUMENT…`."""

import contextlib
import os
import resource
import sys
from collections.abc import Sequence


def first_to_go() -> None:
    """Where memory runs out, the system ends this process and its children and not the bot that waits for it; where it
    may not say so of itself, all are alike."""
    # Not Path: its module takes longer to load than all the rest here.
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as told:  # noqa: PTH123
        told.write("1000")


def main(arguments: Sequence[str]) -> None:
    room, seconds, *command = arguments
    first_to_go()
    for what, most in ((resource.RLIMIT_DATA, room), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, "0")):
        _, hard = resource.getrlimit(what)
        least = int(most) if hard == resource.RLIM_INFINITY else min(int(most), hard)
        resource.setrlimit(what, (least, least))
    os.execv(command[0], command)  # noqa: S606  (a list, no shell)


if __name__ == "__main__":
    main(sys.argv[1:])
