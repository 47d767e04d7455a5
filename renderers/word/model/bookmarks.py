"""Bookmarks as Word takes them: lone ends are dropped, and what a loop has repeated gets names of its own."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import count

from lxml import etree

from renderers.word.ooxml import W

_BEGIN, _END, _CODE, _LINK = (f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "instrText", "hyperlink"))
_ID, _NAME, _ANCHOR = f"{W}id", f"{W}name", f"{W}anchor"
_OWN_IDS, _LONGEST = 200_001, 40


def mend(root: etree._Element) -> None:
    """Gives every bookmark one begin, one end, one id and one name; references follow the bookmark before them."""
    pairs = _pairs(root)
    ids, names = Counter(begin.get(_ID) for begin, _ in pairs), Counter(begin.get(_NAME) for begin, _ in pairs)
    fresh = count(_OWN_IDS)
    for begin, end in pairs:
        if ids[begin.get(_ID)] > 1:
            for node, number in zip((begin, end), [str(next(fresh))] * 2, strict=True):
                node.set(_ID, number)
    if twice := {str(name) for name, n in names.items() if name and n > 1}:
        _rename(root, twice)


def referred(root: etree._Element) -> set[str]:
    """The names to which a field or a link of the part refers."""
    words = {word.strip('"') for code in root.iter(_CODE) for word in (code.text or "").split()}
    return words | {str(link.get(_ANCHOR)) for link in root.iter(_LINK)}


def rename(root: etree._Element, names: Mapping[str, str]) -> None:
    """Gives bookmarks other names, with all that refers to them."""
    word = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)")
    for node in root.iter(_BEGIN, _CODE, _LINK):
        for key in (_NAME, _ANCHOR):
            if (name := node.get(key, "")) in names:
                node.set(key, names[name])
        if node.tag == _CODE:
            node.text = word.sub(lambda found: names[found[0]], node.text or "")


def _pairs(root: etree._Element) -> list[tuple[etree._Element, etree._Element]]:
    """The bookmarks that begin and end; those that do only one of both are taken out."""
    found: list[tuple[etree._Element, etree._Element]] = []
    waiting: list[etree._Element] = []
    lone: list[etree._Element] = []
    for node in root.iter(_BEGIN, _END):
        begin = next((one for one in waiting if one.get(_ID) == node.get(_ID)), None)
        if node.tag == _BEGIN:
            waiting.append(node)
        elif begin is None:
            lone.append(node)
        else:
            waiting.remove(begin)
            found.append((begin, node))
    # A name with a tag in it stays, so that the checker sees and refuses it.
    for node in (*lone, *(one for one in waiting if "{" not in one.get(_NAME, ""))):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return found


def _rename(root: etree._Element, twice: set[str]) -> None:
    now: dict[str, str] = {}
    taken = {node.get(_NAME, "") for node in root.iter(_BEGIN)}
    word = re.compile(rf"\b(?:{'|'.join(map(re.escape, twice))})\b")
    for node in root.iter(_BEGIN, _CODE, _LINK):
        name = node.get(_NAME, "")
        if node.tag == _BEGIN and name in twice:
            now[name] = _free(name, taken) if name in now else name
            node.set(_NAME, now[name])
        elif node.tag == _CODE:
            node.text = word.sub(lambda found: now.get(found[0], found[0]), node.text or "")
        elif node.tag == _LINK and node.get(_ANCHOR, "") in now:
            node.set(_ANCHOR, now[node.get(_ANCHOR, "")])


def _free(name: str, taken: set[str]) -> str:
    free = next(one for n in count(2) if (one := f"{name[: _LONGEST - 6]}_{n}") not in taken)
    taken.add(free)
    return free
