"""Bahan: everything that the rules of the completeness list look at, read once; the rules themselves read nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.atur.doors import Settings
from handlers.catatan import late
from handlers.chat.door import Door
from handlers.daftar.doors import OfMonth, OfPekan
from handlers.koreksi.doors import View
from handlers.matriks.doors import Month
from handlers.naskah.doors import Part, Passages, Problems, Recommendations
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.indonesian import bulan_pendek, nama_bulan
from storage.catatan import drafts
from storage.catatan import kegiatan as catatan_kegiatan
from storage.catatan import konten as catatan_konten
from storage.catatan.kegiatan import INTERNAL, Kegiatan
from storage.catatan.konten import Konten
from storage.foto import photos
from storage.kantor import people
from storage.kantor import satker as satker_rows
from storage.kantor.satker import Here, Keputusan
from storage.laporan import decided, laporan

Way = tuple[str, Door]


@dataclass(frozen=True)
class Hal:
    """One gap: a sentence, the button that leads to its place (if any), and what it is remembered by when let be."""

    kalimat: str
    label: str = ""
    pintu: Door | None = None
    kunci: str = ""

    @property
    def nama(self) -> str:
        return self.kunci or self.kalimat


@dataclass(frozen=True)
class Bahan:
    """`kegiatan` and `konten` are those of the months that the tables show; `berfoto` are numbers of kegiatan."""

    periode: Periode
    rekap: Rekap
    hari_ini: date
    kegiatan: tuple[Kegiatan, ...] = ()
    konten: tuple[Konten, ...] = ()
    berfoto: frozenset[int] = frozenset()
    ditutup: frozenset[date] = frozenset()
    draf: tuple[str, ...] = ()
    keputusan: tuple[Keputusan, ...] = ()
    mitra: tuple[tuple[str, str], ...] = ()
    usang: tuple[Hal, ...] = ()
    terlambat: tuple[tuple[date, Kegiatan | Konten], ...] = ()

    @property
    def dalam(self) -> list[Kegiatan]:
        """The kegiatan of the period itself."""
        return [k for k in self.kegiatan if self.periode.mulai <= k.mulai < self.periode.selesai]

    @property
    def koordinasi(self) -> list[Kegiatan]:
        return [k for k in self.kegiatan if k.sektor != INTERNAL]

    @property
    def bulan(self) -> list[date]:
        """The months of the period that have begun by the cut-off."""
        return [b for b in self.periode.bulan if b <= self.rekap.batas]


def gather(here: Here, periode: Periode, rekap: Rekap, today: date) -> Bahan:
    span = here, rekap.periode.bulan_tabel[0], periode.selesai
    held, fotos = tuple(catatan_kegiatan.between(*span)), photos.of_kegiatan(*span)
    return Bahan(
        periode,
        rekap,
        today,
        held,
        tuple(catatan_konten.between(*span)),
        frozenset(k.nomor for k in held if k.id in fotos),
        frozenset(decided.closed(here)),
        _drafts(here),
        tuple(satker_rows.keputusan_of(here, date.max)),
        tuple(sorted(set(catatan_kegiatan.known(here).values()))),
        terlambat=_late(here, periode),
    )


def _late(here: Here, periode: Periode) -> tuple[tuple[date, Kegiatan | Konten], ...]:
    """What came for the closed months since the last report, which told of all before."""
    last = laporan.last(here, periode.kode)
    known = late.made_of(here, last) if last else 0
    closed = {b: max(known, id_) for b, id_ in late.closings(here).items() if b in periode.bulan}
    return tuple((one.bulan, one.row) for one in late.since(here, closed))


def _drafts(here: Here) -> tuple[str, ...]:
    """Who has reports that are not saved yet."""
    who = [people.get(here, row.anggota_id) for row in drafts.unfinished(here)]
    return tuple(sorted({one.nama for one in who if one}))


def lihat(row: Kegiatan | Konten) -> Way:
    return f"Lihat #{row.nomor}", View(row.nomor)


def matriks(month: date) -> Way:
    return f"Matriks {nama_bulan(month)}", Month(month)


def daftar(month: date) -> Way:
    return f"Daftar {nama_bulan(month)}", OfMonth(month)


def daftar_pekan(week: Pekan) -> Way:
    return f"Daftar {bulan_pendek(week.bulan)} pekan {week.nomor}", OfPekan(week)


def semua(rows: Sequence[Kegiatan | Konten]) -> Way:
    """One record by itself; of several the list of the month in which they begin."""
    return lihat(rows[0]) if len(rows) == 1 else daftar(min(map(late.month_of, rows)))


def nomor(rows: Sequence[Kegiatan | Konten], most: int = 5) -> str:
    """#3, #7 dan 4 lainnya."""
    shown = [f"#{row.nomor}" for row in rows[:most]]
    return ", ".join(shown) + (f", dan {len(rows) - most} lainnya" if len(rows) > most else "")


def pekan(bahan: Bahan) -> Iterator[Pekan]:
    """The weeks of the period that are over by the cut-off."""
    week = Pekan.of(bahan.periode.mulai)
    while week.thursday < bahan.periode.selesai and week.mulai <= bahan.rekap.batas:
        if week.thursday >= bahan.periode.mulai:
            yield week
        week = Pekan(week.selesai)


@dataclass(frozen=True)
class Teks:
    """Something that a person wrote and the report prints: where it stands, what it says, which button leads there."""

    asal: str
    isi: str
    label: str = ""
    pintu: Door | None = None
    tanggal: date | None = None


def teks(bahan: Bahan) -> Iterator[Teks]:
    """Whatever people wrote, piece by piece."""
    for k in bahan.kegiatan:
        for isi in dict.fromkeys((k.nama, k.uraian, k.instansi, k.keterangan)):
            yield Teks(f"#{k.nomor}", isi, *lihat(k), k.mulai)
    for one in bahan.konten:
        yield Teks(f"#{one.nomor}", one.judul, *lihat(one), one.tanggal)
    yield from naskah(bahan)
    yield from tetap(bahan)


def naskah(bahan: Bahan) -> Iterator[Teks]:
    """The texts of the period."""
    for bagian, isi in bahan.rekap.narasi.items():
        yield Teks(f"narasi {bagian.replace('_', ' ')}", isi, "Buka narasi", Passages(bahan.periode, Part(bagian)))
    for m in bahan.rekap.masalah:
        yield Teks("masalah", f"{m.judul}. {m.isi}", "Buka masalah", Problems(bahan.periode))
    for saran in bahan.rekap.saran:
        yield Teks("saran", saran, "Buka saran", Recommendations(bahan.periode))


def tetap(bahan: Bahan) -> Iterator[Teks]:
    """What stands in the settings of the satker."""
    rekap = bahan.rekap
    yield Teks("anggaran", rekap.satker.anggaran, "Atur laporan", Settings("laporan"))
    for isi in (*rekap.dasar_hukum, *rekap.dasar_pembentukan):
        yield Teks("dasar hukum", isi, "Atur dasar", Settings("dasar"))
    yield Teks("dasar pelaporan", rekap.dasar_laporan, "Atur laporan", Settings("laporan"))
    for a in rekap.anggota:
        yield Teks("susunan tim", f"{a.nama}, {a.jabatan_kedinasan}, {a.jabatan_tim}", "Atur tim", Settings("tim"))
