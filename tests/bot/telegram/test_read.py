"""What people do on Telegram, and what the handlers hear of it; in the group /lapor may point at a photo."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.intake.attached import Picture
from bot.telegram.channel import Telegram
from bot.telegram.read import lane_of, person_of, read, words_of
from handlers.chat.messages import Chat, Incoming, Presence
from storage.foto import photos
from tests.bot.conftest import jpeg
from tests.bot.updates import GROUP, SAID_AT, Json, group, membership, message, photo, press, private, user
from tests.botapi import BotAPI

RUDI = Chat("telegram", "11")
GRUP = Chat("telegram", str(GROUP), group=True)
TOPIC = replace(GRUP, topic="3")
FORUM = group() | {"is_forum": True}


def heard(body: Json) -> tuple[Incoming, Picture | None] | None:
    return read({"update_id": 7} | body, "7")


def document(mime: str, size: int = 3000, name: str = "a") -> Json:
    facts = {"file_id": "d", "file_unique_id": "ud", "mime_type": mime, "file_size": size, "file_name": name}
    return {"document": facts}


def rudi(chat: Chat = RUDI, **told: Any) -> Incoming:
    said = {} if {"press", "place"} & set(told) else {"said_at": SAID_AT}
    return Incoming(chat, "7", "11", "Rudi", **({"message": "5"} | said | told))


def happened(chat: Chat, person: str, place: Presence) -> Incoming:
    return Incoming(chat, "7", person, place=place)


def topical(body: Json) -> Json:
    """The press of a button that stands in a topic."""
    body["callback_query"]["message"] |= {"is_topic_message": True, "message_thread_id": 3}
    return body


HALL: Json = {"location": {"latitude": 1.0, "longitude": 1.0}, "title": "Graha NU", "address": "Jl. Jawa 5"}
SAID = (
    ("a text", message("Rudi", text="Rapat Pleno"), rudi(text="Rapat Pleno")),
    ("a command", message("Rudi", text="/lapor audiensi"), rudi(text="/lapor audiensi")),
    ("a composed letter", message("Rudi", text="Cafe\u0301\r\nx\x00\u202e"), rudi(text="Café\nx")),
    ("a reply", message("Rudi", text="ya", reply_to_message=message("Rudi", number=3)["message"]),
     rudi(text="ya", reply_to="3")),
    ("an edit", {"edited_message": message("Rudi", text="Rapat")["message"]}, rudi(text="Rapat", edited=True)),
    ("an edited caption", {"edited_message": message("Rudi", photo=photo("f"), caption="Rapat")["message"]},
     rudi(text="Rapat", edited=True)),
    ("a press", press("Rudi", "l:1:2:s"), rudi(press="l:1:2:s", press_id="q1")),
    ("a press in the group", press("Rudi", "o:1:ada", group()), rudi(GRUP, press="o:1:ada", press_id="q1")),
    ("a command in the group", message("Rudi", group(), text="/lapor@bakohumas_bot"),
     rudi(GRUP, text="/lapor@bakohumas_bot")),
    ("a caption in the group", message("Rudi", group(), photo=photo("f"), caption="/lapor"), rudi(GRUP, text="/lapor")),
    ("an address behind a word", message("Rudi", text="📌 Infografis: klik ya", entities=[
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "text_link", "offset": 15, "length": 4, "url": "https://www.instagram.com/p/CdX_y-1/"}]),
     rudi(text="📌 Infografis: klik https://www.instagram.com/p/CdX_y-1/  ya")),
    ("a place", message("Rudi", venue=HALL, location=HALL["location"]), rudi(text="Tempat: Graha NU, Jl. Jawa 5")),
    ("added", membership("Rudi", "left", "member"), rudi(GRUP, message="", place=Presence.ADDED)),
    ("removed", membership("Rudi", "administrator", "kicked"), rudi(GRUP, message="", place=Presence.REMOVED)),
    ("gone from the group", message("Rudi", group(), left_chat_member=user("Rudi")), rudi(GRUP, message="", left=True)),
    ("removed from the group by another", message("Qori", group(), left_chat_member=user("Rudi")),
     rudi(GRUP, message="", left=True)),
    ("removed by somebody who speaks as the group",
     message("Qori", group(), left_chat_member=user("Rudi"), sender_chat=group()), rudi(GRUP, message="", left=True)),
    ("migrated", message("Rudi", group("group"), migrate_to_chat_id=-1002),
     Incoming(GRUP, "7", "11", migrated_to="-1002")),
    ("in a forum topic", message("Rudi", group(), text="/kolase", is_topic_message=True, message_thread_id=3,
     reply_to_message=message("Rudi", group(), 3, forum_topic_created={"name": "Foto", "icon_color": 1})["message"]),
     rudi(TOPIC, text="/kolase")),
    ("a reply in a forum topic", message("Rudi", group(), text="/lapor", is_topic_message=True, message_thread_id=3,
     reply_to_message=message("Rudi", group(), 4)["message"]), rudi(TOPIC, text="/lapor", reply_to="4")),
    ("a reply in General, with the id of its chain", message("Rudi", FORUM, text="/lapor", message_thread_id=4,
     reply_to_message=message("Rudi", FORUM, 4)["message"]), rudi(GRUP, text="/lapor", reply_to="4", forum=True)),
    ("in General, by its id", message("Rudi", FORUM, text="/lapor", is_topic_message=True, message_thread_id=1),
     rudi(GRUP, text="/lapor", forum=True)),
    ("a command of Telegram Web, from whatever topic", message("Rudi", FORUM, text="/lapor"),
     rudi(GRUP, text="/lapor", forum=True)),
    ("in a topic of the private chat", message("Rudi", text="Rapat", is_topic_message=True, message_thread_id=3),
     rudi(text="Rapat")),
    ("a press in a topic", topical(press("Rudi", "o:1:ada", group())), rudi(TOPIC, press="o:1:ada", press_id="q1")),
    ("a topic closed", message("Qori", group(), is_topic_message=True, message_thread_id=3, forum_topic_closed={}),
     happened(TOPIC, "13", Presence.CLOSED)),
    ("a topic opened again", message("Qori", group(), is_topic_message=True, message_thread_id=3,
     forum_topic_reopened={}), happened(TOPIC, "13", Presence.REOPENED)),
    ("General closed by somebody who speaks as the group", message("Qori", group(), sender_chat=group(),
     forum_topic_closed={}), happened(GRUP, "13", Presence.CLOSED)),
    ("General hidden", message("Qori", group(), general_forum_topic_hidden={}), happened(GRUP, "13", Presence.CLOSED)),
    ("General shown again", message("Qori", group(), general_forum_topic_unhidden={}),
     happened(GRUP, "13", Presence.REOPENED)),
    ("muted", membership("Rudi", "member", "restricted"), rudi(GRUP, message="", place=Presence.MUTED)),
    ("heard again", membership("Rudi", "restricted", "member"), rudi(GRUP, message="", place=Presence.HEARD)),
    ("allowed to manage topics", membership("Rudi", "member", "administrator", can_manage_topics=True),
     rudi(GRUP, message="", place=Presence.HEARD)),
    ("a block", membership("Rudi", "member", "kicked", private("Rudi")), rudi(message="", place=Presence.REMOVED)),
    ("a block that ends", membership("Rudi", "kicked", "member", private("Rudi")),
     rudi(message="", place=Presence.ADDED)),
)  # fmt: skip


@pytest.mark.parametrize(("body", "incoming"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_what_is_said_is_heard(body: Json, incoming: Incoming) -> None:
    assert heard(body) == (incoming, None)


PICTURES = (
    ("a photo, in its largest size", message("Rudi", photo=photo("f")), rudi(), Picture("f", "uf", certain=True)),
    ("a photo of an album", message("Rudi", photo=photo("f"), media_group_id="99", caption="Rapat"),
     rudi(text="Rapat", album="99"), Picture("f", "uf", certain=True)),
    ("an image as a file", message("Rudi", **document("image/png")), rudi(), Picture("d", "ud")),
    ("an image of no kind", message("Rudi", **document("application/octet-stream", name="DSC_0001.JPG")), rudi(),
     Picture("d", "ud")),
    ("an image of a phone", message("Rudi", **document("", name="IMG_0012.heic")), rudi(), Picture("d", "ud")),
    ("a file without a name that tells anything", message("Rudi", **document("application/octet-stream", name="foto")),
     rudi(), Picture("d", "ud")),
    ("a live photo", message("Rudi", live_photo={"file_id": "v", "file_unique_id": "uv", "width": 1, "height": 1,
     "duration": 2, "photo": photo("f")}), rudi(), Picture("f", "uf", certain=True)),
    ("a workbook", message("Rudi", **document("application/octet-stream", name="Data.XLSX")), rudi(),
     Picture("d", "ud", workbook=True)),
    ("a forwarded photo", message("Rudi", photo=photo("f"), caption="Izin melaporkan",
     forward_origin={"type": "hidden_user", "date": 1655000000, "sender_user_name": "Siti"}),
     rudi(text="Izin melaporkan", said_at=datetime.fromtimestamp(1655000000, UTC)), Picture("f", "uf", certain=True)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "incoming", "picture"), [row[1:] for row in PICTURES], ids=[row[0] for row in PICTURES]
)
def test_photos_are_found(body: Json, incoming: Incoming, picture: Picture) -> None:
    assert heard(body) == (incoming, picture)


NO_PHOTO = "Berkas ini bukan foto. Kirim fotonya, atau tulis keterangannya."
FILE: Json = {"file_id": "x", "file_unique_id": "ux"}
MOVING = FILE | {"width": 9, "height": 9, "duration": 2}
REFUSED: tuple[tuple[Json, str], ...] = (
    ({"sticker": FILE | {"type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}},
     "Stiker tidak dapat dicatat. Kirim foto atau tulis keterangannya."),
    ({"voice": FILE | {"duration": 2}}, "Pesan suara tidak dapat dicatat. Mohon tulis keterangannya."),
    ({"audio": FILE | {"duration": 2}}, "Rekaman suara tidak dapat dicatat. Mohon tulis keterangannya."),
    ({"video": MOVING}, "Video tidak dapat dicatat. Kirim fotonya, atau tautan videonya."),
    ({"animation": MOVING} | document("video/mp4"),
     "Animasi tidak dapat dicatat. Kirim fotonya, atau tautan videonya."),
    ({"location": {"latitude": 1.0, "longitude": 1.0}}, "Lokasi tidak dapat dicatat. Mohon tulis nama tempatnya."),
    ({"contact": {"phone_number": "1", "first_name": "S"}}, "Kontak tidak dapat dicatat. Mohon tulis namanya."),
    (document("application/pdf"), NO_PHOTO),
    (document("image/jpeg", 21 * 2**20), "Berkas ini lebih dari 20 MB. Mohon kirim versi yang lebih kecil."),
    ({"dice": {"emoji": "🎲", "value": 3}}, "Pesan ini tidak dapat dicatat. Kirim foto atau tulis keterangannya."),
)  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), REFUSED, ids=[next(iter(row[0])) for row in REFUSED])
def test_what_cannot_be_taken_is_refused_with_one_sentence(content: Json, sentence: str) -> None:
    assert heard(message("Rudi", **content)) == (rudi(refused=sentence), None)


BOOK = "Berkas ini belum dapat dibaca: buka di {}, simpan sebagai Buku Kerja Excel (.xlsx), lalu kirim yang .xlsx itu."
FILES = (
    ("foto.pdf", "application/pdf", NO_PHOTO),
    ("a.zip", "application/octet-stream", NO_PHOTO),
    ("Templat.DOC", "application/msword", NO_PHOTO),
    ("catatan.xls", "application/vnd.ms-excel", BOOK.format("Excel")),
    ("catatan.CSV", "text/csv", BOOK.format("Excel")),
    ("catatan.ods", "application/vnd.oasis.opendocument.spreadsheet", BOOK.format("LibreOffice")),
)


@pytest.mark.parametrize(("name", "mime", "sentence"), FILES)
def test_a_file_of_another_kind_is_refused_with_the_end_of_its_name(name: str, mime: str, sentence: str) -> None:
    suffix = name[name.index(".") :].casefold()
    assert heard(message("Rudi", **document(mime, name=name))) == (rudi(refused=sentence, suffix=suffix), None)


BOT = user("Rudi") | {"is_bot": True}
IGNORED = (
    ("another bot", {"message": message("Rudi", text="x")["message"] | {"from": BOT}}),
    ("a channel", {"channel_post": message("Rudi", {"id": -9, "type": "channel", "title": "K"}, text="x")["message"]}),
    ("somebody who speaks as the group", message("Rudi", group(), text="x", sender_chat=group())),
    ("a sticker in the group", message("Rudi", group(), **REFUSED[0][0])),
    ("a photo in the group", message("Rudi", group(), photo=photo("f"))),
    ("a pinned message", message("Rudi", pinned_message=message("Rudi", text="x")["message"])),
    ("a bot that leaves the group", message("Rudi", group(), left_chat_member=BOT)),
    ("a new title", message("Rudi", group(), new_chat_title="Baru")),
    ("a promotion", membership("Rudi", "member", "administrator")),
    ("a reaction", {"message_reaction": {"chat": private("Rudi"), "message_id": 5, "date": 1656000000,
     "user": user("Rudi"), "old_reaction": [], "new_reaction": []}}),
)  # fmt: skip


@pytest.mark.parametrize("body", [row[1] for row in IGNORED], ids=[row[0] for row in IGNORED])
def test_what_is_not_for_the_bot_is_ignored(body: Json) -> None:
    assert heard(body) is None


LANES = (
    (message("Rudi", text="x"), "11"),
    (message("Rudi", group(), text="x"), str(GROUP)),
    (press("Rudi", "l:1"), "11"),
    (membership("Rudi", "left", "member"), str(GROUP)),
    ({"inline_query": {"id": "1", "from": user("Rudi")}}, "11"),
    ({"something_new": 1}, ""),
)


@pytest.mark.parametrize(("body", "lane"), LANES)
def test_a_lane_is_a_chat(body: Json, lane: str) -> None:
    assert lane_of({"update_id": 7} | body) == lane


FILE = {"file_id": "d", "file_unique_id": "ud", "mime_type": "image/jpeg", "file_size": 9}


def reply(text: str, name: str = "Rudi", **shown: object) -> Json:
    original = message("Orang Asing", group(), 4, **(shown or {"photo": photo("f")}))["message"]
    return {"update_id": 7} | message(name, group(), text=text, reply_to_message=original)


@pytest.mark.parametrize("text", ["/lapor", "/lapor@bakohumas_bot Rapat", "/lapor\nRapat pleno"])
def test_the_photo_that_lapor_replies_to(text: str) -> None:
    heard = Incoming(GRUP, "7", "11", "Rudi", text=text, message="5", reply_to="4", said_at=SAID_AT)
    assert read(reply(text), "7") == (heard, Picture("f", "uf", replied=True, certain=True))


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


@pytest.mark.parametrize(
    ("body", "person", "words"),
    [
        (message("Rudi", text="/start abc"), "11", "/start abc"),
        (press("Rudi", "s:1:0"), "11", ""),
        (membership("Qori", "left", "member"), "13", ""),
        ({"message": {"chat": {"id": 1}, "text": ["a"]}}, "", ""),
        ({"message": {"from": {"id": "\ud800"}, "text": None}}, "", ""),
        ({"message": 5, "edited_message": [1]}, "", ""),
    ],
)
def test_who_and_which_words_are_read_from_any_json(body: Json, person: str, words: str) -> None:
    told = {"update_id": 1} | body
    assert (person_of(told), words_of(told)) == (person, words)
