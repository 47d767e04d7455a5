"""/matriks: the matrix of a month by jenis and platform as text and picture, and the door to its corrections."""

from collections.abc import Sequence
from datetime import date

from handlers.chat import changes, drawn
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.laporan import columns
from handlers.matriks import cells as matriks_cells
from handlers.matriks.cells import Changed, Koreksi, cell, value, written
from handlers.matriks.doors import Correct, Month, Put
from handlers.reading.dates.days import read_days
from handlers.reading.dates.pekan import is_span
from handlers.reading.dates.periods import is_month, next_month, parse_month
from renderers import indonesian
from renderers.boards.matriks import Matrix, legends, shown, totals
from storage.catatan import konten
from storage.kantor import akun, daftar, people
from storage.kantor.audit import Audit
from storage.kantor.people import Role
from storage.laporan import decided

# "bulan Juni 2022" is the longest way to name a month.
WORDS = 3


def matriks(turn: Turn) -> Says:
    """/matriks [bulan] shows; /matriks [bulan] <jenis> <platform> <number | tidak ada | hapus> [reason] corrects."""
    bulan, rest = _bulan(turn.text, turn.today)
    if rest:
        _only_ketua_pelaksana(turn)
        return [_applied(turn, matriks_cells.told(turn, rest, bulan))]
    return [card(turn, bulan), *drawn.asked(turn, "matriks", gather(turn, bulan))]


def _bulan(text: str, today: date) -> tuple[date, str]:
    """The month that the text begins with, else the running one, and what follows."""
    if is_span(text, today):
        return parse_month(text, today).mulai, ""
    words = text.split()
    for n in range(min(WORDS, len(words)), 0, -1):
        try:
            found = read_days(" ".join(words[:n]), today)
        except Rejected:
            continue
        if found.sebulan:
            return found.mulai, " ".join(words[n:])
    return today.replace(day=1), " ".join(words)


def _only_ketua_pelaksana(turn: Turn) -> None:
    if turn.anggota.role != Role.KETUA_PELAKSANA:
        raise Rejected("Bulannya belum terbaca; ketik misalnya /matriks Juni. Koreksi hanya oleh Ketua Pelaksana.")


def gather(turn: Turn, bulan: date) -> Matrix:
    cells = konten.matriks(turn, bulan, next_month(bulan))
    fixed = {(k.jenis, k.platform) for k in konten.of_month(turn, bulan)}
    known = akun.every(turn)
    rows, shown = columns.rows(turn.satker, [cells]), columns.of_month(known, bulan, cells)
    places = [(i, k) for i, j in enumerate(rows) for k, p in enumerate(shown) if (j, p) in fixed]
    publikasi = konten.publikasi(cells, akun.counted(known))
    names = indonesian.daftar(columns.counted(known, [bulan], [cells]))
    return Matrix(
        turn.satker.nama,
        bulan,
        rows,
        columns.names(shown, bulan),
        tuple(tuple(cells.get((j, p)) for p in shown) for j in rows),
        tuple(places),
        (f"Publikasi ({names}): {indonesian.angka(publikasi)}",) if names else (),
        tuple(daftar.national_platform(turn.satker, one) for one in shown),
    )


def card(turn: Turn, bulan: date, changed: list[str] | None = None, menu: Menu = ()) -> Outgoing:
    """The matrix as text: a line for each jenis, so that it fits a phone."""
    lembar = gather(turn, bulan)
    told = [f"{jenis}: {_line(lembar, n)}" for n, jenis in enumerate(lembar.jenis)]
    sums = [f"{p} {indonesian.angka(n)}" for p, n in zip(lembar.platform, totals(lembar), strict=True) if n]
    told += ["", f"Postingan: {indonesian.angka(sum(totals(lembar)))}" + (f" ({', '.join(sums)})" if sums else "")]
    told += [*lembar.notes, *legends(lembar), *_reasons(turn, bulan), *_closed(turn, bulan)]
    text = "\n".join([*(changed or []), *([""] if changed else []), *told])
    may = turn.anggota.role == Role.KETUA_PELAKSANA
    own = ((Button("Koreksi", Correct(bulan)),),) if may else ()
    title = f"Matriks {indonesian.bulan(bulan)}"
    return turn.reply(text, title=title, menu=(*menu, *own), card=f"matriks:{bulan:%Y%m}")


