"""Whether records or accounts stand on a row that an office has added to a list."""

from sqlalchemy import exists, select

from storage.catatan.kegiatan import Kegiatan, Mitra
from storage.catatan.konten import Konten, Koreksi, Postingan
from storage.kantor.akun import Akun
from storage.kantor.satker import Here


def any_of(here: Here, name: str) -> bool:
    """Deleted records count too, for they may come back."""
    office = here.satker.id
    posted = select(Postingan.id).join(Konten).where(Konten.satker_id == office, Postingan.platform == name)
    wanted = (
        select(Konten.id).where(Konten.satker_id == office, Konten.jenis == name),
        select(Koreksi.id).where(Koreksi.satker_id == office, (Koreksi.jenis == name) | (Koreksi.platform == name)),
        select(Kegiatan.id).where(Kegiatan.satker_id == office, Kegiatan.sektor == name),
        select(Mitra.id).where(Mitra.satker_id == office, Mitra.sektor == name),
        select(Akun.id).where(Akun.satker_id == office, Akun.platform == name),
        posted,
    )
    return any(here.session.scalar(select(exists(one))) for one in wanted)
