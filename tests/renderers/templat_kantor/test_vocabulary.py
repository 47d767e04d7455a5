"""The manual of the templates: complete, in step with the fields, and true."""

import re
from pathlib import Path

import pytest

from renderers.templat_kantor.check import faults_of
from renderers.templat_kantor.tidy import tidied
from renderers.templat_kantor.vocabulary import meanings, paths, vocabulary
from tests.renderers.templat_kantor.by_hand import typed
from tests.renderers.templat_kantor.listing import listing

PAGE = Path(__file__).parents[3] / "docs" / "templat.md"
BETWEEN = re.compile(r"(?<=<!-- daftar -->\n).*(?=<!-- akhir daftar -->)", re.DOTALL)


def test_every_field_has_a_meaning_and_no_meaning_is_left_over() -> None:
    assert [path for path, _ in paths(vocabulary())] == list(meanings())


def test_the_manual_lists_them_all(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        PAGE.write_text(BETWEEN.sub(lambda _: f"{listing()}\n", PAGE.read_text("utf-8")), "utf-8")
    found = BETWEEN.search(PAGE.read_text("utf-8"))
    assert found
    assert found[0] == f"{listing()}\n"


def test_how_fields_are_written_in_the_list() -> None:
    rows = listing().splitlines()
    for row in (
        "| `{{ surat.nomor }}` | nomor surat | 21/PR.04.1-SD/9901/2023 |",
        "| `{{r logo_kop }}` | lambang untuk kop surat | (gambar) |",
        "| `{{p evaluasi }}` | tabel BAB IV: publikasi menurut media dan bulan | (tabel) |",
        "| `{%p for x in anggota %}` | anggota tim, urut jabatan | (daftar) |",
        "| `{{ x.nama }}` *(di dalam anggota)* | nama dengan gelar | SITI RAHAYU |",
        "| `{%p if ada_publikasi %}` | apakah ada publikasi pada periode ini | ya |",
    ):
        assert rows.count(row) == 1


@pytest.mark.parametrize("tag", sorted(set(re.findall(r"^\| `(\{\{ .*? \}\})` \|", listing(), re.MULTILINE))))
def test_what_the_manual_writes_is_accepted(tag: str) -> None:
    assert faults_of(tidied(typed("{{ surat.nomor }}", tag))) == []
