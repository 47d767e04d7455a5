"""Strangers stand behind the people of the team, who never wait for them."""

import asyncio
import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.intake.inlet import Arrived, Inlet
from bot.work.lanes import SIDE_BY_SIDE, Lanes
from bot.world import World
from handlers import dispatch
from handlers.chat import access
from handlers.chat.messages import Incoming
from handlers.tim.masuk import STRANGER
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from tests.bot.ears import until
from tests.bot.line import said, states, worked
from tests.bot.work.test_lanes import Heard, known

pytestmark = pytest.mark.usefixtures("office")


async def arrive(world: World, *told: tuple[str, str, str], first: int = 1) -> None:
    """Who says what in which chat."""
    rows = [
        Arrived(str(n), n, chat, {"update_id": n, "message": 1, "person": person, "text": text}, person, text)
        for n, (person, text, chat) in enumerate(told, first)
    ]
    await Inlet(world).put(rows)


FLOOD = [(f"Asing {n}", f"{k}", f"Asing {n}") for k in range(150) for n in range(16)]


async def test_a_member_is_answered_next_whatever_sixteen_strangers_have_sent_before(
    lanes: Lanes, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, begun, answered = Heard(), list[str](), threading.Event()

    def handle(database: Database, incoming: Incoming, now: datetime) -> bool:
        begun.append(incoming.person)
        if incoming.person == "Rudi":
            answered.set()
        assert answered.wait(10)
        return heard(database, incoming, now)

    monkeypatch.setattr(dispatch, "handle", handle)
    await arrive(world, *FLOOD, ("Rudi", "halo", "Rudi"))
    await lanes.look()
    await until(lambda: "Rudi halo" in heard.events)
    # One stranger's message may be under way already.
    assert begun.index("Rudi") <= 1
    lanes.wake.halt()
    await lanes.idle()


async def test_while_a_stranger_is_heard_members_have_all_their_lanes(
    lanes: Lanes, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, begun, go_on = Heard(), threading.Event(), threading.Event()

    def handle(database: Database, incoming: Incoming, now: datetime) -> bool:
        if incoming.person.startswith("Asing"):
            begun.set()
            assert go_on.wait(10)
        return heard(database, incoming, now)

    monkeypatch.setattr(dispatch, "handle", handle)
    known(world, *(f"P{n}" for n in range(SIDE_BY_SIDE)))
    await arrive(world, *FLOOD)
    await lanes.look()
    await asyncio.to_thread(begun.wait, 10)
    members = [(f"P{n}", "halo", f"P{n}") for n in range(SIDE_BY_SIDE)]
    await arrive(world, *members, first=5000)
    await lanes.look()
    assert (len(lanes.busy), len(lanes.strangers)) == (SIDE_BY_SIDE + 1, 1)
    await until(lambda: len(heard.events) == SIDE_BY_SIDE)
    assert sorted(heard.events) == sorted(f"{person} {text}" for person, text, _ in members)
    lanes.wake.halt()
    go_on.set()
    await lanes.idle()


async def heads(world: World) -> list[tuple[str, bool]]:
    with world.database.transaction() as session:
        return [(lane, known) for lane, _, known in inbox.heads(session, "test")]


def invitation(world: World, token: str, days: int = 1) -> None:
    with world.database.transaction() as session:
        office = session.get_one(Satker, 1)
        people.invite(session, token, Role.ANGGOTA, world.clock() + timedelta(days=days), satker=office, nama="Siti")


async def test_an_invitation_that_exists_goes_first_and_one_that_is_made_up_does_not(world: World) -> None:
    invitation(world, "ada")
    invitation(world, "lama", days=-1)
    told = [("Tebak", "/start tebakan", "Tebak"), ("Telat", "/start lama", "Telat"), ("Siti", "/start ada", "Siti")]
    await arrive(world, *told)
    assert await heads(world) == [("Siti", True), ("Tebak", False), ("Telat", False)]


async def test_an_invitation_of_somebody_who_does_not_lead_goes_no_further_than_a_made_up_one(world: World) -> None:
    with world.database.transaction() as session:
        office, until = session.get_one(Satker, 1), world.clock() + timedelta(days=1)
        for name in ("Qori", "Rudi"):
            maker = people.find(session, "test", name)
            people.invite(session, f"dari-{name}", Role.ANGGOTA, until, satker=office, nama="Siti", oleh=maker)
    await arrive(world, ("Nina", "/start dari-Rudi", "Nina"), ("Siti", "/start dari-Qori", "Siti"))
    assert await heads(world) == [("Siti", True), ("Nina", False)]


async def test_a_known_person_is_known_in_every_chat_and_who_came_in_meanwhile_too(world: World) -> None:
    await arrive(world, ("Asing", "halo", "Asing"), ("Asing", "halo", "Grup lain"), ("Qori", "/hubungkan", "Grup lain"))
    await arrive(world, ("Siti", "halo", "Siti"), first=10)
    assert await heads(world) == [("Grup lain", True), ("Asing", False), ("Siti", False)]
    with world.database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        people.identify(session, rudi, "test", "Siti", "Siti")
    assert await heads(world) == [("Grup lain", True), ("Siti", True), ("Asing", False)]


async def test_of_a_stranger_five_messages_a_minute_are_heard_and_of_the_rest_nothing_is_kept(
    lanes: Lanes, world: World
) -> None:
    wrong = [("Asing", "/start tebakan", "Asing")] * 7
    await arrive(world, ("Asing", "halo", "Asing"), *wrong)
    await worked(lanes)
    gone = "Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
    assert said(world) == [("Asing", STRANGER), *[("Asing", gone)] * 4]
    assert set(states(world)) == {("done", 0)}
    with world.database.transaction() as session:
        kinds = [session.get_one(Inbox, ("test", str(n))).body["kind"] for n in range(1, 9)]
    assert kinds == ["tidak dikenal", *["undangan keliru"] * 4, *["tidak dikenal"] * 3]


async def test_who_was_impatient_still_comes_in_with_an_invitation(lanes: Lanes, world: World) -> None:
    invitation(world, "ada")
    many = [("Siti", "halo", "Siti")] * (access.STRANGERS_PER_MINUTE + 3)
    await arrive(world, *many, ("Siti", "/start ada", "Siti"), ("Siti", "/batal", "Siti"))
    await worked(lanes)
    with world.database.transaction() as session:
        assert people.find(session, "test", "Siti") is not None
        texts = [
            row.payload.get("text") for row in session.scalars(select(Outbox).order_by(Outbox.id)) if row.chat == "Siti"
        ]
    assert "Tidak ada laporan yang sedang diisi." in texts
