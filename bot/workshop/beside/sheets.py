"""The later half of the sheets that a report lacks, drawn in a child of their own beside the earlier half."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bot.workshop.allowance import Share
from bot.workshop.wire import SHEETS, Said
from bot.workshop.workshop import Died, NotNow, Talk, Workshop
from renderers.figures import Kolase
from renderers.frozen import freeze

# With fewer weeks a second child takes as long to begin as it spares.
FEW = 4

Given = Callable[[int], list[bytes]]
"""The sheets of a week, which are waited for; none where they are not drawn here."""
_Drawn = dict[int, Future[list[bytes]]]


@contextmanager
def beside(workshop: Workshop, weeks: Mapping[int, Kolase], folder: Path, share: Share) -> Iterator[Given]:
    """How they are had; none are where the weeks are few, or where there is no room for a second child at once."""
    half = dict(list(weeks.items())[len(weeks) // 2 :]) if len(weeks) >= FEW else {}
    drawn: _Drawn = {week: Future() for week in half}
    with ThreadPoolExecutor(1) as pool, ExitStack() as child:
        talk = _asked(workshop, list(half.values()), folder, share, child) if half else None
        if talk is None:
            drawn = {}
        else:
            pool.submit(_taken, talk, drawn)
        yield lambda week: drawn[week].result() if week in drawn else []


def _asked(workshop: Workshop, weeks: Sequence[Kolase], folder: Path, share: Share, child: ExitStack) -> Talk | None:
    head = {"job": SHEETS, "seconds": share.seconds, "room": share.room, "photos": str(folder.absolute())}
    if not child.enter_context(workshop.budget.held(share.room, wait=False)):
        return None
    try:
        talk = child.enter_context(workshop.talk(SHEETS, 2 * share.seconds))
        talk.say(Said(head, [json.dumps([freeze(week) for week in weeks]).encode()]))
    except (NotNow, Died):
        return None
    return talk


def _taken(talk: Talk, drawn: _Drawn) -> None:
    """One answer for each week, in their order; what does not come is drawn by the report itself."""
    try:
        for one in drawn.values():
            one.set_result([bytes(sheet) for sheet in talk.hear().blobs])
    except Died:
        for one in drawn.values():
            if not one.done():
                one.set_result([])
