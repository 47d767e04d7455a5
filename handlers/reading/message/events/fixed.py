"""Facts that are known by their own shape, wherever they stand: hours, head counts, addresses, numbers, list marks."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from handlers.reading.daerah.tables import words_for
from handlers.reading.dates.calendar import NUMBER
from handlers.reading.dates.hours import hours_within
from handlers.reading.dates.vague.slips import denied, second_holds
from handlers.reading.dates.wordings import TIME_OF_DAY
from handlers.reading.links import places
from handlers.reading.message.events.cues import CUES, UNITS
from handlers.reading.message.events.vocabulary.heads import DONE, HEADS
from handlers.reading.message.events.words import Word, words
from handlers.reading.message.parts import Kind, Span

_ABOUT = (
    r"(?:(?:sebanyak|sejumlah|berjumlah|total|kurang\s+lebih|lebih\s+kurang|sekitar|kira-kira|kisaran|±|\+/-)\s*){0,3}"
)
_NUMBER = (
    r"(?:(?:\d{1,3}(?:[.]\d{3})+|\d{1,4})(?:-?an)?"
    rf"|(?:se)?(?:{NUMBER})(?:\s+(?:belas|puluh|ratus)(?:\s+(?:{NUMBER}))?)?)"
)
_OF_WHOM = r"(?:(?:mhs|mahasiswa|siswa|pelajar|santri|pegawai|guru|warga|kader)\s+)?"
_COUNT = re.compile(
    rf"(?<![\w./#-])(?<!\d:)(?<!jam\s)(?<!jm\s)(?<!pukul\s)(?<!(?-i:[Pp]kl\s)){_OF_WHOM}{_ABOUT}{_NUMBER}[^\S\n]*(?:\((?:[^()\n]{{1,20}})\)\s*)?{UNITS}"
    rf"(?!\w|[ \t]+\d|[ \t]*/)(?:\s+dari\s+{_NUMBER}\s+yang\s+diundang)?",
    re.IGNORECASE,
)
# "Santri 150" in a clause of its own.
_COUNT_BEHIND = re.compile(
    rf"(?:^|(?<=[,.;(\n]))[ \t]*(?:jumlah\s+)?{UNITS}\s+{_ABOUT}\d{{1,4}}(?=[ \t]*(?:[,;)\n]|\.(?!\d)|$))",
    re.IGNORECASE | re.MULTILINE,
)
# Behind these as many were visited: "monev ke tiga PPK".
_TO, _BEFORE = re.compile(r"\b(?:ke|di)\s+$", re.IGNORECASE), 5
_PHONE = re.compile(r"(?<![\w+])(?:\+?62|0)8\d(?:[\s-]?\d){6,11}(?!\d)")
# "No. 045/112/Und/2024": the number of a letter.
_LETTER = re.compile(r"\b(?:nomor|nmr|no)\b[ \t]*[.:]?[ \t]*\w[\w.-]*(?:/[\w.-]+){2,}", re.IGNORECASE)


MARK = re.compile(
    r"[ \t]*(?:\(?\d{1,2}[.)](?=\D)|\(?[a-h][.)](?=\s)|(?:\d\ufe0f?\u20e3){1,2}[.)]?|🔟"
    r"|(?:\*(?=\s)|[-–•▪●○◦◆◇■□★☆❖‣▶►➢➤»✓✔✅☑🔹🔸🔷🔶🔵🔴🟢🟡🟠🟣⚫⚪🔘💠⭐👉"
    r"⏰⌚🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛]+)\ufe0f?(?=\s*\S))[ \t]*",
    re.IGNORECASE,
)
_NTH = ("pertama|satu", "kedua|satunya(?:\\s+lagi)?", "ketiga", "keempat", "kelima")
# "Pertama …, kedua …", "yang satu …, yang satunya lagi …".
ORDINAL = re.compile(
    r"(?:^|(?<=[,.;:\n]))[ \t]*(?:dan[ \t]+)?(?:(?:yang|yg)[ \t]+)?"
    rf"(?:{'|'.join(f'(?P<n{n}>{one})' for n, one in enumerate(_NTH))})\b[ \t]*"
    r"(?:[:,]|(?:yaitu|yakni|adalah|ada)\b)?[ \t]*(?=(?P<word>[^\W\d]+))",
    re.IGNORECASE,
)
_OFF = r"langsung\s+(?:cabut|meluncur|geser|gas|gass|berangkat|otw|cus|cuss|capcus|cao|jalan|pindah|merapat|menuju)"
_ON = rf"terus|trs|trus|lanjut|dilanjutkan|dilanjut|kemudian|lalu|lantas|{_OFF}"
_PARTS = tuple(word for part in ("pagi", "siang", "sore", "malam") for word in words_for(f"{part}nya"))
ITS_PART = rf"(?:(?:pagi|siang|sore|malam|petang)ny[ao]|{'|'.join(_PARTS)})"
# Words that go on to another event.
NEXT = re.compile(
    r"(?:[,.;\n]|\bdan)?[ \t]{0,4}\b(?<!tindak )"
    rf"(?:(?:{_ON})\s+{ITS_PART}|(?P<on>{_ON})"
    rf"|(?:setelah|sesudah|(?:se)?h?abis|bis|{'|'.join(words_for('setelah'))})\s+(?:i?tuh?|gitu)(?:\s+(?:{_ON}))?|sesudahnya|setelahnya|berikutnya"
    rf"|(?P<part>{ITS_PART}|(?:pagi|siang|sore|malam)\s+harinya))\b",
    re.IGNORECASE,
)
# What the lines of a list below it are said or asked to be.
HELD = re.compile(
    r"\b(?:agenda|hasil\w*|hadir|dihadiri|peserta|membahas|pembahasan|materi|catatan|rincian|undangan)\W*(?:oleh)?\W*$",
    re.IGNORECASE,
)
# The parts of one event follow.
PROGRAMME = re.compile(r"\W*(?:(?:susunan|rangkaian|urutan)\s+(?:acara|kegiatan)|run\s?down)\b", re.IGNORECASE)
# A heading that says how many events follow.
_SEVERAL = r"(?:[2-9]|dua|tiga|empat|lima|duo|tigo)"
COUNTED = re.compile(
    rf"\b{_SEVERAL}\s+(?:kegiatan|giat|acara|agenda)\b|\b(?:kegiatan|giat|acara|agenda)\b(?:\s+\w+){{0,4}}?\s+ada\s+{_SEVERAL}\b"
    r"(?=\s*(?:[,:.]|yaitu|yakni|$))",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"(?:di|ter)[a-z]{4,}|ber(?:langsung|jalan|akhir|lanjut)|yang|ini|tersebut|juga|akan")
# They belong to what they follow.
ALONG = re.compile(
    r"\s+(?:acara\s+)?(?:tabur\s+bunga|potong\s+tumpeng|makan|sarapan|santap|ramah\s+tamah"
    r"|(?:do'?a|foto|berfoto)\s+bersama|hiburan|syukuran|tasyakuran)\b",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?:(?<=[\s;:,.])|^)\(?(?P<n>\d)[.)](?=\s*[^\W\d])", re.MULTILINE)
PART = re.compile(
    r"[ \t]*(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?[ \t]*)?"
    r"(?:(?:kegiatan|giat|acara|sesi)\s+)?"
    r"(?:pagi|siang|sore|malam|malem|petang|subuh)(?:\s+(?:hari|ini|tadi))?(?:nya)?[ \t]*(?:[:=;]|-(?=\s))[ \t]*",
    re.IGNORECASE,
)
# Clauses of a series, and the heading above it.
EACH = re.compile(r"[,;.\n][ \t]*(?:(?:dan|lalu|terus)\b[ \t]*)?(?=\S)")
HEADING = re.compile(r"[^\n:.;]{3,60}(?::|\n|,?\s(?:yaitu|yakni)\b\s?:?)\s*")
LINE = re.compile(r"^(?=[^\n]*\S)[^\n]+", re.MULTILINE)
# A stop behind a letter or a short word of places and titles ends no sentence.
SENTENCE = re.compile(
    r"(?<!\b[^\W\d_])(?<!\b(?:jl|no|dr|ir|hj))(?<!\b(?:kel|kec|kab|bpk|drs))[.;]\s+|\n", re.IGNORECASE
)
_SIGNS = re.compile(r"[ ,.:\t*_~`-]*+")
AHEAD = "ahead"
_CUE = "jam "
# When it was, behind what was held and at the end of a clause: "Senin 9/5 habis apel".
_BESIDE_APEL = re.compile(
    r"(?<=[\w),]\s)(?:sehabis|setelah|stlh|sesudah|selepas|usai|h?abis|sebelum|sblm)\s+(?:apel|upacara|senam)(?:\s+pagi)?"
    r"(?=\s*(?:[,;.)\n]|$))",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(rf"{TIME_OF_DAY}(?:\s+hari)?[\s.]*", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A fact at [start, end); `value`: an hour as "09.00" or "09.00–11.00", AHEAD of a day that has not come."""

    kind: Kind
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True)
class Facts:
    """The facts of a text, in order, none over another."""

    text: str
    found: Sequence[Found]

    def at(self, place: int) -> Found | None:
        """The fact that stands here or begins behind signs alone."""
        n = bisect_right(self.found, place, key=lambda fact: fact.end)
        fact = self.found[n] if n < len(self.found) else None
        signs = _SIGNS.match(self.text, place, fact.start) if fact and fact.start > place else None
        return fact if fact and (signs is None or signs.end() == fact.start) else None

    def has(self, start: int, end: int, *kinds: Kind) -> bool:
        first, last = (bisect_left(self.found, at, key=lambda fact: fact.start) for at in (start, end))
        return any(fact.kind in kinds for fact in self.found[first:last])

    def covers(self, start: int, end: int) -> bool:
        n = bisect_right(self.found, start, key=lambda fact: fact.end)
        return n < len(self.found) and self.found[n].start < end


