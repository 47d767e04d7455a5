"""Settings are rows of several tables; here they are found, put in order and removed, whatever their table."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storage.database import Row, Session
from storage.kantor.akun import Akun, AkunSnapshot
from storage.kantor.audit import Audit
from storage.kantor.dasar import DasarHukum, Keputusan
from storage.kantor.fakta import Fakta
from storage.kantor.media import Media
from storage.kantor.people import Anggota
from storage.kantor.satker import Here, Satker

_SETTINGS = (Satker, Fakta, Media, Akun, AkunSnapshot, DasarHukum, Keputusan, Anggota)
KINDS: dict[str, type[Row]] = {k.__tablename__: k for k in _SETTINGS}


def find(here: Here, kind: type[Row], id: int) -> Any | None:  # noqa: A002 - the column's name
    """A row of this satker as it is now, held until the end of the transaction."""
    wanted = select(kind).where(kind.id == id, _mine(kind, here.satker))  # type: ignore[attr-defined]
    # What points to it may be added by others meanwhile, as the entry of the audit that its own anggota makes.
    return here.session.scalar(wanted.with_for_update(key_share=True).execution_options(populate_existing=True))


def in_order(here: Here, kind: type[Row]) -> list[Any]:
    """The rows of a list in their order, locked."""
    wanted = select(kind).where(_mine(kind, here.satker)).order_by(kind.urut, kind.id)  # type: ignore[attr-defined]
    return list(here.session.scalars(wanted.with_for_update(key_share=True)))


def last(here: Here, kind: type[Row]) -> int:
    """The place of the last row of a list; 0 of an empty one."""
    return max((row.urut for row in in_order(here, kind)), default=0)


def remove(session: Session, row: Row) -> bool:
    """Delete a row; False if other rows refer to it."""
    try:
        with session.begin_nested():
            session.delete(row)
            session.flush()
    except IntegrityError:
        return False
    return True


def restored(here: Here, entry: Audit) -> bool:
    """Whether the row that an entry deleted is back, perhaps under another id."""
    wanted = select(Audit.before).where(
        Audit.satker_id == here.satker.id, Audit.id > entry.id, Audit.what == entry.what
    )
    return any(before.get("dari") == entry.id for before in here.session.scalars(wanted))


def _mine(kind: type[Row], satker: Satker) -> Any:
    if kind is Satker:
        return Satker.id == satker.id
    if kind is AkunSnapshot:
        return AkunSnapshot.akun_id.in_(select(Akun.id).where(Akun.satker_id == satker.id))
    return kind.satker_id == satker.id  # type: ignore[attr-defined]
