"""A drawer: it takes the frozen figures of one kind of Drawing, and gives the files that come of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from bot.work.drawing.sheets import Sheets
from renderers.frozen import thaw
from renderers.report import Step
from storage.database import Database
from storage.foto.store import Store
from storage.kantor import templat as rows
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery
from storage.laporan.laporan import Laporan

F = TypeVar("F")
R = TypeVar("R", bound=Delivery | Laporan)


@dataclass(frozen=True)
class Drawn:
    """The result of a drawing. `files`: pairs of name and bytes; `detail`: a remark for the handler; `sha256`: the hash
    under which a report is kept; `completes`: the report replaces an earlier one without PDF; `foto`: a picture to be
    kept among the photos."""

    files: tuple[tuple[str, bytes], ...]
    detail: str = ""
    sha256: str = ""
    completes: bool = False
    foto: bytes = b""


@dataclass(frozen=True)
class Work(Generic[R]):
    """The surroundings of a drawing beside its figures: the row that holds them, the data folder, the function that is
    told of each step, and the store of the photos."""

    database: Database
    row: R
    data_dir: Path
    step: Step
    store: Store

    @property
    def photos(self) -> Path:
        return self.data_dir / "foto"

    @property
    def shelf(self) -> Sheets:
        """The sheets of the row's office that were drawn before."""
        return Sheets(self.database, self.store, self.row.satker_id, self.row.dibuat_at)

    def template(self, number: int | None) -> bytes | None:
        with self.database.transaction() as session:
            return rows.bytes_of(session, number)


Draw = Callable[[Database, int, Path, Step], Drawn]
"""The call of a drawer: database, id of the row with the figures, data folder, function that is told of each step."""


@dataclass(frozen=True)
class Drawer(Generic[F]):
    """A drawer for the Drawings named `kind`, whose figures have the type `figures`. `printed`: LibreOffice makes pages
    of it, which takes long; `store`: of the photos, None for the folder alone."""

    kind: str
    figures: type[F]
    draw: Callable[[F, Work[Any]], Drawn]
    printed: bool = False
    store: Store | None = None

    def __call__(self, database: Database, row_id: int, data_dir: Path, step: Step) -> Drawn:
        with database.transaction() as session:
            row = deliveries.drawn(session, self.kind, row_id)
        if row is None:
            raise LookupError(f"nothing is frozen for {self.kind} {row_id}")
        store = self.store or Store(data_dir / "foto", database=database)
        return self.draw(thaw(self.figures, row.figures), Work(database, row, data_dir, step, store))


def beside(draw: Draw, store: Store) -> Draw:
    """The same drawer, with the store that keeps what it keeps."""
    return replace(draw, store=store) if isinstance(draw, Drawer) else draw


def one(kind: str, figures: type[F], draw: Callable[[F, Path], bytes], name: Callable[[F], str]) -> Drawer[F]:
    """A drawer that makes a single file; `draw` gets the figures and the folder of the photos."""
    return Drawer(kind, figures, lambda f, work: Drawn(((name(f).replace("/", "-"), draw(f, work.photos)),)))
