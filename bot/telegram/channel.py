"""Telegram as a channel. The library serves as a client only: its Updater confirms updates before they are safe."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.intake.fetching import Fetching
from bot.intake.patience import Patience
from bot.telegram import edit as telegram_edit
from bot.telegram import hello, place, read
from bot.telegram import send as telegram_send
from bot.telegram.errors import translated, unanswered
from bot.telegram.line import Line
from bot.telegram.write import TOAST, cut, deep_link
from handlers.chat.messages import Chat, Edit, Incoming, Offer, Outgoing, Presence, Reaction, Toast
from storage.database import Database
from storage.foto.store import Store

log = logging.getLogger(__name__)


def connect(token: str, api_url: str) -> Bot:
    """A client of the Bot API."""
    url = api_url.rstrip("/")
    return Bot(token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot", request=Line(16))


class Telegram:
    name = read.NAME
    deletes_within = timedelta(hours=48)

    def __init__(
        self,
        bot: Bot,
        database: Database,
        store: Store,
        opened: Callable[[str], None] = lambda _username: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`opened` hears the bot's user name as soon as Telegram has told it."""
        self.bot, self.database, self.store, self.opened, self.clock = bot, database, store, opened, clock
        self.fetching = Fetching("Telegram", database, store, clock)

    async def open(self) -> None:
        await persistently(self.bot.initialize)
        self.opened(self.bot.username)

    async def close(self) -> None:
        await self.bot.shutdown()

    def link(self, start: str) -> str:
        return deep_link(self.bot.username, start)

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None:
        found = read.read(body, event)
        if found is None:
            return None
        incoming, picture = found
        if read.to_another(incoming, self.bot.username):
            return None
        if incoming.place is Presence.CLOSED and await self._manages_topics(incoming.chat):
            return None
        if picture is None:
            return incoming
        file_id = picture.file_id
        return await self.fetching.brought(incoming, picture, lambda: self._bytes(file_id))

    async def _bytes(self, file_id: str) -> bytearray:
        with translated():
            file = await self.bot.get_file(file_id)
            return await file.download_as_bytearray()

    async def _manages_topics(self, chat: Chat) -> bool:
        """Whether the bot may write in closed topics of a group too; not where Telegram does not say so."""
        try:
            return place.manages(await self.bot.get_chat_member(int(chat.id), self.bot.id))
        except TelegramError as error:
            log.info("nobody tells what the bot may do in its group: %s", error)
            return False

    async def send(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
        return [str(message.message_id) for message in await telegram_send.send(self.bot, outgoing, files)]

    async def edit(self, message: str, outgoing: Outgoing) -> None:
        await telegram_edit.text(self.bot, int(message), outgoing)

    async def replace(self, outgoing: Edit, files: Sequence[Path]) -> list[str]:
        return await telegram_edit.pictures(self.bot, outgoing, files)

    async def delete(self, chat: str, message: str) -> None:
        with translated():
            await self.bot.delete_message(int(chat), int(message))

    async def answer(self, toast: Toast) -> None:
        with translated():
            link = deep_link(self.bot.username, toast.start) if toast.start else None
            await self.bot.answer_callback_query(toast.press, cut(toast.text, TOAST) or None, url=link)

    async def react(self, reaction: Reaction) -> None:
        with translated():
            await self.bot.set_message_reaction(int(reaction.chat.id), int(reaction.message), reaction.emoji)

    async def leave(self, chat: str) -> None:
        with translated():
            await self.bot.leave_chat(int(chat))

    async def offer(self, offered: Offer) -> None:
        await hello.offer(self.bot, offered)


async def persistently(call: Callable[[], Awaitable[object]]) -> None:
    """Call until it works; raises InvalidToken at once, for a wrong token never becomes a right one."""
    patience = Patience()
    while True:
        try:
            await call()
        except TelegramError as error:
            if isinstance(error, InvalidToken) and not unanswered(error):
                raise
            log.warning("Telegram does not answer: %s", error)
            await asyncio.sleep(patience.failed())
        else:
            return
