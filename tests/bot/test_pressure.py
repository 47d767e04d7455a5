"""The whole bot keeps within 1 GB and its main process within 400 MB, and nobody waits for another's flood or bomb."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.trouble import attacks
from tests.bot.trouble.pressure import MOST, under

PATIENCE = 5.0
MAIN = 400 * 2**20


@pytest.mark.slow
@pytest.mark.parametrize("name", attacks.ALL)
async def test_the_bot_keeps_within_its_memory_and_others_are_answered(
    team: Database, tmp_path: Path, name: str
) -> None:
    felt = await under(attacks.ALL[name](), team, tmp_path)
    assert (felt.ended, felt.whole <= MOST, felt.main <= MAIN, felt.slowest <= PATIENCE) == (0, True, True, True)
