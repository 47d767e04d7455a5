"""Errors of the Cloud API, by their codes, as those of a channel; the same for an answer and for a later status."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx

from bot.channel import Permanent, Transient, Unknown, Waits

HOUR = 3600
TOO_MANY = 429
Json = Mapping[str, Any]


def after(seconds: float) -> Callable[[str], Exception]:
    """Try again; zero seconds: after a pause that grows."""
    return lambda words: Transient(words, seconds)


# A code that is not here has no effect where it is answered with 4xx, and leaves it open with 5xx.
CODES: dict[int, Callable[[str], Exception]] = {
    # The window of 24 hours after the person's last word is over.
    131047: Waits,
    # Too much at once: of the app, of the account, of the number, to this person.
    **dict.fromkeys((4, 80007), after(60)),
    130429: after(2),
    131056: after(6),
    131048: after(HOUR),
    # The service is away.
    **dict.fromkeys((2, 131016), after(0)),
    131057: after(300),
    # Nobody knows what it did.
    **dict.fromkeys((1, 131000), Unknown),
    # Token, rights, number and account are the operator's to mend; no message is at fault, so none is lost.
    **dict.fromkeys((3, 10, 104, 190, 200, 131005, 131037, 131042, 131045, 133010), after(60)),
    **dict.fromkeys((368, 131031), after(HOUR)),
    # The message, its file, its template or its person.
    **dict.fromkeys((33, 100, 131008, 131009, 131051, 131052, 131053, 2500), Permanent),
    **dict.fromkeys((130472, 130497, 131021, 131026, 131030, 131049, 131050), Permanent),
    **dict.fromkeys((132000, 132001, 132005, 132007, 132012, 132015, 132016, 135000), Permanent),
}
# What was certainly not sent.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


def problem(code: int, words: str) -> Exception:
    """The error of a failed status."""
    return CODES.get(code, Permanent)(f"{code} {words}")


def answered(answer: httpx.Response) -> Exception:
    """The error of an answer that is none of success."""
    error = _error(answer)
    code, words = error.get("code"), f"{error.get('code')} {error.get('message') or answer.status_code}"
    if code in CODES:
        found = CODES[code](words)
        named = _seconds(answer)
        return Transient(words, named) if named and isinstance(found, Transient) else found
    if answer.status_code == TOO_MANY:
        return Transient(words, _seconds(answer) or 2)
    return (Permanent if error and answer.is_client_error else Unknown)(words)


def _error(answer: httpx.Response) -> Json:
    """What the Graph API says is wrong; nothing where somebody else has answered, as a proxy does."""
    try:
        error = answer.json()["error"]
    except (ValueError, KeyError, TypeError):
        return {}
    return error if isinstance(error, dict) else {}


def _seconds(answer: httpx.Response) -> float:
    told = answer.headers.get("Retry-After", "")
    return float(told) if told.isdecimal() else 0


@contextmanager
def translated() -> Iterator[None]:
    """Raise the errors of bot.channel instead of the client's."""
    try:
        yield
    except httpx.HTTPError as error:
        raise (Transient if isinstance(error, NOT_SENT) else Unknown)(repr(error)) from error
