"""What WhatsApp tells later decides: what is out is not sent again, what has failed is, and what may not go waits."""

import json
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.channel import Unknown
from bot.whatsapp.channel import WhatsApp
from bot.work import outcome, settling
from bot.work.parcel import claim
from bot.work.sender import Sender
from bot.world import World
from handlers.chat.messages import Chat, Outgoing, Template
from storage.chat import outbox, statuses
from storage.chat.outbox import Outbox
from storage.chat.statuses import Status
from storage.database import Session
from tests.bot.conftest import jpeg
from tests.bot.ears import Clock, until
from tests.bot.trouble.posts import rows, say
from tests.bot.whatsapp.conftest import IDS
from tests.graphapi import Fault, GraphAPI, envelope, text

pytestmark = pytest.mark.usefixtures("webhook")
RUDI = Chat("whatsapp", IDS["Rudi"])
LOST = (Fault("messages", "reset", after=True), Fault("messages", 502, after=True))


def texts(api: GraphAPI, person: str = RUDI.id) -> list[str]:
    return [body["text"]["body"] for _, body in api.said(person) if body["type"] == "text"]


async def looked(sender: Sender) -> None:
    await sender.look()
    await sender.idle()


async def became(world: World, *states: str) -> None:
    await until(lambda: rows(world, "state") == list(states))


async def test_a_row_is_over_once_its_status_has_come_and_not_before(
    world: World, sender: Sender, api: GraphAPI
) -> None:
    api.statuses = ()
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    ((message, _),) = api.said(RUDI.id)
    assert [
        (state, payload["text"], ids) for state, payload, ids in rows(world, "state", "payload", "message_ids")
    ] == [("accepted", "satu", [message])]
    api.push(statuses=[api.status(message, "sent")])
    await became(world, "sent")
    assert rows(world, "payload") == [{"drawing": None}]


async def test_a_status_that_comes_before_the_answer_counts(world: World, sender: Sender, api: GraphAPI) -> None:
    api.at_once = True
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    assert (rows(world, "state"), texts(api)) == (["sent"], ["satu"])


@pytest.mark.parametrize("fault", LOST, ids=lambda one: str(one.kind))
async def test_where_the_answer_is_lost_the_status_tells_and_nothing_is_doubled(
    world: World, sender: Sender, api: GraphAPI, fault: Fault
) -> None:
    api.faults = [Fault(fault.method, fault.kind, after=True)]
    say(world, Outgoing(RUDI, text="satu"), Outgoing(RUDI, text="dua"))
    await looked(sender)
    await until(lambda: "unsettled" not in rows(world, "state"))
    for _ in range(2):
        await looked(sender)
    await became(world, "sent", "sent")
    assert texts(api) == ["satu", "dua"]
    assert rows(world, "message_ids") == [[id_] for id_, _ in api.said(RUDI.id)]


async def test_a_status_before_the_lost_answer_settles_it_at_once(world: World, sender: Sender, api: GraphAPI) -> None:
    api.at_once, api.faults = True, [Fault("messages", "reset", after=True)]
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    assert (rows(world, "state"), texts(api)) == (["sent"], ["satu"])


async def test_what_no_status_tells_of_is_sent_again_after_a_while(world: World, sender: Sender, api: GraphAPI) -> None:
    clock = world.clock
    assert isinstance(clock, Clock)
    api.faults = [Fault("messages", 502)]
    say(world, Outgoing(RUDI, text="satu"), Outgoing(RUDI, text="dua"))
    await looked(sender)
    assert (rows(world, "state"), texts(api)) == (["unsettled", "new"], [])
    clock.forward(WhatsApp.settles.total_seconds())
    for _ in range(2):
        await looked(sender)
        clock.forward(10)
        await looked(sender)
    await became(world, "sent", "sent")
    assert texts(api) == ["satu", "dua"]


async def test_what_a_kill_has_interrupted_waits_for_word_and_goes_again_without_it(
    world: World, sender: Sender, api: GraphAPI
) -> None:
    say(world, Outgoing(RUDI, text="satu"))
    with world.database.transaction() as session:
        assert outbox.claim(session, 1)
    await sender.recover()
    assert rows(world, "state") == ["unsettled"]
    mark = _mark(world)
    api.push(statuses=[api.status("wamid.9", "delivered", mark=f"{mark}.0")])
    await became(world, "new")
    await looked(sender)
    assert (rows(world, "state", "message_ids"), api.said(RUDI.id)) == ([("sent", ["wamid.9"])], [])


