"""Pauses that grow: doubled after each failure, limited, and short again after a success."""

from bot.intake.patience import Patience


def test_the_pause_doubles_up_to_the_longest() -> None:
    patience = Patience()
    assert [patience.failed() for _ in range(9)] == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert patience.failures == 9


def test_after_a_success_the_pause_is_short_again() -> None:
    patience = Patience(first=2, longest=3600, factor=3)
    assert [patience.failed() for _ in range(3)] == [2, 6, 18]
    patience.worked()
    assert (patience.failures, patience.failed()) == (0, 2)


def test_no_number_of_failures_is_too_many() -> None:
    patience = Patience(longest=3600)
    assert max(patience.failed() for _ in range(5000)) == 3600
