"""Errors of the Bot API, translated into the errors of a channel, and the pause before the next attempt."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channel import Gone, Migrated, Permanent, Shut, Transient, Unknown
from handlers.chat.messages import Presence


def unanswered(error: TelegramError) -> bool:
    """Whether the answer came from a proxy or a hotel's sign-in page instead of the Bot API."""
    # For an unreadable answer the library raises TelegramError itself, for all others one of its subclasses.
    cause = error.__cause__
    while isinstance(cause, TelegramError) and type(cause) is not TelegramError:
        cause = cause.__cause__
    return cause is not None and type(cause) is TelegramError


# Without this variable the library warns each time it creates a RetryAfter.
os.environ.setdefault("PTB_TIMEDELTA", "true")

NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
# An answer in HTML usually comes from a proxy; this one is the Bot API's own refusal of a file that is too large.
TOO_LARGE = "Request Entity Too Large"
UNCHANGED = "message is not modified"
LOST_MESSAGES = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message",
)


# The words by which the Bot API refuses a message that it may take later. A topic that people see may be "not found"
# too, for bots cannot look up every old one.
SHUT = {
    "topic_closed": Presence.CLOSED,
    "topic_deleted": Presence.LOST,
    "message thread not found": Presence.LOST,
    "bot was kicked from": Presence.REMOVED,
    "bot is not a member of": Presence.REMOVED,
    "group chat was deleted": Presence.REMOVED,
    "not enough rights to send": Presence.MUTED,
    "have no rights to send": Presence.MUTED,
    "chat_write_forbidden": Presence.MUTED,
    "chat_restricted": Presence.MUTED,
    "chat_send_": Presence.MUTED,
}


@contextmanager
def translated() -> Iterator[None]:
    """Raise the errors of bot.channel instead of the library's; an edit that changes nothing counts as done."""
    try:
        yield
    except TelegramError as error:
        if UNCHANGED not in str(error).lower():
            unread = unanswered(error) and not _too_large(error)
            raise (Unknown(str(error)) if unread else _shut(error) or translation(error)) from error


def translation(error: TelegramError) -> Exception:
    match error:
        case RetryAfter():
            return Transient(str(error), _seconds(error))
        case ChatMigrated():
            return Migrated(str(error.new_chat_id))
        case BadRequest() if any(words in str(error).lower() for words in LOST_MESSAGES):
            return Gone(str(error))
        case Forbidden() | NetworkError() if isinstance(error, Forbidden | BadRequest) or _too_large(error):
            return Permanent(str(error))
        case InvalidToken() | Conflict():
            return Transient(f"{type(error).__name__}: {error}", retry_after=60)
        case _:
            # A 5xx, a reset and a timeout all leave open whether the message went out before the answer was lost.
            return (Transient if isinstance(error.__cause__, NOT_SENT) else Unknown)(str(error))


def _shut(error: TelegramError) -> Shut | None:
    if not isinstance(error, Forbidden | BadRequest):
        return None
    told = str(error).lower()
    return next((Shut(why, str(error)) for words, why in SHUT.items() if words in told), None)


def _too_large(error: TelegramError) -> bool:
    return str(error).startswith(TOO_LARGE)


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
