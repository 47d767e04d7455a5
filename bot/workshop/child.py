"""A child of the workshop: forked to weigh one job, and to do it where there is room; it answers and ends."""

import gc
import os
import signal
from socket import socket

from bot.workshop import filling, limits
from bot.workshop.jobs import JOBS, REFUSALS
from bot.workshop.wire import KINDS, Said, receive, send

MOST_ASKED = 64 * 2**20
# It takes the processor only where nobody else does, or next to nothing of it.
LAST = 19


def work(told: socket) -> None:
    """Does the one job that is told here; never returns."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _answered(told)
    finally:
        # Nothing of the foreman's is closed or written twice.
        os._exit(0)


def _answered(told: socket) -> None:
    asked = receive(told, MOST_ASKED)
    if asked.head["job"] in KINDS:
        gc.disable()  # what this would find is little, and the same for a report of any length; the child ends with it
        send(told, filling.fill(told, asked))
    else:
        send(told, _opened(told, asked))


def _opened(told: socket, asked: Said) -> Said:
    job, data = JOBS[asked.head["job"]], bytes(asked.blobs[0])
    if asked.head.get("aside"):
        os.nice(LAST)
    had = limits.bounded(job.seconds)
    try:
        room = asked.head["room"] if "room" in asked.head else _admitted(told, job.weigh(data))
        limits.room(had, room + limits.SLACK)
        return job.run(data)
    except REFUSALS as refusal:
        return Said({"refused": str(refusal)})


def _admitted(told: socket, weight: int) -> int:
    """The room that the bot has for it at once; where it has none it ends this child."""
    send(told, Said({"weight": weight}))
    return int(receive(told).head["room"])
