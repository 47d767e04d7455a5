"""The workshop: everything that comes from outside is opened here, in a child process with limits, and nowhere else."""

import atexit
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from socket import socket
from threading import BoundedSemaphore, Lock

from bot.workshop.budget import Budget
from bot.workshop.foremen import Foreman
from bot.workshop.wire import Said, receive, send

log = logging.getLogger(__name__)

# Children at once beside those of reports, and the bytes that all may weigh together: a large picture leaves room for a
# small one. What waits for its bytes has neither a place nor a child.
SIDE_BY_SIDE = max(2, min(4, os.cpu_count() or 1))
BUDGET = 480 * 2**20
# Seconds of wall time; the processor time that a job may take is told with the job.
SECONDS = 40


class Refused(Exception):  # noqa: N818 - an outcome with a sentence, not a fault
    """The message is the sentence for the person who sent the file."""


class Died(Exception):  # noqa: N818 - what happened to the child
    """The child took too much memory or time, or something in the file has killed it."""


class NotNow(Exception):  # noqa: N818 - what happened to the workshop
    """No child could be started; later there may be one."""


class Talk:
    """What is said with one child; each word raises Died where the child has ended, or stays silent for too long."""

    def __init__(self, told: socket, job: str) -> None:
        self._told, self._job = told, job

    def say(self, said: Said) -> None:
        with self._living():
            send(self._told, said)

    def hear(self) -> Said:
        with self._living():
            return receive(self._told)

    @contextmanager
    def _living(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError) as error:
            log.warning("a child of the workshop died of a %s: %s", self._job, type(error).__name__)
            raise Died(self._job) from error


class Workshop:
    def __init__(self, seconds: float = SECONDS, budget: int = BUDGET, foreman: str = "bot.workshop.foreman") -> None:
        """`foreman`: the module whose `main` the foreman runs."""
        self._module, self.seconds, self.budget = foreman, seconds, Budget(budget)
        self._places, self._aside, self._turn = BoundedSemaphore(SIDE_BY_SIDE), BoundedSemaphore(), Lock()
        self.foreman: Foreman | None = None

    def warm(self) -> None:
        """Have the foreman load what it needs, so that the first photo does not wait for that."""
        self._there()

    def ask(self, job: str, data: bytes | bytearray, *, aside: bool = False) -> Said:
        """What a child answers; blocks. `aside`: one at a time, which takes no place and no processor from the others.
        Raises Refused, Died or NotNow."""
        asked = Said({"job": job} | ({"aside": True} if aside else {}), [data])
        place = self._aside if aside else self._places
        weight, answer = self._weighed(asked, place)
        if answer is not None:
            return answer
        with self.budget.held(weight), place, self.talk(job, self.seconds) as talk:
            return _told(talk, Said({**asked.head, "room": weight}, [data]))

    def _weighed(self, asked: Said, place: BoundedSemaphore) -> tuple[int, Said | None]:
        """What it weighs, and the answer of the same child, None where there is no room for it at once."""
        job = asked.head["job"]
        # The room is given back last, once the child is to end and its place is free.
        with ExitStack() as room, place, self.talk(job, self.seconds) as talk:
            weight = _told(talk, asked).head.get("weight")
            if not isinstance(weight, int):
                raise Died(job)
            there = room.enter_context(self.budget.held(weight, wait=False))
            return weight, _told(talk, Said({"room": weight})) if there else None

    @contextmanager
    def talk(self, job: str, seconds: float) -> Iterator[Talk]:
        """A new child, with which more may be said than one question; it ends with the talk. Raises NotNow."""
        foreman, (told, number) = self._begun()
        told.settimeout(seconds)
        try:
            with told:
                yield Talk(told, job)
        finally:
            foreman.end(number)

    def close(self) -> None:
        with self._turn:
            if self.foreman is not None:
                self.foreman.close()
            self.foreman = None

    def _begun(self) -> tuple[Foreman, tuple[socket, int]]:
        try:
            foreman = self._there()
            return foreman, foreman.child()
        except OSError as error:
            raise NotNow from error

    def _there(self) -> Foreman:
        with self._turn:
            if self.foreman is not None and not self.foreman.there:
                self.foreman.close()
                self.foreman = None
            self.foreman = self.foreman or Foreman(self._module)
            return self.foreman


def _told(talk: Talk, word: Said) -> Said:
    talk.say(word)
    answer = talk.hear()
    if "refused" in answer.head:
        raise Refused(str(answer.head["refused"]))
    return answer


WORKSHOP = Workshop()
atexit.register(WORKSHOP.close)
