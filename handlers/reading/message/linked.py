"""Which links of a message are one konten, and which words stand beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from handlers.reading.dates.wordings import NEAR
from handlers.reading.links import Place, Tautan, places
from handlers.reading.message.publishing import EDGES, Publishing

# A day is no title.
_DAY = re.compile(rf"(?:{NEAR})", re.IGNORECASE)
# Titles as much alike are one title, written beside two of its links.
SAME = 85
# Letters of a name of a platform that is cut short.
_SHORT = 5


@dataclass
class Linked:
    """The links of one konten, one a platform, and the lines beside them."""

    links: list[Tautan] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def add(self, links: Sequence[Tautan], lines: Sequence[str]) -> None:
        known = {link.kode for link in self.links}
        self.links += [link for link in links if link.kode not in known]
        self.lines += lines

    def has_room(self, links: Sequence[Tautan]) -> bool:
        """Whether none of their platforms has another link here."""
        here = {link.platform: link.kode for link in self.links}
        return all(here.get(link.platform, link.kode) == link.kode for link in links)


def parts(text: str, words: Publishing) -> list[Linked]:
    """The konten of a message, by its links: a second link of a platform begins another, and so does a line with a link
    and a title of its own. Lines without a link belong to the links below them, the last ones to those above."""
    found, above = [Linked()], list[str]()
    for line, links in _with_titles([*_pieces(text)], words):
        if not links:
            above.append(line)
            continue
        now = found[-1]
        title = _title([*above, line], words)
        if now.links and (not now.has_room(links) or _others(_title(now.lines, words), title)):
            found.append(now := Linked())
        now.add(links, [*above, line])
        above = []
    found[-1].lines += above
    return found


def _with_titles(pieces: Sequence[tuple[str, list[Tautan]]], words: Publishing) -> Sequence[tuple[str, list[Tautan]]]:
    """The pieces, where each link stands above its title with the titles before the links."""
    told = [piece for piece in pieces if piece[1] or words.unlabelled(piece[0])]
    above = told and told[0][1] and not told[-1][1] and not any(words.unlabelled(line) for line, links in told if links)
    if not above:
        return pieces
    found = list[tuple[str, list[Tautan]]]()
    for piece in told:
        at = next((n for n in range(len(found), 0, -1) if found[n - 1][1]), 0) - 1
        found.insert(len(found) if piece[1] else at, piece)
    return found


def _title(lines: Sequence[str], words: Publishing) -> str:
    told = (words.unlabelled(line) for line in lines)
    return next((line for line in told if line and not _DAY.fullmatch(line)), "")


def _others(known: str, title: str) -> bool:
    return bool(known and title) and fuzz.ratio(known.casefold(), title.casefold()) < SAME


def _pieces(text: str) -> Iterator[tuple[str, list[Tautan]]]:
    """Each line without its addresses, and its links; a line with two links of one platform is parted between them."""
    for line in text.splitlines():
        found = [place for place in places(line) if place.tautan]
        links = [place.tautan for place in found if place.tautan]
        if Linked(links[:1]).has_room(links) or len({link.kode for link in links}) == len({k.platform for k in links}):
            told = _without(line, found)
            yield "" if any(_short_for(told.strip(EDGES), link) for link in links) else told, links
        else:
            yield from (piece for part in _parted(line, found) for piece in _pieces(part))


def _short_for(word: str, link: Tautan) -> bool:
    """Whether a word beside a link only is short for where it leads: "TT", "fbk", "insta"."""
    host, told = (urlsplit(link.url).hostname or "").split("."), word.casefold()
    names = [(name, iter(name)) for name in (*host, link.platform.casefold())]
    cut = any(name[:1] == told[:1] and all(letter in left for letter in told) for name, left in names)
    return cut and 1 < len(told) <= _SHORT


def _parted(line: str, found: Sequence[Place]) -> list[str]:
    """The words of a link follow it where the line begins with one; else they go before it."""
    first = not line[: found[0].start].strip(EDGES)
    edges = [place.start for place in found[1:]] if first else [place.end for place in found[:-1]]
    return [line[start:end] for start, end in zip([0, *edges], [*edges, len(line)], strict=True)]


def _without(line: str, found: Sequence[Place]) -> str:
    for place in reversed(found):
        line = f"{line[: place.start]} {line[place.end :]}"
    return line.replace("( )", " ")
