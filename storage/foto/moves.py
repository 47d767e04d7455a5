"""Photos that change their place: put first, taken back, handed from one record to another, or looked for elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select, update

from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Session
from storage.foto.photos import Foto, Owner, attach, of, owned_by
from storage.kantor.satker import Here


def get(session: Session, owner: Owner, id: int) -> Foto | None:  # noqa: A002 - the column's name
    """A photo of this owner, removed or not."""
    wanted = select(Foto).where(Foto.satker_id == owner.satker_id, owned_by(owner))
    return session.scalar(wanted.where(Foto.id == id))


def put_first(session: Session, owner: Owner, foto: Foto) -> None:
    """Put a photo before all others of its record; these keep their places, so that putting it back restores the order
    exactly."""
    foto.urut = min(f.urut for f in of(session, owner)) - 1


def put_back(session: Session, owner: Owner, foto: Foto, urut: int) -> bool:
    """Put a removed photo back to its place; False if its owner has the same picture again by now."""
    if any(f.sha256 == foto.sha256 and f.id != foto.id for f in of(session, owner)):
        return False
    foto.dihapus_at, foto.urut = None, urut
    return True


def elsewhere(session: Session, record: Kegiatan) -> list[Kegiatan]:
    """The other living kegiatan that show a picture of this one, the oldest first."""
    mine = [f.sha256 for f in of(session, record)]
    if not mine:
        return []
    wanted = select(Kegiatan).join(Foto, Foto.kegiatan_id == Kegiatan.id).where(Foto.sha256.in_(mine))
    wanted = wanted.where(Kegiatan.satker_id == record.satker_id, Kegiatan.id != record.id)
    wanted = wanted.where(Kegiatan.dihapus_at.is_(None), Foto.dihapus_at.is_(None))
    return list(session.scalars(wanted.order_by(Kegiatan.nomor).distinct()))


def join(session: Session, draft: Draft, record: Kegiatan | Konten) -> int:
    """Put the photos of a draft behind those of a record, except the pictures it already has; returns how many."""
    known = {f.sha256 for f in of(session, record)}
    new = [f for f in of(session, draft) if f.sha256 not in known]
    for foto in new:
        foto.draft_id = None
        attach(session, record, foto)
    return len(new)


def hand_over(session: Session, source: Kegiatan, target: Kegiatan) -> list[int]:
    """Give the photos of one record to another, except the pictures it already has; returns their ids."""
    present = of(session, target)
    known, last = {f.sha256 for f in present}, max((f.urut for f in present), default=0)
    moved = [f for f in of(session, source) if f.sha256 not in known]
    for n, foto in enumerate(moved, 1):
        foto.kegiatan_id, foto.urut = target.id, last + n
    session.flush()
    return [f.id for f in moved]


def give_back(session: Session, places: Sequence[int], target: Kegiatan, ids: Sequence[int]) -> None:
    """Give the photos back from whichever of these kegiatan has them, for a merged record may have been merged on."""
    there = Foto.satker_id == target.satker_id, Foto.kegiatan_id.in_(places), Foto.id.in_(ids)
    session.execute(update(Foto).where(*there).values(kegiatan_id=target.id))


def kegiatan_showing(here: Here, files: Sequence[str]) -> list[Kegiatan]:
    """The living kegiatan that own these picture files."""
    hashes = [Path(name).stem for name in files]
    wanted = select(Kegiatan).join(Foto, Foto.kegiatan_id == Kegiatan.id).where(Foto.sha256.in_(hashes))
    wanted = wanted.where(
        Kegiatan.satker_id == here.satker.id, Kegiatan.dihapus_at.is_(None), Foto.dihapus_at.is_(None)
    )
    return list(here.session.scalars(wanted.order_by(Kegiatan.nomor).distinct()))
