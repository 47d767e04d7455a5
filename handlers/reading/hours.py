"""Hours as people type them, in one writing: "jam 9" -> "09.00", "9.30 - 11 WIB" -> "09.30–11.00"."""

import re

_HOUR = r"(?:(?:[01]?\d|2[0-3])(?:[.:][0-5]\d(?:[.:]\d\d)?)?|24(?:[.:]00)?)"
_SPAN = re.compile(
    rf"(?:(?:jam|pukul|pkl)\b[\s.:]*)?({_HOUR})"
    rf"(?:\s*(?:[-–—]|s/d|s\.d\.|sd|sampai(?:\s+dengan)?|hingga)\s*({_HOUR}))?(?:\s*WIB)?",
    re.IGNORECASE,
)


def hours(text: str) -> str:
    """The hour ("09.00") or span ("09.00–11.00") that is all a text says, else nothing; another zone than WIB is
    something else that it says."""
    found = _SPAN.fullmatch(text.strip(" ."))
    return "–".join(_written(hour) for hour in found.groups() if hour) if found else ""


def _written(hour: str) -> str:
    first, _, minutes = hour.replace(":", ".").partition(".")
    return f"{int(first):02}.{minutes[:2] or '00'}"
