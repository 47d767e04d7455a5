"""Hours as people write them, and what is none."""

import re
import time
from datetime import date
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.catatan import kegiatan
from handlers.chat.messages import Rejected
from handlers.reading.dates.hours import hours, hours_within


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("apel jam 9 di halaman", [("jam 9", "09.00")]),
        ("pukul 09.00-11.00 WIB di aula", [("pukul 09.00-11.00 WIB", "09.00–11.00")]),
        ("pkl 08.30 s/d selesai", [("pkl 08.30 s/d selesai", "08.30")]),
        ("mulai pukul 07.30 WITA sampai selesai.", [("mulai pukul 07.30 WITA sampai selesai", "07.30")]),
        ("jam 8 sampai jam 10 di lantai 2", [("jam 8 sampai jam 10", "08.00–10.00")]),
        ("lembur sampai jam 23.59", [("sampai jam 23.59", "s.d. 23.59")]),
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
        ("jam 19:30-an wib", [("jam 19:30-an wib", "19.30")]),
        ("sekitar pukul 19.30an WIB di", [("sekitar pukul 19.30an WIB", "19.30")]),
        ("jam9 di aula", [("jam9", "09.00")]),
        ("pkl08.00 di aula", [("pkl08.00", "08.00")]),
        ("@09.00 di aula", [("@09.00", "09.00")]),
        ("jam 9,30 di aula", [("jam 9,30", "09.30")]),
        ("pukul 08:00:00 di aula", [("pukul 08:00:00", "08.00")]),
        ("pukul 9 tepat di aula", [("pukul 9 tepat", "09.00")]),
        ("jam 9 lebih sedikit", [("jam 9 lebih sedikit", "09.00")]),
        ("jam 9 lebih di aula", [("jam 9 lebih", "09.00")]),
        ("jam 9 lebih dari 20 orang", [("jam 9", "09.00")]),
        ("pukul 9 tepat waktu", [("pukul 9", "09.00")]),
        ("13 lewat 15 di aula", [("13 lewat 15", "13.15")]),
        ("10 kurang seperempat", [("10 kurang seperempat", "09.45")]),
        ("9 lewat 15 orang", []),
        ("kuota 10 kurang 5 orang", []),
        ("10.00 AM di aula", [("10.00 AM", "10.00")]),
        ("2:30pm di aula", [("2:30pm", "14.30")]),
        ("lembur sampai jam 24.00", [("sampai jam 24.00", "s.d. 24.00")]),
        ("apel 7.30 di halaman", [("7.30", "07.30")]),
        ("apel 7:05 di halaman", [("7:05", "07.05")]),
        ("rapat 9.30-selesai", [("9.30-selesai", "09.30")]),
        ("rapat 8 pagi di aula", [("8 pagi", "08.00")]),
        ("rapat 8 mlm di aula", [("8 mlm", "20.00")]),
        ("rapat 3 sore ini", [("3", "15.00")]),
        ("rapat jam 7 malam minggu", [("jam 7", "19.00")]),
        ("dari jam 8 pagi sampai zuhur", [("dari jam 8 pagi sampai zuhur", "08.00–zuhur")]),
        ("jam 9 s.d. menjelang zuhur", [("jam 9 s.d. menjelang zuhur", "09.00–menjelang zuhur")]),
        ("jam 8 sampai sore di aula", [("jam 8 sampai sore", "08.00–sore")]),
        ("jam 8 sampai sore ini", [("jam 8", "08.00")]),
        ("dari pagi hingga siang", [("dari pagi hingga siang", "pagi–siang")]),
        ("kemarin pagi sampai sore", [(" sampai sore", "pagi–sore")]),
        ("apel pagi sampai selesai", []),
        ("tengah hari di aula", [("tengah hari", "tengah hari")]),
        ("habis maghrib di aula", [("habis maghrib", "habis maghrib")]),
        ("menjelang magrib", [("menjelang magrib", "menjelang magrib")]),
        ("ba'da ashar sampai maghrib", [("ba'da ashar sampai maghrib", "ba'da ashar–maghrib")]),
        ("ba'da isya sampai jam 10", [("ba'da isya sampai jam 10", "ba'da isya–22.00")]),
        ("bakda subuh - 07.00", [("bakda subuh - 07.00", "bakda subuh–07.00")]),
        ("ba'da zuhur s/d selesai", [("ba'da zuhur s/d selesai", "ba'da zuhur")]),
        ("sebelum Jumat", []),
        ("mulai pukul 9 berakhir pukul 11", [("mulai pukul 9 berakhir pukul 11", "09.00–11.00")]),
        ("jam 9 dan selesai jam 11", [("jam 9 dan selesai jam 11", "09.00–11.00")]),
        ("selesai jam 11", [("jam 11", "s.d. 11.00")]),
        ("jam 9 dan jam 13", [("jam 9 dan jam 13", "09.00, 13.00")]),
        ("09.00-11.00 dan 13.00-15.00", [("09.00-11.00 dan 13.00-15.00", "09.00–11.00, 13.00–15.00")]),
        ("malam ini jam 7", [("jam 7", "19.00")]),
        ("semalam sampai jam 11", [("sampai jam 11", "s.d. 23.00")]),
        ("Kemarin malam rapat di aula jam 8", [("jam 8", "20.00")]),
        ("Senin malam rapat di aula jam 8", [("jam 8", "20.00")]),
        ("kemarin malam rapat, hari ini jam 8 apel", [("jam 8", "08.00")]),
        ("kemarin malam rapat terus hari ini jam 8 apel", [("jam 8", "08.00")]),
        ("tadi pagi rapat jam 2", [("jam 2", "14.00")]),
        ("tadi sore rapat pukul 04.30", [("pukul 04.30", "16.30")]),
        ("rapat 1/2 9 pagi", [("1/2 9 pagi", "08.30")]),
        ("jam 7 30 di aula", [("jam 7 30", "07.30")]),
        ("jam 7 30 orang", [("jam 7", "07.00")]),
        ("tadi 9-12 orang", []),
        *(
            (told, [])
            for told in (
                "nilai SAKIP 8.30 naik",
                "indeks kepuasan 8.45 poin",
                "anggaran sebesar 7.30 miliar",
                "luas 9.00 ha",
                "skor 21:15",
                "skor akhir 7:05",
                "SMAN 8 pagi tadi",
                "TPS 8 pagi ini",
                "Kelurahan Oro 8 pagi",
                "2 hari 7 malam",
                "selama 9 malam",
                "versi 7.30",
                "pasal 7.15",
                "PKPU 8.30",
                "rapat 7.30 persen",
                "rapat 9.3",
                "9.30.2024",
                "2 PM",
            )
        ),
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


