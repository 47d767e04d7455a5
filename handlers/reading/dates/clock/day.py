"""Minutes of the day, by the part of the day that is told beside them."""

from handlers.reading.daerah.tables import meaning

NOON, _DAY = 12, 24
_NIGHT = frozenset({"malam", "malem", "mlm"})
_AFTERNOON = {"siang": range(1, 6), "sore": range(1, 8), "petang": range(1, 8), "pm": range(1, 12)}
EVENING = range(5, NOON)
AT_NIGHT = range(1, 5)


def in_day(minutes: int, part: str | None) -> int:
    """Minutes of the day: "3 sore" is 15.00, "12 malam" is midnight."""
    told, hour = (part or "").casefold().replace(".", ""), minutes // 60
    word = meaning(told) or told
    if word in {*_NIGHT, "am"} and hour == NOON:
        return minutes - NOON * 60
    late = hour in _AFTERNOON.get(word, EVENING if word in _NIGHT else ())
    return minutes + NOON * 60 if late else minutes


def shown(minutes: int) -> str:
    return "24.00" if minutes == _DAY * 60 else f"{minutes // 60 % _DAY:02}.{minutes % 60:02}"
