"""Keeps the open loops and conditions of a template, and checks that each is closed where it was opened."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from renderers.templat_kantor.expressions import Names, Wrong, kind_of
from renderers.templat_kantor.tags import Fault, Place, Tag
from renderers.templat_kantor.vocabulary import LOOP, Kind

ANY = Kind("bebas")
"""The kind of a name whose fault is told already: no second sentence follows from it."""

_FOR = re.compile(r"(\w+) in (.+)")
DEEPEST = 2  # loops in loops multiply: a template that is quick with the sample may take hours with a year
_ALLOWED = ("for", "if", "elif", "else", "endif", "endfor")


@dataclass(frozen=True)
class Open:
    """An open loop or condition. `word`: "for" or "if"; `owner`: the element inside of which its end must stand;
    `names`: the names that a loop defines."""

    word: str
    tag: Tag
    owner: etree._Element
    place: Place
    names: dict[str, Kind]


@dataclass
class Stack:
    """The loops and conditions open at a place of the text, the innermost last.

    `told` counts by word those that were told as unclosed, so that their lonely ends are not told as well.
    """

    names: Names
    open: list[Open] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)

    def scope(self) -> Names:
        """The names that are known here."""
        found = dict(self.names)
        for one in self.open:
            found |= one.names
        return found

    def take(self, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        """Opens, goes on with or closes a loop or condition inside of `owner`."""
        word, _, rest = tag.inside.partition(" ")
        if word not in _ALLOWED:
            yield Fault(f"Perintah “{word or tag.text}” tidak dapat dipakai dalam templat", place)
        elif word in {"for", "if"}:
            yield from self._open(word, rest.strip(), tag, owner, place)
        elif word in {"elif", "else"}:
            yield from self._middle(word, rest.strip(), tag, owner, place)
        else:
            yield from self._close(word.removeprefix("end"), tag, owner, place)

    def _open(self, word: str, rest: str, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        names: dict[str, Kind] = {}
        try:
            names = self._loop(rest, tag) if word == "for" else {}
            if word == "if":
                kind_of(rest, self.scope(), tag.text)
        except Wrong as problem:
            yield Fault(str(problem), place)
            target = _FOR.match(rest)
            names = {target[1]: ANY, "loop": LOOP} if target and word == "for" else {}
        self.open.append(Open(word, tag, owner, place, names))
        if word == "for" and sum(one.word == "for" for one in self.open) == DEEPEST + 1:
            yield Fault(
                f"Perulangan {tag.text} berada di dalam {DEEPEST} perulangan lain; paling dalam {DEEPEST} tingkat",
                place,
                follows=True,  # a loop that was not closed lies around all that comes after it
            )

    def _loop(self, rest: str, tag: Tag) -> dict[str, Kind]:
        parts = _FOR.fullmatch(rest)
        if parts is None:
            raise Wrong(f"Perulangan {tag.text} harus berbentuk “for nama in daftar”")
        found = kind_of(parts[2], self.scope(), tag.text)
        if found.item is None and found is not ANY:
            raise Wrong(f"“{parts[2]}” pada {tag.text} adalah {found.what}, bukan daftar, sehingga tidak dapat diulang")
        return {parts[1]: found.item or ANY, "loop": LOOP}

    def _middle(self, word: str, rest: str, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        top = self.open[-1] if self.open else None
        if top is None or top.owner is not owner or (word == "elif" and top.word != "if"):
            yield Fault(f"{tag.text} tidak berada di dalam {_opening(tag, 'if')}", place, follows=True)
        elif word == "elif":
            try:
                kind_of(rest, self.scope(), tag.text)
            except Wrong as problem:
                yield Fault(str(problem), place)

    def _close(self, word: str, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        mine = [n for n, one in enumerate(self.open) if one.owner is owner and one.word == word]
        if not mine:
            if self.told[word]:
                self.told[word] -= 1
                return
            yield Fault(f"{tag.text} tidak mempunyai pasangan {_opening(tag, word)}", place)
            return
        while len(self.open) > mine[-1] + 1:
            left = self.open.pop()
            yield Fault(f"{left.tag.text} belum ditutup dengan {_ending(left)} sebelum {tag.text}", left.place)
            self.told[left.word] += 1
        self.open.pop()

    def skip(self, word: str, tag: Tag) -> None:
        """Remembers a refused tag, so that its end is not told as a fault of its own."""
        if tag.mark == "%" and word in {"for", "if"}:
            self.told[word] += 1

    def leave(self, owner: etree._Element) -> Iterator[Fault]:
        """Faults of the loops and conditions that are still open where their paragraph, cell, table or text ends."""
        while self.open and self.open[-1].owner is owner:
            left = self.open.pop()
            self.told[left.word] += 1
            hint = ""
            if not left.tag.prefix:
                rows = "{%tr … %} pada baris tersendiri" if left.place.column else "{%p … %} pada paragraf tersendiri"
                hint = f" dalam paragraf yang sama; untuk lebih dari itu pakai {rows}"
            yield Fault(f"{left.tag.text} tidak ditutup dengan {_ending(left)}{hint}", left.place)


def _opening(tag: Tag, word: str) -> str:
    return f"{{%{tag.prefix} {word} … %}}"


def _ending(one: Open) -> str:
    return f"{{%{one.tag.prefix} end{one.word} %}}"
