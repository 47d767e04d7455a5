"""What Meta posts is on disk before it is acknowledged: once, in its order, and only what is signed."""

import asyncio
import json
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot.intake import listening
from bot.intake.inlet import Inlet
from bot.world import World
from storage.chat.inbox import Inbox, State
from tests.bot.updates import recorded
from tests.bot.whatsapp.conftest import IDS
from tests.graphapi import NUMBER, VERIFY, GraphAPI, envelope, signature, text

pytestmark = pytest.mark.usefixtures("webhook")
RUDI, KADIR = IDS["Rudi"], IDS["Kadir"]


def raw(*messages: object, **more: object) -> bytes:
    """As Meta writes it: letters and slashes escaped, so that only these very bytes give the signature."""
    return json.dumps(envelope(messages=messages, **more), separators=(",", ":")).replace("/", "\\/").encode()


def events(world: World) -> list[tuple[str, str, str]]:
    return [(event, lane, state) for event, lane, _, state in recorded(world.database)]


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ({"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "158"}, 200, "158"),
        ({"hub.mode": "subscribe", "hub.verify_token": "tebakan", "hub.challenge": "158"}, 403, ""),
        ({"hub.mode": "unsubscribe", "hub.verify_token": VERIFY, "hub.challenge": "158"}, 403, ""),
        ({}, 403, ""),
    ],
)
async def test_the_handshake(webhook: str, asked: dict[str, str], status: int, told: str) -> None:
    async with ClientSession() as client, client.get(webhook, params=asked) as answer:
        assert (answer.status, await answer.text()) == (status, told)


async def test_one_body_with_many_messages_is_a_row_for_each_in_its_order(world: World, api: GraphAPI) -> None:
    said = [text(RUDI, "satu / dua é", "w2"), text(KADIR, "dua", "w1"), text(RUDI, "tiga", "w3")]
    assert await api.post(raw(*said)) == 200
    assert await api.post(raw(text(RUDI, "empat", "w0"))) == 200
    new = [("w2", RUDI), ("w1", KADIR), ("w3", RUDI), ("w0", RUDI)]
    assert events(world) == [(event, lane, "new") for event, lane in new]


async def test_a_body_of_a_thousand_messages_is_recorded(world: World, api: GraphAPI) -> None:
    said = [text(f"62813{n}", f"pesan {n} " + "é" * 300, f"w{n}") for n in range(1000)]
    body = raw(*said)
    assert len(body) > 2**20
    assert await api.post(body) == 200
    assert [event for event, _, _ in events(world)] == [f"w{n}" for n in range(1000)]


async def test_a_body_that_comes_again_days_later_changes_nothing(world: World, api: GraphAPI) -> None:
    body = raw(text(RUDI, "satu", "w1"))
    assert [await api.post(body), await api.post(body)] == [200, 200]
    with world.database.transaction() as session:
        row = session.get_one(Inbox, ("whatsapp", "w1"))
        row.state, row.received_at = State.DONE, row.received_at - timedelta(days=6)
    assert await api.post(body) == 200
    assert events(world) == [("w1", RUDI, "done")]


BODY = raw(text(RUDI, "satu", "w1"))
REFUSED: tuple[tuple[str, bytes, str, int], ...] = (
    ("of another secret", BODY, signature(BODY, "lain"), 403),
    ("of other bytes", BODY, signature(BODY + b" "), 403),
    ("of the same JSON written otherwise", BODY, signature(json.dumps(json.loads(BODY)).encode()), 403),
    ("of the old kind", BODY, "sha1=" + "0" * 40, 403),
    ("none", BODY, "", 403),
    ("odd", BODY, "sha256=\u00e9", 403),
    ("of no JSON", b"{", signature(b"{"), 400),
    ("too long", b" " * (4 * 2**20 + 1), signature(b""), 413),
)


@pytest.mark.parametrize(("body", "sign", "status"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
async def test_what_is_not_signed_by_meta_is_not_recorded(
    world: World, api: GraphAPI, body: bytes, sign: str, status: int
) -> None:
    assert await api.post(body, sign) == status
    assert events(world) == []


ODD: tuple[object, ...] = (
    [],
    "x",
    {},
    {"entry": 7},
    {"entry": [{"changes": [{"field": "messages", "value": 7}, 8]}]},
    envelope(messages=[7, {}, {"id": "w1"}, {"from": RUDI}]),
    envelope(statuses=[7, {}, {"id": 1, "status": "sent"}, {"id": "w1", "status": "?"}], errors=[{"code": 1}]),
    {"entry": [{"changes": [{"field": "account_update", "value": {"messages": "x"}}]}]},
)


@pytest.mark.parametrize("body", ODD)
async def test_bodies_of_a_strange_shape_are_acknowledged_and_nothing_of_them_is_kept(
    world: World, api: GraphAPI, body: object
) -> None:
    written = json.dumps(body).encode()
    assert await api.post(written) == 200
    assert events(world) == []


async def test_what_another_number_of_the_account_has_heard_is_not_ours(world: World, api: GraphAPI) -> None:
    assert await api.post(raw(text(RUDI, "satu", "w1"), metadata={"phone_number_id": f"{NUMBER}0"})) == 200
    assert events(world) == []


async def test_what_cannot_be_recorded_is_not_acknowledged(api: GraphAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Inlet, "_put", lambda *_: 1 / 0)
    assert await api.post(BODY) == 500


async def test_a_body_that_does_not_come_to_its_end_is_given_up(
    webhook: str, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert webhook
    monkeypatch.setattr(listening, "PATIENCE", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", unused_tcp_port)
    writer.write(b"POST /whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{")
    assert (await reader.readline()).split()[1] == b"408"
    writer.close()


@pytest.mark.parametrize(
    ("told", "right"), [("rahasia", True), ("", False), ("\udcff", False), ("rahasi\u00e1", False)]
)
def test_a_secret_is_compared_whatever_bytes_are_shown(told: str, right: bool) -> None:
    assert listening.same(told, "rahasia") is right
