"""The page for those who do not point with a mouse: names, landmarks, focus, keys, and targets for a finger."""

import asyncio
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.bot.browser.chromium import LAPTOP, PHONE, Browser

SMALL = """
const seen = (one) => one.checkVisibility({opacityProperty: false}) && !one.closest('[hidden]');
const target = (one) => one.matches('input') ? one.closest('label') : one;
// A word inside a sentence is as high as its line.
const all = [...document.querySelectorAll('button, a, input, textarea')];
return all.filter((one) => seen(one) && !one.matches('.command, #guide p button, #guide li button'))
  .map((one) => [one.ariaLabel || one.textContent || one.id, target(one).getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 43.9 || box.height < 43.9))
  .map(([name, box]) => `${name} ${box.width}x${box.height}`);
"""
OUTSIDE = """
const list = document.querySelector('#people');
const all = [...document.querySelectorAll('button, a, input, textarea, article, h1, h2')];
const seen = all.filter((one) => one.checkVisibility() && !list.contains(one));
return seen.map((one) => [one.ariaLabel || one.textContent.slice(0, 40), one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.left < 0 || box.right > innerWidth)).map(([name]) => name);
"""
FOCUS = """
const one = document.activeElement;
const ring = getComputedStyle(one.matches('#people input, .attach input') ? one.closest('label') : one);
return [one.ariaLabel || one.textContent.trim().slice(0, 40) || one.id || one.tagName, ring.outlineStyle, one.tagName];
"""


def tree(page: Browser) -> list[dict[str, Any]]:
    """What a screen reader is told, in the order in which it reads."""
    nodes = {node["nodeId"]: node for node in page.cdp("Accessibility.getFullAXTree", {})["nodes"]}
    waiting, read = [next(iter(nodes))], []
    while waiting:
        node = nodes[waiting.pop()]
        read += [] if node["ignored"] else [node]
        waiting += [child for child in reversed(node.get("childIds", [])) if child in nodes]
    return read


def told(node: dict[str, Any]) -> tuple[str, str]:
    return node["role"]["value"], node.get("name", {}).get("value", "")


def named(page: Browser) -> list[tuple[str, str]]:
    """Role and name of all that one can act on."""
    acting = [n for n in tree(page) if {p["name"]: p["value"] for p in n.get("properties", [])}.get("focusable")]
    return [told(node) for node in acting]


def roles(page: Browser, *wanted: str) -> list[tuple[str, str]]:
    return [told(node) for node in tree(page) if node["role"]["value"] in wanted]


def chatted(page: Browser, url: str, size: tuple[int, int]) -> None:
    page.open(url, size, guide=True)
    page.be("Qori")
    page.say("/bantuan")
    page.until(lambda: page.all("[data-kind=private] .keyboard button")[0])


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
async def test_all_that_can_be_done_has_a_name(chromium: Browser, site: str, size: tuple[int, int]) -> None:
    await asyncio.to_thread(_names, chromium, site, size)


