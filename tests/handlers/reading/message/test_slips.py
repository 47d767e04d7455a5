"""Which names are so alike that a slip of the keys may be all the difference."""

import pytest

from handlers.catatan.gazetteer import KINDS
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.slips import meant

OFTEN = (
    "Rapat Pleno Rutin",
    "Apel Pagi",
    "Sosialisasi SMKN 1",
    "Rapat Koordinasi Triwulan II",
    "Evaluasi Bulan Juni",
    "Rakor Polres Kota",
    "Senam Sehat",
)
KNOWN = Gazetteer(kinds=KINDS, told=dict.fromkeys(OFTEN, 3) | {"Apel Siang": 2})


@pytest.mark.parametrize(("written", "known"), [
    ("Rpat pleno rtuin", "Rapat Pleno Rutin"),
    ("RAPAT PLENO RUTIIN", "Rapat Pleno Rutin"),
    ("rapat plenorutin", "Rapat Pleno Rutin"),
    ("Apel Pgai", "Apel Pagi"),
    ("Sosialsasi SMKN 1", "Sosialisasi SMKN 1"),
    ("Rapat Kordinsi Triwulan II", "Rapat Koordinasi Triwulan II"),
])  # fmt: skip
def test_a_slip_of_the_keys(written: str, known: str) -> None:
    assert meant(written, KNOWN) == known


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Rapat Pleno Rutin",
        "rapat pleno rutin",
        "Apel Pagi Bersama",
        "Apel Sing",
        "Sosialisasi SMAN 1",
        "Sosialisasi SMKN 2",
        "Sosialsasi SMKN 2",
        "Rapat Koordinasi Triwulan III",
        "Evaluasi Bulan Juli",
        "Raker Polres Kota",
        "Rakor Polsek Kota",
        "Rakor Pemda Kota",
        "Senam Sejahtera",
    ],
)
def test_two_names(written: str) -> None:
    assert meant(written, KNOWN) == ""
