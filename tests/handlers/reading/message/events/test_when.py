"""Days of the year that are known by name, and how long after them a report may mean them."""

from datetime import date, timedelta

import pytest

from handlers.reading.message.events.when import lately


@pytest.mark.parametrize(
    ("words", "month", "day"),
    [
        ("upacara hari amal bhakti kemenag", 1, 3),
        ("lomba hari kartini", 4, 21),
        ("upacara hardiknas", 5, 2),
        ("upacara hari kebangkitan nasional", 5, 20),
        ("upacara lahirnya pancasila", 6, 1),
        ("HUT Bhayangkara di Mapolres", 7, 1),
        ("upacara HUT ke-78 kemerdekaan dan HUT RI", 8, 17),
        ("upacara kesaktian pancasila", 10, 1),
        ("HUT TNI di Makodim", 10, 5),
        ("apel hari santri", 10, 22),
        ("upacara sumpah pemuda", 10, 28),
        ("ziarah hari pahlawan", 11, 10),
        ("upacara HUT PGRI", 11, 25),
        ("upacara HUT Korpri", 11, 29),
        ("lomba hari ibu", 12, 22),
    ],
)
def test_a_day_that_is_named_may_be_meant_for_three_weeks(words: str, month: int, day: int) -> None:
    that = date(2023, month, day)
    told = [lately(words, that + timedelta(days=days)) for days in (-1, 0, 1, 21, 22)]
    assert told == [[], [], [that], [that], []]
