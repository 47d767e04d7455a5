"""What an office tells of itself, as plain data: how it is printed, its media, and its figures for its province."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Akun:
    """An account, `platform` by its shown name; `dihitung`: its postingan are publikasi (BAB IV row 1); `bulan`: the
    months of the tables in which it exists, None: all."""

    platform: str
    nama: str
    dihitung: bool = False
    aktif_sejak: date | None = None
    tanggal: date | None = None
    pengikut: int | None = None
    suka: int | None = None
    aktif_sampai: date | None = None
    bulan: tuple[date, ...] | None = field(default=None, compare=False)  # follows the dates


@dataclass(frozen=True)
class Satker:
    """The office as it stands in letterhead, sentences and signatures: `ketua` signs, in the position
    `jabatan_penanda_tangan`. What nobody has recorded is ""."""

    nama: str
    lembaga: str
    tempat: str
    wilayah: str
    kota: str
    provinsi: str
    alamat: str
    tagline: tuple[str, ...]
    website: str
    atasan: str
    kota_atasan: str
    ketua: str
    anggaran: str
    logo: str | None = None
    jabatan_penanda_tangan: str = "Ketua"


@dataclass(frozen=True)
class Media:
    """A row of the table of BAB IV. `sumber`: "dihitung" (publikasi), "laman" (website), "grup" (publikasi passed on),
    "teks" (`teks` in place of numbers) or "sendiri" (`angka`: for each month of the tables its number, None if unknown)
    """

    nama: str
    sumber: str
    keterangan: str = ""
    teks: str = ""
    angka: tuple[int | None, ...] = ()


MEASURES = ("kegiatan", "koordinasi", "konten", "postingan", "publikasi")
"""What is counted of each month."""


@dataclass(frozen=True)
class Bulan:
    """A month of an office as its province adds it up, by its MEASURES; `koordinasi`: the kegiatan with partners of
    either table."""

    bulan: date
    kegiatan: int = 0
    koordinasi: int = 0
    konten: int = 0
    postingan: int = 0
    publikasi: int = 0


@dataclass(frozen=True)
class Bawahan:
    """An office below a province as the report of the province tells of it: the version that it sent, 0 without one,
    and the sums of its quarter, None where they are not known."""

    nama: str
    versi: int = 0
    dibuat: date | None = None
    angka: Bulan | None = None


@dataclass(frozen=True)
class BawahanLaporan:
    """The offices below a province, and all of them together by month."""

    satker: tuple[Bawahan, ...]
    bulan: tuple[Bulan, ...]


@dataclass(frozen=True)
class Nasional:
    """The figures of a report by the lists of the country, for the province. `kode`: of the office; `postingan`: month,
    jenis, platform, number; `pengikut`: platform, account, followers. Of the kegiatan `tercatat` on the days on which
    the office recorded, `sehari` were by their last day; of the weeks (`pekan`) that are over, `kosong` have no konten,
    `mana` names them."""

    kode: str
    periode: str
    bulan: tuple[Bulan, ...]
    postingan: tuple[tuple[date, str, str, int], ...] = ()
    pengikut: tuple[tuple[str, str, int], ...] = ()
    tercatat: int = 0
    sehari: int = 0
    pekan: int = 0
    kosong: int = 0
    mana: str = ""
