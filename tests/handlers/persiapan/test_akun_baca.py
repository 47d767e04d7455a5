"""Accounts as offices list them: links, words, and lines that are neither."""

import pytest

from handlers.persiapan import akun

NUMBERED = "1. IG: @kpu.kota\n2. FB: KPU KOTA PROBOLINGGO\n3) X = @KPU_Prob\n- YouTube KPU Kota Probolinggo"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("@kpukotaprobolinggo di IG", [("IG", "kpukotaprobolinggo")]),
        ("https://www.instagram.com/kpukotaprobolinggo?igsh=1", [("IG", "kpukotaprobolinggo")]),
        ("tiktok kpu_kotapro", [("TikTok", "kpu_kotapro")]),
        ("Tik Tok: kpu.id", [("TikTok", "kpu.id")]),
        ("ig & fb: kpukota", [("IG", "kpukota"), ("FB", "kpukota")]),
        ("IG kpu_kota, FB KPU Kota; TikTok kpu", [("IG", "kpu_kota"), ("FB", "KPU Kota"), ("TikTok", "kpu")]),
        ("https://youtube.com/@kpu https://tiktok.com/@kpu.kota", [("YouTube", "kpu"), ("TikTok", "kpu.kota")]),
        ("https://www.youtube.com/channel/UC123", [("YouTube", "UC123")]),
        ("https://www.facebook.com/profile.php?id=10009", [("FB", "10009")]),
        ("m.facebook.com/kpukota", [("FB", "kpukota")]),
        ("https://x.com/kpu\nhttps://twitter.com/kpu", [("Twitter", "kpu")]),
        (
            NUMBERED,
            [
                ("IG", "kpu.kota"),
                ("FB", "KPU KOTA PROBOLINGGO"),
                ("Twitter", "KPU_Prob"),
                ("YouTube", "KPU Kota Probolinggo"),
            ],
        ),
    ],
)
def test_read(typed: str, read: list[tuple[str, str]]) -> None:
    found = akun.read(typed)
    assert (found.akun, found.website, found.unread) == (read, "", [])


@pytest.mark.parametrize(
    "typed", ["kota-probolinggo.kpu.go.id", "laman: https://www.kota-probolinggo.kpu.go.id/berita"]
)
def test_the_website(typed: str) -> None:
    found = akun.read(typed)
    assert (found.akun, found.website, found.unread) == ([], "kota-probolinggo.kpu.go.id", [])


@pytest.mark.parametrize(
    "typed", ["halo", "IG", "www.google.com", "https://www.instagram.com/p/Cabc/", "@kpu", "🙂", "IG ???"]
)
def test_what_names_no_account(typed: str) -> None:
    found = akun.read(typed)
    assert (found.akun, found.website, found.unread) == ([], "", [typed])


def test_the_lines_that_can_be_read_are_read() -> None:
    found = akun.read("Berikut akunnya\n\nIG kpu\nterima kasih")
    assert (found.akun, found.unread) == ([("IG", "kpu")], ["Berikut akunnya", "terima kasih"])


def test_a_flood_is_cut() -> None:
    assert len(akun.read("\n".join(f"IG kpu{n}" for n in range(500))).akun) == akun.MOST_READ
