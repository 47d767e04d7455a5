"""Actions of one section alone: problems are closed and opened again, recommendations copied."""

from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.messages import Rejected, Says, Turn
from handlers.naskah import texts
from handlers.naskah.doors import CloseText, CopyRecommendations, Lists, ReopenText
from handlers.naskah.masalah import MASALAH, day_in
from handlers.naskah.saran import SARAN
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from storage.laporan import laporan as rows
from storage.laporan.laporan import Masalah


def close(turn: Turn, door: CloseText) -> Says:
    periode, row = _found(turn, door)
    if row.ditutup:
        raise Rejected("Masalah ini sudah ditutup.")
    changes.changed(turn, row, changes.CLOSE, ditutup=max(row.dibuka, day_in(turn, periode)))
    kept = f"Laporan {periode.judul} masih memuatnya, yang berikutnya tidak."
    return [texts.card(turn, MASALAH, periode, f"Ditutup: {row.judul}\n{kept}", at=row)]


def reopen(turn: Turn, door: ReopenText) -> Says:
    periode, row = _found(turn, door)
    if not row.ditutup:
        raise Rejected("Masalah ini masih terbuka.")
    changes.changed(turn, row, changes.REOPEN, ditutup=None)
    return [texts.card(turn, MASALAH, periode, f"Dibuka lagi: {row.judul}", at=row)]


def _found(turn: Turn, door: CloseText | ReopenText) -> tuple[Periode, Masalah]:
    if door.section is not Lists.MASALAH:
        raise Stale
    return periods.begun(door.periode, turn.today), changes.find_text(turn, Masalah, door.row)


def copy(turn: Turn, door: CopyRecommendations) -> Says:
    """The texts of the period before become texts of this one as well."""
    periode = periods.begun(door.periode, turn.today)
    if rows.saran_rows(turn, periode.kode):
        raise Rejected(f"Saran {periode.judul} sudah ada.")
    before = periode.previous()
    done = [texts.new(turn, SARAN, periode, {"isi": isi})[1] for isi in rows.saran_of(turn, before.kode)]
    if not done:
        raise Rejected(f"Saran {before.judul} sudah tidak ada.")
    return [texts.card(turn, SARAN, periode, f"Disalin dari {before.judul}.", *done)]
