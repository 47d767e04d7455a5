"""The pictures of a roll-up: as wide as a phone, none too high for it, whatever has been sent."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from renderers.provinsi.papan import papan, tabel
from renderers.provinsi.recap import LANGSUNG, Baris, RekapSatker
from tests.provinsi import recap

FULL = recap("1")
NONE = replace(FULL, satker=tuple(Baris(one.kode, one.nama) for one in FULL.satker))
OLD = replace(NONE, satker=(Baris("3501", "KPU Kabupaten Pacitan", LANGSUNG, versi=2), *NONE.satker[1:]))
ALL = replace(FULL, satker=tuple(one for one in FULL.satker if one.jalan))
LONG = replace(
    FULL, satker=tuple(replace(one, nama=f"{one.nama} dan Kepulauan di Sebelah Timurnya") for one in FULL.satker)
)
SEVERAL = {
    "some": (FULL, 4),
    "none": (NONE, 3),
    "of an earlier release": (OLD, 3),
    "all": (ALL, 4),
    "long names": (LONG, 4),
}


def sizes(told: RekapSatker) -> list[tuple[int, int]]:
    return [Image.open(io.BytesIO(data)).size for data in papan.draw(told)]


@pytest.mark.parametrize("which", SEVERAL)
def test_every_picture_is_one_for_a_phone(which: str) -> None:
    told, count = SEVERAL[which]
    found = sizes(told)
    assert [wide for wide, _ in found] == [1080] * count
    assert max(high for _, high in found) <= 1560


def test_the_same_figures_make_the_same_pictures() -> None:
    assert papan.draw(FULL) == papan.draw(FULL)


def test_a_row_tells_what_is_known() -> None:
    assert tabel.values(Baris("3501", "KPU", LANGSUNG, versi=2)) == [None] * 7
    first = ALL.satker[0]
    assert first.kiriman is not None
    assert tabel.values(first)[:5] == [sum(getattr(m, n) for m in first.kiriman.nasional.bulan) for n in NAMES]


NAMES = ("kegiatan", "koordinasi", "konten", "postingan", "publikasi")
