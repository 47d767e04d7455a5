"""What stands in a chat is changed where it stands: captions, pictures, albums with their companion."""

from pathlib import Path
from typing import Any

import pytest

from bot.channel import Gone, Transient, Unknown
from bot.telegram.channel import Telegram
from handlers.chat.messages import Button, Chat, Edit, Outgoing, Toast
from handlers.kolase.doors import Draw, Shape
from tests.bot.updates import GROUP
from tests.botapi import BotAPI
from tests.botapi_wire import Fault

GRUP = Chat("telegram", str(GROUP), group=True)
MENU = ((Button("Ukuran asli", Draw(1, Shape.ORIGINAL)),),)
POST = Outgoing(GRUP, title="Kegiatan", text="2 kegiatan", menu=MENU, companion="Ukuran asli:")


def files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [folder / name for name in names]


def edited(api: BotAPI) -> list[tuple[str, Any]]:
    calls = [call for call in api.calls if call.method.startswith(("edit", "delete"))]
    return [(call.method, call.params["message_id"]) for call in calls]


def replacing(*messages: str, below: str = "") -> Edit:
    return Edit(
        GRUP, title="Kegiatan", text="3 kegiatan", menu=MENU, companion="Ukuran asli:", replaces=messages, below=below
    )


async def test_one_picture_takes_caption_and_buttons(channel: Telegram, api: BotAPI, tmp_path: Path) -> None:
    assert await channel.send(POST, files(tmp_path, "a.jpg")) == ["101"]
    assert await channel.replace(replacing("101"), files(tmp_path, "b.jpg")) == ["101"]
    (call,) = (call for call in api.calls if call.method == "editMessageMedia")
    assert (call.params["message_id"], call.params["media"]["type"], call.params["media"]["caption"]) == (
        101, "photo", "<b>Kegiatan</b>\n3 kegiatan",
    )  # fmt: skip
    assert call.params["reply_markup"]["inline_keyboard"][0][0]["text"] == "Ukuran asli"
    assert list(call.files.values()) == [b"b.jpg"]


async def test_an_album_keeps_its_caption_and_its_companion_the_buttons(
    channel: Telegram, api: BotAPI, tmp_path: Path
) -> None:
    assert await channel.send(POST, files(tmp_path, "a.jpg", "b.jpg")) == ["101", "102", "103"]
    (album,) = api.said("sendMediaGroup")
    assert [item.get("caption") for item in album["media"]] == ["<b>Kegiatan</b>\n2 kegiatan", None]
    assert [said["text"] for said in api.said("sendMessage")] == ["Ukuran asli:"]
    both = replacing("101", "102", below="103")
    assert await channel.replace(both, files(tmp_path, "c.jpg", "d.jpg")) == ["101", "102", "103"]
    assert edited(api) == [("editMessageMedia", 101), ("editMessageMedia", 102), ("editMessageText", 103)]
    media = [said["media"].get("caption") for said in api.said("editMessageMedia")]
    assert media == ["<b>Kegiatan</b>\n3 kegiatan", None]
    assert [said.get("reply_markup") for said in api.said("editMessageMedia")] == [None, None]


async def test_a_sheet_too_many_goes(channel: Telegram, api: BotAPI, tmp_path: Path) -> None:
    await channel.send(POST, files(tmp_path, "a.jpg", "b.jpg"))
    assert await channel.replace(replacing("101", "102", below="103"), files(tmp_path, "c.jpg")) == ["101", "103"]
    assert edited(api) == [("editMessageMedia", 101), ("deleteMessage", 102), ("editMessageText", 103)]


async def test_what_somebody_deleted_is_told_but_the_rest_is_right(
    channel: Telegram, api: BotAPI, tmp_path: Path
) -> None:
    await channel.send(POST, files(tmp_path, "a.jpg", "b.jpg"))
    await channel.delete(str(GROUP), "101")
    with pytest.raises(Gone):
        await channel.replace(replacing("101", "102", below="103"), files(tmp_path, "c.jpg", "d.jpg"))
    assert edited(api)[1:] == [("editMessageMedia", 101), ("editMessageMedia", 102)]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("editMessageMedia", 429, parameters={"retry_after": 7}), Transient),
        (Fault("editMessageMedia", 502, after=True), Unknown),
        (Fault("editMessageMedia", 400, description="Bad Request: message can't be edited"), Gone),
    ],
)
async def test_failures_of_an_edit(
    channel: Telegram, api: BotAPI, tmp_path: Path, fault: Fault, kind: type[Exception]
) -> None:
    await channel.send(POST, files(tmp_path, "a.jpg"))
    api.faults = [fault]
    with pytest.raises(kind):
        await channel.replace(replacing("101"), files(tmp_path, "b.jpg"))


async def test_the_same_picture_once_more_is_no_failure(channel: Telegram, api: BotAPI, tmp_path: Path) -> None:
    await channel.send(POST, files(tmp_path, "a.jpg"))
    api.faults = [Fault("editMessageMedia", 400, description="Bad Request: message is not modified")]
    assert await channel.replace(replacing("101"), files(tmp_path, "a.jpg")) == ["101"]


async def test_words_under_a_picture_are_its_caption(channel: Telegram, api: BotAPI, tmp_path: Path) -> None:
    await channel.send(POST, files(tmp_path, "a.jpg"))
    await channel.edit("101", Outgoing(GRUP, text="Ditunda", menu=MENU))
    assert edited(api) == [("editMessageText", 101), ("editMessageCaption", 101)]
    assert api.said("editMessageCaption")[0]["caption"] == "Ditunda"


async def test_a_picture_as_a_document_stays_as_it_is(channel: Telegram, api: BotAPI, tmp_path: Path) -> None:
    await channel.send(Outgoing(GRUP, text="Asli", document=True), files(tmp_path, "a.jpg"))
    await channel.send(Outgoing(GRUP, text="Asli", document=True), files(tmp_path, "a.jpg", "b.jpg"))
    assert [call.method for call in api.calls if call.method.startswith("send")] == ["sendDocument", "sendMediaGroup"]
    assert {item["type"] for item in api.said("sendMediaGroup")[0]["media"]} == {"document"}


async def test_a_press_can_lead_into_the_private_chat(channel: Telegram, api: BotAPI) -> None:
    await channel.answer(Toast(GRUP, "q1", "Buka.", "ko-1-asli"))
    (said,) = api.said("answerCallbackQuery")
    assert said == {"callback_query_id": "q1", "text": "Buka.", "url": "https://t.me/bakohumas_bot?start=ko-1-asli"}


async def test_words_known_to_stand_below_a_picture_are_tried_there_first(
    channel: Telegram, api: BotAPI, tmp_path: Path
) -> None:
    await channel.send(POST, files(tmp_path, "a.jpg"))
    await channel.edit("101", Outgoing(GRUP, text="Ditunda", menu=MENU, pictured=True))
    assert edited(api) == [("editMessageCaption", 101)]
