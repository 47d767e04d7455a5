"""The sheets a kolase can be drawn on: for Instagram, a story, the report. Measures in units of the sheet at 1×."""

from collections.abc import Mapping
from dataclasses import dataclass

from renderers.ink.boxes import Box
from renderers.kolase.rows import Limits


@dataclass(frozen=True)
class Format:
    """A format of sheets, measured in units at 1×. `nama`: the word by which people choose it; `header`, `title`,
    `footer`: heights; `above`, `below`: the strips that a phone covers with buttons, left free of words; `one_row`:
    website and accounts may stand side by side."""

    nama: str
    wide: float
    high: float
    edge: float
    header: float
    title: float
    footer: float
    limits: Limits
    above: float = 0
    below: float = 0
    one_row: bool = False

    def area(self, taller_footer: float = 0) -> Box:
        """The box for the cards; `taller_footer`: how much higher than usual the footer is."""
        top = self.above + self.header + self.title + 4
        foot = self.footer + self.below + taller_footer
        return Box(self.edge, top, self.wide - 2 * self.edge, self.high - top - foot - 24)


POTRET = Format("potret", 1080, 1350, 40, 166, 118, 110, Limits(4, 5, 9))
PERSEGI = Format("persegi", 1080, 1080, 36, 126, 114, 62, Limits(4, 4, 9), one_row=True)
CERITA = Format("cerita", 1080, 1920, 44, 160, 122, 116, Limits(4, 6, 9), above=178, below=178)
A4 = Format("a4", 1754, 1240, 60, 154, 116, 76, Limits(5, 4, 9, 1.25), one_row=True)
FORMATS: Mapping[str, Format] = {one.nama: one for one in (POTRET, PERSEGI, CERITA, A4)}
MOST = 12  # cells on a sheet where the number of sheets is fixed
