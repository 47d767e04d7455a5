"""The names in the rows of BAB II: which words are names, and which partners one text names together."""

import re
from collections.abc import Iterable, Iterator

from handlers.catatan.gazetteer import GENERIC, GROUPS, KINDS
from handlers.reading.editor.tables import table
from renderers.indonesian import BULAN, HARI

# Beside the kinds of institution: what an election office names again and again.
_OTHERS = table(
    """
    pemilu pilkada pilpres pileg pilgub pilbup pilwali pilwalkot sipol silon sidalih sirekap siakba sidapil sidakam
    jagad instagram facebook twitter tiktok youtube threads whatsapp pancasila indonesia ramadan idulfitri iduladha
    natal nyepi waisak imlek
    """
)
_PROPER = (KINDS.keys() - GENERIC) | _OTHERS | {word.casefold() for word in (*BULAN, *HARI)}
# What opens the name of a body that may list its tasks: "Dinas Perdagangan, Koperasi, dan UKM" is one partner.
_LISTING = table("dinas badan kementerian kantor komisi balai bagian biro bidang direktorat lembaga deputi")
_PLAIN = GENERIC - GROUPS
_JOINT = re.compile(r"\s*,\s*(?:dan|serta)\s+|\s*,\s*|\s+(?:dan|serta|&)\s+")
_SHORTEST = 2  # letters of an acronym


def first_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The first words of texts that are proper names, each once and in small letters."""
    pairs = [(first, second) for first, second, *_ in ((*text.split(), "", "") for text in texts)]
    return tuple(sorted({first.casefold() for first, second in pairs if _is_proper(first, second)}))


def _is_proper(first: str, second: str) -> bool:
    word = first.casefold().strip(".,;()")
    return word in _PROPER or (word in GENERIC and second[:1].isupper())


def partners(instansi: str) -> tuple[str, ...]:
    """The partners of a text: "Bawaslu, Polres dan Kodim" are three, a Dinas with two tasks is one."""
    pieces = [piece.strip(" .,") for line in re.split(r"[;\n]", instansi) for piece in _pieces(line)]
    return tuple(piece for piece in pieces if piece)


def _pieces(line: str) -> Iterator[str]:
    begin = 0
    for joint in _JOINT.finditer(line):
        if _begins(line[joint.end() :], line[begin : joint.start()]):
            yield line[begin : joint.start()]
            begin = joint.end()
    yield line[begin:]


def _begins(rest: str, before: str) -> bool:
    """Whether another partner begins here; `before`: the one that may go on instead."""
    word, opening = re.split(r"[\s,/]", rest, maxsplit=1)[0], before.split(maxsplit=1)
    low = word.casefold()
    if low in KINDS and low not in _PLAIN:
        return True
    if opening and opening[0].partition("/")[0].casefold() in _LISTING:
        return False
    return (word.isupper() and len(word) >= _SHORTEST) or (low in KINDS and word[:1].isupper())
