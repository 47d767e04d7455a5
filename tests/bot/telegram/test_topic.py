"""Requests for forum groups as they go over the wire, and what the Bot API answers to those it does not take."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.channel import Permanent, Shut
from bot.telegram.channel import Telegram
from handlers.chat.messages import Chat, Outgoing, Presence
from tests.bot.telegram.test_channel import MENU, files
from tests.bot.updates import GROUP, group, membership, message
from tests.botapi import BotAPI
from tests.botapi_wire import Fault

GRUP = Chat("telegram", str(GROUP), group=True)
TOPIC = replace(GRUP, topic="5")
SENDS = ("sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup")


def where(api: BotAPI) -> list[dict[str, Any]]:
    """The place that each message was sent to."""
    names = ("chat_id", "message_thread_id", "reply_parameters")
    return [{name: one[name] for name in names if name in one} for one in api.said(*SENDS)]


@pytest.mark.parametrize(("outgoing", "place"), [
    (Outgoing(TOPIC, text="x", menu=MENU), {"message_thread_id": 5}),
    (Outgoing(GRUP, text="x", menu=MENU), {}),
    (Outgoing(replace(GRUP, topic="1"), text="x", menu=MENU), {}),
    (Outgoing(TOPIC, text="x", menu=MENU, answers="70"), {"reply_parameters": {"message_id": 70}}),
    (Outgoing(GRUP, text="x", menu=MENU, answers="70"), {"reply_parameters": {"message_id": 70}}),
], ids=["topic", "General", "General by its id", "reply in a topic", "reply"])  # fmt: skip
@pytest.mark.parametrize(("names", "calls"), [
    ((), 1), (("kolase.jpg",), 1), (("Laporan.docx",), 1), (("kolase-1.jpg", "kolase-2.jpg"), 2),
])  # fmt: skip
async def test_each_message_goes_to_its_topic_and_an_answer_to_its_message(
    channel: Telegram,
    api: BotAPI,
    tmp_path: Path,
    outgoing: Outgoing,
    place: dict[str, Any],
    names: tuple[str, ...],
    calls: int,
) -> None:
    await channel.send(outgoing, files(tmp_path, *names))
    assert where(api) == [{"chat_id": GROUP} | place] * calls


@pytest.mark.parametrize(("method", "names"), [
    ("sendMessage", ()), ("sendMediaGroup", ("kolase-1.jpg", "kolase-2.jpg"))
])  # fmt: skip
async def test_an_answer_to_a_message_that_was_deleted_goes_to_its_topic(
    channel: Telegram, api: BotAPI, tmp_path: Path, method: str, names: tuple[str, ...]
) -> None:
    api.faults = [Fault(method, 400, description="Bad Request: message to be replied not found")]
    await channel.send(Outgoing(TOPIC, text="x", answers="70"), files(tmp_path, *names))
    assert where(api) == [
        {"chat_id": GROUP, "reply_parameters": {"message_id": 70}},
        {"chat_id": GROUP, "message_thread_id": 5},
    ]


REFUSALS = (
    (400, "Bad Request: TOPIC_CLOSED", Presence.CLOSED),
    (400, "Bad Request: TOPIC_DELETED", Presence.LOST),
    # A topic in which people write may be not found too.
    (400, "Bad Request: message thread not found", Presence.LOST),
    (403, "Forbidden: bot was kicked from the supergroup chat", Presence.REMOVED),
    (403, "Forbidden: bot is not a member of the supergroup chat", Presence.REMOVED),
    (403, "Forbidden: the group chat was deleted", Presence.REMOVED),
    (400, "Bad Request: not enough rights to send text messages to the chat", Presence.MUTED),
    (400, "Bad Request: have no rights to send a message", Presence.MUTED),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", Presence.MUTED),
    (400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", Presence.MUTED),
)


@pytest.mark.parametrize(("code", "description", "why"), REFUSALS, ids=[one[1] for one in REFUSALS])
async def test_a_place_that_is_shut_is_told_from_a_message_that_never_arrives(
    channel: Telegram, api: BotAPI, code: int, description: str, why: Presence
) -> None:
    api.faults = [Fault("sendMessage", code, description=description)]
    with pytest.raises(Shut) as caught:
        await channel.send(Outgoing(TOPIC, text="x"), [])
    assert caught.value.why is why


async def test_a_reply_that_is_refused_for_another_reason_is_not_sent_again(channel: Telegram, api: BotAPI) -> None:
    api.faults = [Fault("sendMessage", 400, description="Bad Request: chat not found")]
    with pytest.raises(Permanent):
        await channel.send(Outgoing(TOPIC, text="x", answers="70"), [])
    assert len(where(api)) == 1


@pytest.mark.parametrize(("rights", "fault", "place"), [
    (None, None, Presence.CLOSED),
    (False, None, Presence.CLOSED),
    (True, None, None),
    (True, Fault("getChatMember", 400), Presence.CLOSED),
])  # fmt: skip
async def test_a_closed_topic_is_no_news_to_a_bot_that_may_write_in_it(
    channel: Telegram, api: BotAPI, rights: bool | None, fault: Fault | None, place: Presence | None
) -> None:
    if rights is not None:
        told = membership("Rudi", "member", "administrator", can_manage_topics=rights)
        api.member = told["my_chat_member"]["new_chat_member"]
    api.faults = [fault] if fault else []
    closed = message("Qori", group(), is_topic_message=True, message_thread_id=5, forum_topic_closed={})
    heard = await channel.incoming({"update_id": 7} | closed, "7")
    assert (heard and heard.place) == place