def _names(page: Browser, url: str, size: tuple[int, int]) -> None:
    chatted(page, url, size)
    assert [(role, name) for role, name in named(page) if not name.strip()] == []
    ids = page.run("return [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert page.run("return [...document.images].filter((image) => !image.hasAttribute('alt')).length") == 0
    if size == PHONE:
        page.all("#menu")[0].click()
        assert page.run(SMALL) == []
        assert page.run("return document.documentElement.scrollWidth") == PHONE[0]


# Three labels that no narrow phone has beside each other.
WIDE = ["Internal", "Pemerintah", "Nonpemerintah"]


async def test_nothing_sticks_out_on_any_screen(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_widths, chromium, site)


def _widths(page: Browser, url: str) -> None:
    chatted(page, url, LAPTOP)
    page.say("/lapor Malam Keakraban")
    page.until(lambda: page.texts("[data-kind=private] article:last-child .keyboard > div:first-child button") == WIDE)
    for width in (320, 360, 768, 901, 1024, 1279, 1280, 1440, 1701, 1920):
        page.sized((width, 800))
        assert (width, page.run(OUTSIDE)) == (width, [])


async def test_landmarks_and_headings_tell_where_one_is(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_landmarks, chromium, site)


def _landmarks(page: Browser, url: str) -> None:
    page.open(url, LAPTOP, guide=True)
    assert roles(page, "banner", "complementary", "main", "region", "log", "heading") == [
        ("banner", ""), ("heading", "Bot Bakohumas"), ("complementary", "Orang dan petunjuk"),
        ("region", "Selamat mencoba"), ("heading", "Selamat mencoba"), ("main", "Ponsel"),
        ("region", "Chat pribadi Rudi Hartono Rahap dengan bot"), ("heading", "Bot Bakohumas"), ("log", "Pesan"),
        ("heading", "Apa yang dilakukan bot ini?"),
        ("region", "Bakohumas KPU Kota Probolinggo"), ("heading", "Bakohumas KPU Kota Probolinggo"), ("log", "Pesan"),
        ("heading", "Grup tim"),
    ]  # fmt: skip
    assert page.run("return [document.documentElement.lang, document.title]") == ["id", "Bot Bakohumas – percobaan"]


async def test_the_tab_key_goes_everywhere_and_out_again(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_tab, chromium, site)


def _tab(page: Browser, url: str) -> None:
    page.open(url, LAPTOP, guide=True)
    walked = []
    for _ in range(26):
        page.keys(Keys.TAB)
        walked.append(tuple(page.run(FOCUS)))
        if walked[-1][2] == "BODY":
            break
    assert [name for name, _, tag in walked if tag != "BODY"] == [
        "Maju ke Jumat 16.00", "Berikutnya",
        "Putar satu pekan", "Putar akhir triwulan", "Mulai dari awal", "Petunjuk", "person-5",
        "Lapor", "/rekap Q2", "Putar satu pekan", "Mengerti",
        "Pesan", "Mulai", "Coba dengan foto contoh", "Perintah", "Pilih foto, boleh beberapa", "Pesan", "Kirim",
        "Pesan", "Maju ke Jumat 16.00", "Perintah", "Pesan", "Kirim",
    ]  # fmt: skip
    assert {ring for _, ring, tag in walked if tag != "BODY"} == {"solid"}


async def test_a_report_by_keys_alone(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_keys, chromium, site)


def _keys(page: Browser, url: str) -> None:
    page.open(url, LAPTOP)
    page.run("document.querySelector('#person-5').focus()")
    page.keys(Keys.ARROW_DOWN)
    page.until(lambda: page.texts("[data-kind=private] .who") == ["Ponsel Unggul Sugiarto"])
    page.run("document.querySelector('[data-kind=private] textarea').focus()")
    page.keys("/la")
    assert page.texts("[role=option] b") == ["/lapor"]
    page.keys(Keys.ARROW_DOWN)
    chosen = page.run("return document.activeElement.getAttribute('aria-activedescendant')")
    assert page.run("return document.getElementById(arguments[0]).ariaSelected", chosen) == "true"
    page.keys(Keys.ENTER)
    assert page.run("return document.activeElement.value") == "/lapor "
    page.keys("Apel Pagi", Keys.ENTER)
    page.sees("Sudah benar?")
    page.run("[...document.querySelectorAll('.keyboard button')].find((key) => key.textContent === 'Simpan').focus()")
    page.keys(Keys.ENTER)
    page.sees("Tercatat #")
    # The card was drawn anew; whoever pressed is still on its buttons.
    assert page.run("return document.activeElement.textContent") == "0"
    page.run("document.querySelector('[data-kind=private] textarea').focus()")
    page.keys("/")
    assert page.run("return document.querySelector('.commands').hidden") is False
    page.keys(Keys.ESCAPE)
    assert page.run("return document.querySelector('.commands').hidden") is True
