"""/status of a province also says who has sent, that of an office whether its province has read its report, and that of
who sends workbooks what became of them."""

from dataclasses import replace

from handlers.chat.door import KETUA_PELAKSANA, PEMIMPIN
from handlers.chat.messages import Button, Menu, Outgoing, Says, Turn
from handlers.chat.pages import paged
from handlers.laporan.provinsi import satker
from handlers.provinsi import kiriman, province
from handlers.provinsi.doors import Missing, Offices, Recap
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from handlers.rekap import status as rekap_status
from renderers import indonesian
from renderers.provinsi.recap import Baris
from storage.kantor.people import Role
from storage.provinsi import kiriman as rows

NAMED, PAGE = 6, 20


def status(turn: Turn) -> Says | None:
    if turn.anggota.role == Role.PENGIRIM:
        return kiriman.sent(turn)
    if rows.leads(turn.satker):
        return _of_province(turn)
    return _of_office(turn)


def _periode(turn: Turn) -> Periode:
    return periods.parse(turn.text, turn.today) if turn.text.strip() else periods.triwulan(turn.today)


def _of_office(turn: Turn) -> Says | None:
    """With the day on which the province read its report last; None where it has not."""
    province, text = rows.above(turn), turn.text.strip()
    periode = periods.tried(periods.parse, text, turn.today) if text else periods.triwulan(turn.today)
    at = rows.read_at(turn.session, province, turn.satker.kode, periode.kode) if province and periode else None
    if province is None or at is None:
        return None
    when = indonesian.moment(turn.satker.local(at))
    return _with(turn, f"Laporan ini dibaca {province.nama}, terakhir {when}.", ())


def _of_province(turn: Turn) -> Says:
    periode = _periode(turn)
    told = satker.every(turn, periode)
    waiting = [one.nama for one in told if not one.jalan]
    line = f"Satker: {len(told) - len(waiting)} dari {len(told)} sudah mengirim."
    if waiting and len(waiting) < len(told):
        more = [f"{len(waiting) - NAMED} lainnya"] if len(waiting) > NAMED else []
        line += f" Belum: {indonesian.daftar([*waiting[:NAMED], *more])}."
    return _with(turn, line, ((Button("Siapa sudah mengirim", Offices(periode)),),))


def _with(turn: Turn, line: str, menu: Menu) -> Says:
    """The answer to /status with one more paragraph, and with buttons in a private chat."""
    first, *others = rekap_status.status(turn)
    if not isinstance(first, Outgoing):
        return [first, *others]
    own = () if turn.incoming.chat.group else menu
    return [replace(first, text=f"{first.text}\n\n{line}", menu=(*first.menu, *own)), *others]


def offices(turn: Turn, door: Offices) -> Says:
    province.only(turn, "Daftar ini")
    told = satker.every(turn, door.periode)
    sent = sum(bool(one.jalan) for one in told)
    title = f"{sent} dari {len(told)} satker sudah mengirim {door.periode.judul}"
    lines = [f"• {_line(turn, one)}" for one in told]
    card = paged(turn, title, lines, lambda n: Offices(door.periode, n), door.page, "Belum ada satker.", PAGE)
    return [replace(card, menu=(*card.menu, *_ways(turn, door.periode, len(told) - sent)))]


def _line(turn: Turn, one: Baris) -> str:
    if not one.jalan:
        return f"{one.nama}: belum"
    if one.kiriman is None:
        return f"{one.nama}: versi {one.versi}, dari bot versi lama tanpa angka"
    told = one.kiriman
    parts = [f"versi {told.versi}", indonesian.tanggal(kiriman.made_on(turn, told)), told.nomor_surat]
    by = f" (dari {one.pengirim})" if one.pengirim else ""
    return f"{one.nama}: {', '.join(part for part in parts if part)}{by}"


def _ways(turn: Turn, periode: Periode, missing: int) -> Menu:
    role = turn.anggota.role
    recap = Button("Rekap satker", Recap(periode)) if role in PEMIMPIN else None
    waiting = Button(f"Belum mengirim ({missing})", Missing(periode)) if missing and role in KETUA_PELAKSANA else None
    shown = tuple(one for one in (recap, waiting) if one)
    return (shown,) if shown else ()
