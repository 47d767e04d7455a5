"""The gaps of a report, found by the rules or let be, as a live card: one at a time, with the way to its place."""

from dataclasses import replace
from datetime import date
from functools import partial

from handlers.chat import chats, pages
from handlers.chat.messages import Button, Chat, Outgoing, Says, Turn
from handlers.laporan import gather
from handlers.periksa import expired, groups, material
from handlers.periksa.groups import Found, code_of
from handlers.periksa.material import Gap, Material
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

LEFT = 10


def begun(turn: Turn, text: str) -> Periode:
    """The period that a command or a button names."""
    return periods.begun(periods.parse(text, turn.today), turn.today)


def found(turn: Turn, periode: Periode) -> Found:
    rekap = gather.gather(turn, periode, turn.today)
    return judged(turn, periode, rekap, turn.today)


def card(
    turn: Turn, periode: Periode, found: Found, page: int = 0, chat: Chat | None = None, note: str = ""
) -> Outgoing:
    """One gap with its buttons, the most important first; `note` stands above."""
    told, left = parted(turn, periode, found)
    flat = in_order(told)
    page, shown, turns = pages.turning(partial(Gaps, periode), page, flat, 1)
    lines = [line for group, gap in shown for line in _lines(group, gap, page + 1, len(flat))]
    made = rows.last(turn, periode.kode)
    head = " ".join([_head(flat, len(left)), *([] if made else [_goes_to(turn)])])
    text = "\n".join([*([note, ""] if note else []), head, *lines, *_by(turn, flat)])
    first = Button("‹ Laporan", Report(periode)) if made else Button("Buat laporan", MakeVersion(periode, 1))
    items = tuple(row for _, gap in shown if (row := _item(turn, periode, page, gap)))
    menu = ((first,), *items, *turns, _below(turn, periode, len(left)))
    return Outgoing(
        chat or turn.incoming.chat, f"Kelengkapan {periode.judul}", text, menu, card=f"rekap:{periode.kode}"
    )


def in_order(told: Found) -> list[tuple[str, Gap]]:
    """The gaps, each with its group: first what is important."""
    return sorted(((group, gap) for group, gaps in told.items() for gap in gaps), key=lambda one: not one[1].penting)


def _head(flat: list[tuple[str, Gap]], left: int) -> str:
    important = sum(gap.penting for _, gap in flat)
    counted = ((important, "penting"), (len(flat) - important, "boleh dibiarkan"), (left, "sudah dibiarkan"))
    told = ", ".join(f"{n} {what}" for n, what in counted if n)
    if not flat:
        return f"Tidak ada yang perlu dilengkapi{f' ({told})' if told else ''}."
    return f"{told}."


def _goes_to(turn: Turn) -> str:
    """Where the report goes that the button makes."""
    if turn.satker.grup:
        return "Buat laporan mengirimnya ke grup."
    if chats.forwarders(turn):
        return f"Buat laporan mengirimnya {chats.destination(turn)}."
    return "Grup belum terhubung, jadi Buat laporan mengirimnya ke chat ini."


def _lines(group: str, gap: Gap, number: int, count: int) -> list[str]:
    weight = "penting" if gap.penting else "boleh dibiarkan"
    return ["", f"{number} dari {count} · {group} · {weight}", gap.sentence]


def _by(turn: Turn, flat: list[tuple[str, Gap]]) -> list[str]:
    """A line for people who may not fill the gaps: it names those who may."""
    if turn.anggota.role == Role.KETUA_PELAKSANA or not flat:
        return []
    leaders = people.with_role(turn, Role.KETUA_PELAKSANA, turn.today)
    names = indonesian.daftar([one.nama for one in leaders])
    return ["", indonesian.full_stop(f"Yang melengkapi adalah Ketua Pelaksana{f', {names}' if names else ''}")]


def _item(turn: Turn, periode: Periode, page: int, gap: Gap) -> tuple[Button, ...]:
    way = (Button(gap.label, gap.door),) if gap.door and gap.door.open_to(turn.anggota.role) else ()
    leave = Button("Biarkan", Leave(periode, code_of(gap), on=True, page=page))
    return (*way, leave) if turn.anggota.role == Role.KETUA_PELAKSANA else way


def _below(turn: Turn, periode: Periode, left: int) -> tuple[Button, ...]:
    below = (Button(f"{left} dibiarkan", LeftGaps(periode)),) if left and Leave.open_to(turn.anggota.role) else ()
    return (Button("Periksa lagi", Gaps(periode)), *below)


def page(turn: Turn, door: Gaps) -> Says:
    periode = periods.begun(door.periode, turn.today)
    return [card(turn, periode, found(turn, periode), door.page)]


def left(turn: Turn, door: LeftGaps) -> Says:
    return [_left(turn, periods.begun(door.periode, turn.today))]


def _left(turn: Turn, periode: Periode) -> Outgoing:
    """The gaps that were let be, each with the button that brings it back."""
    _, left = parted(turn, periode, found(turn, periode))
    shown = left[:LEFT]
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
    return groups.check(looked_at(here, periode, rekap, today))


def looked_at(here: Here, periode: Periode, rekap: Rekap, today: date) -> Material:
    """All that the rules look at."""
    gathered = material.gather(here, periode, rekap, today)
    return replace(gathered, outdated=expired.of(here, periode, rekap.batas))


def parted(here: Here, periode: Periode, told: Found) -> tuple[Found, list[Gap]]:
    """(the open gaps by group, the gaps that were let be)."""
    known = decided.let_be(here, periode.kode)
    open_ = {k: [gap for gap in group if gap.name not in known] for k, group in told.items()}
    left = [gap for group in told.values() for gap in group if gap.name in known]
    return {k: group for k, group in open_.items() if group}, left
