"""Which words of BAB II are names, and which partners a typed text names together."""

import pytest

from handlers.laporan.named import first_words, partners


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Bawaslu, Polres dan Kodim", ("Bawaslu", "Polres", "Kodim")),
        ("Bawaslu, Polres, dan Kodim", ("Bawaslu", "Polres", "Kodim")),
        ("Disdukcapil; Diskominfo", ("Disdukcapil", "Diskominfo")),
        ("Bawaslu\nPolres", ("Bawaslu", "Polres")),
        ("SMA, SMK dan MA di Kabupaten Sukamaju", ("SMA", "SMK", "MA di Kabupaten Sukamaju")),
        (
            "Forkopimda, Dinas/instansi terkait, Parpol dan Media",
            ("Forkopimda", "Dinas/instansi terkait", "Parpol", "Media"),
        ),
        ("Badan Kesatuan Bangsa dan Politik, Satpol PP", ("Badan Kesatuan Bangsa dan Politik", "Satpol PP")),
        ("Dinas Kependudukan dan Pencatatan Sipil", ("Dinas Kependudukan dan Pencatatan Sipil",)),
        ("Dinas Perdagangan, Koperasi, dan UKM", ("Dinas Perdagangan, Koperasi, dan UKM",)),
        ("Dinas Pemberdayaan Masyarakat dan Desa", ("Dinas Pemberdayaan Masyarakat dan Desa",)),
        ("Dr. Budi, M.Si.", ("Dr. Budi, M.Si",)),
        (" ; ", ()),
        ("", ()),
    ],
)
def test_partners_are_parted_where_another_one_begins(typed: str, told: tuple[str, ...]) -> None:
    assert partners(typed) == told


def test_names_are_kinds_of_institution_and_what_elections_name_again_and_again() -> None:
    texts = ("Bawaslu mengawasi", "Dinas Sosial hadir", "Dinas terkait", "Pemilu 2024", "Juli yang sibuk", "Coklit", "")
    assert first_words(texts) == ("bawaslu", "dinas", "juli", "pemilu")
    assert first_words(("Desa binaan", "Kesiapan gudang")) == ()
