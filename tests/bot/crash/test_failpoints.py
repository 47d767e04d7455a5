"""Dead at every step in turn: after a restart nothing is lost, and nothing that a group sees is doubled."""

import asyncio
import random
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.crash.test_kill import nothing_is_lost, polled, quiet, started
from tests.bot.trouble.crowd import Crowd
from tests.bot.trouble.failing import FAILPOINTS, PLACES, STATUS, found
from tests.bot.updates import message
from tests.botapi import BotAPI
from tests.conftest import FRESH_SEED
from tests.patience import PATIENCE

# One that nobody chose in every run, all of them in the slow one.
FRESH = random.Random(FRESH_SEED).choice(FAILPOINTS)


@pytest.mark.parametrize("place", PLACES)
def test_each_place_is_one_of_the_program(place: str) -> None:
    owner, name = found(place)
    assert callable(getattr(owner, name))


@pytest.mark.parametrize("point", [FRESH])
async def test_dead_at_a_step(team: Database, tmp_path: Path, point: str) -> None:
    await survive(team, tmp_path, point, 2)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2, 5])
@pytest.mark.parametrize("point", FAILPOINTS)
async def test_dead_at_every_step(team: Database, tmp_path: Path, point: str, number: int) -> None:
    await survive(team, tmp_path, point, number)


async def survive(database: Database, folder: Path, point: str, number: int) -> None:
    async with BotAPI() as api:
        crowd = Crowd(api, random.Random(7))
        people = asyncio.create_task(_work(crowd))
        bot = await started(api, database, folder, "tests.bot.trouble.failing", point, str(number))
        ended = asyncio.create_task(bot.wait())
        # A step that is not come to so often is one that this crowd does not need.
        await asyncio.wait({ended, people}, return_when=asyncio.FIRST_COMPLETED, timeout=30)
        if not ended.done():
            bot.kill()
        assert await ended in (STATUS, -9)
        again = await started(api, database, folder)
        await polled(api)
        async with asyncio.timeout(PATIENCE):
            await people
        await quiet(api, database)
        again.terminate()
        assert await again.wait() == 0
        nothing_is_lost(database, folder, crowd)
        assert [call for call in api.calls if call.method == "sendPhoto"]


async def _work(crowd: Crowd) -> None:
    """Everybody reports one kegiatan, and then one of them wants to see the week."""
    await crowd.work(1)
    crowd.events.add(crowd.api.deliver(**message("Rudi", text="/kolase")))
    await crowd.api.until(lambda: any(call.method == "sendPhoto" for call in crowd.api.calls))
