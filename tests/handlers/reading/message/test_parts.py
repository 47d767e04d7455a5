"""A partition has every letter exactly once; what speaks for a record weighs."""

import pytest

from handlers.reading.message.parts import Kind, Reading, Span, weight, whole

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


@pytest.mark.parametrize(
    ("signs", "expected"),
    [((), 0), ((DAY,), 1), ((Kind.EVENT,), 2), ((Kind.CUE, DAY), 3), ((DAY, Kind.PLACE), 2)],
)
def test_a_word_of_an_event_or_a_label_weighs_twice(signs: tuple[Kind, ...], expected: int) -> None:
    assert weight(Reading("kegiatan", {}, signs=frozenset(signs))) == expected
