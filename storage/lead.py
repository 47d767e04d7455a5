"""The terms of the lead: whoever takes it begins a new one, and in an old one no transaction comes to pass any more."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import FENCE, Database, Row, Session
from storage.locks import LEASE, shared

_ONE = 1
# Whoever waits for longer is not heard of by the server meanwhile, and loses the lead again.
_SHORT = "SET LOCAL lock_timeout = '5s'"


class Lead(Row):
    """A single row; `term`: how often the lead was taken."""

    __tablename__ = "lead"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    term: Mapped[int]


class Lost(BaseException):
    """Another process may lead by now. Like the end of the process it is no error from which a loop goes on."""


@dataclass
class Term:
    """The time for which this process leads; `heard`: when the database last said so."""

    number: int
    heard: float

    def __call__(self, session: Session) -> None:
        # The lock keeps the next term from beginning before this transaction has come to its end.
        if session.scalar(select(Lead.term).where(Lead.id == _ONE).with_for_update(read=True)) != self.number:
            raise Lost

    @property
    def over(self) -> bool:
        """Whether the database was silent for so long that it may have given the lead to another process."""
        return boot_time() - self.heard > LEASE


def boot_time() -> float:
    """Seconds that go on while the process is stopped and while the machine sleeps."""
    # Elsewhere than on Linux there is only the clock that may stand still in sleep.
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def begun(database: Database) -> Term | None:
    """A new term of this process, which has just taken the lead; None where there is no other process. OperationalError
    while one that led before is in the middle of a transaction."""
    if not shared(database):
        return None
    heard = boot_time()
    first = postgresql.insert(Lead).values(id=_ONE, term=1)
    taken = first.on_conflict_do_update(index_elements=[Lead.id], set_={"term": Lead.term + 1}).returning(Lead.term)
    with database.transaction() as session:
        session.execute(text(_SHORT))
        return Term(int(session.scalar(taken) or 0), heard)


@contextmanager
def within(term: Term | None) -> Iterator[None]:
    """All transactions of the tasks that are begun meanwhile stand in this term."""
    before = FENCE.set(term)
    try:
        yield
    finally:
        FENCE.reset(before)


def is_over() -> bool:
    """Whether what this task does is for a leader, and one whose time is over."""
    fence = FENCE.get()
    return isinstance(fence, Term) and fence.over
