"""Everything of a satker that is not deleted, whatever its date."""

from collections.abc import Sequence

from sqlalchemy import func, select

from storage.catatan import kegiatan as kegiatan_rows
from storage.catatan import konten as konten_rows
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten, Koreksi
from storage.foto.photos import Foto
from storage.kantor.people import Anggota
from storage.kantor.satker import Here


def kegiatan(here: Here) -> Sequence[Kegiatan]:
    return here.session.scalars(kegiatan_rows.living(here).order_by(Kegiatan.nomor)).all()


def konten(here: Here) -> Sequence[Konten]:
    return here.session.scalars(konten_rows.living(here).order_by(Konten.nomor)).all()


def koreksi(here: Here) -> Sequence[Koreksi]:
    wanted = select(Koreksi).where(Koreksi.satker_id == here.satker.id)
    return here.session.scalars(wanted.order_by(Koreksi.bulan, Koreksi.id)).all()


def names(here: Here) -> dict[int | None, str]:
    """The names of all members past and present, by id."""
    rows = here.session.execute(select(Anggota.id, Anggota.nama).where(Anggota.satker_id == here.satker.id))
    return {row.id: row.nama for row in rows}


def fotos(here: Here) -> dict[int | None, int]:
    """The number of photos of each kegiatan, by its id."""
    wanted = select(Foto.kegiatan_id, func.count(Foto.id)).where(
        Foto.satker_id == here.satker.id, Foto.dihapus_at.is_(None)
    )
    rows = here.session.execute(wanted.group_by(Foto.kegiatan_id))
    return {row[0]: row[1] for row in rows}
