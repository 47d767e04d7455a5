"""The roll-up of a province as pictures for a phone: the whole at a glance, the ranks, then every office."""

from renderers.ink.paint import jpeg
from renderers.provinsi.papan import peringkat, ringkas, tabel
from renderers.provinsi.recap import RekapSatker


def draw(recap: RekapSatker) -> list[bytes]:
    """Each picture as JPEG bytes; none of them so high that a phone makes it smaller than it is wide."""
    return [jpeg(sheet) for sheet in (ringkas.sheet(recap), *peringkat.sheets(recap), *tabel.sheets(recap))]


def title(recap: RekapSatker) -> str:
    return f"Rekap Satker {recap.judul}"
