"""The national lists: strict files, names by date, and own rows that add up to them."""

from collections import Counter
from datetime import date

import pytest

from storage.kantor import daftar
from storage.kantor.satker import Satker
from storage.nasional import jenis, platform, rows, sektor


def test_twitter_is_called_x_from_the_day_of_its_renaming() -> None:
    days = (date(2022, 6, 30), date(2023, 7, 23), date(2023, 7, 24), date(2032, 1, 1))
    assert [platform.shown("Twitter", day) for day in days] == ["Twitter", "Twitter", "X", "X"]


def test_threads_is_there_from_its_first_day() -> None:
    threads = platform.every()["Threads"]
    assert [threads in platform.there(day) for day in (date(2023, 7, 4), date(2023, 7, 5))] == [False, True]


def test_the_lists_stand_in_the_order_of_the_matrices() -> None:
    assert platform.usual() == ("IG", "Twitter", "FB", "YouTube", "TikTok")
    assert (jenis.keys()[0], jenis.keys()[-1], len(jenis.keys())) == ("Foto Berita", "Video lainnya", 11)
    assert jenis.laman() == "Promote link berita web"
    assert {one.kunci: one.tabel for one in sektor.every().values()} == {
        "internal": "",
        "pemerintah": "pemerintah",
        "nonpemerintah": "nonpemerintah",
        "media": "nonpemerintah",
        "pendidikan": "nonpemerintah",
    }


@pytest.mark.parametrize("row", [{"kunci": "X"}, {"kunci": "X", "menghitung": "", "hitung": "x", "warna": "biru"}])
def test_a_row_that_lacks_a_part_or_has_a_strange_one_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(TypeError):
        jenis.Jenis(**row)  # type: ignore[arg-type]  # what a file may hold


def test_a_word_that_names_two_rows_is_refused() -> None:
    with pytest.raises(ValueError, match=r"platform\.toml tells twice: x"):
        rows.once("platform.toml", ["x", "ig", "x"])


def test_an_own_row_stands_behind_the_one_as_which_it_counts() -> None:
    office = Satker(
        platform_sendiri={"IG PPID": "IG", "LinkedIn": "Lainnya"},
        jenis_sendiri={"Podcast": "Video lainnya", "Rilis": "Promote link berita web"},
        sektor_sendiri={"ormas": "nonpemerintah"},
    )
    assert daftar.platforms(office)[:3] == ("IG", "IG PPID", "Twitter")
    assert daftar.jenis(office)[-4:] == ("Rilis", "Repost", "Video lainnya", "Podcast")
    assert [daftar.table(office, one) for one in ("ormas", "media", "internal", "")] == [
        "nonpemerintah",
        "nonpemerintah",
        "",
        "",
    ]
    assert daftar.laman(office) == {"Promote link berita web", "Rilis"}
    assert daftar.words(office)["ig ppid"] == "IG PPID"


def test_figures_of_two_offices_add_up_by_national_rows() -> None:
    one = Satker(platform_sendiri={"IG PPID": "IG"}, jenis_sendiri={"Podcast": "Video lainnya"}, sektor_sendiri={})
    other = Satker(platform_sendiri={}, jenis_sendiri={"Siniar": "Video lainnya"}, sektor_sendiri={})
    cells = [
        (one, {("Podcast", "YouTube"): 3, ("Repost", "IG PPID"): 2, ("Repost", "IG"): 1}),
        (other, {("Siniar", "YouTube"): 4, ("Repost", "IG"): 5}),
    ]
    found: Counter[tuple[str, str]] = Counter()
    for office, table in cells:
        for (kind, where), n in table.items():
            found[daftar.national_jenis(office, kind), daftar.national_platform(office, where)] += n
    assert found == {("Video lainnya", "YouTube"): 7, ("Repost", "IG"): 8}
