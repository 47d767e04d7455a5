"""Bodies of a webhook and what the handlers hear of them: every message once, in its order, whatever stands beside."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.intake.attached import OTHER_BOOKS, REFUSED, Picture
from bot.intake.inlet import Arrived
from bot.whatsapp.read import arrived, read
from handlers.chat.messages import Chat, Incoming

Json = dict[str, Any]

NUMBER, RUDI = "6281200000001", "ID.61"
AT = 1_656_147_600
SAID_AT = datetime(2022, 6, 25, 9, tzinfo=UTC)
CONTACT = {"profile": {"name": "Rudi"}, "wa_id": NUMBER, "user_id": RUDI}
FILE = {"id": "m1", "mime_type": "image/jpeg", "sha256": "c2hh"}


def message(kind: str, content: Any, event: str = "wamid.1", **more: Any) -> Json:
    said = {"id": event, "from": NUMBER, "from_user_id": RUDI, "timestamp": str(AT), "type": kind}
    return said | {kind: content} | more


def text(words: str, event: str = "wamid.1", **more: Any) -> Json:
    return message("text", {"body": words}, event, **more)


def value(*messages: Json, **more: Any) -> Json:
    about = {"display_phone_number": "62811", "phone_number_id": "21"}
    told = {"messaging_product": "whatsapp", "metadata": about, "contacts": [CONTACT]}
    return told | ({"messages": [*messages]} if messages else {}) | more


def body(*values: Json) -> Json:
    changes = [{"field": "messages", "value": one} for one in values]
    return {"object": "whatsapp_business_account", "entry": [{"id": "31", "changes": changes}]}


def heard(said: Json) -> tuple[Incoming, Picture | None] | None:
    return read({"message": said, "contact": CONTACT}, "wamid.1")


def rudi(**told: Any) -> Incoming:
    said = Incoming(Chat("whatsapp", RUDI), "wamid.1", RUDI, "Rudi", message="wamid.1", said_at=SAID_AT, number=NUMBER)
    return replace(said, **told)


def document(name: str, mime: str, **more: Any) -> Json:
    return message("document", {"id": "m1", "mime_type": mime, "sha256": "c2hh", "filename": name} | more)


def chosen(kind: str, data: str) -> Json:
    reply = {"type": kind, kind: {"id": data, "title": "Simpan"}}
    return message("interactive", reply, context={"from": "62811", "id": "wamid.card"})


PHOTO = Picture("m1", "c2hh", certain=True, sha256="c2hh")
SAID: tuple[tuple[str, Json, tuple[Incoming, Picture | None]], ...] = (
    ("a text", text("Rapat Pleno"), (rudi(text="Rapat Pleno"), None)),
    ("a composed letter", text("Cafe\u0301\r\nx\x00\u202e"), (rudi(text="Café\nx"), None)),
    ("a reply", text("ya", context={"from": "62811", "id": "wamid.0"}), (rudi(text="ya", reply_to="wamid.0"), None)),
    ("forwarded", text("Rapat", context={"forwarded": True}), (rudi(text="Rapat"), None)),
    ("forwarded often", text("Rapat", context={"frequently_forwarded": True}), (rudi(text="Rapat"), None)),
    ("an opened link", text("Halo, kode saya abc-1"), (rudi(text="/start abc-1"), None)),
    ("a button", chosen("button_reply", "l:1:2:s"),
     (rudi(press="l:1:2:s", press_id="wamid.1", message="wamid.card"), None)),
    ("a row", chosen("list_reply", "l:1:2:s"),
     (rudi(press="l:1:2:s", press_id="wamid.1", message="wamid.card"), None)),
    ("the button of a template", message("button", {"payload": "buka", "text": "Buka"}, context={"id": "wamid.t"}),
     (rudi(press="buka", press_id="wamid.1", message="wamid.t"), None)),
    ("such a button without data", message("button", {"text": "Buka"}),
     (rudi(press="Buka", press_id="wamid.1", message=""), None)),
    ("a photo", message("image", FILE), (rudi(), PHOTO)),
    ("a photo with words", message("image", FILE | {"caption": "Apel"}), (rudi(text="Apel"), PHOTO)),
    ("a photo that is passed on", message("image", FILE, context={"forwarded": True}), (rudi(), PHOTO)),
    ("a photo as a document", document("DSC1.JPG", "application/octet-stream", caption="Apel"),
     (rudi(text="Apel"), Picture("m1", "c2hh", sha256="c2hh"))),
    ("a workbook", document("data.xlsx", "application/vnd.ms-excel"),
     (rudi(), Picture("m1", "c2hh", workbook=True, sha256="c2hh"))),
    ("a template of Word", document("Surat.docx", "application/msword"),
     (rudi(), Picture("m1", "c2hh", templat="Surat.docx", sha256="c2hh"))),
    ("a place", message("location", {"latitude": 1, "longitude": 1, "name": "Graha NU", "address": "Jl. Jawa 5"}),
     (rudi(text="Tempat: Graha NU, Jl. Jawa 5"), None)),
)  # fmt: skip


@pytest.mark.parametrize(("said", "found"), [one[1:] for one in SAID], ids=[one[0] for one in SAID])
def test_what_people_send_becomes_an_incoming(said: Json, found: tuple[Incoming, Picture | None]) -> None:
    assert heard(said) == found


TAKEN_NOT: tuple[tuple[str, Json, Incoming], ...] = (
    ("a sticker", message("sticker", FILE), rudi(refused=REFUSED["sticker"])),
    ("a voice", message("audio", FILE | {"voice": True}), rudi(refused=REFUSED["voice"])),
    ("a recording", message("audio", FILE | {"voice": False}), rudi(refused=REFUSED["audio"])),
    ("a video with words", message("video", FILE | {"caption": "Apel"}), rudi(refused=REFUSED["video"], text="Apel")),
    ("a pin", message("location", {"latitude": 1, "longitude": 1}), rudi(refused=REFUSED["location"])),
    ("a contact", message("contacts", [{"name": {"formatted_name": "Siti"}}]), rudi(refused=REFUSED["contact"])),
    ("a document", document("surat.pdf", "application/pdf", caption="Surat"),
     rudi(refused=REFUSED["document"], text="Surat", suffix=".pdf")),
    ("another workbook", document("data.ods", "application/x"), rudi(refused=OTHER_BOOKS[".ods"], suffix=".ods")),
    ("a poll", message("unsupported", {"type": "poll"}, errors=[{"code": 131051}]), rudi(refused=REFUSED["poll"])),
    ("what may be seen once", message("unsupported", {"type": "view_once"}), rudi(refused=REFUSED["dice"])),
    ("errors alone", message("unsupported", None, errors=[{"code": 131051}]), rudi(refused=REFUSED["dice"])),
    ("a kind of tomorrow", message("hologram", {"id": "m1"}), rudi(refused=REFUSED["dice"])),
    ("an answer to what was not asked", message("interactive", {"type": "nfm_reply"}), rudi(refused=REFUSED["dice"])),
    ("no kind", {"id": "wamid.1", "from": NUMBER, "from_user_id": RUDI, "timestamp": str(AT)},
     rudi(refused=REFUSED["dice"])),
    ("a photo without an id", message("image", {"caption": "Apel"}), rudi(text="Apel", refused=REFUSED["dice"])),
)  # fmt: skip


@pytest.mark.parametrize(("said", "found"), [one[1:] for one in TAKEN_NOT], ids=[one[0] for one in TAKEN_NOT])
def test_what_cannot_be_taken_is_refused_in_the_words_of_the_other_channel(said: Json, found: Incoming) -> None:
    assert heard(said) == (found, None)


@pytest.mark.parametrize(
    "said",
    [
        message("reaction", {"message_id": "wamid.0", "emoji": "👍"}),
        message("edit", {"original_message_id": "wamid.0"}),
        message("revoke", {"original_message_id": "wamid.0"}),
        message("request_welcome", None),
        text(" "),
        message("system", {"body": "Rudi", "type": "user_changed_number"}),
    ],
)
def test_signs_without_words_are_nothing_to_do(said: Json) -> None:
    assert heard(said) is None


def changed(**told: Any) -> Json:
    said = {"body": "Rudi: nomor baru", "type": "user_changed_number", "wa_id": "62899"}
    return {"id": "wamid.1", "from": NUMBER, "timestamp": str(AT), "type": "system", "system": said | told}


@pytest.mark.parametrize(("said", "new"), [(changed(), "62899"), (changed(user_id="ID.62"), "ID.62")])
def test_a_changed_number_moves_a_person_to_another_id(said: Json, new: str) -> None:
    moved = Incoming(Chat("whatsapp", NUMBER), "wamid.1", NUMBER, migrated_to=new, said_at=SAID_AT, number="62899")
    assert read({"message": said, "contact": {}}, "wamid.1") == (moved, None)


@pytest.mark.parametrize(
    ("taken", "person", "number"),
    [((), RUDI, NUMBER), (("from_user_id",), NUMBER, NUMBER), (("from",), RUDI, "")],
)
def test_a_person_is_the_id_that_stays_else_the_number(taken: tuple[str, ...], person: str, number: str) -> None:
    said = {key: told for key, told in text("ya").items() if key not in taken}
    found = read({"message": said, "contact": CONTACT}, "wamid.1")
    assert found == (rudi(chat=Chat("whatsapp", person), person=person, number=number, text="ya"), None)


def test_one_body_of_many_messages_is_all_of_them_in_their_order() -> None:
    status = {"id": "wamid.9", "status": "sent", "timestamp": str(AT), "recipient_id": NUMBER}
    qori = {"from": "6281200000002", "from_user_id": "ID.62"}
    first, second = text("satu", "wamid.a"), text("dua", "wamid.b") | qori
    third = message("image", FILE, "wamid.c")
    came = body(value(first, second), value(statuses=[status]), value(third, errors=[{"code": 130429}]))
    came["entry"].append({"id": "31", "changes": [{"field": "account_update", "value": {"event": "X"}}]})
    came["entry"].append({"id": "31", "changes": [{"field": "messages", "value": value(changed())}]})
    assert arrived(came) == [
        Arrived("wamid.a", 0, RUDI, {"message": first, "contact": CONTACT}, RUDI, "satu"),
        Arrived("wamid.b", 1, "ID.62", {"message": second, "contact": {}}, "ID.62", "dua"),
        Arrived("wamid.c", 2, RUDI, {"message": third, "contact": CONTACT}, RUDI),
        Arrived("wamid.1", 3, NUMBER, {"message": changed(), "contact": CONTACT}, NUMBER),
    ]


def test_the_words_of_an_opened_link_are_known_before_the_message_is_handled() -> None:
    assert [one.text for one in arrived(body(value(text("Halo, kode saya abc-1"))))] == ["/start abc-1"]


@pytest.mark.parametrize(
    "strange",
    [None, 7, [], {}, {"entry": 7}, {"entry": [7, {"changes": [7, {"value": 7}]}]}, body(value(messages=7)),
     body(value({"id": 7, "from": NUMBER})), body(value({"id": "wamid.1"})), body(value({"id": "wamid.1", "from": 7}))],
)  # fmt: skip
def test_bodies_of_a_strange_shape_bring_no_message(strange: Any) -> None:
    assert arrived(strange) == []


def test_a_thousand_messages_of_one_body_are_a_thousand() -> None:
    many = [text(str(n), f"wamid.{n}") for n in range(1000)]
    found = arrived(body(value(*many)))
    assert [(one.event, one.urut, one.text) for one in found] == [(f"wamid.{n}", n, str(n)) for n in range(1000)]
