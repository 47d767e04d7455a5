"""What people type as their region, and the office that it is."""

import pytest

from handlers.persiapan import wilayah
from storage.kantor.fakta import About
from storage.nasional.wilayah import regions

WIB, ACEH = "Asia/Jakarta", ("Selatan", "Tenggara", "Timur", "Tengah", "Barat")
PROBOLINGGO = ["KPU Kabupaten Probolinggo", "KPU Kota Probolinggo"]


@pytest.mark.parametrize(
    ("typed", "offices"),
    [
        ("probolinggo", PROBOLINGGO),
        ("Porbolinggo", PROBOLINGGO),
        ("KPU Probolinggo", PROBOLINGGO),
        ("jatim", ["KPU Provinsi Jawa Timur"]),
        ("jogja", ["KPU Daerah Istimewa Yogyakarta"]),
        ("riau", ["KPU Provinsi Riau", "KPU Provinsi Kepulauan Riau"]),
        ("siau", ["KPU Kabupaten Kepulauan Siau Tagulandang Biaro"]),
        ("hulu sungai", [f"KPU Kabupaten Hulu Sungai {w}" for w in ("Utara", "Selatan", "Tengah")]),
        ("Banda Aceh", ["KIP Kota Banda Aceh"]),
        ("aceh", ["KIP Aceh", *(f"KIP Kabupaten Aceh {w}" for w in ACEH)]),
        ("Atlantis", []),
        ("", []),
        ("kpu", []),
    ],
)  # fmt: skip
def test_found(typed: str, offices: list[str]) -> None:
    assert [wilayah.nama(w) for w in wilayah.find(typed)] == offices


@pytest.mark.parametrize(
    ("typed", "kode"),
    [
        ("kota probolinggo", "3574"),
        ("KPU Kab. Probolinggo", "3513"),
        ("KPU KABUPATEN PROBOLINGGO", "3513"),
        ("prov jatim", "35"),
        ("probolinggo", ""),
        ("papua", ""),
    ],
)
def test_named_wholly_it_need_not_be_chosen(typed: str, kode: str) -> None:
    found = wilayah.exactly(typed)
    assert (found.kode if found else "") == kode


def test_every_office_is_found_by_its_own_name() -> None:
    assert [w.kode for w in regions().values() if wilayah.exactly(wilayah.nama(w)) != w and len(w.kode) > 2] == []
    assert [w.kode for w in regions().values() if w not in wilayah.find(wilayah.nama(w))] == []


def test_what_follows_for_a_kota() -> None:
    assert wilayah.values(regions()["3574"]) == {
        "kode": "3574",
        "nama": "KPU Kota Probolinggo",
        "tingkat": "kota",
        "tempat": "KOTA PROBOLINGGO",
        "wilayah": "Kota Probolinggo",
        "kota": "Probolinggo",
        "provinsi": "Jawa Timur",
        "lembaga": "KOMISI PEMILIHAN UMUM",
        "zona": "Asia/Jakarta",
    }
    assert wilayah.above(regions()["3574"]) == {
        About.ATASAN: "KPU Provinsi Jawa Timur",
        About.KOTA_ATASAN: "Surabaya",
    }


@pytest.mark.parametrize(
    ("kode", "nama", "kota", "atasan", "kota_atasan", "zona"),
    [
        ("35", "KPU Provinsi Jawa Timur", "Surabaya", "KPU Republik Indonesia", "Jakarta", WIB),
        ("11", "KIP Aceh", "Banda Aceh", "KPU Republik Indonesia", "Jakarta", WIB),
        ("1171", "KIP Kota Banda Aceh", "Banda Aceh", "KIP Aceh", "Banda Aceh", WIB),
        ("3171", "KPU Kota Administrasi Jakarta Pusat", "Jakarta", "KPU Provinsi DKI Jakarta", "Jakarta", WIB),
        ("6101", "KPU Kabupaten Sambas", "Sambas", "KPU Provinsi Kalimantan Barat", "Pontianak", "Asia/Pontianak"),
    ],
)  # fmt: skip
def test_what_follows_elsewhere(kode: str, nama: str, kota: str, atasan: str, kota_atasan: str, zona: str) -> None:
    told = wilayah.values(regions()[kode]) | wilayah.above(regions()[kode])
    names = ("nama", "kota", "atasan", "kota_atasan", "zona")
    assert tuple(told[name] for name in names) == (nama, kota, atasan, kota_atasan, zona)
