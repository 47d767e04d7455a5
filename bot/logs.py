"""The log: one line an event on standard error, and never a token of a bot in it."""

import logging
import re
import sys
from typing import TextIO

TOKEN = re.compile(r"\d{6,}(?::|%3A)[\w-]{30,}")
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# At INFO the HTTP client logs every URL, and the URL of a call holds the token.
CHATTY = ("httpx", "httpcore", "aiohttp.access", "alembic", "PIL")


class Redacted(logging.Formatter):
    """Works on the finished text, so that arguments and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("<token>", super().format(record))


def set_up(level: str, stream: TextIO | None = None) -> None:
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Redacted(FORMAT))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # The library logs a traceback for an answer that is no JSON, and then raises an error that we log in one line.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
