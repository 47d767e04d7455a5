"""A picture in a form that every messenger shows: of three colours, and not too heavy."""

import io

from PIL import Image

COLOURS = ("RGB", "RGBA")
QUALITY = 85


def shown(data: bytes, most: int) -> bytes:
    """The same JPEG or PNG where it has three colours and at most so many bytes; else one that has."""
    with Image.open(io.BytesIO(data)) as image:
        if image.mode in COLOURS and len(data) <= most:
            return data
        told = image.format or "JPEG"
        plain = image.convert("RGB")
    made = _saved(plain, told)
    while len(made) > most:
        plain = plain.reduce(2)
        made = _saved(plain, told)
    return made


def _saved(image: Image.Image, told: str) -> bytes:
    out = io.BytesIO()
    image.save(out, told, quality=QUALITY, optimize=True)
    return out.getvalue()
