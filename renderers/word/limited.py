"""A program with so much memory and processor time and no more, which ends with whoever began it:
`python limited.py BYTES SECONDS PROGRAM ARGUMENT…`, in a folder that is its own, with a line as standard input."""

import contextlib
import os
import resource
import select
import signal
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
    sys.exit(_accompanied(command))


def _accompanied(command: list[str]) -> int:
    """Run it until it ends by itself, or the line is closed: by the owner, or by the system where the owner is killed,
    so that its folder goes too. All that it has started ends with it."""
    ended = _ends()
    quiet = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
    # soffice is a script that starts the program proper: its whole process group is ended, not the script alone.
    program = os.posix_spawn(command[0], command, os.environ, file_actions=[quiet], setpgroup=0)
    ready, _, _ = select.select([0, ended], [], [])
    with contextlib.suppress(OSError):  # some systems do not know a group of which only its first process is left
        os.killpg(program, signal.SIGKILL)
    _, status = os.waitpid(program, 0)
    if 0 in ready:
        _swept()
    return os.waitstatus_to_exitcode(status)


def _ends() -> int:
    """A pipe that has something to read once a child of this process has ended."""
    ended, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return ended


def _swept() -> None:
    from shutil import rmtree  # noqa: PLC0415  (it loads long, and the owner is seldom killed)

    rmtree(os.getcwd(), ignore_errors=True)  # noqa: PTH109  (as above)


if __name__ == "__main__":
    main(sys.argv[1:])
