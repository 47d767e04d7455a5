"""What an office tells of itself, as plain data: how it is printed, and the media of its publikasi."""

from dataclasses import dataclass


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
