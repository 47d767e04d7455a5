"""Pictures of the try-out as documentation: drawn anew on `--update`, compared as sketches otherwise."""

import asyncio
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from bot.webchat import play
from tests.bot.browser.chromium import LAPTOP, PHONE, Browser
from tests.bot.browser.picture import DOCS, photographed, pictured

FOTO = files("storage") / "sample" / "foto"
Look = Callable[[Browser, bool], None]


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("update"))


async def test_the_page_in_pictures(
    chromium: Browser, site: str, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(play, "BEAT", 0.02)
    await asyncio.to_thread(_pictures, chromium, site, update)


def _pictures(page: Browser, url: str, update: bool) -> None:
    page.open(url, LAPTOP, guide=True)
    pictured(page, DOCS / "laptop-awal.png", update=update)
    page.open(url, PHONE, 2)
    _card(page, update)
    page.open(url, LAPTOP)
    page.all("[data-play=week]")[0].click()
    page.until(lambda: page.texts("#toast") == ["Selesai. Silakan lanjutkan sendiri."])
    page.run("document.getElementById('toast').hidden = true")
    page.be("Kadir")
    pictured(page, DOCS / "laptop-terang.png", update=update)
    page.prefers(color_scheme="dark", reduced_motion="reduce")
    pictured(page, DOCS / "laptop-gelap.png", update=update)
    photographed(page, "private", DOCS / "ponsel-gelap.png", update=update)
    page.prefers(color_scheme="light", reduced_motion="reduce")
    photographed(page, "group", DOCS / "grup-kolase.png", update=update)


def _card(page: Browser, update: bool) -> None:
    page.be("Hasan")
    with as_file(FOTO / "12.jpg") as one, as_file(FOTO / "30.jpg") as other:
        page.say("Audiensi Partai Buruh, persiapan Pemilu 2024", [Path(one), Path(other)])
        page.sees("Foto: 2")
    photographed(page, "private", DOCS / "ponsel-kartu.png", update=update)
    page.press("Simpan")
    page.sees("Tercatat #")
    photographed(page, "private", DOCS / "ponsel.png", update=update)
