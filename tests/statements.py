"""Which tests tell PostgreSQL something new: a run on SQLite notes the statements of each test in a folder."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from sqlalchemy import Engine, event

# Named by a run on SQLite and by the one on PostgreSQL after it; without it the latter takes more than it needs.
FOLDER = os.environ.get("STATEMENTS", "")
# However many values are asked for or written, it is one statement.
_VALUES = re.compile(r"\?(?:, \?)+|(?<=\(\?\))(?:, \(\?\))+")
_sent = set[str]()


def begin() -> None:
    """From now on whatever this process sends to a database is heard."""
    event.listen(Engine, "before_cursor_execute", _hear)


def _hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
    if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "PRAGMA")):
        _sent.add(f"{crc32(_VALUES.sub('?', _VALUES.sub('?', statement)).encode()):x}")


@contextmanager
def noted(test: str) -> Iterator[None]:
    _sent.clear()
    yield
    if _sent:
        with (Path(FOLDER) / str(os.getpid())).open("a", encoding="utf-8") as file:
            file.write(f"{' '.join(sorted(_sent))}\t{test}\n")


def known() -> dict[str, set[str]]:
    """By the id of each test what it sent; nothing where no run has noted it."""
    lines = [line for file in Path(FOLDER).iterdir() for line in file.read_text("utf-8").splitlines()] if FOLDER else []
    pairs = (line.partition("\t")[::2] for line in lines)
    return {test: set(told.split()) for told, test in pairs}


def repeated(told: dict[str, set[str]]) -> set[str]:
    """The tests that send nothing which those do not send together that send more."""
    sent, found = set[str](), set[str]()
    for test in sorted(told, key=lambda one: (-len(told[one]), one)):
        if told[test] <= sent:
            found.add(test)
        sent |= told[test]
    return found
