"""What the process asks of a channel, and how a channel says that it could not."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from handlers.chat.messages import Incoming, Outgoing


class Permanent(Exception):  # noqa: N818 - a fact about the message, not a fault of the program
    """It will never arrive: blocked, no such chat, refused by the channel."""


class Transient(Exception):  # noqa: N818 - as above
    """It certainly had no effect and may be tried again, not before `retry_after` seconds where the channel says so."""

    def __init__(self, reason: str, retry_after: float = 0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Unknown(Exception):  # noqa: N818 - as above
    """Nobody knows whether it had its effect."""


class Gone(Exception):  # noqa: N818 - as above
    """The message that was to be edited is not there any more, or can no longer be edited."""


class Migrated(Exception):  # noqa: N818 - as above
    """The group goes by another id now."""

    def __init__(self, new: str) -> None:
        super().__init__(f"migrated to {new}")
        self.new = new


class Unfetched(Exception):  # noqa: N818 - as above
    """A photo could not be fetched just now; `incoming` is the message without it."""

    def __init__(self, incoming: Incoming) -> None:
        super().__init__("photo not fetched")
        self.incoming = incoming


class Channel(Protocol):
    """`incoming` answers None where there is nothing to do, and raises Unfetched for a later try."""

    @property
    def name(self) -> str: ...

    async def open(self) -> None:
        """Be ready to send; keeps trying while the network is away."""
        ...

    async def close(self) -> None: ...

    def link(self, start: str) -> str:
        """What opens the private chat with this payload, to be drawn as a code."""
        ...

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None: ...

    async def send(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
        """Say something new; returns the ids of the messages that it became."""
        ...

    async def edit(self, message: str, outgoing: Outgoing) -> None: ...

    async def replace(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
        """Show other pictures where a post stands; may be done twice. Returns the messages that are left of it."""
        ...

    async def delete(self, chat: str, message: str) -> None: ...

    async def answer(self, outgoing: Outgoing) -> None: ...

    async def react(self, outgoing: Outgoing) -> None: ...

    async def leave(self, chat: str) -> None: ...

    async def offer(self, outgoing: Outgoing) -> None:
        """Give a chat the list of commands that its app shows, or take it away."""
        ...


def clean(text: str) -> str:
    """Received text without what cuts or breaks documents later: control characters, lone surrogates, noncharacters."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Cn"))
