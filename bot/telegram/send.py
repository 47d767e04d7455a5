"""Calls of the Bot API that say something new: a text, a drawn file, or several as one album."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from telegram import Bot, InputMediaDocument, InputMediaPhoto, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode

from bot.channel import PICTURES, Permanent, Unknown
from bot.telegram.errors import translated
from bot.telegram.write import CAPTION, html, keyboard, markup
from handlers.chat.messages import Outgoing

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
ALBUM = 10


# What was to be replied to may be deleted meanwhile; then the message goes out by itself.
NOTHING_THERE = "message to be replied not found"
GENERAL = "1"


async def send(bot: Bot, outgoing: Outgoing, files: Sequence[Path]) -> list[Message]:
    try:
        return await _sent(bot, outgoing, files)
    except Permanent as problem:
        if not outgoing.answers or NOTHING_THERE not in str(problem).lower():
            raise
        return await _sent(bot, replace(outgoing, answers=""), files)


async def _sent(bot: Bot, outgoing: Outgoing, files: Sequence[Path]) -> list[Message]:
    if len(files) > 1:
        return await _albums(bot, outgoing, files)
    with translated():
        return [await (_file(bot, outgoing, files[0]) if files else _text(bot, outgoing))]


def _topic(outgoing: Outgoing) -> int | None:
    """The topic of a message. A reply needs none, for it follows its message even into a topic that bots cannot look
    up; and General is no topic to the Bot API."""
    topic = outgoing.chat.topic
    return None if outgoing.answers or topic in ("", GENERAL) else int(topic)


def _reply(outgoing: Outgoing) -> ReplyParameters | None:
    return ReplyParameters(int(outgoing.answers)) if outgoing.answers else None


async def _text(bot: Bot, outgoing: Outgoing) -> Message:
    return await bot.send_message(
        int(outgoing.chat.id),
        html(outgoing, bot.username),
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=markup(outgoing, bot.username),
        message_thread_id=_topic(outgoing),
        reply_parameters=_reply(outgoing),
    )


async def _file(bot: Bot, outgoing: Outgoing, path: Path) -> Message:
    data, chat = await asyncio.to_thread(path.read_bytes), int(outgoing.chat.id)
    caption, menu = html(outgoing, bot.username, CAPTION), keyboard(outgoing.menu, bot.username)
    send = bot.send_photo if _picture(outgoing, path) else bot.send_document
    return await send(
        chat,
        data,
        caption=caption,
        filename=path.name,
        reply_markup=menu,
        parse_mode=ParseMode.HTML,
        message_thread_id=_topic(outgoing),
        reply_parameters=_reply(outgoing),
    )


def _picture(outgoing: Outgoing, path: Path) -> bool:
    return path.suffix in PICTURES and not outgoing.document


async def _albums(bot: Bot, outgoing: Outgoing, files: Sequence[Path]) -> list[Message]:
    """Send up to ten files in one call, so that an album arrives whole or not at all."""
    # An album cannot have buttons: they stand in a message below it, with `companion` or else with the text itself.
    below = outgoing.menu != ()
    under = replace(outgoing, title="", text=outgoing.companion) if outgoing.companion else outgoing
    said: list[Message] = []
    try:
        for start in range(0, len(files), ALBUM):
            caption = "" if said or (below and under is outgoing) else html(outgoing, bot.username, CAPTION)
            said += await _album(bot, outgoing, files[start : start + ALBUM], caption)
        if below:
            with translated():
                said.append(await _text(bot, under))
    except Exception as error:
        if said:
            raise Unknown(f"only {len(said)} messages arrived: {error}") from error
        raise
    return said


async def _album(bot: Bot, outgoing: Outgoing, files: Sequence[Path], caption: str) -> Sequence[Message]:
    kind = InputMediaPhoto if _picture(outgoing, files[0]) else InputMediaDocument
    # Apps show the caption of an album of photos below all of it, but that of a document below this document.
    captioned = 0 if kind is InputMediaPhoto else len(files) - 1
    media: list[InputMediaPhoto | InputMediaDocument] = []
    for at, path in enumerate(files):
        data = await asyncio.to_thread(path.read_bytes)
        text = caption if at == captioned else None
        media.append(kind(data, caption=text, parse_mode=ParseMode.HTML, filename=path.name))
    with translated():
        if len(media) == 1:
            return [await _file(bot, outgoing, files[0])]
        topic, reply = _topic(outgoing), _reply(outgoing)
        chat = int(outgoing.chat.id)
        return await bot.send_media_group(chat, media, message_thread_id=topic, reply_parameters=reply)
