"""Of two days or hours with a correction between them, the one that holds: "Selasa, eh bukan, Rabu", "bukan tgl 12 tapi
tgl 13"."""

import re

JUST = (
    r"(?:eh+|ups|oops|ralat|koreksi(?=\s*\w*\s*:)|ma+[fp]|sori|sorry|sry|maksud(?:nya)?(?:\s+(?:saya|sy))?|salah(?:\s+(?:ketik|tulis|sebut|catat))?|keliru"
    r"|(?:de)?ding)\b"
)
WAS = r"(?:yang|yg)\s+(?:benar|bener|betul)(?:nya)?\b"
NOT, BUT = r"bukan(?:nya)?", r"(?:tapi|tp|tetapi|melainkan|namun)"
_MOVED = (
    r"(?:(?:di|ber)?(?:ubah|ganti|undur|geser|majukan|mundur(?:kan)?|tunda|pindah(?:kan)?|alihkan|resched\w*)(?:\s+(?:ke|jadi|menjadi|sampai|hingga))?"
    r"|jadi(?:nya)?(?:\s+di\w+)?|menjadi)"
)
_EDGE, _LEAD = r"[\s,.;:()–—-]*", r"(?:(?:pada|hari|di)\s+)?"
_SECOND = re.compile(
    rf"{_EDGE}(?:(?:{JUST}|{WAS}|{NOT}\s*,|{NOT}\s+{JUST}|{BUT}){_EDGE}){{1,5}}{_LEAD}|{_EDGE}(?:{BUT}\s+)?{_MOVED}\s+{_LEAD}",
    re.IGNORECASE,
)
_ONLY_BUT = re.compile(rf"{_EDGE}{BUT}{_EDGE}{_LEAD}", re.IGNORECASE)
_FIRST = re.compile(rf"[\s,(]*{NOT}\s+{_LEAD}", re.IGNORECASE)
_DENIED = re.compile(rf"\b{NOT}\s+{_LEAD}$", re.IGNORECASE)
# Letters before the first and between the two of which more are a sentence.
_NEAR, _BETWEEN = 18, 48


def first_holds(text: str, end: int, start: int) -> bool:
    """Whether of two that end and begin there the second is denied: "Rabu, bukan Selasa"."""
    return start - end <= _BETWEEN and bool(_FIRST.fullmatch(text, end, start))


def second_holds(text: str, begin: int, end: int, start: int) -> bool:
    """Whether of two, the first at [begin, end), the second holds, which begins at `start`."""
    if start - end > _BETWEEN:
        return False
    if _ONLY_BUT.fullmatch(text, end, start):
        return denied(text, begin) < begin
    return bool(_SECOND.fullmatch(text, end, start))


def denied(text: str, begin: int) -> int:
    """Where "bukan" stands before one that begins there; `begin` where it does not."""
    found = _DENIED.search(text, max(0, begin - _NEAR), begin)
    return found.start() if found else begin
