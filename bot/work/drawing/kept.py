"""Files on disk: sent reports under their hash, so that they can be sent again unchanged, and small copies of
photos."""

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.workshop import received
from bot.workshop.workshop import NotNow
from renderers.photo import prepared
from storage import atomic
from storage.foto import photos
from storage.foto.store import Store

WORKERS = 2


def prepare(folder: Path, sha256: str, *, aside: bool = False) -> None:
    """Make and keep the small copy of a photo, if it can be decoded. `aside`: nobody waits for it."""
    try:
        small = received.small((folder / photos.name_of(sha256)).read_bytes(), aside=aside)
    except (OSError, NotNow):
        return
    if small:
        photos.keep_small(folder, sha256, small)


def prepare_missing(folder: Path, names: Iterable[str]) -> None:
    """Make the small copies that photos lack which have just come or are of earlier releases, so that each photo is
    decoded in full only once."""
    wanted = [Path(name).stem for name in dict.fromkeys(names) if not prepared.beside(folder / name).exists()]
    if wanted:
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(lambda sha256: prepare(folder, sha256), wanted))


FOLDER = "laporan"
# The PDF carries the hash of its .docx, so its name has two suffixes, lest a backup check it against that hash.
NAMES = {"docx": "{}.docx", "pdf": "{}.docx.pdf"}


def write(data_dir: Path, docx: bytes, pdf: bytes | None) -> str:
    """Keep the .docx and the PDF of a report under the hash of the .docx; returns the hash."""
    sha256 = hashlib.sha256(docx).hexdigest()
    for kind, data in (("pdf", pdf), ("docx", docx)):
        if data is not None:
            atomic.written(data_dir / _name(kind, sha256), data)
    return sha256


def read(data_dir: Path, sha256: str) -> list[tuple[str, bytes]]:
    """Pairs of kind and bytes of a kept report, the .docx first; empty where the .docx is gone or has changed, and
    without a PDF that a power cut has left half written."""
    files = [(kind, data_dir / _name(kind, sha256)) for kind in NAMES]
    found = [(kind, file.read_bytes()) for kind, file in files if sha256 and file.exists()]
    sound = found and found[0][0] == "docx" and hashlib.sha256(found[0][1]).hexdigest() == sha256
    return [(kind, data) for kind, data in found if kind == "docx" or _whole(data)] if sound else []


def share(store: Store, data_dir: Path, sha256: str) -> None:
    """Put a kept report into the bucket, where there is one, the PDF first: whoever finds the .docx finds all of it."""
    for kind in ("pdf", "docx"):
        if store.bucket is not None and (file := data_dir / _name(kind, sha256)).exists():
            store.share(_name(kind, sha256), file.read_bytes())


def present(store: Store, data_dir: Path, sha256: str) -> None:
    """Fetch what this disk lacks of a kept report that another machine has made, or has not whole."""
    there = dict(read(data_dir, sha256))
    for kind in NAMES if sha256 else ():
        if kind not in there and (data := store.shared(_name(kind, sha256))) is not None:
            atomic.written(data_dir / _name(kind, sha256), data)


def _name(kind: str, sha256: str) -> str:
    return f"{FOLDER}/{NAMES[kind].format(sha256)}"


def _whole(pdf: bytes) -> bool:
    return pdf.startswith(b"%PDF") and pdf.rstrip().endswith(b"%%EOF")
