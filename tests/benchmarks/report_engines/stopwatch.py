"""Runs one command and tells how long it took and how large it grew: a process of its own, so small that what it
starts inherits no memory worth counting."""

import os
import signal
import sys
import time

limit, *command = sys.argv[1:]
began = time.perf_counter()
child = os.posix_spawn(command[0], command, os.environ)
signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
signal.alarm(int(limit))
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - began, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))  # noqa: T201
