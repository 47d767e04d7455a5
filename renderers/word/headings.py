"""The headings, captions and sections of a Word document, found and marked with bookmarks for the lists of a report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from renderers.word.model.fields import Field, Toc, switches
from renderers.word.model.numbering import Numbering
from renderers.word.model.sections import Start, start
from renderers.word.model.styles import Told, told_of
from renderers.word.ooxml import W

_SECTION_IDS = 90_000  # bookmark ids beside those of the headings
_SHOWN = {f"{W}br": " ", f"{W}cr": " ", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BEGIN, _END, _SECTION = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}sectPr"
_HIDDEN, _OFF = f"{W}rPr/{W}vanish", {"0", "false", "off"}
_ASIDE = {f"{W}txbxContent", _FALLBACK}
_CARRIED = etree.XPath("w:p/w:pPr/w:sectPr", namespaces={"w": W.strip("{}")})


class Entry(NamedTuple):
    """A place that some list names, by its bookmark; `format`: the figures of the page numbers of its section."""

    bookmark: str
    text: str
    format: str

    @property
    def counted(self) -> bool:
        """Whether LibreOffice can write the page by itself, which it does in decimals alone."""
        return self.format == "decimal"


class Line(NamedTuple):
    """A line of a list: the index of its entry, its level from 1, and its text."""

    entry: int
    level: int
    text: str


@dataclass
class Listing:
    """A TOC field of the document with its instruction, what it lists, and its lines."""

    instruction: str
    toc: Toc
    lines: list[Line] = field(default_factory=list)


class Marker:
    """Walks over the blocks of a body and fills the listings; `starts`: the page numbering of each section; `told`: the
    fields of the body."""

    def __init__(
        self, starts: Sequence[Start], numbering: Numbering, listings: Sequence[Listing], told: Iterable[Field]
    ) -> None:
        self.starts, self.numbering, self.listings = starts, numbering, listings
        self.fields = _by_paragraph(one for one in told if self._is_listed(one))
        self.entries: list[Entry] = []
        self.levels: dict[tuple[str, str], Sequence[int]] = {}
        self.inside: dict[str, str] = {}  # the bookmarks that have begun and not ended: their names by their ids

    def mark(self, body: etree._Element) -> tuple[Entry, ...]:
        """The entries, each with a bookmark around it."""
        section, ends = 0, _endings(body)
        for block in list(body):
            for node in block.iter(f"{W}p", _BEGIN, _END):
                if node.tag != f"{W}p":
                    self._within(node)
                else:
                    self._paragraph(node, self.starts[section].format)
            section += block in ends
        return tuple(self.entries)

    def _within(self, mark: etree._Element) -> None:
        id_ = mark.get(f"{W}id", "")
        self.inside.pop(id_, "")
        if mark.tag == _BEGIN:
            self.inside[id_] = mark.get(f"{W}name", "").casefold()

    def _is_usual(self, told: Told) -> bool:
        """Whether a paragraph is neither a heading nor numbered, as nearly all of them are."""
        idle = told.numbers is None and not any(self._levels(told))
        return idle and self.numbering.styles.numbered(self._style(told)) is None

    def _style(self, told: Told) -> str:
        return told.style or self.numbering.styles.default

    def _paragraph(self, place: etree._Element, format_: str) -> None:
        own, found = told_of(place), self.fields.get(place, [])
        if (self._is_usual(own) and not found) or _repeated(place):
            return
        before, levels = self.numbering.label(own), self._levels(own)
        if not any(levels) and not found:
            return
        text = _text(place)
        for tc in (one for one in found if one.name == "TC"):
            shown = switches(tc.code)[0]
            self._listed(place, shown, format_, [(one, one.toc.marks(tc.code), shown) for one in self.listings])
        heading = f"{before}{text}".strip() if text.strip() else ""
        lines = [(one, level, heading) for one, level in zip(self.listings, levels, strict=True)]
        lines += [(one, 1, _caption(one.toc, place, seq)) for seq in found for one in self.listings if _is(seq, one)]
        self._listed(place, heading, format_, lines)

    def _is_listed(self, one: Field) -> bool:
        """Whether a field is an entry of a list, or the number of a caption for which there is one."""
        return one.name == "TC" or any(_is(one, listing) for listing in self.listings)

    def _levels(self, told: Told) -> Sequence[int]:
        """The level at which each listing has a paragraph as a heading, kept: thousands have the same style."""
        styles, place = self.numbering.styles, (self._style(told), told.level)
        if place not in self.levels:
            self.levels[place] = [one.toc.level(*place, styles) for one in self.listings]
        return self.levels[place]

    def _listed(
        self, place: etree._Element, text: str, format_: str, lines: Sequence[tuple[Listing, int, str]]
    ) -> None:
        """Makes one entry of a paragraph where any listing has it at a level."""
        inside = {"", *self.inside.values(), *(b.get(f"{W}name", "").casefold() for b in place.iter(_BEGIN))}
        wanted = [
            (listing, level, shown)
            for listing, level, shown in lines
            if level and shown.strip() and listing.toc.within.casefold() in inside
        ]
        if not wanted:
            return
        number = len(self.entries) + 1
        _bookmark(place, f"_Toc{number:05}", number)
        self.entries.append(Entry(f"_Toc{number:05}", text, format_))
        for listing, level, shown in wanted:
            listing.lines.append(Line(number - 1, level, shown))


def mark_sections(body: etree._Element) -> Iterator[Start]:
    """The page numbering of each section of a body; the first paragraph of each is marked."""
    begins, count, ends = True, 0, _endings(body)
    for block in list(body):
        if begins and block.tag != _SECTION and (place := _first_paragraph(block)) is not None:
            _bookmark(place, f"_Sec{count}", _SECTION_IDS + count)
            begins, count = False, count + 1
        ending = block if block.tag == _SECTION else ends.get(block)
        if ending is not None:
            begins = True
            yield start(ending)


def _endings(body: etree._Element) -> dict[etree._Element, etree._Element]:
    """The ends of the sections of a body, by the paragraphs that carry them."""
    return {next(section.iterancestors(f"{W}p")): section for section in _CARRIED(body)}


def _by_paragraph(told: Iterable[Field]) -> dict[etree._Element, list[Field]]:
    """The fields by the paragraphs in which they begin and end."""
    found: dict[etree._Element, list[Field]] = {}
    for one in told:
        for place in one.begin.iterancestors(f"{W}p"):
            if one.end is not None and place in one.end.iterancestors(f"{W}p"):
                found.setdefault(place, []).append(one)
    return found


def _is(seq: Field, listing: Listing) -> bool:
    return seq.name == "SEQ" and bool(label := listing.toc.label) and switches(seq.code)[0].lower() == label.lower()


def _caption(toc: Toc, place: etree._Element, seq: Field) -> str:
    """The caption as a list shows it: whole, or what follows its number."""
    whole = _text(place).strip()
    number = "".join(node.text or "" for node in seq.shown)
    return whole.partition(number)[2].lstrip(" .:\t") if toc.bare and number else whole


def _text(block: etree._Element) -> str:
    parts = [
        node.text or "" if node.tag == f"{W}t" else _SHOWN.get(str(node.tag), "")
        for run_ in block.iter(f"{W}r")
        if not _inside(run_, block) and not _is_hidden(run_)
        for node in run_
    ]
    return "".join(parts)


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(_HIDDEN)
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF


def _inside(run: etree._Element, paragraph: etree._Element) -> bool:
    """Whether a run stands in a text box of its paragraph, which is no text of the paragraph."""
    for one in run.iterancestors():
        if one is paragraph:
            return False
        if one.tag in _ASIDE:
            return True
    return False


def _repeated(place: etree._Element) -> bool:
    """Whether a text box has the paragraph a second time, for programs that are older."""
    return next(place.iterancestors(_FALLBACK), None) is not None


def _first_paragraph(block: etree._Element) -> etree._Element | None:
    return block if block.tag == f"{W}p" else next(block.iter(f"{W}p"), None)


def _bookmark(block: etree._Element, name: str, number: int) -> None:
    begin = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": name})
    end = etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})
    at = 1 if block.find(f"{W}pPr") is not None else 0
    block.insert(at, begin)
    block.append(end)
