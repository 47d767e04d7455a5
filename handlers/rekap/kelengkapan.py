"""The gaps of a report, found by the rules or let be, as a live card: five a page, each with the way to its place."""

from dataclasses import replace
from datetime import date

from handlers.chat.messages import Button, Chat, Menu, Outgoing, Says, Turn
from handlers.laporan import gather
from handlers.periksa import expired, groups, material
from handlers.periksa.groups import Found, code_of
from handlers.periksa.material import Gap
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import Gaps, Leave, LeftGaps, MakeVersion, Report
from renderers import indonesian
from renderers.figures import Rekap
from storage.kantor import audit, people
from storage.kantor.people import Role
from storage.kantor.satker import Here
from storage.laporan import decided
from storage.laporan import laporan as rows

PAGE = 5


def begun(turn: Turn, text: str) -> Periode:
    """The period that a command or a button names."""
    return periods.begun(periods.parse(text, turn.today), turn.today)


def found(turn: Turn, periode: Periode) -> Found:
    rekap = gather.gather(turn, periode, turn.today)
    return judged(turn, periode, rekap, turn.today)


def card(turn: Turn, periode: Periode, found: Found, page: int = 0, chat: Chat | None = None) -> Outgoing:
    told, left = parted(turn, periode, found)
    flat = [(group, gap) for group, gaps in told.items() for gap in gaps]
    page = max(0, min(page, (len(flat) - 1) // PAGE))
    shown = list(enumerate(flat, 1))[page * PAGE : (page + 1) * PAGE]
    items = [_item(turn, periode, page, number, gap) for number, (_, gap) in shown]
    menu = (*(row for row in items if row), *_below(turn, periode, page, len(flat), len(left)))
    text = "\n".join([_head(len(flat), len(left)), *_lines(shown), *_by(turn, flat)])
    return Outgoing(
        chat or turn.incoming.chat, f"Kelengkapan {periode.judul}", text, menu, card=f"rekap:{periode.kode}"
    )


def _head(open_: int, left: int) -> str:
    beside = f" ({left} dibiarkan)" if left else ""
    if not open_:
        return f"Tidak ada yang perlu dilengkapi{beside}."
    return f"{open_} hal sebaiknya dilihat sebelum laporan dibuat{beside}."


def _lines(shown: list[tuple[int, tuple[str, Gap]]]) -> list[str]:
    lines, before = [], ""
    for number, (group, gap) in shown:
        lines += ["", f"{group}:"] if group != before else []
        lines.append(f"{number}. {gap.sentence}")
        before = group
    return lines


def _by(turn: Turn, flat: list[tuple[str, Gap]]) -> list[str]:
    """A line for people who may not fill the gaps: it names those who may."""
    if turn.anggota.role == Role.KETUA_PELAKSANA or not flat:
        return []
    leaders = people.with_role(turn, Role.KETUA_PELAKSANA, turn.today)
    names = indonesian.daftar([one.nama for one in leaders])
    return ["", indonesian.full_stop(f"Yang melengkapi adalah Ketua Pelaksana{f', {names}' if names else ''}")]


def _item(turn: Turn, periode: Periode, page: int, number: int, gap: Gap) -> tuple[Button, ...]:
    way = (Button(f"{number} {gap.label}", gap.door),) if gap.door and gap.door.open_to(turn.anggota.role) else ()
    leave = Button(f"Biarkan {number}", Leave(periode, code_of(gap), on=True, page=page))
    return (*way, leave) if turn.anggota.role == Role.KETUA_PELAKSANA else way


def _below(turn: Turn, periode: Periode, page: int, count: int, left: int) -> Menu:
    rest = count - (page + 1) * PAGE
    made = rows.last(turn, periode.kode)
    first = Button("‹ Laporan", Report(periode)) if made else Button("Buat laporan", MakeVersion(periode, 1))
    turns = [Button("‹ Sebelumnya", Gaps(periode, page - 1))] if page else []
    turns += [Button(f"Lainnya ({rest})", Gaps(periode, page + 1))] if rest > 0 else []
    again = (first, Button("Periksa lagi", Gaps(periode)))
    below = (Button(f"{left} dibiarkan", LeftGaps(periode)),) if left and Leave.open_to(turn.anggota.role) else ()
    return tuple(row for row in (tuple(turns), again, below) if row)


def page(turn: Turn, door: Gaps) -> Says:
    periode = periods.begun(door.periode, turn.today)
    return [card(turn, periode, found(turn, periode), door.page)]


def left(turn: Turn, door: LeftGaps) -> Says:
    return [_left(turn, periods.begun(door.periode, turn.today))]


def _left(turn: Turn, periode: Periode) -> Outgoing:
    """The gaps that were let be, each with the button that brings it back."""
    _, left = parted(turn, periode, found(turn, periode))
    shown = left[: 2 * PAGE]
    back = [(Button(f"Tampilkan lagi {n}", Leave(periode, code_of(h), on=False)),) for n, h in enumerate(shown, 1)]
    text = "\n".join(f"{n}. {gap.sentence}" for n, gap in enumerate(shown, 1)) or "Tidak ada yang dibiarkan."
    menu = (*back, (Button("Kembali", Gaps(periode)),))
    return turn.reply(text, title=f"Dibiarkan untuk {periode.judul}", menu=menu, card=f"rekap:{periode.kode}")


def let_be(turn: Turn, door: Leave) -> Says:
    periode = periods.begun(door.periode, turn.today)
    all_ = found(turn, periode)
    told, left = parted(turn, periode, all_)
    here = [gap for group in told.values() for gap in group] if door.on else left
    gap = next((gap for gap in here if code_of(gap) == door.gap), None)
    if gap is None:
        return [turn.toast("Hal ini sudah tidak ada dalam daftar."), card(turn, periode, all_, door.page)]
    _keep(turn, periode, gap, door.on)
    said = "Dibiarkan untuk periode ini." if door.on else "Ditampilkan lagi."
    return [turn.toast(said), card(turn, periode, all_, door.page)]


def _keep(turn: Turn, periode: Periode, gap: Gap, on: bool) -> None:
    if on:
        decided.leave(turn, periode.kode, gap.name, turn.anggota)
    else:
        decided.show_again(turn, periode.kode, gap.name)
    what = {"periode": periode.kode, "hal": gap.sentence}
    audit.note(turn.session, turn.anggota, turn.now, "kelengkapan", 0, "biarkan" if on else "tampilkan", after=what)


def judged(here: Here, periode: Periode, rekap: Rekap, today: date) -> Found:
    gathered = material.gather(here, periode, rekap, today)
    return groups.check(replace(gathered, outdated=expired.of(here, periode, rekap.batas)))


def parted(here: Here, periode: Periode, told: Found) -> tuple[Found, list[Gap]]:
    """(the open gaps by group, the gaps that were let be)."""
    known = decided.let_be(here, periode.kode)
    open_ = {k: [gap for gap in group if gap.name not in known] for k, group in told.items()}
    left = [gap for group in told.values() for gap in group if gap.name in known]
    return {k: group for k, group in open_.items() if group}, left
