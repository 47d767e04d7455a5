"""What a report holds, whoever made it: the texts of its cells in their order, and how many pictures it shows."""

from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from renderers.word.ooxml import W

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


def content(path: Path) -> tuple[str, int, int]:
    """A hash of the texts, how many cells have one, how many pictures there are."""
    texts, pictures = list[str](), 0
    with ZipFile(path) as archive, archive.open("word/document.xml") as document:
        for _, node in etree.iterparse(document, tag=(f"{W}tc", _BLIP)):
            if node.tag == _BLIP:
                pictures += 1
            elif text := "".join(part.text or "" for part in node.iter(f"{W}t")).strip():
                texts.append(text)
                node.clear()
    return sha256("\n".join(texts).encode()).hexdigest()[:12], len(texts), pictures
