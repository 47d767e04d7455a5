"""What a thing takes a person does not grow unnoticed: messages, taps, and what the bot says to it."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from bot.work import pace
from bot.workshop import received
from renderers.word import office
from storage.chat import outbox
from storage.database import Database
from tests.benchmarks.ketukan import begun, known, measured, on_its_way
from tests.benchmarks.ketukan_jalan import JOURNEYS, SET_UP, Journey

PAGE = Path(__file__).parents[3] / "docs" / "kecepatan.md"
# name, messages, taps, new messages of the bot in one's own chat
TAKES = [
    ("Join by an invitation", 0, 2, 1),
    ("First report: photo, caption", 1, 1, 1),
    ("Correction in reply", 1, 0, 1),
    ("Correction by buttons", 0, 4, 0),
    ("Delete", 0, 1, 0),
    ("Take the deletion back", 0, 1, 0),
    ("Report with a partner", 1, 1, 1),
    ("Link whose words tell its jenis", 1, 1, 1),
    ("Link whose words do not", 1, 2, 1),
    ("Tally", 1, 1, 1),
    ("Own entries for e-Kinerja", 1, 0, 1),
    ("Kolase of the week", 1, 0, 1),
    ("Report of a quarter", 1, 1, 1),
]


SETTING_UP = ("Set-up of a new office", 5, 8, 15)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits here, neither for Telegram's pace nor for the pages of the report."""
    monkeypatch.setattr(pace, "SECOND", timedelta(0))
    monkeypatch.setattr(office, "program", lambda: None)


@pytest.fixture
def slow_emblem(monkeypatch: pytest.MonkeyPatch, database: Database) -> None:
    """The emblem is drawn after the card has said so: drawn sooner, it would spare that one message."""
    square = received.emblem

    def slowly(data: bytes) -> bytes | None:
        while on_its_way(database, outbox.State.NEW, outbox.State.SENDING):
            time.sleep(0.01)
        return square(data)

    monkeypatch.setattr(received, "emblem", slowly)


async def test_every_journey_takes_what_it_took(sample_sqlite: Database, tmp_path: Path) -> None:
    rows = await measured(sample_sqlite, tmp_path / "data", 0, JOURNEYS, known(sample_sqlite))
    assert [row.counted for row in rows] == TAKES


@pytest.mark.usefixtures("slow_emblem")
async def test_a_new_office_is_set_up_as_quickly_as_before(database: Database, tmp_path: Path) -> None:
    (row,) = await measured(database, tmp_path, 0, SET_UP, begun(database))
    assert row.counted == SETTING_UP


def test_the_page_publishes_these_figures() -> None:
    lines = [line.strip("|").split("|") for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    table = {cells[0].strip(): [cell.strip() for cell in cells[1:4]] for cells in lines}
    assert [(name, table.get(name)) for name, *_ in TAKES] == [(name, [str(n) for n in said]) for name, *said in TAKES]
    assert table[SETTING_UP[0]] == ["5", "8", "14–15"]


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_usual_thing_takes_one_message_and_two_taps_at_most_and_a_correction_four(journey: Journey) -> None:
    assert journey.messages <= 1
    assert journey.taps <= (4 if "by buttons" in journey.name else 2)
