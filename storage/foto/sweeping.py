"""Sweeping photos away: only what we write and this database once held, where nobody else's mark stands."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from storage.database import Database
from storage.foto import owner, photos
from storage.foto.owner import Deployment
from storage.foto.store import DRAWN, NAME, REPORT, Store, got, listed, reached

if TYPE_CHECKING:
    from obstore.store import ObjectStore

MARK = "bakohumas-owner"
TAKE_OVER = "run: bot check --take-over"


class Refused(Exception):  # noqa: N818 - an answer to the operator
    """This place must not be swept; the message says why."""


class Place(Protocol):
    """A place that holds photos: the folder or the bucket."""

    @property
    def title(self) -> str: ...

    def mark(self) -> str:
        """The mark of whom it belongs to; empty where nobody has marked it."""

    def put_mark(self, mark: str) -> None: ...

    def files(self) -> Iterator[tuple[str, datetime]]:
        """(name, time of last change) of every photo file there; marks and small copies are left out."""

    def remove(self, name: str, before: datetime) -> bool:
        """Remove a photo unless it has become young meanwhile."""


@dataclass(frozen=True)
class Folder:
    """The photos on this disk."""

    path: Path
    title: str = "the photo folder"

    def mark(self) -> str:
        file = self.path / MARK
        return file.read_text("utf-8").strip() if file.exists() else ""

    def put_mark(self, mark: str) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / MARK).write_text(f"{mark}\n", "utf-8")

    def files(self) -> Iterator[tuple[str, datetime]]:
        for path in self.path.glob("??/*.jpg"):
            if not path.name.endswith(photos.SMALL):
                yield f"{path.parent.name}/{path.name}", datetime.fromtimestamp(path.stat().st_mtime, UTC)

    def remove(self, name: str, before: datetime) -> bool:
        return photos.sweep(self.path, Path(name).stem, before)


@dataclass(frozen=True)
class Bucket:
    """The photos in the bucket; Unreachable if it does not answer."""

    store: "ObjectStore"
    title: str = "the bucket"

    def mark(self) -> str:
        return (got(self.store, MARK) or b"").decode("utf-8", "replace").strip()

    def put_mark(self, mark: str) -> None:
        import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

        with reached():
            obstore.put(self.store, MARK, f"{mark}\n".encode())

    def files(self) -> Iterator[tuple[str, datetime]]:
        for name, (_, changed) in listed(self.store).items():
            if name != MARK and not (REPORT.fullmatch(name) or DRAWN.fullmatch(name)):
                yield name, changed

    def remove(self, name: str, before: datetime) -> bool:
        import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

        with reached():
            young = obstore.head(self.store, name)["last_modified"] >= before
            if not young:
                obstore.delete(self.store, name)
        return not young


def places(store: Store) -> list[Place]:
    return [Folder(store.folder), *([Bucket(store.bucket)] if store.bucket is not None else [])]


def sweep(database: Database, place: Place, before: datetime) -> int:
    """Remove photos that this database once held and no row names, if they have lain there since before an instant;
    returns their number. Refused if the place neither is nor can be marked as ours."""
    with database.transaction() as session:
        me, once, known = owner.mine(session), owner.held(session), photos.known(session)
    files = list(place.files())
    _claimed(place, me, once, [name for name, _ in files])
    loose = [name for name, changed in files if changed < before and _ours(name, once) and _hash(name) not in known]
    removed = {_hash(name) for name in loose if place.remove(name, before)}
    with database.transaction() as session:
        owner.forget(session, removed)
    return len(removed)


def verdict(database: Database, place: Place) -> str:
    """The sentence why this place is not swept; empty if it is."""
    with database.transaction() as session:
        owner.note_rows(session)
        me, once = owner.known(session), owner.held(session)
    return _refusal(place.title, me, place.mark(), lambda: [name for name, _ in place.files() if not _ours(name, once)])


def take_over(database: Database, places: Collection[Place]) -> None:
    """Mark the places as those of this deployment, even if another one had them."""
    with database.transaction() as session:
        mark = owner.take_over(session).mark
    for place in places:
        place.put_mark(mark)


def _claimed(place: Place, me: Deployment, once: set[str], names: list[str]) -> None:
    mark = place.mark()
    if reason := _refusal(place.title, me, mark, lambda: [name for name in names if not _ours(name, once)]):
        raise Refused(reason)
    if not mark:
        place.put_mark(me.mark)
        # Two deployments that begin at once both write a mark; the one whose mark stays may sweep.
        if reason := _refusal(place.title, me, place.mark(), list):
            raise Refused(reason)


def _refusal(title: str, me: Deployment | None, mark: str, foreign: Callable[[], list[str]]) -> str:
    if me and me.copy:
        return f"came out of a backup, so {title} is not swept; once no other bot uses it, {TAKE_OVER}"
    if mark and (me is None or mark != me.mark):
        return f"{title} is marked by another deployment, so it is not swept; if this is now the only one, {TAKE_OVER}"
    if not mark and (names := foreign()):
        told = f"{title} holds {len(names)} files that are not ours, such as {min(names)}, and nobody's mark"
        return f"{told}, so it is not swept; if no other bot uses it, {TAKE_OVER}"
    return ""


def _ours(name: str, once: set[str]) -> bool:
    """Whether this is a name as we write them, and this database once held its photo."""
    return NAME.fullmatch(name) is not None and photos.name_of(_hash(name)) == name and _hash(name) in once


def _hash(name: str) -> str:
    return Path(name).stem
