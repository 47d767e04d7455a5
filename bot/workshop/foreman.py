"""The foreman of the workshop: it has loaded all readers, sees no bytes from outside, and forks a child a job."""

import gc
import os
import select
import signal
import socket
import subprocess
import time

from bot.workshop import limits
from bot.workshop.child import work
from renderers.photo import emblem, prepared
from renderers.word import contents, limited

LOOK = 0.2  # seconds between two looks at the children


def main() -> None:
    """Until the bot closes the line, which is this process's standard input."""
    limited.first_to_go()
    prepared.rehearse()
    contents.rehearse()
    emblem.emblem()
    gc.freeze()  # a child then shares what was loaded
    line = socket.socket(fileno=os.dup(0))
    children: dict[int, int] = {}
    while _heard(line, children):
        _reaped(children)
    for pid in children.values():
        os.kill(pid, signal.SIGKILL)


def _heard(line: socket.socket, children: dict[int, int]) -> bool:
    """Take one word: a number with the end of a socket begins a job, a number alone ends one."""
    ready, _, _ = select.select([line], [], [], LOOK if children else None)
    if not ready:
        return True
    word, ends, _, _ = socket.recv_fds(line, 8, 1)
    if not word:
        return False
    number = int.from_bytes(word, "big")
    if ends:
        children[number] = _forked(line, ends[0])
    elif number in children:
        # It has not been waited for, so its id is still its own.
        os.kill(children[number], signal.SIGKILL)
    return True


def _forked(line: socket.socket, end: int) -> int:
    pid = os.fork()
    if pid == 0:
        line.close()
        work(socket.socket(fileno=end))
    os.close(end)
    return pid


def _reaped(children: dict[int, int]) -> None:
    for number, pid in list(children.items()):
        if os.waitpid(pid, os.WNOHANG)[0]:
            del children[number]
        elif not limits.KEPT_BY_SYSTEM and _size(pid) > limits.WATCHED:
            os.kill(pid, signal.SIGKILL)


def _size(pid: int) -> int:
    told = subprocess.run(  # noqa: S603 - a list, no shell, nothing from outside in it
        ["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    time.sleep(LOOK / 2)
    return int(told.stdout.strip() or 0) * 1024


if __name__ == "__main__":
    main()
