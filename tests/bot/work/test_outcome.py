"""What becomes of an outbox row, outcome by outcome."""

import pytest

from bot.channel import Migrated, Permanent, Transient, Unknown
from bot.work.sender import Sender
from bot.world import World
from handlers.chat.messages import Act, Leave, Outgoing, Reaction, Toast
from storage.kantor.satker import Satker
from tests.bot.ears import GRUP, KADIR, RUDI, Clock, Ears
from tests.bot.trouble.posts import post, rows, say, sent

pytestmark = pytest.mark.usefixtures("office")


async def test_too_many_requests_stop_that_chat_for_as_long_as_asked_and_no_other(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post(RUDI, "satu"))
    ears.failures = [Transient("Flood control exceeded", retry_after=7)]
    assert await sent(sender) == []
    say(world, post(KADIR, "dua"))
    assert await sent(sender) == [("send", "Kadir", "dua")]
    clock.forward(6.9)
    assert await sent(sender) == []
    clock.forward(0.2)
    assert await sent(sender) == [("send", "Rudi", "satu")]
    assert rows(world, "state", "tries", "error") == [("sent", 2, ""), ("sent", 1, "")]


async def test_what_certainly_had_no_effect_is_tried_again_with_growing_pauses_even_in_the_group(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post())
    ears.failures = [Transient("no network") for _ in range(3)]
    for pause in (2, 4, 8):
        assert await sent(sender) == []
        clock.forward(pause - 0.1)
        assert await sent(sender) == []
        clock.forward(0.1)
    assert await sent(sender) == [("send", "Grup", "Kolase")]


async def test_to_a_person_an_unknown_outcome_is_said_once_more(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post(RUDI, "Tercatat #1"))
    ears.after = [Unknown("timed out")]
    assert await sent(sender) == [("send", "Rudi", "Tercatat #1")]
    clock.forward(2)
    assert await sent(sender) == [("send", "Rudi", "Tercatat #1")]
    assert rows(world, "state") == ["sent"]


ASKED = "Jaringan terputus saat mengirim ke grup: “Kolase”. Apakah kiriman itu sudah ada di grup?"


# A reply to somebody in the group names no office: the group does.
@pytest.mark.parametrize("said", [post(), Outgoing(GRUP, text="Kolase")], ids=["a post", "a reply"])
async def test_in_the_group_an_unknown_outcome_is_never_repeated_and_somebody_is_asked(
    sender: Sender, world: World, ears: Ears, clock: Clock, said: Act
) -> None:
    say(world, said)
    ears.after = [Unknown("timed out")]
    assert await sent(sender) == [("send", "Grup", "Kolase")]
    assert await sent(sender) == [("send", "Qori", ASKED)]
    clock.forward(3600)
    assert await sent(sender) == []
    assert rows(world, "chat", "state") == [("Grup", "uncertain"), ("Qori", "sent")]


@pytest.mark.parametrize("said", [
    Toast(GRUP, "q1"), Reaction(GRUP, "5", "👌"), Leave(GRUP)
])  # fmt: skip
async def test_what_may_be_done_twice_is_done_again_even_in_a_group(
    sender: Sender, world: World, ears: Ears, clock: Clock, said: Act
) -> None:
    say(world, said)
    ears.after = [Unknown("timed out")]
    first = await sent(sender)
    clock.forward(2)
    assert (await sent(sender), rows(world, "state")) == (first, ["sent"])


async def test_an_edit_in_the_group_may_be_repeated(sender: Sender, world: World, ears: Ears, clock: Clock) -> None:
    say(world, post(card="k"))
    await sent(sender)
    say(world, post(text="Kolase, diperbarui", card="k"))
    ears.after = [Unknown("timed out")]
    for _ in range(2):
        clock.forward(2)
        assert await sent(sender) == [("edit", "m1", "Kolase, diperbarui")]


async def test_a_blocked_bot_says_nothing_more_and_others_go_on(sender: Sender, world: World, ears: Ears) -> None:
    say(world, post(RUDI, "satu"))
    ears.failures = [Permanent("Forbidden: bot was blocked by the user")]
    assert await sent(sender) == []
    assert rows(world, "state", "error") == [("dead", "Forbidden: bot was blocked by the user")]


async def test_a_press_that_nobody_could_answer_is_given_up(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, Toast(RUDI, "q1"))
    ears.failures = [Transient("no network") for _ in range(9)]
    for _ in range(4):
        await sent(sender)
        clock.forward(600)
    assert rows(world, "state", "tries") == [("dead", 3)]


async def test_a_group_that_became_a_supergroup_is_followed(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post(text="satu"), post(text="dua"))
    ears.failures = [Migrated("Grup baru")]
    heard = await sent(sender)
    for _ in range(2):
        clock.forward(1)
        heard += await sent(sender)
    assert heard == [("send", "Grup baru", "satu"), ("send", "Grup baru", "dua")]
    with world.database.transaction() as session:
        assert session.get_one(Satker, 1).grup == "Grup baru"
