"""What Telegram is told about the bot: once for each wording, patiently, and in nobody's way."""

import asyncio
from pathlib import Path

import pytest

from bot.channel import Permanent, Transient
from bot.telegram.channel import Telegram
from bot.telegram.hello import greetings, introduced
from bot.work.sender import Sender
from bot.world import Wake, World
from handlers import table
from handlers.chat.messages import Chat, CommandList, Offer
from handlers.tim import bantuan
from storage.chat import offered as rows
from tests.bot.ears import RUDI, Clock, Ears
from tests.bot.trouble.posts import post, say, sent
from tests.bot.trouble.posts import rows as waiting
from tests.botapi import BotAPI
from tests.botapi_wire import Fault, Json

RUDI_DI_TELEGRAM = Chat("telegram", "11")
TOLD = (("lapor", "laporkan kegiatan atau konten"),)
TELLS = ("setMyCommands", "setMyDescription", "setMyShortDescription", "setChatMenuButton")


@pytest.fixture
def telegram(channel: Telegram, tmp_path: Path) -> World:
    return World(channel.database, channel, tmp_path, Clock(), Wake())


def listed(commands: CommandList) -> list[Json]:
    return [{"command": word, "description": tells} for word, tells in commands]


async def test_all_the_world_is_told_and_at_the_next_start_nothing(
    telegram: World, channel: Telegram, api: BotAPI
) -> None:
    await introduced(channel.bot, telegram)
    strangers = listed(bantuan.STRANGERS)
    assert api.said(*TELLS) == [
        {"commands": strangers, "scope": {"type": "default"}},
        {"commands": strangers, "scope": {"type": "all_private_chats"}},
        {"commands": listed(bantuan.of_group(table.COMMANDS, bound=False)), "scope": {"type": "all_group_chats"}},
        {"description": bantuan.DESKRIPSI},
        {"short_description": bantuan.TENTANG},
        {"menu_button": {"type": "commands"}},
    ]
    await introduced(channel.bot, telegram)
    assert len(api.said(*TELLS)) == len(greetings(channel.bot))


async def test_another_wording_is_told(
    telegram: World, channel: Telegram, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    await introduced(channel.bot, telegram)
    monkeypatch.setattr(bantuan, "TENTANG", "Bot tim Bakohumas.")
    await introduced(channel.bot, telegram)
    assert [told["short_description"] for told in api.said("setMyShortDescription")] == [
        "Pencatatan kegiatan dan konten, kolase pekanan, dan laporan triwulan tim Bakohumas KPU.",
        "Bot tim Bakohumas.",
    ]


async def test_another_bot_has_told_nobody_anything(telegram: World, channel: Telegram) -> None:
    with telegram.database.transaction() as session:
        rows.tell(session, "telegram", "", "7:abc")
        rows.tell(session, "telegram", "11", "abc")
        rows.tell(session, "test", "Rudi", "abc")
    await introduced(channel.bot, telegram)
    with telegram.database.transaction() as session:
        assert [rows.told(session, *place) for place in (("telegram", "11"), ("test", "Rudi"))] == ["", "abc"]


async def test_it_waits_as_long_as_asked_and_goes_on_behind_what_is_refused(
    telegram: World, channel: Telegram, api: BotAPI
) -> None:
    api.faults = [
        Fault("setMyCommands", 429, parameters={"retry_after": 1}),
        Fault("setMyDescription", 400),
        Fault("setMyShortDescription", 400),
    ]
    began = asyncio.get_running_loop().time()
    await introduced(channel.bot, telegram)
    assert asyncio.get_running_loop().time() - began >= 1
    assert [call.method for call in api.calls if call.method in TELLS] == [
        *["setMyCommands"] * 4,
        "setMyDescription",
        "setMyShortDescription",
        "setChatMenuButton",
    ]


async def test_a_process_that_stops_does_not_wait_for_it(telegram: World, channel: Telegram, api: BotAPI) -> None:
    api.faults = [Fault("setMyDescription", 429, times=9, parameters={"retry_after": 600})]
    task = asyncio.create_task(introduced(channel.bot, telegram))
    await api.until(lambda: bool(api.said("setMyDescription")))
    telegram.wake.halt()
    await asyncio.wait_for(task, 2)
    with telegram.database.transaction() as session:
        assert rows.told(session, "telegram", "") == ""


async def test_a_chat_is_given_its_list_and_has_it_taken_away(channel: Telegram, api: BotAPI) -> None:
    await channel.offer(Offer(RUDI_DI_TELEGRAM, TOLD))
    await channel.offer(Offer(RUDI_DI_TELEGRAM))
    here = {"type": "chat", "chat_id": 11}
    assert api.said("setMyCommands") == [{"commands": listed(TOLD), "scope": here}]
    assert api.said("deleteMyCommands") == [{"scope": here}]


@pytest.mark.usefixtures("office")
async def test_nobody_waits_for_a_list(sender: Sender, world: World, ears: Ears) -> None:
    ears.refusals = [Transient("Too Many Requests", retry_after=60)]
    say(world, Offer(RUDI, TOLD), post(RUDI, "satu"))
    assert await sent(sender) == [("send", "Rudi", "satu")]
    assert waiting(world, "kind", "state") == [("offer", "new"), ("say", "sent")]


@pytest.mark.usefixtures("office")
async def test_of_a_list_that_was_told_or_refused_nothing_is_kept(
    sender: Sender, world: World, ears: Ears, clock: Clock
) -> None:
    ears.refusals = [Transient("Too Many Requests", retry_after=60), Permanent("chat not found")]
    say(world, Offer(RUDI, TOLD))
    assert await sent(sender) == []
    clock.forward(60)
    assert await sent(sender) == []
    say(world, Offer(RUDI))
    assert await sent(sender) == []
    assert (waiting(world, "kind"), ears.offers) == ([], [("Rudi", "lapor"), ("Rudi", "lapor"), ("Rudi",)])
