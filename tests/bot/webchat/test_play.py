"""Playing by itself: a script goes through the doors of people, waits, pauses, stops, and gives up politely."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.webchat import play, script
from bot.webchat.clock import START, WIB
from bot.webchat.script import QUARTER, WEEK, Script, Step, first_day, instant
from bot.webchat.state import GROUP
from storage.database import Database
from tests.bot.browser.page import Page, opened, page

APEL = script.report("Rudi", (0, "07.50"), "Apel Pagi", "apel.jpg", tells="Senin pagi, Rudi mengirim foto apel")
SHORT = Script("Pendek", APEL)


@pytest.fixture
async def phones(
    database: Database, office: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hurry: None
) -> AsyncIterator[Page]:
    assert (bool(office), hurry) == (True, None)
    monkeypatch.setattr(play, "BEAT", 0.01)
    monkeypatch.setitem(script.SCRIPTS, "week", SHORT)
    async with opened(database, tmp_path / "data") as url, page(url) as phones:
        yield phones


def states(phones: Page) -> list[str]:
    return [data["state"] for name, data in phones.heard if name == "play"]


async def playing(phones: Page, what: str = "week", until: str = "done") -> dict[str, Any]:
    assert await phones.post("play", {"what": what}) == 204
    await phones.until(lambda: until in states(phones))
    return [data for name, data in phones.heard if name == "play"][-1]


async def test_only_scripts_whose_people_are_there_are_offered(phones: Page) -> None:
    assert phones.state["scripts"] == ["week", "quarter"]
    assert await phones.post("play", {"what": "month"}) == 400


async def test_a_step_says_what_a_person_would_and_waits_for_the_answer(phones: Page) -> None:
    await playing(phones)
    chat = phones.who("Rudi")["chat"]
    said = [
        (m["name"] or "Bot", m["title"] or m["text"], len(m["files"]))
        for m in phones.bubbles.values()
        if m["chat"] == chat
    ]
    assert said == [("Rudi", "Apel Pagi", 1), ("Bot", "Tercatat #1", 0)]


async def test_the_page_is_told_what_comes_before_it_comes(phones: Page) -> None:
    await playing(phones)
    told = [
        (d["place"], d["of"], d["tells"], d["text"], d["press"], d["photos"]) for n, d in phones.heard if n == "play"
    ]
    assert told[:2] == [
        (1, 2, "Senin pagi, Rudi mengirim foto apel", "Apel Pagi", "", 1),
        (2, 2, "Rudi menekan Simpan", "", "Simpan", 0),
    ]
    names = [name for name, _ in phones.heard]
    assert names.index("play") < names.index("clock") < names.index("message")


async def test_the_clock_moves_to_the_coming_monday_and_never_back(phones: Page) -> None:
    await playing(phones)
    moved = [data["now"][:16] for name, data in phones.heard if name == "clock"]
    assert moved == ["2022-06-27T07:50"]


async def test_an_open_card_is_dropped_first(phones: Page) -> None:
    await phones.say("Rudi", "/lapor Malam Keakraban")
    await phones.told(phones.who("Rudi")["chat"], "Laporan kegiatan")
    await playing(phones)
    titles = [
        m["title"] for m in phones.bubbles.values() if m["chat"] == phones.who("Rudi")["chat"] and not m["person"]
    ]
    assert titles[-1] == "Tercatat #1"


async def test_it_pauses_goes_on_and_is_shown_to_a_page_that_opens_meanwhile(
    phones: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(play, "BEAT", 0.1)
    await phones.post("play", {"what": "week"})
    await phones.post("play", {"what": "pause"})
    await asyncio.sleep(0.4)
    assert (states(phones)[-1], len(phones.bubbles)) == ("paused", 0)
    async with page(phones.url) as later:
        assert (later.state["play"]["state"], later.state["play"]["title"]) == ("paused", "Pendek")
    await playing(phones, "resume")


async def test_it_stops(phones: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(play, "BEAT", 60)
    await phones.post("play", {"what": "week"})
    assert (await playing(phones, "stop", "stopped"))["state"] == "stopped"
    await phones.post("play", {"what": "pause"})
    assert states(phones) == ["playing", "stopped"]


async def test_it_gives_up_where_the_chat_is_another(phones: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Script("Hilang", (Step("Rudi menekan yang tidak ada", "Rudi", press="Terbang", until="-"),))
    monkeypatch.setitem(script.SCRIPTS, "week", lost)
    await playing(phones, until="lost")


async def test_it_gives_up_where_the_bot_says_something_else(phones: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Script("Hilang", (Step("Rudi menyapa", "Rudi", text="/start", until="Terbang", patience=0.5),))
    monkeypatch.setitem(script.SCRIPTS, "week", lost)
    await playing(phones, until="lost")


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2022-06-24T09:00", date(2022, 6, 27)),
        ("2022-06-27T06:59", date(2022, 6, 27)),
        ("2022-06-27T07:50", date(2022, 7, 4)),
        ("2022-06-26T23:59", date(2022, 6, 27)),
    ],
)
def test_a_week_begins_on_a_monday_that_is_still_to_come(now: str, first: date) -> None:
    assert first_day(WEEK, datetime.fromisoformat(now).replace(tzinfo=WIB)) == first


def test_the_quarter_ends_on_its_own_day() -> None:
    assert instant(first_day(QUARTER, START), (0, "09.00")) == datetime(2022, 7, 1, 9, 0, 1, tzinfo=WIB)


def test_the_scripts_are_short_and_their_links_new_every_week() -> None:
    assert (len(WEEK.steps), WEEK.steps[-1].group, WEEK.steps[-1].until) == (15, True, "Kegiatan KPU")
    assert script.LINK.format(kode="220627").split()[0] == "https://www.instagram.com/p/C220627apel/"
    assert GROUP not in WEEK.actors
