"""The original goes to whoever asks, in their own chat, at twice the size and in other formats."""

from typing import Any

import pytest
from sqlalchemy import select

from handlers.chat.messages import Outgoing
from handlers.chat.queue import from_payload
from handlers.kolase.doors import Draw, Formats, Shape
from storage.chat import outbox
from storage.chat.outbox import Due, Outbox, State
from storage.database import Database, Session
from storage.foto.photos import Foto
from storage.kantor.people import Identity
from storage.laporan.deliveries import Delivery, View
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
# Pressed where the button does not stand.
ORIGINAL = f"[!{Draw(1, Shape.ORIGINAL).written()}]"


@pytest.fixture
def phones(database: Database) -> Phones:
    phones = Phones(database)
    phones.say("Rudi", "(foto a) Rapat Pleno Rutin")
    phones.say("Rudi", "simpan")
    phones.say("Hudri", "/kolase", grup="Grup")
    return phones


def asked(database: Database) -> tuple[View, int, dict[str, Any]]:
    with database.transaction() as session:
        row = session.scalars(select(Delivery).where(Delivery.kind == "kolase asli")).one()
        return row.view, row.lembar, row.figures


def test_the_picture_at_twice_its_size_as_a_document(phones: Phones, database: Database) -> None:
    phones.say("Kadir", "[Ukuran asli]", grup="Grup")
    view, lembar, _ = asked(database)
    assert (view.format, lembar, view.scale) == ("potret", 1, 2)


def test_nothing_more_in_the_group(phones: Phones, database: Database) -> None:
    assert phones.say("Kadir", "[Format lain]", grup="Grup") == [
        "Bot→Kadir> Kolase Pekan Keempat Juni 2022: bentuk yang mana?",
        "   │ [Persegi] [Story] [A4]",
    ]
    assert phones.say("Kadir", "[A4]")[0] == "Bot→Kadir> Kolase Pekan Keempat Juni 2022, format A4."
    view, lembar, _ = asked(database)
    assert (view.format, lembar) == ("a4", 0)


def test_it_is_sent_uncompressed(phones: Phones) -> None:
    seen: list[bool] = []
    original = phones._deliver  # noqa: SLF001 - to look at what goes out

    def deliver(session: Session, waiting: Due) -> list[str]:
        act = from_payload(waiting.kind, outbox.get(session, waiting.id).payload)
        seen.append(isinstance(act, Outgoing) and act.document)
        return original(session, waiting)

    phones._deliver = deliver  # type: ignore[method-assign]  # noqa: SLF001
    phones.say("Kadir", ORIGINAL)
    assert seen == [False, True]


def test_what_has_been_hidden_since_is_not_drawn_again(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        session.scalars(select(Foto)).one().anak = True
    assert phones.say("Kadir", ORIGINAL) == ["Bot! Tidak ada foto yang boleh ditampilkan dalam kolase itu."]


def test_whoever_never_wrote_to_the_bot_gets_a_hint(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        session.scalars(select(Identity).where(Identity.person == "Kadir")).one().chat = ""
    assert phones.say("Kadir", "[Ukuran asli]", grup="Grup") == [
        "Bot@Grup! Buka chat pribadi dengan bot ini dan tekan Mulai, lalu coba lagi."
    ]


def test_whoever_has_blocked_the_bot_is_led_to_it_and_gets_what_they_asked_for(
    phones: Phones, database: Database
) -> None:
    with database.transaction() as session:
        said = Outbox(channel="test", chat="Kadir", group=False, kind="say", payload={}, state=State.DEAD)
        said.next_try = phones.now
        session.add(said)
    assert phones.say("Kadir", "[Ukuran asli]", grup="Grup") == [
        "Bot@Grup! Buka chat pribadi dengan bot ini dan tekan Mulai, lalu coba lagi."
    ]
    assert phones.say("Kadir", "/start ko-1-asli") == [
        "Bot→Kadir> Kolase Pekan Keempat Juni 2022, ukuran asli.",
        "   │ <kolase 2>",
    ]
    assert phones.say("Kadir", "/start kf-1")[0] == "Bot→Kadir> Kolase Pekan Keempat Juni 2022: bentuk yang mana?"
    assert phones.say("Kadir", "[Ukuran asli]", grup="Grup")[0] == "Bot@Grup! Dikirim ke chat pribadi Anda."


ODD = ("ko-1", "ko-9999999999-asli", "ko-1-bulat", "ko-x-asli", "ko-1-bentuk", "kf-1-asli", "kf-x")


@pytest.mark.parametrize("payload", ODD)
def test_an_odd_link_is_a_plain_start(phones: Phones, payload: str) -> None:
    assert phones.say("Kadir", f"/start {payload}") == phones.say("Kadir", "/start")


@pytest.mark.parametrize(("data", "answer"), [
    (Draw(99, Shape.ORIGINAL).written(), "Kolase itu tidak ditemukan. Buat lagi dengan /kolase."),
    ("ko:1:bulat", "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."),
    (Formats(99).written(), "Kolase itu tidak ditemukan. Buat lagi dengan /kolase."),
    ("ko:1", "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."),
])  # fmt: skip
def test_odd_buttons(phones: Phones, data: str, answer: str) -> None:
    assert phones.say("Kadir", f"[!{data}]") == [f"Bot! {answer}"]
