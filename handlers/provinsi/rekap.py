"""/rekap in an office of a province: its own report, or the roll-up of the offices below it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.chat import drawn, onward
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Act, Button, Outgoing, Rejected, Says, Turn
from handlers.laporan.provinsi import satker
from handlers.provinsi import province
from handlers.provinsi.doors import Offices, Recap, Which
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from handlers.rekap import kelengkapan
from handlers.rekap import rekap as rekap_rekap
from handlers.rekap.doors import Report
from renderers import indonesian
from renderers.provinsi import hitung
from renderers.provinsi.recap import LANGSUNG, RekapSatker
from storage.provinsi import kiriman as rows

PICTURE, WORKBOOK = "satker", "satker-xlsx"
OURS, THEIRS = "Laporan kami", "Rekap satker"
NO_OFFICES = "Daftar wilayah tidak memuat satker di bawah {}; periksa kode satker dengan /atur."
NOBODY = "Belum ada satker yang mengirim laporan {}. Undang pengirimnya dengan /undang, lalu lihat /status."


def asked(turn: Turn) -> Says | None:
    """/rekap, /rekap Q2; None in an office that is no province's."""
    if not rows.leads(turn.satker):
        return None
    if not turn.text:
        this = periods.triwulan(turn.today)
        menu = tuple((Button(one.judul, Which(one)),) for one in (this, this.previous()))
        return rekap_rekap.privately(turn, rekap_rekap.WHICH, menu, rekap_rekap.PERIODE, "rekap")
    return _choice(turn, kelengkapan.begun(turn, turn.text))


def which(turn: Turn, door: Which) -> Says:
    province.only(turn, THEIRS)
    return _choice(turn, periods.begun(door.periode, turn.today))


def _choice(turn: Turn, periode: Periode) -> Says:
    menu = ((Button(OURS, Report(periode)), Button(THEIRS, Recap(periode))),)
    text, payload = f"Laporan {periode.judul} yang mana?", onward.written("rekap", turn.text)
    return rekap_rekap.privately(turn, text, menu, f"satker:{periode.kode}", payload)


def recap(turn: Turn, door: Recap) -> Says:
    """The picture and the workbook of the roll-up, into the chat of the asking."""
    province.only(turn, THEIRS)
    periode = periods.begun(door.periode, turn.today)
    told = gathered(turn, periode)
    if not told.terkirim:
        raise Rejected(NOBODY.format(periode.judul))
    rows.note_read(turn, [one.kode for one in told.satker if one.jalan == LANGSUNG], periode.kode)
    return _drawn(turn, periode, told)


def gathered(turn: Turn, periode: Periode) -> RekapSatker:
    told = satker.gather(turn, periode)
    if not told.satker:
        raise Rejected(NO_OFFICES.format(turn.satker.nama))
    return told


def _drawn(turn: Turn, periode: Periode, told: RekapSatker) -> Sequence[Act]:
    bare = replace(told, satker=tuple(map(satker.without_links, told.satker)))
    menu = ((Button("Siapa sudah mengirim", Offices(periode)),),)
    title = f"{THEIRS} {periode.judul}"
    says = drawn.asked(turn, PICTURE, bare, title=title, text=summary(told))
    if not says or drawn.joined(says):
        return says
    book = drawn.asked(turn, WORKBOOK, told, title=title, text="Semua angka, masalah, saran, dan tautan.")
    return [*says, *(replace(one, menu=menu) if isinstance(one, Outgoing) else one for one in book)]


def summary(told: RekapSatker) -> str:
    kegiatan, koordinasi, konten, postingan, publikasi = map(indonesian.angka, hitung.sums(told))
    lines = [f"{len(told.terkirim)} dari {len(told.satker)} satker sudah mengirim."]
    lines.append(f"{kegiatan} kegiatan, {koordinasi} koordinasi, {konten} konten, {postingan} postingan, dan")
    lines[-1] += f" {publikasi} publikasi."
    if old := [one.nama for one in told.satker if one.jalan and one.kiriman is None]:
        lines.append(f"Dibuat bot versi lama, jadi belum terhitung: {indonesian.daftar(old)}. Mintalah versi baru.")
    return "\n".join(lines)


def happened(outcome: Outcome) -> Iterator[Outgoing]:
    """The sentence to the asker when drawing has failed for good."""
    if outcome.drawing and outcome.became == Became.FAILED:
        yield Outgoing(outcome.chat, text="Maaf, rekap satker tidak dapat dibuat. Coba lagi dengan /rekap.")
