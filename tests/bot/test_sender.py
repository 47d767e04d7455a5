"""What becomes of an outbox row, outcome by outcome."""

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from sqlalchemy import select

from bot.channel import Gone, Migrated, Permanent, Transient, Unknown
from bot.sender import Sender
from bot.world import World
from handlers import dispatch
from handlers.chat import Button, Chat, Outgoing
from storage import outbox
from storage.outbox import Outbox
from storage.satker import Satker
from tests.bot.ears import GRUP, KADIR, QORI, RUDI, Clock, Ears

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def sender(world: World) -> Sender:
    return Sender(world)


def say(world: World, *says: Outgoing) -> None:
    with world.database.transaction() as session:
        dispatch.queue(session, says, world.clock())


async def sent(sender: Sender) -> list[tuple[str, ...]]:
    """One look at the outbox, to its end."""
    await sender.look()
    await sender.idle()
    channel = sender.channel
    assert isinstance(channel, Ears)
    return channel.new()


def rows(world: World, *columns: str) -> list[Any]:
    with world.database.transaction() as session:
        found = session.scalars(select(Outbox).order_by(Outbox.id)).all()
    return [tuple(getattr(row, c) for c in columns) if columns[1:] else getattr(row, columns[0]) for row in found]


def post(chat: Chat = GRUP, text: str = "Kolase", satker: int = 1, **told: Any) -> Outgoing:
    return Outgoing(chat, text=text, satker=satker, **told)


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


async def test_in_the_group_an_unknown_outcome_is_never_repeated_and_somebody_is_asked(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post())
    ears.after = [Unknown("timed out")]
    assert await sent(sender) == [("send", "Grup", "Kolase")]
    assert await sent(sender) == [("send", "Qori", ASKED)]
    clock.forward(3600)
    assert await sent(sender) == []
    assert rows(world, "chat", "state") == [("Grup", "uncertain"), ("Qori", "sent")]


@pytest.mark.parametrize("said", [
    Outgoing(GRUP, answer="q1"), Outgoing(GRUP, to="5", reaction="👌"), Outgoing(GRUP, leave=True)
])  # fmt: skip
async def test_what_may_be_done_twice_is_done_again_even_in_a_group(
    sender: Sender, world: World, ears: Ears, clock: Clock, said: Outgoing
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
    say(world, Outgoing(RUDI, answer="q1"))
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


async def test_a_button_that_the_channel_would_refuse_is_logged_and_gives_way(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post(RUDI, "satu", menu=((Button("x", "y"),),)), post(RUDI, "dua"))
    ears.failures = [ValueError("callback data")]
    await sent(sender)
    clock.forward(1)
    assert (await sent(sender), rows(world, "state")) == ([("send", "Rudi", "dua")], ["dead", "sent"])


async def test_words_of_another_release_are_put_aside(sender: Sender, world: World) -> None:
    say(world, post(RUDI, "satu"))
    with world.database.transaction() as session:
        session.get_one(Outbox, 1).payload = {"chat": 7}
    assert (await sent(sender), rows(world, "state")) == ([], ["dead"])


async def test_a_handler_that_fails_does_not_undo_what_happened(
    sender: Sender, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "happened", lambda *_: 1 / 0)
    say(world, post(RUDI, "satu"))
    assert (await sent(sender), rows(world, "state")) == ([("send", "Rudi", "satu")], ["sent"])


async def test_what_happened_is_written_down_however_long_the_database_is_away(
    sender: Sender, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(world, post(RUDI, "satu"))
    real, left = outbox.sent, [2]

    def away(*told: Any) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise OSError("disk full")
        real(*told)

    monkeypatch.setattr(outbox, "sent", away)
    monkeypatch.setattr("bot.sender.pause", lambda *_: asyncio.sleep(0))
    assert (await sent(sender), rows(world, "state")) == ([("send", "Rudi", "satu")], ["sent"])


CRASHED: Iterable[tuple[str, Outgoing, str]] = (
    ("a person may hear it twice", post(RUDI, "satu"), "new"),
    ("a group must not", post(), "uncertain"),
    ("a reaction does no harm", Outgoing(GRUP, to="5", reaction="👌"), "new"),
)


@pytest.mark.parametrize(("said", "state"), [row[1:] for row in CRASHED], ids=[row[0] for row in CRASHED])
async def test_after_a_crash_in_the_middle_of_sending(sender: Sender, world: World, said: Outgoing, state: str) -> None:
    say(world, said)
    with world.database.transaction() as session:
        outbox.claim(session, 1)
    await sender.recover()
    assert rows(world, "state")[0] == state
    assert rows(world, "chat")[1:] == (["Qori"] if state == "uncertain" else [])


async def test_a_person_who_says_send_it_again_gets_it_sent_again(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post())
    ears.failures = [Unknown("timed out")]
    await sent(sender)
    with world.database.transaction() as session:
        outbox.again(outbox.get(session, 1), clock(), "")
    clock.forward(1)
    assert ("send", "Grup", "Kolase") in await sent(sender)
    assert QORI.id in rows(world, "chat")
