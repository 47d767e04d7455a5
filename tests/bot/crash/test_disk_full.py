"""A disk that is full at the nth page: nothing is half done, and once there is room everything is done, once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event, select

from bot.work.lanes import Lanes
from bot.work.sender import Sender
from bot.world import World
from storage.catatan.kegiatan import Kegiatan
from storage.chat.outbox import Outbox
from storage.database import Database
from tests.bot.ears import Clock, Ears
from tests.bot.line import arrive, states

pytestmark = pytest.mark.usefixtures("office")
PARTIES = ("Buruh", "Gerindra", "Golkar", "Nasdem", "Perindo", "Demokrat")
REPORTS = [f"/lapor audiensi Partai {name} kemarin, {'persiapan pemilu ' * 20}{name}" for name in PARTIES]
# The long answers of /bantuan are what fills the disk.
SAID = [("Rudi", text) for report in REPORTS for text in (report, *["/bantuan"] * 8, "Simpan")]


@pytest.fixture(autouse=True)
def unlimited(database: Database) -> Iterator[None]:
    """The next test finds the engine without a limit."""
    yield
    if old := vars(database).pop("_limit", None):
        event.remove(database.engine, "connect", old)


def limited(world: World, pages: int | None) -> None:
    """From now on the database may grow by so many pages; by as many as it likes for None."""
    engine = world.database.engine
    with engine.connect() as connection:
        now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    engine.dispose()
    most = now + pages if pages is not None else 2**30

    def limit(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={most}")

    if old := getattr(world.database, "_limit", None):
        event.remove(engine, "connect", old)
    event.listen(engine, "connect", limit)
    world.database._limit = limit  # type: ignore[attr-defined]  # noqa: SLF001 - taken off again by the next


async def worked(lanes: Lanes, sender: Sender, clock: Clock, holds: Callable[[], bool]) -> None:
    """Look again and again, the clock going on, until it is done or nothing moves any more."""
    for _ in range(40):
        clock.forward(30)
        for part in (lanes, sender):
            try:
                await part.look()
            except Exception:  # noqa: BLE001 - as in the process: what cannot be read now is read later
                continue
            await part.idle()
        if holds():
            return


def outcome(world: World) -> tuple[list[str], list[tuple[str, int]]]:
    with world.database.transaction() as session:
        names = sorted(row.nama for row in session.scalars(select(Kegiatan)))
    return names, states(world)


@pytest.mark.parametrize("pages", [0, 1, 2, 4])
async def test_what_a_full_disk_stopped_goes_on_when_there_is_room(
    world: World, lanes: Lanes, sender: Sender, ears: Ears, clock: Clock, pages: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if world.database.engine.dialect.name != "sqlite":
        pytest.skip("the limit is SQLite's")
    monkeypatch.setattr("bot.work.lanes.pause", _at_once)
    monkeypatch.setattr("bot.work.sender.pause", _at_once)
    await arrive(world, *SAID)
    limited(world, pages)
    await worked(lanes, sender, clock, lambda: False)
    assert "new" in {state for state, _ in states(world)}
    limited(world, None)
    await worked(lanes, sender, clock, lambda: {state for state, _ in states(world)} <= {"done", "quarantined"})
    names, inbox = outcome(world)
    assert {state for state, _ in inbox} == {"done"}
    assert len(names) == len(set(names)) == len(REPORTS)
    with world.database.transaction() as session:
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert set(session.scalars(select(Outbox.state))) <= {"sent", "new"}
    assert ears.heard


async def _at_once(*_: object) -> None:
    """No pause: the clock of the test goes on by itself."""
