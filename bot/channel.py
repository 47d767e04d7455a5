"""A channel, such as Telegram: the calls that the process makes to it, and the errors with which it answers."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from handlers.chat.messages import Edit, Incoming, Offer, Outgoing, Presence, Reaction, Toast

# Files that a chat shows as a picture.
PICTURES = (".jpg", ".jpeg", ".png")


class Permanent(Exception):  # noqa: N818 - a fact about the message, not a fault of the program
    """The message will never arrive: the bot is blocked, the chat does not exist, or the channel refuses it."""


class Transient(Exception):  # noqa: N818 - as above
    """The call certainly had no effect and may be repeated, after `retry_after` seconds if the channel names a time."""

    def __init__(self, reason: str, retry_after: float = 0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Unknown(Exception):  # noqa: N818 - as above
    """The answer was lost, so the message may have arrived or not; `part`: its place among those of its row."""

    def __init__(self, reason: str = "", part: int = 0) -> None:
        super().__init__(reason)
        self.part = part


class Gone(Exception):  # noqa: N818 - as above
    """The message to be edited was deleted, or can no longer be edited."""


class Migrated(Exception):  # noqa: N818 - as above
    """The group has a new id, `new`."""

    def __init__(self, new: str) -> None:
        super().__init__(f"migrated to {new}")
        self.new = new


class Shut(Exception):  # noqa: N818 - as above
    """The bot may not write there now, but perhaps later: `why` tells what became of its place."""

    def __init__(self, why: Presence, reason: str) -> None:
        super().__init__(reason)
        self.why = why


class Waits(Exception):  # noqa: N818 - as above
    """The person has been silent for so long that the channel takes nothing for them until they write again."""


class Unfetched(Exception):  # noqa: N818 - as above
    """A photo could not be fetched just now; `incoming` is the message without it."""

    def __init__(self, incoming: Incoming) -> None:
        super().__init__("photo not fetched")
        self.incoming = incoming


class Channel(Protocol):
    """A messenger as the process sees it; its calls raise the errors above."""

    @property
    def name(self) -> str: ...

    @property
    def deletes_within(self) -> timedelta | None:
        """The age up to which the bot may delete its messages; None for no limit."""
        ...

    async def open(self) -> None:
        """Connect, trying again while the network is away."""
        ...

    async def close(self) -> None: ...

    def link(self, start: str) -> str:
        """The address that opens the private chat with this payload; it is drawn as a QR code."""
        ...

    async def incoming(self, body: dict[str, Any], event: str) -> Incoming | None:
        """The received message; None if the bot has nothing to do. Raises Unfetched where a later try may succeed."""
        ...

    async def send(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
        """Say something new; returns the ids of the messages that it became."""
        ...

    async def edit(self, message: str, outgoing: Outgoing) -> None: ...

    async def replace(self, outgoing: Edit, files: Sequence[Path]) -> list[str]:
        """Exchange the pictures of a post; doing it twice does no harm. Returns the ids of the messages that remain."""
        ...

    async def delete(self, chat: str, message: str) -> None: ...

    async def answer(self, toast: Toast) -> None: ...

    async def react(self, reaction: Reaction) -> None: ...

    async def leave(self, chat: str) -> None: ...

    async def offer(self, offered: Offer) -> None:
        """Give a chat the list of commands that its app shows, or take it away."""
        ...


@runtime_checkable
class Telling(Channel, Protocol):
    """A channel that tells later, by itself, what became of each message."""

    @property
    def settles(self) -> timedelta:
        """The time after which a message of which no word came counts as one of unknown arrival."""
        ...

    def problem(self, code: int, words: str) -> Exception:
        """One of the errors above, for a message that has failed afterwards."""
        ...
