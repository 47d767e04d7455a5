"""Calls of the Bot API that say something new: a text, a drawn file, or several as one album."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from telegram import Bot, InputMediaDocument, InputMediaPhoto, LinkPreviewOptions, Message
from telegram.constants import ParseMode

from bot.channel import PICTURES, Unknown
from bot.telegram.errors import translated
from bot.telegram.write import CAPTION, html, keyboard, markup
from handlers.chat.messages import Outgoing

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
ALBUM = 10


async def send(bot: Bot, outgoing: Outgoing, files: Sequence[Path]) -> list[Message]:
    if len(files) > 1:
        return await _albums(bot, outgoing, files)
    with translated():
        return [await (_file(bot, outgoing, files[0]) if files else _text(bot, outgoing))]


async def _text(bot: Bot, outgoing: Outgoing) -> Message:
    return await bot.send_message(
        int(outgoing.chat.id),
        html(outgoing, bot.username),
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=markup(outgoing, bot.username),
    )


async def _file(bot: Bot, outgoing: Outgoing, path: Path) -> Message:
    data, chat = await asyncio.to_thread(path.read_bytes), int(outgoing.chat.id)
    caption, menu = html(outgoing, bot.username, CAPTION), keyboard(outgoing.menu, bot.username)
    if _picture(outgoing, path):
        return await bot.send_photo(
            chat, data, caption=caption, filename=path.name, reply_markup=menu, parse_mode=ParseMode.HTML
        )
    return await bot.send_document(
        chat, data, caption=caption, filename=path.name, reply_markup=menu, parse_mode=ParseMode.HTML
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
        return await bot.send_media_group(int(outgoing.chat.id), media)
