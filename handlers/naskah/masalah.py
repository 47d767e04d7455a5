"""Masalah: the problems that every report carries until they are closed."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from handlers.chat.messages import Rejected, Turn
from handlers.naskah.doors import CloseText, Lists, ReopenText
from handlers.naskah.section import DELETE, REWRITE, Section
from handlers.reading import text as reading_text
from handlers.reading.dates.periods import Periode
from renderers import indonesian
from storage.laporan import laporan as rows
from storage.laporan.laporan import Masalah

TITLE, TEXT, SHOWN = 200, 1500, 160
# A sentence ends before a capital, and not behind an abbreviation such as "No." or "Kab.".
_SENTENCE = re.compile(r"(?<=[a-z0-9)][a-z0-9)]{3}[.!?]|[a-z0-9)]{4}[!?])\s+(?=[A-Z])")


def read(text: str) -> dict[str, str]:
    """The first line or sentence is the title."""
    told = reading_text.printable(text, TITLE + TEXT)
    head, *rest = told.split("\n", 1) if "\n" in told else _SENTENCE.split(told, maxsplit=1)
    if len(head) > TITLE:
        raise Rejected(f"Judulnya terlalu panjang, paling banyak {TITLE} huruf. Tulis judul pada baris pertama.")
    return {"judul": head.rstrip(". "), "isi": "".join(rest).strip()}


def day_in(turn: Turn, periode: Periode) -> date:
    """The day that a problem is opened or closed on: in the period of the report that it is written for."""
    return min(turn.today, periode.selesai - timedelta(days=1))


def _line(row: Masalah) -> str:
    closed = f" (ditutup {indonesian.tanggal(row.ditutup)})" if row.ditutup else ""
    return "\n".join(part for part in (f"{row.judul}{closed}", reading_text.shortened(row.isi, SHOWN)) if part)


def _counted(rows_: Sequence[Masalah]) -> str:
    closed = sum(row.ditutup is not None for row in rows_)
    return f"{len(rows_) - closed} terbuka, {closed} ditutup." if closed else f"{len(rows_)} terbuka."


MASALAH = Section(
    Lists.MASALAH,
    Masalah,
    title="Masalah dalam laporan {}",
    new="Masalah baru {}",
    empty="Belum ada masalah yang dicatat.",
    how="dalam satu pesan. Baris atau kalimat pertama menjadi judul, selebihnya penjelasan.",
    example="Judulnya, lalu penjelasannya",
    rows=lambda here, periode: rows.masalah_of(here, periode.mulai, periode.selesai),
    begun=lambda turn, periode: {"dibuka": day_in(turn, periode)},
    read=read,
    written=lambda row: f"{row.judul}\n{row.isi}".strip(),
    line=_line,
    name=lambda row: row.judul,
    counted=_counted,
    actions=lambda row: (("Buka lagi", ReopenText),) if row.ditutup else (REWRITE, ("Tutup", CloseText), DELETE),
)
