"""The limit of messages a minute from one chat: far more than people send, and too few to fill the disk."""

from datetime import timedelta

from handlers.chat.messages import Incoming, Outgoing
from storage.chat import inbox
from storage.database import Session

PER_MINUTE = 300
STRANGERS_PER_MINUTE = 5
MINUTE = timedelta(minutes=1)
ENOUGH = (
    f"Terlalu banyak pesan: lebih dari {PER_MINUTE} dalam satu menit. Yang menyusul belum dicatat; "
    "mohon tunggu semenit, lalu kirim lagi."
)


def exceeded(session: Session, incoming: Incoming) -> list[Outgoing] | None:
    """None while the chat is within the limit; beyond it the messages that say so, once for each flood."""
    many = inbox.within(session, incoming.chat.channel, incoming.event, MINUTE)
    if many <= PER_MINUTE:
        return None
    return [Outgoing(incoming.chat, text=ENOUGH)] if many == PER_MINUTE + 1 and not incoming.chat.group else []


def of_stranger(session: Session, incoming: Incoming) -> bool:
    """Whether a stranger has passed the limit for strangers, beyond which the bot does not answer."""
    return inbox.within(session, incoming.chat.channel, incoming.event, MINUTE) > STRANGERS_PER_MINUTE
