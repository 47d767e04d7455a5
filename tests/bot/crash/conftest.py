"""What the tests that kill bots leave behind."""

from collections.abc import Iterator
from multiprocessing import active_children

import pytest


@pytest.fixture(autouse=True)
def nobody_stays() -> Iterator[None]:
    """A bot that outlived a failed test would go on working in the database of the next one."""
    yield
    for bot in active_children():
        bot.kill()
        bot.join()
