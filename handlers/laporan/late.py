"""Records that were told after the report of their period was made."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from handlers.laporan.differences import cells, differing
from renderers import figures, indonesian
from renderers.figures import Informasi, Koordinasi, Matriks, Rekap
from storage.catatan.konten import JENIS, PLATFORM

Line = TypeVar("Line", Koordinasi, Informasi)


def of(
    reported: Rekap,
    versi: int,
    koordinasi: Sequence[Koordinasi],
    informasi: Sequence[Informasi],
    matriks: Sequence[Matriks],
) -> figures.Susulan | None:
    """The differences of a report's months since its last version; None without any."""
    gone = [_row(k) for k in _more(reported.koordinasi, koordinasi)]
    gone += [f"{_when(i)}: {i.judul}" for i in _more(reported.informasi, informasi)]
    found = figures.Susulan(
        f"{reported.periode.sebutan} {reported.periode.tahun}",
        versi,
        reported.batas,
        tuple(_more(koordinasi, reported.koordinasi)),
        tuple(_more(informasi, reported.informasi)),
        tuple(gone),
        tuple(differing(cells(reported.matriks, reported.jenis, reported.platform), cells(matriks, JENIS, PLATFORM))),
    )
    return found if found.koordinasi or found.informasi or found.dicabut or found.sel else None


def _more(now: Sequence[Line], before: Sequence[Line]) -> list[Line]:
    """Those that are there more often than before."""
    left = Counter(now) - Counter(before)
    return list(left.elements())


def _row(k: Koordinasi) -> str:
    return f"{indonesian.rentang(k.mulai, k.selesai)}: {k.instansi or k.uraian}, {k.keterangan}"


def _when(i: Informasi) -> str:
    return indonesian.bulan(i.tanggal) if i.sebulan else indonesian.tanggal(i.tanggal)
