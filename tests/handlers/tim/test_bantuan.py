"""What may be typed fits the screen of a phone, for everybody; no command is left out."""

import re
from datetime import timedelta
from math import ceil

import pytest
from sqlalchemy import select, update

from handlers import dispatch, table
from handlers.chat.face import commands_of
from handlers.chat.messages import CommandList, Offer
from handlers.chat.queue import from_payload
from handlers.table import COMMANDS
from handlers.tim import bantuan
from handlers.tim.bantuan import KELOMPOK, grouped
from handlers.tim.doors import Commands
from storage.chat import outbox
from storage.chat.offered import Offered
from storage.chat.outbox import Kind, Outbox
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from tests.conftest import NOW, TEAM
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
    assert sorted(shown) == sorted(f"/{word}" for word in words(role))
    assert height(told) <= HIGH


def test_each_group_says_what_its_commands_do_and_leads_back(database: Database) -> None:
    phones = Phones(database)
    first = phones.say("Qori", "/bantuan")
    told = {c.word: c.tells for c in COMMANDS}
    for name, group in grouped(bantuan.of_role(COMMANDS, Role.KETUA_PELAKSANA)).items():
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
    assert phones.say("Rudi", "/bantuan /ubah") == [
        "Bot→Rudi> /ubah – ubah catatan, misalnya /ubah 12; lihat dengan #12"
    ]
    assert phones.say("Qori", "/bantuan /buka") == [
        "Bot→Qori> /buka – buka lagi bulan yang ditutup, misalnya /buka Juni; tombol Buka lagi di /tutup"
    ]
    assert phones.say("Rudi", "/bantuan atur")[0] == "Bot→Rudi> **Perintah untuk Anda**"


def test_a_group_of_others_is_answered_like_an_old_button(database: Database) -> None:
    old = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    phones = Phones(database)
    for data in (Commands("laporan").written(), Commands("entah").written()):
        assert phones.say("Rudi", f"[!{data}]") == [old]


MEMBERS = {"Hudri": Role.PEMBINA, "Agus": Role.KETUA, "Qori": Role.KETUA_PELAKSANA} | dict.fromkeys(
    ("Rudi", "Kadir"), Role.ANGGOTA
)


def offers(database: Database) -> dict[str, CommandList]:
    """What is told now, by chat; it has arrived then."""
    with database.transaction() as session:
        rows = session.scalars(select(Outbox).where(Outbox.kind == Kind.OFFER).order_by(Outbox.id)).all()
        acts = {row.chat: from_payload(row.kind, row.payload) for row in rows}
        told = {chat: act.commands for chat, act in acts.items() if isinstance(act, Offer)}
        for row in rows:
            outbox.over(session, row)
    return told


def minute(database: Database, days: int = 0) -> dict[str, CommandList]:
    dispatch.offer(database, NOW + timedelta(days=days))
    return offers(database)


def change(database: Database, name: str, **values: object) -> None:
    with database.transaction() as session:
        session.execute(update(Anggota).where(Anggota.nama == name).values(**values))


def words(role: Role) -> list[str]:
    return [word for word, _ in bantuan.of_role(table.COMMANDS, role)]


@pytest.mark.parametrize("role", Role)
def test_a_role_is_offered_what_it_may_and_what_is_used_most_first(role: Role) -> None:
    assert sorted(words(role)) == sorted(told.word for told in commands_of(COMMANDS, role) if told.place is None)
    assert words(role)[-1] == (
        "undang" if role == Role.KETUA_PELAKSANA else "rekap" if role == Role.KETUA else "bantuan"
    )
    first = {Role.PEMBINA: "daftar", Role.PENGIRIM: "status"}
    assert words(role)[0] == first.get(role, "lapor")


def test_the_group_that_is_bound_binds_no_more_and_another_does_nothing_else() -> None:
    everything = {c.word for c in table.COMMANDS if c.group}
    assert {word for word, _ in bantuan.of_group(table.COMMANDS, bound=True)} == everything - {"hubungkan"}
    assert [word for word, _ in bantuan.of_group(table.COMMANDS, bound=False)] == ["hubungkan"]


def test_what_telegram_takes_is_not_exceeded() -> None:
    told = [(c.word, c.tells) for c in table.COMMANDS]
    assert len(told) <= 100
    assert [word for word, _ in told if not re.fullmatch(r"[a-z0-9_]{1,32}", word)] == []
    assert [tells for _, tells in (*told, *bantuan.STRANGERS) if not 1 <= len(tells) <= 256] == []
    assert (len(bantuan.DESKRIPSI) <= 512, len(bantuan.TENTANG) <= 120) == (True, True)


