"""The words of a message with their places, one spelling for each of the small words that chats shorten."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import OSA

from handlers.reading.daerah.tables import meaning
from handlers.reading.editor.abbreviations import ABBREVIATIONS, GLUED
from handlers.reading.editor.tables import either, table
from handlers.reading.message.events.cues import CUES, DID, DOING, ROOMS
from handlers.reading.message.events.vocabulary.heads import HEADS

# How words are read that may mean something else too; what a field keeps stays as it was written.
_READ_AS = {
    "sm": "bersama",
    "sama": "bersama",
    "brg": "bersama",
    "dr": "dari",
    "d": "di",
    "n": "dan",
    "dn": "dan",
    "bersama-sama": "bersama",
    "bersama2": "bersama",
    "pd": "pada",
    "pagi2": "pagi",
    "sore2": "sore",
    "dg": "bersama",
    "trima": "terima",
    "trm": "terima",
    "ketemu": "bertemu",
    "ktemu": "bertemu",
}
_SPELLINGS = ABBREVIATIONS | _READ_AS
# In capitals they are no short words of chats.
_LONG = 4
_FEW = 4
_NO_VOWELS = dict.fromkeys(map(ord, "aeiou"))
# They are whole themselves.
_WORDS_TOO = table("form sort apel senin upah stan blog park land")
_ACRONYMS = frozenset({"TMP", "PGI"})
# Chats part a passive verb: "di hadiri".
_PASSIVE = either(one[2:] for one in CUES.keys() | DID | DOING if re.fullmatch(r"di[a-z]{3,}", one))
# Marks of slanted and struck letters are none.
_WORD = re.compile(
    rf"(?<!\w)[Dd]i[ ](?:{_PASSIVE})(?!\w)"
    r"|[^\W_](?:[\w@+]|[./&'’#-](?=\w)|(?<=\d)[,*](?=\d))*|[±#@]\w+|\n|[,;.:()\[\]→&+|]|[^\s_~`*]"
)
# A full stop behind these ends no sentence.
_SHORT = table(
    "jl jln jalan kel kec kab prov no nomor lt pdt pdm ust kh dr drs dra prof h hj ir sdr sdri bpk ttd tgl pkl dll dsb "
    "plh plt pj pjs hal an st spd s sh mh se msi sos ag kom pd wr wb rt rw dk dkk gg km rp tel telp hp r lap moh muh "
    "rm gd univ inst alm almh tgk teungku abd"
)
# Behind these "dr" is a title.
_TITLED = frozenset({"rsud", "rs", "rsu", "rsup", "jl", "jln", "jalan", "prof", "sp"})
# With a capital they may be names: "Ning Ita", "Bupati Karo".
_CALLED, _REGIONS = frozenset({"Ning", "Neng"}), frozenset({"Karo"})
# Words of which those beside them tell the meaning.
_TWO = frozenset({"dari", "untuk"})
_MEANT = {"tu": "itu", "for": "for", "ri": "ri"}
# Behind these "ri" is the republic, elsewhere "di".
_OF_STATE = table(
    "kpu bawaslu dkpp dpr mpr dpd bpk bpkp hut dirgahayu ultah kemerdekaan presiden menteri kementerian kemenag"
    " kemenkumham kemendagri kemenkeu ombudsman komisi mahkamah agung inspektorat setjen sekjen kpk bnn"
)
# Behind these "tu" is "itu", elsewhere "ke".
_AFTER = frozenset({"habis", "abis", "setelah", "sesudah", "sehabis", "bis", "udah", "sudah"})
_TRIM = " \t\n,;:.-–—•*_/\\|>→"
COMMA, STOP, OPEN, SHUT = ",", ".", "(", ")"
_CLOSED = frozenset(')]"”')
_STRONG = {"\n", ";", "→", "|"}


class Word(NamedTuple):
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
    return [*_words(text, start, end, most)]


@lru_cache(1024)
def _words(text: str, start: int, end: int | None, most: int | None) -> Sequence[Word]:
    # The same stretch of a message is looked at for its name, its konten and its talk.
    matches = islice(_WORD.finditer(text, start, len(text) if end is None else end), most)
    found = list[Word]()
    for match in matches:
        raw, at = match[0].rstrip("_") or match[0], match.start()
        glued, low = _spelt(raw)
        if glued:
            found.append(Word(at, at + glued, "di", raw[:glued]))
        found.append(Word(at + glued, at + len(raw), low, raw[glued:]))
    plain = (
        one.raw[0].isalnum()
        and one.low not in _TWO
        and one.raw not in {"e", "tu", "ri"}
        and one.raw not in _CALLED | _REGIONS
        for one in found
    )
    return [found[at] if sure else _sign(found, at, text) for at, sure in enumerate(plain)]


@lru_cache(4096)
def _spelt(raw: str) -> tuple[int, str]:
    """(the letters of a "di" that is glued to the word, the one spelling of the word)."""
    if raw == "e":
        # As Madura says "di"; the letter itself is a capital.
        return 0, "di"
    raw = raw.replace(" ", "")
    glued = found.end() if (found := GLUED.match(raw)) else 0
    low = raw[glued:] if raw[glued:] in _ACRONYMS else raw[glued:].casefold()
    return glued, _SPELLINGS.get(low) or meaning(raw) or _in_full(low)


def _in_full(low: str) -> str:
    """The word of an event of which chats leave vowels out ("wwncr") or which has a slip; else the word itself."""
    full = _SKELETONS.get(skeleton(low), "") if len(low) >= _LONG else ""
    return full if len(full) > len(low) and left_out(low, full) else _slip(low)


def _slip(low: str) -> str:
    """The word of an event that a slip of the keys parts from it ("audensi"); else the word itself."""
    like = _INITIALS.get(low[0], ()) if len(low) >= _LONGER and low not in HEADS and low.isalpha() else ()
    return next((one for one in like if abs(len(one) - len(low)) < 2 and OSA.distance(one, low) == 1), low)  # noqa: PLR2004 - one letter


@lru_cache(4096)
def skeleton(word: str) -> str:
    """A word without its vowels, of which people leave some out."""
    return word.translate(_NO_VOWELS)


@lru_cache(16)
def skeletons(listed: frozenset[str]) -> dict[str, str]:
    """Words by what is left of them without their vowels."""
    return {skeleton(one): one for one in sorted(listed)}


def left_out(low: str, full: str) -> bool:
    """Whether a word is another one with vowels left out behind its first letter, and none put in."""
    letters = iter(full)
    return low not in _WORDS_TOO and low[:1] == full[:1] and all(c in letters for c in low)


# Words beside that of an event which chats shorten as they please.
_BESIDE = table("tempat bertempat bersama selesai kerja dihadiri diikuti membahas peserta dilaksanakan kegiatan lokasi")
# Letters of a noun of which one may be a slip; two verbs may differ by one: "menyusul", "menyusun".
_LONGER = 7
_NOUNS = sorted(one for one in HEADS if len(one) >= _LONGER and not one.startswith(("me", "di")))
_INITIALS = {c: [one for one in _NOUNS if one[0] == c] for c in {one[0] for one in _NOUNS}}
_SKELETONS = skeletons(frozenset(one for one in _BESIDE | HEADS if len(one) > _LONG))


def _sign(found: list[Word], at: int, text: str) -> Word:
    """What a sign does to the sentence, and which of two words one is, judged with the words beside it."""
    word = found[at]
    if word.raw in _CALLED | _REGIONS:
        return word._replace(low=word.raw.casefold()) if _is_name(found, at) else word
    if len(word.raw) == len("dr") and word.raw.casefold() == "dr" and at and _before(found, at) in _TITLED:
        return word._replace(low="dr")
    if word.raw == "e":
        behind = next(iter(found[at + 1 : at + 2]), word)
        return word if behind.capital or behind.low in ROOMS else word._replace(low="e")  # "e katalog"
    if word.raw in _MEANT:
        return word._replace(low=_MEANT[word.raw]) if _meant(found, at) else word
    if word.raw == STOP:
        before = found[at - 1].low if at and found[at - 1].end == word.start else ""
        closes = word.end >= len(text) or text[word.end].isspace()
        # "dr." is a title, though "dr" is "dari".
        whole = (
            before not in _SHORT and before != "dari" and (len(before) > 1 or before in _CLOSED or _counts(found, at))
        )
        return Word(word.start, word.end, STOP if closes and whole else "", word.raw)
    return Word(word.start, word.end, STOP, word.raw) if word.raw in _STRONG else word


def _meant(found: list[Word], at: int) -> bool:
    """Whether a word means what it does not elsewhere: "abis tu", "kpu ri", "training for trainers"."""
    if before := {"tu": _AFTER, "ri": _OF_STATE}.get(found[at].raw):
        housed = found[at].raw == "ri" and any(one.low in ROOMS for one in found[at + 1 : at + 2])
        return at > 0 and found[at - 1].low in before and not housed
    return any(one.low not in HEADS for one in found[at + 1 : at + 2])


def _is_name(found: list[Word], at: int) -> bool:
    """Whether "Ning" stands before the name of a person, "Karo" behind a word that has it for a name."""
    behind = [one for one in found[at + 1 : at + 2] if one.capital]
    if found[at].raw in _CALLED:
        return any(one.low not in ROOMS for one in behind)
    return at > 0 and not found[at - 1].is_sign and not behind


def _counts(found: list[Word], at: int) -> bool:
    """Whether the figure before a stop counts a word ("lt 2.") rather than the lines of a list."""
    return at > 1 and found[at - 1].low.isdigit() and found[at - 2].low.isalpha()


def _before(found: list[Word], at: int) -> str:
    """The word before, past the full stop that shortens it."""
    back = at - 2 if found[at - 1].raw == STOP and at > 1 else at - 1
    return found[back].low


def cut(told: str, longest: int) -> tuple[str, str]:
    """(what a field takes, what is too long for it), parted at the end of a clause or a word."""
    told = told.strip(_TRIM)
    if len(told) <= longest:
        return told, ""
    at = max(told.rfind(sign, longest // 2, longest) for sign in (";", ",", ". ", " "))
    at = at if at > 0 else longest
    return told[:at].strip(_TRIM), told[at:].strip(_TRIM)


def text_of(run: Sequence[Word], at: int, end: int) -> str:
    """The words [at, end) as they are written, one blank between them."""
    parts = [run[at].raw]
    for before, word in zip(run[at:end], run[at + 1 : end], strict=False):
        parts.append(("" if before.end == word.start else " ") + word.raw)
    return "".join(parts)


def all_caps(run: Sequence[Word], at: int, end: int) -> bool:
    """Whether all words but short ones are in capitals."""
    told = [w.raw for w in run[at:end] if len(w.raw) > _FEW]
    return all(raw.isupper() for raw in told)
