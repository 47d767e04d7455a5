"""The figures of a kolase and of a rekap as plain data: handlers gather, storage freezes, renderers draw them."""

from dataclasses import dataclass, field
from datetime import date

from renderers.kantor import Akun, BawahanLaporan, Media, Nasional, Satker
from renderers.passage import Passage


@dataclass(frozen=True)
class Cell:
    """A captioned photo of a kolase; `foto` is its file name. `geser` says where its crop lies ("kiri", "utuh" …);
    `lagi`: more photos of the same kegiatan, in a week of few."""

    foto: str
    caption: str
    tanggal: str
    geser: str = ""
    lagi: tuple[str, ...] = ()

    @property
    def fotos(self) -> tuple[str, ...]:
        """The files of all its photos, the large one first."""
        return self.foto, *self.lagi


@dataclass(frozen=True)
class Kolase:
    """One pekan as a picture: header of two lines, `rentang` that may be empty, `pola` other than the theme's own."""

    lembaga: str
    tempat: str
    tagline: tuple[str, ...]
    judul: str
    pekan: str
    rentang: str
    cells: tuple[Cell, ...]
    website: str
    akun: tuple[Akun, ...]
    logo: str | None = None
    tema: str = "marun"
    pola: str = ""

    @property
    def kapan(self) -> str:
        """The week as everything that tells of this picture names it: "Pekan Keempat Juni 2022 (20–24 Juni 2022)"."""
        return f"{self.pekan} ({self.rentang})" if self.rentang else self.pekan


@dataclass(frozen=True)
class Periode:
    """A reporting period. `bulan`: its months as first days; `bulan_tabel`: those that the tables show."""

    jenis: str
    sebutan: str
    tahun: int
    bulan: tuple[date, ...]
    bulan_tabel: tuple[date, ...]


LAMPIRAN, TEMBUSAN = "1 (satu) berkas", "Arsip"  # the words of a letter where people gave none


@dataclass(frozen=True)
class Surat:
    """The facts of the covering letter that the secretariat gives; a missing one is a blank line, never invented."""

    nomor: str | None = None
    tanggal: date | None = None
    sifat: str | None = None
    lampiran: str | None = None
    tembusan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Anggota:
    nama: str
    jabatan_kedinasan: str
    jabatan_tim: str


@dataclass(frozen=True)
class Keputusan:
    """A decree about the team: `jenis` is "SK" or "BA" (minutes of a pleno); later SK amend the first."""

    jenis: str
    nomor: str
    tanggal: date
    tentang: str = ""


@dataclass(frozen=True)
class Koordinasi:
    """A row of a BAB II table; `sektor` is the table, "pemerintah" or "nonpemerintah"; `mitra`: those in `instansi`."""

    sektor: str
    mulai: date
    selesai: date
    uraian: str
    instansi: str
    keterangan: str
    waktu: str = field(default="", compare=False)  # what only an office's own template prints makes no two rows differ
    peserta: str = field(default="", compare=False)
    mitra: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Informasi:
    """A row of BAB III a; `sebulan`: only the month of `tanggal` is known."""

    tanggal: date
    sebulan: bool
    judul: str
    platform: tuple[str, ...]


@dataclass(frozen=True)
class Matriks:
    """One month of BAB III b: postingan by jenis (rows) and platform (columns), 0 for none."""

    bulan: date
    angka: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Evaluasi:
    """One month of BAB IV a: publikasi = postingan on counted accounts; website = Promote-link konten."""

    bulan: date
    publikasi: int
    website: int


@dataclass(frozen=True)
class Jumlah:
    """The sums of a period, each by its own name; `sebutan` is "Triwulan II 2022"."""

    sebutan: str
    kegiatan: int
    pemerintah: int
    nonpemerintah: int
    konten: int
    postingan: int
    publikasi: int


@dataclass(frozen=True)
class Kegiatan:
    """A kegiatan of the appendix; `foto`: file names inside the photo folder, in the order the staff gave them."""

    nama: str
    mulai: date
    selesai: date
    tempat: str = ""
    foto: tuple[str, ...] = ()
    waktu: str = field(default="", compare=False)
    peserta: str = field(default="", compare=False)
    keterangan: str = field(default="", compare=False)


@dataclass(frozen=True)
class Tautan:
    """A konten with its evidence: pairs of platform and address. `sebulan`: only the month of `tanggal` is known."""

    tanggal: date
    sebulan: bool
    jenis: str
    judul: str
    tautan: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TanpaTautan:
    """The numbers of konten of a month that have no address."""

    bulan: date
    konten: int
    postingan: int


@dataclass(frozen=True)
class Sel:  # a cell of a matrix that reads otherwise than it was once reported
    bulan: date
    jenis: str
    platform: str
    semula: int
    menjadi: int


@dataclass(frozen=True)
class Susulan:
    """Late changes in the period before, since its last report: rows added, rows withdrawn as text, changed cells."""

    sebutan: str
    versi: int
    batas: date
    koordinasi: tuple[Koordinasi, ...] = ()
    informasi: tuple[Informasi, ...] = ()
    dicabut: tuple[str, ...] = ()
    sel: tuple[Sel, ...] = ()


@dataclass(frozen=True)
class Ketepatan:
    """How promptly an office records. `kegiatan`: those of the days on which it did, `sehari`: those of them that were
    recorded by their last day; `pekan`: the weeks that are over, `kosong`: those of them without konten, `mana`: their
    names."""

    kegiatan: int
    sehari: int
    pekan: int
    kosong: int
    mana: str = ""


@dataclass(frozen=True)
class Masalah:
    judul: str
    isi: str = ""


@dataclass(frozen=True)
class Rekap:
    """The figures of a report. `sebelumnya`: publikasi of the period before by month, None where unknown; `kini`,
    `dulu`: sums of this period and that before; `nama_diri`: first words of rows that are names; `isian`: variables of
    the passages; `ketepatan`: where it is wanted; `nasional`: for the province, `bawahan`: in its report."""

    satker: Satker
    periode: Periode
    surat: Surat
    anggota: tuple[Anggota, ...]
    keputusan: tuple[Keputusan, ...]
    dasar_hukum: tuple[str, ...]
    dasar_laporan: str
    dasar_pembentukan: tuple[str, ...]
    koordinasi: tuple[Koordinasi, ...]
    informasi: tuple[Informasi, ...]
    jenis: tuple[str, ...]
    platform: tuple[str, ...]
    matriks: tuple[Matriks, ...]
    evaluasi: tuple[Evaluasi, ...]
    sebelumnya: tuple[Evaluasi, ...] | None
    akun: tuple[Akun, ...]
    masalah: tuple[Masalah, ...]
    saran: tuple[str, ...]
    batas: date
    kolase: tuple[Kolase, ...] = ()
    narasi: dict[str, str] = field(default_factory=dict)
    kegiatan: tuple[Kegiatan, ...] = ()
    tautan: tuple[Tautan, ...] = ()
    tanpa_tautan: tuple[TanpaTautan, ...] = ()
    kini: Jumlah | None = None
    dulu: Jumlah | None = None
    susulan: Susulan | None = None
    media: tuple[Media, ...] = ()
    nama_diri: tuple[str, ...] = ()
    naskah: tuple[Passage, ...] = ()
    isian: dict[str, str] = field(default_factory=dict)
    ketepatan: Ketepatan | None = None
    nasional: Nasional | None = None
    bawahan: BawahanLaporan | None = None
