"""A greeting is one in every language, also where somebody says who he is; a report behind it is none."""

import pytest

from handlers.reading.chatter import Talk, begins_as_talk, talk

GREETINGS = (
    "sampurasun",
    "sampurasun, wilujeng sonten",
    "Syalom",
    "Shalom, slamat sore min",
    "Horas",
    "om swastiastu",
    "Tabea, pagi min",
    "rahajeng semeng",
    "Sugeng enjing pak",
)
WHO = ("saya Rina", "Beta Merry, staf baru di humas", "nama saya Budi Santoso dari PPK Kanigaran", "ini dengan Tono")


@pytest.mark.parametrize("greeting", GREETINGS)
def test_a_greeting(greeting: str) -> None:
    assert talk(greeting) is Talk.GREETING


@pytest.mark.parametrize("greeting", GREETINGS)
@pytest.mark.parametrize("who", WHO)
def test_a_greeting_with_who_greets(greeting: str, who: str) -> None:
    assert talk(f"{greeting}. {who}") is Talk.GREETING
    assert talk(f"{greeting}, {who} 🙏") is Talk.GREETING


@pytest.mark.parametrize("greeting", GREETINGS)
@pytest.mark.parametrize("told", ["Ini Rapat Pleno", "saya ikut rapat pleno", "rapat pleno", "Saya Rina. Rapat pleno"])
def test_a_report_behind_a_greeting_is_none(greeting: str, told: str) -> None:
    assert talk(f"{greeting}. {told}") is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mauliate bah, sehat2 kita semua", Talk.THANKS),
        ("makasih banyak lah, sangat mambantu", Talk.THANKS),
        ("terima kasih pak atas kerjasamanya", Talk.THANKS),
        ("trims, besok lanjut", Talk.THANKS),
        ("Tabe min, narai habar", Talk.GREETING),
        ("Horas bah, sehat do hamu", Talk.GREETING),
        ("terima tamu", None),
        ("terima kunjungan Bawaslu", None),
        ("Terima kasih Pemilih", None),
        ("halo, Bawaslu datang", None),
        ("makasih udah naik di ig", None),
        ("makasih min, rapat pleno", None),
        ("makasih ya, tolong rekap tw 2", None),
    ],
)
def test_a_few_words_that_begin_with_thanks_or_a_greeting_are_talk_unless_they_tell_more(
    text: str, meant: Talk | None
) -> None:
    assert begins_as_talk(text) is meant
