"""The emblem of the satker, made safe by Pillow; a drawn one where there is none."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

_SISI = 900
_BESAR = 40_000_000
_MARUN, _EMAS = (122, 14, 22), (224, 176, 74)
_FAULTS = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning)


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
