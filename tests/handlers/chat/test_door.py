"""Doors write and read themselves: what a button says is what its press means, and nothing else is taken."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.changes import Undo
from handlers.chat.door import LONGEST, Door, Run, Stale
from handlers.table import CAPABILITIES, DOORS
from tests.doors import EVERY, built


@pytest.mark.parametrize("door", [one for door in EVERY.values() for one in built(door)], ids=Door.written)
def test_what_a_door_writes_it_reads(door: Door) -> None:
    assert len(door.written().encode()) <= LONGEST
    assert type(door).read(door.written()) == door


@given(st.sampled_from(sorted(EVERY)), st.text(max_size=60))
def test_whatever_else_is_pressed_is_read_whole_or_stale(code: str, data: str) -> None:
    with suppress(Stale):
        door = EVERY[code].read(f"{code}:{data}")
        assert EVERY[code].read(door.written()) == door


def test_more_data_than_a_button_holds_is_stale() -> None:
    with pytest.raises(Stale):
        Run.read(f"j:{'é' * 32}")
    assert Run.read(f"j:{'é' * 31}") == Run("é" * 31)


def test_no_two_doors_have_the_same_letters() -> None:
    opened = [one.door for face in CAPABILITIES for one in face.doors] + [Run, Undo]
    assert sorted(door.code for door in opened) == sorted(DOORS)
    asked = [one.door for face in CAPABILITIES for one in face.asks]
    assert [door for door in asked if EVERY[door.code] is not door] == []
