"""Pictures made for the tests of photos: four quarters of colour, PNG and EXIF written by hand."""

import io

from PIL import Image, ImageDraw

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (30, 60, 200), (230, 200, 40)


def quarters(width: int = 400, height: int = 300) -> Image.Image:
    image = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2), fill=GREEN)
    draw.rectangle((0, height // 2, width // 2, height), fill=BLUE)
    draw.rectangle((width // 2, height // 2, width, height), fill=YELLOW)
    return image


def saved(image: Image.Image, form: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.load()
    return image


def colour_name(pixel: tuple[int, int, int]) -> str:
    known = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW, "white": (255, 255, 255), "black": (0, 0, 0)}
    return min(known, key=lambda name: sum(abs(a - b) for a, b in zip(known[name], pixel, strict=True)))


def corners(data: bytes) -> list[str]:
    image = opened(data).convert("RGB")
    places = [(x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
    pixels = [image.getpixel((int(image.width * x), int(image.height * y))) for x, y in places]
    return [colour_name(pixel) for pixel in pixels if isinstance(pixel, tuple) and len(pixel) == 3]


def exif(orientation: object = 1, *, gps: bool = False) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    if gps:
        tags[0x8825] = {1: "S", 2: (7.0, 45.0, 12.0), 3: "E", 4: (113.0, 12.0, 58.0)}
        tags[0x0110] = "Telepon Pelapor"
    return tags.tobytes()


UPRIGHT = ["red", "green", "blue", "yellow"]
