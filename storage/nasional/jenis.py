"""Jenis of konten of the country, what each counts and the words that give it away; the data is jenis.toml."""

from dataclasses import dataclass
from functools import cache

from storage.nasional import rows

FILE = "jenis.toml"


@dataclass(frozen=True)
class Jenis:
    """`kunci` is what records keep and tables show. `hitung`, `tebak`: patterns; the lowest `tebak_ke` that fits
    decides. `laman`: a link to the office's own site; `video`: what stands on platforms of videos alone."""

    kunci: str
    menghitung: str
    hitung: str
    tebak: str = ""
    tebak_ke: int = 0
    pendek: str = ""
    laman: bool = False
    video: bool = False

    @property
    def label(self) -> str:
        """The name on a button."""
        return self.pendek or self.kunci


@cache
def every() -> dict[str, Jenis]:
    """All jenis by their keys, in the order of the matrices."""
    found = [Jenis(**row) for row in rows.of(FILE, "jenis")]
    rows.once(FILE, (one.kunci.casefold() for one in found))
    rows.once(FILE, (str(one.tebak_ke) for one in found if one.tebak))
    return {one.kunci: one for one in found}


@cache
def keys() -> tuple[str, ...]:
    return tuple(every())


@cache
def laman() -> str:
    """The jenis whose konten are links to the office's own site."""
    return next(one.kunci for one in every().values() if one.laman)


@cache
def video() -> str:
    """The jenis of a konten that stands on platforms of videos alone."""
    return next(one.kunci for one in every().values() if one.video)
