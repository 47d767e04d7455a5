"""What Babel writes for Indonesia, full, long, medium or as an interval, is read back as the same days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.dates.days import read_days
from handlers.reading.dates.forms import Days

dates_of_babel = pytest.importorskip("babel.dates", reason="Babel is not installed")
TODAY = date(2027, 12, 31)
days = st.dates(date(2020, 1, 1), TODAY)


@given(day=days, form=st.sampled_from(["full", "long", "medium"]))
def test_a_day(day: date, form: str) -> None:
    written = dates_of_babel.format_date(day, form, locale="id")
    assert read_days(written, TODAY) == Days(day, day)


@given(day=days, more=st.integers(1, 40), skeleton=st.sampled_from(["yMMMd", "yMMMMd"]))
def test_an_interval(day: date, more: int, skeleton: str) -> None:
    last = day + timedelta(days=more)
    written = dates_of_babel.format_interval(day, last, skeleton, locale="id")
    assert read_days(written, last) == Days(day, last)


@given(day=days, skeleton=st.sampled_from(["yMMMM", "yMMM"]))
def test_a_month(day: date, skeleton: str) -> None:
    written = dates_of_babel.format_skeleton(skeleton, day, locale="id")
    read = read_days(written, TODAY)
    assert (read.mulai, read.sebulan) == (day.replace(day=1), True)
