"""The roll-up of a province as plain data: a line for each office below it, and what that office reported."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from renderers.provinsi.kiriman import Kiriman

LANGSUNG, BERKAS = "langsung", "berkas"


@dataclass(frozen=True)
class Baris:
    """An office. `jalan`: its report was read in the same database (LANGSUNG) or came as a workbook (BERKAS), "" while
    there is none; a report of an earlier release has no `kiriman`. `pengirim`: who sent the workbook; `versi`: of
    the report."""

    kode: str
    nama: str
    jalan: str = ""
    kiriman: Kiriman | None = None
    pengirim: str = ""
    versi: int = 0


@dataclass(frozen=True)
class RekapSatker:
    """`judul`: of the period; `tanggal`: the day of the roll-up; `platform`: key and name of each; `zona`: the clock by
    which its times are told."""

    provinsi: str
    judul: str
    tanggal: date
    zona: str
    bulan: tuple[date, ...]
    jenis: tuple[str, ...]
    platform: tuple[tuple[str, str], ...]
    satker: tuple[Baris, ...]

    def made_on(self, one: Kiriman) -> date:
        """The day on which a report was made, by the clock of the province."""
        return one.made_at.astimezone(ZoneInfo(self.zona)).date()

    @property
    def terkirim(self) -> tuple[Baris, ...]:
        return tuple(one for one in self.satker if one.jalan)

    @property
    def belum(self) -> tuple[Baris, ...]:
        return tuple(one for one in self.satker if not one.jalan)

    @property
    def dihitung(self) -> tuple[tuple[Baris, Kiriman], ...]:
        """The offices whose figures are known."""
        return tuple((one, one.kiriman) for one in self.satker if one.kiriman)
