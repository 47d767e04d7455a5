"""Every number, name and month that a narrative says stands in the tables of the same produced report."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.indonesian import BULAN, angka
from renderers.photo.emblem import emblem
from renderers.prosa import narasi
from renderers.rekap.rekap import compose
from storage.kantor import satker
from tests import sample
from tests.conftest import FRESH_SEED, here
from tests.renderers.offices import KINDS, office
from tests.renderers.prosa.claims import Told, problems
from tests.renderers.prosa.claims_evaluasi import EVALUASI
from tests.renderers.prosa.claims_koordinasi import KOORDINASI
from tests.renderers.prosa.claims_media import AKUN, MEDIA_SOSIAL
from tests.renderers.prosa.facts import Facts
from tests.renderers.rekaps import KOSONG, REKAP

CLAIMS = {
    "pemerintah": KOORDINASI,
    "nonpemerintah": KOORDINASI,
    "akun": AKUN,
    "media_sosial": MEDIA_SOSIAL,
    "evaluasi": EVALUASI,
}
# The words that the narratives are made of; any other word must be a name from a table.
WORDS = set(
    re.findall(
        r"\S+",
        "Selama dan dengan bersama yang Sampai pada postingan setelah memuat selama sosial paling banyak terjadi Tim "
        "Bakohumas dimuat Akun diisi Publikasi informasi melalui mencapai angka publikasi laman tidak ada tercatat "
        "kegiatan Dibandingkan kenaikan mengenai tersebut perubahan terbesar antarbulan pemerintah sedangkan terutama "
        "dalam nonpemerintah Pokok bahasannya meliputi Kegiatan seluruhnya yaitu Kenaikan dari instansi media Berita "
        "menurun di melaksanakan adalah disusul Jenis konten Jumlah masih itu merupakan masing-masing hal berbeda "
        "sebagaimana dirinci tabel",
    )
)


def told(rekap: Rekap) -> dict[str, Told]:
    read = Facts(compose(rekap, (), emblem(), None).docx, rekap.satker.nama)
    return {key: Told(read, rekap, key) for key in CLAIMS}


def checked(rekap: Rekap) -> list[str]:
    found, texts = told(rekap), narasi.paragraphs(rekap)
    missing = [p for lines in texts.values() for p in lines if p not in found["akun"].facts.prose]
    wrong = [p for key, lines in texts.items() for p in problems(found[key], "\n".join(lines), CLAIMS[key], WORDS)]
    return missing + wrong


@pytest.mark.parametrize("kumulatif", [True, False], ids=["kumulatif", "sendiri"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda k: "".join(map(str, k)))
def test_offices_by_chance(kind: tuple[str, int], kumulatif: bool) -> None:
    assert (FRESH_SEED, checked(office(FRESH_SEED, kind, kumulatif))) == (FRESH_SEED, [])


@pytest.mark.parametrize("subject", [REKAP, KOSONG], ids=["penuh", "kosong"])
def test_a_full_and_an_empty_office(subject: Rekap) -> None:
    assert checked(subject) == []


SAMPLE_KINDS = [("triwulan", 1), ("triwulan", 2), ("semester", 1), ("tahun", 1)]


@pytest.mark.parametrize("kumulatif", [True, False], ids=["kumulatif", "sendiri"])
@pytest.mark.parametrize("kind", SAMPLE_KINDS, ids=lambda k: "".join(map(str, k)))
def test_the_sample_office(sample_folder: Path, tmp_path: Path, kind: tuple[str, int], kumulatif: bool) -> None:
    assert checked(gathered(sample_folder, tmp_path, kind, kumulatif)) == []


def gathered(folder: Path, tmp_path: Path, kind: tuple[str, int], kumulatif: bool) -> Rekap:
    """The sample's figures without what people wrote, which is nobody's to prove."""
    database = sample.copy(folder, tmp_path / "data")
    with database.transaction() as session:
        (row,) = satker.every(session)
        row.kumulatif = kumulatif
        told = gather.gather(here(session, row), Periode(*kind, 2022), date(2022, 6, 30))
    database.close()
    return replace(told, narasi={}, kolase=(), kegiatan=())


def _changed(text: str) -> list[str]:
    """The text with one number, one number in words, one month or one partner changed, each in turn."""
    found = []
    for m in re.finditer(r"\d[\d.]*\d|\d", text):
        more = int(m[0].replace(".", "")) + 1
        found.append(text[: m.start()] + (angka(more) if "." in m[0] else str(more)) + text[m.end() :])
    months = re.finditer("|".join(BULAN), text)
    found += [text[: m.start()] + BULAN[(BULAN.index(m[0]) + 5) % 12] + text[m.end() :] for m in months]
    for word, other in (("(lima)", "(enam)"), ("(dua)", "(tiga)"), ("Dinas Nomor", "Dinas Palsu"), ("IG (", "FB (")):
        found += [text.replace(word, other, 1)] if word in text else []
    return found


def survivors(rekap: Rekap) -> list[str]:
    read, texts = told(rekap), {key: "\n".join(lines) for key, lines in narasi.paragraphs(rekap).items()}
    return [
        wrong
        for key, text in texts.items()
        for wrong in _changed(text)
        if not problems(read[key], wrong, CLAIMS[key], WORDS)
    ]


@pytest.mark.parametrize("seed", [FRESH_SEED, pytest.param(1, marks=pytest.mark.slow)])
def test_whatever_is_changed_is_found(seed: int) -> None:
    subject = office(seed, ("triwulan", 3), kumulatif=True)
    assert survivors(subject) == []
    assert sum(len(_changed("\n".join(lines))) for lines in narasi.paragraphs(subject).values()) > 20