BEGINS = {
    "jam 9": "09.00", "pukul 09.00": "09.00", "pkl. 8:30": "08.30", "09.00 WIB": "09.00", "setengah sembilan": "08.30",
    "jam 9an": "09.00", "jam 8 pagi": "08.00", "ba'da subuh": "ba'da subuh",
}  # fmt: skip
ENDS = {
    "": "", "selesai": "", "jam 11": "11.00", "11.30 WIB": "11.30", "pukul 10": "10.00", "setengah dua belas": "11.30",
    "zuhur": "zuhur", "tengah hari": "tengah hari", "menjelang zuhur": "menjelang zuhur", "siang": "siang",
    "sore": "sore",
}  # fmt: skip
JOINTS = (" s/d ", " - ", "–", " sampai ", " sampai dengan ", " s.d. ", " hingga ")
AROUND = (("Rapat ", " di aula"), ("Senin, 9/9/2024 ", ". Hadir 5 orang"), ("Apel, dari ", "\nTempat : Aula"))


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("begin", BEGINS)
def test_a_begin_and_an_end_of_any_kind_are_one_span(begin: str, end: str, joint: str) -> None:
    written = begin + (joint + end if end else "")
    value = "–".join(filter(None, (BEGINS[begin], ENDS[end])))
    for before, after in AROUND:
        text = before + written + after
        found = [(text[s.start : s.end].removeprefix("dari "), s.value) for s in hours_within(text)]
        assert found == [(written, value)]


@pytest.mark.parametrize("told", [told for told in BEGINS if re.search(r"\d", told)])
def test_an_answer_and_a_message_tell_the_same_hour(told: str) -> None:
    (span,) = hours_within(f"rapat {told} di aula")
    assert hours(told) == span.value


@pytest.mark.parametrize(
    "piece",
    [
        "jam 1 ", "jam ", "08.00 ", "08.00 - ", "setengah ", "1", " ", "jam setengah 1 kurang ", "8 pagi ",
        "pagi sampai ", "7:05 ", "ba'da isya sampai ", "09.00 dan ", "A B 8 pagi ",
    ],
)  # fmt: skip
def test_a_hostile_text_is_read_at_once(piece: str) -> None:
    text = (piece * 4096)[:4096]
    begun = time.process_time()
    hours_within(text)
    assert time.process_time() - begun < 0.5


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
        ("2", "14.00"),
        ("0930", "09.30"),
        ("jam 9 pagi", "09.00"),
        ("8 pagi - 2 siang", "08.00–14.00"),
        ("9.30an", "09.30"),
        ("13 lewat 15", "13.15"),
        ("8 sampai zuhur", "08.00–zuhur"),
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
        "setengah sembilan orang",
        "10.00 WIT",
        "Selasa, 13 September 2022 / 13.00 WIB",
        "9 orang",
        "jam 9 jam 10",
    ],
)
def test_other_words_stay_as_they_were_typed(typed: str) -> None:
    assert hours(typed) == ""
    assert kegiatan.read_waktu(f" {typed} ", TODAY) == typed


@pytest.mark.parametrize("typed", ["25", "25.00", "24.30", "9.75", "9.3"])
def test_a_number_that_is_no_hour_is_told(typed: str) -> None:
    with pytest.raises(Rejected, match=f"^“{typed}” bukan jam. Tulis misalnya 09.00, atau 09.00–11.00.$"):
        kegiatan.read_waktu(typed, TODAY)


def test_a_long_text_of_digits_takes_no_time() -> None:
    assert hours("9" * 4096) == hours("jam " + " " * 4096 + "x") == hours("9 - " * 1024) == ""
