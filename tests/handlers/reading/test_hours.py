"""Hours as people type them, and what is none."""

from datetime import date

import pytest

from handlers.catatan import kegiatan
from handlers.chat.messages import Rejected
from handlers.reading.hours import hours

TODAY = date(2022, 6, 24)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("9", "09.00"),
        ("09", "09.00"),
        ("09.00", "09.00"),
        ("9:30", "09.30"),
        ("09:00:00", "09.00"),
        ("jam 9", "09.00"),
        ("Jam 14.15 WIB.", "14.15"),
        ("pukul 09.00", "09.00"),
        ("pkl. 7.30 wib", "07.30"),
        ("24.00", "24.00"),
        ("9.30 - 11 WIB", "09.30–11.00"),
        ("09.00–11.00", "09.00–11.00"),
        ("8 s/d 12", "08.00–12.00"),
        ("8 s.d. 12", "08.00–12.00"),
        ("pukul 22.00 sampai dengan 02.00", "22.00–02.00"),
        ("13 hingga 15", "13.00–15.00"),
    ],
)
def test_an_hour_has_one_writing_and_keeps_it(typed: str, written: str) -> None:
    assert (hours(typed), hours(written)) == (written, written)
    assert kegiatan.read_waktu(typed, TODAY) == written


@pytest.mark.parametrize(
    "typed",
    [
        "ba'da zuhur",
        "09.00 s/d selesai",
        "10.00 WITA",
        "jam 9 pagi",
        "Selasa, 13 September 2022 / 13.00 WIB",
        "9 orang",
        "jam 9 jam 10",
    ],
)
def test_other_words_stay_as_they_were_typed(typed: str) -> None:
    assert hours(typed) == ""
    assert kegiatan.read_waktu(f" {typed} ", TODAY) == typed


@pytest.mark.parametrize("typed", ["25", "25.00", "24.30", "9.75", "9.3", "0930"])
def test_a_number_that_is_no_hour_is_told(typed: str) -> None:
    with pytest.raises(Rejected, match=f"^“{typed}” bukan jam. Tulis misalnya 09.00, atau 09.00–11.00.$"):
        kegiatan.read_waktu(typed, TODAY)


def test_a_long_text_of_digits_takes_no_time() -> None:
    assert hours("9" * 4096) == hours("jam " + " " * 4096 + "x") == hours("9 - " * 1024) == ""
