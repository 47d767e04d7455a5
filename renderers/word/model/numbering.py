"""The numbers before paragraphs, counted as Word does: by abstract list, with the starts that single lists override."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from renderers import indonesian
from renderers.word.model.styles import Styles, Told, value, whole
from renderers.word.ooxml import Parts, W

_AFTER = {"space": " ", "nothing": ""}
_DEEPEST = 9
_MOST = 32_768  # a roman number that is larger would take pages
_OFF = {"0", "false", "off"}

Place = tuple[str, int]
"""The numId of a list, and a level of it."""


class Level(NamedTuple):
    """A level of a list: its first number, its kind of figures, its text as in "BAB %1", what follows it, after how
    many upper levels it begins anew, whether it writes all figures as decimals, the style that is bound to it."""

    start: int
    format: str
    text: str
    after: str
    restart: int
    legal: bool
    style: str


class Numbering:
    """The numbers of lists as Word would write them: asked for each paragraph once, in their order."""

    def __init__(self, parts: Parts, styles: Styles | None = None) -> None:
        data = parts.get("word/numbering.xml")
        root = etree.fromstring(data) if data is not None else etree.Element("none")
        self.styles = styles or Styles(parts)
        self.kinds: dict[str, str] = {}
        self.levels: dict[Place, Level] = {}
        self.overrides: dict[Place, int] = {}
        for number, kind in _lists(root):
            self._list(number, kind)
        self.counts: dict[str, list[int | None]] = {}

    def label(self, told: Told) -> str:
        """The number before the text of a paragraph, with the tab or space behind it; empty for one without."""
        place = self._place(told)
        level = self.levels.get(place) if place else None
        if place is None or level is None or level.format == "bullet":
            return ""
        self._count(place, level)
        shown = re.sub(r"%([1-9])", lambda found: self._figure(place[0], int(found[1]) - 1, level), level.text)
        return shown + _AFTER.get(level.after, "\t") if shown else ""

    def _list(self, node: etree._Element, kind: etree._Element) -> None:
        number = node.get(f"{W}numId", "")
        self.kinds[number] = kind.get(f"{W}abstractNumId", "")
        own = [lvl for one in node.iterfind(f"{W}lvlOverride") for lvl in one.iterfind(f"{W}lvl")]
        for lvl in (*kind.iterfind(f"{W}lvl"), *own):
            depth = whole(lvl.get(f"{W}ilvl", ""), 0)
            if 0 <= depth < _DEEPEST:
                self.levels[number, depth] = _level(lvl, depth)
        for one in node.iterfind(f"{W}lvlOverride"):
            if start := value(one.find(f"{W}startOverride")):
                self.overrides[number, whole(one.get(f"{W}ilvl", ""), 0)] = whole(start, 1)

    def _count(self, place: Place, level: Level) -> None:
        counts = self.counts.setdefault(self.kinds[place[0]], [None] * _DEEPEST)
        before, first = counts[place[1]], self.overrides.pop(place, None)
        counts[place[1]] = first if first is not None else level.start if before is None else before + 1
        for depth in range(place[1] + 1, _DEEPEST):
            deeper = self.levels.get((place[0], depth))
            if deeper is None or place[1] < deeper.restart:
                counts[depth] = None

    def _place(self, told: Told) -> Place | None:
        own, styled = told.numbers, self.styles.numbered(told.style or self.styles.default)
        depth = self._depth(*styled) if styled else 0
        if own is None:
            return (styled.number, depth) if styled else None
        number = value(own.find(f"{W}numId"), styled.number if styled else "")
        return number, whole(value(own.find(f"{W}ilvl")), depth)

    def _depth(self, number: str, depth: int, style: str) -> int:
        # A level that names a style decides, whatever level the style itself names.
        bound = (at for at in range(_DEEPEST) if (lvl := self.levels.get((number, at))) and lvl.style == style)
        return next(bound, depth)

    def _figure(self, number: str, depth: int, shown: Level) -> str:
        level = self.levels.get((number, depth))
        if level is None:
            return ""
        count = self.counts[self.kinds[number]][depth]
        n = self.overrides.get((number, depth), level.start) if count is None else count
        return written(n, "decimal" if shown.legal and level.format != "none" else level.format)


def written(n: int, format_: str) -> str:
    """The number in one of Word's formats of figures; beyond what Word counts, in decimals."""
    if not 0 < n < _MOST:
        return _PLAIN.get(format_, "{}").format(n)
    if format_ in {"upperRoman", "lowerRoman"}:
        return indonesian.roman(n) if format_ == "upperRoman" else indonesian.roman(n).lower()
    if format_ in {"upperLetter", "lowerLetter"}:
        # After Z Word goes on with AA, BB, CC.
        letters = chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letters if format_ == "upperLetter" else letters.lower()
    return _PLAIN.get(format_, "{}").format(n)


_PLAIN = {"none": "", "decimalZero": "{:02}", "numberInDash": "- {} -"}


def _lists(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The lists, each with its abstract list; one that refers to a list style has the levels of that style."""
    kinds = {node.get(f"{W}abstractNumId"): node for node in root.iterfind(f"{W}abstractNum")}
    linked = {value(node.find(f"{W}styleLink")): node for node in kinds.values()}
    for number in root.iterfind(f"{W}num"):
        kind = kinds.get(value(number.find(f"{W}abstractNumId")))
        if kind is not None:
            link = value(kind.find(f"{W}numStyleLink"))
            yield number, linked.get(link, kind) if link else kind


def _level(node: etree._Element, depth: int) -> Level:
    legal = node.find(f"{W}isLgl")
    return Level(
        whole(value(node.find(f"{W}start")), 1),
        value(node.find(f"{W}numFmt"), "decimal"),
        value(node.find(f"{W}lvlText")),
        value(node.find(f"{W}suff"), "tab"),
        whole(value(node.find(f"{W}lvlRestart")), depth),
        legal is not None and value(legal) not in _OFF,
        value(node.find(f"{W}pStyle")),
    )
