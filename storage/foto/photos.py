"""Photos: files named by their sha256, each stored once, and the rows that tie them to records and drafts."""

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import ColumnElement, ForeignKey, Index, bindparam, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage import atomic
from storage.catatan import kegiatan, konten
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Row, Session
from storage.foto import lembar
from storage.kantor.satker import Here, Satker

Owner = Draft | Kegiatan | Konten
OWNERS = (Draft.__tablename__, Kegiatan.__tablename__, Konten.__tablename__)
SMALL = ".kecil.jpg"


class Foto(Row):
    """A photo of a draft or record; `lebar` and `tinggi` in pixels, `uid` and `album` as the channel names them."""

    __tablename__ = "foto"
    __table_args__ = (Index(None, "satker_id", "album"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    sha256: Mapped[str]
    lebar: Mapped[int]
    tinggi: Mapped[int]
    urut: Mapped[int]
    uid: Mapped[str] = mapped_column(default="")
    album: Mapped[str] = mapped_column(default="")
    caption: Mapped[str] = mapped_column(default="")
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id"), index=True)
    kegiatan_id: Mapped[int | None] = mapped_column(ForeignKey("kegiatan.id"), index=True)
    konten_id: Mapped[int | None] = mapped_column(ForeignKey("konten.id"), index=True)
    diterima_at: Mapped[datetime]
    dihapus_at: Mapped[datetime | None]
    # Kept as evidence, and shown to nobody else: at all, or only outside of the office.
    tersembunyi: Mapped[bool] = mapped_column(default=False)
    anak: Mapped[bool] = mapped_column(default=False)

    @property
    def file(self) -> str:
        return name_of(self.sha256)

    @property
    def for_kolase(self) -> bool:
        """Whether it may stand in a picture that goes out of the house: not a hidden one, nor one of children."""
        return not (self.tersembunyi or self.anak)

    @property
    def for_laporan(self) -> bool:
        return not self.tersembunyi


def name_of(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}.jpg"


def keep(folder: Path, data: bytes) -> str:
    """Write bytes so that they survive a power cut before any row names them; returns their sha256."""
    sha256 = hashlib.sha256(data).hexdigest()
    target = folder / name_of(sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    if _touched(target):
        return sha256
    part = target.with_name(f"{uuid4().hex}.tmp")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)
    # The name itself is durable only once its folder is on disk too.
    folder_fd = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder_fd)
    finally:
        os.close(folder_fd)
    return sha256


def whole(folder: Path, name: str) -> bool:
    """Whether a file is there with the content that its name tells."""
    path = folder / name
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == path.stem


def drop_broken(folder: Path, data: bytes) -> None:
    """Remove the file that these bytes will be kept in, where it has others: what is there is not written again."""
    name = name_of(hashlib.sha256(data).hexdigest())
    if not whole(folder, name):
        (folder / name).unlink(missing_ok=True)


def _touched(target: Path) -> bool:
    """Whether it is there, and young from now on: its row is still to come, and the sweep must not be faster."""
    with _alone(target.parent):
        if target.exists():
            target.touch()
        return target.exists()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeping and sweeping take turns, also between processes on one disk."""
    folder_fd = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(folder_fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder_fd)


def sweep(folder: Path, sha256: str, before: datetime) -> bool:
    """Remove a photo that no row names, with its small copy, if it has lain there since before an instant."""
    target = folder / name_of(sha256)
    with _alone(target.parent):
        if not target.exists() or target.stat().st_mtime >= before.timestamp():
            return False
        target.unlink()
        target.with_suffix(SMALL).unlink(missing_ok=True)
    return True


def known(session: Session) -> set[str]:
    """The sha256 of every photo that a row names, of all offices, removed or not."""
    return set(session.scalars(select(Foto.sha256).distinct()))


def living(session: Session) -> set[str]:
    return set(session.scalars(select(Foto.sha256).where(Foto.dihapus_at.is_(None)).distinct()))


def keep_small(folder: Path, sha256: str, data: bytes) -> None:
    """Write the small copy of a photo beside it, whole; as it can be made again, a power cut may take it."""
    atomic.written((folder / name_of(sha256)).with_suffix(SMALL), data)


def _column(owner: Owner) -> str:
    return f"{owner.__tablename__}_id"


def owned_by(owner: Owner) -> ColumnElement[bool]:
    return getattr(Foto, _column(owner)) == owner.id  # type: ignore[no-any-return]


# Composing a query takes longer than running it, so those of every card and receipt are composed once, by the table of
# the owner.
_THERE = Foto.satker_id == bindparam("of_satker"), Foto.dihapus_at.is_(None)
_OWNED = {table: getattr(Foto, f"{table}_id") == bindparam("owner") for table in OWNERS}
_OF = {table: select(Foto).where(*_THERE, owned).order_by(Foto.urut, Foto.id) for table, owned in _OWNED.items()}
_COUNT = {table: select(func.count(Foto.id)).where(*_THERE, owned) for table, owned in _OWNED.items()}
_COUNTS = {
    table: select(column, func.count(Foto.id))
    .where(*_THERE, column.in_(bindparam("ids", expanding=True)))
    .group_by(column)
    for table, column in (("kegiatan", Foto.kegiatan_id), ("konten", Foto.konten_id))
}


_OF_DRAFT = update(Foto).where(Foto.satker_id == bindparam("of_satker"), Foto.draft_id == bindparam("draft"))
_MOVED = {
    table: _OF_DRAFT.values({f"{table}_id": bindparam("owner"), "urut": Foto.urut + bindparam("after")})
    for table in OWNERS
}


def of(session: Session, owner: Owner) -> Sequence[Foto]:
    told = {"of_satker": owner.satker_id, "owner": owner.id}
    return session.scalars(_OF[owner.__tablename__], told).all()


def of_kegiatan(here: Here, mulai: date, selesai: date) -> dict[int, list[Foto]]:
    """The photos of all kegiatan with a day in the half-open range, by the id of the kegiatan, in one query."""
    wanted = select(Foto).join(Kegiatan, Kegiatan.id == Foto.kegiatan_id)
    wanted = wanted.where(Foto.satker_id == here.satker.id, Kegiatan.satker_id == here.satker.id)
    wanted = wanted.where(Foto.dihapus_at.is_(None), Kegiatan.selesai >= mulai, Kegiatan.mulai < selesai)
    found: dict[int, list[Foto]] = {}
    for foto in here.session.scalars(wanted.order_by(Foto.urut, Foto.id)):
        found.setdefault(foto.kegiatan_id or 0, []).append(foto)
    return found


def hide(session: Session, foto: Foto, *, tersembunyi: bool, anak: bool) -> None:
    """Mark a picture as hidden or as one of children, in every record of the office that shows it."""
    # Whoever keeps a sheet with it holds the office too, from before it asks what is hidden.
    session.get_one(Satker, foto.satker_id, with_for_update={"key_share": True})
    same = update(Foto).where(Foto.satker_id == foto.satker_id, Foto.sha256 == foto.sha256)
    session.execute(same.values(tersembunyi=tersembunyi, anak=anak))
    if tersembunyi or anak:
        lembar.unshow(session, foto.satker_id, foto.sha256)


def hidden(here: Here, files: Iterable[str]) -> set[str]:
    """The files among these that a kolase must not show; asked again for figures that were frozen earlier."""
    wanted = select(Foto.sha256).where(Foto.satker_id == here.satker.id, Foto.tersembunyi | Foto.anak)
    wanted = wanted.where(Foto.sha256.in_([Path(name).stem for name in files]))
    return {name_of(sha256) for sha256 in here.session.scalars(wanted)}


def count(session: Session, owner: Owner) -> int:
    told = {"of_satker": owner.satker_id, "owner": owner.id}
    return session.scalar(_COUNT[owner.__tablename__], told) or 0


def counts(here: Here, rows: Iterable[Kegiatan | Konten]) -> dict[tuple[str, int], int]:
    """The number of photos of records by (table, id); records without any are left out."""
    found: dict[tuple[str, int], int] = {}
    for name, wanted in _COUNTS.items():
        if ids := [row.id for row in rows if row.__tablename__ == name]:
            told = {"of_satker": here.satker.id, "ids": ids}
            found |= {(name, id_): n for id_, n in here.session.execute(wanted, told) if id_}
    return found


def attach(session: Session, owner: Owner, foto: Foto) -> bool:
    """Put a photo at the end of its owner; False if the owner already has that very picture."""
    present = of(session, owner)
    if any(f.sha256 == foto.sha256 for f in present):
        return False
    foto.satker_id, foto.urut = owner.satker_id, max((f.urut for f in present), default=0) + 1
    foto.tersembunyi, foto.anak = _said_before(session, foto)
    setattr(foto, _column(owner), owner.id)
    session.add(foto)
    session.flush()
    return True


def _said_before(session: Session, foto: Foto) -> tuple[bool, bool]:
    """The marks (hidden, children) that this picture got when it came before."""
    same = Foto.satker_id == foto.satker_id, Foto.sha256 == foto.sha256
    earlier = session.scalar(select(Foto).where(*same).order_by(Foto.id.desc()).limit(1))
    return (earlier.tersembunyi, earlier.anak) if earlier else (False, False)


def move(session: Session, draft: Draft, record: Kegiatan | Konten) -> None:
    """Give the photos of a draft to its record, behind the photos that the record has."""
    told = {"of_satker": draft.satker_id, "draft": draft.id, "owner": record.id, "after": count(session, record)}
    session.execute(_MOVED[record.__tablename__], told)


def record_of(here: Here, foto: Foto) -> Kegiatan | Konten | None:
    if foto.kegiatan_id:
        return kegiatan.by_id(here, foto.kegiatan_id)
    return konten.by_id(here, foto.konten_id) if foto.konten_id else None


def put(here: Here, sha256: str, side: int) -> str:
    """Make a square picture the emblem; earlier ones are kept, because a press can bring them back."""
    known = select(Foto.id).where(Foto.satker_id == here.satker.id, Foto.sha256 == sha256).limit(1)
    if here.session.scalar(known) is None:
        here.session.add(
            Foto(satker_id=here.satker.id, sha256=sha256, lebar=side, tinggi=side, urut=0, diterima_at=here.now)
        )
    here.satker.logo = name_of(sha256)
    here.session.flush()
    return here.satker.logo
