"""A leader stands still and comes back when another one has taken over: nothing is lost, and nothing doubled."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from storage.database import Database
from storage.locks import LEASE
from tests.bot.trouble.crowd import Crowd
from tests.bot.trouble.faults import calm
from tests.bot.trouble.processes import Bots, bots
from tests.bot.trouble.suffering import settled, work
from tests.bot.trouble.verdict import Verdict, verdict
from tests.bot.trouble.weather import Stormy
from tests.conftest import FRESH_SEED
from tests.patience import PATIENCE
from tests.postgres import URL

pytestmark = pytest.mark.skipif(not URL, reason="TEST_DATABASE_URL names no PostgreSQL")
Stop = Callable[[Bots, int, random.Random], Awaitable[None]]


async def test_a_leader_that_was_stopped_and_given_up_doubles_nothing(team: Database, tmp_path: Path) -> None:
    found = await survived(team, tmp_path, FRESH_SEED, given_up, stops=2)
    assert (found.lost, found.doubled, found.unanswered) == (0, 0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(FRESH_SEED, FRESH_SEED + 8))
async def test_the_same_in_many_rounds(team: Database, tmp_path: Path, seed: int) -> None:
    found = await survived(team, tmp_path, seed, given_up, stops=6, each=4)
    assert (found.lost, found.doubled, found.unanswered) == (0, 0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(FRESH_SEED, FRESH_SEED + 2))
async def test_a_leader_that_stands_still_for_a_minute_is_given_up_by_the_server_itself(
    team: Database, tmp_path: Path, seed: int
) -> None:
    found = await survived(team, tmp_path, seed, for_a_minute, stops=1, each=3)
    assert (found.lost, found.doubled, found.unanswered) == (0, 0, 0)


async def given_up(receivers: Bots, leader: int, chance: random.Random) -> None:
    """The server gives it up at once, and in the place of its transactions others come to pass."""
    await asyncio.to_thread(receivers.given_up, leader)
    await receivers.led_by(1 - leader)
    await asyncio.sleep(chance.random() * 2)


async def for_a_minute(receivers: Bots, leader: int, _chance: random.Random) -> None:
    async with asyncio.timeout(3 * LEASE):
        await receivers.led_by(1 - leader)
    await asyncio.sleep(LEASE)


async def survived(database: Database, folder: Path, seed: int, stop: Stop, *, stops: int, each: int = 1) -> Verdict:
    print(f"seed {seed}")  # noqa: T201 - whoever sees it fail can repeat it
    chance = random.Random(seed)
    api = Stormy(calm, chance, 0, shuffled=False, twice=0.1)
    async with api, bots(api, database, folder, 2) as receivers:
        # A slow answer makes it likely that it is stopped between the deed and its note.
        api.lag = lambda: chance.random() * 0.2
        crowd = Crowd(api, chance)
        people = asyncio.create_task(work(crowd, each))
        for _ in range(stops):
            await asyncio.sleep(chance.random() * 1.5)
            leader = await receivers.somebody_leads()
            receivers.running[leader].stop()
            await stop(receivers, leader, chance)
            receivers.running[leader].go_on()
        async with asyncio.timeout(PATIENCE):
            await people
        await settled(api, database)
        assert await receivers.end() == [0, 0]
        found = verdict(api, database, folder, crowd)
    print(found)  # noqa: T201 - how many were asked about
    return found
