"""From the group to the private chat: a button there opens it, and its payload asks for the same command again."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import replace
from re import Pattern

from handlers.chat.chats import nod
from handlers.chat.face import Command, Given, asked
from handlers.chat.messages import Button, Menu, Says, Turn

OPEN = "Buka chat pribadi"
THERE = "Silakan lanjutkan di chat pribadi."
HELP = "bantuan"
# Telegram takes a payload of 64 letters, digits, hyphens and underscores.
LONGEST = 64


def to_private(turn: Turn, payload: str, text: str = THERE) -> Says:
    """The answer in the group to what belongs into the private chat: a reaction, and the button that opens it."""
    return [nod(turn), turn.reply(text, menu=way(turn, payload))]


def way(turn: Turn, payload: str) -> Menu:
    """The row with the button to the private chat; none where this is one."""
    return ((Button(OPEN, start=payload),),) if turn.incoming.chat.group else ()


def payload(command: Command, text: str) -> str:
    """The payload that asks for a command and its words. A command for which nobody asks in words may change something
    at once, which opening a chat must not: in its place stands the list of commands."""
    if not command.said:
        return HELP
    return written(command.word, "" if command.given is Given.NOTHING else text)


def written(word: str, text: str) -> str:
    """The payload of a command with its words, or without them where they are too long."""
    given = urlsafe_b64encode(text.encode()).decode().rstrip("=")
    told = f"{word}-{given}" if given else word
    return told if len(told) <= LONGEST else word


def payloads(commands: Sequence[Command]) -> Pattern[str]:
    """All payloads that ask for one of these commands."""
    words = "|".join(one.word for one in commands if one.said)
    return re.compile(rf"({words})(-[\w-]+)?", re.ASCII)


def continued(commands: Sequence[Command], turn: Turn) -> Says:
    """The /start of somebody whom the button of a group sent here: the bare command as if it was typed, one with words
    as if it was asked for."""
    word, _, given = turn.text.partition("-")
    command = next(one for one in commands if one.word == word)
    text = "" if command.given is Given.NOTHING else _read(given)
    return asked(command if text else replace(command, asked=None), turn, text)


def _read(given: str) -> str:
    """The words of a payload; "" where somebody has changed it."""
    try:
        return urlsafe_b64decode(given + "=" * (-len(given) % 4)).decode()
    except ValueError:
        return ""
