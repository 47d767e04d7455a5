"""What fits at once is weighed and done by one child; what does not waits without one, and nobody is overtaken."""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import socket
from threading import Event

import pytest

from bot.workshop.budget import Budget, Waiting
from bot.workshop.foremen import Foreman
from bot.workshop.wire import Said
from bot.workshop.workshop import BUDGET, SIDE_BY_SIDE, Died, Talk, Workshop
from tests.bot.ears import until
from tests.patience import PATIENCE

MB = 2**20
HEAVY = 200 * MB


class Asked(Budget):
    """Notes the sizes for which somebody has asked."""

    def __init__(self, most: int, passes: int = 200) -> None:
        super().__init__(most, passes)
        self.asked: set[int] = set()

    def _may(self, mine: Waiting) -> bool:
        may = super()._may(mine)
        self.asked.add(mine.size)
        return may


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    workshop = Workshop(seconds=PATIENCE, foreman="tests.bot.workshop.misdeeds")
    workshop.warm()
    yield workshop
    workshop.close()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """All children that were begun, and the words with which bytes or a room were given to them."""
    heard, child, say = list[object](), Foreman.child, Talk.say

    def begun(foreman: Foreman) -> tuple[socket, int]:
        heard.append("child")
        return child(foreman)

    def told(talk: Talk, word: Said) -> None:
        heard.append((dict(word.head), [bytes(blob) for blob in word.blobs]))
        say(talk, word)

    monkeypatch.setattr(Foreman, "child", begun)
    monkeypatch.setattr(Talk, "say", told)
    return heard


def children(workshop: Workshop) -> int:
    """The children that are alive."""
    assert workshop.foreman
    told = subprocess.run(["ps", "-A", "-o", "ppid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in told.splitlines()]
    return sum(ppid == str(workshop.foreman.process.pid) and stat[0] != "Z" for ppid, stat in rows)


def test_what_fits_at_once_is_weighed_and_done_by_one_child_that_is_given_the_bytes_once(
    workshop: Workshop, said: list[object]
) -> None:
    assert "environment" in workshop.ask("heavy", b"x").head
    assert said == ["child", ({"job": "heavy"}, [b"x"]), ({"room": HEAVY}, [])]
    assert workshop.budget.taken == 0


async def test_what_does_not_fit_at_once_waits_without_a_child_and_is_done_by_another(
    workshop: Workshop, said: list[object]
) -> None:
    workshop.budget = budget = Asked(BUDGET)
    first = ["child", ({"job": "heavy"}, [b"x"])]
    with ThreadPoolExecutor(1) as pool:
        with budget.held(BUDGET - HEAVY + 1):
            heavy = pool.submit(workshop.ask, "heavy", b"x")
            await until(lambda: HEAVY in budget.asked and children(workshop) == 0)
            assert (heavy.done(), said, budget.taken) == (False, first, BUDGET - HEAVY + 1)
        assert "environment" in (await asyncio.wrap_future(heavy)).head
    assert said == [*first, "child", ({"job": "heavy", "room": HEAVY}, [b"x"])]
    assert budget.taken == 0


def test_two_that_fit_together_go_side_by_side(workshop: Workshop, said: list[object], tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(workshop.ask, "meets", os.fsencode(tmp_path)) for _ in range(2)]
        assert [one.result().head for one in both] == [{"met": True}] * 2
    assert said.count("child") == 2


@pytest.mark.parametrize("hoarded", [60, 200])
def test_what_was_taken_to_weigh_it_is_not_given_a_second_time(workshop: Workshop, hoarded: int) -> None:
    assert workshop.ask("hoards", b"0").head == {"spent": 120 * MB}
    with pytest.raises(Died):
        workshop.ask("hoards", str(hoarded).encode())
    assert workshop.budget.taken == 0


def test_who_does_not_wait_holds_what_is_free_or_nothing() -> None:
    budget = Budget(100)
    with budget.held(60, wait=False) as held, budget.held(41, wait=False) as too_much:
        assert (held, too_much, budget.taken) == (True, False, 60)
        with budget.held(40, wait=False) as rest:
            assert (rest, budget.taken) == (True, 100)
    assert budget.taken == 0
    with budget.held(500, wait=False) as alone:
        assert (alone, budget.taken) == (True, 100)


async def test_who_does_not_wait_goes_before_what_does_not_fit_but_only_so_many_times() -> None:
    budget, over = Asked(100, passes=2), Event()
    over.set()
    with ThreadPoolExecutor(1) as pool:
        with budget.held(60):
            waiting = pool.submit(hold, budget, 80, over)
            await until(lambda: 80 in budget.asked)
            for expected in (True, True, False):
                with budget.held(10, wait=False) as held:
                    assert held is expected
        assert await asyncio.wrap_future(waiting) == 80


async def test_who_does_not_wait_takes_nothing_from_whoever_has_just_got_room() -> None:
    budget, over = Asked(100), Event()
    with ThreadPoolExecutor(1) as pool:
        with budget.held(60):
            waiting = pool.submit(hold, budget, 80, over)
            await until(lambda: 80 in budget.asked)
        with budget.held(30, wait=False) as held:
            assert held is False
        over.set()
        assert await asyncio.wrap_future(waiting) == 80


def hold(budget: Budget, size: int, over: Event) -> int:
    """What is held together while this is held, until it is over."""
    with budget.held(size):
        assert over.wait(PATIENCE)
        return budget.taken


async def test_what_nobody_waits_for_goes_beside_all_others_and_gives_way_to_them(
    workshop: Workshop, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(SIDE_BY_SIDE + 1) as pool:
        aside = pool.submit(workshop.ask, "meets", os.fsencode(tmp_path), aside=True)
        others = [pool.submit(workshop.ask, "nice", b"") for _ in range(SIDE_BY_SIDE)]
        assert [(await asyncio.wrap_future(one)).head for one in others] == [{"nice": 0}] * SIDE_BY_SIDE
        assert not aside.done()
        assert workshop.ask("meets", os.fsencode(tmp_path)).head == {"met": True}
        assert (await asyncio.wrap_future(aside)).head == {"met": True}
    assert workshop.ask("nice", b"", aside=True).head == {"nice": 19}
