"""An update of Telegram, read as an Incoming; pure, nothing is fetched here."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram import Chat as TelegramChat
from telegram.constants import ChatType

from bot.intake.attached import OTHER_BOOKS, REFUSED, Named, Picture, judged
from bot.telegram import place, words
from handlers.chat.messages import Chat, Incoming
from renderers import clean

NAME = "telegram"


def lane_of(body: dict[str, Any]) -> str:
    """The lane of an update, which is its chat: updates of one lane are handled in order. Reads raw JSON, for an update
    that cannot be understood needs a lane too."""
    for part in body.values():
        for path in (("chat",), ("message", "chat"), ("from",)):
            if (id_ := _inside(part, *path, "id")) is not None:
                return str(id_)
    return ""


def person_of(body: dict[str, Any]) -> str:
    """The id of the person who caused an update, read from raw JSON as well; empty where nobody is named."""
    return next((str(id_) for part in body.values() if isinstance(id_ := _inside(part, "from", "id"), int)), "")


def words_of(body: dict[str, Any]) -> str:
    """The words of a new message, from raw JSON as well; empty where there are none."""
    words = _inside(body, "message", "text")
    return words if isinstance(words, str) else ""


def _inside(part: Any, *path: str) -> Any:
    """The value at this path; None where the JSON has another shape than Telegram describes."""
    for key in path:
        part = part.get(key) if isinstance(part, dict) else None
    return part


def read(body: dict[str, Any], event: str) -> tuple[Incoming, Picture | None] | None:
    """The message without its photo, and the place of the photo at Telegram; None if the bot has nothing to do."""
    update = Update.de_json(body, None)
    if update.callback_query:
        incoming = _press(update.callback_query, event)
        return (incoming, None) if incoming else None
    if update.my_chat_member:
        incoming = _membership(update.my_chat_member, event)
        return (incoming, None) if incoming else None
    message = update.message or update.edited_message
    if message is None:
        return None
    return _message(message, event, edited=update.edited_message is not None)


def _message(message: Message, event: str, *, edited: bool) -> tuple[Incoming, Picture | None] | None:
    author = message.from_user
    if message.migrate_to_chat_id:
        person = str(author.id) if author else ""
        return Incoming(_at(message), event, person, migrated_to=str(message.migrate_to_chat_id)), None
    if message.left_chat_member:
        incoming = _left(message, message.left_chat_member, event)
        return (incoming, None) if incoming else None
    if news := place.of_topic(message):
        person = str(author.id) if author else ""
        return Incoming(_at(message), event, person, place=news), None
    # Anonymous administrators, a linked channel and the group itself have a `sender_chat` and are no known person.
    if author is None or author.is_bot or message.sender_chat:
        return None
    incoming = Incoming(_at(message), event, str(author.id), clean.name(author.full_name), edited=edited)
    incoming = replace(
        incoming, message=str(message.message_id), reply_to=_reply_to(message), said_at=_said_at(message)
    )
    incoming = replace(incoming, text=words.said(message), album=message.media_group_id or "")
    incoming = replace(incoming, forum=bool(message.chat.is_forum))
    return _with_content(message, incoming)


def _said_at(message: Message) -> datetime:
    """When it was said first: "hari ini" in a message that was passed on is the day of its author."""
    forwarded = message.forward_origin if message.chat.type == ChatType.PRIVATE else None
    return forwarded.date if forwarded else message.date


def _left(message: Message, who: User, event: str) -> Incoming | None:
    """Of who left the group, whoever removed them; what becomes of the bot itself comes as `my_chat_member`."""
    if who.is_bot:
        return None
    incoming = Incoming(_at(message), event, str(who.id), clean.name(who.full_name))
    return replace(incoming, left=True, said_at=message.date)


def _with_content(message: Message, incoming: Incoming) -> tuple[Incoming, Picture | None] | None:
    # In the group only words are read: a photo there is kept only if a person replies to it with /lapor.
    if message.venue and not incoming.chat.group:
        return replace(
            incoming, text=f"Tempat: {clean.visible(f'{message.venue.title}, {message.venue.address}')}"
        ), None
    if incoming.text and (message.text or incoming.chat.group):
        return incoming, _replied(message, incoming)
    if incoming.chat.group:
        return None
    found = _picture(message)
    if isinstance(found, str):
        file = _named(message)
        return replace(incoming, refused=found, suffix=file.suffix if file else ""), None
    if found is None:
        return None
    return incoming, None if incoming.edited else found


def _replied(message: Message, incoming: Incoming) -> Picture | None:
    original, words = message.reply_to_message, incoming.text.partition("@")[0].split()
    if not incoming.chat.group or incoming.edited or original is None or words[:1] != ["/lapor"]:
        return None
    found = _picture(original)
    photo = isinstance(found, Picture) and not (found.workbook or found.templat)
    return replace(found, replied=True) if isinstance(found, Picture) and photo else None


def to_another(incoming: Incoming, username: str) -> bool:
    """Whether it is a command for another bot of the group: "/bantuan@other_bot"."""
    word, at, name = (incoming.text.split(maxsplit=1) or [""])[0].partition("@")
    return incoming.chat.group and word.startswith("/") and at != "" and name.casefold() != username.casefold()


def _picture(message: Message) -> Picture | str | None:
    """The file of a message, the sentence why it is refused, or None for Telegram's own notes in the chat."""
    sizes = message.photo or (message.live_photo.photo if message.live_photo else ())
    if sizes:
        largest = max(sizes, key=lambda size: size.width * size.height)
        return Picture(largest.file_id, largest.file_unique_id, certain=True)
    given = _named(message)
    if given is None:
        return _refused(message)
    # An animation comes as a document too, and is none; the workbook of another program is told what it is.
    found = None if message.animation and given.suffix not in OTHER_BOOKS else judged(given)
    return found or _refused(message)


def _refused(message: Message) -> str | None:
    return next((sentence for kind, sentence in REFUSED.items() if message[kind]), None)


def _named(message: Message) -> Named | None:
    one = message.document
    if one is None:
        return None
    return Named(one.file_id, one.file_unique_id, one.file_name or "", one.mime_type or "", one.file_size or 0)


def _reply_to(message: Message) -> str:
    # In a forum the first message of a topic is the parent of all its messages, which is no reply by a person.
    replied = message.reply_to_message
    return "" if replied is None or replied.forum_topic_created else str(replied.message_id)


def _press(query: CallbackQuery, event: str) -> Incoming | None:
    if query.message is None or not query.data:
        return None
    who = query.from_user
    chat = _at(query.message) if isinstance(query.message, Message) else _chat(query.message.chat)
    incoming = Incoming(chat, event, str(who.id), clean.name(who.full_name))
    return replace(incoming, message=str(query.message.message_id), press=query.data, press_id=query.id)


def _membership(change: ChatMemberUpdated, event: str) -> Incoming | None:
    news = place.changed(change.old_chat_member, change.new_chat_member)
    author = change.from_user
    incoming = Incoming(_chat(change.chat), event, str(author.id), clean.name(author.full_name), place=news)
    incoming = replace(incoming, forum=bool(change.chat.is_forum))
    return incoming if news else None


def _at(message: Message) -> Chat:
    return _chat(message.chat, place.topic(message))


def _chat(chat: TelegramChat, topic: str = "") -> Chat:
    return Chat(NAME, str(chat.id), group=chat.type != ChatType.PRIVATE, topic=topic)
