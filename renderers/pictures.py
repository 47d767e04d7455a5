"""Pictures inside a Word document: made safe by Pillow, both sides given, described for those who cannot see."""

from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

_EMU = 360_000  # to the centimetre
_SISI = 900
_BESAR = 40_000_000
_MARUN, _EMAS = (122, 14, 22), (224, 176, 74)
_FAULTS = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True)
class Gambar:
    """A picture of the package (`rid`) at its size in cm; stands where a template says `{{r gambar }}`."""

    rid: str
    nomor: int
    lebar: float
    tinggi: float
    alt: str

    def __html__(self) -> str:
        size = f'cx="{round(self.lebar * _EMU)}" cy="{round(self.tinggi * _EMU)}"'
        name = f'id="{self.nomor}" name="Gambar {self.nomor}" descr="{escape(self.alt)}"'
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
    """The pictures of one document: each stored once, however often it is shown."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._shown = 0

    def place(self, data: bytes, alt: str, lebar: float, tinggi: float) -> Gambar:
        """As large as fits into the two sides (cm)."""
        with Image.open(BytesIO(data), formats=["JPEG", "PNG"]) as image:
            width, height = image.size
        scale = min(lebar / width, tinggi / height)
        rid = next((rid for rid, known in self.files.items() if known == data), f"rIdG{len(self.files) + 1}")
        self.files[rid] = data
        self._shown += 1
        return Gambar(rid, self._shown, width * scale, height * scale, alt)


def logo(folder: Path, name: str | None) -> bytes:
    """The emblem of the satker as PNG; a drawn ballot box where none is given or it cannot be read."""
    if not name:
        return emblem()
    try:
        with Image.open(folder / name, formats=["PNG", "JPEG", "WEBP", "GIF"]) as image:
            return _png(image) if image.width * image.height <= _BESAR else emblem()
    except _FAULTS:
        return emblem()


def _png(image: Image.Image) -> bytes:
    shown = image.convert("RGBA")
    shown.thumbnail((_SISI, _SISI))
    out = BytesIO()
    shown.save(out, "PNG")
    return out.getvalue()


@cache
def emblem() -> bytes:
    """Drawn four times too large: Pillow's shapes have no smooth edges."""
    image = Image.new("RGBA", (2400, 2400))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 20, 2380, 2380), fill=_EMAS)
    draw.ellipse((80, 80, 2320, 2320), fill=_MARUN)
    draw.ellipse((170, 170, 2230, 2230), outline=_EMAS, width=22)
    draw.polygon([(900, 620), (1500, 620), (1500, 1250), (900, 1250)], fill="white")
    draw.line([(1030, 900), (1160, 1030), (1390, 770)], fill=_MARUN, width=80, joint="curve")
    draw.polygon([(560, 1180), (1840, 1180), (1740, 1860), (660, 1860)], fill=_EMAS)
    draw.rectangle((520, 1120, 1880, 1270), fill="white")
    draw.rectangle((820, 1165, 1580, 1225), fill=_MARUN)
    return _png(image)
