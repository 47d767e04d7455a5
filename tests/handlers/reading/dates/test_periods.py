"""Periods and weeks: where they begin and end, what they are called, how people name them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.messages import Rejected
from handlers.reading.dates.pekan import Pekan, parse_pekan
from handlers.reading.dates.periods import Periode, parse, parse_month, triwulan

HARI_INI = date(2022, 6, 17)


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("Q2", "2022-TW2"),
        ("q2 2022", "2022-TW2"),
        ("TW II", "2022-TW2"),
        ("tw2 2022", "2022-TW2"),
        ("triwulan 2", "2022-TW2"),
        ("triwulan II tahun 2022", "2022-TW2"),
        ("Triwulan kedua 2021", "2021-TW2"),
        ("2022-TW2", "2022-TW2"),
        ("2021 q4", "2021-TW4"),
        ("TW.IV", "2021-TW4"),
        ("Q3", "2021-TW3"),
        ("Q3 2022", "2022-TW3"),
        ("S1", "2022-S1"),
        ("semester 1 2022", "2022-S1"),
        ("semester II", "2021-S2"),
        ("2022", "2022"),
        ("tahun 2022", "2022"),
        ("tahunan 2021", "2021"),
        ("triwulan ini", "2022-TW2"),
        ("Triwulan lalu", "2022-TW1"),
        ("tw yang lalu", "2022-TW1"),
        ("semester lalu", "2021-S2"),
        ("semester ini", "2022-S1"),
        ("tahun ini", "2022"),
        ("tahun kemarin", "2021"),
    ],
)
def test_a_period_is_read_as_typed(text: str, kode: str) -> None:
    assert parse(text, HARI_INI).kode == kode


@pytest.mark.parametrize(
    ("text", "kalimat"),
    [
        ("Q5", "Triwulan hanya ada I sampai IV; yang mana?"),
        ("tw 0", "Triwulan hanya ada I sampai IV; yang mana?"),
        ("S3", "Semester hanya ada I sampai II; yang mana?"),
        ("bulan lalu", "Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022."),
        ("ngawur", "Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022."),
        ("", "Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022."),
        ("20222", "Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022."),
        ("x2 2022", "Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022."),
    ],
)
def test_what_is_no_period_is_said_politely(text: str, kalimat: str) -> None:
    with pytest.raises(Rejected) as ditolak:
        parse(text, HARI_INI)
    assert str(ditolak.value) == kalimat


@pytest.mark.parametrize(
    ("periode", "sebutan", "judul", "ujung", "sebelumnya"),
    [
        (
            Periode("triwulan", 1, 2022),
            "Triwulan I",
            "Triwulan I 2022",
            (date(2022, 1, 1), date(2022, 4, 1)),
            "2021-TW4",
        ),
        (
            Periode("triwulan", 4, 2022),
            "Triwulan IV",
            "Triwulan IV 2022",
            (date(2022, 10, 1), date(2023, 1, 1)),
            "2022-TW3",
        ),
        (
            Periode("semester", 1, 2022),
            "Semester I",
            "Semester I 2022",
            (date(2022, 1, 1), date(2022, 7, 1)),
            "2021-S2",
        ),
        (
            Periode("semester", 2, 2022),
            "Semester II",
            "Semester II 2022",
            (date(2022, 7, 1), date(2023, 1, 1)),
            "2022-S1",
        ),
        (Periode("tahun", 1, 2022), "Tahun", "Tahun 2022", (date(2022, 1, 1), date(2023, 1, 1)), "2021"),
    ],
)
def test_a_period_knows_its_ends_its_name_and_the_one_before(
    periode: Periode,
    sebutan: str,
    judul: str,
    ujung: tuple[date, date],
    sebelumnya: str,
) -> None:
    assert (periode.sebutan, periode.judul) == (sebutan, judul)
    assert (periode.mulai, periode.selesai) == ujung
    assert periode.previous().kode == sebelumnya


def test_tables_of_a_quarter_may_begin_in_january() -> None:
    q2 = Periode("triwulan", 2, 2022)
    assert q2.bulan == (date(2022, 4, 1), date(2022, 5, 1), date(2022, 6, 1))
    assert q2.table_months(cumulative=False) == q2.bulan
    assert q2.table_months(cumulative=True) == tuple(date(2022, n, 1) for n in range(1, 7))


@pytest.mark.parametrize(("d", "kode"), [(date(2022, 3, 31), "2022-TW1"), (date(2022, 4, 1), "2022-TW2")])
def test_the_quarter_of_a_day(d: date, kode: str) -> None:
    assert triwulan(d).kode == kode


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("", "2022-W24"),
        ("ini", "2022-W24"),
        ("lalu", "2022-W23"),
        ("minggu lalu", "2022-W23"),
        ("Pekan lalu", "2022-W23"),
        ("2022-W15", "2022-W15"),
        ("w15", "2022-W15"),
        ("W30", "2021-W30"),
        ("2020-W53", "2020-W53"),
        ("18 April 2022", "2022-W16"),
        ("kemarin", "2022-W24"),
        ("pekan ketiga April 2022", "2022-W16"),
        ("minggu ke-3 Juni", "2022-W24"),
        ("pekan 5 Juni 2022", "2022-W26"),
    ],
)
def test_a_week_is_read_as_typed(text: str, kode: str) -> None:
    assert parse_pekan(text, HARI_INI).kode == kode


@pytest.mark.parametrize(
    ("text", "kalimat"),
    [
        ("2022-W53", "Tahun 2022 tidak mempunyai pekan W53."),
        ("W00", "Tahun 2022 tidak mempunyai pekan W00."),
        ("pekan kelima April 2022", "April 2022 tidak mempunyai pekan itu; yang mana?"),
        ("pekan keenam Juni 2022", "Juni 2022 tidak mempunyai pekan itu; yang mana?"),
    ],
)
def test_a_week_that_does_not_exist(text: str, kalimat: str) -> None:
    with pytest.raises(Rejected) as ditolak:
        parse_pekan(text, HARI_INI)
    assert str(ditolak.value) == kalimat


def test_week_53_without_a_year_is_the_last_one_there_was() -> None:
    assert parse_pekan("W53", date(2021, 2, 2)).kode == "2020-W53"


@pytest.mark.parametrize(
    ("d", "judul"),
    [
        (date(2022, 4, 14), ("Pekan Kedua April 2022", "11–15 April 2022")),
        (date(2022, 4, 18), ("Pekan Ketiga April 2022", "18–22 April 2022")),
        (date(2022, 6, 1), ("30 Mei–3 Juni 2022", "")),
        (date(2022, 6, 17), ("Pekan Ketiga Juni 2022", "13–17 Juni 2022")),
        (date(2022, 1, 2), ("Pekan Kelima Desember 2021", "27–31 Desember 2021")),
        (date(2021, 1, 1), ("28 Desember 2020–1 Januari 2021", "")),
    ],
)
def test_a_week_is_titled_as_the_office_does(d: date, judul: tuple[str, str]) -> None:
    assert Pekan.of(d).judul() == judul


def test_weekend_kegiatan_stretch_the_range() -> None:
    assert Pekan.of(date(2022, 4, 18)).judul(date(2022, 4, 23)) == ("Pekan Ketiga April 2022", "18–23 April 2022")
    assert Pekan.of(date(2022, 4, 25)).judul(date(2022, 5, 1)) == ("Pekan Keempat April 2022", "25 April–1 Mei 2022")
    assert Pekan.of(date(2022, 4, 18)).judul(date(2022, 4, 19))[1] == "18–22 April 2022"
    assert Pekan.of(date(2022, 5, 9)).judul(date(2022, 6, 3))[1] == "9–15 Mei 2022"


@given(st.dates(date(2000, 1, 3), date(2099, 12, 31)))
def test_every_day_lies_in_its_week_and_the_code_finds_it_again(d: date) -> None:
    minggu = Pekan.of(d)
    assert minggu.mulai.weekday() == 0
    assert minggu.mulai <= d < minggu.selesai == Pekan.of(minggu.selesai).mulai
    assert parse_pekan(minggu.kode, date(2100, 1, 1)) == minggu
    assert minggu.bulan == minggu.thursday.replace(day=1)
    assert 1 <= minggu.nomor <= 5
    assert Pekan.of(minggu.selesai).previous() == minggu


@pytest.mark.parametrize("text", ["05/2022", "5-2022", "Mei", "mei 2022", "bulan Mei"])
def test_a_month_is_read_as_typed(text: str) -> None:
    assert parse_month(text, HARI_INI) == Periode("bulan", 5, 2022)


SEVERAL = "lebih dari satu bulan; sebutkan satu bulan saja, misalnya"


@pytest.mark.parametrize(
    ("text", "kalimat"),
    [
        ("Q2", f"Triwulan II 2022 {SEVERAL} Juni 2022."),
        ("2022", f"Tahun 2022 {SEVERAL} Desember 2022."),
        ("13/2022", "Sebutkan bulannya, misalnya Juni atau Juni 2022."),
        ("hari ini", "Sebutkan bulannya, misalnya Juni atau Juni 2022."),
        ("", "Sebutkan bulannya, misalnya Juni atau Juni 2022."),
    ],
)
def test_what_is_no_month_is_said_politely(text: str, kalimat: str) -> None:
    with pytest.raises(Rejected) as ditolak:
        parse_month(text, HARI_INI)
    assert str(ditolak.value) == kalimat
