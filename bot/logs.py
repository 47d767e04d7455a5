"""The log: one JSON object a line on standard error, with no token of a bot and nothing that people wrote."""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TextIO

# Of Telegram, and of Meta.
TOKEN = re.compile(r"\d{6,}(?::|%3A)[\w-]{30,}|\bEAA\w{20,}")
# At INFO the HTTP client logs every URL, and the URL of a call holds the token.
CHATTY = ("httpx", "httpcore", "aiohttp.access", "alembic", "PIL")


class Line(logging.Formatter):
    """Formats a log record as one line of JSON; tokens are taken out of the finished text, so that arguments and traces
    are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1]:
            line |= {"error": type(record.exc_info[1]).__name__, "trace": " < ".join(_trace(record.exc_info[1]))}
        return TOKEN.sub("<token>", json.dumps(line, ensure_ascii=False))


def _trace(error: BaseException) -> Iterator[str]:
    """The places of the error, the innermost first. Its message is left out, for it may quote what people wrote; the
    message of an update that failed stands in its inbox row, which is deleted in time."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        yield f"{frame.filename}:{frame.lineno} {frame.name}"
    if cause := error.__cause__ or error.__context__:
        yield f"from {type(cause).__name__}"
        yield from _trace(cause)


def set_up(level: str, stream: TextIO | None = None) -> None:
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Line())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # The library logs a traceback for an answer that is no JSON, and then raises an error that we log in one line.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
