"""Kedaluwarsa: legal bases, decrees and members whose time was over, seen from the cut-off of a report.

`rules` is pure: it takes the rows of the office, all of them, also those that are out of force. That there is no legal
basis or decree at all is told by groups.outdated, from the figures themselves.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from handlers.atur.doors import Settings
from handlers.periksa import peraturan
from handlers.periksa.material import Gap
from handlers.reading import text
from handlers.reading.dates.periods import Periode
from renderers import indonesian
from storage.kantor import dasar, fakta, people
from storage.kantor.dasar import DasarHukum, Keputusan
from storage.kantor.fakta import About
from storage.kantor.people import Anggota
from storage.kantor.satker import Here

SHOWN = 60
DASAR, SK, TIM = (
    ("Atur dasar", Settings("dasar")),
    ("Atur SK", Settings("sk")),
    ("Atur tim", Settings("tim")),
)


def of(here: Here, periode: Periode, batas: date) -> tuple[Gap, ...]:
    bases, decrees = dasar.every_dasar_hukum(here), dasar.keputusan_of(here, batas)
    cited = [row for row in bases if row.in_force(batas)]
    return (
        *rules(bases, decrees, people.every(here), periode, batas),
        *peraturan.rules(cited, _texts(here, batas), batas),
    )


def _texts(here: Here, on: date) -> dict[str, Sequence[str]]:
    """The other texts of the office that cite regulations, by what a gap calls them."""
    told = fakta.valid(fakta.every(here), About.DASAR_LAPORAN, on)
    return {
        "Dasar pelaporan": [row.isi for row in told[-1:]],
        "Pedoman pembentukan tim": here.satker.dasar_pembentukan,
    }


def rules(
    bases: Sequence[DasarHukum], decrees: Sequence[Keputusan], team: Sequence[Anggota], periode: Periode, batas: date
) -> tuple[Gap, ...]:
    """`decrees` are those up to the cut-off, the oldest first."""
    sk = [row for row in decrees if row.jenis == "SK"]
    since = sk[-1].tanggal if sk else periode.mulai
    return (*_bases(bases, periode, batas), *_decrees(sk, batas), *_team(team, since, batas))


def _bases(bases: Sequence[DasarHukum], periode: Periode, batas: date) -> Iterator[Gap]:
    """Legal bases that the report no longer prints, unless a newer one came into force."""
    newest = max(
        (row.berlaku_dari for row in bases if row.berlaku_dari and row.berlaku_dari <= batas), default=date.min
    )
    ended = [(row.berlaku_sampai, row) for row in bases if row.berlaku_sampai and newest < row.berlaku_sampai < batas]
    for day, row in ended:
        if day >= periode.mulai:
            said = f"Dasar hukum {_named(row)} berakhir {indonesian.tanggal(day)}"
            yield Gap(f"{said}, jadi tidak dicetak lagi; sudah ada gantinya?", *DASAR)
    if before := [row for day, row in ended if day < periode.mulai]:
        many = f" dan {len(before) - 1} lainnya" if len(before) > 1 else ""
        said = f"Dasar hukum {_named(before[-1])}{many} berakhir sebelum periode ini"
        yield Gap(f"{said} dan belum tercatat gantinya.", *DASAR)


def _named(row: DasarHukum) -> str:
    return f"“{text.shortened(row.teks, SHOWN)}”"


def _decrees(sk: Sequence[Keputusan], batas: date) -> Iterator[Gap]:
    if sk and sk[-1].tanggal.year < batas.year:
        last = f"{sk[-1].nomor} tanggal {indonesian.tanggal(sk[-1].tanggal)}"
        yield Gap(f"SK tim terakhir, {last}, bukan dari tahun {batas.year}; masih berlaku?", *SK)


def _team(team: Sequence[Anggota], since: date, batas: date) -> Iterator[Gap]:
    """Members who left after the last decree, which still names them."""
    if not any(row.in_force(batas) for row in team):
        yield Gap(f"Tidak ada anggota tim yang tercatat pada {indonesian.tanggal(batas)}.", *TIM)
    if gone := [row.nama for row in team if row.berlaku_sampai and since < row.berlaku_sampai < batas]:
        yield Gap(f"{indonesian.daftar(gone)} bukan anggota lagi, tetapi SK perubahannya belum dicatat.", *SK)
