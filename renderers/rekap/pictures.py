"""The pictures of a report: drawn sheets and charts, prepared photos, the emblem."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from renderers.figures import Kegiatan


@dataclass(frozen=True)
class Sheet:
    """A sheet of kolase as JPEG bytes, and its caption."""

    jpeg: bytes
    caption: str


@dataclass(frozen=True)
class Photo:
    """A prepared photo as JPEG bytes; `aspect`: its width by height."""

    jpeg: bytes
    aspect: float


@dataclass(frozen=True)
class Card:
    """A kegiatan of the appendix with its photos."""

    kegiatan: Kegiatan
    photos: tuple[Photo, ...]


@dataclass(frozen=True)
class Diagram:
    """A chart as PNG bytes, its numbers in words (`alt`), and its caption."""

    png: bytes
    alt: str
    caption: str


PLACES = ("postingan", "publikasi", "banding")
"""Where a template has room for charts."""


@dataclass(frozen=True)
class Material:
    """All pictures of a report; `emblem`: PNG or JPEG bytes; `charts`: by their place, one of PLACES; `annex`: the
    report goes with a letter of its own, which may have no date yet."""

    emblem: bytes
    sheets: Sequence[Sheet] = ()
    cards: Sequence[Card] = ()
    charts: Mapping[str, Sequence[Diagram]] = field(default_factory=lambda: dict.fromkeys(PLACES, ()))
    annex: bool = False