def fixed(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Found]:
    """All such facts of a text outside what is `taken`, in order, none over another; the surest kind goes first."""
    held, found = bytearray(len(text)), list[Found]()
    for start, end in taken:
        held[start:end] = b"1" * (end - start)
    for one in (*_links(text), *_counts(text), *_hours(text)):
        if not any(held[one.start : one.end]):
            held[one.start : one.end] = b"1" * (one.end - one.start)
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _links(text: str) -> Iterator[Found]:
    for place in places(text):
        yield Found(Kind.LINK, place.start, place.end)
    for match in (*_PHONE.finditer(text), *_LETTER.finditer(text)):
        yield Found(Kind.LINK, match.start(), match.end())


def _counts(text: str) -> Iterator[Found]:
    for match in (*_COUNT.finditer(text), *_COUNT_BEHIND.finditer(text)):
        if not _TO.search(text, max(0, match.start() - _BEFORE), match.start()):
            yield Found(Kind.PEOPLE, match.start(), match.end())


def _hours(text: str) -> Iterator[Found]:
    """The hours, of two with a correction between them the one that holds."""
    held: Found | None = None
    for one in (Found(Kind.HOUR, hour.start, hour.end, hour.value) for hour in hours_within(text)):
        if held and second_holds(text, held.start, held.end, one.start):
            held = replace(one, start=denied(text, held.start))
        else:
            yield from (held,) if held else ()
            held = one
    yield from (held,) if held else ()
    for found in _BESIDE_APEL.finditer(text):
        if any(one in HEADS or DONE.fullmatch(one) for one in re.findall(r"\w+", text[: found.start()].casefold())):
            yield Found(Kind.HOUR, found.start(), found.end(), " ".join(found[0].split()))