@pytest.mark.usefixtures("office")
def test_everybody_and_the_group_are_told_once(database: Database) -> None:
    known = {name: bantuan.of_role(table.COMMANDS, role) for name, role in MEMBERS.items()}
    assert minute(database) == known | {"Grup": bantuan.of_group(table.COMMANDS, bound=True)}
    assert minute(database) == {}


@pytest.mark.usefixtures("office")
def test_another_role_is_another_list(database: Database) -> None:
    minute(database)
    change(database, "Rudi", role=Role.KETUA)
    assert minute(database) == {"Rudi": bantuan.of_role(table.COMMANDS, Role.KETUA)}
    assert minute(database) == {}


@pytest.mark.usefixtures("office")
def test_from_who_leaves_it_is_taken_away_and_their_chat_is_forgotten(database: Database) -> None:
    minute(database)
    change(database, "Rudi", berlaku_sampai=NOW.date() + timedelta(days=1))
    with database.transaction() as session:
        kadir = people.find(session, "test", "Kadir")
        assert kadir
        people.unknow(session, kadir)
        session.execute(update(Satker).values(grup="Grup lain"))
    group = bantuan.of_group(table.COMMANDS, bound=True)
    assert minute(database) == {"Kadir": (), "Grup": (), "Grup lain": group}
    assert minute(database, days=2) == {"Rudi": ()}
    assert minute(database, days=2) == {}
    with database.transaction() as session:
        chats = set(session.scalars(select(Offered.chat)))
        left = session.scalars(select(Outbox).where(Outbox.chat.in_(("Rudi", "Kadir"))).order_by(Outbox.id)).all()
    assert (chats, left) == ({"Hudri", "Agus", "Qori", "Grup lain"}, [])


@pytest.mark.usefixtures("office")
def test_who_is_to_come_is_told_on_that_day(database: Database) -> None:
    change(database, "Rudi", berlaku_dari=NOW.date() + timedelta(days=3))
    assert "Rudi" not in minute(database)
    assert list(minute(database, days=3)) == ["Rudi"]


@pytest.mark.usefixtures("office")
def test_a_new_release_tells_a_few_each_minute(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    minute(database)
    monkeypatch.setattr(table, "COMMANDS", tuple(one for one in table.COMMANDS if one.word != "bantuan"))
    monkeypatch.setattr(bantuan, "A_MINUTE", 2)
    assert [len(minute(database)) for _ in range(4)] == [2, 2, 1, 0]


@pytest.mark.usefixtures("office")
def test_while_one_list_is_on_its_way_no_other_is_sent_after_it(database: Database) -> None:
    dispatch.offer(database, NOW)
    change(database, "Rudi", role=Role.KETUA)
    dispatch.offer(database, NOW)
    assert offers(database)["Rudi"] == bantuan.of_role(table.COMMANDS, Role.ANGGOTA)
    assert minute(database) == {"Rudi": bantuan.of_role(table.COMMANDS, Role.KETUA)}


class Waiting(Phones):
    """Phones whose network is down: what the bot says waits in the outbox."""

    def hear(self) -> list[str]:
        return []


@pytest.mark.usefixtures("office")
def test_who_comes_in_by_a_link_sees_the_list_at_once(database: Database) -> None:
    phones = Waiting(database)
    with database.transaction() as session:
        people.invite(session, "tiket", Role.PEMBINA, NOW + timedelta(hours=1), satker=session.scalar(select(Satker)))
    phones.say("Orang", "/start")
    assert offers(database) == {}
    phones.say("Orang", "/start tiket")
    assert offers(database) == {"Orang": bantuan.of_role(table.COMMANDS, Role.PEMBINA)}


@pytest.mark.usefixtures("office")
def test_start_tells_it_anew_whatever_was_told(database: Database) -> None:
    minute(database)
    phones = Waiting(database)
    phones.say("Rudi", "/start")
    phones.say("Kadir", "/bantuan")
    assert offers(database) == {"Rudi": bantuan.of_role(table.COMMANDS, Role.ANGGOTA)}


@pytest.mark.usefixtures("office")
def test_of_two_channels_each_tells_its_own(database: Database) -> None:
    minute(database)
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        people.identify(session, rudi, "telegram", "11", "11")
    assert list(minute(database)) == ["11"]
