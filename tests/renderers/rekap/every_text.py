"""Every text of a record changed, and the texts that a document or a PDF shows: how the hard tests read a report."""

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from pypdf import PdfReader

from renderers.word.ooxml import W

# Names that tie records together, or file names.
KEPT = {"sektor", "platform", "jenis", "logo", "foto", "tautan", "kolase", "bab", "kunci"}
_SHOWN = {f"{W}br": "\n", f"{W}tab": "\t"}


def changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(changed(item, change) for item in value)
    if isinstance(value, dict):
        return {key: changed(item, change) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{k: changed(v, change) for k, v in vars(value).items() if k not in KEPT})
    return value


def texts(docx: bytes) -> list[str]:
    """Of each paragraph."""
    with ZipFile(BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [_text(place) for place in root.iter(f"{W}p")]


def rows(docx: bytes) -> list[list[str]]:
    """Of each table row, the text of its cells."""
    with ZipFile(BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [["\n".join(map(_text, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc")] for row in root.iter(f"{W}tr")]


def printed(pdf: bytes) -> str:
    """All that a PDF prints, without spaces: lines break elsewhere than in the document."""
    return squeezed("".join(pages_of(pdf)))


@lru_cache(maxsize=2)
def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, kept: it is long in the reading, and the tests of one paper stand side by side."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


def _text(place: etree._Element) -> str:
    runs = place.iter(f"{W}r")
    return "".join(n.text or "" if n.tag == f"{W}t" else _SHOWN.get(str(n.tag), "") for run in runs for n in run)
