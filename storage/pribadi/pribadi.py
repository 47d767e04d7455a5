"""Pribadi: everything that is stored about one person, to be shown to them, and forgotten when they ask for it."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from storage.catatan.drafts import EMPTIED, Draft, Pesan, State
from storage.catatan.kegiatan import Kegiatan, Rekan
from storage.catatan.konten import Konten
from storage.catatan.permintaan import Permintaan
from storage.chat import inbox, isian, outbox, rest, statuses, stuck
from storage.chat.inbox import Inbox
from storage.chat.offered import Offered
from storage.chat.outbox import Card, Outbox
from storage.database import ERASES, Session
from storage.foto.photos import Foto
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Identity, Invitation
from storage.kantor.satker import Here
from storage.laporan.deliveries import Delivery
from storage.pribadi.retention import empty_drafts


def kegiatan(session: Session, anggota: Anggota) -> Sequence[Kegiatan]:
    """The kegiatan that a person reported, also deleted ones and those reported with others."""
    together = select(Rekan.kegiatan_id).where(Rekan.anggota_id == anggota.id)
    mine = (Kegiatan.pelapor_id == anggota.id) | Kegiatan.id.in_(together)
    wanted = select(Kegiatan).where(Kegiatan.satker_id == anggota.satker_id, mine)
    return session.scalars(wanted.order_by(Kegiatan.nomor)).all()


def konten(session: Session, anggota: Anggota) -> Sequence[Konten]:
    wanted = select(Konten).where(Konten.satker_id == anggota.satker_id, Konten.pelapor_id == anggota.id)
    return session.scalars(wanted.order_by(Konten.nomor)).all()


def acts(session: Session, anggota: Anggota) -> Sequence[Audit]:
    """The audit entries of a person's acts, and of changes of the person's own row."""
    about = (Audit.what == Anggota.__tablename__) & (Audit.ref == anggota.id)
    wanted = select(Audit).where(Audit.satker_id == anggota.satker_id, (Audit.anggota_id == anggota.id) | about)
    return session.scalars(wanted.order_by(Audit.id)).all()


def drafts(session: Session, anggota: Anggota) -> Sequence[Draft]:
    wanted = select(Draft).where(Draft.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id)
    return session.scalars(wanted.where(Draft.state != State.SAVED).order_by(Draft.id)).all()


def requests(session: Session, anggota: Anggota) -> Sequence[Permintaan]:
    wanted = select(Permintaan).where(Permintaan.peminta_id == anggota.id)
    return session.scalars(wanted.order_by(Permintaan.id)).all()


def messages(session: Session, anggota: Anggota) -> Sequence[Inbox]:
    """The updates from the private chats of a person; older ones have an empty body by now."""
    here = (Inbox.channel == Identity.channel) & (Inbox.lane == Identity.chat)
    wanted = select(Inbox).join(Identity, here).where(Identity.anggota_id == anggota.id)
    return session.scalars(wanted.order_by(Inbox.received_at, Inbox.urut)).all()


def leave_nothing(here: Here, anggota: Anggota) -> None:
    """Drop what the wrong person began and what still waits for their chats, for another may soon come in as this
    anggota; their links are void."""
    _drop_begun(here.session, anggota)
    people.revoke(here.session, anggota)
    for known in people.identities(here.session, anggota):
        stuck.withdraw(here.session, known.channel, known.chat)


def _drop_begun(session: Session, anggota: Anggota) -> None:
    """Empty the drafts that became no record, and drop the open question."""
    empty_drafts(session, [row.id for row in drafts(session, anggota)])
    isian.drop(session, anggota)


ERASED_NAME = "Anggota (dihapus)"
ASK, WITHDRAW, REFUSE, ERASE = "minta hapus", "batal hapus", "tolak hapus", "hapus data"
WHAT = Anggota.__tablename__


def asked(here: Here, anggota_id: int) -> Audit | None:
    """The request of a person that is still open; held until the end of the transaction."""
    here.session.scalar(select(Anggota.id).where(Anggota.id == anggota_id).with_for_update(key_share=True))
    wanted = select(Audit).where(Audit.satker_id == here.satker.id, Audit.what == WHAT, Audit.ref == anggota_id)
    wanted = wanted.where(Audit.action.in_((ASK, WITHDRAW, REFUSE, ERASE))).order_by(Audit.id.desc())
    newest = here.session.scalar(wanted.limit(1))
    return newest if newest and newest.action == ASK else None


def erase(here: Here, anggota: Anggota) -> None:
    """Erase a person; it cannot be taken back, and nothing of it stays on the disk."""
    here.session.info[ERASES] = True
    identities = here.session.scalars(select(Identity).where(Identity.anggota_id == anggota.id)).all()
    words = {anggota.nama, *(word for known in identities for word in (known.person, known.chat, known.number) if word)}
    for known in identities:
        _forget_chat(here, known)
        here.session.delete(known)
    inbox.erase_naming(here.session, words)
    rest.erase_naming(here.session, words)
    _forget_figures(here, words)
    _forget_drafts(here.session, anggota)
    _forget_names(here, anggota)
    _remove_hidden(here.session, anggota, here.now)
    yesterday = here.clock.date() - timedelta(days=1)
    anggota.nama, anggota.jabatan_kedinasan, anggota.jabatan_tim, anggota.ingatkan = ERASED_NAME, "", "", False
    anggota.berlaku_sampai = min(anggota.berlaku_sampai or yesterday, yesterday)
    here.session.flush()


def _forget_chat(here: Here, known: Identity) -> None:
    """Delete all rows with the id of the private chat, which is the person's own number at Telegram."""
    for kind in (Card, Pesan, Offered):
        here.session.execute(delete(kind).where(kind.channel == known.channel, kind.chat == known.chat))
    statuses.erase(here.session, known.channel, known.chat)
    inbox.erase_lane(here.session, known.channel, known.chat, here.now)
    mine = select(Outbox).where(Outbox.channel == known.channel, Outbox.chat == known.chat).with_for_update()
    # One that is just being written down as sent is read as that.
    for row in here.session.scalars(mine.execution_options(populate_existing=True)):
        if row.state == outbox.State.SENDING:
            # Like the farewell it is deleted whole afterwards.
            row.payload = row.payload | {"last": True}
        else:
            here.session.delete(row)


