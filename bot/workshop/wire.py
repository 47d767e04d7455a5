"""What the bot and its workshop say to one another: JSON and bytes behind it, so that nothing is ever unpickled."""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from socket import MSG_WAITALL, socket
from typing import Any

# Pools such as pebble or multiprocessing unpickle in the parent what a child sends: a captured child would run there.
_LENGTHS = struct.Struct(">IQ")
# What a child may answer: a photo, a tidied template, or the rows of a workbook as JSON.
MOST = 48 * 2**20
# The names of the jobs that fill a file with figures; those that open a file have theirs where they are told.
REPORT, WORKBOOK, LETTER, SHEETS = "report", "workbook of a report", "letter of a report", "sheets of a report"
PICTURES, ROLLUP = "pictures of a roll-up", "workbook of a roll-up"
KINDS = (REPORT, WORKBOOK, LETTER, SHEETS, PICTURES, ROLLUP)


@dataclass(frozen=True)
class Said:
    """`head`: plain JSON; `blobs`: bytes that go with it."""

    head: dict[str, Any]
    blobs: Sequence[bytes | bytearray] = field(default=())


def send(to: socket, said: Said) -> None:
    head = json.dumps(said.head | {"sizes": [len(blob) for blob in said.blobs]}).encode()
    to.sendall(_LENGTHS.pack(len(head), sum(len(blob) for blob in said.blobs)) + head)
    # Who has heard the last byte may answer and end: not even nothing can be sent to them then.
    for blob in said.blobs:
        if blob:
            to.sendall(blob)


def receive(of: socket, most: int = MOST) -> Said:
    """The next thing said; EOFError where the other has ended, or says more than `most` bytes or no sense."""
    head_length, length = _LENGTHS.unpack(_exactly(of, _LENGTHS.size))
    if head_length + length > most:
        raise EOFError("too much said")
    try:
        head = json.loads(_exactly(of, head_length))
        blobs = [_exactly(of, size) for size in _sizes(head.pop("sizes"), length)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise EOFError("no sense said") from error
    return Said(head, blobs)


def _sizes(told: list[int], length: int) -> list[int]:
    """The sizes of the blobs; ValueError where they are not parts of the whole length, which was found small enough."""
    if min(told, default=0) < 0 or sum(told) != length:
        raise ValueError(told)
    return told


def _exactly(of: socket, length: int) -> bytes:
    parts = []
    while length:
        # In one piece where the socket waits for it, so that it need not be joined: that would cost a second copy.
        parts.append(of.recv(length, MSG_WAITALL))
        if not parts[-1]:
            raise EOFError("the other has ended")
        length -= len(parts[-1])
    return b"".join(parts)
