"""What a look at the records costs: a handler's statements from begin to commit, without inbox, outbox and cards."""

import re
from collections.abc import Callable

import pytest

from storage.database import Database
from tests.conftest import Counted
from tests.phone import Phones


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    phones = Phones(database)
    phones.say("Rudi", "(foto a) Rapat Pleno Rutin bersama Bawaslu")
    return phones


@pytest.fixture
def costs(phones: Phones, counted: Counted) -> Callable[[str, str], int]:
    """How many statements the handler needs for what somebody says."""

    def cost(who: str, said: str) -> int:
        with counted() as statements:
            phones.send(who, said)
        phones.hear()
        return len([one for one in statements if not re.search(r"\b(inbox|outbox|card|NOTIFY)\b", one)])

    return cost


def test_a_record_is_saved_in_twenty(costs: Callable[[str, str], int]) -> None:
    assert costs("Rudi", "[Simpan]") <= 20


@pytest.mark.parametrize("who", ["Rudi", "Kadir", "Qori"])
def test_a_record_is_looked_at_in_ten(phones: Phones, costs: Callable[[str, str], int], who: str) -> None:
    phones.say("Rudi", "[Simpan]")
    assert costs(who, "#1") <= 10


def test_a_month_is_closed_in_thirty_five(costs: Callable[[str, str], int]) -> None:
    assert costs("Qori", "/tutup Mei") <= 35
    assert costs("Qori", "[Tutup]") <= 35
