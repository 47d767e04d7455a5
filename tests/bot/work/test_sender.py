"""The outbox goes out in order and at a permitted pace; a card stays one message, a post that lives is edited."""

import asyncio
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot.channel import Gone, Permanent, Unknown
from bot.work import outcome, parcel
from bot.work.sender import Sender
from bot.world import World
from handlers import dispatch
from handlers.chat.door import Door
from handlers.chat.messages import Button, Drawing, Edit, Incoming, Outgoing, Reaction, Toast
from handlers.chat.queue import SILENCE, queue
from handlers.lapor.doors import Drop, Save
from renderers.figures import Kolase
from renderers.frozen import freeze
from storage.chat import cards, inbox, outbox
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from tests.bot.ears import GRUP, KADIR, RUDI, Clock, Ears
from tests.bot.trouble.posts import post, rows, say, sent
from tests.conftest import here
from tests.patience import PATIENCE
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")


async def test_in_order_within_a_chat_and_chats_side_by_side(sender: Sender, world: World, clock: Clock) -> None:
    say(world, post(RUDI, "satu"), post(RUDI, "dua"), post(KADIR, "tiga"))
    assert sorted(await sent(sender)) == [("send", "Kadir", "tiga"), ("send", "Rudi", "satu")]
    assert await sent(sender) == []
    assert await sender.look() == 1
    clock.forward(1)
    assert await sent(sender) == [("send", "Rudi", "dua")]
    assert rows(world, "state") == ["sent", "sent", "sent"]


