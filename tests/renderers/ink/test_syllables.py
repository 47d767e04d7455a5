"""Words are parted as a reader speaks them: between syllables, and between words that are written as one."""

from itertools import pairwise

import pytest

from renderers.ink.syllables import LEAST, cuts, joints


def parted(word: str, places: tuple[int, ...]) -> str:
    edges = (0, *places, len(word))
    return "-".join(word[a:b] for a, b in pairwise(edges))


@pytest.mark.parametrize(
    "word",
    [
        "seren-tak",
        "penye-leng-ga-raan",
        "ber-ke-lan-jutan",
        "sosi-a-li-sasi",
        "reka-pi-tu-lasi",
        "peng-hi-tungan",
        "pemu-ta-khiran",
        "trans-pa-ransi",
        "ins-truksi",
        "demo-krasi",
        "kam-pa-nye",
        "Pro-bo-linggo",
        "ber-ang-go-takan",
        "per-tang-gung-ja-waban",
        "mela-ku-kan-nya",
        "KOOR-DI-NASI",
    ],
)
def test_syllables(word: str) -> None:
    assert parted(word.replace("-", ""), cuts(word.replace("-", ""))) == word


@pytest.mark.parametrize("word", ["rapat", "2024", "KPU", "", "a", "党", "x" * 40, "1234567890", "SMAN"])
def test_what_has_no_syllables_stays_whole(word: str) -> None:
    assert (cuts(word), joints(word)) == ((), ())


@pytest.mark.parametrize(
    "word",
    [
        "#-pemilihan-serentak-2024",
        "#-Pemilihan-Serentak-2024",
        "#-pemilih-berdaulat-negara-kuat",
        "PENYELENGGARAAN-PEMILIHAN-UMUM",
        "Pemilu-2024",
    ],
)
def test_words_written_as_one(word: str) -> None:
    assert parted(word.replace("-", ""), joints(word.replace("-", ""))) == word


@pytest.mark.parametrize("word", ["penyelenggaraan", "berita", "kependudukan", "undang-undang", "Ma'arif", "anggota2"])
def test_no_piece_is_too_short(word: str) -> None:
    assert all(LEAST <= at <= len(word) - LEAST for at in cuts(word))
