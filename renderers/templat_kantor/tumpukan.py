"""Which loops and conditions of a template are open, and whether each is closed where it was opened."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from renderers.templat_kantor.kamus import LOOP, Jenis
from renderers.templat_kantor.tanda import Cacat, Tanda, Tempat
from renderers.templat_kantor.ungkapan import Names, Salah, jenis

BEBAS = Jenis("bebas")
"""What is known to be wrong already: no second sentence about it."""

_FOR = re.compile(r"(\w+) in (.+)")
_DEEPEST = 3  # loops in loops multiply: what is quick with the sample takes hours with a year
_ALLOWED = ("for", "if", "elif", "else", "endif", "endfor")


@dataclass(frozen=True)
class Buka:
    """An open tag; `pemilik` is the element inside of which it must be closed."""

    kata: str
    tanda: Tanda
    pemilik: etree._Element
    tempat: Tempat
    nama: dict[str, Jenis]


@dataclass
class Tumpukan:
    """`sudah` counts what was told as unclosed, so that its lonely end is not told as well."""

    names: Names
    buka: list[Buka] = field(default_factory=list)
    sudah: Counter[str] = field(default_factory=Counter)

    def scope(self) -> Names:
        found = dict(self.names)
        for one in self.buka:
            found |= one.nama
        return found

    def take(self, tag: Tanda, owner: etree._Element, place: Tempat) -> Iterator[Cacat]:
        word, _, rest = tag.isi.partition(" ")
        if word not in _ALLOWED:
            yield Cacat(f"Perintah “{word or tag.teks}” tidak dapat dipakai dalam templat", place)
        elif word in {"for", "if"}:
            yield from self._open(word, rest.strip(), tag, owner, place)
        elif word in {"elif", "else"}:
            yield from self._middle(word, rest.strip(), tag, owner, place)
        else:
            yield from self._close(word.removeprefix("end"), tag, owner, place)

    def _open(self, word: str, rest: str, tag: Tanda, owner: etree._Element, place: Tempat) -> Iterator[Cacat]:
        names: dict[str, Jenis] = {}
        try:
            names = self._loop(rest, tag) if word == "for" else {}
            if word == "if":
                jenis(rest, self.scope(), tag.teks)
        except Salah as problem:
            yield Cacat(str(problem), place)
            target = _FOR.match(rest)
            names = {target[1]: BEBAS, "loop": LOOP} if target and word == "for" else {}
        self.buka.append(Buka(word, tag, owner, place, names))
        if word == "for" and sum(one.kata == "for" for one in self.buka) == _DEEPEST + 1:
            yield Cacat(
                f"Perulangan {tag.teks} berada di dalam {_DEEPEST} perulangan lain; paling dalam {_DEEPEST} tingkat",
                place,
            )

    def _loop(self, rest: str, tag: Tanda) -> dict[str, Jenis]:
        parts = _FOR.fullmatch(rest)
        if parts is None:
            raise Salah(f"Perulangan {tag.teks} harus berbentuk “for nama in daftar”")
        found = jenis(parts[2], self.scope(), tag.teks)
        if found.isi is None and found is not BEBAS:
            raise Salah(f"“{parts[2]}” pada {tag.teks} adalah {found.apa}, bukan daftar, sehingga tidak dapat diulang")
        return {parts[1]: found.isi or BEBAS, "loop": LOOP}

    def _middle(self, word: str, rest: str, tag: Tanda, owner: etree._Element, place: Tempat) -> Iterator[Cacat]:
        top = self.buka[-1] if self.buka else None
        if top is None or top.pemilik is not owner or (word == "elif" and top.kata != "if"):
            yield Cacat(f"{tag.teks} tidak berada di dalam {_opening(tag, 'if')}", place, akibat=True)
        elif word == "elif":
            try:
                jenis(rest, self.scope(), tag.teks)
            except Salah as problem:
                yield Cacat(str(problem), place)

    def _close(self, word: str, tag: Tanda, owner: etree._Element, place: Tempat) -> Iterator[Cacat]:
        mine = [n for n, one in enumerate(self.buka) if one.pemilik is owner and one.kata == word]
        if not mine:
            if self.sudah[word]:
                self.sudah[word] -= 1
                return
            yield Cacat(f"{tag.teks} tidak mempunyai pasangan {_opening(tag, word)}", place)
            return
        while len(self.buka) > mine[-1] + 1:
            left = self.buka.pop()
            yield Cacat(f"{left.tanda.teks} belum ditutup dengan {_ending(left)} sebelum {tag.teks}", left.tempat)
            self.sudah[left.kata] += 1
        self.buka.pop()

    def skip(self, word: str, tag: Tanda) -> None:
        """A tag that was refused: its partner is not told of."""
        if tag.jenis == "%" and word in {"for", "if"}:
            self.sudah[word] += 1

    def leave(self, owner: etree._Element) -> Iterator[Cacat]:
        """The end of a paragraph, cell, table or text: nothing that was opened in it may stay open."""
        while self.buka and self.buka[-1].pemilik is owner:
            left = self.buka.pop()
            self.sudah[left.kata] += 1
            hint = ""
            if not left.tanda.awalan:
                rows = "{%tr … %} pada baris tersendiri" if left.tempat.kolom else "{%p … %} pada paragraf tersendiri"
                hint = f" dalam paragraf yang sama; untuk lebih dari itu pakai {rows}"
            yield Cacat(f"{left.tanda.teks} tidak ditutup dengan {_ending(left)}{hint}", left.tempat)


def _opening(tag: Tanda, word: str) -> str:
    return f"{{%{tag.awalan} {word} … %}}"


def _ending(one: Buka) -> str:
    return f"{{%{one.tanda.awalan} end{one.kata} %}}"
