"""/masalah: the problems that every report carries until they are closed."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from handlers.chat import changes, pages
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.naskah import period
from handlers.reading import periods
from handlers.reading import text as reading_text
from handlers.reading.periods import Periode
from renderers import indonesian
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Masalah

PRESS, CARD = "ms", "masalah"
JUDUL, ISI, PAGE, SHOWN = 200, 1500, 8, 160
# A sentence ends before a capital, and not behind an abbreviation such as "No." or "Kab.".
_KALIMAT = re.compile(r"(?<=[a-z0-9)][a-z0-9)]{3}[.!?]|[a-z0-9)]{4}[!?])\s+(?=[A-Z])")
HOW = "dalam satu pesan. Baris atau kalimat pertama menjadi judul, selebihnya penjelasan."


def masalah(turn: Turn) -> Says:
    """/masalah [Q2] shows the list, /masalah [Q2] kalimat … adds to it."""
    periode, text = period.ditulis(turn)
    return [_added(turn, periode, text, period.untuk(turn, periode, text)) if text else _card(turn, periode)]


def press(turn: Turn) -> Says:
    """ms:<period> the list; then :hal:<page>, :baru, :ubah|tutup|buka|hapus:<id>, or :k:<audit> takes a change back."""
    periode, (what, *rest) = _named(turn, turn.incoming.press.split(":")[1:])
    if what == "":
        return [_card(turn, periode)]
    if what == "baru":
        text, title = f"Tulis masalahnya {HOW}", f"Masalah baru {periode.judul}"
        return [asking.ask(turn, f"{PRESS}:{periode.kode}:baru", text, title=title)]
    return [PRESSED[what](turn, periode, int(rest[0]))]


def _named(turn: Turn, parts: list[str]) -> tuple[Periode, list[str]]:
    """The period, and what else is said; buttons of old cards name none and mean the one being written."""
    if parts and parts[0][:1].isdigit():
        return period.periode_of(turn, parts[0]), [*parts[1:], ""]
    return periods.disusun(turn.today), [*parts, ""]


def answer(turn: Turn, rest: str) -> Says:
    (periode, (what, *id_)), text = _named(turn, rest.split(":")), turn.incoming.text
    done = _added(turn, periode, text) if what == "baru" else _changed(turn, periode, int(id_[0]), text)
    return [asking.dijawab(turn, f"{PRESS}:{rest}"), done]


def _added(turn: Turn, periode: Periode, text: str, where: str = "") -> Outgoing:
    judul, isi = dibaca(text)
    new = Masalah(satker_id=turn.satker.id, judul=judul, isi=isi, dibuka=_hari(turn, periode))
    row = rows.added(turn.session, new)
    # It begins as a removed one, so that adding is taken back like any other change.
    row.dihapus_at = turn.now
    entry = changes.change_text(turn, row, "tambah", judul=judul, isi=isi, dihapus_at=None)
    return _card(turn, periode, f"Ditambahkan{where}: {judul}", entry)


def dibaca(text: str) -> tuple[str, str]:
    """(judul, isi) of what somebody wrote."""
    told = reading_text.bersih(text, JUDUL + ISI)
    head, *rest = told.split("\n", 1) if "\n" in told else _KALIMAT.split(told, maxsplit=1)
    if len(head) > JUDUL:
        raise Rejected(f"Judulnya terlalu panjang, paling banyak {JUDUL} huruf. Tulis judul pada baris pertama.")
    return head.rstrip(". "), "".join(rest).strip()


def _hari(turn: Turn, periode: Periode) -> date:
    """The day that a problem is opened or closed on: in the period of the report that it is written for."""
    return min(turn.today, periode.selesai - timedelta(days=1))


def _ask(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    row = changes.find_text(turn, Masalah, id_)
    text = f"{row.judul}\n{row.isi}".strip()
    asked, title = f"{text}\n\nTulis penggantinya {HOW}", f"Ubah masalah {periode.judul}"
    return asking.ask(turn, f"{PRESS}:{periode.kode}:ubah:{id_}", asked, title=title)


def _changed(turn: Turn, periode: Periode, id_: int, text: str) -> Outgoing:
    judul, isi = dibaca(text)
    entry = changes.change_text(turn, changes.find_text(turn, Masalah, id_), "ubah", judul=judul, isi=isi)
    return _card(turn, periode, f"Diubah: {judul}", entry)


def _tutup(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    row = changes.find_text(turn, Masalah, id_)
    if row.ditutup:
        raise Rejected("Masalah ini sudah ditutup.")
    changes.change_text(turn, row, "tutup", ditutup=max(row.dibuka, _hari(turn, periode)))
    kept = f"Laporan {periode.judul} masih memuatnya, yang berikutnya tidak."
    return _card(turn, periode, f"Ditutup: {row.judul}\n{kept}")


def _buka(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    row = changes.find_text(turn, Masalah, id_)
    if not row.ditutup:
        raise Rejected("Masalah ini masih terbuka.")
    changes.change_text(turn, row, "buka", ditutup=None)
    return _card(turn, periode, f"Dibuka lagi: {row.judul}")


def _hapus(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    row = changes.find_text(turn, Masalah, id_)
    return _card(turn, periode, f"Dihapus: {row.judul}", changes.change_text(turn, row, "hapus", dihapus_at=turn.now))


def _kembali(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    row = changes.kembali_text(turn, Masalah, id_)
    return _card(turn, periode, f"Diurungkan: {row.judul}")


def _page(turn: Turn, periode: Periode, page: int) -> Outgoing:
    return _card(turn, periode, page=page)


PRESSED = {
    "hal": _page,
    "ubah": _ask,
    "tutup": _tutup,
    "buka": _buka,
    "hapus": _hapus,
    "k": _kembali,
}


def _card(turn: Turn, periode: Periode, told: str = "", entry: Audit | None = None, page: int = 0) -> Outgoing:
    press_ = f"{PRESS}:{periode.kode}"
    found = rows.masalah_of(turn, periode.mulai, periode.selesai)
    page, turns = pages.turns(press_, page, len(found), PAGE)
    first = page * PAGE
    shown = found[first : first + PAGE]
    listed = reading_text.bernomor([_line(row) for row in shown], first + 1)
    text = listed or "Belum ada masalah yang dicatat."
    undo = (Button("Urungkan", f"{press_}:k:{entry.id}"),) if entry else ()
    menu: Menu = (*_rows(press_, shown, first + 1), *turns, (Button("Tambah", f"{press_}:baru"), *undo))
    return turn.reply(
        reading_text.di_atas(told, text), title=f"Masalah dalam laporan {periode.judul}", menu=menu, card=CARD
    )


def _line(row: Masalah) -> str:
    closed = f" (ditutup {indonesian.tanggal(row.ditutup)})" if row.ditutup else ""
    return "\n".join(part for part in (f"{row.judul}{closed}", reading_text.pendek(row.isi, SHOWN)) if part)


def _rows(press_: str, shown: Sequence[Masalah], first: int) -> Menu:
    return tuple(_buttons(press_, row, n) for n, row in enumerate(shown, start=first))


def _buttons(press_: str, row: Masalah, n: int) -> tuple[Button, ...]:
    if row.ditutup:
        return (Button(f"Buka lagi {n}", f"{press_}:buka:{row.id}"),)
    words = (("Ubah", "ubah"), ("Tutup", "tutup"), ("Hapus", "hapus"))
    return tuple(Button(f"{label} {n}", f"{press_}:{what}:{row.id}") for label, what in words)
