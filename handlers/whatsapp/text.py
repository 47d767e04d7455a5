"""The text for WhatsApp, as long as one block that a tap copies, and what of it found no room; nothing is read here."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renderers import indonesian

# A message of Telegram holds 4096 letters, of which the words around the block need some.
ROOM = 3500
CLOSING = "Terima kasih."
# Long enough for the line that tells what found no room.
REST = 100


@dataclass(frozen=True)
class Part:
    """A list with a head; `what` is a word for its lines when they are counted, such as "tautan"."""

    head: str
    what: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Text:
    """Words as people wrote them, without any marks of WhatsApp's. `left_out`: how much found no room, such as "3
    tautan", or nothing."""

    words: str
    left_out: str = ""


def text(opening: Sequence[str], parts: Sequence[Part], shortened: Sequence[str] = ()) -> Text:
    """The lines of the opening, then the parts, each numbered from 1. From the first line on that finds no room, the
    text counts what it leaves out, behind the names of what the caller has `shortened`."""
    told, left = list(opening), Counter[str]()
    room = ROOM - sum(len(line) + 1 for line in opening) - len(CLOSING) - REST
    for part, line, first in _lines(parts):
        room -= len(line) + (len(part.head) + 2 if first else 0) + 1
        if room < 0:
            left[part.what] += 1
            continue
        told += ["", part.head, line] if first else [line]
    lacking = [f"sebagian {what}" for what in shortened] + [f"{count} {what}" for what, count in left.items()]
    rest = indonesian.daftar(lacking)
    return Text("\n".join([*told, *([f"(Tidak termuat: {rest}.)"] if rest else []), "", CLOSING]), rest)


def _lines(parts: Sequence[Part]) -> Iterator[tuple[Part, str, bool]]:
    for part in parts:
        for number, line in enumerate(part.lines, 1):
            yield part, f"{number}. {line}", number == 1
