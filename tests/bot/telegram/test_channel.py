"""The channel against the double: messages go out, failures get their names."""

from pathlib import Path
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot.channel import Gone, Migrated, Permanent, Transient, Unknown
from bot.telegram.channel import Telegram, connect
from handlers.chat.messages import Button, Chat, Outgoing, Reaction, Toast
from handlers.lapor.doors import Save
from storage.database import Database
from storage.foto.store import Store
from tests.bot.conftest import jpeg
from tests.bot.updates import GROUP, group, message
from tests.botapi import TOKEN, BotAPI
from tests.botapi_wire import Fault

RUDI = Chat("telegram", "11")
GRUP = Chat("telegram", str(GROUP), group=True)


async def test_opening_hears_the_name_and_waits_for_nothing_else(api: BotAPI, team: Database, tmp_path: Path) -> None:
    heard: list[str] = []
    channel = Telegram(connect(TOKEN, api.url + "/"), team, Store(tmp_path), heard.append)
    api.faults = [Fault("getMe", "404 <html>")]
    await channel.open()
    await channel.close()
    assert (heard, [call.method for call in api.calls]) == (["bakohumas_bot"], ["getMe", "getMe"])


async def test_a_wrong_token_is_hopeless(api: BotAPI, team: Database, tmp_path: Path) -> None:
    channel = Telegram(connect("1:wrong", api.url), team, Store(tmp_path))
    with pytest.raises(InvalidToken):
        await channel.open()
    await channel.close()


PLAIN = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
MENU = ((Button("Simpan", Save(1, 0)),),)
KEYS = {"inline_keyboard": [[{"text": "Simpan", "callback_data": Save(1, 0).written(), "style": "success"}]]}


async def test_a_text_is_sent_and_edited_with_its_buttons(channel: Telegram, api: BotAPI) -> None:
    card = Outgoing(RUDI, title="Laporan", text="Nama: –", menu=MENU)
    (number,) = await channel.send(card, [])
    await channel.edit(number, Outgoing(RUDI, text="Tercatat"))
    assert api.said("sendMessage") == [{"chat_id": 11, "text": "<b>Laporan</b>\nNama: –", "reply_markup": KEYS} | PLAIN]
    assert api.said("editMessageText") == [{"chat_id": 11, "message_id": int(number), "text": "Tercatat"} | PLAIN]
    await channel.delete("11", number)
    assert api.messages == {}


async def test_a_command_for_another_bot_of_the_group_is_none_of_ours(channel: Telegram) -> None:
    said = ("/bantuan", "/bantuan@Bakohumas_Bot", "/bantuan@lain_bot", "rudi@kpu.go.id", "/lapor@lain_bot Rapat")
    bodies = [{"update_id": n} | message("Rudi", group(), text=one) for n, one in enumerate(said)]
    heard = [await channel.incoming(body, "1") for body in bodies]
    assert [one.text if one else None for one in heard] == [*said[:2], None, said[3], None]


async def test_small_things(channel: Telegram, api: BotAPI) -> None:
    await channel.answer(Toast(RUDI, "q1", "sudah " * 50))
    await channel.answer(Toast(RUDI, "q2"))
    await channel.react(Reaction(GRUP, "5", "👌"))
    await channel.leave(str(GROUP))
    assert api.said("answerCallbackQuery", "setMessageReaction", "leaveChat") == [
        {"callback_query_id": "q1", "text": ("sudah " * 33).rstrip() + "…"},
        {"callback_query_id": "q2"},
        {"chat_id": GROUP, "message_id": 5, "reaction": [{"type": "emoji", "emoji": "👌"}]},
        {"chat_id": GROUP},
    ]


def files(folder: Path, *names: str) -> list[Path]:
    for number, name in enumerate(names):
        (folder / name).write_bytes(jpeg(number))
    return [folder / name for name in names]


@pytest.mark.parametrize(("name", "method"), [("kolase-1.jpg", "sendPhoto"), ("Laporan TW II.docx", "sendDocument")])
async def test_one_file_carries_text_and_buttons(
    channel: Telegram, api: BotAPI, tmp_path: Path, name: str, method: str
) -> None:
    said = Outgoing(GRUP, title="Kegiatan", text="x" * 2000, menu=MENU)
    assert await channel.send(said, files(tmp_path, name)) == ["101"]
    (call,) = (call for call in api.calls if call.method == method)
    caption = "<b>Kegiatan</b>\n" + "x" * 1014 + "…"
    assert (call.params["caption"], call.params["reply_markup"], call.files) == (caption, KEYS, {name: jpeg(0)})