def marks(text: str) -> Iterator[Found]:
    """The signs and numbers of lists, and "Pagi:" before what was done in the morning."""
    for line in LINE.finditer(text):
        at = line.start()
        for pattern in (MARK, PART):
            if (found := pattern.match(text, at)) and found.end() > at:
                yield Found(Kind.MARK, at, found.end())
                at = found.end()
    for sentence in SENTENCE.finditer(text):
        if part := PART.match(text, sentence.end()):
            yield Found(Kind.MARK, part.start(), part.end())
    yield from (Found(Kind.MARK, at, end) for at, end in (*counted(text), *ordered(text)))


def ordered(text: str) -> list[tuple[int, int]]:
    """The ordinals before events that are told one after another, two at least."""
    found = list[tuple[int, int]]()
    for match in ORDINAL.finditer(text):
        if match[f"n{min(len(found), len(_NTH) - 1)}"] and match["word"].casefold() in HEADS:
            found.append(match.span())
    return found if len(found) > 1 else []


def counted(text: str) -> list[tuple[int, int]]:
    """List marks within a line that count 1, 2, 3, or stand again and again: "✅ apel ✅ rapat"."""
    found = list[tuple[int, int]]()
    for match in _INLINE.finditer(text):
        if int(match["n"]) == len(found) + 1:
            found.append(match.span())
    return found if len(found) > 1 else _again(text)


