"""An update of Telegram, read as an Incoming; pure, nothing is fetched here."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram import Chat as TelegramChat
from telegram.constants import ChatMemberStatus, ChatType, MessageType

from bot.telegram import words
from handlers.chat.access import Sent
from handlers.chat.messages import Chat, Incoming
from renderers import clean
from renderers.templat_kantor import files

NAME = "telegram"
LARGEST_DOWNLOAD = 20 * 2**20
TOO_LARGE = "Berkas ini lebih dari 20 MB. Mohon kirim versi yang lebih kecil."
IMAGES = (".jpg", ".jpeg", ".jfif", ".jpe", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".bmp", ".tif", ".tiff")
NO_KIND = ("", "application/octet-stream")
OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
# The order matters: an animation also comes as a document, a venue also as a location.
REFUSED = {
    MessageType.ANIMATION: "Animasi tidak dapat dicatat. Kirim fotonya, atau tautan videonya.",
    MessageType.STICKER: "Stiker tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    MessageType.VOICE: "Pesan suara tidak dapat dicatat. Mohon tulis keterangannya.",
    MessageType.AUDIO: "Rekaman suara tidak dapat dicatat. Mohon tulis keterangannya.",
    MessageType.VIDEO: "Video tidak dapat dicatat. Kirim fotonya, atau tautan videonya.",
    MessageType.VIDEO_NOTE: "Pesan video tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    MessageType.LOCATION: "Lokasi tidak dapat dicatat. Mohon tulis nama tempatnya.",
    MessageType.CONTACT: "Kontak tidak dapat dicatat. Mohon tulis namanya.",
    MessageType.POLL: "Jajak pendapat tidak dapat dicatat. Mohon tulis keterangannya.",
    MessageType.DOCUMENT: "Berkas ini bukan foto. Kirim fotonya, atau tulis keterangannya.",
    MessageType.DICE: "Pesan ini tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    MessageType.STORY: "Cerita tidak dapat dicatat. Kirim fotonya, atau tautannya.",
    MessageType.GAME: "Permainan tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    MessageType.CHECKLIST: "Daftar centang tidak dapat dicatat. Mohon tulis keterangannya.",
    MessageType.PAID_MEDIA: "Media berbayar tidak dapat dicatat. Kirim fotonya.",
}


@dataclass(frozen=True)
class Picture:
    """A file that waits at Telegram: a photo, a workbook, or a Word file of the name `templat`; `replied`: it belongs
    to the message that was replied to; `certain`: Telegram itself made a photo of it."""

    file_id: str
    uid: str
    replied: bool = False
    workbook: bool = False
    templat: str = ""
    certain: bool = False

    @property
    def sent(self) -> Sent:
        return Sent.WORKBOOK if self.workbook else Sent.WORD if self.templat else Sent.PHOTO


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
        return Incoming(_chat(message.chat), event, person, migrated_to=str(message.migrate_to_chat_id)), None
    if message.left_chat_member:
        incoming = _left(message, message.left_chat_member, event)
        return (incoming, None) if incoming else None
    # Anonymous administrators, a linked channel and the group itself have a `sender_chat` and are no known person.
    if author is None or author.is_bot or message.sender_chat:
        return None
    incoming = Incoming(_chat(message.chat), event, str(author.id), clean.name(author.full_name), edited=edited)
    incoming = replace(
        incoming, message=str(message.message_id), reply_to=_reply_to(message), said_at=_said_at(message)
    )
    incoming = replace(incoming, text=words.said(message), album=message.media_group_id or "")
    return _with_content(message, incoming)


def _said_at(message: Message) -> datetime:
    """When it was said first: "hari ini" in a message that was passed on is the day of its author."""
    forwarded = message.forward_origin if message.chat.type == ChatType.PRIVATE else None
    return forwarded.date if forwarded else message.date


def _left(message: Message, who: User, event: str) -> Incoming | None:
    """Of who left the group, whoever removed them; what becomes of the bot itself comes as `my_chat_member`."""
    if who.is_bot:
        return None
    incoming = Incoming(_chat(message.chat), event, str(who.id), clean.name(who.full_name))
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
        return replace(incoming, refused=found), None
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


def _picture(message: Message) -> Picture | str | None:
    """The file of a message, the sentence why it is refused, or None for Telegram's own notes in the chat."""
    sizes = message.photo or (message.live_photo.photo if message.live_photo else ())
    if sizes:
        largest = max(sizes, key=lambda size: size.width * size.height)
        return Picture(largest.file_id, largest.file_unique_id, certain=True)
    document = message.document
    name = (document.file_name or "").casefold() if document is not None else ""
    workbook, word = (name.endswith(suffix) for suffix in (".xlsx", ".docx"))
    if document is None or message.animation or not (workbook or word or _may_be_photo(name, document.mime_type or "")):
        return next((sentence for kind, sentence in REFUSED.items() if message[kind]), None)
    if (document.file_size or 0) > LARGEST_DOWNLOAD:
        return TOO_LARGE
    if word and (document.file_size or 0) > files.LARGEST:
        return f"{files.TOO_LARGE}."
    templat = clean.name(document.file_name or "") if word else ""
    return Picture(document.file_id, document.file_unique_id, workbook=workbook, templat=templat)


def _may_be_photo(name: str, mime: str) -> bool:
    """Whether a file is worth a look: phones send photos under strange names and kinds, and only the bytes tell."""
    return mime.startswith("image/") or name.endswith(IMAGES) or (mime in NO_KIND and "." not in name)


def _reply_to(message: Message) -> str:
    # In a forum the first message of a topic is the parent of all its messages, which is no reply by a person.
    replied = message.reply_to_message
    return "" if replied is None or replied.forum_topic_created else str(replied.message_id)


def _press(query: CallbackQuery, event: str) -> Incoming | None:
    if query.message is None or not query.data:
        return None
    who = query.from_user
    incoming = Incoming(_chat(query.message.chat), event, str(who.id), clean.name(who.full_name))
    return replace(incoming, message=str(query.message.message_id), press=query.data, press_id=query.id)


def _membership(change: ChatMemberUpdated, event: str) -> Incoming | None:
    before, after = (member.status in OUTSIDE for member in (change.old_chat_member, change.new_chat_member))
    if before == after or change.chat.type == ChatType.PRIVATE:
        return None
    author = change.from_user
    incoming = Incoming(_chat(change.chat), event, str(author.id), clean.name(author.full_name))
    return replace(incoming, added=before, removed=after)


def _chat(chat: TelegramChat) -> Chat:
    return Chat(NAME, str(chat.id), group=chat.type != ChatType.PRIVATE)
