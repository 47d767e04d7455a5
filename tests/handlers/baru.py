"""A ketua pelaksana who has just opened the first link of a new office, for the tests of its set-up."""

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.kantor.satker import Satker
from tests.phone import Phones


@pytest.fixture
def phones(database: Database) -> Phones:
    phones = Phones(database)
    phones.say("Qori", "(tautan pertama)")
    return phones


def the(database: Database) -> Satker:
    """The newest office."""
    with database.transaction() as session:
        return session.scalars(select(Satker).order_by(Satker.id)).all()[-1]


def title(told: list[str]) -> str:
    """The last card's."""
    return [line.partition("**")[2].rstrip("*") for line in told if line.startswith("Bot→") and "**" in line][-1]
