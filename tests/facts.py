"""Facts of an office put into its rows for a test, and read from them."""

from datetime import date

from sqlalchemy import select

from storage.database import Database, Session
from storage.kantor import fakta
from storage.kantor.fakta import About, Fakta
from storage.kantor.satker import Satker


def fact(
    session: Session, office: Satker, about: About, isi: str, since: date | None = None, until: date | None = None,
    jabatan: str = "",
) -> Fakta:  # fmt: skip
    """A fact as `bot load` puts it: undated unless days are given."""
    row = fakta.dated(about, isi)
    row.satker_id, row.berlaku_dari, row.berlaku_sampai = office.id, since, until
    row.jabatan = jabatan or row.jabatan
    session.add(row)
    session.flush()
    return row


def told(database: Database, office: int, *abouts: About) -> list[tuple[str, str, date | None, date | None]]:
    """What is kept about some things of an office: text, position, and the days."""
    with database.transaction() as session:
        rows = session.scalars(select(Fakta).where(Fakta.satker_id == office).order_by(Fakta.id))
        found = [row for row in rows if row.tentang in abouts]
        return [(row.isi, row.jabatan, row.berlaku_dari, row.berlaku_sampai) for row in found]
