"""Pribadi: everything that is stored about one person, to be shown to them."""

from collections.abc import Sequence

from sqlalchemy import select

from storage.catatan.drafts import Draft, State
from storage.catatan.kegiatan import Kegiatan, Rekan
from storage.catatan.konten import Konten
from storage.chat.inbox import Inbox
from storage.chat.isian import Permintaan
from storage.database import Session
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Identity


def kegiatan(session: Session, anggota: Anggota) -> Sequence[Kegiatan]:
    """Also those removed since, and those reported together with others."""
    together = select(Rekan.kegiatan_id).where(Rekan.anggota_id == anggota.id)
    mine = (Kegiatan.pelapor_id == anggota.id) | Kegiatan.id.in_(together)
    wanted = select(Kegiatan).where(Kegiatan.satker_id == anggota.satker_id, mine)
    return session.scalars(wanted.order_by(Kegiatan.nomor)).all()


def konten(session: Session, anggota: Anggota) -> Sequence[Konten]:
    wanted = select(Konten).where(Konten.satker_id == anggota.satker_id, Konten.pelapor_id == anggota.id)
    return session.scalars(wanted.order_by(Konten.nomor)).all()


def acts(session: Session, anggota: Anggota) -> Sequence[Audit]:
    """What the person did, and what was done to the person's own row."""
    about = (Audit.what == Anggota.__tablename__) & (Audit.ref == anggota.id)
    wanted = select(Audit).where(Audit.satker_id == anggota.satker_id, (Audit.anggota_id == anggota.id) | about)
    return session.scalars(wanted.order_by(Audit.id)).all()


def drafts(session: Session, anggota: Anggota) -> Sequence[Draft]:
    wanted = select(Draft).where(Draft.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id)
    return session.scalars(wanted.where(Draft.state != State.SAVED).order_by(Draft.id)).all()


def asked(session: Session, anggota: Anggota) -> Sequence[Permintaan]:
    wanted = select(Permintaan).where(Permintaan.peminta_id == anggota.id)
    return session.scalars(wanted.order_by(Permintaan.id)).all()


def messages(session: Session, anggota: Anggota) -> Sequence[Inbox]:
    """The updates from the private chats of a person; older ones have an empty body by now."""
    here = (Inbox.channel == Identity.channel) & (Inbox.lane == Identity.chat)
    wanted = select(Inbox).join(Identity, here).where(Identity.anggota_id == anggota.id)
    return session.scalars(wanted.order_by(Inbox.received_at, Inbox.urut)).all()
