"""A program with so much memory and processor time and no more: `python limited.py BYTES SECONDS PROGRAM ARGUMENT…`."""

import os
import resource
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def main(arguments: Sequence[str]) -> None:
    room, seconds, *command = arguments
    # Where memory runs out, Linux ends this program and not the bot.
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    for what, most in ((resource.RLIMIT_DATA, room), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, "0")):
        _, hard = resource.getrlimit(what)
        least = int(most) if hard == resource.RLIM_INFINITY else min(int(most), hard)
        resource.setrlimit(what, (least, least))
    os.execv(command[0], command)  # noqa: S606  (a list, no shell)


if __name__ == "__main__":
    main(sys.argv[1:])
