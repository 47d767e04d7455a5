"""Words that somebody takes back within a message: of "di SMAN 1, eh SMAN 2" and "bukan MAN 1, tapi MAN 2" the first
ones are blanked, so that what was meant stands where they stood."""

import re
from collections.abc import Collection, Iterator

from handlers.reading.dates.calendar import MONTH, WEEKDAY
from handlers.reading.dates.vague.slips import BUT, JUST, NOT, WAS
from handlers.reading.dates.wordings import NEAR
from handlers.reading.message.events.cues import ROOMS
from handlers.reading.message.events.vocabulary.heads import is_head

_LEADS = r"(?:(?:lokasi|tempat|nama|sekolah|peserta|jumlah)(?:nya)?[ ]?:?[ ]?)?"
_TAKES_BACK = re.compile(
    rf"(?<!\w)(?P<said>(?:(?:{JUST}|{WAS}|{NOT}[ ]?,|{NOT}(?=[ ]{JUST}))[\s,.:]{{0,4}}){{1,5}}){_LEADS}"
    r"(?=(?P<first>[^\W_]+))",
    re.IGNORECASE,
)
# "Jam 10 ding": by this little word behind it somebody corrects themselves.
_DING = re.compile(r"(?<=\w)[ ]+(?:(?:de)?ding|maksud(?:nya|[ ]saya|[ ]sy)?)(?=[ ]*(?:[,.;!)\n]|$))", re.IGNORECASE)
_EXCUSES = re.compile(r"[\s,.:]*(?:ma+[fp]|sori|sorry|sry)[\s,.:]*", re.IGNORECASE)
_DENIES = re.compile(
    rf"\b{NOT}\s+(?P<lead>(?:di|ke|dengan|dgn|sama)\s+)?(?P<no>[^,.;\n()]{{2,40}}?),?\s+{BUT}\s+(?(lead)(?P=lead))"
    r"(?P<yes>[^,.;\n()]{2,60}?)(?=\s+(?:ya|yaa?h?|min|pak|bu|kak)\b|[,.;\n()]|$)",
    re.IGNORECASE,
)
# "Harusnya di GOR, karena hujan dipindah ke halaman kantor": where it was stands last.
_ELSEWHERE = re.compile(
    r"\b(?:(?:se)?harusnya|mestinya|rencananya|awalnya|tadinya)\s+(?P<di>di\s+(?:[^\W\d][^.;\n]{1,60}?)"
    r"(?:(?:di)?pindah(?:kan)?|dialihkan|jadi(?:nya)?|diganti)\s+)(?P<to>ke|di)\s",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b(?:{NEAR}|{WEEKDAY}|{MONTH}|tgl|tanggal|jam|jm|pukul|pkl|pk)\b", re.IGNORECASE)
# With whom something was done: what stands behind it, a place or a day, is none of it.
_WITH = frozenset({"bersama", "bareng", "dengan", "dgn", "sama"})
_PLACE = re.compile(r"\bdi\b", re.IGNORECASE)
_ASIDE = re.compile(rf"{_PLACE.pattern}|{_DAY.pattern}", re.IGNORECASE)
_STOPS = ",.;\n()"
_WORD = re.compile(r"[^\W_]+")
_LEADING = frozenset({"di", "ke", "dengan", "dgn"})
# Letters before the words of a correction among which the slip stands.
_NEAR = 60


def corrected(text: str, kinds: Collection[str]) -> tuple[str, list[str]]:
    """(the text with blanks for what is taken back, where every other letter keeps its place; what was). `kinds`: words
    that begin the name of an institution."""
    back = []
    text = _DING.sub(lambda found: " " * len(found[0]), text)
    for start, end in [*_slips(text, kinds)]:
        aside = _beside(text, start, end)
        back.append(" ".join(text[start : aside if aside > start else end].split()).strip(" ,.;:("))
        text = _over(text, start, end, aside) if aside else _blanked(text, start, end)
    for moved in [*_ELSEWHERE.finditer(text)]:
        back.append(" ".join(text[moved.start() : moved.start("to")].split()))
        text = _blanked(text, moved.start(), moved.start("to"))
        text = text[: moved.start("to")] + "di" + text[moved.end("to") :]
    return _denied(text), back


def _slips(text: str, kinds: Collection[str]) -> Iterator[tuple[int, int]]:
    """The letters of each slip, with the words that take it back."""
    for found in _TAKES_BACK.finditer(text):
        begin = max(text.rfind("\n", 0, found.start()) + 1, found.start() - _NEAR)
        said = list(_WORD.finditer(text, begin, found.start()))
        first = found["first"].casefold()
        if is_head(first) or (first in _LEADING and _EXCUSES.fullmatch(found["said"])):
            continue
        alike = (one for one in reversed(said) if _alike(one[0].casefold(), first, kinds))
        if slip := next(alike, None):
            yield slip.start(), found.end()


def _beside(text: str, start: int, end: int) -> int:
    """Where in the words of a slip begins what is none of it: a day, an hour, the place of what was done with
    somebody; 0 where nothing does, or a place is told anew."""
    company = _first(text, start) in _WITH and not _PLACE.search(text, end, _stop(text, end))
    found = (_ASIDE if company else _DAY).search(text, start, end)
    return found.start() if found else 0


def _first(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return found[0].casefold() if found else ""


def _stop(text: str, at: int) -> int:
    return next((n for n in range(at, len(text)) if text[n] in _STOPS), len(text))


def _over(text: str, start: int, end: int, day: int) -> str:
    """What was meant in the place of a slip that a day or an hour stands behind, which follows it then."""
    stop = _stop(text, end)
    meant, back = text[end:stop].strip(), _TAKES_BACK.search(text, day, end + 1)
    if text[start].isdigit() or _DAY.match(text, start) or not back:
        return _blanked(text, start, end)
    when = text[day : back.start()].strip(" ,.;:(")
    return text[:start] + f"{meant} {when}"[: stop - start].ljust(stop - start) + text[stop:]


def _alike(word: str, first: str, kinds: Collection[str]) -> bool:
    houses = all(one in kinds or one in ROOMS for one in (word, first))
    company = word in _WITH and first in _WITH
    return (word == first and not word.isdigit()) or houses or company or (word.isdigit() and first.isdigit())


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _denied(text: str) -> str:
    """With what was meant in the place of what was told before and is denied then, where it has room there."""
    for found in _DENIES.finditer(text):
        no, yes = found["no"].strip(), found["yes"].strip()
        at = text.find(no, 0, found.start())
        if at >= 0 and len(yes) <= len(no):
            text = text[:at] + yes.ljust(len(no)) + text[at + len(no) :]
        elif at < 0 and (found["lead"] or is_head(no.partition(" ")[0].casefold())):
            text = _blanked(text, found.start(), found.start("yes") - len(found["lead"] or ""))
    return text
