"""Calls of the Bot API that change a sent message: its text, or the pictures of a post; each is harmless twice."""

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path

from telegram import Bot, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.channel import Gone, Permanent
from bot.telegram.errors import translated
from bot.telegram.send import NO_PREVIEW
from bot.telegram.write import CAPTION, html, keyboard
from handlers.chat.messages import Edit, Outgoing

log = logging.getLogger(__name__)

OTHERWISE = ("there is no text in the message", "there is no caption in the message")


async def text(bot: Bot, message: int, outgoing: Outgoing) -> None:
    """Change the words and buttons of a message; the words below a picture are its caption."""
    first, second = (_caption, _words) if outgoing.pictured else (_words, _caption)
    with translated():
        try:
            await first(bot, message, outgoing)
        except BadRequest as error:
            if not any(words in str(error).lower() for words in OTHERWISE):
                raise
            await second(bot, message, outgoing)


async def _words(bot: Bot, message: int, outgoing: Outgoing) -> None:
    await bot.edit_message_text(
        html(outgoing, bot.username),
        int(outgoing.chat.id),
        message,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=keyboard(outgoing.menu, bot.username),
    )


async def _caption(bot: Bot, message: int, outgoing: Outgoing) -> None:
    await bot.edit_message_caption(
        int(outgoing.chat.id),
        message,
        caption=html(outgoing, bot.username, CAPTION),
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(outgoing.menu, bot.username),
    )


async def pictures(bot: Bot, outgoing: Edit, files: Sequence[Path]) -> list[str]:
    """Give each message of the post its new picture, the first also the caption, and delete messages left over.

    Returns the ids of the messages that remain; raises Gone where one no longer exists."""
    gone: list[Gone] = []
    for at, (message, path) in enumerate(zip(outgoing.replaces, files, strict=False)):
        try:
            await _picture(bot, int(message), outgoing, path, first=at == 0)
        except Gone as problem:
            # A deleted message of a post is reported at the end, after the other messages are changed.
            gone.append(problem)
    await _without(bot, outgoing, outgoing.replaces[len(files) :])
    if gone:
        raise gone[0]
    if outgoing.below:
        await text(bot, int(outgoing.below), _companion(outgoing))
    return [*outgoing.replaces[: len(files)], *([outgoing.below] if outgoing.below else [])]


async def _picture(bot: Bot, message: int, outgoing: Edit, path: Path, *, first: bool) -> None:
    data = await asyncio.to_thread(path.read_bytes)
    caption = html(outgoing, bot.username, CAPTION) if first else None
    media = InputMediaPhoto(data, caption=caption, parse_mode=ParseMode.HTML, filename=path.name)
    # A message of an album takes no buttons, not even an empty keyboard.
    menu = keyboard(outgoing.menu, bot.username) if first and not outgoing.below else None
    with translated():
        await bot.edit_message_media(media, int(outgoing.chat.id), message, reply_markup=menu)


async def _without(bot: Bot, outgoing: Outgoing, messages: Sequence[str]) -> None:
    for message in messages:
        try:
            with translated():
                await bot.delete_message(int(outgoing.chat.id), int(message))
        except (Gone, Permanent) as problem:
            # A message older than two days can no longer be deleted: it stays, and the post is renewed all the same.
            log.info("a message left over stays: %s", problem)


def _companion(outgoing: Outgoing) -> Outgoing:
    return Outgoing(outgoing.chat, text=outgoing.companion, menu=outgoing.menu)
