"""bot link prints the way back into an office, while the bot runs or not, and nothing where it would lead nowhere."""

import asyncio
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from bot.__main__ import main
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Invitation, Role
from storage.kantor.satker import Satker
from tests.botapi import TOKEN, BotAPI
from tests.conftest import make_office

LINK = re.compile(r"Ketua pelaksana (.+): https://t\.me/bakohumas_bot\?start=([\w-]{22})  \(24 jam, sekali pakai\)\n")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'bakohumas.db'}")
    database.upgrade()
    return database


async def bot(folder: Path, api: str, *words: str, token: str | None = TOKEN) -> Result:
    told = {"DATA_DIR": str(folder), "DATABASE_URL": "", "BOT_TOKEN": token, "BOT_API_URL": api}
    return await asyncio.to_thread(CliRunner().invoke, main, ["link", *words], env=told)


def invitations(database: Database) -> list[tuple[str, int | None, Role, bool]]:
    with database.transaction() as session:
        return [(i.token_hash, i.satker_id, i.role, i.oleh_pengelola) for i in session.scalars(select(Invitation))]


async def test_it_prints_a_link_also_where_somebody_leads(database: Database, api: BotAPI, tmp_path: Path) -> None:
    with database.transaction() as session:
        make_office(session)
        malang = make_office(session, "3573", "KPU Kota Malang").id
    said = await bot(tmp_path, api.url, "--satker", "3573")
    found = LINK.fullmatch(said.output)
    assert (said.exit_code, found and found[1]) == (0, "KPU Kota Malang")
    assert found
    assert invitations(database) == [(people.hashed(found[2]), malang, Role.KETUA_PELAKSANA, True)]


async def test_of_several_offices_one_is_named(database: Database, api: BotAPI, tmp_path: Path) -> None:
    with database.transaction() as session:
        make_office(session)
        make_office(session, "3573", "KPU Kota Malang")
    for words in ((), ("--satker", "1")):
        said = await bot(tmp_path, api.url, *words)
        assert said.output == "Error: which satker? use --satker KODE (known: 3573, 3574)\n"
    assert invitations(database) == []


async def test_without_an_office_the_link_makes_one(database: Database, api: BotAPI, tmp_path: Path) -> None:
    found = LINK.fullmatch((await bot(tmp_path, api.url)).output)
    assert found
    assert found[1] == "satker baru"
    with database.transaction() as session:
        assert list(session.scalars(select(Satker))) == []
    assert invitations(database) == [(people.hashed(found[2]), None, Role.KETUA_PELAKSANA, True)]


async def test_where_the_bots_name_is_not_known_no_link_is_made(
    database: Database, api: BotAPI, tmp_path: Path
) -> None:
    with database.transaction() as session:
        make_office(session)
    said = [
        (await bot(tmp_path, api.url, token=None)).output,
        (await bot(tmp_path, api.url, token="1:wrong")).output,
        (await bot(tmp_path, "http://127.0.0.1:9")).output.partition(":")[0:2],
    ]
    assert said == [
        "Error: BOT_TOKEN is not set; copy .env.example to .env and put the token there\n",
        "Error: Telegram does not know this BOT_TOKEN\n",
        ("Error", ":"),
    ]
    assert invitations(database) == []
