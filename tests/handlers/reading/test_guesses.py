"""What words tell of uraian and jenis, and what they do not: a guess is never an invention."""

import pytest

from handlers.reading import guesses
from storage.nasional import jenis as nasional_jenis

JENIS = nasional_jenis.keys()


@pytest.mark.parametrize(
    ("text", "uraian"),
    [
        ("Rakor PDPB", guesses.RAKOR),
        ("Rapat Koordinasi dengan Bawaslu", guesses.RAKOR),
        ("Silaturahmi ke Kodim 0820", guesses.KOORDINASI),
        ("Jambore", None),
    ],
)
def test_the_uraian_by_the_name(text: str, uraian: str | None) -> None:
    assert guesses.uraian(text) == uraian


@pytest.mark.parametrize(
    ("text", "platforms", "jenis"),
    [
        ("Infografis PDPB Juni", ["IG"], "Infografik"),
        ("Turut berduka cita", ["IG"], "Ucapan Dukacita"),
        ("Selamat Hari Lahir Pancasila", ["IG"], "Peringatan Hari Besar"),
        ("Selamat dan sukses atas pelantikan", ["IG"], "Ucapan Selamat"),
        ("Repost KPU RI", ["IG"], "Repost"),
        ("KPU Flash edisi 3", ["YouTube"], "KPU Flash"),
        ("Serah terima", ["Website"], "Promote link berita web"),
        ("Keseruan jambore", ["TikTok"], "Video lainnya"),
        ("Keseruan jambore", ["IG"], None),
        ("", [], None),
    ],
)
def test_the_jenis_by_words_and_platform(text: str, platforms: list[str], jenis: str | None) -> None:
    assert guesses.jenis(text, platforms) == jenis
    assert jenis is None or jenis in JENIS
