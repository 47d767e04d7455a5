"""The page while something happens: a reader above stays there, a card changes, all begins anew, a week plays."""

import asyncio

import pytest
from selenium.webdriver.common.keys import Keys

from bot.webchat import play, script
from bot.webchat.script import Script
from tests.bot.browser.chromium import LAPTOP, Browser

AUDIENSI = "Audiensi Partai Ummat, persiapan verifikasi"
WRITTEN = "Rapat <b>penting</b> <img src=x onerror=alert(1)> " + "panjang" * 30 + " /saya"
MOVES = "return getComputedStyle(document.querySelector(arguments[0])).animationName"


async def test_what_people_write_is_shown_as_they_wrote_it(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_written, chromium, site)


def _written(page: Browser, url: str) -> None:
    page.open(url)
    assert page.run(SAID, "7", WRITTEN) == 204
    said = page.sees("Rapat", "group")
    assert said.get_attribute("aria-label") == "Kadir, 09.00"
    assert page.texts(f"{GROUP} .text") == [WRITTEN]
    assert page.texts(f"{GROUP} .text *") == ["/saya"]
    page.all(f"{GROUP} .command")[0].click()
    assert page.all("[data-kind=private] textarea")[0].get_attribute("value") == "/saya "


async def test_a_reader_above_stays_there_and_is_told_of_news(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_above, chromium, site)


SAID = """
const form = new FormData();
const said = {person: arguments[0], chat: 'grup', text: arguments[1]};
for (const [name, value] of Object.entries(said)) form.append(name, value);
return fetch('/message', {method: 'POST', body: form}).then((answer) => answer.status);
"""
GROUP = "[data-kind=group]"


def _above(page: Browser, url: str) -> None:
    page.open(url)
    for _ in range(3):
        assert page.run(SAID, "7", "Panjang\n" * 12) == 204
    page.until(lambda: len(page.all(f"{GROUP} .theirs")) == 3)
    page.run("document.querySelector('[data-kind=group] .messages').scrollTop = 0")
    page.until(page.all(f"{GROUP} .down")[0].is_displayed)
    assert page.run(SAID, "7", "Baru") == 204
    page.until(lambda: page.all(f"{GROUP} .down")[0].get_attribute("aria-label") == "Ke pesan terbaru, 1 baru")
    assert page.run("return document.querySelector('[data-kind=group] .messages').scrollTop") == 0
    page.all(f"{GROUP} .down")[0].click()
    page.until(lambda: not page.all(f"{GROUP} .down")[0].is_displayed())


async def test_a_card_changes_visibly_where_it_stands(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_card, chromium, site)


def _card(page: Browser, url: str) -> None:
    page.open(url)
    page.prefers(reduced_motion="no-preference")
    page.say("/lapor Audiensi")
    card = page.sees("Laporan kegiatan").get_attribute("data-id")
    page.press("Pemerintah")
    page.sees("Siapa mitranya?")
    assert page.texts(f"[data-id='{card}'] .fresh")[0] == "Mitra: Pemerintah"
    assert page.run(MOVES, ".fresh") == "fade"
    assert "Misalnya: " in (page.all("[data-kind=private] textarea")[0].get_attribute("placeholder") or "")
    page.press("Batal")
    page.sees("Dibatalkan.")
    assert page.all("[data-kind=private] textarea")[0].get_attribute("placeholder") == "Pesan"
    page.prefers(reduced_motion="reduce")
    page.say("/batal")
    page.until(lambda: len(page.all("[data-kind=private] article")) == 4)
    assert page.run(MOVES, ".new") == "none"


async def test_begun_anew_all_is_as_in_the_beginning(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_anew, chromium, site)


def _anew(page: Browser, url: str) -> None:
    page.open(url)
    page.say("/lapor Rapat Pleno Rutin")
    page.press("Simpan")
    first = page.sees("Tercatat #").text.splitlines()[0]
    page.all("#anew")[0].click()
    page.all("#ask .danger")[0].click()
    page.until(lambda: page.texts("#toast") == ["Semua seperti semula."])
    assert len(page.all("article")) == 0
    page.say("/lapor Rapat Pleno Rutin")
    page.press("Simpan")
    assert page.sees("Tercatat #").text.splitlines()[0] == first


async def test_the_page_follows_what_plays_itself(
    chromium: Browser, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = script.report("Kadir", (1, "13.20"), AUDIENSI, "tamu.jpg", tells="Selasa")
    monkeypatch.setitem(script.SCRIPTS, "week", Script("Satu pekan", steps))
    monkeypatch.setattr(play, "BEAT", 0.3)
    await asyncio.to_thread(_plays, chromium, site)


# What comes and goes is written down by the page itself.
WATCH = """
window.watched = new Set();
const note = () => {
  const [writing, who, told] = ['textarea', '.who', '#player p'].map((one) => document.querySelector(one));
  for (const seen of [writing.value, who.textContent, told.textContent]) window.watched.add(seen);
};
new MutationObserver(note).observe(document.body, {subtree: true, childList: true, characterData: true});
setInterval(note, 20);
"""


def _plays(page: Browser, url: str) -> None:
    page.open(url, LAPTOP)
    page.run(WATCH)
    page.all("[data-play=week]")[0].click()
    page.sees("Tercatat #")
    page.until(lambda: page.texts("#toast") == ["Selesai. Silakan lanjutkan sendiri."])
    watched = set(page.run("return [...window.watched]"))
    assert {AUDIENSI, "Ponsel Kadir", "Satu pekan: Selasa", "Satu pekan: Kadir menekan Simpan"} - watched == set()
    assert page.all("#player")[0].is_displayed() is False
    assert page.all("[data-kind=private] textarea")[0].get_attribute("value") == ""


async def test_a_bubble_is_answered_and_an_own_one_changed(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_about, chromium, site)


ABOUT = "[data-kind=private] .about"


def _about(page: Browser, url: str) -> None:
    page.open(url)
    page.be("Qori")
    page.say("Terima kasih")
    page.until(lambda: page.all("[data-kind=private] .reaction")[0])
    page.all("[data-kind=private] .mine .text")[0].click()
    assert page.texts("[data-kind=private] .acts button") == ["Balas", "Ubah"]
    page.all("[data-kind=private] .acts button")[1].click()
    assert page.texts(ABOUT) == ["Mengubah pesan Anda\nTerima kasih"]
    page.say(" banyak")
    page.until(lambda: page.texts("[data-kind=private] .mine .text") == ["Terima kasih banyak"])
    assert page.texts(ABOUT) == [""]
    page.keys(Keys.ARROW_UP)
    assert page.all("[data-kind=private] textarea")[0].get_attribute("value") == "Terima kasih banyak"
    page.keys(Keys.ESCAPE)
    assert (page.texts(ABOUT), page.all("[data-kind=private] textarea")[0].get_attribute("value")) == ([""], "")
    page.say("/lapor")
    page.sees("Laporan baru").find_element("css selector", "strong").click()
    page.all("[data-kind=private] .theirs .acts button")[-1].click()
    page.say("Apel Pagi")
    page.until(lambda: page.texts("[data-kind=private] .quote") == ["Bot Laporan baru"])
