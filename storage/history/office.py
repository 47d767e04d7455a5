"""The office part of a history file: satker, accounts, people, and what its letters cite."""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from storage.catatan.konten import JENIS, PLATFORM
from storage.kantor.people import Role


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
Bagian = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
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
    tagline: tuple[Text, ...] = ()
    website: str = ""
    atasan: Text
    kota_atasan: Text
    ketua: Text
    anggaran: Text
    dasar_laporan: Text
    dasar_pembentukan: tuple[Text, ...] = ()
    platform_bawaan: tuple[Platform, ...]
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
    aktif_sampai: date | None = None
    snapshot: tuple[Snapshot, ...] = ()


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
