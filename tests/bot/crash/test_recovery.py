"""Crashes, faults of our own and a database that is away: what happened stays true."""

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest

from bot.channel import Unknown
from bot.work.sender import Sender
from bot.world import World
from handlers import dispatch
from handlers.chat.messages import Act, Button, Reaction
from storage.chat import outbox
from storage.chat.outbox import Outbox
from tests.bot.ears import GRUP, QORI, RUDI, Clock, Ears
from tests.bot.trouble.posts import post, rows, say, sent

pytestmark = pytest.mark.usefixtures("office")


async def test_a_button_that_the_channel_would_refuse_is_logged_and_gives_way(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    say(world, post(RUDI, "satu", menu=((Button("x"),),)), post(RUDI, "dua"))
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
    monkeypatch.setattr("bot.work.sender.pause", lambda *_: asyncio.sleep(0))
    assert (await sent(sender), rows(world, "state")) == ([("send", "Rudi", "satu")], ["sent"])


CRASHED: Iterable[tuple[str, Act, str]] = (
    ("a person may hear it twice", post(RUDI, "satu"), "new"),
    ("a group must not", post(), "uncertain"),
    ("a reaction does no harm", Reaction(GRUP, "5", "👌"), "new"),
)


@pytest.mark.parametrize(("said", "state"), [row[1:] for row in CRASHED], ids=[row[0] for row in CRASHED])
async def test_after_a_crash_in_the_middle_of_sending(sender: Sender, world: World, said: Act, state: str) -> None:
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
