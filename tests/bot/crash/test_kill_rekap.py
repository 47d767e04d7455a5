"""kill -9 while a report is drawn: one report reaches the group, whole, in the right version, under its own hash."""

import asyncio
import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import MakeVersion, SendVersion
from storage.catatan.kegiatan import Kegiatan
from storage.chat.outbox import Kind, Outbox, State
from storage.database import Database
from storage.foto import photos
from storage.kantor.audit import Audit
from storage.laporan.laporan import Laporan
from tests.bot.conftest import jpeg
from tests.bot.crash.test_kill import polled, quiet, started
from tests.bot.updates import GROUP, message, press
from tests.botapi import BotAPI

Q2 = Periode("triwulan", 2, 2022)
WEEKS, EACH = 6, 4


@pytest.fixture
def quarter(team: Database, tmp_path: Path) -> Database:
    """Weeks with photos enough that drawing them takes a while."""
    with team.transaction() as session:
        for number in range(WEEKS * EACH):
            day = date(2022, 4, 4) + timedelta(weeks=number // EACH)
            row = Kegiatan(satker_id=1, nomor=number + 1, nama=f"Rapat {number}", mulai=day, selesai=day)
            row.dibuat_at = datetime(2022, 6, 24, tzinfo=UTC)
            session.add(row)
            session.flush()
            sha256 = photos.keep(tmp_path / "foto", jpeg(number, (1600, 1200)))
            photos.attach(session, row, photos.Foto(sha256=sha256, lebar=1600, tinggi=1200, diterima_at=row.dibuat_at))
    return team


@pytest.mark.parametrize("pauses", [(0.3,), pytest.param((0.05, 0.4), marks=pytest.mark.slow)])
async def test_kill_9_while_drawing_leaves_no_half_file_and_loses_no_request(
    quarter: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: tuple[float, ...]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # without LibreOffice a report is drawn in seconds
    async with BotAPI() as api:
        bot = await started(api, quarter, tmp_path)
        await polled(api)
        api.deliver(**message("Qori", text="/rekap Q2 2022"))
        api.deliver(**press("Qori", MakeVersion(Q2, 1).written()))
        for pause in pauses:
            await drawing(api, quarter)
            await asyncio.sleep(pause)
            bot.kill()
            await bot.wait()
            assert (state(quarter), posts(api)) == (State.DRAW, [])
            bot = await started(api, quarter, tmp_path)
        await quiet(api, quarter)
        (post,) = posts(api)
        whole(quarter, tmp_path, post)
        a_minute_later(quarter)
        api.deliver(**press("Qori", SendVersion(Q2, 1).written(), query="q2"))
        await api.until(lambda: len(posts(api)) > 1)
        assert posts(api) == [post, post]
        bot.terminate()
        await bot.wait()


def a_minute_later(database: Database) -> None:
    with database.transaction() as session:
        for entry in session.scalars(select(Audit).where(Audit.what == "laporan")):
            entry.at -= timedelta(minutes=2)


def whole(database: Database, folder: Path, post: bytes) -> None:
    """What arrived is version 1, and what is kept of it has its hash as name."""
    with database.transaction() as session:
        report = session.scalars(select(Laporan)).one()
    assert (report.periode, report.versi, report.sha256) == ("2022-TW2", 1, hashlib.sha256(post).hexdigest())
    assert [file.name for file in (folder / "laporan").iterdir()] == [f"{report.sha256}.docx"]
    assert [file for file in (folder / "drawn").rglob("*") if file.is_file()] == []


async def drawing(api: BotAPI, database: Database) -> None:
    """Until this process has taken the report up; each that died had done so before."""
    before = tries(database)
    await api.until(lambda: tries(database) > before)


def row(database: Database) -> Outbox | None:
    with database.transaction() as session:
        return session.scalars(select(Outbox).where(Outbox.group, Outbox.kind == Kind.SAY)).one_or_none()


def tries(database: Database) -> int:
    found = row(database)
    return found.tries if found else 0


def state(database: Database) -> str:
    found = row(database)
    return found.state if found else ""


def posts(api: BotAPI) -> list[bytes]:
    """The reports in the group, each beside its workbook."""
    sent = [call for call in api.calls if call.method.startswith("sendMedia") and call.params["chat_id"] == GROUP]
    return [data for call in sent for data in call.files.values() if b"word/document.xml" in data]
