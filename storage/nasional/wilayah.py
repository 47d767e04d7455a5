"""Wilayah: the provinces, kabupaten and kota of Indonesia with their codes, and the zone and capital of each province.

Codes and names as decided by the Minister of Home Affairs (Keputusan Nomor 300.2.2-2430 Tahun 2025), taken from the
collection github.com/cahyadsn/wilayah (MIT) and compared with that of the npm package idn-area-data: 38 and 514.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PROVINSI = 2
ACEH = "11"


@dataclass(frozen=True)
class Wilayah:
    """`kode` has two digits for a province, four for a kabupaten or kota; `ibukota` and `zona` are the province's."""

    kode: str
    nama: str
    provinsi: str
    ibukota: str
    zona: str

    @property
    def lengkap(self) -> str:
        special = self.kode == ACEH or self.nama.startswith("Daerah ")
        return self.nama if len(self.kode) > PROVINSI or special else f"Provinsi {self.nama}"

    @property
    def kantor(self) -> str:
        """The name of the office there: KPU, in Aceh KIP."""
        return f"{'KIP' if self.kode.startswith(ACEH) else 'KPU'} {self.lengkap}"


@cache
def regions() -> dict[str, Wilayah]:
    """All regions by their code."""
    rows = list(csv.DictReader((files("storage.nasional") / "wilayah.csv").read_text(encoding="utf-8").splitlines()))
    above = {row["kode"]: row for row in rows if len(row["kode"]) == PROVINSI}
    return {row["kode"]: _of(row, above[row["kode"][:PROVINSI]]) for row in rows}


def within(provinsi: str) -> list[Wilayah]:
    """The kabupaten and kota of a province, by its code."""
    return [one for one in regions().values() if len(one.kode) > PROVINSI and one.kode[:PROVINSI] == provinsi]


def _of(row: dict[str, str], above: dict[str, str]) -> Wilayah:
    return Wilayah(row["kode"], row["nama"], above["nama"], above["ibukota"], above["zona"])
