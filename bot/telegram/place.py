"""The place of the bot in a chat: its membership, its rights, and the topic of a forum group."""

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberRestricted, Message
from telegram.constants import ChatMemberStatus, ChatType

from handlers.chat.messages import Presence

GENERAL = 1
OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def changed(before: ChatMember, after: ChatMember) -> Presence | None:
    """What a change of the bot's own membership means for what it may say; None where it means nothing."""
    was, is_ = _inside_chat(before), _inside_chat(after)
    if was != is_:
        return Presence.ADDED if is_ else Presence.REMOVED
    if _writes(before) != _writes(after):
        return Presence.HEARD if _writes(after) else Presence.MUTED
    # Who may manage topics may write in closed ones.
    return Presence.HEARD if manages(after) and not manages(before) else None


def _inside_chat(member: ChatMember) -> bool:
    gone = isinstance(member, ChatMemberRestricted) and not member.is_member
    return member.status not in OUTSIDE and not gone


def _writes(member: ChatMember) -> bool:
    return not isinstance(member, ChatMemberRestricted) or (member.can_send_messages and member.can_send_photos)


def manages(member: ChatMember) -> bool:
    """Whether this member may write in closed topics."""
    return isinstance(member, ChatMemberAdministrator) and bool(member.can_manage_topics)


def of_topic(message: Message) -> Presence | None:
    """What a note in the chat says of its topic; None for all other messages."""
    if message.forum_topic_closed or message.general_forum_topic_hidden:
        return Presence.CLOSED
    return Presence.REOPENED if message.forum_topic_reopened or message.general_forum_topic_unhidden else None


def topic(message: Message) -> str:
    """The topic of a message in a forum group. Elsewhere the id is that of a chain of replies, which is no place to
    write to, and of General it is 1, which the Bot API does not take."""
    at = message.message_thread_id if message.is_topic_message else None
    return "" if at in (None, GENERAL) or message.chat.type == ChatType.PRIVATE else str(at)
