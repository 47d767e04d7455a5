"""Albums: photos that a person sent together."""

from datetime import datetime

from sqlalchemy import select

from storage.foto.photos import Foto
from storage.kantor.satker import Here


def of_album(here: Here, album: str) -> Foto | None:
    """A photo that came earlier in the same album; Telegram never says how many are still to come."""
    wanted = select(Foto).where(Foto.satker_id == here.satker.id, Foto.album == album)
    return here.session.scalar(wanted.order_by(Foto.id.desc()).limit(1)) if album else None


def newest_of_albums(here: Here, named: str, since: datetime) -> Foto | None:
    """The newest photo that came since an instant in an album whose name begins so."""
    wanted = select(Foto).where(Foto.satker_id == here.satker.id, Foto.album.startswith(named, autoescape=True))
    return here.session.scalar(wanted.where(Foto.diterima_at >= since).order_by(Foto.id.desc()).limit(1))


def captioned(here: Here, album: str) -> bool:
    """Whether a photo of an album came with words."""
    wanted = select(Foto.id).where(Foto.satker_id == here.satker.id, Foto.album == album, Foto.caption != "")
    return here.session.scalar(wanted.limit(1)) is not None
