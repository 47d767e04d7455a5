"""What a report is made of beside its figures: pictures that have been drawn and photos that have been prepared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from renderers.figures import Kegiatan


@dataclass(frozen=True)
class Sheet:
    """A sheet of kolase as bytes, and what stands below it."""

    jpeg: bytes
    keterangan: str


@dataclass(frozen=True)
class Photo:
    jpeg: bytes
    bentuk: float


@dataclass(frozen=True)
class Card:
    kegiatan: Kegiatan
    foto: tuple[Photo, ...]


@dataclass(frozen=True)
class Diagram:
    png: bytes
    alt: str
    keterangan: str


PLACES = ("postingan", "publikasi", "banding")  # where the template has room for diagrams


@dataclass(frozen=True)
class Material:
    """`diagram`: by the place where they stand."""

    lambang: bytes
    lembar: Sequence[Sheet] = ()
    kartu: Sequence[Card] = ()
    diagram: Mapping[str, Sequence[Diagram]] = field(default_factory=lambda: dict.fromkeys(PLACES, ()))
