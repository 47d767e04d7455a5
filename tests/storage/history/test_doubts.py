"""What the parts of an office's file say against one another, each with its place; it is loaded all the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage.history.doubts import doubts
from storage.history.file import History, read

SAMPLE = Path(__file__).parents[3] / "storage" / "sample" / "probolinggo.json"


def told(changes: dict[str, list[dict[str, Any]]]) -> list[str]:
    """The doubts about the sample with further entries of some parts."""
    whole = json.loads(SAMPLE.read_text("utf-8"))
    more = {part: [*whole[part], *entries] for part, entries in changes.items()}
    return doubts(History.model_validate_json(json.dumps(whole | more)))


def kegiatan(**facts: object) -> dict[str, Any]:
    return {"nama": "Rapat", "mulai": "2022-05-02", "pelapor": "KADIR", **facts}


def konten(**facts: object) -> dict[str, Any]:
    return {"jenis": "KPU Flash", "judul": "Coklit", "tanggal": "2022-05-02", "platform": ["IG"], **facts}


def decree(**facts: object) -> dict[str, Any]:
    return {"jenis": "SK", "nomor": "40/2022", "tanggal": "2022-06-01", "hubungan": "mengubah", **facts}


def partner(sektor: str) -> dict[str, Any]:
    facts = {"instansi": "Bank Sulselbar", "uraian": "Audiensi", "keterangan": "Kerja sama"}
    return kegiatan(sektor=sektor, **facts)


URL = "https://www.instagram.com/p/Cabc/"


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ({}, []),
        (
            {"dasar_hukum": [{"teks": "SE 1", "berlaku_dari": "2023-01-01", "berlaku_sampai": "2022-01-01"}]},
            ["dasar hukum “SE 1”: berakhir pada 2022-01-01, sebelum dimulai pada 2023-01-01."],
        ),
        (
            {"keputusan": [decree(terhadap="1/2021"), decree(terhadap="17/HK.03.1/3574/2022")]},
            ["keputusan 40/2022: terhadap 1/2021, tetapi keputusan itu tidak ada dalam berkas ini."],
        ),
        (
            {"masalah": [{"judul": "Listrik", "dibuka": "2022-05-02", "ditutup": "2022-05-01"}]},
            ["masalah “Listrik”: berakhir pada 2022-05-01, sebelum dimulai pada 2022-05-02."],
        ),
        (
            {"kegiatan": [kegiatan(foto=["25.jpg"])]},
            ["foto 25.jpg: dipakai 2 kali, padahal satu foto milik satu kegiatan."],
        ),
        (
            {"konten": [konten(tautan={"IG": URL}), konten(tautan={"IG": URL})]},
            [f"tautan {URL}: disebut 2 kali, jadi kontennya terhitung 2 kali."],
        ),
        (
            {"konten": [konten(tautan={"FB": URL})]},
            ["konten “Coklit”: bertautan FB, tetapi platform itu tidak disebut."],
        ),
        (
            {
                "mitra": [{"nama": "Bank Sulselbar", "sektor": "nonpemerintah"}],
                "kegiatan": [partner("pemerintah"), partner("nonpemerintah")],
            },
            ["kegiatan “Rapat” 2022-05-02: Bank Sulselbar tercatat nonpemerintah pada mitra, di sini pemerintah."],
        ),
    ],
)
def test_what_two_parts_say_otherwise_is_told(changes: dict[str, list[dict[str, Any]]], sentences: list[str]) -> None:
    assert told(changes) == sentences


def test_an_account_that_ended_before_it_began_and_one_counted_afterwards(tmp_path: Path) -> None:
    whole = json.loads(SAMPLE.read_text("utf-8"))
    tiktok = whole["akun"][-1]
    tiktok["aktif_sampai"] = "2022-03-01"
    (tmp_path / "kantor.json").write_text(json.dumps(whole))
    assert doubts(read(tmp_path / "kantor.json")) == [
        "akun TikTok “KPU Kota Probolinggo”: berakhir pada 2022-03-01, sebelum dimulai pada 2022-04-01.",
        "akun TikTok “KPU Kota Probolinggo”: pengikut dihitung pada 2022-06-24, ketika akun itu tidak aktif.",
        "akun TikTok: ada postingan pada 2022-04, 2022-05, 2022-06, ketika akun itu tidak aktif.",
    ]