def _forget_figures(here: Here, words: set[str]) -> None:
    """Figures of drawings that were sent may name the person; those of a drawing under way are deleted once it is
    sent."""
    drawn = [row.payload.get("drawing") or {} for row in stuck.waiting(here.session, here.satker.id)]
    asked = select(Delivery).where(Delivery.satker_id == here.satker.id, Delivery.kind.endswith(" diminta"))
    for row in here.session.scalars(asked.where(Delivery.id.not_in([one.get("id") for one in drawn if one]))).all():
        told = json.dumps(row.figures, ensure_ascii=False)
        if any(word in told for word in words):
            row.figures = {}


def _forget_drafts(session: Session, anggota: Anggota) -> None:
    _drop_begun(session, anggota)
    mine = Draft.satker_id == anggota.satker_id, Draft.anggota_id == anggota.id
    session.execute(update(Draft).where(*mine).values(EMPTIED))


def _forget_names(here: Here, anggota: Anggota) -> None:
    """Remove the name from audit entries: they keep that a person was invited and changed, but not which one."""
    own = (
        Invitation.satker_id == here.satker.id,
        (Invitation.anggota_id == anggota.id) | (Invitation.nama == anggota.nama),
    )
    here.session.execute(delete(Invitation).where(*own))
    wanted = select(Audit).where(Audit.satker_id == here.satker.id, Audit.what.in_((WHAT, "undangan")))
    for entry in here.session.scalars(wanted).all():
        if _names(entry, anggota):
            entry.before, entry.after = _unnamed(entry.before), _unnamed(entry.after)


def _names(entry: Audit, anggota: Anggota) -> bool:
    if entry.what == WHAT:
        return entry.ref == anggota.id
    return entry.ref == anggota.id or entry.after.get("nama") == anggota.nama


def _unnamed(told: dict[str, Any]) -> dict[str, Any]:
    instead = {"nama": ERASED_NAME, "jabatan_kedinasan": "", "jabatan_tim": ""}
    return {key: instead.get(key, value) for key, value in told.items()}


def _remove_hidden(session: Session, anggota: Anggota, now: datetime) -> None:
    """Remove the hidden photos of a person's records; the other photos are documents of the office and stay."""
    records = (
        Foto.kegiatan_id.in_(select(Kegiatan.id).where(Kegiatan.pelapor_id == anggota.id)),
        Foto.konten_id.in_(select(Konten.id).where(Konten.pelapor_id == anggota.id)),
    )
    hidden = update(Foto).where(records[0] | records[1], Foto.tersembunyi, Foto.dihapus_at.is_(None))
    session.execute(hidden.values(dihapus_at=now))
