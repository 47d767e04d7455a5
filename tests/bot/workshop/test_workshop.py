"""What comes from outside is opened in a child that can neither harm the bot nor take what the bot has."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.workshop.budget import Budget
from bot.workshop.foremen import environment
from bot.workshop.workshop import BUDGET, SIDE_BY_SIDE, Died, Workshop
from tests.bot.conftest import jpeg
from tests.bot.ears import until
from tests.patience import PATIENCE

MB = 2**20
SECRETS = {"BOT_TOKEN": "1:a", "DATABASE_URL": "postgresql://x", "S3_SECRET_KEY": "k", "PYTHONPATH": "/tmp"}


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    workshop = Workshop(seconds=20, foreman="tests.bot.workshop.misdeeds")
    yield workshop
    workshop.close()


@pytest.mark.parametrize("deed", ["dies", "grows", "spins", "writes", "talks"])
def test_a_child_that_goes_astray_is_ended_and_the_next_one_works(workshop: Workshop, deed: str) -> None:
    with pytest.raises(Died):
        workshop.ask(deed, b"x")
    assert "environment" in workshop.ask("tells", b"").head
    assert workshop.budget.taken == 0


def test_a_child_that_hangs_is_ended_in_time(workshop: Workshop) -> None:
    workshop.ask("tells", b"")
    workshop.seconds = 0.5
    began = time.monotonic()
    with pytest.raises(Died):
        workshop.ask("hangs", b"")
    assert time.monotonic() - began < 10


def test_a_child_knows_no_secret_and_writes_nowhere(workshop: Workshop, tmp_path: Path) -> None:
    told = workshop.ask("tells", b"").head["environment"]
    own = {"HOME", "TMPDIR", "MALLOC_ARENA_MAX", "OPENBLAS_NUM_THREADS", "PYTHONDONTWRITEBYTECODE"}
    assert set(told) <= {"PATH", "LANG", "LC_CTYPE"} | own
    assert environment("x").keys() & SECRETS.keys() == set()
    with pytest.raises(Died):
        workshop.ask("writes", os.fsencode(tmp_path / "taken"))
    assert [file.stat().st_size for file in tmp_path.iterdir()] == [0]
    with pytest.raises(Died):
        workshop.ask("writes", b"taken")
    assert told["HOME"] == told["TMPDIR"]
    assert not Path(told["HOME"]).exists()


KILLED = """
import os, signal
from bot.workshop.workshop import WORKSHOP
WORKSHOP.warm()
print(WORKSHOP.foreman.process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


async def test_a_bot_that_is_killed_leaves_neither_foreman_nor_folder(tmp_path: Path) -> None:
    """Killed while the foreman still loads what it needs: it finds its line closed, and ends."""
    foreman, left = await asyncio.to_thread(killed, tmp_path)
    assert left == []
    await until(lambda: not running(foreman))


def killed(folder: Path) -> tuple[int, list[Path]]:
    """The process of the foreman whose bot was killed, and what that bot left where temporary files lie."""
    environment = os.environ | {"TMPDIR": str(folder)}
    bot = subprocess.run([sys.executable, "-c", KILLED], env=environment, capture_output=True, text=True, check=False)
    assert bot.returncode == -signal.SIGKILL
    return int(bot.stdout), list(folder.iterdir())


def running(pid: int) -> bool:
    """Whether that process still does something; one that has ended may wait a while to be asked about."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return told.strip()[:1] not in ("", "Z")


def test_each_job_has_a_process_of_its_own(workshop: Workshop) -> None:
    assert workshop.ask("tells", b"").head["pid"] != workshop.ask("tells", b"").head["pid"]


def test_a_foreman_that_has_ended_is_started_anew(workshop: Workshop) -> None:
    workshop.ask("tells", b"")
    assert workshop.foreman
    workshop.foreman.process.kill()
    workshop.foreman.process.wait()
    assert "environment" in workshop.ask("tells", b"").head


def test_never_more_together_than_there_is_and_first_come_first_served() -> None:
    budget, most, order = Budget(100, passes=0), [0], list[int]()

    def job(number: int, size: int) -> None:
        with budget.held(size):
            order.append(number)
            most[0] = max(most[0], budget.taken)
            time.sleep(0.02)

    threads = [threading.Thread(target=job, args=(n, size)) for n, size in enumerate((60, 70, 10, 500, 10))]
    for thread in threads:
        thread.start()
        time.sleep(0.005)
    for thread in threads:
        thread.join()
    assert (order, budget.taken) == ([0, 1, 2, 3, 4], 0)
    assert most[0] <= 100


def test_what_fits_goes_before_what_does_not_but_only_so_many_times() -> None:
    budget, order, ends = Budget(100, passes=2), list[str](), {name: threading.Event() for name in "rtabc"}

    def job(name: str, size: int) -> None:
        with budget.held(size):
            order.append(name)
            assert ends[name].wait(PATIENCE)

    def begin(name: str, size: int) -> threading.Thread:
        thread = threading.Thread(target=job, args=(name, size))
        thread.start()
        time.sleep(0.05)
        return thread

    # A report, a template for which there is no room beside it, and photos for which there is.
    threads = [begin(name, size) for name, size in (("r", 60), ("t", 80), ("a", 10), ("b", 10), ("c", 10))]
    assert order == ["r", "a", "b"]
    for name in "abrtc":
        ends[name].set()
    for thread in threads:
        thread.join()
    assert (order, budget.taken) == (["r", "a", "b", "t", "c"], 0)


def test_those_that_wait_for_room_keep_no_place_from_a_photo(workshop: Workshop) -> None:
    workshop.budget = Budget(200 * MB)
    workshop.ask("tells", b"")
    with ThreadPoolExecutor(SIDE_BY_SIDE + 1) as pool:
        with workshop.budget.held(90 * MB):
            templates = [pool.submit(workshop.ask, "heavy", b"") for _ in range(SIDE_BY_SIDE)]
            time.sleep(0.5)
            photo = pool.submit(workshop.ask, "tells", b"").result(10)
            assert [template.done() for template in templates] == [False] * SIDE_BY_SIDE
        assert ["environment" in one.result(PATIENCE).head for one in templates] == [True] * SIDE_BY_SIDE
    assert "environment" in photo.head


def test_where_a_process_may_not_say_that_it_goes_first_photos_are_opened_all_the_same() -> None:
    workshop = Workshop(seconds=20, foreman="tests.bot.workshop.forbidden")
    assert workshop.ask("small", jpeg(1, (64, 48))).blobs[0][:2] == b"\xff\xd8"
    workshop.close()


def test_the_budget_leaves_the_bot_its_half_of_the_machine() -> None:
    assert BUDGET <= 2**29
