"""What a report says at its end of days to come, and what is no part of what was done: "Besok lanjut lagi"."""

import re
from itertools import pairwise

from handlers.reading.dates.wordings import FULL_WEEKDAY, TIME_OF_DAY, TOMORROW, WEEK
from handlers.reading.links import places
from handlers.reading.message.envelope.opening import front
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.events.words import words

# What is left for that day: "sisa 2 desa besok lagi".
_LEFT = r"(?:(?:sisa(?:nya)?|tinggal|kurang|sambungannya)(?:\s+[^\s,.;]+){0,5}?\s+)?"
_LEADS = (
    rf"{_LEFT}(?:(?:dan|lalu|terus|trus|trs|lanjut|dilanjut(?:kan)?|rencana(?:nya)?|insya\s?allah|untuk|utk|kalau|kalo|agenda|jadwal"
    r"|giat|kegiatan|disambung)\s+){0,3}"
)
_AHEAD = (
    rf"(?:{TOMORROW}|lusa|(?:{WEEK}|bulan|bln)\s+depan|(?:hari\s+)?(?:{FULL_WEEKDAY})\s+(?:depan|besok)"
    rf"|(?:nanti|ntar|entar)\s+{TIME_OF_DAY})"
)
_THANKS = r"(?:terima\s?kasih|ma?kasih|trims|tks|thx|suwun|demikian|alhamdulillah|sekian|mohon\s+do'?a)\b[^\n]{0,60}"
_FEW = 3
_PLAN = re.compile(
    rf"(?<=[,.!?;\n])[ \t]*(?P<told>{_LEADS}{_AHEAD}\b(?:[^\n.!?]|\.(?=\S))*)[.!?]*\s*(?:{_THANKS})?$", re.IGNORECASE
)


def without_plan(text: str) -> tuple[str, str]:
    """(the text with blanks for its last clauses about days to come, behind what was done; those clauses, "" for
    none)."""
    plans = list[str]()
    while (found := _PLAN.search(text)) and _tells(text[: found.start("told")]):
        start, end = found.span("told")
        plans.insert(0, text[start:end].strip(" ,.;"))
        text = text[:start] + " " * (end - start) + text[end:]
    return text, "; ".join(plans)


def _tells(text: str) -> bool:
    """Whether more than a courtesy is told: an event, an address, or a few words of neither."""
    told = [word.low for word in words(text, front(text, 0, len(text))) if not word.is_sign]
    events = any(is_head(*pair) for pair in pairwise([*told, ""]))
    return events or len(told) >= _FEW or any(place.tautan for place in places(text))
