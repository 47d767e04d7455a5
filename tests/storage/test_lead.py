"""The terms of the lead, as far as one process alone shows them."""

import time

import pytest

from storage.lead import boot_time


def test_where_no_clock_goes_on_in_sleep_the_lead_is_timed_by_the_one_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    before = time.monotonic()
    assert before <= boot_time() <= time.monotonic()
