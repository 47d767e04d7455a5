"""/atur in one line: which setting or section the words name, what is set, and what was probably meant."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from handlers.atur import asked, card
from handlers.atur.section import Fact, Section
from handlers.atur.sections import KOLASE, OF_FACTS, OF_OFFICE, SECTIONS
from handlers.chat import changes
from handlers.chat.messages import Outgoing, Rejected, Turn
from handlers.dialog.fields import Field
from handlers.reading import text as reading_text
from storage.kantor.fakta import About

NAMED, ALIKE, SHORT = 4, 70, 40
_KOLASE = re.compile(
    r"(?P<kolase_hari>(?!pukul\b|jam\b)[^\W\d][\w'’]*)?[, ]*(?P<kolase_jam>(?:(?:pukul|jam) )?\d.*)?", re.IGNORECASE
)


def line(turn: Turn, text: str) -> Outgoing:
    """The longest name that the line begins with decides; the words behind it are the value."""
    words = text.split()
    for count in range(min(NAMED, len(words)), 0, -1):
        name, rest = " ".join(words[:count]), text.split(maxsplit=count)[count:]
        if found := _known(name):
            return _one(turn, *found, rest[0]) if rest else asked.asked(turn, found[0], turn.satker, found[1])
        if about := _fact(name):
            return asked.told(turn, about, rest[0]) if rest else asked.fact(turn, about)
        if section := _section(name):
            return _kolase(turn, rest[0]) if rest and section is KOLASE else card.of_section(turn, section)
    raise Rejected(_nearest(words))


def _one(turn: Turn, section: Section, field: Field, text: str) -> Outgoing:
    return card.brief(turn, section, *asked.put(turn, turn.satker, field, text, section))


def _kolase(turn: Turn, text: str) -> Outgoing:
    """A day, a time, or both."""
    found = _KOLASE.fullmatch(text)
    parts = [(one, found[one.name]) for one in KOLASE.fields[:2] if found and found[one.name]]
    if not parts:
        raise Rejected("Tulis hari dan jamnya, misalnya /atur kolase Jumat 16.00.")
    values = {one.name: one.read(said, turn.today) for one, said in parts}
    before = _shown([one for one, _ in parts], turn.satker)
    if all(getattr(turn.satker, name) == value for name, value in values.items()):
        return card.brief(turn, KOLASE, f"Memang {before}. Tidak ada yang berubah.", None)
    entry = changes.changed(turn, turn.satker, **values)
    return card.brief(turn, KOLASE, f"{before} → {_shown([one for one, _ in parts], turn.satker)}", entry)


def _shown(parts: Sequence[Field], row: object) -> str:
    return ", ".join(one.of(row) for one in parts)


def _plain(word: str) -> str:
    return word.casefold().replace("_", " ").rstrip(":")


def _known(word: str) -> tuple[Section, Field] | None:
    named = ((section, one) for section, one in OF_OFFICE if _plain(word) in (_plain(one.label), _plain(one.name)))
    return next(named, None)


def _fact(word: str) -> About | None:
    return next((fact.about for _, fact in OF_FACTS.values() if _plain(word) in _called(fact)), None)


def _called(fact: Fact) -> tuple[str, str]:
    return _plain(fact.label), _plain(fact.about)


def _section(word: str) -> Section | None:
    return next((one for one in SECTIONS if _plain(word) in (one.key, _plain(one.label), *one.alias)), None)


def _names() -> Iterator[str]:
    for _, one in OF_OFFICE:
        yield from (_plain(one.label), _plain(one.name))
    for _, fact in OF_FACTS.values():
        yield from _called(fact)
    for section in SECTIONS:
        yield from (section.key, *section.alias)


def _nearest(words: Sequence[str]) -> str:
    """The names of settings and sections that the first words of a line resemble."""
    heads = [_plain(" ".join(words[:count])) for count in range(1, min(NAMED, len(words)) + 1)]
    found = [hit for head in heads for hit in process.extract(head, set(_names()), scorer=fuzz.ratio, limit=3)]
    near = dict.fromkeys(name for name, score, _ in sorted(found, key=lambda hit: -hit[1]) if score >= ALIKE)
    told = f"“{reading_text.shortened(words[0], SHORT)}” bukan nama setelan."
    if not near:
        return f"{told} Ketik /atur untuk melihat semuanya."
    return f"{told} Maksud Anda {' atau '.join(list(near)[:2])}?"