def _line(lembar: Matrix, n: int) -> str:
    """The platforms that have a figure; a jenis without any is "-"."""
    known = [(p, shown(lembar, n, k)) for k, p in enumerate(lembar.platform)]
    return ", ".join(f"{p} {figure}" for p, figure in known if figure != "-") or "-"


def _closed(turn: Turn, bulan: date) -> list[str]:
    return ["Bulan ini sudah ditutup."] if bulan in decided.closed(turn) else []


def _reasons(turn: Turn, bulan: date) -> list[str]:
    """The lines of corrections with a reason: who, which cell, why."""
    told = []
    for k in konten.of_month(turn, bulan):
        by = people.get(turn, k.oleh_id) if k.oleh_id else None
        who = f" ({by.nama})" if by else ""
        where = columns.names([k.platform], bulan)[0]
        told += [f"* {k.jenis} di {where}: {k.alasan}{who}"] if k.alasan else []
    return told


BELOW, ABOVE = 4, 10


def month(turn: Turn, door: Month) -> Says:
    if not is_month(door.bulan):
        raise Stale
    return [card(turn, door.bulan)]


def correct(turn: Turn, door: Correct) -> Says:
    if not is_month(door.bulan):
        raise Stale
    if not door.jenis:
        return [_jenis(turn, door.bulan)]
    if not door.platform:
        return [_platform(turn, door.bulan, door.jenis)]
    return [_numbers(turn, cell(turn, door.bulan, door.jenis, door.platform))]


def put(turn: Turn, door: Put) -> Says:
    return [_applied(turn, cell(turn, door.bulan, door.jenis, door.platform, door.nilai))]


def undone(turn: Turn, change: Audit) -> Says:
    back = matriks_cells.undone(turn, change)
    return [_changed(turn, back.bulan, [back])]


def _applied(turn: Turn, told: Koreksi) -> Outgoing:
    return _changed(turn, told.bulan, matriks_cells.apply(turn, told))


def _changed(turn: Turn, bulan: date, changed: Sequence[Changed]) -> Outgoing:
    # Several cells at once are several changes; each is taken back in its own card.
    menu = (changes.back(changed[0].entry),) if len(changed) == 1 else ()
    return card(turn, bulan, [one.line for one in changed], menu)


def _ask(turn: Turn, bulan: date, text: str, menu: Menu) -> Outgoing:
    title = f"Koreksi matriks {indonesian.bulan(bulan)}"
    back = ((Button("Kembali", Month(bulan)),),)
    return turn.reply(text, title=title, menu=(*menu, *back), card=f"matriks:{bulan:%Y%m}")


def _jenis(turn: Turn, bulan: date) -> Outgoing:
    buttons = [Button(label, Correct(bulan, jenis)) for jenis, label in daftar.labels(turn.satker)]
    return _ask(turn, bulan, "Jenis mana yang dikoreksi?", in_rows(buttons, 2))


def _platform(turn: Turn, bulan: date, jenis: str) -> Outgoing:
    if jenis not in daftar.jenis(turn.satker):
        raise Stale
    cells = konten.matriks(turn, bulan, next_month(bulan))
    shown = columns.of_month(akun.every(turn), bulan, cells)
    names = zip(columns.names(shown, bulan), shown, strict=True)
    buttons = [Button(name, Correct(bulan, jenis, platform)) for name, platform in names]
    return _ask(turn, bulan, f"{jenis} di platform mana?", in_rows(buttons, 3))


def _numbers(turn: Turn, told: Koreksi) -> Outgoing:
    """Numbers around the one that stands there now; any other is typed."""
    now = value(turn, told)
    low = max(1, (now or 0) - BELOW)
    numbers = [Button(str(n), _put(told, n)) for n in range(low, low + BELOW + ABOVE + 1) if n != now]
    fixed = konten.get(turn, told.bulan, told.jenis, told.platform)
    others = [Button("Tidak ada", _put(told, 0)), *([Button("Hapus koreksi", _put(told, None))] if fixed else [])]
    (where,) = columns.names([told.platform], told.bulan)
    typed = f"/matriks {indonesian.bulan(told.bulan)} {told.jenis.casefold()} {where.casefold()} 27"
    text = f"{told.tempat} sekarang: {written(now)}. Berapa seharusnya?\nAngka lain: ketik {typed}"
    return _ask(turn, told.bulan, text, (*in_rows(numbers, 5), tuple(others)))


def _put(told: Koreksi, nilai: int | None) -> Put:
    return Put(told.bulan, nilai, told.jenis, told.platform)
