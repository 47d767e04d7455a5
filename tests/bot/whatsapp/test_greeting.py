"""A link of WhatsApp carries its code in words."""

import pytest

from bot.whatsapp.greeting import greeting, started

TOKEN = "gT5-xW_8a2LmQp0ZrYv1Kd"


@pytest.mark.parametrize(
    "start", [TOKEN, "-" + TOKEN[1:], "_" + TOKEN[1:], TOKEN[:-1] + "-", "lapor", "fm-12", "k-1-potret"]
)
def test_a_link_brings_its_payload(start: str) -> None:
    assert started(greeting(start)) == f"/start {start}"


@pytest.mark.parametrize(
    "said",
    [
        f"halo kode saya: {TOKEN}",
        f"Kode saya {TOKEN}.",
        f" {TOKEN}\n",
        f"kode: {TOKEN}",
        f"Assalamualaikum, ini kode undangan dari Bu Qori: {TOKEN}",
        f"Halo, kode saya {TOKEN} ",
    ],
)
def test_a_token_is_known_in_other_words_too(said: str) -> None:
    assert started(said) == f"/start {TOKEN}"


@pytest.mark.parametrize(
    "said",
    [
        "Sosialisasi kode etik",
        "Sosialisasi kode etik mempertanggungjawabkan",
        "Mempertanggungjawabkan",
        "MEMPERTANGGUNGJAWABKAN",
        f"Rapat pleno {TOKEN}",
        f"{TOKEN} sudah dikirim",
        "Halo",
        "/start abc",
        "",
    ],
)
def test_other_words_are_left_as_they_are(said: str) -> None:
    assert started(said) == said
