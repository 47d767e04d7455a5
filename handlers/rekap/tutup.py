"""/tutup and /buka: a month is closed, and what comes later is told of; nothing is ever refused because of it."""

from dataclasses import replace
from datetime import date

from handlers.chat.events import MonthClosed
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.laporan import gather
from handlers.periksa import groups, material
from handlers.periksa.material import Gap
from handlers.reading.dates import periods
from handlers.reading.dates.periods import next_month
from handlers.rekap.doors import CloseMonth, Month, ReopenMonth, Report
from renderers import indonesian
from storage.kantor import audit, people
from storage.laporan import decided
from storage.laporan.decided import Tutup

MOST = 6


def ask(turn: Turn) -> Says:
    """/tutup [bulan]: the card of a month with its counts, its gaps and the button Tutup."""
    return [_card(turn, _month(turn, last_month(turn.today)))]


def buka(turn: Turn) -> Says:
    """/buka <bulan>: open a closed month again."""
    return _opened(turn, _month(turn, None))


def last_month(today: date) -> date:
    return periods.month(today).previous().mulai


def _month(turn: Turn, default: date | None) -> date:
    if not turn.text and default:
        return default
    return periods.begun(periods.parse_month(turn.text, turn.today), turn.today).mulai


def month(turn: Turn, door: Month) -> Says:
    return [_card(turn, _of(turn, door.bulan))]


def close(turn: Turn, door: CloseMonth) -> Says:
    return _closed(turn, _of(turn, door.bulan))


def reopen(turn: Turn, door: ReopenMonth) -> Says:
    return _opened(turn, _of(turn, door.bulan))


def _of(turn: Turn, day: date) -> date:
    return periods.begun(periods.month(day), turn.today).mulai


def _card(turn: Turn, bulan: date) -> Outgoing:
    shut = decided.closed(turn).get(bulan)
    if shut:
        return _reply(turn, bulan, since(turn, shut), ((Button("Buka lagi", ReopenMonth(bulan)),),))
    periode = periods.month(bulan)
    held = material.gather(turn, periode, gather.gather(turn, periode, turn.today, alone=True), turn.today)
    held = replace(held, closed=held.closed | {bulan})
    gaps = [gap for group in groups.check(held, groups.OF_A_MONTH).values() for gap in group]
    running = ["Bulan ini belum berakhir.", ""] if next_month(bulan) > turn.today else []
    text = "\n".join([*running, *_holds(held), *_gaps(gaps)])
    return _reply(turn, bulan, text, ((Button("Tutup", CloseMonth(bulan)),),))


def _holds(held: material.Material) -> list[str]:
    partners, sums = sum(k.with_partner for k in held.kegiatan), held.rekap.kini
    konten, postingan, publikasi = (sums.konten, sums.postingan, sums.publikasi) if sums else (0, 0, 0)
    return [
        f"Kegiatan: {len(held.kegiatan)} ({partners} koordinasi, {len(held.with_foto)} berfoto)",
        f"Konten: {indonesian.angka(konten)}",
        f"Postingan: {indonesian.angka(postingan)}, publikasi: {indonesian.angka(publikasi)}",
    ]


def _gaps(gaps: list[Gap]) -> list[str]:
    if not gaps:
        return ["", "Tidak ada yang perlu dilengkapi."]
    more = [f"• dan {len(gaps) - MOST} hal lain"] if len(gaps) > MOST else []
    return ["", "Perlu dilengkapi:", *(f"• {gap.sentence}" for gap in gaps[:MOST]), *more]


def since(turn: Turn, shut: Tutup) -> str:
    by = people.get(turn, shut.anggota_id)
    when = indonesian.tanggal(turn.satker.local(shut.ditutup_at).date())
    return indonesian.full_stop(f"Sudah ditutup pada {when}{f' oleh {by.nama}' if by else ''}")


def _closed(turn: Turn, bulan: date) -> Says:
    if bulan in decided.closed(turn):
        return [turn.toast("Bulan ini sudah ditutup."), _card(turn, bulan)]
    decided.close(turn, bulan, turn.anggota)
    _note(turn, bulan, "tutup")
    text = f"{indonesian.bulan(bulan)} ditutup. Yang dicatat atau diubah sesudah ini tetap diterima; Anda diberi tahu."
    return [_reply(turn, bulan, text, _after(bulan)), MonthClosed(turn, bulan)]


def _after(bulan: date) -> Menu:
    """The buttons after closing: the last month of a triwulan leads to its report."""
    triwulan = periods.triwulan(bulan)
    back = (Button("Buka lagi", ReopenMonth(bulan)),)
    report = ((Button(f"Laporan {triwulan.sebutan}", Report(triwulan)),),) if triwulan.bulan[-1] == bulan else ()
    return (*report, back)


def _opened(turn: Turn, bulan: date) -> Says:
    shut = decided.closed(turn).get(bulan)
    if shut is None:
        raise Rejected(f"{indonesian.bulan(bulan)} tidak ditutup.")
    decided.reopen(turn.session, shut)
    _note(turn, bulan, "buka")
    return [_reply(turn, bulan, f"{indonesian.bulan(bulan)} dibuka lagi.", ((Button("Tutup", Month(bulan)),),))]


def _note(turn: Turn, bulan: date, action: str) -> None:
    ref = int(f"{bulan:%Y%m}")
    audit.note(turn.session, turn.anggota, turn.now, "bulan", ref, action, after={"bulan": f"{bulan:%Y-%m}"})


def _reply(turn: Turn, bulan: date, text: str, menu: Menu) -> Outgoing:
    return turn.reply(text, title=f"Bulan {indonesian.bulan(bulan)}", menu=menu, card=f"tutup:{bulan:%Y%m}")
