"""What is for the group waits while the bot may not write there, and goes out when it may again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channel import Shut
from bot.work.sender import Sender
from bot.world import World
from handlers import dispatch
from handlers.chat.messages import Chat, Edit, Incoming, Outgoing, Presence
from handlers.deliveries import place
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.kantor.satker import Here, Satker
from tests.bot.ears import GRUP, Clock, Ears
from tests.bot.trouble.posts import post, rows, say, sent

TOPIC = replace(GRUP, topic="5")


@pytest.fixture(autouse=True)
def _bound(world: World, office: int) -> None:
    with world.database.transaction() as session:
        session.get_one(Satker, office).grup_topik = TOPIC.topic


def hear(world: World, chat: Chat, event: str = "7", person: str = "Orang", **told: object) -> None:
    """Something comes from the group and is handled."""
    with world.database.transaction() as session:
        row = Inbox(channel="test", event=event, urut=int(event), lane=chat.id, body={}, received_at=world.clock())
        inbox.put(session, [row])
    incoming = Incoming(chat, event, person, **told)  # type: ignore[arg-type]  # the fields of an Incoming
    dispatch.handle(world.database, incoming, world.clock())


async def all_sent(sender: Sender, clock: Clock) -> list[tuple[str, ...]]:
    heard: list[tuple[str, ...]] = []
    for _ in range(6):
        heard += await sent(sender)
        clock.forward(1)
    return heard


async def shut(
    sender: Sender, world: World, ears: Ears, clock: Clock, *said: Outgoing, why: Presence = Presence.CLOSED
) -> list[tuple[str, ...]]:
    """Posts that find the topic shut; what is said to people."""
    ears.shut = Shut(why, "no")
    say(world, *said)
    heard = await all_sent(sender, clock)
    ears.shut = None
    return heard


def told(why: Presence) -> Sequence[tuple[str, ...]]:
    return [("send", "Qori", f"{place.TOLD[why]} {place.LATER}")]


async def test_a_closed_topic_is_told_of_once_and_all_goes_out_in_order_when_it_opens(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    assert await shut(sender, world, ears, clock, post(TOPIC, "satu"), post(TOPIC, "dua")) == told(Presence.CLOSED)
    assert rows(world, "chat", "topic", "state", "error") == [
        ("Grup", "5", "held", "closed"), ("Grup", "5", "held", "closed"), ("Qori", "", "sent", "")
    ]  # fmt: skip
    hear(world, replace(GRUP, topic="9"), place=Presence.REOPENED)
    assert await all_sent(sender, clock) == []
    hear(world, TOPIC, "8", place=Presence.REOPENED)
    assert sorted(await all_sent(sender, clock)) == [
        ("edit", "m1", place.BACK), ("send", "Grup#5", "dua"), ("send", "Grup#5", "satu")
    ]  # fmt: skip
    assert rows(world, "state", "held_at")[:2] == [("sent", None), ("sent", None)]


@pytest.mark.parametrize(("why", "came"), [
    (Presence.REMOVED, Presence.ADDED), (Presence.MUTED, Presence.HEARD), (Presence.CLOSED, Presence.HEARD)
])  # fmt: skip
async def test_each_way_out_has_a_way_back(
    sender: Sender, world: World, ears: Ears, clock: Clock, why: Presence, came: Presence
) -> None:
    assert await shut(sender, world, ears, clock, post(TOPIC), why=why) == told(why)
    hear(world, GRUP, place=came)
    assert sorted(await all_sent(sender, clock)) == [("edit", "m1", place.BACK), ("send", "Grup#5", "Kolase")]


CHANGE = Edit(TOPIC, text="Kolase, diperbarui", replaces=("m0",), satker=1)


async def test_a_topic_that_is_found_no_more_is_left_by_hubungkan_elsewhere(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    assert await shut(sender, world, ears, clock, post(TOPIC), CHANGE, why=Presence.LOST) == told(Presence.LOST)
    hear(world, replace(GRUP, topic="6"), person="Qori", text="/hubungkan", message="70", forum=True)
    assert sorted(await all_sent(sender, clock)) == [
        ("edit", "m0", "Kolase, diperbarui"),
        ("send", "Grup#6", "Kolase"),
        ("send", "Grup#6", "Mulai sekarang kolase pekanan dan laporan dikirim ke topik ini."),
    ]


async def test_into_another_group_goes_what_is_new_and_no_change_of_what_stands_in_the_old_one(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    await shut(sender, world, ears, clock, post(TOPIC), CHANGE, why=Presence.REMOVED)
    hear(world, Chat("test", "Baru", group=True), person="Qori", text="/hubungkan", message="70")
    bound = "Grup ini terhubung dengan KPU Kota Probolinggo. Kolase pekanan dan laporan akan dikirim ke sini."
    assert sorted(await all_sent(sender, clock)) == [("send", "Baru", bound), ("send", "Baru", "Kolase")]
    assert rows(world, "chat", "state")[:2] == [("Baru", "sent"), ("Grup", "dead")]


async def test_what_nobody_tells_of_is_tried_every_six_hours_and_given_up_after_two_weeks(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    await shut(sender, world, ears, clock, post(TOPIC))
    ears.shut, states = Shut(Presence.CLOSED, "TOPIC_CLOSED"), []
    for _ in range(56):
        clock.forward(timedelta(hours=6).total_seconds())
        with world.database.transaction() as session:
            assert list(place.retried(Here(session, session.get_one(Satker, 1), clock.now))) == []
        assert await sent(sender) == []
        states += rows(world, "state")[:1]
    assert states == ["held"] * 55 + ["dead"]


async def test_what_waits_follows_the_group_to_the_id_that_topics_give_it(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    with world.database.transaction() as session:
        session.get_one(Satker, 1).grup_topik = ""
    await shut(sender, world, ears, clock, post(text="satu"), why=Presence.MUTED)
    hear(world, GRUP, migrated_to="-1002")
    hear(world, Chat("test", "-1002", group=True, topic="5"), "8", person="Qori", text="/hubungkan", message="70")
    assert sorted(await all_sent(sender, clock)) == [
        ("send", "-1002#5", "Mulai sekarang kolase pekanan dan laporan dikirim ke topik ini."),
        ("send", "-1002#5", "satu"),
    ]


async def test_in_a_group_of_nobody_nothing_waits(sender: Sender, world: World, ears: Ears, clock: Clock) -> None:
    assert await shut(sender, world, ears, clock, Outgoing(Chat("test", "Arisan", group=True), text="halo")) == []
    assert rows(world, "state", "error") == [("dead", "no")]
