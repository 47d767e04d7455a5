"""What /atur and /akun change: one audit entry each, which a press takes back."""

from typing import Any

from handlers.chat import Rejected, Turn
from storage import audit, people, setelan
from storage.audit import Audit
from storage.database import Row
from storage.people import Role
from storage.satker import Satker

TAMBAH, UBAH, HAPUS = "tambah", "ubah", "hapus"


def find(turn: Turn, kind: type[Row], id_: int) -> Any:
    row = turn.satker if kind is Satker else setelan.find(turn.session, turn.satker, kind, id_)
    if row is None:
        raise Rejected("Setelan itu tidak ditemukan.")
    return row


def changed(turn: Turn, row: Any, **values: Any) -> Audit:
    before = {name: setelan.json(getattr(row, name)) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    turn.session.flush()
    _led(turn)
    return _note(turn, row, UBAH, before, {name: setelan.json(value) for name, value in values.items()})


def added(turn: Turn, row: Any) -> Audit:
    turn.session.add(row)
    turn.session.flush()
    return _note(turn, row, TAMBAH, {}, setelan.told(row))


def removed(turn: Turn, row: Any) -> Audit:
    entry = _note(turn, row, HAPUS, setelan.told(row), {})
    turn.session.delete(row)
    turn.session.flush()
    return entry


def undone(turn: Turn, id_: int) -> Audit:
    """Take back what an entry did, unless somebody has changed it since."""
    entry = audit.by_id(turn.session, turn.satker, id_)
    kind = setelan.KINDS.get(entry.what) if entry else None
    if entry is None or kind is None or entry.action not in (TAMBAH, UBAH, HAPUS):
        raise Rejected("Perubahan itu tidak ditemukan.")
    row = turn.satker if kind is Satker else setelan.find(turn.session, turn.satker, kind, entry.ref)
    if entry.action == HAPUS:
        if row is not None:
            raise Rejected("Sudah dikembalikan.")
        return added(turn, kind(**setelan.values(kind, entry.before)))
    if row is None:
        raise Rejected("Setelan itu sudah dihapus.")
    if any(setelan.json(getattr(row, name)) != value for name, value in entry.after.items()):
        raise Rejected("Setelan itu sudah diubah lagi sesudahnya.")
    if entry.action == TAMBAH:
        return removed(turn, row)
    return changed(turn, row, **setelan.values(kind, entry.before))


def _led(turn: Turn) -> None:
    """Somebody must be left who can change settings."""
    leaders = people.with_role(turn.session, turn.satker, Role.KETUA_PELAKSANA, turn.today)
    if not leaders:
        raise Rejected("Harus ada satu Ketua Pelaksana yang aktif. Undang penggantinya dulu dengan /undang.")


def _note(turn: Turn, row: Any, action: str, before: dict[str, Any], after: dict[str, Any]) -> Audit:
    name = row.__tablename__
    return audit.note(turn.session, turn.anggota, turn.now, name, row.id, action, before, after)
