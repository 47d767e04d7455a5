"""/rekap shows the gaps of a period first, then draws the report after the transaction and sends it to the group."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.chat import chats, onward
from handlers.chat.events import Became
from handlers.chat.messages import Button, Chat, Drawing, Incoming, Menu, Outgoing, Rejected, Says, Turn
from handlers.laporan import gather, versions
from handlers.laporan.provinsi import bab
from handlers.laporan.versions import Difference
from handlers.periksa.groups import Found
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from handlers.rekap import kelengkapan, progress
from handlers.rekap.doors import Gaps, MakeVersion, Report, SendVersion
from renderers import frozen, indonesian
from renderers.figures import Rekap
from storage.chat import drawing_order
from storage.kantor import audit, people, templat
from storage.laporan import laporan as rows
from storage.laporan.laporan import Laporan

MOST = 10
# A second press of the same button makes no second version.
TWICE = 60
WHICH = "Laporan periode mana? Tekan periodenya, atau ketik misalnya /rekap TW II 2022, /rekap S1, atau /rekap 2022."
PERIODE = "rekap:periode"
"""The card on which a period is chosen."""


def rekap(turn: Turn) -> Says:
    if not turn.text:
        return _which(turn, [periods.triwulan(turn.today), periods.triwulan(turn.today).previous()])
    periode = kelengkapan.begun(turn, turn.text)
    says = list(opened(turn, periode))
    if turn.incoming.chat.group and not any(isinstance(o, Outgoing) and o.drawing for o in says):
        made = rows.last(turn, periode.kode)
        what = "Pilihan versi laporan" if made else "Daftar kelengkapan"
        way = onward.way(turn, onward.written("rekap", turn.text))
        says.append(turn.reply(f"{what} dikirim ke chat pribadi.", menu=way))
    return says


def asked(turn: Turn) -> Says:
    """The button of the period that somebody asks for in words, for opening it may send a report to the group."""
    periode = periods.tried(periods.read, turn.text, turn.today) or periods.tried(
        periods.read_month, turn.text, turn.today
    )
    return _which(turn, [periods.begun(periode, turn.today)]) if periode else rekap(replace(turn, incoming=_bare(turn)))


def _bare(turn: Turn) -> Incoming:
    return replace(turn.incoming, text="/rekap")


def _which(turn: Turn, periods_: Sequence[Periode]) -> Says:
    menu = tuple((Button(one.judul, Report(one)),) for one in periods_)
    return privately(turn, WHICH, menu, PERIODE, "rekap")


def privately(turn: Turn, text: str, menu: Menu, card: str, payload: str) -> list[Outgoing]:
    """A choice in the private chat. `payload`: that of the button that leads there from a group."""
    cards = [Outgoing(chat, text=text, menu=menu, card=card) for chat in private(turn)]
    if not turn.incoming.chat.group:
        return cards
    return [*cards, turn.reply("Pilihan periode laporan dikirim ke chat pribadi.", menu=onward.way(turn, payload))]


def opened(turn: Turn, periode: Periode, gathered: Rekap | None = None) -> Says:
    """The answer to /rekap: the card of the last version, without one the list of gaps, without gaps the report at
    once."""
    gathered = gathered or gather.gather(turn, periode, turn.today)
    last = rows.last(turn, periode.kode)
    found = kelengkapan.judged(turn, periode, gathered, turn.today)
    count = _open(turn, periode, found)
    if last is None and not count:
        return _made(turn, periode, gathered, 0)
    if last is None:
        return [kelengkapan.card(turn, periode, found, chat=chat) for chat in private(turn)]
    return [_versions(turn, periode, last, gathered, count, chat) for chat in private(turn)]


def _open(turn: Turn, periode: Periode, found: Found) -> int:
    told, _ = kelengkapan.parted(turn, periode, found)
    return sum(map(len, told.values()))


def private(turn: Turn) -> list[Chat]:
    """The private chat in which the person is talking, or that they have in the channel of the group."""
    here = turn.incoming.chat
    own = [one for one in chats.every(turn.session, turn.anggota) if one.channel == here.channel]
    return own if here.group else [here]


def _versions(turn: Turn, periode: Periode, last: Laporan, fresh: Rekap, missing: int, chat: Chat) -> Outgoing:
    changed = versions.since(turn, last, fresh)
    text = "\n".join([_head(turn, last), "", *_changes(last, changed)])
    menu = _choices(periode, last, changed, missing)
    return Outgoing(chat, f"Laporan {periode.judul}", text, menu, card=f"rekap:{periode.kode}")


def _head(turn: Turn, last: Laporan) -> str:
    by = people.get(turn, last.pembuat_id) if last.pembuat_id else None
    when = indonesian.tanggal(turn.satker.local(last.dibuat_at).date())
    return indonesian.full_stop(f"Versi {last.versi} dibuat {when}{f' oleh {by.nama}' if by else ''}")


def _changes(last: Laporan, changed: list[Difference]) -> list[str]:
    if not changed:
        return [f"Tidak ada perubahan sejak versi {last.versi}."]
    told, quiet = ([f"• {p.sentence}" for p in changed if p.silent == silent] for silent in (False, True))
    more = [f"• dan {len(told) - MOST} perubahan lain"] if len(told) > MOST else []
    # A later cut-off alone is no change that a person made.
    head = f"{len(told)} perubahan" if told else "Hanya batas data yang bergeser"
    return [f"{head} sejak versi {last.versi}:", *told[:MOST], *more, *quiet]


def _choices(periode: Periode, last: Laporan, changed: list[Difference], missing: int) -> Menu:
    new = Button(f"Buat versi {last.versi + 1}", MakeVersion(periode, last.versi + 1))
    again = Button(f"Kirim ulang versi {last.versi}", SendVersion(periode, last.versi))
    list_ = Button(f"Kelengkapan ({missing})", Gaps(periode))
    return (*(((new,),) if changed else ()), (again,), *(((list_,),) if missing else ()))


def report(turn: Turn, door: Report) -> Says:
    return opened(turn, periods.begun(door.periode, turn.today))


def send_version(turn: Turn, door: SendVersion) -> Says:
    periode = periods.begun(door.periode, turn.today)
    return _again(turn, periode, rows.version(turn, periode.kode, door.versi))


def make_version(turn: Turn, door: MakeVersion) -> Says:
    periode = periods.begun(door.periode, turn.today)
    last = rows.last(turn, periode.kode)
    if door.versi != (last.versi if last else 0) + 1:
        return [turn.toast(f"Versi {last.versi if last else 1} sudah dibuat."), *opened(turn, periode)]
    gathered = gather.gather(turn, periode, turn.today)
    if last and not versions.since(turn, last, gathered):
        return [turn.toast(f"Tidak ada perubahan sejak versi {last.versi}."), *opened(turn, periode, gathered)]
    found = kelengkapan.judged(turn, periode, gathered, turn.today)
    return _made(turn, periode, gathered, _open(turn, periode, found))


def _made(turn: Turn, periode: Periode, gathered: Rekap, missing: int) -> Says:
    row = freeze(turn, periode, gathered)
    if missing:
        row.catatan = f"• {missing} hal dalam daftar kelengkapan belum diisi."
    return [*_cards(turn, row, periode), *_reports(turn, row, periode)]


def _again(turn: Turn, periode: Periode, row: Laporan | None) -> Says:
    """Send a version again; the drawer takes the very file that was kept under its hash."""
    if row is None:
        raise Rejected("Versi itu tidak ada.")
    if row.id in drawing_order.waiting_for(turn.session, turn.satker.id, "rekap"):
        return [turn.toast(f"Versi {row.versi} sedang disusun atau dikirim.")]
    entries = audit.versions(turn, "laporan", row.id)
    if row.message_ids and entries and (turn.now - entries[0].at).total_seconds() < TWICE:
        return [turn.toast(f"Versi {row.versi} baru saja dikirim.")]
    what = {"periode": row.periode, "versi": row.versi}
    audit.note(turn.session, turn.anggota, turn.now, "laporan", row.id, "kirim ulang", after=what)
    return [*_cards(turn, row, periode), *_reports(turn, row, periode, ", dikirim ulang")]


def _cards(turn: Turn, row: Laporan, periode: Periode) -> list[Outgoing]:
    return [progress.card(chat, row, periode.judul, progress.PROGRESS[Became.DRAWING]) for chat in private(turn)]


def freeze(turn: Turn, periode: Periode, gathered: Rekap) -> Laporan:
    row = rows.add(turn, periode.kode, frozen.freeze(gathered), gathered.batas, turn.anggota.id)
    if gathered.bawahan:
        bab.note_read(turn, periode)
    template = templat.of(turn)
    row.templat_id = template.id if template else None
    what = {"periode": periode.kode, "versi": row.versi}
    audit.note(turn.session, turn.anggota, turn.now, "laporan", row.id, "rekap", after=what)
    return row


def _reports(turn: Turn, row: Laporan, periode: Periode, again: str = "") -> list[Outgoing]:
    """The report into the group; without one to the person who asks, and to those who forward it."""
    group = chats.group_of(turn)
    places = [group] if group else dict.fromkeys((turn.incoming.chat, *chats.forwarders(turn)))
    return [_report(turn, chat, row, periode, again) for chat in places]


def _report(turn: Turn, chat: Chat, row: Laporan, periode: Periode, again: str) -> Outgoing:
    office = turn.satker
    return Outgoing(
        chat,
        title=f"Laporan Bakohumas {office.nama} {periode.judul}",
        text=f"Versi {row.versi}, data sampai dengan {indonesian.tanggal(row.batas)}{again}.",
        drawing=Drawing("rekap", row.id),
        satker=office.id,
    )
