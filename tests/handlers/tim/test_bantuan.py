"""What may be typed fits the screen of a phone, for everybody; no command is left out."""

from math import ceil

import pytest

from handlers.table import COMMANDS
from handlers.tim.bantuan import KELOMPOK, grouped
from handlers.tim.doors import Commands
from storage.database import Database
from tests.conftest import TEAM
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")

# A phone of 360 points shows about so much between its header and the keyboard's edge.
WIDE, HIGH = 40, 26


def height(told: list[str]) -> int:
    return sum(ceil(max(1, len(line.removeprefix("   │ "))) / WIDE) for line in told)


@pytest.mark.parametrize("who", [name for name, _ in TEAM])
def test_every_command_of_a_person_fits_one_screen(database: Database, who: str) -> None:
    told = Phones(database).say(who, "/bantuan")
    shown = {word for line in told for word in line.replace(":", " ").split() if word.startswith("/")}
    role = dict(TEAM)[who]
    assert sorted(shown) == sorted(f"/{c.word}" for c in COMMANDS if role in c.who)
    assert height(told) <= HIGH


def test_each_group_says_what_its_commands_do_and_leads_back(database: Database) -> None:
    phones = Phones(database)
    first = phones.say("Qori", "/bantuan")
    told = {c.word: c.tells for c in COMMANDS}
    for name, group in grouped(list(told.items())).items():
        said = phones.say("Qori", f"[{name}]")
        assert said[0] == f"Bot→Qori* **{name}**"
        assert said[1:-1] == [f"   │ /{word} – {told[word]}" for word, _ in group]
        assert height(said) <= HIGH
        back = phones.say("Qori", "[Semua perintah]")
        assert back[1:] == first[1:]


def test_no_group_names_a_command_that_there_is_not() -> None:
    words = " ".join(KELOMPOK.values()).split()
    assert sorted(words) == sorted({word for word in words if word in {c.word for c in COMMANDS}})


def test_a_group_or_a_command_can_be_asked_for_by_its_name(database: Database) -> None:
    phones = Phones(database)
    assert phones.say("Qori", "/bantuan laporan")[0] == "Bot→Qori> **Laporan**"
    assert phones.say("Rudi", "/bantuan /ubah") == ["Bot→Rudi> /ubah – ubah catatan, misalnya /ubah 12"]
    assert phones.say("Rudi", "/bantuan atur")[0] == "Bot→Rudi> **Perintah untuk Anda**"


def test_a_group_of_others_is_answered_like_an_old_button(database: Database) -> None:
    old = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    phones = Phones(database)
    for data in (Commands("laporan").written(), Commands("entah").written()):
        assert phones.say("Rudi", f"[!{data}]") == [old]
