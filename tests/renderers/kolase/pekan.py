"""A week of a kolase for tests, with photos and words of every length, and its parts as marks."""

import io
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageChops, ImageStat

from renderers.figures import Cell, Kolase
from renderers.ink.boxes import Shape, Tile
from renderers.ink.marks import Mark
from renderers.kantor import Akun
from renderers.kolase import sheet as kolase_sheet
from renderers.kolase.formats import POTRET, Format

WEEK = (
    ("1.jpg", "Rapat Pleno Rutin", "Senin, 18 April 2022"),
    ("2.jpg", "KPU Kota Probolinggo English Short Course", "Senin, 18 April 2022"),
    ("3.jpg", "Rapat Koordinasi", "Selasa, 19 April 2022"),
    ("4.jpg", "Rapat Koordinasi", "Selasa, 19 April 2022"),
    ("5.jpg", "KPU - Bawaslu Probolinggo Talk #5", "Kamis, 21 April 2022"),
)


PEKAN = Kolase(
    lembaga="Komisi Pemilihan Umum",
    tempat="Kota Probolinggo",
    tagline=("PEMILIH BERDAULAT", "NEGARA KUAT"),
    judul="Kegiatan KPU Kota Probolinggo",
    pekan="Pekan Ketiga April 2022",
    rentang="18–22 April 2022",
    cells=tuple(Cell(*each) for each in WEEK),
    website="kota-probolinggo.kpu.go.id",
    akun=(
        Akun("IG", "kpuprobolinggo"),
        Akun("Twitter", "KPUKotaProbolinggo"),
        Akun("FB", "KPU Kota Probolinggo"),
        Akun("YouTube", "KPU Kota Probolinggo"),
        Akun("TikTok", "kpukotaprobolinggo"),
    ),
)


LONG_NAMES = replace(
    PEKAN,
    cells=(),
    lembaga="Komisi Independen Pemilihan Nanggroe Aceh Darussalam",
    tempat="Kabupaten Hulu Sungai Selatan Provinsi Kalimantan Selatan",
    judul="Kegiatan Komisi Pemilihan Umum Kabupaten Hulu Sungai Selatan Provinsi Kalimantan Selatan",
    tagline=("MELAYANI", "PEMILIH DENGAN INTEGRITAS", "DAN TRANSPARAN"),
    website="https://kabupaten-hulu-sungai-selatan.provinsi-kalimantan-selatan.kpu.go.id/beranda",
    akun=tuple(Akun("IG", f"kpu_hulu_sungai_selatan_{k}") for k in range(8)),
)


def with_captions(*captions: str, tall: bool = False) -> Kolase:
    fotos = ["6.jpg"] if tall else [f"{k}.jpg" for k in range(1, 8)]
    cells = tuple(Cell(fotos[k % len(fotos)], caption, "Rabu, 21 September 2022") for k, caption in enumerate(captions))
    return replace(PEKAN, cells=cells)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.load()
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the channels, of 255."""
    means = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return sum(means) / len(means)


SHAPES = [Shape(4 / 3), Shape(3 / 2), Shape(3 / 4), Shape(4 / 3, 0.8, 0.9), Shape(1.0)]


def composed(
    kolase_: Kolase, form: Format = POTRET, shapes: Sequence[Shape] = SHAPES, page: str = ""
) -> tuple[list[Tile], list[Mark]]:
    """Everything on a sheet, without any pixel."""
    count = sum(1 + len(cell.lagi) for cell in kolase_.cells)
    placed = kolase_sheet.arrange(kolase_, kolase_.cells, (list(shapes) * 6)[:count], form) if count else []
    return placed, list(kolase_sheet.compose(kolase_, kolase_.cells, placed, form, page, own_emblem=False))
