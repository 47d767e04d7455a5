"""Photos made ready for the kolase: when they arrive, and what is still missing before a drawing."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from renderers.photo import prepared
from renderers.photo.flatten import FAULTS
from storage.foto import photos

WORKERS = 2


def prepare(folder: Path, sha256: str) -> None:
    """Keep the small copy of a photo; it is only a help, so that no photo is lost for want of it."""
    try:
        small = prepared.make((folder / photos.name_of(sha256)).read_bytes())
        photos.keep_small(folder, sha256, small)
    except FAULTS:
        return


def prepare_missing(folder: Path, names: Iterable[str]) -> None:
    """The small copies of photos that came before there were any; each photo is decoded large once in its life."""
    wanted = [Path(name).stem for name in dict.fromkeys(names) if not prepared.beside(folder / name).exists()]
    if wanted:
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(lambda sha256: prepare(folder, sha256), wanted))
