"""Some days before its deadline a province sees which offices have not sent, and reminds one or all by a press; nothing
is sent to an office by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.catatan import elsewhere
from handlers.chat import chats
from handlers.chat.messages import Button, Chat, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows, turning
from handlers.laporan.provinsi import satker
from handlers.provinsi import province
from handlers.provinsi.doors import Missing, Remind
from handlers.reading.dates.calendar import workdays_before
from handlers.reading.dates.periods import Periode
from handlers.rekap import triwulan
from handlers.rekap.doors import Report
from handlers.rekap.triwulan import PATIENCE, deadline
from renderers import indonesian
from renderers.provinsi.recap import Baris
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Here
from storage.laporan import deliveries
from storage.laporan.deliveries import State
from storage.provinsi import kiriman as rows

KIND, REMINDED = "satker belum", "pengingat satker"
BEFORE = 5  # working days
PAGE = 10


@dataclass(frozen=True)
class Reach:
    """The private chats of who makes or sends the reports of an office; `own`: the office is in this database."""

    chats: Sequence[Chat]
    own: bool


def missing(here: Here) -> Says:
    """Once a period, to the ketua pelaksana of the province."""
    if not rows.leads(here.satker) or not triwulan.has_turn(here):
        return
    for periode in triwulan.recent(here.today):
        day = deadline(here, periode)
        if workdays_before(day, BEFORE) <= here.today < day + PATIENCE:
            yield from _told(here, periode)


def _told(here: Here, periode: Periode) -> Iterator[Outgoing]:
    if deliveries.taken(here, KIND, periode.kode):
        return
    waiting = _waiting(here, periode)
    told = bool(waiting and (rows.below(here) or rows.active(here)))
    if not deliveries.claim(here, KIND, periode.kode, {}, State.SENT if told else State.EMPTY) or not told:
        return
    for one in people.with_role(here, Role.KETUA_PELAKSANA, here.today):
        for chat in chats.last(here.session, one) if one.ingatkan else ():
            yield _card(elsewhere.as_seen(here, one, chat), periode, 0, waiting)


def page(turn: Turn, door: Missing) -> Says:
    province.only(turn, "Daftar ini")
    return [_card(turn, door.periode, door.page, _waiting(turn, door.periode))]


def _waiting(here: Here, periode: Periode) -> list[Baris]:
    """The offices that have not sent."""
    return [one for one in satker.every(here, periode) if not one.jalan]


def _card(turn: Turn, periode: Periode, page: int, waiting: Sequence[Baris]) -> Outgoing:
    reach, told = _reached(turn, waiting), _reminded(turn, periode)
    waiting = sorted(waiting, key=lambda one: not reach[one.kode].chats)
    page, shown, turns = turning(lambda n: Missing(periode, n), page, waiting, PAGE)
    lines = [f"• {one.nama}{_note(reach[one.kode], told.get(one.kode))}" for one in shown]
    may = turn.today >= workdays_before(deadline(turn, periode), BEFORE)
    head = [f"Tanggal laporan {indonesian.hari_tanggal(deadline(turn, periode))}."]
    foot = (
        "Tekan nama satker untuk mengingatkannya."
        if may
        else f"Pengingat dapat dikirim mulai {BEFORE} hari kerja sebelumnya."
    )
    menu = _menu(periode, page, [one for one in shown if reach[one.kode].chats]) if may else ()
    text = "\n".join([*head, "", *lines, "", foot] if waiting else ["Semua satker sudah mengirim."])
    title = f"{len(waiting)} satker belum mengirim {periode.judul}"
    return turn.reply(text, title=title, menu=(*menu, *turns), card=Missing(periode).written())


def _note(reach: Reach, day: str | None) -> str:
    if not reach.chats:
        return " (belum ada orangnya di bot)" if reach.own else " (belum ada pengirim)"
    return f" (diingatkan {indonesian.tanggal(date.fromisoformat(day))})" if day else ""


def _menu(periode: Periode, page: int, shown: Sequence[Baris]) -> Menu:
    if not shown:
        return ()
    each = in_rows([Button(one.nama, Remind(periode, page, one.kode)) for one in shown], 2)
    return ((Button("Kirim pengingat ke semua", Remind(periode, page)),), *each)


def _reached(turn: Turn, waiting: Sequence[Baris]) -> dict[str, Reach]:
    offices, senders = {one.kode: one for one in rows.below(turn)}, rows.active(turn)
    found = {}
    for one in waiting:
        office, sender = offices.get(one.kode), senders.get(one.kode)
        own = chats.chats_of(Here(turn.session, office, turn.now), Role.KETUA_PELAKSANA) if office else []
        found[one.kode] = Reach(own or (chats.last(turn.session, sender) if sender else []), office is not None)
    return found


def _reminded(turn: Turn, periode: Periode) -> Mapping[str, str]:
    """The last day on which each office was reminded."""
    told = (one.period.split(":") for one in deliveries.starting(turn, REMINDED, f"{periode.kode}:"))
    return {kode: day for _, kode, day in told}


def remind(turn: Turn, door: Remind) -> Says:
    province.only(turn, "Daftar ini")
    periode = door.periode
    if turn.today < workdays_before(deadline(turn, periode), BEFORE):
        raise Rejected(f"Pengingat dapat dikirim mulai {BEFORE} hari kerja sebelum tanggal laporan.")
    waiting = _waiting(turn, periode)
    asked = [one for one in waiting if door.kode in ("", one.kode)]
    if not asked:
        return [turn.toast("Satker itu sudah mengirim."), _card(turn, periode, door.page, waiting)]
    reach = _reached(turn, asked)
    due = [one for one in asked if reach[one.kode].chats and _claimed(turn, periode, one)]
    says = [_message(turn, periode, one, reach[one.kode], chat) for one in due for chat in reach[one.kode].chats]
    told = f"Pengingat dikirim ke {len(due)} satker." if due else "Hari ini sudah diingatkan."
    return [*says, turn.toast(told), _card(turn, periode, door.page, waiting)]


def _claimed(turn: Turn, periode: Periode, one: Baris) -> bool:
    """Once a day an office is reminded."""
    return deliveries.claim(turn, REMINDED, f"{periode.kode}:{one.kode}:{turn.today}", {}, State.SENT) is not None


def _message(turn: Turn, periode: Periode, one: Baris, reach: Reach, chat: Chat) -> Outgoing:
    day = indonesian.hari_tanggal(deadline(turn, periode))
    text = f"Laporan {periode.judul} {one.nama} belum diterima {turn.satker.nama}. Tanggal laporan {day}."
    if not reach.own:
        text += " Kirim berkas .xlsx laporannya ke sini."
    said = Outgoing(chat, title=f"Pengingat dari {turn.satker.nama}", text=text)
    return replace(said, menu=((Button("Buka laporan", Report(periode)),),)) if reach.own else said
