"""The months of a report, each read once: its matrix, and the evaluation that is counted from the same cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.reading.periods import Periode, bulan_depan
from renderers import figures
from storage.catatan import kegiatan, konten
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH
from storage.catatan.konten import JENIS, PLATFORM, Konten
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor import satker as satker_rows
from storage.kantor.satker import Here


def dokumentasi(here: Here, periode: Periode) -> tuple[figures.Kegiatan, ...]:
    span = here, periode.mulai, periode.selesai
    fotos = photos.of_kegiatan(*span)
    return tuple(
        figures.Kegiatan(row.nama, row.mulai, row.selesai, row.tempat, _shown(fotos.get(row.id, ())))
        for row in kegiatan.between(*span)
    )


def _shown(fotos: Iterable[Foto]) -> tuple[str, ...]:
    return tuple(foto.file for foto in fotos if foto.untuk_laporan)


def tautan(here: Here, periode: Periode) -> tuple[figures.Tautan, ...]:
    """By month; what is only known by its month stands last in it."""
    rows = [k for k in konten.between(here, periode.mulai, periode.selesai) if _links(k)]
    rows.sort(key=lambda k: (k.tanggal.replace(day=1), k.sebulan, k.tanggal, k.nomor))
    return tuple(figures.Tautan(k.tanggal, k.sebulan, k.jenis, k.judul, _links(k)) for k in rows)


def tanpa_tautan(here: Here, periode: Periode) -> tuple[figures.TanpaTautan, ...]:
    found = (_bare(here, bulan) for bulan in periode.bulan)
    return tuple(month for month in found if month.konten)


def _bare(here: Here, bulan: date) -> figures.TanpaTautan:
    rows = [k for k in konten.between(here, bulan, bulan_depan(bulan)) if not _links(k)]
    return figures.TanpaTautan(bulan, sum(k.jumlah for k in rows), sum(p.jumlah for k in rows for p in k.postingan))


def _links(row: Konten) -> tuple[tuple[str, str], ...]:
    return tuple((p.platform, p.url) for p in row.postingan if p.url)


@dataclass(frozen=True)
class Bulan:
    matriks: figures.Matriks
    evaluasi: figures.Evaluasi

    @property
    def postingan(self) -> int:
        return sum(map(sum, self.matriks.angka))


def read(here: Here, bulan: date) -> Bulan:
    """Publikasi = the matrix columns of the counted accounts; website = Promote-link konten."""
    span = here, bulan, bulan_depan(bulan)
    cells = konten.matriks(*span)
    publikasi = konten.publikasi(cells, satker_rows.dihitung(here))
    matrix = figures.Matriks(bulan, tuple(tuple(cells.get((j, p), 0) for p in PLATFORM) for j in JENIS))
    return Bulan(matrix, figures.Evaluasi(bulan, publikasi, konten.link_berita(*span)))


def read_all(here: Here, bulan: Iterable[date]) -> dict[date, Bulan]:
    """Each month once, however often it is asked for: cumulative tables hold those of the period before as well."""
    return {month: read(here, month) for month in sorted(set(bulan))}


def jumlah(here: Here, periode: Periode, months: Sequence[Bulan]) -> figures.Jumlah:
    """The sums of a period; `months` are those that have been read and lie in it."""
    span = here, periode.mulai, periode.selesai
    held = kegiatan.between(*span)
    return figures.Jumlah(
        periode.judul,
        kegiatan=len(held),
        pemerintah=sum(row.sektor == PEMERINTAH for row in held),
        nonpemerintah=sum(row.sektor == NONPEMERINTAH for row in held),
        konten=sum(k.jumlah for k in konten.between(*span)),
        postingan=sum(m.postingan for m in months),
        publikasi=sum(m.evaluasi.publikasi for m in months),
    )


def sebelumnya(here: Here, periode: Periode, read: Mapping[date, Bulan]) -> tuple[figures.Jumlah | None, list[Bulan]]:
    """The period before; nothing to compare with where nothing was recorded in it."""
    before = periode.sebelumnya()
    months = [read[b] for b in before.bulan]
    sums = jumlah(here, before, months)
    empty = not (sums.kegiatan or sums.konten or sums.postingan)
    return (None, []) if empty else (sums, months)
