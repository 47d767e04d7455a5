"""The report of a quarter as people wait for it, beside LibreOffice's own conversion of the same .docx; thirteen weeks,
six photos of twelve megapixels each, as the bot has kept them."""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.work.drawing.drawers import DRAWERS
from bot.workshop.workshop import WORKSHOP
from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from renderers.frozen import freeze
from renderers.photo import photo, prepared
from renderers.word import office
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.foto import photos
from storage.foto.lembar import Lembar
from storage.foto.photos import Foto
from storage.foto.store import Store
from storage.kantor.satker import Satker
from storage.laporan import laporan
from tests.benchmarks.kolase_photos import DIFFERENT, TWELVE, made
from tests.conftest import NOW, here, make_office

if TYPE_CHECKING:
    from collections.abc import Callable

WEEKS, EACH = 13, 6
MONDAY = date(2022, 4, 4)
QUARTER = Periode("triwulan", 2, 2022)
ALONE = "LibreOffice alone"


def compare(rounds: int) -> None:
    soffice = office.program()
    if soffice is None:
        print("whole report: skipped, LibreOffice is not installed")  # noqa: T201
        return
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            apart.submit(prepare, folder).result()
        _table(_measured(folder, soffice, rounds))


def _measured(folder: Path, soffice: str, rounds: int) -> dict[str, list[float]]:
    """Seconds of each way in turns; the first round, which warms all of them, is not counted."""
    database = Database(f"sqlite:///{folder / 'bakohumas.db'}")
    WORKSHOP.warm()
    steps: list[tuple[str, float]] = []
    ways: dict[str, Callable[[], object]] = {
        "bot rekap, first": lambda: _command(folder),
        "bot rekap, again": lambda: _command(folder),
        "press in the running bot": lambda: _pressed(database, folder, steps),
        ALONE: lambda: _converted(folder, soffice),
    }
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds + 1):
        _forgotten(database, folder)
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            took[name].append(time.perf_counter() - began)
    database.close()
    print("the last press, step by step: " + ", ".join(f"{name} {at:.2f}" for name, at in steps))  # noqa: T201
    return {name: found[1:] for name, found in took.items()}


def _table(took: dict[str, list[float]]) -> None:
    print(f"whole report, {WEEKS} weeks of {EACH} photos: median seconds, and x LibreOffice alone, pair by pair")  # noqa: T201
    for name, found in took.items():
        ratio = median(a / b for a, b in zip(found, took[ALONE], strict=True))
        print(f"{name:28}{median(found):>8.2f}{ratio:>8.2f}")  # noqa: T201


def _command(folder: Path) -> None:
    command = [sys.executable, "-m", "bot", "rekap", "Q2", "2022", "--out", str(folder / "out")]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, env=env | {"DATA_DIR": str(folder)}, check=True, capture_output=True)


def _converted(folder: Path, soffice: str) -> None:
    """As people do it by hand, each time as the first time, for no program of the bot's is kept either."""
    with TemporaryDirectory(prefix="bench-") as name:
        profile = f"-env:UserInstallation={(Path(name) / 'profile').as_uri()}"
        (docx,) = (folder / "out").glob("*.docx")
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(docx)]
        subprocess.run(command, check=True, capture_output=True)


def _pressed(database: Database, folder: Path, steps: list[tuple[str, float]]) -> None:
    """The figures gathered and frozen, and all files of the report: what lies between the press and its sending."""
    began = time.perf_counter()

    def step(told: str) -> None:
        steps.append((told, time.perf_counter() - began))

    steps.clear()
    with database.transaction() as session:
        mine = here(session, session.scalars(select(Satker)).one(), NOW)
        figures = gather.gather(mine, QUARTER, date(2022, 7, 1))
        row = laporan.add(mine, QUARTER.kode, freeze(figures), figures.batas)
    step("gathered")
    DRAWERS["rekap"](database, row.id, folder, step)
    step("files")


def _forgotten(database: Database, folder: Path) -> None:
    """No sheet was drawn yet."""
    with database.transaction() as session:
        for row in session.scalars(select(Lembar)):
            for one in row.files:
                (folder / "foto" / photos.name_of(one)).unlink(missing_ok=True)
            session.delete(row)
    shutil.rmtree(folder / "out", ignore_errors=True)


def prepare(folder: Path) -> None:
    """An office with the kegiatan of a quarter, each with a photo as it is kept when it comes."""
    database = Database(f"sqlite:///{folder / 'bakohumas.db'}")
    database.upgrade()
    names = _photos(Store(folder / "foto", database=database))
    with database.transaction() as session:
        mine = here(session, make_office(session), NOW)
        for n, name in enumerate(names):
            day = MONDAY + timedelta(weeks=n // EACH, days=n % EACH % 5)
            row = Kegiatan(satker_id=mine.satker.id, nomor=n + 1, nama=f"Rapat koordinasi ke-{n + 1}", dibuat_at=NOW)
            row.mulai = row.selesai = day
            session.add(row)
            session.flush()
            photos.attach(session, row, Foto(sha256=name, lebar=2560, tinggi=1920, diterima_at=NOW))
    database.close()


def _photos(store: Store) -> list[str]:
    """Different ones, made of a few by a remark in each."""
    few = [_received(number) for number in range(DIFFERENT)]
    names = []
    for n in range(WEEKS * EACH):
        upright, small = few[n % DIFFERENT]
        names.append(store.keep(upright[:2] + b"\xff\xfe\x00\x04" + n.to_bytes(2, "big") + upright[2:]))
        photos.keep_small(store.folder, names[-1], small)
    return names


def _received(number: int) -> tuple[bytes, bytes]:
    out = BytesIO()
    made(number, TWELVE).save(out, "JPEG", quality=90)
    upright = photo.upright(out.getvalue())
    return upright, prepared.make(upright)
