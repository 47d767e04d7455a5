"""Saran: the recommendations that close the report of a period."""

from handlers.chat.messages import Button, Menu, Turn
from handlers.naskah import period
from handlers.naskah.doors import CopyRecommendations, Lists, Texts
from handlers.naskah.section import Section
from handlers.reading import text as reading_text
from handlers.reading.dates.periods import Periode
from storage.laporan import laporan as rows
from storage.laporan.laporan import Saran

LONGEST, SHOWN = 1500, 300


def _copied(turn: Turn, periode: Periode) -> Menu:
    """A button that copies the recommendations of the period before, since they may still hold."""
    before = periode.previous()
    if not rows.saran_rows(turn, before.kode):
        return ()
    return ((Button(f"Salin dari {before.judul}", CopyRecommendations(periode)),),)


SARAN = Section(
    Lists.SARAN,
    Saran,
    title="Saran {}",
    new="Saran {}",
    empty="Belum ada saran untuk {}.",
    how="dalam satu pesan.",
    example="Tulis sarannya",
    rows=lambda here, periode: rows.saran_rows(here, periode.kode),
    begun=lambda _turn, periode: {"periode": periode.kode},
    read=lambda text: {"isi": reading_text.one_line(text, LONGEST)},
    written=lambda row: row.isi,
    line=lambda row: reading_text.shortened(row.isi, SHOWN),
    name=lambda _row: "",
    counted=lambda rows_: f"{len(rows_)} saran.",
    if_empty=_copied,
    below=lambda turn, periode: (period.beside(turn, lambda other: Texts(Lists.SARAN, other), periode),),
)
