"""A webhook's body, read as the messages that people sent; pure, nothing is fetched here."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.intake.attached import REFUSED, Named, Picture, judged
from bot.intake.inlet import Arrived
from bot.whatsapp.greeting import started
from bot.whatsapp.statuses import objects, values
from handlers.chat.messages import Chat, Incoming
from renderers import clean

Json = dict[str, Any]

NAME = "whatsapp"
# The words for what has no kind of its own, as for a poll or a photo that may be seen once.
OTHER = REFUSED["dice"]
# Signs that somebody did something in the chat, and said nothing in it.
NOTHING = ("reaction", "edit", "revoke", "request_welcome")
# The same things under the names that WhatsApp gives them.
_KINDS = {"contacts": "contact"}


def arrived(body: Any) -> list[Arrived]:
    """The messages of one body in their order, each with what the body says of its person; nothing else of the body,
    and nothing of a shape that names no message."""
    found = [one for value in values(body) for one in _messages(value)]
    return [replace(one, urut=place) for place, one in enumerate(found)]


def _messages(value: Json) -> Iterator[Arrived]:
    for message in objects(value, "messages"):
        event, person = _text(message, "id"), _person(message)
        if event and person:
            about = [one for one in objects(value, "contacts") if _is(one, message)]
            kept = {"message": message, "contact": about[0] if about else {}}
            yield Arrived(event, 0, person, kept, person, started(_text(message, "text", "body")))


def _is(contact: Any, message: Any) -> bool:
    """Whether a contact is the person of a message, by either of the two names that a person has."""
    pairs = (("user_id", "from_user_id"), ("wa_id", "from"))
    return any(_text(contact, one) and _text(contact, one) == _text(message, other) for one, other in pairs)


def _person(message: Any) -> str:
    """The id of a person: the one that stays and that everybody has, or the number where no such id is told."""
    return _text(message, "from_user_id") or _text(message, "from")


def read(body: Json, event: str) -> tuple[Incoming, Picture | None] | None:
    """The message without its file, and the place of the file at WhatsApp; None if the bot has nothing to do."""
    message, person = body["message"], _person(body["message"])
    said = Incoming(
        Chat(NAME, person), event, person, message=event, said_at=_at(message), number=_text(message, "from")
    )
    if _text(message, "type") == "system":
        return _moved(message, said)
    said = replace(said, name=clean.name(_text(body, "contact", "profile", "name")))
    if press := _press(message):
        return replace(said, press=press, press_id=event, message=_text(message, "context", "id")), None
    return _said(message, replace(said, reply_to=_text(message, "context", "id")))


def _moved(message: Any, said: Incoming) -> tuple[Incoming, None] | None:
    """A person who has changed the number: what was theirs goes on under another id."""
    number = _text(message, "system", "wa_id")
    new = _text(message, "system", "user_id") or number
    return (replace(said, message="", migrated_to=new, number=number), None) if new else None


def _at(message: Any) -> datetime | None:
    seconds = _text(message, "timestamp")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isascii() and seconds.isdigit() else None


def _press(message: Any) -> str:
    """The data of the button that was pressed or the row that was chosen; the words of one that had no data."""
    paths = (("interactive", "button_reply", "id"), ("interactive", "list_reply", "id"), ("button", "payload"))
    found = next((data for path in paths if (data := _text(message, *path))), "")
    return found or _text(message, "button", "text")


def _said(message: Any, said: Incoming) -> tuple[Incoming, Picture | None] | None:
    kind = _text(message, "type")
    content = message.get(kind)
    if kind in NOTHING:
        return None
    if kind == "text":
        words = clean.visible(started(_text(content, "body")))
        return (replace(said, text=words), None) if words.strip() else None
    if kind == "location" and (place := ", ".join(filter(None, (_text(content, "name"), _text(content, "address"))))):
        return replace(said, text=f"Tempat: {clean.visible(place)}"), None
    said = replace(said, text=clean.visible(_text(content, "caption")))
    found = _file(kind, content)
    if isinstance(found, Picture):
        return said, found
    return replace(said, refused=found or _refused(kind, message), suffix=_named(content).suffix), None


def _file(kind: str, content: Any) -> Picture | str | None:
    file = _named(content)
    if kind == "image" and file.file_id:
        return Picture(file.file_id, file.uid, certain=True, sha256=file.sha256)
    return judged(file) if kind == "document" and file.file_id else None


def _named(content: Any) -> Named:
    media, sha256 = _text(content, "id"), _text(content, "sha256")
    return Named(media, sha256 or media, _text(content, "filename"), _text(content, "mime_type"), sha256=sha256)


def _refused(kind: str, message: Any) -> str:
    """The sentence for what cannot be taken; of what the API cannot carry only its kind is told."""
    content = message.get(kind)
    if kind == "audio" and isinstance(content, dict) and content.get("voice"):
        kind = "voice"
    if kind == "unsupported":
        kind = _text(content, "type")
    return REFUSED.get(_KINDS.get(kind, kind), OTHER)


def _text(part: Any, *path: str) -> str:
    """The words at this path; empty where the JSON has another shape than WhatsApp describes."""
    for key in path:
        part = part.get(key) if isinstance(part, dict) else None
    return part if isinstance(part, str) else ""
