"""Files that people send come down with their hash compared; what cannot be had is told in one sentence."""

import base64
import hashlib
from pathlib import Path

import pytest

from bot.channel import Unfetched
from bot.whatsapp.channel import WhatsApp
from handlers.chat.messages import Foto
from storage.kantor import people
from tests.bot.conftest import jpeg
from tests.bot.whatsapp.conftest import IDS
from tests.graphapi import Fault, GraphAPI, Json, text

RUDI = IDS["Rudi"]
DATA = jpeg(7)


def photo(media: str = "m1", data: bytes = DATA) -> Json:
    digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
    image = {"id": media, "mime_type": "image/jpeg", "sha256": digest, "caption": "Rapat"}
    return {"message": text(RUDI, "", "w1") | {"type": "image", "image": image}, "contact": {}}


async def heard(channel: WhatsApp, body: Json) -> tuple[Foto | None, str, str]:
    incoming = await channel.incoming(body, "w1")
    assert incoming
    return incoming.foto, incoming.text, incoming.refused


async def test_a_photo_is_kept_with_its_caption(channel: WhatsApp, api: GraphAPI, tmp_path: Path) -> None:
    api.media["m1"] = DATA
    foto, words, refused = await heard(channel, photo())
    assert foto
    assert (words, refused) == ("Rapat", "")
    assert (tmp_path / "data" / "foto" / foto.sha256[:2] / f"{foto.sha256}.jpg").read_bytes() == DATA


@pytest.mark.parametrize("fault", [Fault("download", 404), Fault("download", "reset"), Fault("url", 500)])
async def test_an_address_that_is_over_is_asked_for_anew(channel: WhatsApp, api: GraphAPI, fault: Fault) -> None:
    api.media["m1"], api.faults = DATA, [Fault(fault.method, fault.kind)]
    with pytest.raises(Unfetched):
        await channel.incoming(photo(), "w1")
    foto, _, refused = await heard(channel, photo())
    assert foto
    assert refused == ""
    assert sum(call.method == "url" and call.status == 200 for call in api.calls) == 2 - (fault.method == "url")


async def test_bytes_with_another_hash_are_fetched_again(channel: WhatsApp, api: GraphAPI) -> None:
    api.media["m1"] = jpeg(8)
    body = photo()
    api.lies = True
    with pytest.raises(Unfetched):
        await channel.incoming(body, "w1")


async def test_a_file_that_is_gone_is_told_in_one_sentence(channel: WhatsApp, api: GraphAPI) -> None:
    assert await heard(channel, photo("m2")) == (
        None,
        "Rapat",
        "Foto ini tidak dapat diambil dari WhatsApp. Mohon kirim ulang.",
    )
    assert [call.method for call in api.calls if call.method != "read"] == ["url"]


async def test_an_address_that_is_not_secure_is_not_asked(channel: WhatsApp, api: GraphAPI) -> None:
    api.media["m1"], channel.graph.secure = DATA, True
    assert (await heard(channel, photo()))[0] is None
    assert [call.method for call in api.calls if call.method != "read"] == ["url"]


async def test_the_file_of_a_stranger_is_not_fetched(channel: WhatsApp, api: GraphAPI) -> None:
    with channel.database.transaction() as session:
        rudi = people.find(session, "whatsapp", RUDI)
        assert rudi
        for known in people.identities(session, rudi):
            session.delete(known)
    api.media["m1"] = DATA
    foto, _, _ = await heard(channel, photo())
    assert (foto, [call.method for call in api.calls if call.method == "url"]) == (None, [])
