"""An Outgoing in Telegram's terms: HTML, keyboard, limits; pure, nothing is sent here."""

from html import escape

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardButtonLimit, KeyboardButtonStyle, MessageLimit

from handlers.chat.messages import Button, Menu, Outgoing

TEXT, CAPTION, TOAST = MessageLimit.MAX_TEXT_LENGTH, MessageLimit.CAPTION_LENGTH, 200
STYLES = {
    "Simpan": KeyboardButtonStyle.SUCCESS,
    "Simpan semua": KeyboardButtonStyle.SUCCESS,
    "Hapus": KeyboardButtonStyle.DANGER,
}


def html(outgoing: Outgoing, username: str, limit: int = TEXT) -> str:
    """Title in bold, text, blocks that a tap copies and deep links; a text too long loses its end. `limit` counts
    characters after parsing."""
    title, links = cut(outgoing.title, limit // 4), _links(outgoing, username)
    room = limit - sum(len(part) + 1 for part in (title, *outgoing.blocks, links) if part)
    blocks = [f"<pre>{escape(block)}</pre>" for block in outgoing.blocks]
    parts = [f"<b>{escape(title)}</b>" if title else "", escape(cut(outgoing.text, room)), *blocks, escape(links)]
    return "\n".join(part for part in parts if part)


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, ending at a word and an ellipsis where something is missing."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    words = kept[: max(kept.rfind(" "), kept.rfind("\n"))] if " " in kept or "\n" in kept else kept
    return (words if len(words) > limit // 2 else kept).rstrip() + "…"


def keyboard(menu: Menu, username: str) -> InlineKeyboardMarkup | None:
    rows = [[_button(button, username) for button in row] for row in menu if row]
    return InlineKeyboardMarkup(rows) if rows else None


def markup(outgoing: Outgoing, username: str) -> InlineKeyboardMarkup | ForceReply | None:
    """The buttons, or without buttons the placeholder of the empty input field. Telegram shows only one of both, and a
    message with a placeholder cannot be edited, so that a card never gets one."""
    buttons = keyboard(outgoing.menu, username)
    if buttons or outgoing.card or not outgoing.placeholder:
        return buttons
    return ForceReply(input_field_placeholder=outgoing.placeholder)


def _links(outgoing: Outgoing, username: str) -> str:
    links = [deep_link(username, outgoing.start)] if outgoing.start else []
    if outgoing.startgroup:
        links.append(deep_link(username, outgoing.startgroup, "startgroup"))
    return "\n".join(links)


def deep_link(username: str, payload: str, kind: str = "start") -> str:
    return f"https://t.me/{username}?{kind}={payload}"


def _button(button: Button, username: str) -> InlineKeyboardButton:
    if button.start:
        return InlineKeyboardButton(button.label, url=deep_link(username, button.start))
    if button.startgroup:
        return InlineKeyboardButton(button.label, url=deep_link(username, button.startgroup, "startgroup"))
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    # Telegram limits the data of a button in bytes, not in characters.
    if not 1 <= len(button.data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise ValueError(f"callback data of {button.label!r}: {button.data!r}")
    return InlineKeyboardButton(button.label, callback_data=button.data, style=STYLES.get(button.label))
