"""The fields of a part with their marks, and what a TOC field lists by its switches."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from renderers.word.model.styles import BODY, Styles, told_of, whole
from renderers.word.ooxml import W

SIMPLE = f"{W}fldSimple"
_MARK = f"{W}fldChar"
_MARKS = (SIMPLE, _MARK, f"{W}instrText", f"{W}t")
_TOKEN = re.compile(r'["“”]([^"“”]*)["“”]|\\(\S)|([^\s"“”\\]+)')
_NAME = re.compile(r"^\s*\w+")
_FIGURE = re.compile(r"\\\*\s*(\w+)")
_FIGURES = {"roman": "Roman", "alphabetic": "Letter", "arabic": "decimal", "arabicdash": "numberInDash"}
_EVERY = range(1, 10)
_MOST_BETWEEN = 5  # letters that Word takes of the text between a title and its page


@dataclass
class Field:
    """A field between two marks, which are the same element for a simple one; `shown`: the texts of its result."""

    begin: etree._Element
    end: etree._Element | None = None
    code: str = ""
    showing: bool = False
    shown: list[etree._Element] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""


def fields(root: etree._Element) -> list[Field]:
    """The fields that begin and end in a part, in the order in which they begin."""
    found, inside = list[Field](), list[Field]()
    for node in root.iter(*_MARKS):
        kind = node.get(f"{W}fldCharType") if node.tag == _MARK else None
        if node.tag == SIMPLE:
            found.append(Field(node, node, node.get(f"{W}instr", ""), shown=list(node.iter(f"{W}t"))))
        elif kind == "begin":
            inside.append(Field(node))
            found.append(inside[-1])
        elif inside and kind == "separate":
            inside[-1].showing = True
        elif inside and kind == "end":
            inside.pop().end = node
        elif node.tag == f"{W}instrText" and inside and not inside[-1].showing:
            inside[-1].code += node.text or ""
        elif node.tag == f"{W}t":
            for one in inside:
                one.shown += [node] if one.showing else []
    return [one for one in found if one.end is not None]


def switches(code: str) -> tuple[str, Mapping[str, str]]:
    """The first argument of a field, and its switches with the text behind each: "" where there is none."""
    first, last, found = "", "", dict[str, str]()
    for quoted, switch, plain in _TOKEN.findall(_NAME.sub("", code)):
        if switch:
            last = switch.lower()
            found[last] = ""
        elif last:
            found[last] = found[last] or quoted or plain
        else:
            first = first or quoted or plain
    return first, found


def figures(code: str) -> str:
    """The format of numbers that a field names by a switch, as sections call it; "" where it names none."""
    found = (one for one in _FIGURE.findall(code) if one.lower() in _FIGURES)
    name = next(found, "")
    format_ = _FIGURES.get(name.lower(), "")
    # The case of its first letter is that of the figures.
    return f"{'upper' if name[:1].isupper() else 'lower'}{format_}" if format_[:1].isupper() else format_


class Toc(NamedTuple):
    """What a TOC field lists, and how. `styles`: levels of Word's own headings; `outline`: levels of any paragraph;
    `named`: levels by the names of styles; `mark`: the identifier of its TC fields, None for no such; `marked`: their
    levels; `label`: that of the captions in a list of tables or figures; `bare`: without label and number; `within`:
    the bookmark outside of which nothing is listed; `unnumbered`: levels without a page number; `between`: what parts
    a text from its number."""

    styles: range
    outline: range
    named: Mapping[str, int]
    mark: str | None = None
    marked: range = _EVERY
    label: str = ""
    bare: bool = False
    within: str = ""
    unnumbered: range = range(0)
    between: str = "\t"

    def level_of(self, paragraph: etree._Element, known: Styles) -> int:
        """The level at which a paragraph is listed as a heading; 0 where it is not."""
        return self.level(known.of(paragraph), told_of(paragraph).level, known)

    def level(self, id_: str, own: str, known: Styles) -> int:
        """The level at which paragraphs of a style are listed as headings, with the outline level `own` where they name
        one; 0 where they are not."""
        style = known.get(id_)
        # Word in Indonesian calls its own headings so in the code of a field.
        for name in (style.name.casefold(), f"judul {style.heading}"):
            if named := self.named.get(name):
                return named
        if style.heading in self.styles:
            return style.heading
        level = whole(own, BODY) + 1 if own else known.outline(id_)
        return level if level in self.outline and level < BODY else 0

    def marks(self, code: str) -> int:
        """The level at which a TC field is listed; 0 where it is not."""
        _, told = switches(code)
        level = _range(told.get("l", "1")).start
        fits = self.mark is not None and (told.get("f") or "C").upper() == self.mark
        return level if fits and level in self.marked else 0


def toc(code: str) -> Toc:
    """What the TOC field of this instruction lists."""
    _, told = switches(code)
    none = range(0)
    place, unnumbered = told.get("b", ""), _range(told["n"]) if "n" in told else none
    between = told.get("p", "")[:_MOST_BETWEEN] or "\t"
    if label := told.get("c") or told.get("a"):
        return Toc(none, none, {}, None, _EVERY, label, "a" in told, place, unnumbered, between)
    styles = _range(told["o"]) if "o" in told else none if told.keys() & set("tufl") else _EVERY
    mark = (told.get("f") or "C").upper() if told.keys() & set("fl") else None
    outline = (styles or _EVERY) if "u" in told else none
    named, marked = _named(told.get("t", "")), _range(told.get("l", ""))
    return Toc(styles, outline, named, mark, marked, "", False, place, unnumbered, between)


def _range(text: str) -> range:
    found = re.match(r"\s*(\d)(?:\s*-\s*(\d))?", text)
    return range(int(found[1]), int(found[2] or found[1]) + 1) if found else _EVERY


def _named(text: str) -> Mapping[str, int]:
    # Word parts the names by the list separator of its language, a semicolon in Indonesian.
    parts = [part.strip() for part in re.split("[;,]", text)]
    return {
        name.casefold(): int(level) for name, level in zip(parts[::2], parts[1::2], strict=False) if level.isdigit()
    }
