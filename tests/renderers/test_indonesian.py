"""Dates, numbers and lists as the office prints them."""

from datetime import date

import pytest

from renderers import indonesian
from renderers.indonesian import ordinal, quotient, spelled_out, with_words


def test_a_date_in_words() -> None:
    d = date(2022, 6, 3)
    assert indonesian.tanggal(d) == "3 Juni 2022"
    assert indonesian.hari(d) == "Jumat"
    assert indonesian.hari_tanggal(d) == "Jumat, 3 Juni 2022"
    assert indonesian.bulan(d) == "Juni 2022"
    assert indonesian.nama_bulan(d) == "Juni"


def test_twelve_months_and_seven_days() -> None:
    assert [indonesian.nama_bulan(date(2022, n, 1)) for n in range(1, 13)] == list(indonesian.BULAN)
    assert [indonesian.hari(date(2022, 6, n)) for n in range(13, 20)] == list(indonesian.HARI)
    assert indonesian.BULAN[7] == "Agustus"
    assert indonesian.HARI[4] == "Jumat"


@pytest.mark.parametrize(
    ("a", "b", "tabel", "judul"),
    [
        (date(2022, 5, 12), date(2022, 6, 3), "12 Mei s/d 3 Juni 2022", "12 Mei–3 Juni 2022"),
        (date(2022, 4, 18), date(2022, 4, 22), "18 s/d 22 April 2022", "18–22 April 2022"),
        (date(2022, 6, 17), date(2022, 6, 17), "17 Juni 2022", "17 Juni 2022"),
        (
            date(2021, 12, 30),
            date(2022, 1, 2),
            "30 Desember 2021 s/d 2 Januari 2022",
            "30 Desember 2021–2 Januari 2022",
        ),
        (date(2021, 5, 2), date(2022, 5, 2), "2 Mei 2021 s/d 2 Mei 2022", "2 Mei 2021–2 Mei 2022"),
    ],
)
def test_a_range_says_nothing_twice(a: date, b: date, tabel: str, judul: str) -> None:
    assert indonesian.span(a, b) == tabel
    assert indonesian.short_span(a, b) == judul


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["IG"], "IG"),
        (["IG", "FB"], "IG dan FB"),
        (["IG", "FB", "Twitter"], "IG, FB, dan Twitter"),
    ],
)
def test_a_list_has_no_comma_before_dan(items: list[str], text: str) -> None:
    assert indonesian.daftar(items) == text


@pytest.mark.parametrize(("n", "text"), [(0, "0"), (586, "586"), (1713, "1.713"), (1234567, "1.234.567"), (-38, "-38")])
def test_thousands_are_set_apart_by_points(n: int, text: str) -> None:
    assert indonesian.angka(n) == text


@pytest.mark.parametrize(
    ("n", "text"),
    [
        *((1, "I"), (2, "II"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"), (39, "XXXIX")),
        *((40, "XL"), (50, "L"), (99, "XCIX"), (449, "CDXLIX"), (1994, "MCMXCIV")),
    ],
)
def test_roman_numbers(n: int, text: str) -> None:
    assert indonesian.roman(n) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("oleh Budi", "oleh Budi."),
        ("oleh DEWI LESTARI, S.Kom.", "oleh DEWI LESTARI, S.Kom."),
        ("sungguh?", "sungguh?"),
        ("“ya.”", "“ya.”"),
    ],
)
def test_a_sentence_ends_once(text: str, told: str) -> None:
    assert indonesian.full_stop(text) == told


def test_months_of_three_letters() -> None:
    assert [indonesian.short_bulan(date(2022, n, 1)) for n in (1, 5, 8)] == ["Jan", "Mei", "Agu"]


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (20, "dua puluh"),
        (56, "lima puluh enam"),
        (100, "seratus"),
        (127, "seratus dua puluh tujuh"),
        (368, "tiga ratus enam puluh delapan"),
        (1000, "seribu"),
        (1713, "seribu tujuh ratus tiga belas"),
        (12_000, "dua belas ribu"),
        (1_000_001, "satu juta satu"),
    ],
)
def test_numbers_in_words(n: int, kata: str) -> None:
    assert spelled_out(n) == kata


@pytest.mark.parametrize(("number", "by", "told"), [(100, 8, 13), (100, 3, 33), (200, 3, 67), (0, 5, 0), (5, 2, 3)])
def test_a_half_goes_up(number: int, by: int, told: int) -> None:
    assert quotient(number, by) == told


def test_numbers_beside_their_words_and_in_order() -> None:
    assert with_words(1713) == "1.713 (seribu tujuh ratus tiga belas)"
    assert [ordinal(n) for n in (1, 2, 3, 5, 11)] == ["pertama", "kedua", "ketiga", "kelima", "kesebelas"]


@pytest.mark.parametrize(
    ("decree", "written"),
    [
        ("Dr. H. AHMAD HUDRI, S.T., M.AP.", "Dr. H. Ahmad Hudri, S.T., M.AP."),
        ("RUDI HARTONO RAHAP, S.Sos.", "Rudi Hartono Rahap, S.Sos."),
        ("KADIR", "Kadir"),
        ("A. KADIR M", "A. Kadir M"),
        ("RUDI SH", "Rudi SH"),
        ("NUR-AINI SYI'AR", "Nur-Aini Syi'ar"),
        ("Rudi Hartono", "Rudi Hartono"),
        ("Rudi DE la Cruz", "Rudi DE la Cruz"),
        ("", ""),
    ],
)
def test_a_name_of_a_decree_is_written_as_people_write_it(decree: str, written: str) -> None:
    assert indonesian.nama_orang(decree) == written
