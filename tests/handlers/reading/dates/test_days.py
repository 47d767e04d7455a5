"""Dates as people type them on Friday, 17 Juni 2022."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.messages import Rejected
from handlers.reading.dates.days import StillToCome, find_days, read_days, read_held_days
from handlers.reading.dates.forms import Days
from renderers import indonesian

JUMAT = date(2022, 6, 17)


def hari(year: int, month: int, day: int) -> Days:
    return Days(date(year, month, day), date(year, month, day))


@pytest.mark.parametrize(
    ("text", "lalu"),
    [
        ("hari ini", 0),
        ("hr ini", 0),
        ("Tadi", 0),
        ("tadi pagi", 0),
        ("barusan", 0),
        ("Jumat", 0),
        ("jum'at", 0),
        ("Jum’at", 0),
        ("kemarin", 1),
        ("kmrn", 1),
        ("kemaren sore", 1),
        ("semalam", 1),
        ("tadi malam", 1),
        ("kemarin lusa", 2),
        ("2 hari lalu", 2),
        ("dua hari yang lalu", 2),
        ("sehari lalu", 1),
        ("Senin", 4),
        ("hari Senin", 4),
        ("Senin lalu", 4),
        ("Selasa kemarin", 3),
        ("Jumat lalu", 7),
        ("Minggu", 5),
        ("hari Minggu lalu", 5),
        ("besok", -1),
        ("bsk pagi", -1),
        ("lusa", -2),
        ("Rabu depan", -5),
        ("Jumat depan", -7),
    ],
)
def test_days_near_today(text: str, lalu: int) -> None:
    d = JUMAT - timedelta(days=lalu)
    assert read_days(text, JUMAT) == Days(d, d)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17", hari(2022, 6, 17)),
        ("18", hari(2022, 5, 18)),
        ("31", hari(2022, 5, 31)),
        ("tgl 17", hari(2022, 6, 17)),
        ("tanggal 3", hari(2022, 6, 3)),
        ("18/4", hari(2022, 4, 18)),
        ("10-12", hari(2021, 12, 10)),
        ("18-04-22", hari(2022, 4, 18)),
        ("18.4.22", hari(2022, 4, 18)),
        ("18/04/2022", hari(2022, 4, 18)),
        ("18 Apr", hari(2022, 4, 18)),
        ("18 Apr.", hari(2022, 4, 18)),
        ("18-Apr-2022", hari(2022, 4, 18)),
        ("17 Agust", hari(2021, 8, 17)),
        ("29 Feb", hari(2020, 2, 29)),
        ("3 Nopember", hari(2021, 11, 3)),
        ("2 Pebruari 2021", hari(2021, 2, 2)),
        ("31 Mei 22", hari(2022, 5, 31)),
        ("01 Juni 2022", hari(2022, 6, 1)),
        ("Kamis (16/6/2022)", hari(2022, 6, 16)),
        ("Jum’at, 17 Juni 2022", hari(2022, 6, 17)),
        ("hari Sabtu tanggal 29 April 2023", hari(2023, 4, 29)),
        ("Hari/Tgl : Kamis, 21 April 2022", hari(2022, 4, 21)),
        ("20220617", hari(2022, 6, 17)),
        ("2022-06-17", hari(2022, 6, 17)),
        ("12 Mei s/d 3 Juni 2022", Days(date(2022, 5, 12), date(2022, 6, 3))),
        ("12 Mei sampai dengan 3 Juni", Days(date(2022, 5, 12), date(2022, 6, 3))),
        ("30 Mei - 03 Juni", Days(date(2022, 5, 30), date(2022, 6, 3))),
        ("13-17 Juni 2022", Days(date(2022, 6, 13), date(2022, 6, 17))),
        ("13-18 Juni", Days(date(2022, 6, 13), date(2022, 6, 18))),
        ("29 Des - 2 Jan 2022", Days(date(2021, 12, 29), date(2022, 1, 2))),
        ("Senin, 13 s/d Jumat, 17 Juni 2022", Days(date(2022, 6, 13), date(2022, 6, 17))),
        ("12/5/2022 s/d 3/6/2022", Days(date(2022, 5, 12), date(2022, 6, 3))),
        ("12/5 s/d 3/6", Days(date(2022, 5, 12), date(2022, 6, 3))),
        ("tgl 13-17", Days(date(2022, 6, 13), date(2022, 6, 17))),
        ("30 s/d 3", Days(date(2022, 5, 30), date(2022, 6, 3))),
        ("Mei 2022", Days(date(2022, 5, 1), date(2022, 5, 31), sebulan=True)),
        ("Mei", Days(date(2022, 5, 1), date(2022, 5, 31), sebulan=True)),
        ("bulan Juli", Days(date(2021, 7, 1), date(2021, 7, 31), sebulan=True)),
        ("bulan lalu", Days(date(2022, 5, 1), date(2022, 5, 31), sebulan=True)),
        ("Kamis jam 9 pagi", hari(2022, 6, 16)),
        ("21/4/2022 09.00", hari(2022, 4, 21)),
        ("Kamis, 21 April 2022 pukul 09.00 s/d selesai", hari(2022, 4, 21)),
        ("Selasa / 14 Juni 2022 / 09.00 WIB", hari(2022, 6, 14)),
        ("tgl 5, 6 dan 7 Juni", Days(date(2022, 6, 5), date(2022, 6, 7))),
        ("5-7/6/2022", Days(date(2022, 6, 5), date(2022, 6, 7))),
        ("3/6/2022 - 5/6/2022", Days(date(2022, 6, 3), date(2022, 6, 5))),
        ("Rabu-Kamis, 8-9 Juni 2022", Days(date(2022, 6, 8), date(2022, 6, 9))),
        ("Kamis minggu lalu", hari(2022, 6, 9)),
        ("seminggu lalu", hari(2022, 6, 10)),
        ("tanggal dua puluh satu Mei dua ribu dua puluh dua", hari(2022, 5, 21)),
        ("tgl 7 kemarin", hari(2022, 6, 7)),
        ("bulan Mei tanggal 5", hari(2022, 5, 5)),
        ("bulan ini", Days(date(2022, 6, 1), date(2022, 6, 30), sebulan=True)),
    ],
)
def test_dates_day_before_month_and_the_past_by_default(text: str, expected: Days) -> None:
    assert read_days(text, JUMAT) == expected


CONTOH = "Misalnya: hari ini, kemarin, 17 Juni, atau 12 Mei s/d 3 Juni 2022."


@pytest.mark.parametrize(
    ("text", "kalimat"),
    [
        (
            "Kamis, 17 Juni 2022",
            "17 Juni 2022 itu hari Jumat. Yang benar Kamis, 16 Juni 2022 atau Jumat, 17 Juni 2022?",
        ),
        ("Sabtu 17 Juni", "17 Juni 2022 itu hari Jumat. Yang benar Jumat, 17 Juni 2022 atau Sabtu, 18 Juni 2022?"),
        ("minggu lalu", "“minggu lalu” hari apa tepatnya? Misalnya Senin, 6 Juni 2022."),
        ("pekan ini", "“pekan ini” hari apa tepatnya? Misalnya Senin, 13 Juni 2022."),
        ("minggu depan", "“minggu depan” hari apa tepatnya? Misalnya Senin, 20 Juni 2022."),
        ("17 Juni 2022 s/d 13 Juni 2022", "13 Juni 2022 mendahului 17 Juni 2022; mohon tulis ulang."),
        ("31 April", f"“31 April” belum terbaca sebagai tanggal. {CONTOH}"),
        ("32", f"“32” belum terbaca sebagai tanggal. {CONTOH}"),
        ("18 April 2222", f"“18 April 2222” belum terbaca sebagai tanggal. {CONTOH}"),
        ("20221317", f"“20221317” belum terbaca sebagai tanggal. {CONTOH}"),
        ("31 April s/d 2 Mei 2022", f"“31 April s/d 2 Mei 2022” belum terbaca sebagai tanggal. {CONTOH}"),
        ("entahlah", f"“entahlah” belum terbaca sebagai tanggal. {CONTOH}"),
    ],
)
def test_what_cannot_be_a_date_is_asked_about(text: str, kalimat: str) -> None:
    with pytest.raises(Rejected) as ditolak:
        read_days(text, JUMAT)
    assert str(ditolak.value) == kalimat


@pytest.mark.parametrize(
    ("text", "expected", "sisa"),
    [
        (
            "audiensi Partai Buruh kemarin, persiapan pemilu",
            hari(2022, 6, 16),
            "audiensi Partai Buruh, persiapan pemilu",
        ),
        (
            "12 Mei s/d 3 Juni audiensi SMA SMK MA seleksi CAT",
            Days(date(2022, 5, 12), date(2022, 6, 3)),
            "audiensi SMA SMK MA seleksi CAT",
        ),
        ("Rapat Pleno Rutin, Senin, 18 April 2022", hari(2022, 4, 18), "Rapat Pleno Rutin"),
        ("rapat (16/6/2022) di kantor", hari(2022, 6, 16), "rapat di kantor"),
        ("audiensi (kemarin)", hari(2022, 6, 16), "audiensi"),
        ("hari ini, 17 Juni 2022, rapat", hari(2022, 6, 17), "rapat"),
        ("tambah 2 foto tgl 16", hari(2022, 6, 16), "tambah 2 foto"),
        ("rapat 18 Apr 10.00 WIB", hari(2022, 4, 18), "rapat 10.00 WIB"),
        ("rapat 17 Juni 20 peserta", hari(2022, 6, 17), "rapat 20 peserta"),
        ("18/4 rapat pleno", hari(2022, 4, 18), "rapat pleno"),
        ("kunjungan 13-15 Juni 2022 ke UPM", Days(date(2022, 6, 13), date(2022, 6, 15)), "kunjungan ke UPM"),
        ("rapat tgl 13 s/d 15 di aula", Days(date(2022, 6, 13), date(2022, 6, 15)), "rapat di aula"),
        ("Rakor 2 hari lalu di Surabaya", hari(2022, 6, 15), "Rakor di Surabaya"),
        ("Apel Senin pagi", hari(2022, 6, 13), "Apel pagi"),
        ("audiensi\nPartai Buruh kemarin\nselesai", hari(2022, 6, 16), "audiensi\nPartai Buruh\nselesai"),
        ("17 Juni 2022", hari(2022, 6, 17), ""),
    ],
)
def test_a_date_is_taken_out_of_a_free_line(text: str, expected: Days, sisa: str) -> None:
    assert find_days(text, JUMAT) == (expected, sisa)


@pytest.mark.parametrize(
    "text",
    [
        "Pemilu 2024",
        "KPU - Bawaslu Probolinggo Talk #5",
        "Talk #5 Juni",
        "Kodim 0820",
        "17 peserta",
        "10/12 foto",
        "Peserta 5-10 orang",
        "Periode 2022 - 2027",
        "SE KPU RI Nomor 243",
        "SK 17/HK.03.1/3574/2022",
        "138/PR.04.1/3574/2022",
        "RT 02/05",
        "rasio 5/20",
        "telepon 08123-456-789",
        "rapat pukul 09.30 s/d 11.00",
        "Infografis PDPB bulan Mei 2022",
        "sosialisasi pemungutan suara 14 Februari 2024",
        "naskah 17 Agustus 1945",
        "Jumat Bersih di alun-alun",
        "rapat persiapan besok",
    ],
)
def test_numbers_and_days_that_are_no_date_of_a_report_stay(text: str) -> None:
    assert find_days(text, JUMAT) == (None, text)


@pytest.mark.parametrize("text", ["Kamis 17 Juni jambore", "rapat 31 April", "rapat minggu lalu"])
def test_a_free_line_is_asked_about_like_any_answer(text: str) -> None:
    with pytest.raises(Rejected):
        find_days(text, JUMAT)


@pytest.mark.parametrize(
    ("text", "told", "sisa"),
    [
        ("audiensi PWI 2 Juli 2022", "2 Juli 2022", "audiensi PWI"),
        ("02/07/2022 audiensi PWI", "2 Juli 2022", "audiensi PWI"),
        ("rakor 30 Juni s/d 2 Juli 2022 di Batu", "30 Juni s/d 2 Juli 2022", "rakor di Batu"),
    ],
)
def test_a_day_to_come_that_is_written_in_full_is_asked_about(text: str, told: str, sisa: str) -> None:
    with pytest.raises(StillToCome) as asked:
        find_days(text, JUMAT)
    assert (str(asked.value), asked.value.rest) == (f"{told} belum tiba; mohon pastikan tanggalnya.", sisa)


@pytest.mark.parametrize("text", ["besok", "lusa", "Rabu depan", "2 Juli 2022", "18/6/2022 s/d 19/6/2022"])
def test_what_has_been_held_has_begun(text: str) -> None:
    days = read_days(text, JUMAT)
    with pytest.raises(StillToCome) as asked:
        read_held_days(text, JUMAT)
    assert str(asked.value) == f"{indonesian.span(days.mulai, days.selesai)} belum tiba; mohon pastikan tanggalnya."


def test_a_range_that_has_begun_is_taken_with_its_last_day() -> None:
    assert read_held_days("13-18 Juni", JUMAT) == Days(date(2022, 6, 13), date(2022, 6, 18))


def test_the_day_of_the_report_counts_beside_one_to_come() -> None:
    assert find_days("rapat 2 Juni 2022 persiapan 2 Juli 2022", JUMAT) == (
        Days(date(2022, 6, 2), date(2022, 6, 2)),
        "rapat persiapan 2 Juli 2022",
    )


AKHIR = date(2099, 12, 31)
HARI = st.dates(date(2000, 1, 1), AKHIR)


@given(HARI, HARI)
def test_every_date_that_is_written_is_read_back(a: date, b: date) -> None:
    a, b = sorted([a, b])
    assert read_days(indonesian.tanggal(a), AKHIR) == Days(a, a)
    assert read_days(indonesian.hari_tanggal(b), AKHIR) == Days(b, b)
    assert read_days(indonesian.span(a, b), AKHIR) == Days(a, b)
    assert read_days(indonesian.short_span(a, b), AKHIR) == Days(a, b)
    assert read_days(indonesian.bulan(a), AKHIR).mulai == a.replace(day=1)


@given(st.text(max_size=80), st.dates(date(2010, 1, 1), date(2050, 1, 1)))
def test_any_text_is_a_date_or_is_refused(text: str, today: date) -> None:
    for baca in (read_days, find_days):
        try:
            baca(text, today)
        except Rejected as ditolak:
            assert str(ditolak)  # noqa: PT017 - either outcome is right, a crash is not
