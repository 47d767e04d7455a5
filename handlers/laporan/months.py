"""The months of a report: its matrix, and the evaluation that is counted from the same cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.laporan.held import Held
from handlers.reading.dates.periods import Periode, next_month
from renderers import figures
from storage.catatan import konten
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH
from storage.catatan.konten import JENIS, PLATFORM, Konten
from storage.foto.photos import Foto


def documented(held: Held, periode: Periode) -> tuple[figures.Kegiatan, ...]:
    return tuple(
        figures.Kegiatan(
            row.nama,
            row.mulai,
            row.selesai,
            row.tempat,
            _shown(held.fotos.get(row.id, ())),
            row.waktu,
            row.peserta,
            row.keterangan,
        )
        for row in held.begun(periode.mulai, periode.selesai)
    )


def _shown(fotos: Iterable[Foto]) -> tuple[str, ...]:
    return tuple(foto.file for foto in fotos if foto.for_laporan)


def tautan(held: Held, periode: Periode) -> tuple[figures.Tautan, ...]:
    """The links of the konten by month; konten known only by their month stand last."""
    rows = [k for k in held.told(periode.mulai, periode.selesai) if _links(k)]
    rows.sort(key=lambda k: (k.tanggal.replace(day=1), k.sebulan, k.tanggal, k.nomor))
    return tuple(figures.Tautan(k.tanggal, k.sebulan, k.jenis, k.judul, _links(k)) for k in rows)


def without_tautan(held: Held, periode: Periode) -> tuple[figures.TanpaTautan, ...]:
    found = (_bare(held, bulan) for bulan in periode.bulan)
    return tuple(month for month in found if month.konten)


def _bare(held: Held, bulan: date) -> figures.TanpaTautan:
    rows = [k for k in held.told(bulan, next_month(bulan)) if not _links(k)]
    return figures.TanpaTautan(bulan, sum(k.jumlah for k in rows), sum(p.jumlah for k in rows for p in k.postingan))


def _links(row: Konten) -> tuple[tuple[str, str], ...]:
    return tuple((p.platform, p.url) for p in row.postingan if p.url)


@dataclass(frozen=True)
class Month:
    matriks: figures.Matriks
    evaluasi: figures.Evaluasi

    @property
    def postingan(self) -> int:
        return sum(map(sum, self.matriks.angka))


def month(held: Held, bulan: date) -> Month:
    """Publikasi = the matrix columns of the counted accounts; website = Promote-link konten."""
    span = bulan, next_month(bulan)
    cells, corrected = held.cells(*span), {k.jenis for k in held.koreksi if k.bulan == bulan}
    matrix = figures.Matriks(bulan, tuple(tuple(cells.get((j, p), 0) for p in PLATFORM) for j in JENIS))
    website = konten.link_berita(cells, held.told(*span), corrected)
    return Month(matrix, figures.Evaluasi(bulan, konten.publikasi(cells, held.counted), website))


def every(held: Held, bulan: Iterable[date]) -> dict[date, Month]:
    """The figures of each month, computed once however often a month is asked for: cumulative tables hold those of
    earlier periods too."""
    return {one: month(held, one) for one in sorted(set(bulan))}


def sums(held: Held, periode: Periode, months: Sequence[Month]) -> figures.Jumlah:
    """The sums of a period; `months` are its own, read already."""
    begun = held.begun(periode.mulai, periode.selesai)
    return figures.Jumlah(
        periode.judul,
        kegiatan=len(begun),
        pemerintah=sum(row.sektor == PEMERINTAH for row in begun),
        nonpemerintah=sum(row.sektor == NONPEMERINTAH for row in begun),
        konten=sum(k.jumlah for k in held.told(periode.mulai, periode.selesai)),
        postingan=sum(m.postingan for m in months),
        publikasi=sum(m.evaluasi.publikasi for m in months),
    )


def previous(held: Held, periode: Periode, read: Mapping[date, Month]) -> tuple[figures.Jumlah | None, list[Month]]:
    """The period before; nothing to compare with where nothing was recorded in it."""
    before = periode.previous()
    months = [read[b] for b in before.bulan]
    found = sums(held, before, months)
    empty = not (found.kegiatan or found.konten or found.postingan)
    return (None, []) if empty else (found, months)
