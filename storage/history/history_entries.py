"""The record part of a history file: kegiatan, konten, counts, and the texts of a report."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from storage.history.office import Bulan, FotoFile, Jenis, Jumlah, KodePeriode, Part, Platform, Text


class Kegiatan(Part):
    """`selesai` is the last day, `mulai` if left out; with a sektor other than internal it is a BAB II row."""

    nama: Text
    mulai: date
    selesai: date = Field(default_factory=lambda known: known["mulai"])
    sektor: Literal["internal", "pemerintah", "nonpemerintah"] = "internal"
    instansi: str = ""
    uraian: str = ""
    keterangan: str = ""
    tempat: str = ""
    foto: tuple[FotoFile, ...] = ()
    pelapor: Text

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.selesai < self.mulai:
            raise ValueError("selesai lies before mulai")
        if self.sektor != "internal" and not (self.instansi and self.uraian and self.keterangan):
            raise ValueError("a coordination needs instansi, uraian and keterangan")
        return self


class Mitra(Part):
    """A partner and the other names that people use for it."""

    nama: Text
    sektor: Literal["pemerintah", "nonpemerintah"]
    alias: tuple[Text, ...] = ()


class Konten(Part):
    """One content, item by item. `sebulan`: only the month of `tanggal` is known; `tautan`: platform -> link."""

    jenis: Jenis
    judul: Text
    tanggal: date
    sebulan: bool = False
    platform: Annotated[tuple[Platform, ...], Field(min_length=1)]
    informasi: bool = False
    tautan: dict[Platform, Text] = Field(default_factory=dict)


class Hitungan(Part):
    """What was only counted: a month's postingan of one jenis, a number per platform."""

    bulan: Bulan
    jenis: Jenis
    jumlah: dict[Platform, Jumlah]
    perkiraan: bool = False


class Koreksi(Part):
    """A cell of a month's matrix that is right although the entries say otherwise, and why."""

    bulan: Bulan
    jenis: Jenis
    platform: Platform
    nilai: Jumlah
    alasan: Text


class Masalah(Part):
    judul: Text
    isi: str = ""
    dibuka: date
    ditutup: date | None = None


class Saran(Part):
    periode: KodePeriode
    isi: Text


class Surat(Part):
    nomor: str | None = None
    tanggal: date | None = None
    sifat: str | None = None
    lampiran: str | None = None
    tembusan: tuple[Text, ...] = ()
