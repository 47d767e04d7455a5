"""Which loops and conditions of a template are open, and whether each is closed where it was opened."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from renderers.templat_kantor.expressions import Names, Wrong, kind_of
from renderers.templat_kantor.tags import Fault, Place, Tag
from renderers.templat_kantor.vocabulary import LOOP, Kind

ANY = Kind("bebas")
"""What is known to be wrong already: no second sentence about it."""

_FOR = re.compile(r"(\w+) in (.+)")
_DEEPEST = 3  # loops in loops multiply: what is quick with the sample takes hours with a year
_ALLOWED = ("for", "if", "elif", "else", "endif", "endfor")


@dataclass(frozen=True)
class Open:
    """An open tag; `pemilik` is the element inside of which it must be closed."""

    kata: str
    tanda: Tag
    pemilik: etree._Element
    tempat: Place
    nama: dict[str, Kind]


@dataclass
class Stack:
    """`sudah` counts what was told as unclosed, so that its lonely end is not told as well."""

    names: Names
    buka: list[Open] = field(default_factory=list)
    sudah: Counter[str] = field(default_factory=Counter)

    def scope(self) -> Names:
        found = dict(self.names)
        for one in self.buka:
            found |= one.nama
        return found

    def take(self, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        word, _, rest = tag.isi.partition(" ")
        if word not in _ALLOWED:
            yield Fault(f"Perintah “{word or tag.teks}” tidak dapat dipakai dalam templat", place)
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
                kind_of(rest, self.scope(), tag.teks)
        except Wrong as problem:
            yield Fault(str(problem), place)
            target = _FOR.match(rest)
            names = {target[1]: ANY, "loop": LOOP} if target and word == "for" else {}
        self.buka.append(Open(word, tag, owner, place, names))
        if word == "for" and sum(one.kata == "for" for one in self.buka) == _DEEPEST + 1:
            yield Fault(
                f"Perulangan {tag.teks} berada di dalam {_DEEPEST} perulangan lain; paling dalam {_DEEPEST} tingkat",
                place,
            )

    def _loop(self, rest: str, tag: Tag) -> dict[str, Kind]:
        parts = _FOR.fullmatch(rest)
        if parts is None:
            raise Wrong(f"Perulangan {tag.teks} harus berbentuk “for nama in daftar”")
        found = kind_of(parts[2], self.scope(), tag.teks)
        if found.isi is None and found is not ANY:
            raise Wrong(f"“{parts[2]}” pada {tag.teks} adalah {found.apa}, bukan daftar, sehingga tidak dapat diulang")
        return {parts[1]: found.isi or ANY, "loop": LOOP}

    def _middle(self, word: str, rest: str, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        top = self.buka[-1] if self.buka else None
        if top is None or top.pemilik is not owner or (word == "elif" and top.kata != "if"):
            yield Fault(f"{tag.teks} tidak berada di dalam {_opening(tag, 'if')}", place, akibat=True)
        elif word == "elif":
            try:
                kind_of(rest, self.scope(), tag.teks)
            except Wrong as problem:
                yield Fault(str(problem), place)

    def _close(self, word: str, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        mine = [n for n, one in enumerate(self.buka) if one.pemilik is owner and one.kata == word]
        if not mine:
            if self.sudah[word]:
                self.sudah[word] -= 1
                return
            yield Fault(f"{tag.teks} tidak mempunyai pasangan {_opening(tag, word)}", place)
            return
        while len(self.buka) > mine[-1] + 1:
            left = self.buka.pop()
            yield Fault(f"{left.tanda.teks} belum ditutup dengan {_ending(left)} sebelum {tag.teks}", left.tempat)
            self.sudah[left.kata] += 1
        self.buka.pop()

    def skip(self, word: str, tag: Tag) -> None:
        """A tag that was refused: its partner is not told of."""
        if tag.jenis == "%" and word in {"for", "if"}:
            self.sudah[word] += 1

    def leave(self, owner: etree._Element) -> Iterator[Fault]:
        """The end of a paragraph, cell, table or text: nothing that was opened in it may stay open."""
        while self.buka and self.buka[-1].pemilik is owner:
            left = self.buka.pop()
            self.sudah[left.kata] += 1
            hint = ""
            if not left.tanda.awalan:
                rows = "{%tr … %} pada baris tersendiri" if left.tempat.kolom else "{%p … %} pada paragraf tersendiri"
                hint = f" dalam paragraf yang sama; untuk lebih dari itu pakai {rows}"
            yield Fault(f"{left.tanda.teks} tidak ditutup dengan {_ending(left)}{hint}", left.tempat)


def _opening(tag: Tag, word: str) -> str:
    return f"{{%{tag.awalan} {word} … %}}"


def _ending(one: Open) -> str:
    return f"{{%{one.tanda.awalan} end{one.kata} %}}"
