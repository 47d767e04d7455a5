"""Several events behind one label: "Kegiatan:", and a list of them below it."""

from collections.abc import Iterator, Sequence

from handlers.reading.message.events import fixed
from handlers.reading.message.events.look import Look, first_word
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.pieces.matters import NAME, ItemsOf
from handlers.reading.message.events.vocabulary.heads import PARTS
from handlers.reading.message.form import Piece
from handlers.reading.message.parts import Kind, Span


def with_listed(pieces: Sequence[Piece], text: str, items: ItemsOf, names: Names) -> list[Piece]:
    """The pieces, with one for each event that is listed below a name, behind it and without a label."""
    found = list[Piece]()
    ends = [*(piece.label.start if piece.label else piece.lines[0].start for piece in pieces[1:]), len(text)]
    for piece, end in zip(pieces, ends, strict=False):
        found.append(piece)
        if piece.field in NAME and len(piece.lines) == 1 and _marked(text, piece.lines[0].start):
            found += _below(text, piece.lines[0].end, end, items, names)
    return found


def _marked(text: str, at: int) -> bool:
    """Whether a mark of a list stands before a value."""
    before = text[:at].rpartition("\n")[2]
    return any(fixed.MARK.match(text, start) for start in (at - len(before), at)) or before.rstrip()[-1:] in {"-", "•"}


def _below(text: str, start: int, end: int, items: ItemsOf, names: Names) -> Iterator[Piece]:
    marked = [(fixed.MARK.match(text, a), b) for a, b in _lines(text, start, end)]
    lines = [Span(Kind.BODY, mark.end(), b) for mark, b in marked if mark]
    looks = [Look(items(line.start, line.end), names) for line in lines]
    events = all(look.head(at := first_word(look.items)) and look.low(at) not in PARTS for look in looks)
    if len(lines) == len(marked) and events:
        yield from (Piece("nama", (line,)) for line in lines)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in fixed.LINE.finditer(text, start, end):
        if any(map(str.isalnum, found[0])):
            yield found.start(), found.start() + len(found[0].rstrip())


def shared(blocks: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The blocks, those of one list with what stands beside any of them."""
    found = list[list[Piece]]()
    for n, block in enumerate(blocks):
        first = next((k for k in range(n, -1, -1) if not _of_list(blocks[k])), 0)
        last = next((k for k in range(n + 1, len(blocks)) if not _of_list(blocks[k])), len(blocks))
        beside = [one for other in blocks[first:last] if other is not block for one in other if one.field not in NAME]
        found.append([*block, *beside])
    return found


def _of_list(block: Sequence[Piece]) -> bool:
    return bool(block) and block[0].field in NAME and block[0].label is None
