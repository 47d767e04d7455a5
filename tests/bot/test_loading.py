"""What is loaded stays: it is searched neither meanwhile nor afterwards."""

import gc

import pytest

from bot.loading import stays


def test_what_is_loaded_is_not_searched_and_what_comes_later_is() -> None:
    with stays():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()


def test_what_cannot_be_loaded_leaves_the_search_on() -> None:
    with pytest.raises(ImportError), stays():
        raise ImportError
    assert gc.isenabled()
    gc.unfreeze()