async def test_what_was_just_claimed_goes_although_the_sender_is_stopped(
    sender: Sender, world: World, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    claiming, may_end, claimed = Event(), Event(), parcel.claim

    def slowly(*given: Any) -> parcel.Parcel | None:
        claiming.set()
        may_end.wait(PATIENCE)
        return claimed(*given)

    monkeypatch.setattr("bot.work.sender.claim", slowly)
    say(world, post(GRUP, "satu"))
    looking = asyncio.create_task(sender.look())
    await asyncio.to_thread(claiming.wait, PATIENCE)
    looking.cancel()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await looking
    await sender.idle()
    assert (ears.new(), rows(world, "state")) == ([("send", "Grup", "satu")], ["sent"])


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
        cards.push_all(session, "test", "Rudi")
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


async def pushed_down(sender: Sender, world: World, clock: Clock, seconds: float) -> list[tuple[str, ...]]:
    """A card is sent, edited, and after so many seconds sent anew below; what was done then."""
    say(world, Outgoing(RUDI, text="a", card="k", menu=((Button("Simpan", Save(1, 0)),),)))
    await sent(sender)
    clock.forward(seconds)
    say(world, Outgoing(RUDI, text="a, disunting", card="k"))
    await sent(sender)
    with world.database.transaction() as session:
        cards.push_all(session, "test", "Rudi")
    say(world, Outgoing(RUDI, text="b", card="k"))
    clock.forward(1)
    return await sent(sender)


MOVED = ("edit", "m1", "Isiannya pindah ke bawah.")
DAY = 86400


@pytest.mark.parametrize(
    ("seconds", "limit", "put_away"),
    [
        (2 * DAY - 400, timedelta(hours=48), ("delete", "Rudi", "m1")),
        (2 * DAY - 200, timedelta(hours=48), MOVED),
        (3 * DAY, timedelta(hours=48), MOVED),
        (3 * DAY, None, ("delete", "Rudi", "m1")),
    ],
    ids=["younger", "nearly too old", "old", "a channel without a limit"],
)
async def test_a_card_that_is_too_old_to_be_deleted_becomes_one_line_without_buttons(
    sender: Sender, world: World, ears: Ears, clock: Clock, seconds: float, limit: timedelta | None, put_away: object
) -> None:
    ears.deletes_within = limit
    assert await pushed_down(sender, world, clock, seconds) == [("send", "Rudi", "b"), put_away]


async def test_so_does_one_that_the_channel_refuses_to_delete(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    ears.failures = [None, None, None, Permanent("message can't be deleted for everyone")]
    assert await pushed_down(sender, world, clock, 1) == [("send", "Rudi", "b"), MOVED]
    assert rows(world, "state") == ["sent"] * 3


async def test_a_card_that_nothing_can_be_done_about_stays(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    ears.failures = [None, None, None, Permanent("chat not found"), Gone("message to edit not found")]
    assert (await pushed_down(sender, world, clock, 1), rows(world, "state")) == ([("send", "Rudi", "b")], ["sent"] * 3)


def pressed(world: World, message: str, door: Door, event: str = "p1") -> None:
    chat = RUDI if not message.startswith("g") else GRUP
    row = Inbox(channel="test", event=event, urut=1, lane=chat.id, body={}, received_at=world.clock())
    with world.database.transaction() as session:
        inbox.put(session, [row])
    incoming = Incoming(chat, event, "Rudi", message=message, press=door.written(), press_id=event)
    assert dispatch.handle(world.database, incoming, world.clock())


async def twice(sender: Sender, world: World, ears: Ears, clock: Clock) -> None:
    """A list, and below it a card that arrived as m2 without an answer, and again as m3."""
    say(world, post(RUDI, "daftar"))
    await sent(sender)
    clock.forward(1)
    Phones(world.database, count=50).send("Rudi", "/lapor Rapat pleno rutin")
    ears.after = [Unknown("the answer was lost")]
    await sent(sender)
    ears.count = 2
    clock.forward(10)
    assert await sent(sender) == [("send", "Rudi", "Laporan kegiatan")]


@pytest.mark.parametrize("rev", [0, 7], ids=["a button that works", "a button that is over"])
async def test_the_copy_of_a_card_is_put_away_when_it_is_pressed(
    sender: Sender, world: World, ears: Ears, clock: Clock, rev: int
) -> None:
    await twice(sender, world, ears, clock)
    pressed(world, "m2", Drop(1, rev))
    did = []
    for _ in range(3):
        clock.forward(1)
        did += await sent(sender)
    assert ("edit", "m2", MOVED[2]) in did
    assert [what for what in did if what[:2] == ("edit", "m3")] != []


@pytest.mark.parametrize("message", ["m1", "m3", "", "g2"], ids=["a list", "the card", "nothing", "the group"])
async def test_no_other_message_is_put_away(
    sender: Sender, world: World, ears: Ears, clock: Clock, message: str
) -> None:
    await twice(sender, world, ears, clock)
    pressed(world, message, Drop(1, 7))
    for _ in range(3):
        clock.forward(1)
        assert [what for what in await sent(sender) if MOVED[2] in what] == []


async def test_a_message_of_long_ago_is_no_copy(sender: Sender, world: World, clock: Clock) -> None:
    say(world, Outgoing(RUDI, text="a", card="k"))
    await sent(sender)
    pressed(world, "m77", Drop(1, 0))
    clock.forward(1)
    assert [what for what in await sent(sender) if MOVED[2] in what] == []


def drawn(world: World, name: str = "kolase-1.jpg") -> None:
    """The drawing worker has been here."""
    with world.database.transaction() as session:
        for row in session.query(Outbox).where(Outbox.state == outbox.State.DRAW):
            folder = world.data_dir / "drawn" / str(row.id)
            folder.mkdir(parents=True)
            (folder / name).write_bytes(b"")
            outbox.drawn(row, [str(Path("drawn") / str(row.id) / name)])


EMPTY = Kolase("KPU", "Sukamaju", (), "Kegiatan KPU", "Pekan Keempat Juni 2022", "", (), "", ())


@pytest.fixture
def living(world: World) -> Outgoing:
    """The new state of a post of two sheets and a companion."""
    with world.database.transaction() as session:
        office = session.get_one(Satker, 1)
        row = deliveries.claim(here(session, office, world.clock()), "kolase", "2022-W25", freeze(EMPTY))
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


async def test_what_may_go_in_a_moment_is_looked_at_in_a_moment(sender: Sender, world: World, clock: Clock) -> None:
    now = clock()
    with world.database.transaction() as session:
        queue(session, [Outgoing(RUDI, text="2 foto", card="draft:1")], now + SILENCE)
    assert await sender.look() == SILENCE.total_seconds()
    clock.forward(SILENCE.total_seconds())
    assert await sent(sender) == [("send", "Rudi", "2 foto")]
