"""Two processes that Telegram calls, and kill -9 of either: nothing is lost, no post of the group is doubled."""

import asyncio
import random
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.trouble.crowd import Crowd
from tests.bot.trouble.faults import calm
from tests.bot.trouble.processes import bots
from tests.bot.trouble.suffering import settled, work
from tests.bot.trouble.verdict import verdict
from tests.bot.trouble.weather import Stormy
from tests.conftest import FRESH_SEED
from tests.patience import PATIENCE
from tests.postgres import URL

pytestmark = pytest.mark.skipif(not URL, reason="TEST_DATABASE_URL names no PostgreSQL")


async def test_kill_9_of_either_receiver_and_of_the_leader_loses_nothing(team: Database, tmp_path: Path) -> None:
    await survive(team, tmp_path, FRESH_SEED, kills=3, each=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(FRESH_SEED, FRESH_SEED + 5))
async def test_kill_9_of_receivers_loses_nothing_in_many_rounds(team: Database, tmp_path: Path, seed: int) -> None:
    await survive(team, tmp_path, seed, kills=12, each=4)


async def survive(database: Database, folder: Path, seed: int, kills: int, each: int) -> None:
    print(f"seed {seed}")  # noqa: T201 - whoever sees it fail can repeat it
    chance = random.Random(seed)
    api = Stormy(calm, chance, 0, shuffled=True, twice=0.2)
    async with api, bots(api, database, folder, 2) as receivers:
        # A slow answer makes it likely that the kill comes between the deed and its note.
        api.lag = lambda: chance.random() * 0.1
        crowd = Crowd(api, chance)
        people = asyncio.create_task(work(crowd, each))
        for number in range(kills):
            await asyncio.sleep(chance.random() * 1.5)
            # The leader first, and then whoever it is.
            await receivers.killed((receivers.leader() or 0) if number == 0 else chance.randrange(2), chance.random())
        async with asyncio.timeout(PATIENCE):
            await people
        await settled(api, database)
        await receivers.ready()
        assert await receivers.end() == [0, 0]
        found = verdict(api, database, folder, crowd)
    assert (found.lost, found.doubled, found.unanswered) == (0, 0, 0)
