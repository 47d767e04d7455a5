"""Where a drawing went is written down beside its figures, whatever was drawn."""

import pytest

from handlers.chat import drawn
from handlers.chat.events import Became, Outcome
from storage.chat.outbox import Kind, Outbox
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import State
from tests.conftest import NOW, here


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
        (Became.UNCERTAIN, Kind.SAY, State.CLAIMED, []),
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
