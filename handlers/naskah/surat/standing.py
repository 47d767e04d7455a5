"""What stands between the letter of a period and a version of its report that has it complete."""

from dataclasses import dataclass, replace

from handlers.chat import chats
from handlers.chat.messages import Button, Turn
from handlers.laporan import gather, versions
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import MakeVersion
from renderers import figures
from renderers.frozen import thaw
from storage.laporan import laporan as rows
from storage.laporan.laporan import Laporan, Surat


@dataclass(frozen=True)
class Standing:
    """A sentence for the card, and the buttons that lead on; both empty where nothing is to be done."""

    text: str = ""
    buttons: tuple[Button, ...] = ()


def of(turn: Turn, periode: Periode, row: Surat) -> Standing:
    """`row`: the letter as it is now."""
    last = rows.last(turn, periode.kode)
    if last is None or not (row.nomor or row.tanggal):
        return Standing()
    if not (row.nomor and row.tanggal):
        gone = "tanggalnya" if row.nomor else "nomornya"
        return Standing(f"Tinggal {gone}; sesudah itu laporan versi {last.versi + 1} dapat dibuat dengan suratnya.")
    printed = thaw(figures.Surat, last.figures["surat"])
    return Standing() if printed == gather.surat(turn, periode) else _next(turn, periode, last, printed)


def _next(turn: Turn, periode: Periode, last: Laporan, printed: figures.Surat) -> Standing:
    fresh = replace(gather.gather(turn, periode, turn.today), surat=printed)
    others = [one for one in versions.since(turn, last, fresh) if not one.silent]
    where = "grup" if chats.group_of(turn) else "chat ini"
    make, also = f"Buat versi {last.versi + 1}", f", dengan {len(others)} perubahan lain" if others else ""
    text = f"Laporan versi {last.versi} belum memuat surat ini; {make} mengirim yang baru ke {where}{also}."
    return Standing(text, (Button(make, MakeVersion(periode, last.versi + 1)),))
