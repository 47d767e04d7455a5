"""The months of a report: its matrix, and the evaluation that is counted from the same cells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.laporan import columns
from handlers.laporan.held import Held
from handlers.reading.dates.periods import Periode, next_month
from handlers.reading.links import WEBSITE
from renderers import figures, kantor
from storage.catatan import konten
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH
from storage.catatan.konten import Konten, Postingan
from storage.foto.photos import Foto
from storage.kantor import daftar
from storage.kantor.satker import Satker


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
    last = periode.bulan[-1]
    return tuple(figures.Tautan(k.tanggal, k.sebulan, k.jenis, k.judul, _named(k, last)) for k in rows)


def without_tautan(held: Held, months: Iterable["Month"]) -> tuple[figures.TanpaTautan, ...]:
    """What the matrices of the months count beyond the konten that have a link."""
    found = (_bare(held, month) for month in months)
    return tuple(bare for bare in found if bare.konten or bare.postingan)


def _bare(held: Held, month: "Month") -> figures.TanpaTautan:
    bulan = month.bulan
    linked = [k for k in held.told(bulan, next_month(bulan)) if _links(k)]
    konten = month.konten - sum(k.jumlah for k in linked)
    postingan = month.postingan - sum(p.jumlah for k in linked for p in k.postingan if p.platform != WEBSITE)
    return figures.TanpaTautan(bulan, max(0, konten), max(0, postingan))


def _links(row: Konten) -> list[Postingan]:
    return [p for p in row.postingan if p.url]


def _named(row: Konten, last: date) -> tuple[tuple[str, str], ...]:
    """The links of a konten, each with the name that its platform has in the report of a last month."""
    linked = _links(row)
    names = columns.names([p.platform for p in linked], last)
    return tuple((name, p.url) for name, p in zip(names, linked, strict=True))


@dataclass(frozen=True)
class Month:
    """A month of a report; `cells`: the postingan by (jenis, platform); `konten`: as many as its matrix counts,
    whatever was corrected in it."""

    bulan: date
    cells: Mapping[tuple[str, str], int]
    evaluasi: figures.Evaluasi
    konten: int

    def matriks(self, jenis: Sequence[str], columns: Sequence[str]) -> figures.Matriks:
        """The cells as a table with these rows and columns."""
        return figures.Matriks(self.bulan, tuple(tuple(self.cells.get((j, p), 0) for p in columns) for j in jenis))

    @property
    def postingan(self) -> int:
        return sum(n for (_, platform), n in self.cells.items() if platform != WEBSITE)

    def of_jenis(self, jenis: str) -> int:
        return sum(n for (one, platform), n in self.cells.items() if one == jenis and platform != WEBSITE)


def month(held: Held, bulan: date) -> Month:
    """Publikasi = the matrix columns of the counted accounts; website = Promote-link konten."""
    span = bulan, next_month(bulan)
    cells, corrected = held.cells(*span), {k.jenis for k in held.koreksi if k.bulan == bulan}
    counted = konten.by_jenis(cells, held.told(*span), corrected)
    website = sum(counted.get(one, 0) for one in daftar.laman(held.here.satker))
    told = figures.Evaluasi(bulan, konten.publikasi(cells, held.counted), website)
    return Month(bulan, cells, told, sum(counted.values()))


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
        pemerintah=sum(held.table(row.sektor) == PEMERINTAH for row in begun),
        nonpemerintah=sum(held.table(row.sektor) == NONPEMERINTAH for row in begun),
        konten=sum(m.konten for m in months),
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


def national(
    held: Held,
    periode: str,
    months: Sequence[Month],
    accounts: Sequence[kantor.Akun],
    prompt: figures.Ketepatan | None,
) -> kantor.Nasional:
    """The figures of a period as the province of the office adds them up, by the rows of the country. `accounts`: those
    of `held`, as they are told."""
    office, told = held.here.satker, prompt or figures.Ketepatan(0, 0, 0, 0)
    known = zip(held.akun, accounts, strict=True)
    return kantor.Nasional(
        office.kode,
        periode,
        tuple(_bulan(held, month) for month in months),
        tuple(one for month in months for one in _postingan(office, month)),
        tuple(
            (daftar.national_platform(office, row.platform), one.nama, one.pengikut)
            for row, one in known
            if one.pengikut is not None and row.aktif_sampai is None
        ),
        told.kegiatan,
        told.sehari,
        told.pekan,
        told.kosong,
        told.mana,
    )


def _bulan(held: Held, month: Month) -> kantor.Bulan:
    begun = held.begun(month.bulan, next_month(month.bulan))
    partners = sum(held.table(row.sektor) in (PEMERINTAH, NONPEMERINTAH) for row in begun)
    counted = month.konten, month.postingan, month.evaluasi.publikasi
    return kantor.Bulan(month.bulan, len(begun), partners, *counted)


def _postingan(office: Satker, month: Month) -> list[tuple[date, str, str, int]]:
    found = Counter[tuple[str, str]]()
    for (jenis, platform), n in month.cells.items():
        if platform != WEBSITE:
            found[daftar.national_jenis(office, jenis), daftar.national_platform(office, platform)] += n
    return [(month.bulan, *key, n) for key, n in sorted(found.items()) if n]
