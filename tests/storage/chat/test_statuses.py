"""What a channel tells of a message only goes forward, in whatever order and however often it comes."""

from datetime import UTC, datetime

import pytest

from storage.chat import statuses
from storage.chat.statuses import State, Status, Step, Told
from storage.database import Database

NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)
NEW, ON, BACK = Step(first=True, moved=True), Step(first=False, moved=True), Step(first=False, moved=False)
A, S, D, R, F = State


@pytest.mark.parametrize(("told", "steps", "left"), [
    ((A, S, D, R), (NEW, ON, ON, ON), R),
    ((S, S, S), (NEW, BACK, BACK), S),
    ((R, D, S, A), (NEW, BACK, BACK, BACK), R),
    ((D, A, R, S), (NEW, BACK, ON, BACK), R),
    ((A, F, R), (NEW, ON, BACK), F),
])  # fmt: skip
def test_a_message_goes_forward(
    database: Database, told: tuple[State, ...], steps: tuple[Step, ...], left: State
) -> None:
    assert tuple(noted(database, one) for one in told) == steps
    with database.transaction() as session:
        assert session.get_one(Status, ("whatsapp", "wamid.1")).state == left


def noted(database: Database, state: State) -> Step:
    with database.transaction() as session:
        return statuses.note(session, "whatsapp", Told("wamid.1", "628", "1.a", 0, state), NOW)
