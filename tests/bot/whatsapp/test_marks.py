"""Marks: the bot's title is bold, and nothing that people wrote is formatted, cut up or led elsewhere."""

import random
import re

import pytest

from bot.whatsapp.marks import bold, plain

HAIR = "\u200a"
SAID = (
    ("no pair", "5 * 3 * 2", "5 * 3 * 2"),
    ("within a word", "nama_akun_resmi a*b*c", "nama_akun_resmi a*b*c"),
    ("one mark alone", "*) hanya KPU ~ Bawaslu", "*) hanya KPU ~ Bawaslu"),
    ("over two lines", "*rapat\npleno*", "*rapat\npleno*"),
    ("bold", "rapat *pleno* rutin", f"rapat *{HAIR}pleno* rutin"),
    ("italic", "akun _kpu_kota_", f"akun _{HAIR}kpu_kota_"),
    ("struck", "~batal~", f"~{HAIR}batal~"),
    ("within each other", "*_a_*", f"*{HAIR}_{HAIR}a_*"),
    ("doubled", "**a**", f"**{HAIR}a**"),
    ("code", "`kode`", "ˋkode`"),
    ("a fence", "```a```", "ˋˋˋaˋˋ`"),
    ("an address", "https://instagram.com/p/CdX_y-1/", "https://instagram.com/p/CdX_y-1/"),
    ("an address with marks at an edge", "https://instagram.com/_kpu_/ *ya*",
     f"https://instagram.com/%5Fkpu%5F/ *{HAIR}ya*"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "written"), [one[1:] for one in SAID], ids=[one[0] for one in SAID])
def test_marks_of_people_stay_theirs(said: str, written: str) -> None:
    assert plain(said) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Laporan kegiatan", "*Laporan kegiatan*"),
        (" Rapat ", "*Rapat*"),
        ("Akun _kpu_", f"*Akun _{HAIR}kpu_*"),
        ("Rapat *A*", f"Rapat *{HAIR}A*"),
        ("", ""),
    ],
)
def test_a_title_is_bold_unless_its_own_asterisks_would_end_that(line: str, written: str) -> None:
    assert bold(line) == written


LETTER = r"[^\W_]"
PAIRS = [
    rf"(?<!{LETTER}){re.escape(m)}(?=[^\s{re.escape(m)}])[^\n]*?[^\s{re.escape(m)}]{re.escape(m)}(?!{LETTER})"
    for m in "*_~"
]
FORMATS = re.compile("|".join([*PAIRS, r"`[^`\n]+`", r"```[\s\S]+?```"]))


def test_whatever_people_write_formats_nothing() -> None:
    chance = random.Random(17)
    words = ["".join(chance.choice("*_~`a \n.(é😀") for _ in range(chance.randint(1, 14))) for _ in range(3000)]
    assert [one for one in words if FORMATS.search(plain(one))] == []
    assert [one for one in words if plain(one).replace(HAIR, "").replace("ˋ", "`") != one] == []
