"""Whether a file may come is asked before anything is fetched from Telegram."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.intake.inlet import Inlet
from bot.telegram.channel import Telegram
from bot.telegram.intake import arrived
from handlers import dispatch
from handlers.chat import access
from handlers.chat.access import ENOUGH, NOT_REPORTING, Sent, refusal
from storage.chat.outbox import Outbox
from storage.kantor import people
from storage.kantor.people import Role
from tests.bot.conftest import jpeg
from tests.bot.updates import Json, group, message, photo
from tests.botapi import BotAPI
from tests.conftest import NOW

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def file(name: str) -> Json:
    return {"file_id": "f", "file_unique_id": "uf", "mime_type": DOCX, "file_name": name, "file_size": 3000}


async def record(inlet: Inlet, *bodies: Json) -> None:
    await inlet.put([arrived(body) for body in bodies])


def told(channel: Telegram) -> list[str]:
    with channel.database.transaction() as session:
        return [row.payload["text"] for row in session.scalars(select(Outbox).order_by(Outbox.id))]


@pytest.mark.parametrize(
    ("who", "content", "sentence"),
    [
        ("Hudri", {"photo": photo("f")}, NOT_REPORTING),
        ("Hudri", {"photo": photo("f"), "caption": "/lapor Rapat"}, NOT_REPORTING),
        ("Hudri", {"document": file("a.docx")}, refusal(Sent.WORD, Role.PEMBINA)),
        ("Rudi", {"document": file("a.docx"), "caption": "templat"}, refusal(Sent.WORD, Role.ANGGOTA)),
        ("Agus", {"document": file("a.xlsx")}, refusal(Sent.WORKBOOK, Role.KETUA)),
        ("Hudri", {"document": file("a.png") | {"mime_type": "image/png"}}, NOT_REPORTING),
    ],
)
async def test_what_a_role_may_not_send_is_answered_without_being_fetched(
    channel: Telegram, inlet: Inlet, api: BotAPI, who: str, content: Json, sentence: str
) -> None:
    body = {"update_id": 7} | message(who, **content)
    await record(inlet, body)
    heard = await channel.incoming(body, "7")
    assert heard
    assert heard.refused == sentence
    assert api.said("getFile", "download") == []
    dispatch.handle(channel.database, heard, NOW)
    assert told(channel) == [sentence]


async def test_who_may_not_report_has_no_photo_fetched_from_the_group_either(
    channel: Telegram, inlet: Inlet, api: BotAPI
) -> None:
    shown = message("Rudi", group(), 4, photo=photo("f"))["message"]
    body = {"update_id": 7} | message("Hudri", group(), text="/lapor", reply_to_message=shown)
    await record(inlet, body)
    heard = await channel.incoming(body, "7")
    assert heard
    assert (heard.reply_foto, heard.refused, api.said("getFile", "download")) == (None, "", [])
    dispatch.handle(channel.database, heard, NOW)
    assert told(channel) == ["Perintah /lapor hanya untuk Anggota, Ketua, dan Ketua Pelaksana."]


async def test_whose_time_in_the_team_is_over_has_nothing_fetched(channel: Telegram, api: BotAPI) -> None:
    with channel.database.transaction() as session:
        rudi = people.find(session, "telegram", "11")
        assert rudi
        rudi.berlaku_sampai = channel.clock().date() - timedelta(days=2)
    heard = await channel.incoming({"update_id": 7} | message("Rudi", photo=photo("f")), "7")
    assert heard
    assert (heard.foto, heard.refused, api.said("getFile", "download")) == (None, "", [])


async def test_the_message_after_three_hundred_in_a_minute_is_answered_without_being_fetched(
    channel: Telegram, inlet: Inlet, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "PER_MINUTE", 3)
    api.files["f"] = jpeg()
    bodies = [{"update_id": n} | message("Rudi", number=n, photo=photo("f")) for n in range(1, 6)]
    await record(inlet, *bodies)
    for body in bodies:
        heard = await channel.incoming(body, str(body["update_id"]))
        assert heard
        dispatch.handle(channel.database, heard, NOW)
    assert len(api.said("getFile")) == 3
    assert told(channel).count(ENOUGH) == 1
    assert told(channel)[-1] == ENOUGH
