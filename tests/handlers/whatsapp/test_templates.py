"""The texts that WhatsApp approves, and which of them tells of a message."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.messages import Chat, Drawing, Outgoing, Template
from handlers.lapor import remind
from handlers.whatsapp import templates, whatsapp
from handlers.whatsapp.doors import Open
from storage.chat.outbox import Outbox, State
from storage.database import Database
from storage.kantor import people
from tests.conftest import NOW, WIB
from tests.phone import Phones, forged

QORI = Chat("whatsapp", "628q")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Outgoing(QORI, text=remind.NUDGE), ("bakohumas_pengingat", remind.NUDGE.rstrip("."))),
        (
            Outgoing(QORI, title="Kegiatan KPU", text="3 kegiatan", drawing=Drawing("kolase", 1)),
            ("bakohumas_kolase_siap", "Kegiatan KPU"),
        ),
        (
            Outgoing(QORI, title="Laporan TW II", drawing=Drawing("rekap", 1)),
            ("bakohumas_laporan_siap", "Laporan TW II"),
        ),
        (Outgoing(QORI, text="Dua\tkata   saja:\nbaris kedua"), ("bakohumas_pengingat", "Dua kata saja")),
        (Outgoing(QORI, text=" \n"), ("bakohumas_pengingat", "pesan baru")),
        (Outgoing(QORI, drawing=Drawing("status", 1)), ("bakohumas_pengingat", "gambar atau berkas yang Anda minta")),
        (Outgoing(QORI, text="kata " * 40), ("bakohumas_pengingat", "kata " * 23 + "kata…")),
    ],
)
def test_what_a_message_brings_decides_by_which_text_its_person_is_called(
    said: Outgoing, told: tuple[str, str]
) -> None:
    assert templates.of(said) == Template(told[0], (told[1],))


def test_only_what_is_new_on_whatsapp_is_told_of() -> None:
    group = Outgoing(Chat("telegram", "-1", group=True), text="Kolase")
    says = [group, Outgoing(Chat("telegram", "1"), text="a"), Outgoing(QORI, text="b").quietly()]
    assert list(templates.knocking(says)) == says


@pytest.mark.usefixtures("office")
def test_what_comes_by_itself_has_one_in_the_outbox(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (remind.nudge,))
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        people.identify(session, rudi, "whatsapp", "628r", "628r", datetime(2022, 6, 1, tzinfo=WIB))
    dispatch.tick(database, datetime(2022, 6, 24, 15, 30, tzinfo=WIB))
    with database.transaction() as session:
        found = {row.chat: row.payload.get("template") for row in session.scalars(select(Outbox))}
    words = [remind.NUDGE.rstrip(".")]
    assert found == {"628r": {"name": "bakohumas_pengingat", "parameters": words}, "Kadir": None}


@pytest.mark.parametrize("text", templates.EVERY, ids=lambda one: one.name)
def test_whatsapp_takes_their_form(text: templates.Text) -> None:
    """Names in small letters, a gap neither at the beginning nor at the end, few gaps for so many words."""
    assert re.fullmatch(r"[a-z_]{1,512}", text.name)
    assert re.findall(r"\{\{\d+\}\}", text.body) == ["{{1}}"]
    assert not text.body.startswith("{{")
    assert not text.body.endswith("}}")
    assert len(text.body) + templates.SUBJECT <= 1024
    assert templates.subject(Outgoing(QORI, text=text.example)) == text.example
    assert text.asked["components"][1] == {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Buka"}]}


def test_the_page_has_them_as_the_program_sends_them() -> None:
    page = (Path(__file__).parents[3] / "docs" / "whatsapp.md").read_text(encoding="utf-8")
    blocks = [json.loads(one) for one in re.findall(r"```json\n(.*?)```", page, re.DOTALL)]
    assert blocks == [one.asked for one in templates.EVERY]


@pytest.mark.usefixtures("office")
def test_buka_brings_what_waits_and_says_so_where_nothing_does(database: Database) -> None:
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        people.identify(session, rudi, "whatsapp", "628r", "628r")
    phones = Phones(database, channel="whatsapp")
    assert phones.say("628r", forged(Open())) == [f"Bot→628r> {whatsapp.NOTHING}"]
    with database.transaction() as session:
        row = Outbox(channel="whatsapp", chat="628r", group=False, kind="say", next_try=NOW, state=State.HELD)
        row.payload = {"chat": {"channel": "whatsapp", "id": "628r"}, "text": "Menunggu"}
        session.add(row)
    assert phones.say("628r", forged(Open())) == []
