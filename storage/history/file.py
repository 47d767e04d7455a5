"""The file of an office and its history, as `bot load` takes it: JSON that an office can write by hand.

Days are "2022-04-18", months "2022-04", periods "2022-TW2", "2022-S1" or "2022". Photos are files in the
folder `foto` beside the file. An unknown or misspelt name is refused, and so is an entry told twice.
"""

import json
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, ValidationError, model_validator

from storage.history.faults import faulty
from storage.history.office import (
    Akun,
    Anggota,
    Bagian,
    Bulan,
    DasarHukum,
    Fakta,
    FotoFile,
    Jenis,
    Jumlah,
    Keputusan,
    KodePeriode,
    Media,
    Part,
    Platform,
    Satker,
    Sektor,
    SektorMitra,
    Text,
)
from storage.kantor.akun import exists


class Kegiatan(Part):
    """`selesai` is the last day, `mulai` if left out; with a sektor other than internal it is a BAB II row."""

    nama: Text
    mulai: date
    selesai: date = Field(default_factory=lambda known: known["mulai"])
    sektor: Sektor = "internal"
    instansi: str = ""
    uraian: str = ""
    keterangan: str = ""
    tempat: str = ""
    waktu: str = ""
    peserta: str = ""
    foto: tuple[FotoFile, ...] = ()
    pelapor: Text

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.selesai < self.mulai:
            raise ValueError("selesai tidak boleh sebelum mulai")
        if self.sektor != "internal" and not (self.instansi and self.uraian and self.keterangan):
            raise ValueError("kegiatan dengan mitra memerlukan instansi, uraian, dan keterangan")
        return self


class Mitra(Part):
    """A partner and the other names that people use for it."""

    nama: Text
    sektor: SektorMitra
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
    """A counted entry: the postingan of one jenis in a month, a number for each platform."""

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


class History(Part):
    """`surat` and `narasi` go by period; a narasi is a passage of the report, such as "sebab" in BAB IV."""

    satker: Satker
    akun: tuple[Akun, ...]
    anggota: tuple[Anggota, ...]
    dasar_hukum: tuple[DasarHukum, ...]
    keputusan: tuple[Keputusan, ...]
    fakta: tuple[Fakta, ...] = ()
    media: tuple[Media, ...] = ()
    mitra: tuple[Mitra, ...] = ()
    kegiatan: tuple[Kegiatan, ...] = ()
    konten: tuple[Konten, ...] = ()
    hitungan: tuple[Hitungan, ...] = ()
    koreksi: tuple[Koreksi, ...] = ()
    masalah: tuple[Masalah, ...] = ()
    saran: tuple[Saran, ...] = ()
    surat: dict[KodePeriode, Surat] = Field(default_factory=dict)
    narasi: dict[KodePeriode, dict[Bagian, Text]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _known_people(self) -> Self:
        strangers = {k.pelapor for k in self.kegiatan} - {a.nama for a in self.anggota}
        if strangers:
            raise ValueError(f"pelapor ini tidak ada di antara anggota: {', '.join(sorted(strangers))}")
        return self

    @model_validator(mode="after")
    def _accounts_apart(self) -> Self:
        if daftar := ", ".join(sorted(_together(self.akun))):
            raise ValueError(f"dua akun {daftar} ada pada hari yang sama; yang kedua perlu baris di platform_sendiri")
        return self

    @model_validator(mode="after")
    def _told_once(self) -> Self:
        _once("akun", [(a.platform, a.nama) for a in self.akun])
        _once("anggota", [a.nama for a in self.anggota])
        _once("hitungan", [(h.bulan, h.jenis, p) for h in self.hitungan for p in h.jumlah])
        _once("koreksi", [(k.bulan, k.jenis, k.platform) for k in self.koreksi])
        return self


def _once(part: str, keys: Sequence[Any]) -> None:
    twice = sorted({" ".join(k) if isinstance(k, tuple) else str(k) for k in keys if keys.count(k) > 1})
    if twice:
        raise ValueError(f"{part} menyebut dua kali: {', '.join(twice)}")


def _together(accounts: Sequence[Akun]) -> set[str]:
    """The platforms of which two accounts exist on the same day; a second one stands on a row of the office's own."""
    pairs = ((a, b) for a, b in combinations(accounts, 2) if a.platform == b.platform)
    return {a.platform for a, b in pairs if exists(a, b.aktif_sejak or date.min, b.aktif_sampai or date.max)}


def _own_rows(told: bytes) -> dict[str, list[str]]:
    """The rows that the file has beside those of the country, read ahead of its other parts, which name them."""
    try:
        office = json.loads(told)["satker"]
        return {part: [*office.get(f"{part}_sendiri", ())] for part in ("platform", "jenis", "sektor")}
    except (ValueError, LookupError, TypeError, AttributeError):
        return {}  # the reading itself says what is wrong


def read(file: Path) -> History:
    """The history in a JSON file; Faulty says where it does not fit."""
    told = file.read_bytes()
    try:
        return History.model_validate_json(told, context=_own_rows(told))
    except ValidationError as error:
        raise faulty(error) from None


def foto_path(file: Path, foto: str) -> Path:
    return file.parent / "foto" / foto
