"""A disk that fills up is told to the ketua pelaksana once a day."""

import shutil
from datetime import timedelta

import pytest

from bot.work import ticker
from bot.world import World
from tests.bot.conftest import Usage
from tests.bot.ears import Clock
from tests.bot.trouble.posts import rows

pytestmark = pytest.mark.usefixtures("office")


async def test_it_is_told_once_a_day_and_not_while_there_is_room(
    world: World,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[int] = []
    for free in (2 * 10**9, 8 * 10**8, 7 * 10**8):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: Usage(10**10, 0, free))
        ticker._look_at_disk(world)  # noqa: SLF001 - the part of a tick that is asked about
        said.append(len(rows(world, "state")))
    clock.now += timedelta(days=1)
    ticker._look_at_disk(world)  # noqa: SLF001 - the part of a tick that is asked about
    assert [*said, len(rows(world, "state"))] == [0, 1, 1, 2]