@pytest.mark.parametrize("late", [False, True])
async def test_what_a_card_says_by_now_goes_also_where_what_it_said_before_is_out(
    world: World, sender: Sender, api: GraphAPI, *, late: bool
) -> None:
    clock = world.clock
    assert isinstance(clock, Clock)
    say(world, Outgoing(RUDI, text="Laporan", card="catatan:1"))
    with world.database.transaction() as session:
        assert outbox.claim(session, 1)
    await sender.recover()
    told = [api.status("wamid.9", "sent", mark=f"{_mark(world)}.0")]
    if late:
        clock.forward(WhatsApp.settles.total_seconds())
        await looked(sender)
    else:
        api.push(statuses=told)
    await became(world, "new")
    say(world, Outgoing(RUDI, text="Tercatat", card="catatan:1"))
    if late:
        api.push(statuses=told)
        await until(lambda: not api.pushing)
    clock.forward(10)
    await looked(sender)
    await became(world, "sent")
    assert texts(api) == ["Tercatat"]


def test_a_status_that_comes_while_the_loss_is_written_down_settles_it(
    world: World, channel: WhatsApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(world, Outgoing(RUDI, text="satu"))
    with world.database.transaction() as session:
        parcel = claim(session, 1, world.data_dir)
    assert parcel
    told = statuses.Told("wamid.9", RUDI.id, _mark(world), 0, statuses.State.SENT)

    def hear() -> None:
        with world.database.transaction() as session:
            settling.told(session, channel, [told], world.clock(), world.data_dir)

    looked, hearing = statuses.out, threading.Thread(target=hear)

    def looked_before(session: Session, name: str, mark: str) -> dict[int, str]:
        found = looked(session, name, mark)
        hearing.start()
        hearing.join(0.5)
        return found

    monkeypatch.setattr(statuses, "out", looked_before)
    outcome.failed(world.database, parcel, Unknown("reset"), world.clock(), timedelta(minutes=1))
    hearing.join()
    assert rows(world, "state") == ["new"]


def _mark(world: World) -> str:
    ((id_, mark),) = rows(world, "id", "mark")
    return f"{id_}.{mark}"


async def test_statuses_only_go_forward(world: World, sender: Sender, api: GraphAPI) -> None:
    api.statuses = ()
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    ((message, _),) = api.said(RUDI.id)
    seen = []
    for state in ("delivered", "sent", "read", "delivered", "sent"):
        assert await api.told(message, state) == 200
        with world.database.transaction() as session:
            seen.append(session.get_one(Status, ("whatsapp", message)).state.value)
    assert (seen, rows(world, "state")) == (["delivered", "delivered", "read", "read", "read"], ["sent"])


async def test_of_several_messages_only_those_that_are_not_out_are_sent_again(
    world: World, sender: Sender, api: GraphAPI
) -> None:
    clock = world.clock
    assert isinstance(clock, Clock)
    say(world, Outgoing(RUDI, text="Kolase"))
    with world.database.transaction() as session:
        outbox.get(session, 1).files = drawn(world.data_dir, 3)
    api.faults = [Fault("messages", -131056, skip=1)]
    await looked(sender)
    assert (rows(world, "state"), len(api.said(RUDI.id))) == (["new"], 1)
    clock.forward(6)
    await looked(sender)
    await became(world, "sent")
    assert [body["type"] for _, body in api.said(RUDI.id)] == ["image"] * 3
    assert rows(world, "message_ids") == [[id_ for id_, _ in api.said(RUDI.id)]]
    # The files were uploaded once.
    assert sum(call.method == "media" for call in api.calls) == 3
    assert list((world.data_dir / "drawn").iterdir()) == []


LATE = (
    (-131047, "held"),
    (-131026, "dead"),
    (-131053, "dead"),
    (-130429, "new"),
    (-131056, "new"),
    (-190, "new"),
)


@pytest.mark.parametrize(("code", "state"), LATE)
async def test_what_fails_afterwards_is_told_by_its_code(
    world: World, sender: Sender, api: GraphAPI, code: int, state: str
) -> None:
    api.faults = [Fault("messages", code, late=True)]
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    await became(world, state)
    kept = {"text": "satu"} if state != "dead" else {"drawing": None}
    assert [{key: payload.get(key) for key in kept} for payload in rows(world, "payload")] == [kept]


async def test_what_waits_for_a_silent_person_goes_once_they_write_before_the_answer(
    world: World, sender: Sender, api: GraphAPI
) -> None:
    api.faults = [Fault("messages", -131047, late=True), Fault("messages", -131047)]
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    await became(world, "held")
    say(world, Outgoing(RUDI, text="dua"))
    await looked(sender)
    await became(world, "held", "held")
    assert texts(api) == []
    api.say(RUDI.id, "halo")
    await became(world, "new", "new")
    say(world, Outgoing(RUDI, text="jawaban"))
    for _ in range(3):
        await looked(sender)
    await became(world, "sent", "sent", "sent")
    assert texts(api) == ["satu", "dua", "jawaban"]


async def test_who_was_silent_for_a_day_is_not_written_to_until_they_write_again(
    world: World, sender: Sender, api: GraphAPI, clock: Clock
) -> None:
    assert await api.post(_said("w1")) == 200
    clock.forward(23 * 3600)
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    await became(world, "sent")
    clock.forward(3600)
    say(world, Outgoing(RUDI, text="dua"))
    await looked(sender)
    assert (rows(world, "state"), len(api.calls)) == (["sent", "held"], 1)
    assert await api.post(_said("w2")) == 200
    await looked(sender)
    await became(world, "sent", "sent")
    assert texts(api) == ["satu", "dua"]


def _said(event: str) -> bytes:
    return json.dumps(envelope(messages=[text(RUDI.id, "halo", event)])).encode()


async def test_where_there_is_a_template_it_knocks_once_and_what_waits_follows_the_press(
    world: World, sender: Sender, api: GraphAPI
) -> None:
    api.faults = [Fault("messages", -131047, late=True), Fault("messages", -131047, late=True)]
    ready = [Template("laporan_siap", (f"Triwulan {n} 2022",)) for n in ("I", "II")]
    say(world, Outgoing(RUDI, text="satu", template=ready[0]), Outgoing(RUDI, text="dua", template=ready[1]))
    for _ in range(4):
        await looked(sender)
        await until(lambda: "accepted" not in rows(world, "state"))
    await became(world, "held", "held", "sent")
    ((_, knock),) = api.said(RUDI.id)
    assert (knock["type"], knock["template"]["name"]) == ("template", "laporan_siap")
    api.say(RUDI.id, type="button", button={"payload": "buka", "text": "Buka"})
    await became(world, "new", "new", "sent")
    for _ in range(3):
        await looked(sender)
    assert texts(api) == ["satu", "dua"]


async def test_nobody_knocks_any_more_at_who_has_written_meanwhile(world: World, sender: Sender, api: GraphAPI) -> None:
    api.faults = [Fault("messages", -131047)]
    say(world, Outgoing(RUDI, text="satu", template=Template("laporan_siap", ("Triwulan II 2022",))))
    await looked(sender)
    assert rows(world, "state") == ["held", "new"]
    api.say(RUDI.id, "halo")
    await became(world, "new", "dead")
    await looked(sender)
    assert [body["type"] for _, body in api.said(RUDI.id)] == ["text"]


async def test_what_waited_for_two_weeks_never_goes_and_of_what_nobody_told_for_a_day_is_sent(
    world: World, sender: Sender, api: GraphAPI
) -> None:
    api.statuses, api.faults = (), [Fault("messages", -131047)]
    # One after the other: people do not wait for each other, and the fault is for the first that is sent.
    say(world, Outgoing(RUDI, text="satu"))
    await looked(sender)
    say(world, Outgoing(Chat("whatsapp", IDS["Kadir"]), text="dua"))
    await looked(sender)
    assert rows(world, "state") == ["held", "accepted"]
    day = timedelta(days=1, seconds=1)
    with world.database.transaction() as session:
        settling.tidy(session, world.clock() + day, world.data_dir)
    assert rows(world, "state") == ["held", "sent"]
    with world.database.transaction() as session:
        settling.tidy(session, world.clock() + 14 * day, world.data_dir)
    assert rows(world, "state", "payload") == [("dead", {"drawing": None}), ("sent", {"drawing": None})]


async def test_a_row_that_has_the_id_of_one_that_is_gone_is_another(
    world: World, sender: Sender, api: GraphAPI
) -> None:
    say(world, Outgoing(RUDI, text="selamat jalan", last=True))
    await looked(sender)
    await until(lambda: rows(world, "id") == [])
    say(world, Outgoing(RUDI, text="satu"))
    with world.database.transaction() as session:
        # SQLite gives it again by itself.
        session.execute(update(Outbox).values(id=1))
    assert rows(world, "id") == [1]
    await looked(sender)
    assert texts(api) == ["selamat jalan", "satu"]


def test_statuses_of_a_person_go_with_them(world: World) -> None:
    told = statuses.Told("w1", RUDI.id, "1.a", 0, statuses.State.SENT)
    with world.database.transaction() as session:
        statuses.note(session, "whatsapp", told, world.clock())
        statuses.erase(session, "whatsapp", RUDI.id)
        assert statuses.of_mark(session, "whatsapp", "1.a") == []


def drawn(folder: Path, count: int) -> list[str]:
    names = [f"drawn/1-x/{number}.jpg" for number in range(count)]
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(jpeg())
    return names
