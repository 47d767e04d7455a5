"""The command of the recipe answers, typed or pressed on its card, and /bantuan says where it stands."""

import pytest

from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import NOW
from tests.handlers.chat.test_place import test_the_card_of_a_command_is_one_that_its_people_find
from tests.handlers.records import held
from tests.phone import Phones
from tests.test_project import test_readme_names_every_command_of_chat_and_shell

__all__ = [
    "test_readme_names_every_command_of_chat_and_shell",
    "test_the_card_of_a_command_is_one_that_its_people_find",
]


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        for name, who in (("Apel", "Rudi"), ("Rakor", "Kadir"), ("Audiensi", "Kadir")):
            held(session, session.get_one(Satker, office), name, NOW.date(), who=who)
    return Phones(database)


def test_it_answers(phones: Phones) -> None:
    told = ["Bot→Rudi> **Pelapor Juni 2022**", "   │ Kadir: 2", "   │ Rudi: 1"]
    assert phones.say("Rudi", "/pelapor") == told
    phones.say("Rudi", "/saya")
    assert phones.say("Rudi", "[Per pelapor]") == told


def test_the_help_names_it(phones: Phones) -> None:
    told = ["Bot→Rudi> /pelapor – siapa melaporkan berapa kegiatan bulan ini; tombol Per pelapor di /saya"]
    assert phones.say("Rudi", "/bantuan pelapor") == told
