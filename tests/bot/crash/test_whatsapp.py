"""The same promise on WhatsApp: whatever dies, fails or comes twice, nothing is lost, doubled or left unanswered."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.trouble.whatsapp import (
    REPORTERS,
    People,
    Stormy,
    Verdict,
    acquainted,
    heard,
    quiet,
    started,
    verdict,
)
from tests.conftest import FRESH_SEED
from tests.graphapi import Fault
from tests.patience import PATIENCE

Weather = Callable[[str], Fault | None]


@pytest.fixture
def team(database: Database, office: int) -> Database:
    """The reporters of the tests, known to WhatsApp."""
    assert office
    return acquainted(database, REPORTERS)


def calm(_method: str) -> Fault | None:
    return None


def struck(kind: int | str, *methods: str, after: bool = False, late: bool = False) -> Weather:
    """Calls of these methods fail in this way."""
    return lambda method: Fault(method, kind, after=after, late=late) if method in methods else None


def halves(chance: random.Random, method: str) -> Fault | None:
    """Half of the answers that are lost had no effect."""
    return Fault(method, 502, after=chance.random() < 0.5) if method == "messages" else None


@dataclass(frozen=True)
class Trouble:
    """`weather` strikes so great a `share` of the calls; bodies come `often` twice; `at_once`: statuses come before the
    answer; `order`: in which they come; `kills`: so often the bot is killed."""

    name: str
    weather: Callable[[random.Random], Weather] = lambda _chance: calm
    share: float = 0.25
    often: float = 0.2
    at_once: bool = False
    order: tuple[str, ...] = ("sent", "delivered", "read")
    kills: int = 0


TROUBLES = (
    Trouble("kill -9, answers lost", lambda _: struck("reset", "messages", after=True), kills=2),
    Trouble("kill -9", kills=6),
    Trouble("answers lost", lambda _: struck("reset", "messages", after=True)),
    Trouble("answers lost, statuses first", lambda _: struck(502, "messages", after=True), at_once=True),
    Trouble("502, half of it done", lambda chance: partial(halves, chance)),
    Trouble("every body twice", often=1),
    Trouble("statuses out of order", order=("read", "sent")),
    Trouble("130429", lambda _: struck(-130429, "messages", "media")),
    Trouble("130429 afterwards", lambda _: struck(-130429, "messages", late=True)),
    Trouble("an answer that is none", lambda _: struck(200, "messages", after=True)),
    # A photo that fails five times in a row is given up and its sender asked to send it again; these people do not.
    Trouble("500 for files", lambda _: struck(500, "url", "download", "media"), share=0.1),
)


def named(trouble: Trouble) -> str:
    return trouble.name


async def test_kill_9_and_lost_answers_of_whatsapp_cost_nobody_anything(
    team: Database, tmp_path: Path, unused_tcp_port: int
) -> None:
    assert await suffered(team, tmp_path, unused_tcp_port, TROUBLES[0], FRESH_SEED, 1) == Verdict(lost=0, doubled=0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7, FRESH_SEED])
@pytest.mark.parametrize("trouble", TROUBLES, ids=named)
async def test_no_trouble_of_whatsapp_costs_anybody_anything(
    team: Database, tmp_path: Path, unused_tcp_port: int, trouble: Trouble, seed: int
) -> None:
    assert await suffered(team, tmp_path, unused_tcp_port, trouble, seed, 4) == Verdict(lost=0, doubled=0)


async def suffered(database: Database, folder: Path, port: int, trouble: Trouble, seed: int, each: int) -> Verdict:
    print(f"seed {seed}")  # noqa: T201 - whoever sees it fail can repeat it
    chance = random.Random(seed)
    async with Stormy(chance, trouble.weather(chance), trouble.share, trouble.often) as api:
        # A slow answer makes it likely that the kill comes between the deed and its note.
        api.lag, api.at_once, api.statuses = lambda: chance.random() * 0.1, trouble.at_once, trouble.order
        crowd = People(api, chance)
        bot = await started(api, database, folder, port)
        working = asyncio.create_task(crowd.work(each))
        for _ in range(trouble.kills):
            await heard(api)
            await asyncio.sleep(chance.random() * 1.5)
            bot.kill()
            await bot.wait()
            bot = await started(api, database, folder, port)
        # Everybody waits until what they reported is saved, and nobody presses for ever.
        async with asyncio.timeout(PATIENCE):
            await working
        await quiet(api, database)
        # Where everything was done before the last kill, nobody has waited for this bot yet.
        await heard(api)
        bot.terminate()
        assert await bot.wait() == 0
        return verdict(api, database, folder, crowd)
