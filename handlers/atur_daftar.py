"""The lists of /atur: accounts, legal bases, decrees and the team; their rows, order and removal."""

from collections.abc import Callable
from typing import Any

from handlers import atur_simpan, naskah
from handlers.chat import Button, Menu, Outgoing, Rejected, Turn
from handlers.forms import in_rows
from handlers.pengaturan import Bagian, Setelan, Terdaftar
from storage.audit import Audit
from storage.people import Anggota, Role
from storage.satker import Akun, DasarHukum, Keputusan, snapshot

PRESS, CARD = "at", "atur"
SHOWN = 150
Done = tuple[Audit | None, str]


def listed(turn: Turn, bagian: Bagian, told: str = "", entry: Audit | None = None) -> Outgoing:
    rows = bagian.rows(turn.session, turn.satker)
    text = naskah.bernomor([naskah.pendek(bagian.line(row), SHOWN) for row in rows]) or "Belum ada."
    numbers = [Button(str(n), f"{PRESS}:{bagian.kunci}:{row.id}") for n, row in enumerate(rows, start=1)]
    undo = (Button("Kembalikan", f"{PRESS}:k:{entry.id}"),) if entry else ()
    last = (Button("Tambah", f"{PRESS}:{bagian.kunci}:baru"), *undo, Button("Pengaturan lain", PRESS))
    head = f"{told}\n\n" if told else ""
    return turn.reply(head + text, title=bagian.label, menu=(*in_rows(numbers, 5), last), card=CARD)


def row_card(turn: Turn, bagian: Bagian, row: Terdaftar, told: str = "", entry: Audit | None = None) -> Outgoing:
    lines = [f"{one.label}: {_said(one, row)}" for one in bagian.setelan]
    head = [told, ""] if told else []
    return turn.reply("\n".join([*head, *lines]), title=bagian.label, menu=_menu(bagian, row, entry), card=CARD)


def _said(setelan: Setelan, row: Any) -> str:
    value = getattr(row, setelan.name)
    return "belum ada" if value is None or value == "" else naskah.pendek(setelan.show(value), 300)


def _menu(bagian: Bagian, row: Terdaftar, entry: Audit | None) -> Menu:
    here = f"{PRESS}:{bagian.kunci}:{row.id}"
    fields = in_rows([Button(one.label, f"{here}:{one.name}") for one in bagian.setelan], 2)
    doing = [Button("Naik", f"{here}:naik"), Button("Turun", f"{here}:turun")] if bagian.ordered else []
    doing += [Button("Hapus", f"{here}:hapus")] if bagian.removable else []
    undo = (Button("Kembalikan", f"{PRESS}:k:{entry.id}"),) if entry else ()
    return (*fields, *((tuple(doing),) if doing else ()), (*undo, Button("Kembali", f"{PRESS}:{bagian.kunci}")))


def _removed(turn: Turn, bagian: Bagian, row: Any) -> Done:
    if not bagian.removable:
        raise Rejected("Yang ini tidak dapat dihapus.")
    if isinstance(row, Akun) and snapshot(turn.session, row, turn.today):
        raise Rejected("Akun ini punya catatan pengikut. Ubah namanya, atau jadikan tidak dihitung.")
    told = naskah.pendek(bagian.line(row), SHOWN)
    return atur_simpan.removed(turn, row), f"Dihapus: {told}"


def _moved(step: int) -> Callable[[Turn, Bagian, Any], Done]:
    def move(turn: Turn, bagian: Bagian, row: Any) -> Done:
        rows: list[Any] = list(bagian.rows(turn.session, turn.satker))
        at = rows.index(row)
        if not 0 <= at + step < len(rows):
            raise Rejected("Sudah di ujung daftar.")
        rows.insert(at + step, rows.pop(at))
        for urut, one in enumerate(rows, start=1):
            one.urut = urut
        turn.session.flush()
        return None, "Urutan diubah."

    return move


DO: dict[str, Callable[[Turn, Bagian, Any], Done]] = {"hapus": _removed, "naik": _moved(-1), "turun": _moved(1)}


def _last(turn: Turn, bagian_rows: Any) -> int:
    return max((row.urut for row in bagian_rows(turn.session, turn.satker)), default=0) + 1


def baru(turn: Turn, bagian: Bagian, value: Any) -> Terdaftar:
    """A new row of a list, begun with the one thing that it must have."""
    office = turn.satker.id
    if bagian.kind is Akun:
        return Akun(
            satker_id=office, urut=_last(turn, bagian.rows), platform=value, nama=turn.satker.nama, dihitung=False
        )
    if bagian.kind is DasarHukum:
        return DasarHukum(satker_id=office, urut=_last(turn, bagian.rows), teks=value)
    if bagian.kind is Keputusan:
        return Keputusan(satker_id=office, jenis="SK", nomor=value, tanggal=turn.today)
    return Anggota(satker_id=office, urut=_last(turn, bagian.rows), nama=value, role=Role.ANGGOTA)
