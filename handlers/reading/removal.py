"""Words that want a record deleted, and those that only ask for something."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from handlers.reading.followup import AGO, SORRY
from handlers.reading.message.parts import Kind

_REMOVE = r"(?:(?:di)?(?:h?apus|batal)(?:kan|in|no|keun)?|hilangkan|cabut)"
_WHICH = (
    rf"(?:{AGO}|yang|yg|itu|ini|laporan(?:nya)?|catatan|kegiatan|konten|saya|nomor|no|aja|saja|ya|dong|dulu|pak|bu"
    r"|min)"
)
# A longer text tells of more than a deletion.
_BRIEF, _LONGER = 80, 120
_REMOVES = re.compile(
    rf"^\W*(?:(?:tolong|tlg|mohon|minta|maaf|salah|eh)\W+)*(?:{_REMOVE}\b\W*(?P<beside>(?:{_WHICH}\b\W*)*)"
    rf"(?:\#?(?P<nomor>\d{{1,9}}))?)\W*(?:ya|dong|pak|bu|min)?\W*$",
    re.IGNORECASE,
)
_SPOKEN = r"(?:(?:aja|saja|wae|ae|jo|jua|juga|dong|donk|ya|yah|deh|dulu|lah|min|pak|bu|kak|mas|mbak|bang|bg|plis)\b\W*)"
_PLEASE = r"(?:(?:tolong|tlg|tulung|minta|mohon|mau|bisa)\W+)"
_TOLD = r"(?:yang|yg|nu|sing|laporan(?:nya|ku)?|catatan|kegiatan|konten|entri|input(?:an)?)"
# "Rapat yg tadi hapus aja, dobel", "yang senam barusan tolong dihapus"; "tadi dibatalkan" is a report.
_BEHIND = re.compile(
    rf"^\W*(?:{SORRY}\W+)*(?P<what>[^.;\n]{{0,60}}?)\b(?:{_PLEASE}{_REMOVE}|(?!di){_REMOVE}|{_REMOVE}(?=\W+{_SPOKEN}))\b"
    rf"\W*(?:{_SPOKEN}+\w*\W*)?(?:$|(?<=[,.;!\n(] )|(?<=[,.;!\n(]))",
    re.IGNORECASE,
)
# "Hapus aja yg senam tadi".
_BEFORE = re.compile(
    rf"^\W*(?:{SORRY}\W+|{_PLEASE})*+{_REMOVE}\W+{_SPOKEN}*(?P<what>{_TOLD}\s[^.;,\n]{{1,60}})", re.IGNORECASE
)
_REFERS = re.compile(rf"\b(?:{AGO}|itu|kemar[ei]n|kmrn|sing\s+mau|laporan(?:nya|ku)?)\b|#\d", re.IGNORECASE)
_NUMBER = re.compile(r"#(\d{1,9})\b")

# What a short text asks for, and the words by which it asks rather than tells.
_ASKED = re.compile(
    r"\b(?:(?:di)?h?apus(?:kan|in)?|(?:di)?batal(?:kan|in)?|cancel|(?:di)?ralat(?:in|kan)?|(?:di)?ganti(?:in)?"
    r"|(?:di)?cari(?:in|kan)?|(?:belum|blm|blum)\s+(?:masuk|muncul|tercatat|kesimpan)|(?:sudah|udah|sdh|dah)\s+masuk)\b",
    re.IGNORECASE,
)
_BEGS = re.compile(r"\b(?:yang|yg|aja|saja|tolong|tlg|mohon|dong|min|ya|bisa|kok)\b|\?", re.IGNORECASE)
_TOLD_BEFORE = re.compile(rf"\b(?:yang|yg)\b[^.;\n]{{0,40}}\b(?:{AGO}|kemar[ei]n|kmrn|lalu)\b", re.IGNORECASE)
_FACTS = frozenset({Kind.HOUR, Kind.PLACE, Kind.PARTNER, Kind.PEOPLE})


@dataclass(frozen=True)
class Removal:
    """`nomor`: of the record that is to go, 0 where none is told; `words`: by which it is called."""

    nomor: int = 0
    words: str = ""


def removes(text: str) -> Removal | None:
    """The record that a text wants deleted, the last one for "hapus yang tadi"; None for other texts."""
    return _alone(text) or _named(text)


def _alone(text: str) -> Removal | None:
    found = _REMOVES.match(text) if len(text) <= _BRIEF else None
    if found is None:
        return None
    nomor = found["nomor"]
    if not nomor and not re.search(rf"\b(?:{AGO}|laporan|catatan|itu|ini)\b", found["beside"] or "", re.IGNORECASE):
        return None
    return Removal(int(nomor or 0))


def _named(text: str) -> Removal | None:
    """A record that is called by its name, with a word that says that it was told before."""
    found = (_BEHIND.match(text) or _BEFORE.match(text)) if len(text) <= _LONGER else None
    if found is None or not _REFERS.search(found["what"]):
        return None
    number = _NUMBER.search(found["what"])
    return Removal(int(number[1])) if number else Removal(0, found["what"].strip())


def only_asks(text: str, signs: AbstractSet[Kind]) -> bool:
    """Whether a short text asks for something rather than reports: it has a word for that, and tells no hour, place or
    partner, and no day but that of what was told before. `signs`: what speaks for a record in it."""
    asked = len(text) <= _LONGER and _ASKED.search(text) and (_BEGS.search(text) or Kind.EVENT not in signs)
    day = Kind.DAY in signs and not _TOLD_BEFORE.search(text)
    return bool(asked) and not day and signs.isdisjoint(_FACTS)
