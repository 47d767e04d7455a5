"""The outbox goes out: in order, at a permitted pace, and a card stays one message."""

import pytest

from bot.channel import Gone, Permanent
from bot.work.sender import Sender
from bot.world import World
from handlers.chat.messages import Outgoing
from storage.chat import outbox
from tests.bot.ears import KADIR, RUDI, Clock, Ears
from tests.bot.trouble.posts import post, rows, say, sent

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
    toast = Outgoing(RUDI, text="Sudah tersimpan.", answer="q1")
    say(world, post(RUDI, "dua"), toast, Outgoing(RUDI, to="5", reaction="👌"))
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
