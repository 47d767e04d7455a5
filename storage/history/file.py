"""The file of an office and its history, as `bot load` takes it: JSON that an office can write by hand.

Days are "2022-04-18", months "2022-04", periods "2022-TW2", "2022-S1" or "2022". Photos are files in the
folder `foto` beside the file. An unknown or misspelt name is refused, and so is an entry told twice.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from pydantic import Field, model_validator

from storage.history.history_entries import Hitungan, Kegiatan, Konten, Koreksi, Masalah, Mitra, Saran, Surat
from storage.history.office import Akun, Anggota, Bagian, DasarHukum, Keputusan, KodePeriode, Part, Satker, Text


class History(Part):
    """`surat` and `narasi` go by period; a narasi is a passage of the report, such as "sebab" in BAB IV."""

    satker: Satker
    akun: tuple[Akun, ...]
    anggota: tuple[Anggota, ...]
    dasar_hukum: tuple[DasarHukum, ...]
    keputusan: tuple[Keputusan, ...]
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
            raise ValueError(f"pelapor not among the anggota: {', '.join(sorted(strangers))}")
        return self

    @model_validator(mode="after")
    def _told_once(self) -> Self:
        _once("akun", [a.platform for a in self.akun])
        _once("anggota", [a.nama for a in self.anggota])
        _once("hitungan", [(h.bulan, h.jenis, p) for h in self.hitungan for p in h.jumlah])
        _once("koreksi", [(k.bulan, k.jenis, k.platform) for k in self.koreksi])
        return self


def _once(part: str, keys: Sequence[Any]) -> None:
    twice = sorted({str(k) for k in keys if keys.count(k) > 1})
    if twice:
        raise ValueError(f"{part} tells twice: {', '.join(twice)}")


def read(file: Path) -> History:
    return History.model_validate_json(file.read_bytes())


def foto_path(file: Path, foto: str) -> Path:
    return file.parent / "foto" / foto
