"""The outbox goes out in order and at a permitted pace; a card stays one message, a post that lives is edited."""

from pathlib import Path

import pytest

from bot.channel import Gone, Permanent, Unknown
from bot.work import outcome
from bot.work.sender import Sender
from bot.world import World
from handlers.chat.messages import Drawing, Edit, Outgoing, Reaction, Toast
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from tests.bot.ears import GRUP, KADIR, RUDI, Clock, Ears
from tests.bot.trouble.posts import post, rows, say, sent
from tests.conftest import here

pytestmark = pytest.mark.usefixtures("office")


async def test_in_order_within_a_chat_and_chats_side_by_side(sender: Sender, world: World, clock: Clock) -> None:
    say(world, post(RUDI, "satu"), post(RUDI, "dua"), post(KADIR, "tiga"))
    assert sorted(await sent(sender)) == [("send", "Kadir", "tiga"), ("send", "Rudi", "satu")]
    assert await sent(sender) == []
    assert await sender.look() == 1
    clock.forward(1)
    assert await sent(sender) == [("send", "Rudi", "dua")]
    assert rows(world, "state") == ["sent", "sent", "sent"]


async def test_quick_things_wait_for_nobody(sender: Sender, world: World) -> None:
    say(world, post(RUDI, "satu"))
    await sent(sender)
    toast = Toast(RUDI, "q1", "Sudah tersimpan.")
    say(world, post(RUDI, "dua"), toast, Reaction(RUDI, "5", "👌"))
    assert sorted(await sent(sender)) == [("answer", "q1", "Sudah tersimpan."), ("react", "5", "👌")]


async def test_a_card_is_edited_in_place_and_only_its_last_state_is_shown(
    sender: Sender, world: World, clock: Clock
) -> None:
    card = "draft:1"
    say(world, Outgoing(RUDI, text="Foto: 1", card=card))
    assert await sent(sender) == [("send", "Rudi", "Foto: 1")]
    for count in (2, 3, 4):
        say(world, Outgoing(RUDI, text=f"Foto: {count}", card=card))
    assert await sent(sender) == []
    clock.forward(1)
    assert await sent(sender) == [("edit", "m1", "Foto: 4")]


async def test_a_pushed_card_is_sent_anew_below_and_the_old_one_goes(
    sender: Sender, world: World, clock: Clock
) -> None:
    say(world, Outgoing(RUDI, text="a", card="draft:1"))
    await sent(sender)
    with world.database.transaction() as session:
        outbox.push_cards(session, "test", "Rudi")
    say(world, Outgoing(RUDI, text="b", card="draft:1"))
    clock.forward(1)
    assert await sent(sender) == [("send", "Rudi", "b"), ("delete", "Rudi", "m1")]
    say(world, Outgoing(RUDI, text="c", card="draft:1"))
    clock.forward(1)
    assert await sent(sender) == [("edit", "m2", "c")]


async def test_a_card_that_somebody_deleted_is_sent_anew(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, Outgoing(RUDI, text="a", card="draft:1"))
    await sent(sender)
    say(world, Outgoing(RUDI, text="b", card="draft:1"))
    clock.forward(1)
    ears.failures = [Gone("message to edit not found")]
    assert await sent(sender) == []
    clock.forward(1)
    assert await sent(sender) == [("send", "Rudi", "b"), ("delete", "Rudi", "m1")]


async def test_an_old_card_that_cannot_be_deleted_stays(sender: Sender, world: World, ears: Ears, clock: Clock) -> None:
    say(world, Outgoing(RUDI, text="a", card="k"))
    await sent(sender)
    with world.database.transaction() as session:
        outbox.push_cards(session, "test", "Rudi")
    say(world, Outgoing(RUDI, text="b", card="k"))
    clock.forward(1)
    ears.failures = [None, Permanent("message can't be deleted")]
    assert (await sent(sender), rows(world, "state")) == ([("send", "Rudi", "b")], ["sent", "sent"])


def drawn(world: World, name: str = "kolase-1.jpg") -> None:
    """The drawing worker has been here."""
    with world.database.transaction() as session:
        for row in session.query(Outbox).where(Outbox.state == outbox.State.DRAW):
            folder = world.data_dir / "drawn" / str(row.id)
            folder.mkdir(parents=True)
            (folder / name).write_bytes(b"")
            outbox.drawn(row, [str(Path("drawn") / str(row.id) / name)])


