"""The office part of a history file: satker, accounts, people, and what its letters cite."""

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator

from storage.kantor.fakta import About
from storage.kantor.media import Source
from storage.nasional import dasar_hukum, jenis, platform, sektor
from storage.nasional.passages import GREETINGS


def _one_of(part: str, known: Iterable[str]) -> AfterValidator:
    """A row of the country, or one of the rows that the file itself has for this list."""

    def check(value: str, info: ValidationInfo) -> str:
        rows = (*known, *(info.context or {}).get(part, ()))
        if value not in rows:
            raise ValueError(f"“{value}” bukan salah satu dari {', '.join(rows)}")
        return value

    return AfterValidator(check)


def _like(pattern: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"“{value}” tidak dapat dibaca; tulis seperti {example}")
        return value

    return AfterValidator(check)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
_OF_PARTNERS = tuple(one.kunci for one in sektor.every().values() if one.tabel)
Platform = Annotated[str, _one_of("platform", platform.every())]
Jenis = Annotated[str, _one_of("jenis", jenis.every())]
Sektor = Annotated[str, _one_of("sektor", sektor.every())]
SektorMitra = Annotated[str, _one_of("sektor", _OF_PARTNERS)]
Bulan = Annotated[str, _like(r"20\d\d-(0[1-9]|1[0-2])", "2022-04")]
KodePeriode = Annotated[str, _like(r"20\d\d(-(TW[1-4]|S[12]))?", "2022-TW2, 2022-S1, atau 2022")]
KodeWilayah = Annotated[str, _like(r"\d{2,4}", "3574")]
Bagian = Annotated[str, _like(r"[a-z_]+", "sebab")]
FotoFile = Annotated[str, _like(r"[\w-][\w.-]*", "25.jpg, nama berkas tanpa folder")]
Jumlah = Annotated[int, Field(ge=0)]


def _listed(kunci: str) -> str:
    if kunci not in dasar_hukum.regulations():
        raise ValueError(f"“{kunci}” tidak ada dalam daftar nasional dasar hukum; tulis seperti PKPU 22/2023")
    return kunci


def _title(kunci: str | None) -> str:
    return dasar_hukum.regulations()[kunci].judul if kunci else ""


class Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Satker(Part):
    """The office. What is in FACTS holds always, `anggaran` in the years that it names; what changes with time is told
    by a Fakta instead. `anggaran` and `dasar_laporan` are sentences the report prints, `salam` opens it;
    `kolase_hari` 0 is Monday; `platform_sendiri`, `jenis_sendiri`, `sektor_sendiri`: rows of its own, each with the
    national row as which it counts, such as {"IG PPID": "IG"}."""

    kode: KodeWilayah
    nama: Text
    tingkat: Literal["kabupaten", "kota", "provinsi", "pusat"]
    lembaga: Text = "KOMISI PEMILIHAN UMUM"
    tempat: Text
    wilayah: Text
    kota: Text
    provinsi: Text
    alamat: Text | None = None
    zona: Literal["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]
    tagline: tuple[Text, ...] = ()
    website: str = ""
    atasan: Text | None = None
    kota_atasan: Text | None = None
    ketua: Text | None = None
    anggaran: Text | None = None
    dasar_laporan: Text | None = None
    dasar_pembentukan: tuple[Text, ...] = ()
    platform_bawaan: tuple[Platform, ...]
    platform_sendiri: dict[Text, Annotated[str, _one_of("", platform.every())]] = Field(default_factory=dict)
    jenis_sendiri: dict[Text, Annotated[str, _one_of("", jenis.every())]] = Field(default_factory=dict)
    sektor_sendiri: dict[Text, Annotated[str, _one_of("", _OF_PARTNERS)]] = Field(default_factory=dict)
    kumulatif: bool = True
    salam: Annotated[str, _one_of("", GREETINGS)] = "umum"
    kolase_hari: Annotated[int, Field(ge=0, le=6)] = 4
    kolase_jam: time = time(16)


FACTS = frozenset(about.value for about in About)


class Dated(Part):
    """A row that holds on some days, both included, or always."""

    berlaku_dari: date | None = None
    berlaku_sampai: date | None = None


class Fakta(Dated):
    """A fact of the office and the days on which it holds. `tentang`: one of FACTS; `jabatan`: the position of who
    signs, such as "Plt. Ketua"; a motto has its parts in `isi`, one a line."""

    tentang: Annotated[str, _one_of("", tuple(About))]
    isi: Text
    jabatan: str = ""

    @model_validator(mode="after")
    def _of_who_signs(self) -> Self:
        if self.jabatan and self.tentang != About.KETUA:
            raise ValueError("jabatan hanya untuk ketua, yaitu penanda tangan")
        return self


class Media(Dated):
    """A row of BAB IV, in the order of the file. `sumber`: "dihitung", "laman", "grup", "teks" or "sendiri"; in `nama`,
    {satker} and {atasan} stand for the names of the offices; `angka`: own numbers by month."""

    nama: Text
    sumber: Annotated[str, _one_of("", tuple(Source))]
    keterangan: str = ""
    teks: str = ""
    angka: dict[Bulan, Jumlah] = Field(default_factory=dict)


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


class Anggota(Dated):
    nama: Text
    jabatan_kedinasan: Text
    jabatan_tim: Text
    # Who only sends workbooks is no member of a team.
    role: Literal["pembina", "anggota", "ketua", "ketua_pelaksana"]


class DasarHukum(Dated):
    """`nasional`: its short name in the national list ("PKPU 22/2023"), which then has its text; `teks` may be left
    out beside it."""

    nasional: Annotated[str, AfterValidator(_listed)] | None = None
    teks: Text = Field(default_factory=lambda known: _title(known.get("nasional")), validate_default=True)


class Keputusan(Part):
    """`tentang`: its title. `hubungan`: what it does to the decree with the number `terhadap`, or to the one before it;
    without it, a decree amends one of its own year and replaces one of another."""

    jenis: Literal["BA", "SK"]
    nomor: Text
    tanggal: date
    tentang: str = ""
    hubungan: Literal["", "menetapkan", "mengubah", "mengganti"] = ""
    terhadap: str = ""
