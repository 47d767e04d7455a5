"""Sectors of partners of the country, and the table of BAB II in which each counts; the data is sektor.toml."""

from dataclasses import dataclass
from functools import cache

from storage.nasional import rows

FILE = "sektor.toml"
TABLES = ("", "pemerintah", "nonpemerintah")


@dataclass(frozen=True)
class Sektor:
    """`kunci` is what records keep, `nama` what people see; `tabel` is one of TABLES."""

    kunci: str
    nama: str
    kata: str
    tabel: str = ""
    pokok: bool = False

    def __post_init__(self) -> None:
        if self.tabel not in TABLES:
            raise ValueError(f"{self.kunci}: {self.tabel}")


@cache
def every() -> dict[str, Sektor]:
    """All sectors by their keys."""
    found = [Sektor(**row) for row in rows.of(FILE, "sektor")]
    rows.once(FILE, (one.kunci for one in found))
    return {one.kunci: one for one in found}
