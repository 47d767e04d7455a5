"""The list behind the slash is short; what it leaves out stands on a card of it, and is answered when typed all the
same."""

import re
from itertools import product

import pytest

from handlers.chat.door import Run, Stale
from handlers.chat.face import commands_of
from handlers.table import COMMANDS
from handlers.tim import bantuan
from storage.database import Database
from storage.kantor.people import Role
from tests.conftest import TEAM
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")

MOST = {Role.PEMBINA: 12, Role.ANGGOTA: 12, Role.KETUA: 13, Role.KETUA_PELAKSANA: 20, Role.PENGIRIM: 3}
BY_ROLE = {role: name for name, role in TEAM if name != "Kadir"}
# What must be there before the card has the button, and what is typed besides the word.
BEFORE = {
    "hapus": ("/lapor Apel Pagi", "[Simpan]"),
    "riwayat": ("/lapor Apel Pagi", "[Simpan]"),
    "buka": ("/tutup Mei", "[Tutup]"),
}
BESIDE = {"hapus": " 1", "riwayat": " 1", "buka": " Mei"}
PLACED = {
    (command.word, role): told.place
    for role, command in product(Role, COMMANDS)
    for told in commands_of(COMMANDS, role)
    if told.word == command.word and told.place
}


def listed(role: Role) -> list[str]:
    return [word for word, _ in bantuan.of_role(COMMANDS, role)]


def same(lines: list[str]) -> list[str]:
    """An answer, whether a message was sent or changed for it, and whatever number its drawing has."""
    return [re.sub(r"<(\w+) \d+>", r"<\1>", re.sub(r"^(Bot→\w+)[*>]", r"\1", line)) for line in lines]


def labels(lines: list[str]) -> list[str]:
    return [label for line in lines if line.startswith("   │ [") for label in re.findall(r"\[([^\]]+)\]", line)]


@pytest.mark.parametrize("role", Role)
def test_the_list_of_a_role_is_short(role: Role) -> None:
    assert listed(role)[MOST[role] :] == []


def test_the_card_of_a_command_is_one_that_its_people_find() -> None:
    """A record is opened by its number, and a new chat has the button of Telegram."""
    lost = {key: place for key, place in PLACED.items() if place.card.strip("/") not in {*listed(key[1]), "#12", ""}}
    assert lost == {}
    assert {word for (word, _), place in PLACED.items() if not place.card} == {"start"}


@pytest.mark.parametrize(("word", "role"), [key for key, place in PLACED.items() if place.card])
def test_what_is_not_listed_is_pressed_on_its_card_and_answers_as_if_typed(
    database: Database, word: str, role: Role
) -> None:
    phones, who, place = Phones(database), BY_ROLE[role], PLACED[word, role]
    _ready(phones, who, word)
    shown = labels(phones.say(who, place.card.replace("12", "1")))
    assert shown.count(place.label) == 1
    pressed = phones.say(who, f"[{place.label}]")
    _ready(phones, who, word)
    typed = phones.say(who, f"/{word}{BESIDE.get(word, '')}")
    assert same(typed) == same(pressed)
    assert typed[0].startswith(f"Bot→{who}> ")


def _ready(phones: Phones, who: str, word: str) -> None:
    for said in BEFORE.get(word, ()):
        phones.say(who, said)


def test_who_cannot_open_the_card_finds_the_command_in_the_list() -> None:
    assert ("data", Role.PEMBINA) not in PLACED
    assert listed(Role.PEMBINA) == [
        "daftar",
        "cari",
        "kolase",
        "matriks",
        "status",
        "ringkas",
        "akun",
        "data",
        "bantuan",
    ]


def test_a_button_runs_no_command_but_those_that_have_a_place(database: Database) -> None:
    phones = Phones(database)
    for word in ("batal", "entah", ""):
        assert phones.say("Rudi", forged(Run(word))) == [f"Bot! {Stale()}"]
    assert phones.say("Rudi", forged(Run("tema"))) == ["Bot! Perintah /tema hanya untuk Ketua Pelaksana."]
