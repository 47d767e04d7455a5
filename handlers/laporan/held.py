"""The records of a span of days, each kind asked for at most once: months, weeks and sums are told from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from storage.catatan import kegiatan as catatan_kegiatan
from storage.catatan import konten as catatan_konten
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten, Koreksi
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor import akun, daftar, fakta
from storage.kantor.akun import Akun
from storage.kantor.fakta import Fakta
from storage.kantor.satker import Here
from storage.laporan import susunan
from storage.laporan.susunan import Susunan


@dataclass(frozen=True)
class Held:
    """The records with a day in [mulai, selesai)."""

    here: Here
    mulai: date
    selesai: date

    @cached_property
    def kegiatan(self) -> Sequence[Kegiatan]:
        return catatan_kegiatan.with_a_day(self.here, self.mulai, self.selesai)

    @cached_property
    def konten(self) -> Sequence[Konten]:
        return catatan_konten.between(self.here, self.mulai, self.selesai)

    @cached_property
    def koreksi(self) -> Sequence[Koreksi]:
        return catatan_konten.corrections(self.here, self.mulai, self.selesai)

    @cached_property
    def fotos(self) -> Mapping[int, Sequence[Foto]]:
        """The photos of the span by the id of their kegiatan."""
        return photos.of_kegiatan(self.here, self.mulai, self.selesai)

    @cached_property
    def akun(self) -> Sequence[Akun]:
        return akun.every(self.here)

    @cached_property
    def fakta(self) -> Sequence[Fakta]:
        return fakta.every(self.here)

    @cached_property
    def laid(self) -> Mapping[str, Susunan]:
        """The layout of the kolase of a pekan that people chose, by the code of the pekan."""
        return susunan.every(self.here)

    def begun(self, mulai: date, selesai: date) -> list[Kegiatan]:
        """The kegiatan that begin in a part of the span."""
        return [row for row in self.kegiatan if mulai <= row.mulai < selesai]

    def running(self, mulai: date, selesai: date) -> list[Kegiatan]:
        """The kegiatan that began before a part of the span and last into it."""
        return [row for row in self.kegiatan if row.mulai < mulai <= row.selesai and row.mulai < selesai]

    def told(self, mulai: date, selesai: date) -> list[Konten]:
        """The konten of a part of the span."""
        return [row for row in self.konten if mulai <= row.tanggal < selesai]

    def cells(self, month: date, end: date) -> dict[tuple[str, str], int]:
        """A month's postingan by (jenis, platform): itemised + counted entries, unless the cell is corrected."""
        fixed = {(k.jenis, k.platform): k.nilai for k in self.koreksi if k.bulan == month}
        return catatan_konten.summed(self.told(month, end)) | fixed

    @property
    def counted(self) -> set[str]:
        """The platforms whose postingan are publikasi."""
        return akun.counted(self.akun)

    def table(self, sektor: str) -> str:
        """The table of BAB II in which the kegiatan of a sector stand; empty for none."""
        return daftar.table(self.here.satker, sektor)
