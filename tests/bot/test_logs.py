"""No log ever holds a token."""

import asyncio
import io
import logging
import os
import sys
from pathlib import Path

import pytest

from bot import logs
from tests.bot.updates import message, photo
from tests.botapi import TOKEN, BotAPI, Fault


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a log that is set up as in the process says; the handlers of pytest come back afterwards."""
    root, stream = logging.getLogger(), io.StringIO()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    logs.set_up("info", stream)
    return stream


def test_a_token_is_redacted_in_text_arguments_and_tracebacks(written: io.StringIO) -> None:
    log = logging.getLogger("bot.x")
    log.info("a call of https://api.telegram.org/bot%s/getMe", TOKEN)
    log.info("quoted %s", TOKEN.replace(":", "%3A"))
    nowhere: dict[str, str] = {}
    try:
        nowhere[f"https://api.telegram.org/file/bot{TOKEN}/x"]
    except KeyError:
        log.exception("it failed")
    said = written.getvalue()
    assert (said.count("<token>"), TOKEN.partition(":")[2] in said) == (3, False)


def test_clients_that_log_every_address_are_told_to_be_quiet(written: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("bot.x").info("said")
    assert [line.partition(" INFO ")[2] for line in written.getvalue().splitlines()] == ["bot.x: said"]


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
        await api.until(lambda: bool(api.said("sendMessage")), 20)
        bot.terminate()
        out, err = await bot.communicate()
    assert (bot.returncode, b"cannot be read" in err, b"409" in err or b"another process polls" in err) == (
        0,
        True,
        True,
    )
    assert TOKEN.partition(":")[2].encode() not in out + err
