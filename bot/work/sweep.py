"""Once a day: what has been kept long enough goes, from the database and from the disk."""

import logging
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from storage.database import Database
from storage.foto import photos
from storage.foto.store import Store
from storage.pribadi import retensi

log = logging.getLogger(__name__)


def sweep(database: Database, data_dir: Path, store: Store, now: datetime) -> None:
    with database.transaction() as session:
        retensi.forget(session, now)
    # After the rows: a photo whose last row has just gone is nobody's any more.
    with database.transaction() as session:
        known = photos.known(session)
    swept = sum(
        photos.sweep(data_dir / "foto", sha256, retensi.until("foto lepas", now))
        for sha256 in _kept(data_dir / "foto")
        if sha256 not in known
    )
    swept += store.sweep(known, retensi.until("foto lepas", now))
    old = [path for path in _leftovers(data_dir) if path.stat().st_mtime < retensi.until("hasil", now).timestamp()]
    for path in old:
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    if swept or old:
        log.info("swept %d photos and %d leftovers", swept, len(old))


def _kept(folder: Path) -> Iterator[str]:
    for path in folder.glob("??/*.jpg"):
        if not path.name.endswith(photos.SMALL):
            yield path.stem


def _leftovers(data_dir: Path) -> Iterator[Path]:
    """Drawings that were never sent, small copies without their photo, and writes that a power cut stopped."""
    yield from (data_dir / "drawn").glob("*")
    yield from data_dir.glob("foto/??/*.tmp")
    yield from data_dir.glob("laporan/*.tmp")
    for small in data_dir.glob(f"foto/??/*{photos.SMALL}"):
        if not small.with_name(small.name.replace(photos.SMALL, ".jpg")).exists():
            yield small
