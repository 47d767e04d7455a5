"""/masalah: the problems that every report carries until they are closed."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from handlers import isian, naskah
from handlers.chat import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.periods import Periode
from renderers import indonesian
from storage import laporan as rows
from storage.audit import Audit
from storage.laporan import Masalah

PRESS, CARD = "ms", "masalah"
JUDUL, ISI, PAGE, SHOWN = 200, 1500, 8, 160
# A sentence ends before a capital, and not behind an abbreviation such as "No." or "Kab.".
_KALIMAT = re.compile(r"(?<=[a-z0-9)][a-z0-9)]{3}[.!?]|[a-z0-9)]{4}[!?])\s+(?=[A-Z])")
HOW = "dalam satu pesan. Baris atau kalimat pertama menjadi judul, selebihnya penjelasan."


def masalah(turn: Turn) -> Says:
    """/masalah shows the list, /masalah kalimat … adds to it."""
    return [_added(turn, turn.text) if turn.text else _card(turn)]


def press(turn: Turn) -> Says:
    """ms: the list; ms:hal:<page>; ms:baru; ms:ubah|tutup|buka|hapus:<id>; ms:k:<audit> takes a change back."""
    _, what, *rest = (*turn.incoming.press.split(":"), "")
    if what == "":
        return [_card(turn)]
    if what == "baru":
        return [isian.ask(turn, f"{PRESS}:baru", f"Tulis masalahnya {HOW}", title="Masalah baru")]
    return [PRESSED[what](turn, int(rest[0]))]


def answer(turn: Turn, rest: str) -> Says:
    what, _, id_ = rest.partition(":")
    done = _added(turn, turn.incoming.text) if what == "baru" else _changed(turn, int(id_), turn.incoming.text)
    return [naskah.dijawab(turn, f"{PRESS}:{rest}"), done]


def _added(turn: Turn, text: str) -> Outgoing:
    judul, isi = dibaca(text)
    row = rows.added(turn.session, Masalah(satker_id=turn.satker.id, judul=judul, isi=isi, dibuka=_hari(turn)))
    # It begins as a removed one, so that adding is taken back like any other change.
    row.dihapus_at = turn.now
    entry = naskah.change(turn, row, "tambah", judul=judul, isi=isi, dihapus_at=None)
    return _card(turn, f"Ditambahkan: {judul}", entry)


def dibaca(text: str) -> tuple[str, str]:
    """(judul, isi) of what somebody wrote."""
    told = naskah.bersih(text, JUDUL + ISI)
    head, *rest = told.split("\n", 1) if "\n" in told else _KALIMAT.split(told, maxsplit=1)
    if len(head) > JUDUL:
        raise Rejected(f"Judulnya terlalu panjang, paling banyak {JUDUL} huruf. Tulis judul pada baris pertama.")
    return head.rstrip(". "), "".join(rest).strip()


def _hari(turn: Turn) -> date:
    """The day that a problem is opened or closed on: in the period whose report is being written."""
    return min(turn.today, naskah.disusun(turn.today).selesai - timedelta(days=1))


def _ask(turn: Turn, id_: int) -> Outgoing:
    row = naskah.find(turn, Masalah, id_)
    text = f"{row.judul}\n{row.isi}".strip()
    return isian.ask(turn, f"{PRESS}:ubah:{id_}", f"{text}\n\nTulis penggantinya {HOW}", title="Ubah masalah")


def _changed(turn: Turn, id_: int, text: str) -> Outgoing:
    judul, isi = dibaca(text)
    entry = naskah.change(turn, naskah.find(turn, Masalah, id_), "ubah", judul=judul, isi=isi)
    return _card(turn, f"Diubah: {judul}", entry)


def _tutup(turn: Turn, id_: int) -> Outgoing:
    row = naskah.find(turn, Masalah, id_)
    if row.ditutup:
        raise Rejected("Masalah ini sudah ditutup.")
    naskah.change(turn, row, "tutup", ditutup=max(row.dibuka, _hari(turn)))
    return _card(turn, f"Ditutup: {row.judul}\nLaporan {_periode(turn).judul} masih memuatnya, yang berikutnya tidak.")


def _buka(turn: Turn, id_: int) -> Outgoing:
    row = naskah.find(turn, Masalah, id_)
    if not row.ditutup:
        raise Rejected("Masalah ini masih terbuka.")
    naskah.change(turn, row, "buka", ditutup=None)
    return _card(turn, f"Dibuka lagi: {row.judul}")


def _hapus(turn: Turn, id_: int) -> Outgoing:
    row = naskah.find(turn, Masalah, id_)
    return _card(turn, f"Dihapus: {row.judul}", naskah.change(turn, row, "hapus", dihapus_at=turn.now))


def _kembali(turn: Turn, id_: int) -> Outgoing:
    row = naskah.kembali(turn, Masalah, id_)
    return _card(turn, f"Dikembalikan: {row.judul}")


def _page(turn: Turn, page: int) -> Outgoing:
    return _card(turn, page=page)


PRESSED = {
    "hal": _page,
    "ubah": _ask,
    "tutup": _tutup,
    "buka": _buka,
    "hapus": _hapus,
    "k": _kembali,
}


def _periode(turn: Turn) -> Periode:
    return naskah.disusun(turn.today)


def _card(turn: Turn, told: str = "", entry: Audit | None = None, page: int = 0) -> Outgoing:
    periode = _periode(turn)
    found = rows.masalah_of(turn.session, turn.satker, periode.mulai, periode.selesai)
    page, turns = naskah.halaman(PRESS, page, len(found), PAGE)
    first = page * PAGE
    shown = found[first : first + PAGE]
    listed = naskah.bernomor([_line(row) for row in shown], first + 1)
    text = listed or "Belum ada masalah yang dicatat."
    undo = (Button("Kembalikan", f"{PRESS}:k:{entry.id}"),) if entry else ()
    menu: Menu = (*_rows(shown, first + 1), *turns, (Button("Tambah", f"{PRESS}:baru"), *undo))
    head = f"{told}\n\n" if told else ""
    return turn.reply(head + text, title=f"Masalah dalam laporan {periode.judul}", menu=menu, card=CARD)


def _line(row: Masalah) -> str:
    closed = f" (ditutup {indonesian.tanggal(row.ditutup)})" if row.ditutup else ""
    return "\n".join(part for part in (f"{row.judul}{closed}", naskah.pendek(row.isi, SHOWN)) if part)


def _rows(shown: Sequence[Masalah], first: int) -> Menu:
    return tuple(_buttons(row, n) for n, row in enumerate(shown, start=first))


def _buttons(row: Masalah, n: int) -> tuple[Button, ...]:
    if row.ditutup:
        return (Button(f"Buka lagi {n}", f"{PRESS}:buka:{row.id}"),)
    words = (("Ubah", "ubah"), ("Tutup", "tutup"), ("Hapus", "hapus"))
    return tuple(Button(f"{label} {n}", f"{PRESS}:{what}:{row.id}") for label, what in words)
