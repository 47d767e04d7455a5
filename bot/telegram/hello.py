"""The bot introduces itself to Telegram: its description and lists of commands, shown before anybody has written."""

import asyncio
import logging
from collections.abc import Coroutine
from functools import partial
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
)

from bot.channel import Permanent, Transient
from bot.intake.patience import Patience
from bot.telegram.errors import translated
from bot.world import World, pause, wholly
from handlers import table
from handlers.chat.messages import CommandList, Offer
from handlers.tim import bantuan
from storage.chat import offered as rows

log = logging.getLogger(__name__)

LONGEST_PAUSE = 3600
Call = partial[Coroutine[Any, Any, bool]]


async def offer(bot: Bot, told: Offer) -> None:
    scope = BotCommandScopeChat(int(told.chat.id))
    with translated():
        if told.commands:
            await bot.set_my_commands(listed(told.commands), scope)
        else:
            await bot.delete_my_commands(scope)


def listed(commands: CommandList) -> list[BotCommand]:
    return [BotCommand(word, tells) for word, tells in commands]


def greetings(bot: Bot) -> tuple[Call, ...]:
    """The calls whose texts are for everybody; the commands of a single chat go through the outbox."""
    strangers, groups = listed(bantuan.STRANGERS), listed(bantuan.of_group(table.COMMANDS, bound=False))
    return (
        partial(bot.set_my_commands, strangers, BotCommandScopeDefault()),
        partial(bot.set_my_commands, strangers, BotCommandScopeAllPrivateChats()),
        partial(bot.set_my_commands, groups, BotCommandScopeAllGroupChats()),
        partial(bot.set_my_description, bantuan.DESKRIPSI),
        partial(bot.set_my_short_description, bantuan.TENTANG),
        partial(bot.set_chat_menu_button, menu_button=MenuButtonCommands()),
    )


async def introduced(bot: Bot, world: World) -> None:
    """Make the calls of greetings() once, and again when their texts have changed; nothing waits for them."""
    calls = greetings(bot)
    try:
        said = f"{bot.id}:{bantuan.mark([(call.func.__name__, repr((call.args, call.keywords))) for call in calls])}"
        if await wholly(_known, world, bot) == said:
            return
        for call in calls:
            await _patiently(world.wake.stop, call)
        if not world.wake.stop.is_set():
            await wholly(_remember, world, said)
    except Exception:
        log.exception("the bot could not introduce itself; it tries again at the next start")


async def _patiently(stop: asyncio.Event, call: Call) -> None:
    """Call until it works or is refused; the pauses are long, for Telegram allows these calls only now and then."""
    patience = Patience(first=2, longest=LONGEST_PAUSE)
    while not stop.is_set():
        try:
            with translated():
                await call()
        except Permanent as refused:
            log.warning("%s is refused: %s", call.func.__name__, refused)
        except Exception as problem:  # noqa: BLE001 - any error of the network may be over at the next attempt
            seconds = patience.failed()
            after = problem.retry_after if isinstance(problem, Transient) else 0
            log.info("%s must wait: %r", call.func.__name__, problem)
            await pause(stop, after or seconds)
            continue
        return


def _known(world: World, bot: Bot) -> str:
    """The mark of the texts that this bot has told last; the marks of another bot are deleted."""
    with world.database.transaction() as session:
        said = rows.told(session, world.channel.name, "")
        if said and said.partition(":")[0] != str(bot.id):
            rows.forget(session, world.channel.name)
        return said


def _remember(world: World, said: str) -> None:
    with world.database.transaction() as session:
        rows.tell(session, world.channel.name, "", said)
