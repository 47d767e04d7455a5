"""An invitation goes out with the picture of its link, and its token is forgotten."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from bot.channel import Permanent
from bot.work.drawing.workers import Drawings
from bot.work.sender import Sender
from bot.world import World
from handlers import dispatch
from handlers.chat import queue
from handlers.chat.messages import Chat, Incoming, Turn
from handlers.tim import undang
from renderers.ink import qr
from storage.chat import outbox, reach
from storage.chat.outbox import Outbox
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from tests.bot.ears import QORI, Ears

pytestmark = pytest.mark.usefixtures("office")


def asked(world: World) -> str:
    """The token of an invitation that has just been asked for."""
    with world.database.transaction() as session:
        qori = people.find(session, "test", "Qori")
        assert qori
        incoming, office = Incoming(Chat("test", "Qori"), "1", "Qori"), session.get_one(Satker, 1)
        turn = Turn(session, office, world.clock(), incoming=incoming, anggota=qori)
        said = undang.made(turn, Role.ANGGOTA, "Siti Aminah")
        queue.queue(session, [said], world.clock())
        return said.start


async def test_the_picture_is_that_of_the_link_and_nothing_of_it_is_kept(world: World, ears: Ears) -> None:
    token = asked(world)
    await Drawings(world).one()
    with world.database.transaction() as session:
        row = session.scalars(select(Outbox)).one()
        (file,) = row.files
        shown = (world.data_dir / file).read_bytes()
    link = f"bot?start={token}"
    assert shown == qr.draw(link, "Undangan untuk Siti Aminah", "KPU Kota Probolinggo")
    assert Image.open(io.BytesIO(shown)).format == "PNG"
    sender = Sender(world)
    await sender.look()
    await sender.idle()
    assert ears.new() == [("send", QORI.id, "Undangan untuk Siti Aminah", "undangan.png")]
    with world.database.transaction() as session:
        row = session.scalars(select(Outbox)).one()
        assert (row.state, token in repr(row.payload)) == (outbox.State.SENT, False)
    assert list((world.data_dir / "drawn").iterdir()) == []


async def test_where_the_bot_is_on_two_channels_there_is_a_picture_for_each(world: World) -> None:
    for channel in ("test", "whatsapp"):
        dispatch.reached(world.database, channel, f"https://{channel}/{reach.PAYLOAD}", world.clock())
    token = asked(world)
    await Drawings(world).one()
    shown = [((world.data_dir / file).name, (world.data_dir / file).read_bytes()) for file in the_row(world).files]
    title, office = "Undangan untuk Siti Aminah", "KPU Kota Probolinggo"
    links = ((f"bot?start={token}", "Telegram", "test"), (f"https://whatsapp/{token}", "WhatsApp", "whatsapp"))
    assert shown == [(f"undangan-{name}.png", qr.draw(link, title, f"{app} · {office}")) for link, app, name in links]


def the_row(world: World) -> Outbox:
    with world.database.transaction() as session:
        return session.scalars(select(Outbox).order_by(Outbox.id)).all()[0]


async def test_the_place_of_a_picture_cannot_be_counted(world: World) -> None:
    """A program that prints an uploaded template once read invitations of other offices, row by row."""
    asked(world)
    await Drawings(world).one()
    (file,) = the_row(world).files
    folder = Path(file).parent
    assert re.fullmatch(r"drawn/1-[0-9a-f]{32}", str(folder))
    with world.database.transaction() as session:
        outbox.get(session, 1).state = outbox.State.DRAW
    await Drawings(world).one()
    (again,) = the_row(world).files
    assert Path(again).parent != folder
    assert [path.name for path in (world.data_dir / "drawn").iterdir()] == [Path(again).parent.name]


async def test_of_an_invitation_that_never_went_out_neither_picture_nor_token_stays(world: World, ears: Ears) -> None:
    token = asked(world)
    await Drawings(world).one()
    ears.failures = [Permanent("bot was blocked by the user")]
    sender = Sender(world)
    await sender.look()
    await sender.idle()
    dead = the_row(world)
    assert (dead.state, dead.files, token in repr(dead.payload)) == (outbox.State.DEAD, [], False)
    assert list((world.data_dir / "drawn").iterdir()) == []


async def test_a_drawing_that_fails_half_way_leaves_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    token = asked(world)
    monkeypatch.setattr(outbox, "drawn", lambda *_: 1 / 0)
    await Drawings(world).one()
    assert token not in repr(the_row(world).payload)
    assert list((world.data_dir / "drawn").iterdir()) == []


async def test_a_picture_that_cannot_be_drawn_leaves_the_link(
    world: World, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = asked(world)
    monkeypatch.setattr("renderers.ink.qr.draw", lambda *_: 1 / 0)
    await Drawings(world).one()
    with world.database.transaction() as session:
        dead, said = session.scalars(select(Outbox).order_by(Outbox.id)).all()
        assert (dead.state, token in repr(dead.payload)) == (outbox.State.DEAD, False)
        assert (said.payload["start"], said.payload.get("drawing")) == (token, None)
    sender = Sender(world)
    await sender.look()
    await sender.idle()
    assert ears.new() == [("send", QORI.id, "Undangan untuk Siti Aminah")]
