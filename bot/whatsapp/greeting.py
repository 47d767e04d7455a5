"""The words with which a person opens the chat by a link: WhatsApp has no payloads, so the code stands in the text."""

import re

GREETING = "Halo, kode saya {}"
# The token of an invitation: no word of a language has small letters and further on capitals or digits.
_TOKEN = r"(?=[\w-]*[a-z])[\w-](?=[\w-]*[A-Z\d_-])[\w-]{21}"  # noqa: S105 - the form of one
# What a link of ours carries; a token, which may begin with a hyphen, is also known where people write the words around
# it anew, or leave them out.
_CODE = re.compile(
    rf"(?:[Hh]alo\W+)?[Kk]ode\s+saya[\s:,]+(?P<any>[\w-]{{1,64}})[\s.!]*|(?:.*\b[Kk]ode\b.*[\s:,])?(?P<token>{_TOKEN})[\s.!]*",
    re.ASCII,
)


def greeting(start: str) -> str:
    """What the app writes for the person who opens a link with this payload."""
    return GREETING.format(start)


def started(text: str) -> str:
    """The message as Telegram would have it, "/start payload", where it is such a greeting; else as it is."""
    found = _CODE.fullmatch(text.strip())
    return f"/start {found['any'] or found['token']}" if found else text
