"""Where a drawing went is written down beside its figures, whatever was drawn."""

import pytest
from sqlalchemy import select

from handlers.chat import drawn
from handlers.chat.events import Became, Outcome
from storage.chat.outbox import Kind, Outbox
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import State
from tests.conftest import NOW, here
from tests.phone import Phones


@pytest.mark.parametrize("renderer", ["matriks", "logo", "kolase"])
@pytest.mark.parametrize(
    ("became", "kind", "state", "messages"),
    [
        (Became.SENT, Kind.SAY, State.SENT, ["b1"]),
        (Became.SENT, Kind.EDIT, State.SENT, ["b1"]),
        (Became.FAILED, Kind.SAY, State.FAILED, []),
        (Became.FAILED, Kind.EDIT, State.GONE, []),
        (Became.GONE, Kind.EDIT, State.GONE, []),
        (Became.DRAWN, Kind.SAY, State.CLAIMED, []),
        (Became.UNCERTAIN, Kind.SAY, State.UNCERTAIN, []),
    ],
)
def test_a_delivery_knows_what_became_of_it(
    database: Database, office: int, renderer: str, became: Became, kind: Kind, state: State, messages: list[str]
) -> None:
    with database.transaction() as session:
        delivery = deliveries.claim(here(session, session.get_one(Satker, office), NOW), renderer, "p", {})
        assert delivery
        row = Outbox(kind=kind, payload={"drawing": {"renderer": renderer, "id": delivery.id}}, message_ids=["b1"])
        drawn.marked(Outcome(session, row, became, NOW))
        assert (delivery.state, delivery.message_ids or []) == (state, messages)


def test_what_is_drawn_from_the_message_itself_has_nothing_to_mark(database: Database) -> None:
    with database.transaction() as session:
        row = Outbox(kind=Kind.SAY, payload={"drawing": {"renderer": "qr", "id": 0}}, message_ids=["b1"])
        drawn.marked(Outcome(session, row, Became.SENT, NOW))
        assert not session.dirty


def drawings(database: Database) -> list[str]:
    with database.transaction() as session:
        rows = session.scalars(select(Outbox).order_by(Outbox.id)).all()
        return [row.payload["drawing"]["renderer"] for row in rows if row.payload.get("drawing")]


def texts(database: Database) -> list[str]:
    with database.transaction() as session:
        return [row.payload.get("text", "") for row in session.scalars(select(Outbox).order_by(Outbox.id))]


@pytest.mark.usefixtures("office")
def test_the_same_press_again_joins_the_drawing_that_waits(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/templat")
    for _ in range(40):
        phones.send("Qori", "[Contoh]")
    assert drawings(database) == ["contoh"]
    assert texts(database).count("Contoh sedang disusun…") == 1
    assert texts(database).count(drawn.ALREADY) == 39
    phones.hear()
    phones.send("Qori", "[Contoh]")
    assert drawings(database) == ["contoh", "contoh"]


@pytest.mark.usefixtures("office")
def test_the_same_command_again_joins_too_and_that_is_said_once(database: Database) -> None:
    phones = Phones(database)
    for _ in range(5):
        phones.send("Rudi", "/matriks Juni")
    assert (drawings(database), texts(database).count(drawn.ALREADY)) == (["matriks"], 1)
    phones.send("Rudi", "/matriks Mei")
    phones.send("Kadir", "/matriks Juni")
    assert drawings(database) == ["matriks"] * 3


@pytest.mark.usefixtures("office")
def test_figures_that_have_changed_since_are_drawn_anew(database: Database) -> None:
    phones = Phones(database)
    phones.send("Qori", "/matriks Juni")
    phones.send("Qori", "/matriks Juni foto berita ig 27")
    phones.send("Qori", "/matriks Juni")
    assert drawings(database) == ["matriks"] * 2


@pytest.mark.usefixtures("office")
def test_a_kolase_that_two_ask_for_in_the_group_is_drawn_once(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "(foto a) Rapat Pleno Rutin bersama Bawaslu")
    phones.say("Rudi", "[Simpan]")
    before = drawings(database)
    phones.send("Rudi", "/kolase", "Grup")
    phones.send("Kadir", "/kolase", "Grup")
    assert drawings(database) == [*before, "kolase"]
    assert texts(database).count(drawn.ALREADY) == 1
