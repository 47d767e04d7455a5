"""The looks of a kolase as data: one family of colours and one metal each, every text on its ground at WCAG AA."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from renderers.ink.glyphs import Colour


@dataclass(frozen=True)
class Tema:
    """`utama` is the colour of bands, chips and the pekan, from `gelap` to `terang`; `logam` is for lines only."""

    nama: str
    kertas: Colour
    kartu: Colour
    tinta: Colour
    redup: Colour
    utama: Colour
    gelap: Colour
    terang: Colour
    logam: Colour
    logam_muda: Colour
    bayang: Colour
    pola: str = "kawung"
    putih: Colour = (255, 255, 255)


MARUN = Tema(
    nama="marun",
    kertas=(250, 246, 238),
    kartu=(255, 255, 255),
    tinta=(38, 20, 18),
    redup=(118, 98, 90),
    utama=(122, 14, 22),
    gelap=(84, 8, 14),
    terang=(158, 28, 34),
    logam=(224, 176, 74),
    logam_muda=(246, 214, 140),
    bayang=(70, 30, 20),
)
BIRU = Tema(
    nama="biru",
    kertas=(243, 246, 250),
    kartu=(255, 255, 255),
    tinta=(15, 24, 40),
    redup=(84, 98, 118),
    utama=(16, 58, 110),
    gelap=(8, 34, 72),
    terang=(28, 82, 146),
    logam=(214, 178, 92),
    logam_muda=(244, 222, 164),
    bayang=(20, 36, 66),
    pola="parang",
)
HIJAU = Tema(
    nama="hijau",
    kertas=(247, 247, 238),
    kartu=(255, 255, 255),
    tinta=(18, 32, 24),
    redup=(92, 102, 88),
    utama=(14, 78, 54),
    gelap=(6, 50, 35),
    terang=(18, 94, 65),
    logam=(214, 172, 78),
    logam_muda=(246, 222, 152),
    bayang=(24, 50, 34),
    pola="truntum",
)
UNGU = Tema(
    nama="ungu",
    kertas=(248, 245, 249),
    kartu=(255, 255, 255),
    tinta=(32, 20, 42),
    redup=(106, 92, 114),
    utama=(84, 34, 106),
    gelap=(54, 18, 72),
    terang=(112, 52, 138),
    logam=(218, 176, 92),
    logam_muda=(246, 220, 160),
    bayang=(52, 30, 62),
    pola="truntum",
)
MONOKROM = Tema(
    nama="monokrom",
    kertas=(245, 245, 244),
    kartu=(255, 255, 255),
    tinta=(22, 22, 22),
    redup=(94, 94, 94),
    utama=(46, 46, 48),
    gelap=(24, 24, 26),
    terang=(66, 66, 70),
    logam=(168, 168, 168),
    logam_muda=(224, 224, 222),
    bayang=(30, 30, 30),
    pola="polos",
)
TEMA: Mapping[str, Tema] = {one.nama: one for one in (MARUN, BIRU, HIJAU, UNGU, MONOKROM)}
POLA = ("kawung", "parang", "truntum", "polos")


def tema(nama: str, pola: str = "") -> Tema:
    """The theme of that name with its own pattern or another; the sober default where nobody knows the name."""
    found = TEMA.get(nama, MARUN)
    return replace(found, pola=pola) if pola in POLA else found


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    r, g, b = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return r, g, b
