"""The sheets a kolase can be drawn on: for Instagram, a story, the report. Measures in units of the sheet at 1×."""

from collections.abc import Mapping
from dataclasses import dataclass

from renderers.ink.boxes import Box
from renderers.kolase.rows import Limits


@dataclass(frozen=True)
class Format:
    """`atas`, `bawah`: what a phone lays its own buttons over, left free of words; `sebaris`: footer in one row."""

    nama: str
    wide: float
    high: float
    edge: float
    header: float
    title: float
    footer: float
    limits: Limits
    atas: float = 0
    bawah: float = 0
    sebaris: bool = False

    def area(self, taller_footer: float = 0) -> Box:
        """Where the cards go."""
        top = self.atas + self.header + self.title + 4
        foot = self.footer + self.bawah + taller_footer
        return Box(self.edge, top, self.wide - 2 * self.edge, self.high - top - foot - 24)


POTRET = Format("potret", 1080, 1350, 40, 166, 118, 110, Limits(3, 5, 9))
PERSEGI = Format("persegi", 1080, 1080, 36, 126, 114, 62, Limits(4, 4, 9), sebaris=True)
CERITA = Format("cerita", 1080, 1920, 44, 160, 122, 116, Limits(3, 6, 9), atas=178, bawah=178)
A4 = Format("a4", 1754, 1240, 60, 154, 116, 76, Limits(5, 4, 9), sebaris=True)
FORMATS: Mapping[str, Format] = {one.nama: one for one in (POTRET, PERSEGI, CERITA, A4)}
MOST = 12  # cells on a sheet when their number of sheets is fixed
