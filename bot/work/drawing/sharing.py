"""Where several processes draw: which of them has a row, and how its files come to the one that sends."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from bot.world import World
from storage import atomic, locks
from storage.chat.drawing_order import LEASE
from storage.foto.store import Store
from storage.locks import Locks

FOLDER = "drawn"


def is_spread(world: World) -> bool:
    """Whether every process draws: they see the same photos, and one can fetch what another has drawn."""
    return locks.shared(world.database) and world.store.bucket is not None


class Lease:
    """The rows that a drawer has are its own for as long as the server hears of its process; without `held` it is the
    only drawer of its kinds, and needs none."""

    def __init__(self, held: Locks | None) -> None:
        self.held = held if held and held.shared else None
        self.name = ""

    def renewed(self) -> str:
        """The name under which rows are taken now. It is another one once the server may have given the old one up."""
        if self.held and not (self.name and self.held.holds(LEASE + self.name)):
            self.name = token_hex(8)
            if not self.held.take(LEASE + self.name):
                self.name = ""
                raise ConnectionError("the database gives no lease")
        return self.name

    @contextmanager
    def had(self, what: str) -> Iterator[bool]:
        """Whether it is this drawer's for now; what another one is at is not."""
        mine = self.held is None or self.held.take(what)
        try:
            yield mine
        finally:
            if self.held and mine:
                self.held.give(what)


ALONE = Lease(None)


def shared(world: World, names: Iterable[str]) -> None:
    """Put drawn files where whoever sends them finds them."""
    for name in names:
        world.store.share(name, (world.data_dir / name).read_bytes())


def fetched(world: World, names: Iterable[str]) -> None:
    """Fetch drawn files that another machine has drawn."""
    for name in names:
        file = world.data_dir / name
        if not file.exists() and (data := world.store.shared(name)) is not None:
            atomic.written(file, data)


def forgotten(store: Store, data_dir: Path, files: Iterable[Path]) -> None:
    """What was sent need not lie in the bucket any more."""
    for file in files:
        store.unshare(str(file.relative_to(data_dir)))


def swept(store: Store, before: datetime) -> int:
    """Remove drawn files that were never sent; their number."""
    return store.forget_shared(f"{FOLDER}/", before)
