"""The emblem of a satker: a picture in the photo folder, named by a row like every other so that it is kept."""

from datetime import datetime

from sqlalchemy import select

from storage.database import Session
from storage.foto.photos import Foto, name_of
from storage.kantor.satker import Satker


def put(session: Session, satker: Satker, sha256: str, side: int, now: datetime) -> str:
    """Make a square picture the emblem; earlier ones are kept, because a press can bring them back."""
    known = select(Foto.id).where(Foto.satker_id == satker.id, Foto.sha256 == sha256).limit(1)
    if session.scalar(known) is None:
        session.add(Foto(satker_id=satker.id, sha256=sha256, lebar=side, tinggi=side, urut=0, diterima_at=now))
    satker.logo = name_of(sha256)
    session.flush()
    return satker.logo
