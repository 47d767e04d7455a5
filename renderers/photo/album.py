"""The pictures of a Word document: each stored once, both sides given, described for those who cannot see."""

import struct
from html import escape
from typing import NamedTuple

_EMU = 360_000  # Word's unit of length, so many to the centimetre
_PNG = b"\x89PNG"
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG markers that begin a frame


class Picture(NamedTuple):
    """A picture at its place in a document, where a template says `{{r gambar }}`.

    `rid`: its relationship id; `number`: its id among all pictures; `width`, `height`: in cm; `alt`: what it shows.
    """

    rid: str
    number: int
    width: float
    height: float
    alt: str

    def __html__(self) -> str:
        size = f'cx="{round(self.width * _EMU)}" cy="{round(self.height * _EMU)}"'
        name = f'id="{self.number}" name="Gambar {self.number}" descr="{escape(self.alt)}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {name}/>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{self.rid}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


class Album:
    """The pictures of one document: `files` has each once by its relationship id, however often it is shown."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._shown = 0

    def place(self, data: bytes, alt: str, width: float, height: float) -> Picture:
        """Keeps a JPEG or PNG and shows it as large as fits into `width` by `height` cm."""
        wide, high = size(data)
        scale = min(width / wide, height / high)
        rid = next((rid for rid, known in self.files.items() if known == data), f"rIdG{len(self.files) + 1}")
        self.files[rid] = data
        self._shown += 1
        return Picture(rid, self._shown, wide * scale, high * scale, alt)


def size(picture: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG of our own, read by hand: a document then needs no Pillow."""
    if picture.startswith(_PNG):
        width, height = struct.unpack_from(">II", picture, 16)
        return width, height
    at, marker, length = 2, 0, 0
    while marker not in _SIZES:
        at += length
        marker, length = struct.unpack_from(">xBH", picture, at)
        length += 2
    height, width = struct.unpack_from(">HH", picture, at + 5)
    return width, height
