"""What a webhook tells of messages that were sent, read from its JSON; pure."""

from collections.abc import Iterator
from typing import Any

from storage.chat.statuses import State, Told

Json = dict[str, Any]
STATES = {state.value: state for state in State if state != State.ACCEPTED}


def values(body: Any) -> Iterator[Json]:
    """The parts of a webhook's body that speak of messages, in their order."""
    for entry in objects(body, "entry"):
        for change in objects(entry, "changes"):
            if change.get("field") == "messages" and isinstance(value := change.get("value"), dict):
                yield value


def read(body: Json) -> list[Told]:
    return [told for value in values(body) for one in objects(value, "statuses") if (told := _told(one))]


def mark(word: str, part: int) -> str:
    """What a message carries so that its statuses tell of its row."""
    return f"{word}.{part}"


def _told(one: Json) -> Told | None:
    message, state = one.get("id"), STATES.get(str(one.get("status")))
    if not isinstance(message, str) or state is None:
        return None
    word, _, part = str(one.get("biz_opaque_callback_data") or "").rpartition(".")
    chat = one.get("recipient_user_id") or one.get("recipient_id") or ""
    error, pricing = next(objects(one, "errors"), {}), one.get("pricing")
    cost: Json = pricing if isinstance(pricing, dict) else {}
    return Told(
        message=message,
        chat=str(chat),
        mark=word if part.isdecimal() else "",
        part=int(part) if part.isdecimal() else 0,
        state=state,
        code=_code(error),
        error=str(error.get("title") or ""),
        category=str(cost.get("category") or ""),
        billable=cost.get("billable") is True,
    )


def _code(error: Json) -> int:
    code = error.get("code")
    return code if isinstance(code, int) else 0


def objects(part: Any, key: str) -> Iterator[Json]:
    """The objects of a list, whatever else stands there or in its place."""
    found = part.get(key) if isinstance(part, dict) else None
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()
