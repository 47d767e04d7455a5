"""Whether words name a week, a month or a period and nothing else, also one that does not exist."""

import re
from collections.abc import Callable
from datetime import date

from handlers.chat.messages import Rejected
from handlers.reading.dates import periods
from handlers.reading.dates.calendar import NUMBERS
from handlers.reading.dates.pekan import read_pekan

Reader = Callable[[str, date], object]
_WHICH = rf"\d{{1,4}}|[ivxl]+|ke ?\d+|ke(?:{'|'.join(NUMBERS)})|pertama|(?:(?:yang|yg) )?(?:ini|lalu|kemarin|depan)"
_ALIKE = re.compile(
    r"(?:q|kuartal|tw|tri ?wulan|sem|smt|semester|bulan|pekan|minggu|tahun|thn|th)"
    rf"(?: ?(?:{_WHICH}))?(?: (?:(?:tahun|thn|th) )?\d{{4}})?"
)


def is_span(text: str, today: date) -> bool:
    """Such as "Juni 2022", "pekan lalu", "Q2"; and as "bulan 13" or "W99", which are none."""
    words = periods.words(text)
    readers: tuple[Reader, ...] = (periods.read, periods.read_month, read_pekan)
    return bool(words) and (bool(_ALIKE.fullmatch(words)) or any(_knows(read, text, today) for read in readers))


def _knows(read: Reader, text: str, today: date) -> bool:
    """Also to refuse it, for there is no such."""
    try:
        return read(text, today) is not None
    except Rejected:
        return True
