"""Everything that the rules of the completeness list look at, read once; the rules themselves read nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.atur.doors import Settings
from handlers.catatan import late
from handlers.chat.door import Door
from handlers.daftar.doors import OfMonth, OfPekan
from handlers.koreksi.doors import View
from handlers.matriks.doors import Month
from handlers.naskah.doors import Lists, Part, Passages, Texts
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.indonesian import nama_bulan, short_bulan
from storage.catatan import drafts
from storage.catatan import kegiatan as catatan_kegiatan
from storage.catatan import konten as catatan_konten
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.foto import photos
from storage.kantor import dasar, fakta, people
from storage.kantor.dasar import Keputusan
from storage.kantor.fakta import About
from storage.kantor.satker import Here
from storage.laporan import decided, laporan

Way = tuple[str, Door]


@dataclass(frozen=True)
class Gap:
    """One finding: its sentence, and the label and the door of the button that leads to its place. `key`: the
    name of a gap whose sentence changes from day to day, so that it stays let be. `penting`: with it the report would
    be wrong, or lack what only people can tell."""

    sentence: str
    label: str = ""
    door: Door | None = None
    key: str = ""
    penting: bool = False

    @property
    def name(self) -> str:
        return self.key or self.sentence


@dataclass(frozen=True)
class Material:
    """`kegiatan` and `konten` are those of the months that the tables show; `with_foto`: numbers of kegiatan; `closed`:
    first days of months; `unsaved`: names of people with a report that is not saved; `mitra`: (name, sektor);
    `late_rows`: (closed month, record that came or changed after the closing); `signers`: who signs, and who else is
    told to."""

    periode: Periode
    rekap: Rekap
    today: date
    kegiatan: tuple[Kegiatan, ...] = ()
    konten: tuple[Konten, ...] = ()
    with_foto: frozenset[int] = frozenset()
    closed: frozenset[date] = frozenset()
    unsaved: tuple[str, ...] = ()
    keputusan: tuple[Keputusan, ...] = ()
    mitra: tuple[tuple[str, str], ...] = ()
    outdated: tuple[Gap, ...] = ()
    late_rows: tuple[tuple[date, Kegiatan | Konten], ...] = ()
    signers: tuple[str, str] | None = None

    @property
    def within(self) -> list[Kegiatan]:
        """The kegiatan of the period itself."""
        return [k for k in self.kegiatan if self.periode.mulai <= k.mulai < self.periode.selesai]

    @property
    def koordinasi(self) -> list[Kegiatan]:
        return [k for k in self.kegiatan if k.with_partner]

    @property
    def months(self) -> list[date]:
        """The months of the period that have begun by the cut-off."""
        return [b for b in self.periode.bulan if b <= self.rekap.batas]


def gather(here: Here, periode: Periode, rekap: Rekap, today: date) -> Material:
    span = here, rekap.periode.bulan_tabel[0], periode.selesai
    held, fotos = tuple(catatan_kegiatan.between(*span)), photos.of_kegiatan(*span)
    return Material(
        periode,
        rekap,
        today,
        held,
        tuple(catatan_konten.between(*span)),
        frozenset(k.nomor for k in held if k.id in fotos),
        frozenset(decided.closed(here)),
        _drafts(here),
        tuple(dasar.every_keputusan(here)),
        tuple(sorted(set(catatan_kegiatan.known(here).values()))),
        late_rows=_late(here, periode),
        signers=_signers(here, rekap.batas),
    )


def _signers(here: Here, on: date) -> tuple[str, str] | None:
    found = fakta.contested(fakta.every(here), About.KETUA, on)
    return (found[0].isi, found[1].isi) if found else None


def _late(here: Here, periode: Periode) -> tuple[tuple[date, Kegiatan | Konten], ...]:
    """Records that came for closed months since the last report, which told of all before."""
    last = laporan.last(here, periode.kode)
    known = late.made_of(here, last) if last else 0
    closed = {b: max(known, id_) for b, id_ in late.closings(here).items() if b in periode.bulan}
    return tuple((one.bulan, one.row) for one in late.since(here, closed))


def _drafts(here: Here) -> tuple[str, ...]:
    """The names of people with a report that is not saved yet."""
    who = [people.get(here, row.anggota_id) for row in drafts.unfinished(here)]
    return tuple(sorted({one.nama for one in who if one}))


def to_catatan(row: Kegiatan | Konten) -> Way:
    return f"Lihat #{row.nomor}", View(row.nomor)


def to_matriks(month: date) -> Way:
    return f"Matriks {nama_bulan(month)}", Month(month)


def to_daftar(month: date) -> Way:
    return f"Daftar {nama_bulan(month)}", OfMonth(month)


def to_pekan(week: Pekan) -> Way:
    return f"Daftar {short_bulan(week.bulan)} pekan {week.nomor}", OfPekan(week)


def to_rows(rows: Sequence[Kegiatan | Konten]) -> Way:
    """The way to a single record, or to the list of the month in which several records begin."""
    return to_catatan(rows[0]) if len(rows) == 1 else to_daftar(min(map(late.month_of, rows)))


def numbered(rows: Sequence[Kegiatan | Konten], most: int = 5) -> str:
    """The numbers of rows as a sentence tells them: "#3, #7, dan 4 lainnya"."""
    shown = [f"#{row.nomor}" for row in rows[:most]]
    return ", ".join(shown) + (f", dan {len(rows) - most} lainnya" if len(rows) > most else "")


def weeks_over(material: Material) -> Iterator[Pekan]:
    """The weeks of the period that are over by the cut-off."""
    week = Pekan.of(material.periode.mulai)
    while week.thursday < material.periode.selesai and week.mulai <= material.rekap.batas:
        if week.thursday >= material.periode.mulai:
            yield week
        week = Pekan(week.selesai)


@dataclass(frozen=True)
class Wording:
    """A text that a person wrote and the report prints. `source` is the place as the gap names it (#3, narasi sebab);
    `label` and `door` make the button that leads there; `day` is the day of its record."""

    source: str
    text: str
    label: str = ""
    door: Door | None = None
    day: date | None = None


def wordings(material: Material) -> Iterator[Wording]:
    """Every text that people wrote, piece by piece."""
    yield from wordings_of_records(material)
    yield from wordings_of_period(material)
    yield from wordings_of_settings(material)


def wordings_of_records(material: Material) -> Iterator[Wording]:
    """The texts of what the tables and kolase tell."""
    for k in material.kegiatan:
        for text in dict.fromkeys((k.nama, k.uraian, k.instansi, k.keterangan)):
            yield Wording(f"#{k.nomor}", text, *to_catatan(k), k.mulai)
    for one in material.konten:
        yield Wording(f"#{one.nomor}", one.judul, *to_catatan(one), one.tanggal)


def wordings_of_period(material: Material) -> Iterator[Wording]:
    """The texts that people wrote for the period: narasi, masalah, saran."""
    for part, text in material.rekap.narasi.items():
        yield Wording(f"narasi {part.replace('_', ' ')}", text, "Buka narasi", Passages(material.periode, Part(part)))
    for m in material.rekap.masalah:
        yield Wording("masalah", f"{m.judul}. {m.isi}", "Buka masalah", Texts(Lists.MASALAH, material.periode))
    for saran in material.rekap.saran:
        yield Wording("saran", saran, "Buka saran", Texts(Lists.SARAN, material.periode))


def wordings_of_settings(material: Material) -> Iterator[Wording]:
    """The texts from the settings of the satker."""
    rekap = material.rekap
    yield Wording("anggaran", rekap.satker.anggaran, "Atur anggaran", Settings("anggaran"))
    for text in (*rekap.dasar_hukum, *rekap.dasar_pembentukan):
        yield Wording("dasar hukum", text, "Atur dasar", Settings("dasar"))
    yield Wording("dasar pelaporan", rekap.dasar_laporan, "Atur dasar", Settings("dasar_laporan"))
    for a in rekap.anggota:
        yield Wording("susunan tim", f"{a.nama}, {a.jabatan_kedinasan}, {a.jabatan_tim}", "Atur tim", Settings("tim"))
