"""What stands before a report: greeting, addressee, the asking for leave, the heading; step by step from the left."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from handlers.reading.message.envelope import courtesies as words

_WORD = re.compile(r"[^\W_](?:[\w'/-]*[^\W_])?|[&/]")
_SPACE = re.compile(r"[ \t]*+\n?[ \t]*+")
_BOUNDARY = re.compile(r"[ \t]*+(?:[,;:!?\n]|\.(?=\s|$)|$)")
_THAT = re.compile(
    r"(?:[ \t]+(?:" + "|".join(sorted(words.THAT, key=len, reverse=True)) + r")(?![\w/-]))*+", re.IGNORECASE
)
_TO = re.compile(
    r"(?:kepada|kpd|dear)?\s*+(?:y[tk]h|yts|yang\s+(?:terhormat|kami\s+hormati))\b\.?[\s.:]*+|kepada\s*:?\s*+(?=(?:bapak|ibu|bpk)\b)",
    re.IGNORECASE,
)
_NEAR = words.TITLES - {"semua", "semuanya", "seluruh", "para", "dan"}
_FULL = words.TITLES - {"bpk", "bp", "sdr"}
_STARTS = re.compile(
    r"(?:pada|pd|hari|hr|tadi|td|kemarin|kmrn|kemaren|barusan|baru|bahwa|telah|tlh|sudah|sdh|tgl|tanggal|giat|kegiatan"
    r"|laporan|lapor|melaporkan|kami|saya|berikut|i[zj]in|mohon|rapat|untuk|utk)\b",
    re.IGNORECASE,
)
_ALIKE, _LONG, _NAMES, _AREA, _SHORT = 85, 6, 3, 3, 3


def front(flat: str, start: int, end: int) -> int:
    """Where the report begins after every opening from `start` on; `start` if there is none."""
    at, greeted = start, ""
    while True:
        here = _gap(flat, at, end)
        kind, to = _step(flat, here, end, "far" if greeted and flat[at:here].strip(" \t") else greeted)
        if to == here:
            return _settled(flat, at, end) if at > start else start
        at, greeted = to, kind


def opens(flat: str, at: int, end: int) -> bool:
    """Whether the words here ask for leave to report, greet, or begin to tell."""
    return any(p.match(flat, at, end) for p in (words.ASKS, words.SAYS, words.LAPOR, words.GREETING))


def _step(flat: str, at: int, end: int, greeted: str) -> tuple[str, int]:
    """(the kind of the opening that begins here, where it ends); ("", at) if none does."""
    for pattern in _FIXED:
        if found := pattern.match(flat, at, end):
            return "say", _topic(flat, found.end(), end) if pattern in _TELLING else found.end()
    if found := words.GREETING.match(flat, at, end):
        return "greet", found.end()
    for kind, read in (("ask", _asked), ("greet", _short), ("say", _heading)):
        if (to := read(flat, at, end)) > at:
            # Behind "mohon izin melaporkan" stands what is told, behind "mohon izin" who is asked.
            return "say" if kind == "ask" and not words.ASKS.fullmatch(flat, at, to) else kind, to
    return "greet", addressee(flat, at, end, greeted)


_TELLING = (words.SAYS, words.LAPOR)
_FIXED = (words.MARKS, words.LATE, words.TOPIC, *_TELLING, words.REPORT, words.DONE)


def _topic(flat: str, at: int, end: int) -> int:
    """The end of "(melaporkan) bahwa kegiatan hari ini:"."""
    found = _THAT.match(flat, at, end)
    to = found.end() if found else at
    today = words.TODAY.match(flat, to, end)
    return today.end() if today else to


def _asked(flat: str, at: int, end: int) -> int:
    """Past "mohon izin melaporkan …"; with no such verb, leave is asked of somebody, or alone."""
    asks = words.ASKS.match(flat, at, end)
    if not asks:
        return at
    word = _WORD.match(flat, _after(flat, asks.end(), end), end)
    if word and _tells(word[0].casefold()):
        return _topic(flat, word.end(), end)
    if _BOUNDARY.match(flat, asks.end(), end) or (word and _titles(word[0])):
        return asks.end()
    return at


@lru_cache(1000)
def _tells(word: str) -> bool:
    return word in words.TELLS or (
        len(word) > _LONG and any(fuzz.ratio(word, known) >= _ALIKE for known in words.TELLS if len(known) > _LONG)
    )


def _short(flat: str, at: int, end: int) -> int:
    """Past "Pagi pak" or "Siap,", where what follows shows that it is no fact."""
    word = _WORD.match(flat, at, end)
    told = word[0].casefold() if word else ""
    if not word or (told not in words.HOURS and told not in words.READY):
        return at
    then = _gap(flat, word.end(), end)
    after = _WORD.match(flat, then, end)
    colon = ":" in flat[word.end() : then]
    spoken = not colon and ((after and _titles(after[0])) or opens(flat, then, end))
    return word.end() if spoken or (told in words.READY and _BOUNDARY.match(flat, word.end(), end)) else at


def _heading(flat: str, at: int, end: int) -> int:
    """A line, or what stands before a colon, of names of documents alone: "LAPORAN KEGIATAN", "Dokumentasi:"."""
    to, known = at, False
    while (word := _WORD.match(flat, _blank(flat, to, end), end)) and word[0].casefold() in words.HEADINGS:
        to, known = word.end(), known or word[0].casefold() in words.DOCUMENTS or _pair(word[0], flat[at:to])
    return to if known and _BOUNDARY.match(_plain(flat, to, end), 0) else at


def _pair(word: str, before: str) -> bool:
    return (word.casefold(), before.strip().casefold()) in {
        ("giat", "info"),
        ("kegiatan", "info"),
        ("release", "press"),
        ("pers", "siaran"),
    }


def _plain(flat: str, at: int, end: int) -> str:
    """The next few letters, without decoration."""
    return "".join(c if not decorates(c) else " " for c in flat[at : min(at + 8, end)])


def addressee(flat: str, at: int, end: int, greeted: str) -> int:
    """The end of "Yth. Bapak Ketua KPU Kota …" or "Bu Sekretaris", `at` if nobody is spoken to.

    `greeted`: the kind of the opening just before, "far" where a sign parts them. Without "Yth." and a greeting the
    words must be titles alone, or be followed by the asking for leave."""
    to = _TO.match(flat, at, end)
    if to and to.end() > at:
        named, _ = _run(flat, to.end(), end, names=_NAMES * 2)
        return named if _bounded(flat, named, end) else max(_run(flat, to.end(), end, names=0)[0], to.end())
    first = _WORD.match(flat, at, end)
    if not first or not (_titles(first[0]) or (greeted in {"greet", "ask"} and first[0].casefold() in words.ROLES)):
        return at
    return _spoken(flat, at, end, greeted)


def _spoken(flat: str, at: int, end: int, greeted: str) -> int:
    named, _ = _run(flat, at, end, names=_NAMES)
    bare, titled = _run(flat, at, end, names=0)
    if _bounded(flat, named, end) and (
        opens(flat, _gap(flat, named, end), end) or (greeted and _alone(flat, named, end))
    ):
        return named
    if _bounded(flat, bare, end) and (titled or _alone(flat, bare, end)):
        return bare
    if greeted in {"greet", "ask"} or (titled and _STARTS.match(flat, _blank(flat, bare, end), end)):
        return _attached(flat, bare, end)
    return at


def _attached(flat: str, to: int, end: int) -> int:
    """Past "(Izin Pak) Budi kemarin …": the name goes with the title where a small letter follows it."""
    word = _WORD.match(flat, _blank(flat, to, end), end)
    after = _WORD.match(flat, _blank(flat, word.end(), end), end) if word else None
    named = (
        word
        and after
        and word[0][0].isupper()
        and not word[0].isupper()
        and after[0][0].islower()
        and _STARTS.match(after[0])
    )
    return word.end() if word and named else to


def _run(flat: str, at: int, end: int, names: int) -> tuple[int, bool]:
    """(the end of the titles, roles and at most `names` names from here on, whether they are titles alone)."""
    to, titled, left, area = at, True, names, 0
    while word := _WORD.match(flat, _blank(flat, to, end) if to > at else at, end):
        told = word[0].casefold()
        if told in words.ROLES or told in words.AREAS:
            titled, area = False, _AREA if told in words.AREAS or told == "kpu" else area
        elif not _titles(told) and told not in words.JOINTS:
            if (
                told == "di"
                or not _may_name(word[0])
                or (left := left - (area <= 0)) < 0
                or opens(flat, word.start(), end)
            ):
                return _here(flat, to, end), titled
            titled, area = False, area - 1
        to = _dotted(flat, word.end(), end, told)
    return to, titled


def _dotted(flat: str, to: int, end: int, word: str) -> int:
    """Past the stop of "Drs." and "Bpk.", which ends no sentence."""
    short = len(word) <= _SHORT and word not in _FULL and flat[to : min(to + 2, end)] in {". ", "."}
    return to + 1 if short or (flat[to : to + 1] == "." and flat[to + 1 : to + 2].isalpha()) else to


def _here(flat: str, to: int, end: int) -> int:
    """Past "di tempat", by which letters end an address."""
    found = re.compile(r"[ \t]+di[ \t]*-?[ \t]*tempat\b", re.IGNORECASE).match(flat, to, end)
    return found.end() if found else to


def _may_name(word: str) -> bool:
    return word[0].isupper() and not any(c.isdigit() for c in word)


def _titles(word: str) -> bool:
    """A title, or two with a stroke: "Bapak/Ibu"."""
    parts = word.casefold().split("/")
    return all(p in words.TITLES for p in parts)


def _bounded(flat: str, at: int, end: int) -> bool:
    return bool(_BOUNDARY.match(flat, at, end)) or opens(flat, _blank(flat, at, end), end)


def _alone(flat: str, at: int, end: int) -> bool:
    """Whether the sentence does not go on with more persons ("Bu Ketua, 4 anggota dan …")."""
    to = _gap(flat, at, end)
    word = _WORD.match(flat, to, end)
    if not word or any(sign in flat[at:to] for sign in "\n.:!"):
        return True
    told = word[0].casefold()
    listed = told in words.ROLES or told in words.JOINTS or told in {"hadir", "yang", "bersama"} or _titles(told)
    return not listed and not (told[0].isdigit() and flat[word.end() : word.end() + 1] == " ")


def _blank(flat: str, at: int, end: int) -> int:
    found = re.compile(r"[ \t]*+").match(flat, at, end)
    return found.end() if found else at


def _after(flat: str, at: int, end: int) -> int:
    found = _SPACE.match(flat, at, end)
    return found.end() if found else at


def _gap(flat: str, at: int, end: int) -> int:
    """Past blanks, stops and decoration."""
    while at < end and (flat[at].isspace() or flat[at] in ",.;:!-–—|\"'()" or decorates(flat[at])):
        at += 1
    return at


def _settled(flat: str, at: int, end: int) -> int:
    """Past what closes an opening: stops and blanks, and decoration to the end of its line."""
    line = flat.find("\n", at, end)
    line = end if line < 0 else line
    if all(c in " \t,.;:!-–—|\"')" or decorates(c) for c in flat[at:line]):
        at = line
    while at < end and (flat[at].isspace() or flat[at] in ",.;:!)"):
        at += 1
    return at


def decorates(sign: str) -> bool:
    """Emojis and their joiners that label nothing."""
    return (
        sign > "\u203b" and not sign.isalnum() and sign not in words.TELLING and not sign.isspace()
    ) or sign == "\u200d"