def _again(text: str) -> list[tuple[int, int]]:
    """The sign with which a text of one line begins, wherever it stands again before a word."""
    bare = text.lstrip()
    begun = MARK.match(bare) if "\n" not in bare.rstrip() else None
    sign = begun[0].strip() if begun else ""
    if not sign or sign[0].isalnum() or sign[0] in "([":
        return []
    found = [*re.finditer(rf"(?:^|(?<=\s)){re.escape(sign)}\s+[*_]?(?=(\w+))", text)]
    listed = len(found) > 1 and not any(one[1].casefold() in CUES for one in found)
    return [one.span() for one in found] if listed else []


def labelled_hours(text: str, lines: Iterable[Span], facts: Sequence[Found]) -> Iterator[Found]:
    """The hours of lines that are labelled so, which need no word before them: "Mulai: 9 pagi"."""
    for line in lines:
        held = [one for one in facts if line.start < one.end and one.start < line.end]
        if any(one.kind is Kind.HOUR for one in held):
            continue
        at = max((one.end for one in held), default=line.start)
        at += len(text[at : line.end]) - len(text[at : line.end].lstrip(" /,.;|-–"))
        if _PART_OF_DAY.fullmatch(text, at, line.end):
            yield Found(Kind.HOUR, at, line.end, text[at : line.end].strip(" ."))
        for one in hours_within(_CUE + text[at : line.end]):
            yield Found(Kind.HOUR, at + max(0, one.start - len(_CUE)), at + one.end - len(_CUE), one.value)


def items(facts: Sequence[Found], text: str, start: int, end: int) -> Iterator[Word | Found]:
    """The words and facts of [start, end), of those letters that `text` shows."""
    first = bisect_right(facts, start, key=lambda fact: fact.end)
    held = deque(takewhile(lambda fact: fact.start < end, facts[first:]))
    shown = deque(fact for fact in held if text[fact.start : fact.end].strip())
    for word in words(text, start, end):
        while held and held[0].end <= word.start:
            held.popleft()
        while shown and shown[0].start <= word.start:
            yield shown.popleft()
        if not held or held[0].start >= word.end:
            yield word
        elif len(held) < 2 or held[1].start >= word.end:  # noqa: PLR2004 - the next fact
            # What sticks out of a fact: of "2022/09.00" the hour.
            yield from words(text, word.start, held[0].start)
            if shown and shown[0].start <= held[0].start and held[0].end < word.end:
                yield shown.popleft()
            yield from words(text, held[0].end, word.end)
    yield from shown
