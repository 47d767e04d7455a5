"""The report that is measured: the size of a real one, its rows, months and prose ten and a hundred times as many."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

from renderers.figures import Anggota, Evaluasi, Informasi, Jumlah, Koordinasi, Masalah, Matriks, Periode, Rekap
from renderers.templat_bawaan import build
from tests.renderers.rekaps import JENIS, PLATFORM, REKAP

MONTHS, GOVERNMENT, OTHERS, TEAM, ROWS = 6, 8, 18, 8, 20
WORDS = sorted(set(re.findall(r"[a-z]{2,}", (Path(build.__file__).parent / "prosa.txt").read_text("utf-8"))))


def rekap(scale: int) -> Rekap:
    """Six months of a quarterly report that counts from January; `scale` times as many."""
    chance = Random(scale)
    months = tuple(date(2022 + n // 12, n % 12 + 1, 1) for n in range(MONTHS * scale))
    counted = tuple(Evaluasi(month, chance.randrange(60, 130), chance.randrange(30)) for month in months[:MONTHS])
    return replace(
        REKAP,
        periode=Periode("triwulan", "Triwulan II", 2022, months[3:6], months),
        anggota=tuple(Anggota(_words(chance, 3), _words(chance, 4), "Anggota") for _ in range(TEAM * scale)),
        koordinasi=(
            *_koordinasi(chance, "pemerintah", GOVERNMENT * scale),
            *_koordinasi(chance, "nonpemerintah", OTHERS * scale),
        ),
        informasi=tuple(i for month in months for i in _informasi(chance, month)),
        matriks=tuple(_matriks(chance, month) for month in months),
        evaluasi=counted,
        masalah=tuple(Masalah(_words(chance, 3), _words(chance, 60)) for _ in range(3 * scale)),
        saran=tuple(_words(chance, 50) for _ in range(3 * scale)),
        narasi={"evaluasi": "\n".join(_words(chance, 80) for _ in range(6 * scale))},
        kini=Jumlah("Triwulan II 2022", 12, 4, 8, 300, 900, 368),
        dulu=Jumlah("Triwulan I 2022", 14, 4, 10, 240, 700, 239),
        batas=date(2022, 6, 30),
    )


def sheet(number: int) -> bytes:
    """A picture of the size of a kolase and of about its weight, 240 KB."""
    grain = Image.frombytes("RGB", (360, 450), Random(number).randbytes(360 * 450 * 3))
    out = BytesIO()
    grain.resize((1080, 1350), Image.Resampling.BICUBIC).save(out, "JPEG", quality=36)
    return out.getvalue()


def photo(number: int) -> Image.Image:
    """A photo of twelve megapixels."""
    return Image.frombytes("RGB", (40, 30), Random(number).randbytes(40 * 30 * 3)).resize((4000, 3000))


def _words(chance: Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize()


def _koordinasi(chance: Random, sektor: str, count: int) -> list[Koordinasi]:
    days = [date(2022, 1, 1) + timedelta(chance.randrange(180)) for _ in range(count)]
    return [
        Koordinasi(sektor, day, day, _words(chance, 3), _words(chance, 4), _words(chance, 9)) for day in sorted(days)
    ]


def _informasi(chance: Random, month: date) -> list[Informasi]:
    days = sorted(chance.randrange(1, 29) for _ in range(ROWS))
    return [
        Informasi(month.replace(day=day), False, _words(chance, 8), tuple(chance.sample(PLATFORM, 2))) for day in days
    ]


def _matriks(chance: Random, month: date) -> Matriks:
    return Matriks(month, tuple(tuple(chance.randrange(40) for _ in PLATFORM) for _ in JENIS))
