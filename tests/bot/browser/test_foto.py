"""Photos on the page: dropped, pasted, taken out again, sent, looked at; and one to try with."""

import asyncio

from tests.bot.browser.chromium import PHONE, Browser

# A real photo made by the page itself; selenium alone cannot drop or paste.
CARRIED = """
const canvas = Object.assign(document.createElement('canvas'), {width: 80, height: 60});
canvas.getContext('2d').fillRect(0, 0, arguments[2] * 6 + 1, 60);
const [url, done] = [canvas.toDataURL('image/png'), arguments[arguments.length - 1]];
const bytes = Uint8Array.from(atob(url.split(',')[1]), (letter) => letter.charCodeAt(0));
const data = new DataTransfer();
const kinds = arguments[1];
const [pasted, name] = kinds.includes('paste') ? ['paste', 'image.png'] : ['', 'foto.png'];
if (kinds.includes('file')) data.items.add(new File([bytes], name, {type: 'image/png'}));
if (kinds.includes('words')) data.setData('text/plain', 'Rapat');
if (kinds.includes('inside')) data.setData('text/html', `<p>Rapat<img src="${url}"></p>`);
const target = document.querySelector(arguments[0]);
const how = {clipboardData: data, dataTransfer: data, bubbles: true, cancelable: true};
const event = pasted ? new ClipboardEvent('paste', how) : new DragEvent('drop', how);
if (!pasted) target.dispatchEvent(new DragEvent('dragenter', {dataTransfer: data, bubbles: true}));
const veiled = target.closest('.phone').querySelector('.drop').hidden === false;
target.dispatchEvent(event);
done(veiled);
"""
CHOSEN = "[data-kind=private] .chosen li"


def carry(page: Browser, target: str, *kinds: str, shade: int = 1) -> bool:
    """Whether the phone showed that it would take it."""
    veiled: bool = page.driver.execute_async_script(CARRIED, target, list(kinds), shade)
    return veiled


async def test_photos_are_dropped_pasted_and_taken_out_again(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_photos, chromium, site)


def _photos(page: Browser, url: str) -> None:
    page.open(url)
    assert carry(page, "[data-kind=private] .messages", "file") is True
    assert carry(page, "[data-kind=private] textarea", "paste", "file", shade=2) is False
    carry(page, "[data-kind=private] textarea", "paste", "file", "words", shade=3)
    assert len(page.all(CHOSEN)) == 2
    carry(page, "[data-kind=private] textarea", "paste", "inside", "words", shade=4)
    assert [one.get_attribute("alt") for one in page.all(f"{CHOSEN} img")] == [
        "foto.png",
        "tempelan-1.png",
        "tempelan-1.png",
    ]
    page.all(f"{CHOSEN} button")[1].click()
    assert page.run("return document.activeElement.ariaLabel") == "Batalkan tempelan-1.png"
    assert page.all("[data-kind=private] textarea")[0].get_attribute("placeholder") == "Keterangan foto"
    page.say("Rapat Pleno Rutin")
    page.sees("Foto: 2")
    assert (len(page.all(CHOSEN)), len(page.all("[data-kind=private] .mine .picture"))) == (0, 2)
    carry(page, "[data-kind=group] .messages", "file")
    assert page.texts("#toast") == ["Foto dikirim lewat chat pribadi dengan bot."]


async def test_who_has_no_photo_tries_with_ours_and_the_guide_stays_away_once_understood(
    chromium: Browser, site: str
) -> None:
    await asyncio.to_thread(_first_visit, chromium, site)


def _first_visit(page: Browser, url: str) -> None:
    page.open(url, guide=True)
    page.until(page.all("#guide")[0].is_displayed)
    page.all("#guide [data-role=anggota]")[0].click()
    page.until(lambda: page.all(CHOSEN)[0])
    page.all("[data-kind=private] .send")[0].click()
    assert "Nama: Rapat Pleno Rutin" in page.sees("Foto: 1").text.splitlines()
    page.all("#understood")[0].click()
    page.open(url, guide=True)
    assert page.all("#guide")[0].is_displayed() is False
    page.all("#help")[0].click()
    assert page.all("#guide")[0].is_displayed() is True


async def test_pictures_are_walked_through_by_arrow_keys(chromium: Browser, site: str) -> None:
    await asyncio.to_thread(_viewer, chromium, site)


def _viewer(page: Browser, url: str) -> None:
    page.open(url, PHONE)
    for shade in range(12):
        carry(page, "[data-kind=private] .messages", "file", shade=shade)
    page.say("Rapat Pleno Rutin")
    page.sees("Foto: 12")
    assert page.texts("[data-kind=private] .more") == ["+3"]
    edges = "const {left, right} = document.querySelector('.files').getBoundingClientRect(); return [left, right]"
    left, right = page.run(edges)
    assert 0 < left < right < PHONE[0]
    page.all("[data-kind=private] .picture")[0].click()
    assert page.texts("#viewer .count") == ["1 dari 12"]
    assert page.run("const p = document.querySelector('#viewer p'); return p.scrollWidth <= p.clientWidth")
    page.keys("\ue012", "\ue012")
    assert page.texts("#viewer .count") == ["11 dari 12"]
    page.keys("\ue00c")
    assert page.run("return document.getElementById('viewer').open") is False