@pytest.mark.parametrize(("names", "captions"), [
    (("kolase-1.jpg", "kolase-2.jpg"), ["<b>Kegiatan</b>", None]),
    (("Laporan.docx", "Laporan.pdf"), [None, "<b>Kegiatan</b>"]),
])  # fmt: skip
async def test_what_belongs_together_is_one_call(
    channel: Telegram, api: BotAPI, tmp_path: Path, names: tuple[str, ...], captions: list[Any]
) -> None:
    assert await channel.send(Outgoing(GRUP, title="Kegiatan"), files(tmp_path, *names)) == ["101", "102"]
    (call,) = (call for call in api.calls if call.method == "sendMediaGroup")
    assert [item.get("caption") for item in call.params["media"]] == captions
    assert sorted(call.files) == sorted(names)


async def test_an_album_cannot_carry_buttons_so_they_stand_below(
    channel: Telegram, api: BotAPI, tmp_path: Path
) -> None:
    names = [f"kolase-{n}.jpg" for n in range(11)]
    said = Outgoing(GRUP, title="Kegiatan", menu=MENU)
    assert len(await channel.send(said, files(tmp_path, *names))) == 12
    assert [call.method for call in api.calls if call.method.startswith("send")] == [
        "sendMediaGroup", "sendPhoto", "sendMessage"
    ]  # fmt: skip
    assert api.said("sendMessage")[0]["text"] == "<b>Kegiatan</b>"


async def test_half_of_it_arrived_means_that_nobody_knows(channel: Telegram, api: BotAPI, tmp_path: Path) -> None:
    api.faults = [Fault("sendPhoto", 403)]
    with pytest.raises(Unknown, match="only 10 messages arrived"):
        await channel.send(Outgoing(GRUP, title="K"), files(tmp_path, *(f"k-{n}.jpg" for n in range(11))))


FAILURES = (
    (Fault("sendMessage", 403, description="Forbidden: bot was blocked by the user"), Permanent),
    (Fault("sendMessage", 400, description="Bad Request: chat not found"), Permanent),
    (Fault("sendMessage", 413, description="Request Entity Too Large"), Permanent),
    (Fault("sendMessage", 429, parameters={"retry_after": 7}), Transient),
    (Fault("sendMessage", 401, description="Unauthorized"), Transient),
    (Fault("sendMessage", 500), Unknown),
    (Fault("sendMessage", 502, after=True), Unknown),
    (Fault("sendMessage", "reset"), Unknown),
    (Fault("sendMessage", "200 <html>"), Unknown),
    (Fault("sendMessage", "403 <html>"), Unknown),
    (Fault("sendMessage", "404 <html>"), Unknown),
    (Fault("sendMessage", "413 <html>"), Permanent),
    (Fault("sendMessage", "200 []"), Unknown),
    (Fault("sendMessage", '200 {"ok": true}', after=True), Unknown),
    (Fault("sendMessage", 400, parameters={"migrate_to_chat_id": -1002}), Migrated),
)


@pytest.mark.parametrize(("fault", "kind"), FAILURES, ids=[f"{f.kind}-{k.__name__}" for f, k in FAILURES])
async def test_failures_get_their_names(channel: Telegram, api: BotAPI, fault: Fault, kind: type[Exception]) -> None:
    api.faults = [fault]
    with pytest.raises(kind) as caught:
        await channel.send(Outgoing(RUDI, text="x"), [])
    seconds = {429: 7.0, 401: 60.0}.get(fault.kind if isinstance(fault.kind, int) else 0)
    assert (getattr(caught.value, "retry_after", None), getattr(caught.value, "new", None)) == (
        seconds,
        "-1002" if kind is Migrated else None,
    )


async def test_nobody_at_the_other_end_means_that_nothing_was_sent(channel: Telegram) -> None:
    channel.bot._base_url = f"http://127.0.0.1:9/bot{TOKEN}"  # noqa: SLF001 - a port where nobody listens
    with pytest.raises(Transient):
        await channel.send(Outgoing(RUDI, text="x"), [])


@pytest.mark.parametrize(("description", "kind"), [
    ("Bad Request: message to edit not found", Gone),
    ("Bad Request: message can't be edited", Gone),
    ("Bad Request: message is not modified: specified new message content is exactly the same", None),
])  # fmt: skip
async def test_an_edit_that_changes_nothing_has_succeeded(
    channel: Telegram, api: BotAPI, description: str, kind: type[Exception] | None
) -> None:
    api.faults = [Fault("editMessageText", 400, description=description)]
    if kind is None:
        await channel.edit("5", Outgoing(RUDI, text="x"))
    else:
        with pytest.raises(kind):
            await channel.edit("5", Outgoing(RUDI, text="x"))
