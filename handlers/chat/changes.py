"""What /atur and /akun change: one audit entry each, which a press takes back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from handlers.chat.door import Stale
from handlers.chat.messages import Rejected, Turn
from storage import columns
from storage.database import Row
from storage.kantor import audit, people, setelan
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Role
from storage.laporan import laporan

TAMBAH, UBAH, HAPUS, URUT = "tambah", "ubah", "hapus", "urut"


def find(turn: Turn, kind: type[Row], id_: int) -> Any:
    """A row of this office; Stale where no card shows it any more."""
    row = setelan.find(turn, kind, id_)
    if row is None:
        raise Stale
    return row


def changed(turn: Turn, row: Any, **values: Any) -> Audit:
    led = isinstance(row, Anggota) and row.role == Role.KETUA_PELAKSANA
    before, after = columns.write(turn.session, row, values)
    if led:
        _led(turn, row)
    return _note(turn, row, UBAH, before, after)


def added(turn: Turn, row: Any, back: Audit | None = None) -> Audit:
    """`back`: the entry whose removal this takes back."""
    turn.session.add(row)
    turn.session.flush()
    return _note(turn, row, TAMBAH, {"dari": back.id} if back else {}, columns.told(row))


def removed(turn: Turn, row: Any) -> Audit:
    entry = _note(turn, row, HAPUS, columns.told(row), {})
    if not setelan.remove(turn.session, row):
        raise Rejected("Yang ini sudah dipakai, jadi tidak dapat dihapus. Isi tanggal berakhirnya saja.")
    return entry


def moved(turn: Turn, row: Any, to: int) -> Audit:
    """Have a row stand at another place of its list."""
    rows = setelan.in_order(turn, type(row))
    at = rows.index(row)
    if not 0 <= to < len(rows):
        raise Rejected("Sudah di ujung daftar.")
    rows.insert(to, rows.pop(at))
    for urut, one in enumerate(rows, start=1):
        one.urut = urut
    turn.session.flush()
    return _note(turn, row, URUT, {"urut": at + 1}, {"urut": to + 1})


def place(turn: Turn, row: Any) -> int:
    return setelan.in_order(turn, type(row)).index(row)


def undone(turn: Turn, id_: int) -> Audit:
    """Take back what an entry did, unless somebody has changed it since."""
    entry = audit.by_id(turn, id_)
    kind = setelan.KINDS.get(entry.what) if entry else None
    if entry is None or kind is None or entry.action not in (*BACK, HAPUS):
        raise Rejected("Perubahan itu tidak ditemukan.")
    row = setelan.find(turn, kind, entry.ref)
    if entry.action == HAPUS:
        return _restored(turn, kind, entry, row)
    if row is None:
        raise Rejected("Setelan itu sudah dihapus.")
    return BACK[entry.action](turn, row, entry)


def _restored(turn: Turn, kind: type[Row], entry: Audit, there: Any) -> Audit:
    if setelan.restored(turn, entry):
        raise Rejected("Sudah diurungkan.")
    values = columns.values(kind, entry.before)
    if there is not None:
        # SQLite gives the id of a removed row to the next one.
        values.pop("id")
    return added(turn, kind(**values), entry)


def _changed_back(turn: Turn, row: Any, entry: Audit) -> Audit:
    now = {name: columns.json(getattr(row, name)) for name in entry.after}
    _same(now, entry)
    return changed(turn, row, **columns.values(type(row), entry.before))


def _added_back(turn: Turn, row: Any, entry: Audit) -> Audit:
    _same(columns.told(row) | _place_of(row, entry), entry)
    return removed(turn, row)


def _place_of(row: Any, entry: Audit) -> dict[str, Any]:
    """Where a row stands says nothing about whether it was changed."""
    return {"urut": entry.after["urut"]} if hasattr(row, "urut") else {}


def _moved_back(turn: Turn, row: Any, entry: Audit) -> Audit:
    _same({"urut": place(turn, row) + 1}, entry)
    return moved(turn, row, entry.before["urut"] - 1)


def _same(now: dict[str, Any], entry: Audit) -> None:
    if now == entry.after:
        return
    raise Rejected("Sudah diurungkan." if now == entry.before else "Setelan itu sudah diubah lagi sesudahnya.")


BACK: dict[str, Callable[[Turn, Any, Audit], Audit]] = {
    UBAH: _changed_back,
    TAMBAH: _added_back,
    URUT: _moved_back,
}


def _led(turn: Turn, row: Anggota) -> None:
    """Somebody must be left who can change settings, now and when a term is over."""
    over = row.berlaku_sampai + timedelta(days=1) if row.berlaku_sampai else turn.today
    for day in (turn.today, max(turn.today, over)):
        if not people.with_role(turn, Role.KETUA_PELAKSANA, day):
            raise Rejected("Harus ada satu Ketua Pelaksana yang aktif. Undang penggantinya dahulu dengan /undang.")


def _note(turn: Turn, row: Any, action: str, before: dict[str, Any], after: dict[str, Any]) -> Audit:
    name = row.__tablename__
    return audit.note(turn.session, turn.anggota, turn.now, name, row.id, action, before, after)


Text = TypeVar("Text", laporan.Surat, laporan.Masalah, laporan.Saran, laporan.Narasi)


def find_text(turn: Turn, kind: type[Text], id_: int) -> Text:
    """A text that a button of some card names; the card may be older than its removal."""
    row = _row(turn, kind, id_)
    if _dihapus(row):
        raise Rejected("Teks itu sudah dihapus.")
    return row


def _row(turn: Turn, kind: type[Text], id_: int) -> Text:
    row = laporan.text(turn, kind, id_)
    if row is None:
        raise Rejected("Teks itu tidak ditemukan.")
    return row


def _dihapus(row: Text) -> bool:
    return getattr(row, "dihapus_at", None) is not None


def change_text(turn: Turn, row: Text, action: str, **values: Any) -> Audit:
    """Write values into a row, with an entry that can be taken back exactly."""
    before, after = columns.write(turn.session, row, values)
    return audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.id, action, before, after)


def kembali_text(turn: Turn, kind: type[Text], id_: int) -> Text:
    """Take back the change of an audit entry, unless somebody has written since."""
    entry = audit.by_id(turn, id_)
    if entry is None or entry.what != kind.__tablename__ or not entry.before:
        raise Rejected("Perubahan itu tidak ditemukan.")
    row = _row(turn, kind, entry.ref)
    if _dihapus(row) and "dihapus_at" not in entry.before:
        raise Rejected("Teks itu sudah dihapus.")
    now = {name: columns.json(getattr(row, name)) for name in entry.before}
    if now == entry.before:
        raise Rejected("Sudah diurungkan.")
    if now != entry.after:
        raise Rejected("Teks itu sudah diubah lagi sesudahnya.")
    change_text(turn, row, "kembalikan", **columns.values(kind, entry.before))
    return row
