"""Peraturan: legal bases that the national list knows to be out of force, and rows of the list that nobody has checked
for long."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from handlers.atur.doors import ReplaceLaw, Settings
from handlers.laporan import law
from handlers.periksa.material import Gap
from renderers import indonesian
from storage.kantor.dasar import DasarHukum

YEAR = timedelta(days=365)
NOT_PRINTED = "jadi tidak dicetak"


def rules(rows: Sequence[DasarHukum], texts: Mapping[str, Sequence[str]], batas: date) -> tuple[Gap, ...]:
    """`rows` are the legal bases that the office cites on the cut-off, `texts` its other texts that cite, by label."""
    return (*_ended(rows, batas), *_texts(texts, batas), *_unchecked(rows, batas))


def _ended(rows: Sequence[DasarHukum], batas: date) -> Iterator[Gap]:
    """Legal bases out of force, unless the office cites what took their place too."""
    cited = [law.regulation(row) for row in rows]
    for row, one in zip(rows, cited, strict=True):
        if one and one.ended(batas) and not any(later in cited for later in law.successors(one)):
            way = ("Ganti", ReplaceLaw(row.id)) if one.diganti_oleh else ("Atur dasar", Settings("dasar"))
            yield Gap(f"{one.kunci} {law.since(one)}, {NOT_PRINTED}.", *way)


def _texts(texts: Mapping[str, Sequence[str]], batas: date) -> Iterator[Gap]:
    for label, told in texts.items():
        for one in filter(None, (law.ended(text, batas) for text in told)):
            said = f"{label} menyebut {one.kunci}, yang {law.since(one)}, {NOT_PRINTED}."
            yield Gap(said, "Atur laporan", Settings("laporan"))


def _unchecked(rows: Sequence[DasarHukum], batas: date) -> Iterator[Gap]:
    """Rows of the list that the report cites although more than a year went by since somebody checked them."""
    old = [one for row in rows if (one := law.of_row(row)) and one.in_force(batas) and batas - one.diperiksa > YEAR]
    for day in sorted({one.diperiksa for one in old}):
        names = indonesian.daftar([one.kunci for one in old if one.diperiksa == day])
        said = f"{names} dalam daftar nasional terakhir diperiksa {indonesian.tanggal(day)}; pastikan masih berlaku."
        yield Gap(said, "Atur dasar", Settings("dasar"))
