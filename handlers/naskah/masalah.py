"""/masalah: the problems that every report carries until they are closed."""

import re
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from handlers.chat import changes, pages
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.naskah import period
from handlers.naskah.doors import AddProblem, CloseProblem, DeleteProblem, Problems, ReopenProblem, RewriteProblem
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers import indonesian
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Masalah

CARD = "masalah"
JUDUL, ISI, PAGE, SHOWN = 200, 1500, 8, 160
# A sentence ends before a capital, and not behind an abbreviation such as "No." or "Kab.".
_KALIMAT = re.compile(r"(?<=[a-z0-9)][a-z0-9)]{3}[.!?]|[a-z0-9)]{4}[!?])\s+(?=[A-Z])")
HOW = "dalam satu pesan. Baris atau kalimat pertama menjadi judul, selebihnya penjelasan."
EXAMPLE = "Judulnya, lalu penjelasannya"

OfProblem = RewriteProblem | CloseProblem | ReopenProblem | DeleteProblem


def masalah(turn: Turn) -> Says:
    """/masalah [Q2] shows the list, /masalah [Q2] kalimat … adds to it."""
    periode, text = period.ditulis(turn)
    return [_added(turn, periode, text, period.untuk(turn, periode, text)) if text else _card(turn, periode)]


def shown(turn: Turn, door: Problems) -> Says:
    return [_card(turn, periods.begun(door.periode, turn.today), page=door.page)]


def ask(turn: Turn, door: AddProblem) -> Says:
    periode = periods.begun(door.periode, turn.today)
    return [asking.question(turn, NEW, door, f"Tulis masalahnya {HOW}", title=f"Masalah baru {periode.judul}")]


def answer(turn: Turn, door: AddProblem) -> Says:
    return [asking.done(turn, door), _added(turn, door.periode, turn.incoming.text)]


NEW = Ask(AddProblem, answer, lambda _: EXAMPLE)


def _added(turn: Turn, periode: Periode, text: str, where: str = "") -> Outgoing:
    judul, isi = dibaca(text)
    new = Masalah(satker_id=turn.satker.id, judul=judul, isi=isi, dibuka=_hari(turn, periode))
    row = rows.added(turn.session, new)
    # It begins as a removed one, so that adding is taken back like any other change.
    row.dihapus_at = turn.now
    entry = changes.changed(turn, row, changes.ADD, judul=judul, isi=isi, dihapus_at=None)
    return _card(turn, periode, f"Ditambahkan{where}: {judul}", entry)


def dibaca(text: str) -> tuple[str, str]:
    """(judul, isi) of what somebody wrote."""
    told = reading_text.printable(text, JUDUL + ISI)
    head, *rest = told.split("\n", 1) if "\n" in told else _KALIMAT.split(told, maxsplit=1)
    if len(head) > JUDUL:
        raise Rejected(f"Judulnya terlalu panjang, paling banyak {JUDUL} huruf. Tulis judul pada baris pertama.")
    return head.rstrip(". "), "".join(rest).strip()


def _hari(turn: Turn, periode: Periode) -> date:
    """The day that a problem is opened or closed on: in the period of the report that it is written for."""
    return min(turn.today, periode.selesai - timedelta(days=1))


def rewrite(turn: Turn, door: RewriteProblem) -> Says:
    periode, row = _found(turn, door)
    text = f"{row.judul}\n{row.isi}".strip()
    asked, title = f"{text}\n\nTulis penggantinya {HOW}", f"Ubah masalah {periode.judul}"
    return [asking.question(turn, REWRITTEN, door, asked, title=title)]


def rewritten(turn: Turn, door: RewriteProblem) -> Says:
    judul, isi = dibaca(turn.incoming.text)
    periode, row = _found(turn, door)
    entry = changes.changed(turn, row, changes.CHANGE, judul=judul, isi=isi)
    return [asking.done(turn, door), _card(turn, periode, f"Diubah: {judul}", entry)]


REWRITTEN = Ask(RewriteProblem, rewritten, lambda _: EXAMPLE)


def _found(turn: Turn, door: OfProblem) -> tuple[Periode, Masalah]:
    return periods.begun(door.periode, turn.today), changes.find_text(turn, Masalah, door.problem)


def close(turn: Turn, door: CloseProblem) -> Says:
    periode, row = _found(turn, door)
    if row.ditutup:
        raise Rejected("Masalah ini sudah ditutup.")
    changes.changed(turn, row, changes.CLOSE, ditutup=max(row.dibuka, _hari(turn, periode)))
    kept = f"Laporan {periode.judul} masih memuatnya, yang berikutnya tidak."
    return [_card(turn, periode, f"Ditutup: {row.judul}\n{kept}")]


def reopen(turn: Turn, door: ReopenProblem) -> Says:
    periode, row = _found(turn, door)
    if not row.ditutup:
        raise Rejected("Masalah ini masih terbuka.")
    changes.changed(turn, row, changes.REOPEN, ditutup=None)
    return [_card(turn, periode, f"Dibuka lagi: {row.judul}")]


def delete(turn: Turn, door: DeleteProblem) -> Says:
    periode, row = _found(turn, door)
    entry = changes.changed(turn, row, changes.DELETE, dihapus_at=turn.now)
    return [_card(turn, periode, f"Dihapus: {row.judul}", entry)]


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    row: Masalah = changes.find(turn, Masalah, change.ref)
    return [_card(turn, _shown_in(turn, row), f"Diurungkan: {row.judul}")]


def _shown_in(turn: Turn, row: Masalah) -> Periode:
    """The period whose card was pressed; of a problem itself the report being written where it tells of it, else the
    one that it began in."""
    with suppress(ValueError):
        return Periode.of_kode(changes.Undo.read(turn.incoming.press).at)
    now = periods.due(turn.today)
    within = row.dibuka < now.selesai and (row.ditutup is None or row.ditutup >= now.mulai)
    return now if within else periods.triwulan(row.dibuka)


def _card(turn: Turn, periode: Periode, told: str = "", entry: Audit | None = None, page: int = 0) -> Outgoing:
    found = rows.masalah_of(turn, periode.mulai, periode.selesai)
    page, turns = pages.turning(partial(Problems, periode), page, len(found), PAGE)
    first = page * PAGE
    here = found[first : first + PAGE]
    listed = reading_text.numbered([_line(row) for row in here], first + 1)
    text = listed or "Belum ada masalah yang dicatat."
    items = tuple(_buttons(periode, row, n) for n, row in enumerate(here, start=first + 1))
    menu: Menu = (*items, *turns, (Button("Tambah", AddProblem(periode)), *changes.back(entry, at=periode.kode)))
    title = f"Masalah dalam laporan {periode.judul}"
    return turn.reply(reading_text.above(told, text), title=title, menu=menu, card=CARD)


def _line(row: Masalah) -> str:
    closed = f" (ditutup {indonesian.tanggal(row.ditutup)})" if row.ditutup else ""
    return "\n".join(part for part in (f"{row.judul}{closed}", reading_text.shortened(row.isi, SHOWN)) if part)


def _buttons(periode: Periode, row: Masalah, n: int) -> tuple[Button, ...]:
    if row.ditutup:
        return (Button(f"Buka lagi {n}", ReopenProblem(periode, row.id)),)
    return (
        Button(f"Ubah {n}", RewriteProblem(periode, row.id)),
        Button(f"Tutup {n}", CloseProblem(periode, row.id)),
        Button(f"Hapus {n}", DeleteProblem(periode, row.id)),
    )
