"""A receipt that is renewed quietly is edited where it stands, goes last, and is never sent anew."""

import pytest

from bot.channel import Gone
from bot.work.sender import Sender
from bot.world import World
from handlers.chat.messages import Edit, Outgoing
from storage.chat import cards
from tests.bot.ears import RUDI, Clock, Ears
from tests.bot.trouble.posts import post, rows, say, sent

pytestmark = pytest.mark.usefixtures("office")
QUIET = Edit(RUDI, text="Dipakai.", card="catatan:1")


async def shown(sender: Sender, world: World, clock: Clock) -> None:
    """A receipt, and then a newer message of the person below it."""
    say(world, Outgoing(RUDI, text="Tercatat.", card="catatan:1"))
    await sent(sender)
    clock.forward(1)
    with world.database.transaction() as session:
        cards.push_all(session, "test", "Rudi")


async def test_it_is_edited_in_place_though_newer_messages_stand_below(
    sender: Sender, world: World, clock: Clock
) -> None:
    await shown(sender, world, clock)
    say(world, QUIET)
    assert await sent(sender) == [("edit", "m1", "Dipakai.")]
    clock.forward(1)
    say(world, Outgoing(RUDI, text="Diubah.", card="catatan:1"))
    assert await sent(sender) == [("send", "Rudi", "Diubah."), ("delete", "Rudi", "m1")]


async def test_everything_else_of_the_chat_goes_first(sender: Sender, world: World, clock: Clock) -> None:
    await shown(sender, world, clock)
    say(world, QUIET, post(RUDI, "jawaban"))
    assert await sent(sender) == [("send", "Rudi", "jawaban")]
    clock.forward(1)
    assert await sent(sender) == [("edit", "m1", "Dipakai.")]


async def test_where_no_receipt_stands_nothing_is_said(sender: Sender, world: World) -> None:
    say(world, QUIET)
    assert (await sent(sender), rows(world, "state")) == ([], ["dead"])


async def test_a_receipt_that_somebody_deleted_is_not_sent_anew(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    await shown(sender, world, clock)
    ears.failures = [Gone("message to edit not found")]
    say(world, QUIET)
    assert (await sent(sender), rows(world, "state")) == ([], ["sent", "dead"])


async def test_a_state_that_is_to_be_seen_stays_so_when_a_quiet_one_follows(
    sender: Sender, world: World, clock: Clock
) -> None:
    await shown(sender, world, clock)
    say(world, Outgoing(RUDI, text="Diubah.", card="catatan:1"), QUIET)
    assert await sent(sender) == [("send", "Rudi", "Dipakai."), ("delete", "Rudi", "m1")]
