"""Updates as Telegram delivers them, written down once: who says what, where."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from storage.chat.inbox import Inbox
from storage.database import Database

Json = dict[str, Any]
USERS = {"Rudi": 11, "Kadir": 12, "Qori": 13, "Agus": 14, "Hudri": 15, "Siti": 16, "Orang Asing": 99}
GROUP = -1001
SAID_AT = datetime.fromtimestamp(1656000000, UTC)


def user(name: str) -> Json:
    return {"id": USERS[name], "is_bot": False, "first_name": name}


def private(name: str) -> Json:
    return {"id": USERS[name], "type": "private", "first_name": name}


def group(kind: str = "supergroup") -> Json:
    return {"id": GROUP, "type": kind, "title": "Bakohumas"}


def message(name: str, chat: Json | None = None, number: int = 5, **content: Any) -> Json:
    head = {"message_id": number, "date": 1656000000, "from": user(name), "chat": chat or private(name)}
    return {"message": head | content}


def photo(file: str, size: int = 3000) -> list[Json]:
    """Telegram offers several sizes of one photo."""
    small = {"file_id": "thumb", "file_unique_id": "uthumb", "width": 90, "height": 60, "file_size": 900}
    return [small, {"file_id": file, "file_unique_id": f"u{file}", "width": 1280, "height": 853, "file_size": size}]


def press(name: str, data: str, chat: Json | None = None, query: str = "q1", number: int = 5) -> Json:
    shown = {"message_id": number, "date": 1656000000, "chat": chat or private(name), "text": "kartu"}
    shown["from"] = {"id": 1, "is_bot": True, "first_name": "Bakohumas"}
    return {"callback_query": {"id": query, "from": user(name), "chat_instance": "i", "data": data, "message": shown}}


def membership(name: str, before: str, after: str, chat: Json | None = None, **rights: bool) -> Json:
    """`rights`: what the bot may do afterwards, beside what its status says."""
    bot = {"id": 1, "is_bot": True, "first_name": "Bakohumas"}
    change = {"chat": chat or group(), "from": user(name), "date": 1656000000}
    change |= {"old_chat_member": _member(bot, before), "new_chat_member": _member(bot, after) | rights}
    return {"my_chat_member": change}


RIGHTS = """can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members
can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"""
SAYS = """can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos can_send_video_notes
can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews can_change_info can_invite_users
can_pin_messages can_manage_topics can_edit_tag can_react_to_messages"""
MORE: dict[str, Json] = {"kicked": {"until_date": 0}, "administrator": dict.fromkeys(RIGHTS.split(), False)}
MORE["restricted"] = dict.fromkeys(SAYS.split(), False) | {"is_member": True, "until_date": 0}


def _member(bot: Json, status: str) -> Json:
    return {"user": bot, "status": status} | MORE.get(status, {})


def recorded(database: Database) -> list[tuple[str, str, int, str]]:
    with database.transaction() as session:
        rows = session.scalars(select(Inbox).order_by(Inbox.urut))
        return [(row.event, row.lane, row.urut, row.state) for row in rows]
