"""The national list of regulations: it holds together, numbers are read as people write them, and each is cited as it
stood on a day."""

import json
from datetime import date
from pathlib import Path

import pytest

from storage.nasional import dasar_hukum
from storage.nasional.dasar_hukum import Flawed, cited, key_of, regulations

SAMPLE = Path(__file__).parents[3] / "storage" / "sample" / "probolinggo.json"
ONE = """["UU 1/2015"]
judul = "Undang-Undang Nomor 1 Tahun 2015 tentang Pemilihan"
pokok = "Pemilihan"
sumber = "https://example.go.id"
diperiksa = 2026-01-29
"""
CHANGE = ONE.replace("1/2015", "8/2015").replace("Nomor 1 ", "Nomor 8 ")
FLAWS = (
    ('["UU 1/2015"]\n', "UU 1/2015: judul is missing"),
    (ONE.replace("Nomor 1", "Nomor 2"), "UU 1/2015: its title tells another number"),
    (ONE.replace("https:", "http:"), "UU 1/2015: sumber is no https address"),
    (ONE.replace("pokok", "inti"), "UU 1/2015: inti is no fact of a regulation, or of another kind"),
    (ONE + 'berlaku_dari = "2022"', "UU 1/2015: berlaku_dari is no fact of a regulation, or of another kind"),
    (ONE + "berlaku_dari = 2022-01-02\nberlaku_sampai = 2022-01-01", "UU 1/2015: it ends before it begins"),
    (ONE + 'diubah_oleh = ["UU 9/2020"]', "UU 1/2015: UU 9/2020 is not in the list"),
    (ONE + 'diganti_oleh = "UU 9/2020"', "UU 1/2015: UU 9/2020 is not in the list"),
    (ONE + f'diubah_oleh = ["UU 8/2015"]\n{CHANGE}', "UU 1/2015: one of its amendments counts as none"),
    (
        ONE + f'berlaku_sampai = 2020-01-01\ndiganti_oleh = "UU 8/2015"\n{CHANGE}berlaku_dari = 2020-02-01',
        "UU 1/2015: UU 8/2015 does not begin on the day after its end",
    ),
)


@pytest.mark.parametrize(("text", "flaw"), FLAWS, ids=[flaw for _, flaw in FLAWS])
def test_a_list_that_does_not_hold_together_is_refused(text: str, flaw: str) -> None:
    with pytest.raises(Flawed) as refused:
        dasar_hukum.read(text)
    assert str(refused.value) == flaw


def test_amendments_out_of_their_order_are_refused() -> None:
    later = CHANGE.replace("8/2015", "9/2015").replace("Nomor 8", "Nomor 9")
    text = f'{ONE}diubah_oleh = ["UU 8/2015", "UU 9/2015"]\n{CHANGE}perubahan = 2\n{later}perubahan = 1\n'
    with pytest.raises(Flawed, match=r"^UU 1/2015: its amendments are not in their order$"):
        dasar_hukum.read(text)


def test_every_amendment_is_one_of_a_regulation_of_the_list_and_nothing_is_checked_in_the_future() -> None:
    amending = [one.kunci for one in regulations().values() if one.perubahan]
    assert sorted(kunci for one in regulations().values() for kunci in one.diubah_oleh) == sorted(amending)
    assert max(one.diperiksa for one in regulations().values()) <= date.today()  # noqa: DTZ011 - the day of the file


def test_all_that_the_sample_cites_is_in_the_list_word_for_word() -> None:
    office = json.loads(SAMPLE.read_text("utf-8"))
    told = [row["teks"] for row in office["dasar_hukum"]]
    assert [one.judul for text in told if (one := dasar_hukum.named(text))] == told
    others = (office["satker"]["dasar_laporan"], *office["satker"]["dasar_pembentukan"])
    assert [key_of(text) for text in others] == [
        "Keputusan KPU 561/2021",
        "Keputusan KPU 172/2021",
        "Surat KPU 244/2021",
    ]
    assert [text for text in others if not dasar_hukum.named(text)] == []


WRITTEN = (
    ("PKPU 1/2015", "PKPU 1/2015"),
    ("pkpu no. 01 tahun 2015", "PKPU 1/2015"),
    ("Peraturan KPU Nomor 1 Tahun 2015 tentang Informasi", "PKPU 1/2015"),
    ("Peraturan Komisi Pemilihan Umum Republik Indonesia Nomor: 22 Tahun 2023", "PKPU 22/2023"),
    ("UU no.7 tahun 2017", "UU 7/2017"),
    ("Undang-Undang Nomor 10 Tahun 2016 tentang Perubahan Kedua atas Undang-Undang Nomor 1 Tahun 2015", "UU 10/2016"),
    ("UU RI Nomor 14 Tahun 2008", "UU 14/2008"),
    ("Undang – Undang Republik Indonesia No. 7 Tahun 2017", "UU 7/2017"),
    ("undang undang nomor 7 tahun 2017", "UU 7/2017"),
    ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022", "Perppu 1/2022"),
    ("Peraturan KPU (PKPU) Nomor 22 Tahun 2023", "PKPU 22/2023"),
    ("Peraturan Komisi Informasi (Perki SLIP) Nomor 1 Tahun 2021", "Perki 1/2021"),
    ("Perki SLIP Nomor 1 Tahun 2021", "Perki 1/2021"),
    ("PP 61/2010", "PP 61/2010"),
    ("Perki Nomor 1 Tahun 2021", "Perki 1/2021"),
    ("SK KPU RI Nomor 561/HM.03.5-Kpt/06/KPU/VIII/2021", "Keputusan KPU 561/2021"),
    ("Keputusan KPU 561 Tahun 2021", "Keputusan KPU 561/2021"),
    ("Keputusan KPU Kota Probolinggo Nomor 172/HK.03.1/3574/2022", ""),
    ("BUUU 1/2015", ""),
    ("PKPU 1", ""),
    ("Nota Kesepahaman Nomor 7 Tahun 2017", ""),
)


@pytest.mark.parametrize(("text", "kunci"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_a_number_is_read_as_people_write_it(text: str, kunci: str) -> None:
    assert key_of(text) == kunci


PEMILU = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum"
PERPPU = f"{PEMILU} sebagaimana telah diubah dengan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022"
CITED = (
    ("UU 7/2017", date(2022, 12, 11), PEMILU),
    ("UU 7/2017", date(2022, 12, 12), PERPPU),
    ("UU 7/2017", date(2023, 5, 3), PERPPU),
    ("UU 7/2017", date(2023, 5, 4), f"{PEMILU} sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023"),
    ("UU 14/2008", date(2032, 12, 31), "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"),
)


@pytest.mark.parametrize(("kunci", "on", "told"), CITED)
def test_a_regulation_is_cited_as_it_stood_on_the_day(kunci: str, on: date, told: str) -> None:
    assert cited(regulations()[kunci], on) == told


AMENDED = (
    (date(2024, 9, 30), ""),
    (date(2024, 12, 31), " sebagaimana telah diubah dengan Peraturan Komisi Pemilihan Umum Nomor 11 Tahun 2024"),
    (date(2025, 12, 28), " sebagaimana telah diubah dengan Peraturan Komisi Pemilihan Umum Nomor 11 Tahun 2024"),
    (
        date(2025, 12, 29),
        " sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 4 Tahun 2025",
    ),
)


@pytest.mark.parametrize(("on", "told"), AMENDED)
def test_several_amendments_name_the_last(on: date, told: str) -> None:
    one = regulations()["PKPU 22/2023"]
    assert cited(one, on) == one.judul + told
