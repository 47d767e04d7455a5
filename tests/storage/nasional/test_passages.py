"""The files of the national passages: what is wrong in one is named with its line, and what they cite is marked."""

import re
from datetime import date
from itertools import pairwise

import pytest

from storage.nasional.dasar_hukum import regulations
from storage.nasional.passages import CHAPTERS, GREETINGS, Misread, Office, Variant, passages, read

# How a regulation is written out, and its mark.
CITED = re.compile(
    r"(Undang-Undang|Peraturan Komisi Pemilihan Umum|Peraturan Pemerintah) Nomor (\d+) Tahun (\d{4})", re.IGNORECASE
)
SHORT = {"undang-undang": "UU", "peraturan komisi pemilihan umum": "PKPU", "peraturan pemerintah": "PP"}
VARIANTS = [(f"{one.bab}.{one.kunci}", variant) for one in passages() for variant in one.variants]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sejak 2010.", "surat, line 1: no [kunci] above this line"),
        ("[Isi] Isi\nA.", "surat, line 1: not “[kunci] Nama”"),
        ("[isi]\nA.", "surat, line 1: not “[kunci] Nama”"),
        ("[isi] Isi\nA.\n[isi] Isi\nB.", "surat, line 3: [isi] is told twice"),
        ("[isi] Isi\n| tingkat=kota\nA.", "surat, line 2: tingkat=kota"),
        ("[isi] Isi\n| sebutan=Panwaslu\nA.", "surat, line 2: sebutan=Panwaslu"),
        ("[isi] Isi\n| salam=pagi\nA.", "surat, line 2: salam=pagi"),
        ("[isi] Isi\n| dari=2023-02-30\nA.", "surat, line 2: dari=2023-02-30"),
        ("[isi] Isi\n| mulai=2023-01-01\nA.", "surat, line 2: unknown mark mulai"),
        ("[isi] Isi\n| peraturan=PKPU Nomor 1\nA.", "surat, line 2: peraturan=PKPU Nomor 1"),
        ("[isi] Isi\n| kabkota\nA.", "surat, line 2: not a mark: kabkota"),
        ("[isi] Isi\n; kosong\nA {nama}.", "surat, line 3: unknown variable {nama}"),
        ("[isi] Isi\nA {satker.", "surat, line 2: an open brace or star"),
        ("[isi] Isi\nA *satu.", "surat, line 2: an open brace or star"),
        ("[isi] Isi\n| tingkat=provinsi\n|\nA.", "surat, line 1: a text is missing"),
        ("[isi] Isi", "surat, line 1: a text is missing"),
        ("[isi] Isi\nA:\n# satu", "surat, line 1: a passage is a list or paragraphs, not both"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_its_line(text: str, wrong: str) -> None:
    with pytest.raises(Misread) as caught:
        list(read("surat", text))
    assert str(caught.value) == wrong


def test_the_marks_of_a_variant() -> None:
    marks = "tingkat=kabkota, provinsi dari=2023-11-01 peraturan=PKPU 22/2023, UU 7/2017 sumber=https://a?b=c (d)"
    (one,) = read("surat", f"[isi] Isi\n| {marks}\nA.")
    assert one.variants == (
        Variant(
            "A.",
            ("kabkota", "provinsi"),
            dari=date(2023, 11, 1),
            peraturan=("PKPU 22/2023", "UU 7/2017"),
            sumber="https://a?b=c (d)",
        ),
    )


def test_the_first_variant_stands_that_fits_and_has_all_its_values() -> None:
    text = "[isi] Isi\n| tingkat=provinsi\nProvinsi.\n| sampai=2023-10-31\nDulu {atasan}.\n|\nKini."
    (one,) = read("surat", text)
    told = [
        one.standing(Office(tingkat), on, {"atasan": atasan})
        for tingkat, on, atasan in (
            ("provinsi", date(2022, 1, 1), "A"),
            ("kota", date(2023, 10, 31), "A"),
            ("kota", date(2023, 10, 31), ""),
            ("kota", date(2023, 11, 1), "A"),
        )
    ]
    assert [variant.teks for variant in told if variant] == ["Provinsi.", "Dulu {atasan}.", "Kini.", "Kini."]


def test_every_chapter_has_its_passages_each_with_a_name_of_its_own() -> None:
    assert list(dict.fromkeys(one.bab for one in passages())) == list(CHAPTERS)
    assert [bab for bab in CHAPTERS if len({p.nama for p in passages() if p.bab == bab}) < len(_of(bab))] == []


def _of(bab: str) -> list[str]:
    return [one.kunci for one in passages() if one.bab == bab]


@pytest.mark.parametrize(("key", "variant"), VARIANTS, ids=[f"{key}-{n}" for n, (key, _) in enumerate(VARIANTS)])
def test_the_regulations_that_a_text_names_are_marked(key: str, variant: Variant) -> None:
    assert key
    cited = {f"{SHORT[kind.lower()]} {number}/{year}" for kind, number, year in CITED.findall(variant.teks)}
    assert cited == set(variant.peraturan)


@pytest.mark.parametrize(("key", "variant"), VARIANTS, ids=[f"{key}-{n}" for n, (key, _) in enumerate(VARIANTS)])
def test_what_a_text_names_is_in_force_as_long_as_it_stands(key: str, variant: Variant) -> None:
    days = [variant.dari or date(2022, 1, 1), variant.sampai or date(2032, 12, 31)]
    assert key
    assert [n for n in variant.peraturan for day in days if not regulations()[n].in_force(day)] == []


def test_the_regulation_on_information_follows_its_days() -> None:
    (one,) = (p for p in passages() if p.kunci == "pelayanan_informasi")
    named = {
        str(on): (standing := one.standing(Office("kota"), on, {})) and standing.peraturan
        for on in (date(2023, 10, 31), date(2023, 11, 1), date(2025, 12, 28), date(2025, 12, 29))
    }
    assert named == {
        "2023-10-31": ("PKPU 1/2015",),
        "2023-11-01": ("PKPU 22/2023",),
        "2025-12-28": ("PKPU 22/2023",),
        "2025-12-29": ("PKPU 22/2023", "PKPU 4/2025"),
    }
    assert all(
        (a.sampai or date.max).toordinal() + 1 == (b.dari or date.min).toordinal() for a, b in pairwise(one.variants)
    )


def test_every_belief_has_its_greeting() -> None:
    (one,) = (p for p in passages() if p.kunci == "pembuka")
    assert [variant.salam for variant in one.variants] == list(GREETINGS)
