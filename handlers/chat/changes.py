"""Changing rows with an audit entry for each change, and taking such a change back by the button Urungkan. An office is
never left to nobody by one, and who has just come in takes nothing from those who were there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from typing import Any

from handlers.chat.door import ANGGOTA, NOT_YOURS, Door, Stale
from handlers.chat.face import Undoes
from handlers.chat.messages import Button, Rejected, Says, Turn
from renderers import indonesian
from storage import columns
from storage.database import Row
from storage.kantor import arrivals, audit, people, satker, setelan
from storage.kantor.arrivals import Arrival
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota
from storage.laporan import laporan
from storage.laporan.laporan import Text
from storage.laporan.naskah import Naskah
from storage.laporan.susunan import Susunan

ADD, CHANGE, DELETE, REORDER, TAKE_BACK = "tambah", "ubah", "hapus", "urut", "kembalikan"
CLOSE, REOPEN, WRITE, AUTOMATIC, LAY_OUT = "tutup", "buka", "tulis", "otomatis", "susun"
CHANGES = frozenset({ADD, CHANGE, DELETE, REORDER, CLOSE, REOPEN, WRITE, AUTOMATIC, LAY_OUT})
"""The actions that Urungkan takes back; other actions in the audit only tell what a person did."""
OTHERS: tuple[type[Row], ...] = (laporan.Surat, laporan.Masalah, laporan.Saran, laporan.Narasi, Naskah, Susunan)
KINDS = setelan.KINDS | {kind.__tablename__: kind for kind in OTHERS}
POWER = frozenset({"role", "berlaku_dari", "berlaku_sampai"})
"""What decides whether an anggota may do something at all."""
NEW = timedelta(hours=24)
LAST = "Harus ada satu Ketua Pelaksana yang aktif. Undang penggantinya dahulu dengan /undang."
YOU = "Anda baru bergabung. Peran dan masa keanggotaan mereka yang lebih dahulu di tim dapat Anda ubah mulai"
THEY = "Orang ini baru masuk dengan tautan pengelola bot. Peran dan masa keanggotaannya dapat diubah mulai"
UNKNOWN, UNDONE = "Perubahan itu tidak ditemukan.", "Sudah diurungkan."
GONE, AGAIN = "Bagian itu sudah dihapus.", "Bagian itu sudah diubah lagi sesudahnya."


class Undo(Door, code="k", who=ANGGOTA):
    """The button Urungkan. `change`: the id of the first audit entry that it takes back; `last`: the id of the last
    one, where an act made several. `at`: the card that offered the button, in the words of its capability, where the
    entry does not tell. Which role may press depends on the changed table, as the faces say (`Undoes`)."""

    change: int
    last: int | None = None
    at: str = ""


def back(*entries: Audit | None, at: str = "") -> tuple[Button, ...]:
    """The button Urungkan for the entries of the act that was just done; no button without an entry."""
    ids = [entry.id for entry in entries if entry]
    return (Button("Urungkan", Undo(ids[0], ids[-1] if len(ids) > 1 else None, at)),) if ids else ()


def noted(turn: Turn, door: Undo) -> list[Audit]:
    """The audit entries that a press of Urungkan takes back, in the order in which they were made."""
    first = audit.by_id(turn, door.change)
    found = audit.between(turn, first.what, first.id, door.last or first.id) if first else []
    if not found:
        raise Rejected(UNKNOWN)
    return found


def undone(undoes: Mapping[str, Undoes], turn: Turn, door: Undo) -> Says:
    """Take changes back by the capability whose card shows them; the first entry decides which one. `undoes`: those of
    all capabilities, by the table, or table and column, that they take back."""
    first, *others = noted(turn, door)
    one = undoes.get(f"{first.what}.{next(iter(first.after), '')}") or undoes.get(first.what)
    if one is None:
        raise Rejected(UNKNOWN)
    if turn.anggota.role not in one.who:
        raise Rejected(NOT_YOURS)
    for entry in reversed(others):
        take_back(turn, entry)
    return one.run(turn, first)


def find(turn: Turn, kind: type[Row], id_: int) -> Any:
    """The row of this office with this id; Stale if it was deleted since the card was shown."""
    row = setelan.find(turn, kind, id_)
    if row is None:
        raise Stale
    return row


def changed(turn: Turn, row: Any, action: str = CHANGE, /, **values: Any) -> Audit:
    power = isinstance(row, Anggota) and POWER & values.keys()
    with changing(turn, row) if power else nullcontext():
        before, after = columns.write(turn.session, row, values)
    return _note(turn, row, action, before, after)


def added(turn: Turn, row: Any, removal: Audit | None = None) -> Audit:
    """Insert a new row. `removal`: the entry of the deletion that this insertion takes back."""
    turn.session.add(row)
    turn.session.flush()
    return _note(turn, row, ADD, {"dari": removal.id} if removal else {}, columns.told(row))


def removed(turn: Turn, row: Any) -> Audit:
    entry = _note(turn, row, DELETE, columns.told(row), {})
    if not setelan.remove(turn.session, row):
        raise Rejected("Yang ini sudah dipakai, jadi tidak dapat dihapus. Isi tanggal berakhirnya saja.")
    return entry


def moved(turn: Turn, row: Any, to: int) -> Audit:
    """Move a row to another place of its list, counted from 0."""
    rows = setelan.in_order(turn, type(row))
    at = rows.index(row)
    if not 0 <= to < len(rows):
        raise Rejected("Sudah di ujung daftar.")
    rows.insert(to, rows.pop(at))
    for urut, one in enumerate(rows, start=1):
        one.urut = urut
    turn.session.flush()
    return _note(turn, row, REORDER, {"urut": at + 1}, {"urut": to + 1})


def place(turn: Turn, row: Any) -> int:
    return setelan.in_order(turn, type(row)).index(row)


def take_back(turn: Turn, entry: Audit) -> Audit:
    """Take the change of an audit entry back, and return the entry of doing so; Rejected if the row has changed
    since."""
    kind = KINDS.get(entry.what)
    if kind is None or entry.action not in CHANGES or not (entry.before or "id" in entry.after):
        raise Rejected(UNKNOWN)
    row = setelan.find(turn, kind, entry.ref)
    if not entry.after:
        return _restored(turn, kind, entry, row)
    if row is None or (_removed(row) and "dihapus_at" not in entry.before):
        raise Rejected(GONE)
    if "id" in entry.after:
        return _added_back(turn, row, entry)
    return _moved_back(turn, row, entry) if entry.action == REORDER else _changed_back(turn, row, entry)


def unless(now: object, before: object, after: object, hint: str = "") -> None:
    """Rejected if the row was taken back already (`now` is `before`) or has changed since (`now` is not `after`).
    `hint`: a sentence that tells where to look instead."""
    if now == before:
        raise Rejected(UNDONE)
    if now != after:
        raise Rejected(f"{AGAIN} {hint}".rstrip())


def _restored(turn: Turn, kind: type[Row], entry: Audit, there: Any) -> Audit:
    if setelan.restored(turn, entry):
        raise Rejected(UNDONE)
    values = columns.values(kind, entry.before)
    if there is not None:
        # SQLite gives the id of a removed row to the next one.
        values.pop("id")
    return added(turn, kind(**values), entry)


def _changed_back(turn: Turn, row: Any, entry: Audit) -> Audit:
    unless({name: columns.json(getattr(row, name)) for name in entry.after}, entry.before, entry.after)
    return changed(turn, row, TAKE_BACK, **columns.values(type(row), entry.before))


def _added_back(turn: Turn, row: Any, entry: Audit) -> Audit:
    unless(columns.told(row) | _place_of(row, entry), None, entry.after)
    return removed(turn, row)


def _place_of(row: Any, entry: Audit) -> dict[str, Any]:
    """The place of a row in its list, which is no change of the row itself."""
    return {"urut": entry.after["urut"]} if hasattr(row, "urut") else {}


def _moved_back(turn: Turn, row: Any, entry: Audit) -> Audit:
    unless({"urut": place(turn, row) + 1}, entry.before, entry.after)
    return moved(turn, row, entry.before["urut"] - 1)


def _note(turn: Turn, row: Any, action: str, before: dict[str, Any], after: dict[str, Any]) -> Audit:
    name = row.__tablename__
    return audit.note(turn.session, turn.anggota, turn.now, name, row.id, action, before, after)


def find_text(turn: Turn, kind: type[Text], id_: int) -> Text:
    """The text of a period with this id; Rejected if it was deleted since the card was shown."""
    row = laporan.text(turn, kind, id_)
    if row is None:
        raise Rejected("Teks itu tidak ditemukan.")
    if _removed(row):
        raise Rejected("Teks itu sudah dihapus.")
    return row


def _removed(row: Any) -> bool:
    return getattr(row, "dihapus_at", None) is not None


def decides(turn: Turn) -> None:
    """Only one at a time may decide who is somebody here, and must lead the office still when the turn comes: whoever
    removes another stays, so that two who remove each other do not leave it to nobody."""
    satker.hold(turn)
    if not people.leads(turn, turn.anggota):
        raise Rejected(NOT_YOURS)


@contextmanager
def changing(turn: Turn, row: Anggota) -> Iterator[None]:
    """Around a change of what an anggota may do. Who changes their own row may not shorten the time for which somebody
    leads the office."""
    own = row.id == turn.anggota.id
    others = not own and people.identities(turn.session, row)
    waits = _waits(arrivals.of(turn, turn.anggota), arrivals.of(turn, row)) if others else ()
    for until, why in waits:
        if turn.now < until:
            at = turn.satker.local(until)
            raise Rejected(f"{why} {indonesian.tanggal(at.date())} pukul {at:%H.%M}.")
    decides(turn)
    before = people.led_until(turn)
    yield
    if own and people.led_until(turn) < before:
        raise Rejected(LAST)


def _waits(mine: Arrival | None, theirs: Arrival | None) -> Iterator[tuple[datetime, str]]:
    """Until when one who came in so may not change what another may do, and why; None came before all others."""
    if mine and not mine.by_operator and not (theirs and theirs.at > mine.at):
        yield mine.at + NEW, YOU
    # The operator's link is the way back into an office that the wrong person has taken; the last one counts.
    if theirs and theirs.by_operator and not (mine and mine.by_operator and mine.at > theirs.at):
        yield theirs.at + NEW, THEY
