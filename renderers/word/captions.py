"""The numbers of captions: real SEQ fields, their cached results counted the way Word counts them."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SEQ = re.compile(r"\s*SEQ\s+(\w+)")


def number(root: etree._Element) -> None:
    """Write 1, 2, 3 … into every SEQ field, each sequence for itself."""
    counted: Counter[str] = Counter()
    for name, shown in _fields(root):
        counted[name] += 1
        for n, text in enumerate(shown):
            text.text = str(counted[name]) if n == 0 else ""


def _fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """The name of each sequence and the texts of its result, in the order of the document."""
    for node in root.iter(f"{W}fldSimple", f"{W}fldChar"):
        if node.tag == f"{W}fldSimple":
            if found := _SEQ.match(node.get(f"{W}instr", "")):
                yield found[1], list(node.iter(f"{W}t"))
        elif node.get(f"{W}fldCharType") == "begin" and (run := node.getparent()) is not None:
            code, shown = _complex(run)
            if found := _SEQ.match(code):
                yield found[1], shown


def _complex(run: etree._Element) -> tuple[str, list[etree._Element]]:
    """A field that begins in this run: its instruction, and its result."""
    code, in_result = "", False
    shown: list[etree._Element] = []
    for sibling in run.itersiblings():
        marks = {mark.get(f"{W}fldCharType") for mark in sibling.iter(f"{W}fldChar")}
        if marks & {"begin", "end"}:
            break
        code += "" if in_result else "".join(part.text or "" for part in sibling.iter(f"{W}instrText"))
        shown += sibling.iter(f"{W}t") if in_result else ()
        in_result = in_result or "separate" in marks
    return code, shown
