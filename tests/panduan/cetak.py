"""The manuals on paper: printed by Chromium, marked with what they were made from."""

import base64
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from tests.panduan import MADE, MANUALS, PICTURES, SOURCE, composed, mark

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver


PAPER: dict[str, object] = {"printBackground": True, "preferCSSPageSize": True, "generateTaggedPDF": True}
PAGE = {"width": 794, "height": 1123}
SHOT: dict[str, object] = {"clip": {"x": 0, "y": 0, **PAGE, "scale": 1}, "captureBeyondViewport": True}
LARGEST = 150_000
# What does not fit is cut off without a word.
CUT = """return [...document.querySelectorAll('.halaman, .isi-halaman, .ponsel, .isi, .tombol span:not(.tekan)')]
  .filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.className} ${e.scrollHeight}/${e.clientHeight} ${e.innerText.slice(0, 40)}`)"""


def pdf_of(name: str) -> Path:
    return MADE / f"{name}.pdf"


def preview_of(name: str) -> Path:
    return PICTURES / f"panduan-{name}.png"


def size(path: Path) -> tuple[int, int]:
    with Image.open(path) as image:
        return image.size


def marked(path: Path) -> str:
    """What the paper says that it was made from."""
    facts = PdfReader(path).metadata if path.exists() else None
    return str(facts["/Sumber"]) if facts and "/Sumber" in facts else ""


def printed(folder: Path) -> None:
    """Print every manual whose source is another than that of the paper that is there."""
    from tests.bot.browser.chromium import CHROMIUM, browser

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: the paper stays as it is")
    old = [name for name in MANUALS if marked(pdf_of(name)) != mark(name)]
    with browser(folder) as seen:
        for name in old:
            page = folder / f"{name}.html"
            page.write_text(composed(name).replace("<head>", f'<head><base href="{SOURCE.as_uri()}/">'), "utf-8")
            seen.driver.get(page.as_uri())
            seen.driver.execute_async_script("document.fonts.ready.then(arguments[0])")
            assert seen.driver.execute_script(CUT) == []
            _write(name, _told(seen.driver, "Page.printToPDF", PAPER))
            _preview(name, _told(seen.driver, "Page.captureScreenshot", SHOT))


def _told(driver: "WebDriver", what: str, how: dict[str, object]) -> bytes:
    return base64.b64decode(driver.execute_cdp_cmd(what, how)["data"])


def _write(name: str, data: bytes) -> None:
    writer = PdfWriter(clone_from=BytesIO(data))
    title = re.search(r"<title>(.*)</title>", composed(name))
    # Neither the hour nor the browser belongs on the paper: the same source makes the same file.
    writer.metadata = {"/Title": title[1] if title else name, "/Sumber": mark(name)}
    writer.compress_identical_objects()
    MADE.mkdir(parents=True, exist_ok=True)
    with pdf_of(name).open("wb") as file:
        writer.write(file)


def _preview(name: str, data: bytes) -> None:
    image = Image.open(BytesIO(data)).convert("RGB")
    image.quantize(128, dither=Image.Dither.NONE).save(preview_of(name), optimize=True)
