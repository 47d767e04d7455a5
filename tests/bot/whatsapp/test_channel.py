"""What the bot says to WhatsApp: to whom, with which files, and what it makes of the answers."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.channel import Gone, Permanent, Transient, Unknown, Waits
from bot.whatsapp import errors
from bot.whatsapp.channel import WhatsApp
from bot.whatsapp.media import LARGEST_PICTURE
from handlers.chat.messages import Chat, Incoming, Outgoing, Reaction, Toast
from renderers.photo.shown import shown
from tests.bot.conftest import jpeg
from tests.bot.ears import until
from tests.bot.whatsapp.conftest import IDS
from tests.graphapi import PHONE, Call, Fault, GraphAPI, text

RUDI, HUDRI = (Chat("whatsapp", IDS[name]) for name in ("Rudi", "Hudri"))


async def test_a_person_is_written_to_by_their_number_or_by_their_id(channel: WhatsApp, api: GraphAPI) -> None:
    said = [await channel.send(Outgoing(chat, text="satu", mark="7.ab"), []) for chat in (RUDI, HUDRI)]
    told = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "type": "text",
        "text": {"body": "satu", "preview_url": False},
        "biz_opaque_callback_data": "7.ab.0",
    }
    bodies = [told | {"to": RUDI.id}, told | {"recipient": HUDRI.id}]
    assert [call.body for call in api.calls] == bodies
    assert said == [[id_] for id_ in api.messages]


async def test_the_number_is_asked_for_and_stands_in_links(channel: WhatsApp) -> None:
    assert channel.number == PHONE
    assert channel.link("abc") == f"https://wa.me/{PHONE}?text=Halo%2C%20kode%20saya%20abc"


async def test_a_file_is_uploaded_under_its_name_and_kind_and_sent_by_its_id(
    channel: WhatsApp, api: GraphAPI, tmp_path: Path
) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(b"PK..")
    await channel.send(Outgoing(RUDI, text="Laporan"), [path])
    upload, message = api.calls
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert upload.body == {"messaging_product": "whatsapp", "type": kind, "filename": "laporan.docx", "kind": kind}
    (media,) = api.media
    assert message.body["document"] == {"id": media, "filename": "laporan.docx", "caption": "Laporan"}
    assert api.media[media] == b"PK.."


async def test_a_file_of_a_kind_that_is_not_taken_is_refused_before_it_is_sent(
    channel: WhatsApp, api: GraphAPI, tmp_path: Path
) -> None:
    path = tmp_path / "data.zip"
    path.write_bytes(b"PK")
    with pytest.raises(Permanent, match=r"\.zip cannot be uploaded"):
        await channel.send(Outgoing(RUDI), [path])
    assert api.calls == []


@pytest.mark.parametrize(
    ("mode", "form"), [("L", "PNG"), ("1", "PNG"), ("P", "PNG"), ("CMYK", "JPEG"), ("RGB", "JPEG")]
)
def test_a_picture_that_is_sent_has_three_colours(mode: str, form: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (40, 30)).save(out, form)
    made = Image.open(io.BytesIO(shown(out.getvalue(), LARGEST_PICTURE)))
    assert (made.mode, made.format, made.size) == ("RGB", form, (40, 30))


def test_a_picture_that_is_too_heavy_is_made_lighter_and_another_stays_as_it_is() -> None:
    small = jpeg()
    assert shown(small, LARGEST_PICTURE) is small
    out = io.BytesIO()
    Image.effect_noise((900, 900), 90).convert("RGB").save(out, "JPEG", quality=95)
    assert len(out.getvalue()) > 200_000
    assert len(shown(out.getvalue(), 200_000)) <= 200_000


async def test_a_message_is_marked_as_read_while_the_answer_is_made(channel: WhatsApp, api: GraphAPI) -> None:
    body = {"message": text(RUDI.id, "halo", "wamid.7"), "contact": {"profile": {"name": "Rudi"}}}
    heard = await channel.incoming(body, "wamid.7")
    at = datetime.fromtimestamp(1656000000, UTC)
    assert heard == Incoming(
        RUDI, "wamid.7", RUDI.id, "Rudi", text="halo", message="wamid.7", said_at=at, number=RUDI.id
    )
    mark = {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.7"}
    await until(lambda: api.calls == [Call("read", mark | {"typing_indicator": {"type": "text"}})])


async def test_a_read_mark_that_fails_keeps_nobody_waiting(channel: WhatsApp, api: GraphAPI) -> None:
    api.faults = [Fault("read", 500)]
    heard = await channel.incoming({"message": text(RUDI.id, "halo", "w"), "contact": {}}, "w")
    await until(lambda: len(api.calls) == 1)
    assert heard
    assert heard.text == "halo"


async def test_a_reaction_stands_at_its_message_and_a_press_needs_no_answer(channel: WhatsApp, api: GraphAPI) -> None:
    await channel.react(Reaction(RUDI, "wamid.7", "👍"))
    await channel.answer(Toast(RUDI, "wamid.8", "ya"))
    assert [call.body.get("reaction") for call in api.calls] == [{"message_id": "wamid.7", "emoji": "👍"}]


async def test_nothing_that_was_sent_is_changed(channel: WhatsApp, api: GraphAPI) -> None:
    with pytest.raises(Gone):
        await channel.edit("wamid.7", Outgoing(RUDI, text="dua"))
    with pytest.raises(Gone):
        await channel.delete(RUDI.id, "wamid.7")
    assert api.calls == []


ANSWERS: tuple[tuple[int | str, type[Exception], float], ...] = (
    (-131047, Waits, 0),
    (-131026, Permanent, 0),
    (-131056, Transient, 6),
    (-130429, Transient, 2),
    (-131048, Transient, 3600),
    (-131016, Transient, 0),
    (-190, Transient, 60),
    (-368, Transient, 3600),
    (-132001, Permanent, 0),
    (-100, Permanent, 0),
    (-131000, Unknown, 0),
    (-999999, Permanent, 0),
    (429, Transient, 2),
    (500, Unknown, 0),
    (502, Unknown, 0),
    (403, Unknown, 0),
    (200, Unknown, 0),
    ("reset", Unknown, 0),
)


@pytest.mark.parametrize(("kind", "error", "seconds"), ANSWERS)
async def test_each_answer_is_one_of_the_errors_of_a_channel(
    channel: WhatsApp, api: GraphAPI, kind: int | str, error: type[Exception], seconds: float
) -> None:
    api.faults = [Fault("messages", kind)]
    with pytest.raises(error) as caught:
        await channel.send(Outgoing(RUDI, text="satu"), [])
    assert getattr(caught.value, "retry_after", 0) == seconds
    assert api.messages == {}


async def test_where_nobody_listens_nothing_was_sent(channel: WhatsApp, api: GraphAPI) -> None:
    await api.runner.cleanup()
    with pytest.raises(Transient):
        await channel.send(Outgoing(RUDI, text="satu"), [])


@pytest.mark.parametrize("code", sorted(errors.CODES))
def test_a_status_of_failure_is_the_same_error_as_an_answer(code: int) -> None:
    known: tuple[Any, ...] = (Permanent, Transient, Unknown, Waits)
    assert type(errors.problem(code, "x")) in known
    assert str(code) in str(errors.problem(code, "x"))
