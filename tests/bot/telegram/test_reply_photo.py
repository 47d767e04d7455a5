"""In the group /lapor points at a photo by replying to it; nothing else that is shown there is taken."""

import pytest

from bot.telegram.channel import Telegram
from bot.telegram.read import Picture, read
from handlers.chat.messages import Chat, Incoming
from storage.foto import photos
from tests.bot.conftest import jpeg
from tests.bot.updates import GROUP, SAID_AT, Json, group, message, photo
from tests.botapi import BotAPI

GRUP = Chat("telegram", str(GROUP), group=True)
FILE = {"file_id": "d", "file_unique_id": "ud", "mime_type": "image/jpeg", "file_size": 9}


def reply(text: str, name: str = "Rudi", **shown: object) -> Json:
    original = message("Orang Asing", group(), 4, **(shown or {"photo": photo("f")}))["message"]
    return {"update_id": 7} | message(name, group(), text=text, reply_to_message=original)


@pytest.mark.parametrize("text", ["/lapor", "/lapor@bakohumas_bot Rapat", "/lapor\nRapat pleno"])
def test_the_photo_that_lapor_replies_to(text: str) -> None:
    heard = Incoming(GRUP, "7", "11", "Rudi", text=text, message="5", reply_to="4", said_at=SAID_AT)
    assert read(reply(text), "7") == (heard, Picture("f", "uf", replied=True))


def test_a_picture_sent_as_a_file_counts_too() -> None:
    found = read(reply("/lapor", document=FILE), "7")
    assert found
    assert found[1] == Picture("d", "ud", replied=True)


STICKER = {"file_id": "s", "file_unique_id": "u", "width": 1, "height": 1, "type": "regular"}
STICKER |= {"is_animated": False, "is_video": False}
PRIVATE = message("Rudi", photo=photo("f"))["message"]


@pytest.mark.parametrize(
    "body",
    [
        reply("bagus"),
        reply("/kolase"),
        reply("/laporan"),
        reply("/lapor", caption="Rapat"),
        reply("/lapor", sticker=STICKER),
        {"edited_message": reply("/lapor")["message"], "update_id": 7},
        {"update_id": 7} | message("Rudi", text="/lapor", reply_to_message=PRIVATE),
    ],
)
def test_no_other_reply_takes_a_photo(body: Json) -> None:
    found = read(body, "7")
    assert found
    assert found[1] is None


async def test_it_is_safe_on_disk_before_anybody_hears_of_it(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = jpeg()
    heard = await channel.incoming(reply("/lapor"), "7")
    assert heard
    assert heard.foto is None
    assert heard.reply_foto
    assert (channel.store.folder / photos.name_of(heard.reply_foto.sha256)).exists()


async def test_for_somebody_unknown_nothing_is_fetched(channel: Telegram, api: BotAPI) -> None:
    heard = await channel.incoming(reply("/lapor", "Orang Asing"), "7")
    assert heard == Incoming(GRUP, "7", "99", "Orang Asing", text="/lapor", message="5", reply_to="4", said_at=SAID_AT)
    assert api.said("getFile", "download") == []
