"""The table of regions: complete, and in the right zones."""

from collections import Counter

from storage.nasional.wilayah import PROVINSI, Wilayah, regions

PROVINCES = {kode: w for kode, w in regions().items() if len(kode) == PROVINSI}


def test_all_provinces_kabupaten_and_kota_are_there() -> None:
    words = Counter(w.nama.split()[0] for kode, w in regions().items() if kode not in PROVINCES)
    assert (len(PROVINCES), words) == (38, {"Kabupaten": 416, "Kota": 98})


def test_every_region_lies_in_a_province_and_has_a_name_of_its_own() -> None:
    assert all(w.provinsi and w.ibukota and w.zona for w in regions().values())
    assert len({w.nama for w in regions().values()}) == 552
    assert all(len(kode) in (2, 4) and kode.isdigit() for kode in regions())


def test_the_zones_are_those_of_the_provinces() -> None:
    zones: dict[str, list[str]] = {}
    for w in PROVINCES.values():
        zones.setdefault(w.zona, []).append(w.nama)
    assert zones["Asia/Pontianak"] == ["Kalimantan Barat", "Kalimantan Tengah"]
    assert zones["Asia/Makassar"] == [
        "Bali", "Nusa Tenggara Barat", "Nusa Tenggara Timur", "Kalimantan Selatan", "Kalimantan Timur",
        "Kalimantan Utara", "Sulawesi Utara", "Sulawesi Tengah", "Sulawesi Selatan", "Sulawesi Tenggara", "Gorontalo",
        "Sulawesi Barat",
    ]  # fmt: skip
    assert zones["Asia/Jayapura"] == [
        "Maluku", "Maluku Utara", "Papua", "Papua Barat", "Papua Selatan", "Papua Tengah", "Papua Pegunungan",
        "Papua Barat Daya",
    ]  # fmt: skip
    assert len(zones["Asia/Jakarta"]) == 16


def test_one_region_with_what_its_province_gives_it() -> None:
    assert regions()["3574"] == Wilayah("3574", "Kota Probolinggo", "Jawa Timur", "Surabaya", "Asia/Jakarta")
