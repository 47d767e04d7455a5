"""The shipped unit and container have room for the bot and all its children, and end a child before the bot."""

from pathlib import Path

import pytest

from bot.intake import listening
from bot.workshop import allowance, reports
from bot.workshop.allowance import Allowance, Share
from bot.workshop.workshop import BUDGET, SIDE_BY_SIDE, WORKSHOP
from renderers.word import office
from tests.benchmarks import report_data
from tests.renderers.rekaps import REKAP
from tests.renderers.word.shipped import container

MB = 2**20
UNIT = Path(__file__).parents[3] / "docs" / "bakohumas-bot.service"
# Measured with a full quarter of the sample: 51 and 111 MB, and 207 of LibreOffice.
FOREMAN, BOT = 64 * MB, 256 * MB
# The threads that Python keeps at most for what blocks with ours for what waits, and those of LibreOffice.
THREADS, PRINTING = 32 + 16, 16


def told() -> dict[str, str]:
    lines = UNIT.read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and line[0] != "#")


def test_there_is_memory_for_all_of_them_at_once() -> None:
    assert BUDGET + FOREMAN + allowance.BESIDE + BOT <= 2**30
    assert told()["MemoryMax"] == "1G"


@pytest.mark.parametrize(("scale", "held"), [(1, 194), (10, 311), (20, 408)])
def test_what_libreoffice_may_take_beyond_its_share_is_held_of_the_budget(scale: int, held: int) -> None:
    allowed = allowance.of(report_data.rekap(scale))
    assert allowed.printed
    together = allowed.together(allowed.printed)
    assert together == allowed.filled.room + max(0, allowed.printed.room - allowance.BESIDE)
    assert (together // MB, allowed.together(None)) == (held, allowed.filled.room)
    assert together <= BUDGET


def test_a_report_holds_what_it_and_its_printer_may_take_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []

    def printed(*_given: object) -> bytes:
        taken.append(WORKSHOP.budget.taken // MB)
        raise office.NoPdf("LibreOffice tidak menghasilkan PDF")

    monkeypatch.setattr(office, "program", lambda: str(tmp_path / "soffice"))
    monkeypatch.setattr(office, "printed", printed)
    monkeypatch.setattr(allowance, "of", lambda _: Allowance(Share(20, 160 * MB), Share(60, 340 * MB)))
    reports.draw(REKAP, tmp_path)
    assert (taken, WORKSHOP.budget.taken) == ([160 + 340 - 224], 0)


def test_a_child_that_is_ended_for_its_memory_does_not_end_the_service() -> None:
    unit = told()
    assert (unit["OOMPolicy"], unit["Restart"]) == ("continue", "always")
    # The foreman, its children and LibreOffice say 1000 of themselves.
    assert int(unit["OOMScoreAdjust"]) < 0


def test_there_are_threads_and_files_for_all_of_them() -> None:
    unit = told()
    assert int(unit["TasksMax"]) >= 2 * (THREADS + SIDE_BY_SIDE + 1 + PRINTING)
    assert int(unit["LimitNOFILE"]) >= 10 * (listening.MOST + SIDE_BY_SIDE)


def test_the_container_has_the_same_limits() -> None:
    unit, container_ = told(), container.options()
    files = unit["LimitNOFILE"]
    limits = [f"--memory={unit['MemoryMax'].lower()}", f"--pids-limit={unit['TasksMax']}"]
    limits += [f"--ulimit=nofile={files}:{files}"]
    assert [word for word in limits if word not in container_] == []
