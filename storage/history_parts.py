"""The parts of a history file, each as an office writes it by hand; what may be left out has a default."""

from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from storage.konten import JENIS, PLATFORM
from storage.people import Role


def _one_of(known: tuple[str, ...]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in known:
            raise ValueError(f"{value!r} is none of {', '.join(known)}")
        return value

    return AfterValidator(check)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Platform = Annotated[str, _one_of(PLATFORM)]
Jenis = Annotated[str, _one_of(JENIS)]
Bulan = Annotated[str, StringConstraints(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
KodePeriode = Annotated[str, StringConstraints(pattern=r"^20\d\d(-(TW[1-4]|S[12]))?$")]
FotoFile = Annotated[str, StringConstraints(pattern=r"^[\w-][\w.-]*$")]  # a name, never a path
Jumlah = Annotated[int, Field(ge=0)]


class Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Satker(Part):
    """The office. `anggaran` and `dasar_laporan` are sentences the report prints; `kolase_hari` 0 is Monday."""

    kode: Annotated[str, StringConstraints(pattern=r"^\d{2,4}$")]
    nama: Text
    tingkat: Literal["kabupaten", "kota", "provinsi"]
    lembaga: Text = "KOMISI PEMILIHAN UMUM"
    tempat: Text
    wilayah: Text
    kota: Text
    provinsi: Text
    alamat: Text
    zona: Literal["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]
    tagline: list[Text] = []
    website: str = ""
    atasan: Text
    kota_atasan: Text
    ketua: Text
    anggaran: Text
    dasar_laporan: Text
    dasar_pembentukan: list[Text] = []
    platform_bawaan: list[Platform]
    kumulatif: bool = True
    kolase_hari: Annotated[int, Field(ge=0, le=6)] = 4
    kolase_jam: time = time(16)


class Snapshot(Part):
    tanggal: date
    pengikut: Jumlah | None = None
    suka: Jumlah | None = None


class Akun(Part):
    """`dihitung`: its postingan are publikasi (BAB IV row 1)."""

    platform: Platform
    nama: Text
    dihitung: bool = False
    aktif_sejak: date | None = None
    snapshot: list[Snapshot] = []


class Anggota(Part):
    nama: Text
    jabatan_kedinasan: Text
    jabatan_tim: Text
    role: Role
    berlaku_dari: date | None = None
    berlaku_sampai: date | None = None


class DasarHukum(Part):
    teks: Text
    berlaku_dari: date | None = None
    berlaku_sampai: date | None = None


class Keputusan(Part):
    jenis: Literal["BA", "SK"]
    nomor: Text
    tanggal: date


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
    foto: list[FotoFile] = []
    pelapor: Text

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.selesai < self.mulai:
            raise ValueError("selesai lies before mulai")
        if self.sektor != "internal" and not (self.instansi and self.uraian and self.keterangan):
            raise ValueError("a coordination needs instansi, uraian and keterangan")
        return self


class Konten(Part):
    """One content, item by item. `sebulan`: only the month of `tanggal` is known; `tautan`: platform -> link."""

    jenis: Jenis
    judul: Text
    tanggal: date
    sebulan: bool = False
    platform: Annotated[list[Platform], Field(min_length=1)]
    informasi: bool = False
    tautan: dict[Platform, Text] = {}


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
    tembusan: list[Text] = []
