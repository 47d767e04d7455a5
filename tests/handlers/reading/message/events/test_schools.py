"""Whose a school is says its name: a number or "Negeri" is the state's, a foundation or a faith is not."""

from datetime import date

import pytest

from handlers.catatan.gazetteer import of_partners
from handlers.reading.message.read import read
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH

TODAY = date(2023, 3, 15)
OFFICE = of_partners({"SMA Kristen Petra": ("SMA Kristen Petra", PEMERINTAH)}, "Kota Probolinggo")
PRIVATE = ("SMK Pasundan 1", "SMP Muhammadiyah 2", "SMA Kristen", "SD Katolik Santo Yosef", "MTs Al Hikmah", "MA NU")
STATE = ("SMAN 1", "SMK Negeri 2", "SMP 3", "MAN 1", "SDN Jati 2")


@pytest.mark.parametrize(
    ("school", "sektor"),
    [*((one, NONPEMERINTAH) for one in PRIVATE), *((one, PEMERINTAH) for one in (*STATE, "SMA Kristen Petra"))],
)
@pytest.mark.parametrize(
    "told", ["sosialisasi di {}, 13 Maret", "13 Maret kunjungan ke {}", "rapat dengan {} 13 Maret"]
)
def test_whose_a_school_is(school: str, sektor: str, told: str) -> None:
    (one,) = read(told.format(school), TODAY, OFFICE)
    assert (one.answers["instansi"], one.answers["sektor"], one.doubts) == (school, sektor, ())
    assert one.answers["tanggal"]["mulai"] == "2023-03-13"
