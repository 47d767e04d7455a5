"""What a report is made of beside its figures: pictures that have been drawn and photos that have been prepared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from renderers.figures import Kegiatan


@dataclass(frozen=True)
class Lembar:
    """A sheet of kolase as bytes, and what stands below it."""

    jpeg: bytes
    keterangan: str


@dataclass(frozen=True)
class Foto:
    jpeg: bytes
    bentuk: float


@dataclass(frozen=True)
class Kartu:
    kegiatan: Kegiatan
    foto: tuple[Foto, ...]


@dataclass(frozen=True)
class Diagram:
    png: bytes
    alt: str
    keterangan: str


TEMPAT = ("postingan", "publikasi", "banding")  # where the template has room for diagrams


@dataclass(frozen=True)
class Bahan:
    """`diagram`: by the place where they stand."""

    lambang: bytes
    lembar: Sequence[Lembar] = ()
    kartu: Sequence[Kartu] = ()
    diagram: Mapping[str, Sequence[Diagram]] = field(default_factory=lambda: dict.fromkeys(TEMPAT, ()))
