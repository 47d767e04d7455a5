"""The log is for machines too, and holds no token and nothing that people wrote."""

import asyncio
import io
import json
import logging
import os
import re
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot import logs
from storage.database import Database
from tests.bot.updates import message, photo
from tests.botapi import TOKEN, BotAPI
from tests.botapi_wire import Fault
from tests.patience import PATIENCE


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a log that is set up as in the process says; the handlers of pytest come back afterwards."""
    root, stream = logging.getLogger(), io.StringIO()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    logs.set_up("info", stream)
    return stream


def lines(written: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_line_is_one_object_and_holds_no_token(written: io.StringIO) -> None:
    log = logging.getLogger("bot.x")
    log.info("a call of https://api.telegram.org/bot%s/getMe", TOKEN)
    log.info("quoted %s", TOKEN.replace(":", "%3A"))
    log.info("of Meta: %s.", "EAAG" + "x9" * 60)
    assert [(line["level"], line["logger"], line["message"]) for line in lines(written)] == [
        ("INFO", "bot.x", "a call of https://api.telegram.org/bot<token>/getMe"),
        ("INFO", "bot.x", "quoted <token>"),
        ("INFO", "bot.x", "of Meta: <token>."),
    ]


def test_a_trace_tells_the_places_and_not_what_somebody_wrote(written: io.StringIO) -> None:
    try:
        try:
            int("Rapat dengan Bu Rahasia")
        except ValueError as error:
            raise LookupError("Bu Rahasia") from error
    except LookupError:
        logging.getLogger("bot.x").exception("update %s failed", "7")
    (line,) = lines(written)
    assert (line["message"], line["error"]) == ("update 7 failed", "LookupError")
    here = re.findall(r"(test_logs.py):\d+ (\w+)|from (\w+)", line["trace"])
    name = "test_a_trace_tells_the_places_and_not_what_somebody_wrote"
    assert here == [("test_logs.py", name, ""), ("", "", "ValueError"), ("test_logs.py", name, "")]
    assert "Rahasia" not in written.getvalue()


def test_an_error_of_the_database_does_not_quote_its_parameters(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught, database.engine.begin() as connection:
        connection.execute(text("SELECT :said FROM nowhere"), {"said": "Bu Rahasia"})
    assert "Rahasia" not in str(caught.value)


def test_clients_that_log_every_address_are_told_to_be_quiet(written: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("bot.x").info("said")
    assert [(line["logger"], line["message"]) for line in lines(written)] == [("bot.x", "said")]


async def heard(stream: asyncio.StreamReader, words: bytes) -> bytes:
    """Everything up to the line that holds these words."""
    told = b""
    while words not in told:
        told += await stream.readline()
    return told


async def test_the_log_of_a_real_run_holds_no_token(tmp_path: Path) -> None:
    async with BotAPI() as api:
        api.faults = [Fault("getUpdates", "reset"), Fault("getUpdates", 409)]
        api.deliver(**message("Rudi", photo=photo("f")))
        api.deliver(message={"nothing": "that anybody knows"})
        env = {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url, "DATA_DIR": str(tmp_path), "LOG_LEVEL": "DEBUG"}
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=os.environ | env, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert bot.stderr
        err = await asyncio.wait_for(heard(bot.stderr, b"cannot be read"), PATIENCE)
        await api.until(lambda: bool(api.said("sendMessage")))
        bot.terminate()
        out, rest = await bot.communicate()
        err += rest
    assert (bot.returncode, b"cannot be read" in err, b"409" in err or b"another process polls" in err) == (
        0,
        True,
        True,
    )
    assert TOKEN.partition(":")[2].encode() not in out + err
