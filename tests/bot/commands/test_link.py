"""bot link prints the way back into an office, while the bot runs or not, and nothing where it would lead nowhere."""

import asyncio
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from bot.__main__ import main
from bot.commands import link
from handlers import dispatch
from storage.chat import reach
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Invitation, Role
from storage.kantor.satker import Satker
from tests.botapi import TOKEN, BotAPI
from tests.conftest import NOW, Fresh, make_office

WA = "https://wa.me/62?text={0}"
LINK = re.compile(r"Ketua pelaksana (.+): https://t\.me/bakohumas_bot\?start=([\w-]{22})  \(24 jam, sekali pakai\)\n")


@pytest.fixture
def database(tmp_path: Path, fresh: Fresh) -> Database:
    return fresh(tmp_path / "bakohumas.db")


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


async def test_where_the_bot_is_on_whatsapp_too_both_links_bring_the_same_token(
    database: Database, api: BotAPI, tmp_path: Path
) -> None:
    with database.transaction() as session:
        make_office(session)
    dispatch.reached(database, "whatsapp", f"https://wa.me/62?text={reach.PAYLOAD}", NOW)
    for token, links in ((TOKEN, "https://wa.me/62?text={0} atau https://t.me/bakohumas_bot?start={0}"), ("", WA)):
        said = await bot(tmp_path, api.url, token=token)
        secret = said.output.partition("text=")[2][:22]
        assert said.output == f"Ketua pelaksana KPU Kota Probolinggo: {links.format(secret)}  (24 jam, sekali pakai)\n"


async def test_on_whatsapp_alone_the_number_is_known_once_the_bot_has_run(
    database: Database, api: BotAPI, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.transaction() as session:
        make_office(session)
    for name in ("WA_TOKEN", "WA_PHONE_NUMBER_ID", "WA_APP_SECRET", "WA_VERIFY_TOKEN"):
        monkeypatch.setenv(name, "1")
    said = await bot(tmp_path, api.url, token="")
    assert (said.output, invitations(database)) == (f"Error: {link.NOWHERE}\n", [])
