"""Whatever goes wrong between people and records: nothing is lost, nothing doubled, nobody left without an answer."""

import random
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.channel import connect
from storage.database import Database
from tests.bot.trouble.faults import TROUBLES, Trouble, refused
from tests.bot.trouble.suffering import suffered
from tests.bot.trouble.weather import Stormy
from tests.botapi import TOKEN
from tests.conftest import FRESH_SEED
from tests.postgres import URL

# Of Telegram's, of the wire's and of the updates' own: one that nobody chose; the slow run takes all.
QUICK = (
    "sendMessage done, answer lost",
    "updates nobody can read",
    "every update twice",
    "chats out of order",
    "sendPhoto done, answer lost",
)
RECEIVERS = 2 if URL else 0
FRESH = random.Random(FRESH_SEED).choice((*QUICK, *(["its connections broken 8 times"] if URL else [])))
POSSIBLE = [trouble for trouble in TROUBLES if not (trouble.polled if RECEIVERS else trouble.connected)]


def named(trouble: Trouble) -> str:
    return trouble.name


# A photo that fails five times is given up and its sender asked to send it again; these people do not.
@pytest.mark.parametrize("share", [0.25, 0.5, 1])
async def test_bad_weather_keeps_a_photo_back_twice_at_most_whichever_of_its_calls_fails(share: float) -> None:
    weather = refused(502, after=0.5, methods=("getFile", "download"))
    async with Stormy(weather, random.Random(FRESH_SEED), share, shuffled=False, twice=0) as api:
        api.files = {f"f{number}": b"foto" for number in range(30)}
        async with connect(TOKEN, api.url) as bot:
            came = {file: [await comes(bot, file) for _ in range(3)] for file in api.files}
    assert [file for file, tries in came.items() if not any(tries)] == []


async def comes(bot: Bot, file: str) -> bool:
    try:
        return await (await bot.get_file(file)).download_as_bytearray() == b"foto"
    except TelegramError:
        return False


@pytest.mark.parametrize("trouble", [t for t in POSSIBLE if t.name == FRESH], ids=named)
async def test_a_trouble_costs_nobody_anything(team: Database, tmp_path: Path, trouble: Trouble) -> None:
    await survive(team, tmp_path, trouble, FRESH_SEED)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7, FRESH_SEED])
@pytest.mark.parametrize("trouble", POSSIBLE, ids=named)
async def test_no_trouble_costs_anybody_anything(team: Database, tmp_path: Path, trouble: Trouble, seed: int) -> None:
    await survive(team, tmp_path, trouble, seed)


async def survive(database: Database, folder: Path, trouble: Trouble, seed: int) -> None:
    print(f"seed {seed}")  # noqa: T201 - whoever sees it fail can repeat it
    found = await suffered(database, folder, trouble, seed, RECEIVERS)
    assert (found.lost, found.doubled, found.unanswered) == (0, 0, 0)
