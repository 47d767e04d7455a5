"""A partition has every letter exactly once."""

import pytest

from handlers.reading.message.parts import Kind, Span, whole

DAY, REST = Kind.DAY, Kind.REST


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(DAY, 0, 2), Span(REST, 2, 4)], True),
        ([Span(DAY, 0, 2)], False),
        ([Span(DAY, 0, 2), Span(REST, 3, 4)], False),
        ([Span(DAY, 0, 3), Span(REST, 2, 4)], False),
        ([Span(DAY, 0, 2), Span(REST, 2, 2), Span(REST, 2, 4)], False),
        ([], False),
    ],
)
def test_every_letter_is_in_exactly_one_span(spans: list[Span], expected: bool) -> None:
    assert whole("apel", spans) is expected


def test_nothing_is_a_partition_of_nothing() -> None:
    assert whole("", [])
