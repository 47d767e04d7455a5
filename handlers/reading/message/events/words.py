"""The words of a message with their places, one spelling for each of the small words that chats shorten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from handlers.reading.message.events.cues import table

# Chat spellings of words by which roles are told; what a field keeps stays as it was written.
_SPELLINGS = {
    "yg": "yang",
    "dgn": "dengan",
    "dg": "dengan",
    "sm": "bersama",
    "sama": "bersama",
    "brg": "bersama",
    "bareng": "bersama",
    "dr": "dari",
    "d": "di",
    "ttg": "tentang",
    "tntg": "tentang",
    "utk": "untuk",
    "pd": "pada",
    "dlm": "dalam",
    "trs": "terus",
    "trus": "terus",
    "sdh": "sudah",
    "udah": "sudah",
    "keg": "kegiatan",
    "dihadirin": "dihadiri",
    "bertmpt": "bertempat",
}
# "diruang rapat" is "di ruang rapat".
_GLUED = re.compile(r"di(?=(?:ruang|aula|kantor|gedung|rumah|halaman|lapangan|balai|hotel)\w*$)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w@+]|[./&'’#-](?=\w))*|[±#@]\w+|\n|[,;.:()\[\]→&+|]|\S")
# A full stop behind these ends no sentence.
_SHORT = table(
    "jl jln jalan kel kec kab prov no nomor lt dr drs dra prof h hj ir sdr sdri bpk ttd tgl pkl dll dsb hal an st spd "
    "s sh mh se msi sos ag kom pd wr wb rt rw dk dkk gg km rp tel telp hp r"
)
# Behind these "dr" is a title.
_TITLED = frozenset({"rsud", "rs", "rsu", "rsup", "jl", "jln", "jalan", "prof", "sp"})
_TRIM = " \t\n,;:.-–—•*_/\\|>→"
COMMA, STOP, OPEN, SHUT = ",", ".", "(", ")"
_STRONG = {"\n", ";", "→", "|"}


@dataclass(frozen=True)
class Word:
    """A word or a sign at [start, end); `low` is its one spelling in small letters, of a sign that ends a sentence
    "." and of one that ends a clause ","."""

    start: int
    end: int
    low: str
    raw: str

    @property
    def is_sign(self) -> bool:
        return not self.raw[-1].isalnum()

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


def words(text: str, start: int = 0, end: int | None = None, most: int | None = None) -> list[Word]:
    """The words of [start, end), in order, the first `most` of them."""
    matches = islice(_WORD.finditer(text, start, len(text) if end is None else end), most)
    found = [one for match in matches for one in _of(match)]
    return [_sign(found, at, text) for at in range(len(found))]


def _of(match: re.Match[str]) -> Iterator[Word]:
    raw, at = match[0], match.start()
    if glued := _GLUED.match(raw):
        yield Word(at, at + glued.end(), "di", raw[: glued.end()])
        raw, at = raw[glued.end() :], at + glued.end()
    low = raw.casefold()
    yield Word(at, match.end(), _SPELLINGS.get(low, low), raw)


def _sign(found: list[Word], at: int, text: str) -> Word:
    """What a sign does to the sentence, judged with the word before it."""
    word = found[at]
    if word.raw.casefold() == "dr" and at and _before(found, at) in _TITLED:
        return replace(word, low="dr")
    if word.raw == STOP:
        before = found[at - 1].low if at and found[at - 1].end == word.start else ""
        closes = word.end >= len(text) or text[word.end].isspace()
        # "dr." is a title, though "dr" is "dari".
        low = STOP if closes and before not in _SHORT and before != "dari" and len(before) > 1 else ""
        return Word(word.start, word.end, low, word.raw)
    return Word(word.start, word.end, STOP, word.raw) if word.raw in _STRONG else word


def _before(found: list[Word], at: int) -> str:
    """The word before, past the full stop that shortens it."""
    back = at - 2 if found[at - 1].raw == STOP and at > 1 else at - 1
    return found[back].low


def begun(told: str) -> str:
    """With the capital of a sentence."""
    return told[:1].upper() + told[1:]


def cut(told: str, longest: int) -> tuple[str, str]:
    """(what a field takes, what is too long for it), parted at the end of a clause or a word."""
    told = told.strip(_TRIM)
    if len(told) <= longest:
        return told, ""
    at = max(told.rfind(sign, longest // 2, longest) for sign in (";", ",", ". ", " "))
    at = at if at > 0 else longest
    return told[:at].strip(_TRIM), told[at:].strip(_TRIM)
