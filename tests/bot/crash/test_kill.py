"""The promise: kill -9 at any moment loses nothing that was said, doubles no record and no post to the group."""

import asyncio
import hashlib
import os
import random
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.work.lanes import Lanes
from bot.world import World
from storage.catatan.kegiatan import Kegiatan
from storage.chat.inbox import TRIES, UNDER_WAY, Inbox, State
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto.photos import Foto
from tests.bot.line import arrive, states, worked
from tests.bot.trouble.crowd import Crowd
from tests.bot.trouble.forked import Forked, forked
from tests.botapi import TOKEN, BotAPI
from tests.conftest import FRESH_SEED
from tests.patience import PATIENCE


async def test_kill_9_loses_nothing(team: Database, tmp_path: Path) -> None:
    await survive(team, tmp_path, FRESH_SEED, kills=4, each=2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(FRESH_SEED, FRESH_SEED + 20))
async def test_kill_9_loses_nothing_in_twenty_rounds(team: Database, tmp_path: Path, seed: int) -> None:
    await survive(team, tmp_path, seed, kills=10, each=6)


async def test_what_was_under_way_at_four_kills_comes_to_its_end_before_the_next(world: World, lanes: Lanes) -> None:
    await arrive(world, ("Rudi", "/batal"))
    for tries, found in ((TRIES - 2, []), (TRIES, ["1"]), (TRIES - 1, ["1"])):
        with world.database.transaction() as session:
            row = session.scalars(select(Inbox)).one()
            row.tries, row.error = tries, UNDER_WAY
        assert suspected(world.database) == found
    await worked(lanes)
    assert (suspected(world.database), states(world)) == ([], [("done", TRIES - 1)])


async def survive(database: Database, folder: Path, seed: int, kills: int, each: int) -> None:
    print(f"seed {seed}")  # noqa: T201 - whoever sees it fail can repeat it
    chance = random.Random(seed)
    async with BotAPI() as api:
        # A slow answer makes it likely that the kill comes between the deed and its note.
        api.lag = lambda: chance.random() * 0.1
        crowd = Crowd(api, chance)
        people = asyncio.create_task(crowd.work(each))
        for _ in range(kills):
            await killed(api, database, await started(api, database, folder), chance)
        bot = await started(api, database, folder)
        await polled(api)
        async with asyncio.timeout(PATIENCE):
            await people
        await quiet(api, database)
        bot.terminate()
        assert await bot.wait() == 0
        nothing_is_lost(database, folder, crowd)


async def started(api: BotAPI, database: Database, folder: Path, *words: str) -> Forked:
    """The bot, or the module and words that run it in another way."""
    told = {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url, "DATA_DIR": str(folder), "LOG_LEVEL": "ERROR"}
    env = os.environ | told | {"DATABASE_URL": database.url.render_as_string(hide_password=False), "WEBHOOK_URL": ""}
    return await forked(words or ("bot", "run"), env)


async def killed(api: BotAPI, database: Database, bot: Forked, chance: random.Random) -> None:
    """Mostly in the middle of the work, now and then while it is still starting."""
    if chance.random() < 0.8:
        await polled(api)
    await asyncio.sleep(chance.random() * 1.2)
    await api.until(lambda: not suspected(database))
    bot.kill()
    await bot.wait()


def suspected(database: Database) -> list[str]:
    """The messages that were under way at four kills: at a fifth they would be put aside, for to the bot they look like
    those that end it, and a slow machine begins them anew in every life."""
    often = Inbox.state == State.NEW, Inbox.error == UNDER_WAY, Inbox.tries >= TRIES - 1
    with database.transaction() as session:
        return list(session.scalars(select(Inbox.event).where(*often)))


async def polled(api: BotAPI) -> None:
    """Until the bot asks for the next updates."""
    polls = api.polls
    await api.until(lambda: api.polls > polls)


async def quiet(api: BotAPI, database: Database) -> None:
    """Until nothing waits any more, on either side."""

    def done() -> bool:
        with database.transaction() as session:
            inbox = session.scalars(select(Inbox.state)).all()
            # The team is known to another channel too, whose process does not run here.
            outbox = session.scalars(select(Outbox.state).where(Outbox.channel == "telegram")).all()
        return not api.pending and set(inbox) <= {"done"} and set(outbox) <= {"sent", "uncertain"}

    await api.until(done)


def nothing_is_lost(database: Database, folder: Path, crowd: Crowd) -> None:
    with database.transaction() as session:
        inbox = {row.event: row.state for row in session.scalars(select(Inbox))}
        names = sorted(session.scalars(select(Kegiatan.nama)))
        photos = session.scalars(select(Foto)).all()
        posts = session.scalars(select(Outbox.state).where(Outbox.group, Outbox.kind == "say")).all()
    assert inbox == {str(event): "done" for event in crowd.events}
    assert names == sorted(crowd.reports)
    assert len(photos) == len({foto.sha256 for foto in photos}) == crowd.photos
    for foto in photos:
        assert hashlib.sha256((folder / "foto" / foto.file).read_bytes()).hexdigest() == foto.sha256
    assert len(posts) == crowd.in_group
    assert posts.count("sent") <= crowd.group_posts() <= crowd.in_group