@pytest.fixture
def living(world: World) -> Outgoing:
    """The new state of a post of two sheets and a companion."""
    with world.database.transaction() as session:
        office = session.get_one(Satker, 1)
        row = deliveries.claim(here(session, office, world.clock()), "kolase", "2022-W25", {"cells": [], "pekan": "P"})
        assert row
        row.state, row.message_ids = deliveries.State.SENT, ["m8", "m9"]
        drawing = Drawing("kolase", row.id)
    return Edit(GRUP, text="Baru", drawing=drawing, replaces=("m8",), below="m9", satker=1)


def state(world: World) -> str:
    with world.database.transaction() as session:
        return deliveries.get(session, 1).state


async def test_an_edit_takes_the_place_of_the_post(sender: Sender, world: World, living: Outgoing) -> None:
    say(world, living)
    drawn(world)
    assert await sent(sender) == [("replace", "m8", "Baru", "kolase-1.jpg")]
    assert rows(world, "kind", "state", "message_ids") == [("edit", "sent", ["m8", "m9"])]


async def test_an_edit_whose_fate_is_unknown_is_made_once_more(
    sender: Sender, world: World, ears: Ears, clock: Clock, living: Outgoing
) -> None:
    say(world, living)
    drawn(world)
    ears.after = [Unknown("reset")]
    assert await sent(sender) == [("replace", "m8", "Baru", "kolase-1.jpg")]
    clock.forward(5)
    assert await sent(sender) == [("replace", "m8", "Baru", "kolase-1.jpg")]
    assert rows(world, "state") == ["sent"]


async def test_an_edit_that_a_crash_interrupted_is_made_once_more(world: World, living: Outgoing) -> None:
    say(world, living)
    drawn(world)
    with world.database.transaction() as session:
        outbox.claim(session, 1)
    outcome.recover(world.database, "test", world.clock())
    assert rows(world, "state", "error") == [("new", "interrupted")]


@pytest.mark.parametrize("problem", [Gone("message to edit not found"), Permanent("chat not found")])
async def test_a_post_that_is_gone_is_given_up(
    sender: Sender, world: World, ears: Ears, living: Outgoing, problem: Exception
) -> None:
    say(world, living)
    drawn(world)
    ears.failures = [problem]
    assert await sent(sender) == []
    assert (rows(world, "state")[0], state(world)) == ("dead", "gone")
    assert [row for row in rows(world, "group", "card") if row[1]] == [(False, "kolase:1")]


async def test_a_card_with_a_picture_is_renewed_in_place(sender: Sender, world: World, clock: Clock) -> None:
    card = Outgoing(RUDI, text="a", card="susun:1", drawing=Drawing("matriks", 1))
    say(world, card)
    drawn(world)
    assert await sent(sender) == [("send", "Rudi", "a", "kolase-1.jpg")]
    say(world, Edit(RUDI, text="b", card="susun:1", drawing=Drawing("matriks", 1)))
    drawn(world)
    clock.forward(1)
    assert await sent(sender) == [("replace", "m1", "b", "kolase-1.jpg")]
    say(world, Edit(RUDI, text="c", card="susun:1"))
    clock.forward(1)
    assert await sent(sender) == [("edit", "m1", "c")]


def test_words_do_not_overtake_the_picture_that_they_stand_under(world: World) -> None:
    drawing = Drawing("kolase", 1)
    say(world, Outgoing(RUDI, text="a", card="k", drawing=drawing), Outgoing(RUDI, text="b", card="k"))
    assert rows(world, "state", "payload") == [("draw", {
        "chat": {"channel": "test", "id": "Rudi"}, "text": "b", "card": "k",
        "drawing": {"renderer": "kolase", "id": 1},
    })]  # fmt: skip
    drawn(world)
    say(world, Outgoing(RUDI, text="c", card="k"))
    assert [(s, len(f), p["text"]) for s, f, p in rows(world, "state", "files", "payload")] == [("new", 1, "c")]
    say(world, Outgoing(RUDI, text="d", card="k", drawing=drawing))
    assert [(s, f, p["text"]) for s, f, p in rows(world, "state", "files", "payload")] == [("draw", [], "d")]


def test_what_is_being_drawn_shows_the_state_before(world: World) -> None:
    said = Outgoing(RUDI, text="a", card="k", drawing=Drawing("kolase", 1))
    say(world, said)
    with world.database.transaction() as session:
        outbox.get(session, 1).tries = 1
    say(world, said)
    assert rows(world, "state") == ["draw", "draw"]
