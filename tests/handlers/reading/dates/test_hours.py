"""Hours as people write them, and what is none."""

import time
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.dates.hours import hours_within


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("apel jam 9 di halaman", [("jam 9", "09.00")]),
        ("pukul 09.00-11.00 WIB di aula", [("pukul 09.00-11.00 WIB", "09.00–11.00")]),
        ("pkl 08.30 s/d selesai", [("pkl 08.30 s/d selesai", "08.30")]),
        ("mulai pukul 07.30 WITA sampai selesai.", [("mulai pukul 07.30 WITA sampai selesai", "07.30")]),
        ("jam 8 sampai jam 10 di lantai 2", [("jam 8 sampai jam 10", "08.00–10.00")]),
        ("lembur sampai jam 23.59", [("sampai jam 23.59", "23.59")]),
        ("Pkl. : 13.00 Wit", [("Pkl. : 13.00 Wit", "13.00")]),
        ("08.00 - selesai", [("08.00 - selesai", "08.00")]),
        ("dibuka 08:00 s.d. 21:00 tiap hari", [("08:00 s.d. 21:00", "08.00–21.00")]),
        ("21/4/2022 09.00 apel", [("09.00", "09.00")]),
        ("Senin 9 Sep 24 jam 8", [("jam 8", "08.00")]),
        ("9.30 WIB", [("9.30 WIB", "09.30")]),
        ("pukul 0730", [("pukul 0730", "07.30")]),
        ("jam 3 sore", [("jam 3 sore", "15.00")]),
        ("jam 2 siang", [("jam 2 siang", "14.00")]),
        ("jam 11 siang", [("jam 11 siang", "11.00")]),
        ("jam tujuh mlm", [("jam tujuh mlm", "19.00")]),
        ("jam 12 malam", [("jam 12 malam", "00.00")]),
        ("jam 8 pagi", [("jam 8 pagi", "08.00")]),
        ("tadi malam jam 7", [("jam 7", "19.00")]),
        ("jam 3 sore ini", [("jam 3", "15.00")]),
        ("jam 7 malam tadi", [("jam 7", "19.00")]),
        ("jam 7 sampai 9 malam", [("jam 7 sampai 9 malam", "19.00–21.00")]),
        ("jam 10 sampai 2 siang", [("jam 10 sampai 2 siang", "10.00–14.00")]),
        ("jam setengah 9 pagi", [("jam setengah 9 pagi", "08.30")]),
        ("mulai setengah sembilan", [("mulai setengah sembilan", "08.30")]),
        ("jam stgh 8 pagi", [("jam stgh 8 pagi", "07.30")]),
        ("jam 1/2 9", [("jam 1/2 9", "08.30")]),
        ("sekitar jam 10an", [("sekitar jam 10an", "10.00")]),
        ("jam 10 sampai 2", [("jam 10 sampai 2", "10.00–14.00")]),
        ("jam 1 sampai 3", [("jam 1 sampai 3", "13.00–15.00")]),
        ("jam 22.00 - 02.00", [("jam 22.00 - 02.00", "22.00–02.00")]),
        ("pkl 09 00 - 11 00", [("pkl 09 00 - 11 00", "09.00–11.00")]),
        ("8.30 - 10.00", [("8.30 - 10.00", "08.30–10.00")]),
        ("1300-1500 WIB", [("1300-1500 WIB", "13.00–15.00")]),
        ("tadi 9-12 rapat", [("9-12", "09.00–12.00")]),
        ("usai jumatan", [("usai jumatan", "usai jumatan")]),
        ("jam 10 11 orang", [("jam 10", "10.00")]),
        ("tadi 9-12 orang", []),
        ("nilai 1/2 9", []),
        ("jam 10 kurang seperempat", [("jam 10 kurang seperempat", "09.45")]),
        ("jam 9 lewat 15 menit", [("jam 9 lewat 15 menit", "09.15")]),
        ("jam 9an", [("jam 9an", "09.00")]),
        ("ba'da dzuhur di masjid", [("ba'da dzuhur", "ba'da dzuhur")]),
        ("setelah salat Jumat", [("setelah salat Jumat", "setelah salat Jumat")]),
        ("pagi 07.30 apel, siang 13.00 rapat", [("07.30", "07.30"), ("13.00", "13.00")]),
        ("rapat 2 jam", []),
        ("rapat 2 jam 30 menit", []),
        ("selama tiga jam", []),
        ("jam kerja", []),
        ("Jam 8/9 pagi", []),
        ("10.09.24", []),
        ("04.09.2024", []),
        ("Rp 12.500", []),
        ("Rp 12.50", []),
        ("radio 98.5 FM", []),
        ("HP 0812.34.56", []),
        ("nomor 12.30", []),
    ],
)
def test_an_hour(text: str, told: list[tuple[str, str]]) -> None:
    assert [(text[span.start : span.end], span.value) for span in hours_within(text)] == told


@given(
    st.times(),
    st.sampled_from(["pukul {:%H.%M}", "jam {:%H:%M} WIB", "pkl. {:%H.%M}", "{:%H.%M} WIB"]),
    st.sampled_from([("", ""), ("Rapat, ", ", hadir 5 orang"), ("Senin, 9/9/2024 ", "\nTempat : Aula")]),
)
def test_an_hour_in_any_writing_is_cut_out_exactly(at: clock, form: str, around: tuple[str, str]) -> None:
    written = form.format(at)
    text = around[0] + written + around[1]
    assert [(text[s.start : s.end], s.value) for s in hours_within(text)] == [(written, f"{at:%H.%M}")]


@pytest.mark.parametrize(
    "piece", ["jam 1 ", "jam ", "08.00 ", "08.00 - ", "setengah ", "1", " ", "jam setengah 1 kurang "]
)
def test_a_hostile_text_is_read_at_once(piece: str) -> None:
    text = (piece * 4096)[:4096]
    begun = time.process_time()
    hours_within(text)
    assert time.process_time() - begun < 0.5
