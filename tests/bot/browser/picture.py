"""Pictures of the page for the documents: written on `--update`, otherwise compared as one compares two sketches."""

import base64
import io
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from tests.bot.browser.chromium import PHONE, Browser

DOCS = Path(__file__).parents[3] / "docs" / "gambar"
HEAVIEST = 150_000
# Fonts differ from machine to machine, hours from run to run; what stands where does not.
SKETCH, UNLIKE, A_LINE = (18, 24), 16, 12


def photographed(page: Browser, phone: str, path: Path, *, update: bool) -> None:
    """One phone ("private" or "group") as on a screen of 360 × 720, drawn twice as fine.

    In an async test of this folder, with the fixtures `site` (the try-out's URL) and `chromium` (a Browser):

        def taken(page: Browser, url: str, *, update: bool) -> None:
            page.open(url, PHONE, 2)
            page.be("Kadir")
            page.say("/lapor Rapat Pleno Rutin")
            page.sees("Laporan kegiatan")
            photographed(page, "private", DOCS / "buku-lapor.png", update=update)

        await asyncio.to_thread(taken, chromium, site, update=request.config.getoption("update"))

    Light or dark is what `page.prefers(color_scheme="dark")` said before; later pages are light again.
    """
    page.sized(PHONE, 2)
    page.run("document.querySelector(`nav [data-show=${arguments[0]}]`).click()", phone)
    settled(page)
    keep(taken(page, f"[data-kind={phone}]"), path, update=update)


def pictured(page: Browser, path: Path, *, update: bool) -> None:
    """The whole page as it stands."""
    settled(page)
    keep(taken(page, "body"), path, update=update)


def settled(page: Browser) -> None:
    """All pictures are there and nothing moves any more."""
    page.run("document.activeElement.blur()")
    page.until(lambda: page.run("return [...document.images].every((image) => !image.src || image.complete)"))
    page.run("for (const one of document.getAnimations()) if (one.effect.getTiming().iterations === 1) one.finish()")


def taken(page: Browser, selector: str) -> bytes:
    box = page.run(
        "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
        "return {x: b.x, y: b.y, width: b.width, height: b.height}",
        selector,
    )
    shot = page.cdp("Page.captureScreenshot", {"format": "png", "clip": {**box, "scale": 1}})
    return base64.b64decode(shot["data"])


def keep(png: bytes, path: Path, *, update: bool) -> None:
    fresh = Image.open(io.BytesIO(png)).convert("RGB")
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_light(fresh))
    with Image.open(path) as kept:
        taller = [abs(one - other) for one, other in zip(fresh.size, kept.size, strict=True)]
        assert (path.name, max(taller) <= A_LINE) == (path.name, True)
        assert (path.name, unlike(fresh, kept.convert("RGB")) < UNLIKE) == (path.name, True)


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How far the sketches of two pictures are apart, of 255."""
    small = [image.convert("L").resize(SKETCH, Image.Resampling.BOX) for image in (one, other)]
    mean: float = ImageStat.Stat(ImageChops.difference(*small)).mean[0]
    return mean


def _light(image: Image.Image) -> bytes:
    for colours in (256, 128, 64, 32):
        out = io.BytesIO()
        # A screen is drawn in few colours; without dithering its areas stay plain, and small.
        image.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True
        )
        if out.tell() <= HEAVIEST:
            break
    return out.getvalue()
