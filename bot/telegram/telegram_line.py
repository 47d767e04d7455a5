"""The line to the Bot API; what answers on it is not always the Bot API."""

from telegram.error import TelegramError
from telegram.request import HTTPXRequest


class Line(HTTPXRequest):
    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """Refuse what is JSON and no answer, where the library would stumble over a missing key."""
        found = HTTPXRequest.parse_json_payload(payload)
        if not isinstance(found, dict) or not ("result" in found or found.get("ok") is False):
            raise TelegramError("Invalid server response")
        return found


def unanswered(error: TelegramError) -> bool:
    """Whether it was not the Bot API that said so, but a proxy or the sign-in page of a hotel."""
    # The library says TelegramError itself, and none of its kinds, of an answer that it cannot read.
    cause = error.__cause__
    while isinstance(cause, TelegramError) and type(cause) is not TelegramError:
        cause = cause.__cause__
    return cause is not None and type(cause) is TelegramError
