"""Past whom a message speaks to: "Yth. Bapak Ketua KPU Kota …", "Bu Sekretaris"."""

import re

from handlers.reading.message.envelope import courtesies as words
from handlers.reading.message.envelope.scan import WORD, blank, bounded, gap, opens, titles
from handlers.reading.message.events.vocabulary.heads import HEADS

TO = re.compile(
    r"(?:kepada|kpd|dear)?\s*+(?:y[tkms]h|yts|yang\s+(?:terhormat|kami\s+hormati)|cq|c\.q|u\.p|tembusan)\b\.?[\s.:]*+|kepada\s*:?\s*+(?=(?:bapak|ibu|bpk)\b)",
    re.IGNORECASE,
)
_FULL = words.TITLES - {"bpk", "bp", "sdr"}
_STARTS = re.compile(
    r"(?:pada|pd|hari|hr|tadi|td|kemarin|kmrn|kemaren|barusan|baru|bahwa|telah|tlh|sudah|sdh|tgl|tanggal|giat|kegiatan"
    r"|laporan|lapor|melaporkan|kami|saya|berikut|i[zj]in|mohon|rapat|untuk|utk)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ \t]*+(?:[:!?\n]|\.(?=\s|$)|$)")
_PRAISE = re.compile(
    r"(?:[ \t]+(?:yang|yg)[ ]+(?:(?:saya|kami|sy)[ ]+(?:hormati|muliakan|banggakan|cintai)|terhormat|berbahagia)"
    r"|[ \t]+y[tsm]h\b)?"
    r"(?:[ \t]+di[ \t]*-?[ \t]*tempat\b)?",
    re.IGNORECASE,
)
_NAMES, _AREA, _SHORT = 3, 3, 3


def addressee(flat: str, at: int, end: int, greeted: str) -> int:
    """The end of "Yth. Bapak Ketua KPU Kota …" or "Bu Sekretaris", `at` if nobody is spoken to.

    `greeted`: the kind of the opening just before, "far" where a sign parts them. Without "Yth." and a greeting the
    words must be titles alone, or be followed by the asking for leave."""
    to = TO.match(flat, at, end)
    if to and to.end() > at:
        named, _ = _run(flat, to.end(), end, names=_NAMES * 2)
        return named if bounded(flat, named, end) else max(_run(flat, to.end(), end, names=0)[0], to.end())
    first = WORD.match(flat, at, end)
    if greeted and first and first[0].casefold() == "eh":
        then = blank(flat, first.end(), end)  # "komandan, eh bapak"
        corrected = addressee(flat, then, end, greeted)
        return corrected if corrected > then else at
    if first and greeted in {"greet", "ask"} and (named := _named(flat, at, end)) > at:
        return named
    if not first or not (titles(first[0]) or (greeted in {"greet", "ask"} and first[0].casefold() in words.ROLES)):
        return at
    return _spoken(flat, at, end, greeted)


def _named(flat: str, at: int, end: int) -> int:
    """Past one word of address that nobody listed ("Selamat malam Puang,"), where somebody asks for leave behind it."""
    word = WORD.match(flat, at, end)
    if word is None or not _may_name(word[0]) or flat[word.end() : min(word.end() + 1, end)] != ",":
        return at
    return word.end() if opens(flat, gap(flat, word.end(), end), end) and not opens(flat, at, end) else at


def _spoken(flat: str, at: int, end: int, greeted: str) -> int:
    if (group := _group(flat, at, end, greeted)) > at:
        return group
    named, _ = _run(flat, at, end, names=_NAMES)
    bare, titled = _run(flat, at, end, names=0)
    if greeted and (small := _small(flat, bare, end)):
        return small
    if bounded(flat, named, end) and (
        opens(flat, gap(flat, named, end), end) or (greeted and _alone(flat, named, end))
    ):
        return named
    if bounded(flat, bare, end) and (titled or _alone(flat, bare, end)):
        return bare
    if greeted in {"greet", "ask"} or (titled and _STARTS.match(flat, blank(flat, bare, end), end)):
        return _attached(flat, bare, end)
    return at


def _small(flat: str, to: int, end: int) -> int:
    """Past a name in small letters between a title and a comma: "siang kak mel,"; 0 where none stands there."""
    word = WORD.match(flat, blank(flat, to, end), end) if to < end else None
    if word is None or word.start() == to or flat[word.end() : min(word.end() + 1, end)] != ",":
        return 0
    return word.end() if word[0].isalpha() and word[0].islower() and word[0] not in HEADS else 0


def _group(flat: str, at: int, end: int, greeted: str) -> int:
    """Past "Bapak Ketua, Ibu Anggota, dan rekan-rekan sekretariat", where the sentence ends or the report begins."""
    to, several = _run(flat, at, end, names=_NAMES)[0], False
    while flat[to : min(to + 1, end)] == ",":
        here = blank(flat, to + 1, end)
        word = WORD.match(flat, here, end)
        if not word or not (titles(word[0]) or word[0].casefold() in words.JOINTS):
            break
        to, several = _run(flat, here, end, names=_NAMES)[0], True
    ends = opens(flat, gap(flat, to, end), end) or (greeted and (_ENDS.match(flat, to, end) or bounded(flat, to, end)))
    return to if several and ends else at


def _attached(flat: str, to: int, end: int) -> int:
    """Past "(Izin Pak) Budi kemarin …": the name goes with the title where a small letter follows it."""
    word = WORD.match(flat, blank(flat, to, end), end)
    after = WORD.match(flat, blank(flat, word.end(), end), end) if word else None
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
    while word := WORD.match(flat, blank(flat, to, end) if to > at else at, end):
        told = word[0].casefold()
        if told in words.ROLES or told in words.AREAS:
            titled, area = False, _AREA if told in words.AREAS or told == "kpu" else area
        elif not titles(told) and told not in words.JOINTS:
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
    """Past "yang kami hormati" and "di tempat"."""
    found = _PRAISE.match(flat, to, end)
    return found.end() if found else to


def _may_name(word: str) -> bool:
    return word[0].isupper() and not any(c.isdigit() for c in word)


def _alone(flat: str, at: int, end: int) -> bool:
    """Whether the sentence does not go on with more persons ("Bu Ketua, 4 anggota dan …")."""
    to = gap(flat, at, end)
    word = WORD.match(flat, to, end)
    if not word or any(sign in flat[at:to] for sign in "\n.:!"):
        return True
    told = word[0].casefold()
    listed = told in words.ROLES or told in words.JOINTS or told in {"hadir", "yang", "bersama"} or titles(told)
    return not listed and not (told[0].isdigit() and flat[word.end() : word.end() + 1] == " ")
