"""Words become lines: what is kept of a text, where it breaks, when it is cut."""

import itertools

import pytest
from PIL import Image, ImageFont, features

from renderers.ink import glyphs
from renderers.ink.glyphs import ICONS, Weight, width, write
from renderers.ink.lettering import clean, count, fit, glue, lost, one_line, wrap

W = Weight.SEMIBOLD
PLENO = "Rapat Koordinasi Pelaksanaan Program dan Anggaran Badan Kader Pembinaan Pemilu Selandia Baru dan Taiwan 2024"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Rapat Pleno Rutin", "Rapat Pleno Rutin"),
        ("  Rapat \n\t Pleno\u00a0Rutin ", "Rapat Pleno Rutin"),
        ("🎉 Sosialisasi 👍🏽 Pemilih", "Sosialisasi Pemilih"),
        ("Keluarga 👨‍👩‍👧‍👦 ❤️ Pemilu", "Keluarga Pemilu"),
        ("*Rapat* _penting_ ~batal~", "Rapat penting batal"),
        ("3 * 4 dan kpu_kota", "3 * 4 dan kpu_kota"),
        ("𝐑𝐚𝐩𝐚𝐭 𝑷𝒍𝒆𝒏𝒐 ｋｐｕ", "Rapat Pleno kpu"),
        ("SE № 243 → lampiran", "SE No. 243 – lampiran"),
        ("Jum’at “Talk” – ‘Pemilu’ … ½", "Jum’at “Talk” – ‘Pemilu’ … ½"),
        ("Bimtek 1½ Hari, 2⅓ jam", "Bimtek 1½ Hari, 2 1/3 jam"),
        ("Golput ≠ Solusi", "Golput != Solusi"),
        ("Jum´at Bersih", "Jum´at Bersih"),
        ("Bantuan 10³ masker, 10⁴ paket, CO₂", "Bantuan 10³ masker, 10^4 paket, CO2"),
        ("Target ≥ 80% dan ≤ 90%", "Target >= 80% dan <= 90%"),
        ("Kelas ①② dan Ⓐ", "Kelas (1)(2) dan (A)"),
        ("Luas 20 ㎡, ﬁnal", "Luas 20 m2, final"),
        ("x ∉ y", "x y"),
        ("Audiensi (مرحبا) 党 Partai", "Audiensi Partai"),
        ("Ā ē Žižek Ðoković", "A e Zizek Ðokovic"),
        ("a\x00b\x07c\u200bd\ufeffe\u202ef\ud800g", "abcdefg"),
        ("✅✔️🔥", ""),
        ("", ""),
    ],
)
def test_clean(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("SE KPU RI Nomor 243 Tahun 2022", "SE KPU·RI Nomor·243 Tahun·2022"),
        ("KPU - Bawaslu Kota Probolinggo Talk #5", "KPU·- Bawaslu·Kota·Probolinggo Talk·#5"),
        ("Periode 2022 – 2027", "Periode 2022·– 2027"),
        ("Upacara 1 Juni 2022", "Upacara 1·Juni 2022"),
        ("Rapat Pleno Rutin", "Rapat Pleno Rutin"),
    ],
)
def test_pairs_stay_together(text: str, glued: str) -> None:
    assert glue(text).replace("\xa0", "·") == glued


@pytest.mark.parametrize(
    ("text", "wide", "lines"),
    [
        ("Rapat Pleno Rutin", 293, ["Rapat Pleno Rutin"]),
        ("KPU Kota Probolinggo English Short Course", 293, ["KPU Kota Probolinggo", "English Short Course"]),
        ("KPU - Bawaslu Probolinggo Talk #5", 293, ["KPU - Bawaslu", "Probolinggo Talk #5"]),
        ("Sosialisasi SE KPU RI Nomor 243", 180, ["Sosialisasi", "SE KPU RI", "Nomor 243"]),
        ("", 293, []),
    ],
)
def test_lines_are_balanced(text: str, wide: float, lines: list[str]) -> None:
    assert [line.replace("\xa0", " ") for line in wrap(text, W, 21, wide)] == lines


def test_a_word_wider_than_its_line_is_broken_at_a_sign_or_with_a_hyphen() -> None:
    assert wrap("https://kota-probolinggo.kpu.go.id/berita/baca/7788", W, 21, 293) == (
        "https://kota-probolinggo.",
        "kpu.go.id/berita/baca/7788",
    )
    assert wrap("PENYELENGGARAANPEMILIHANUMUM", W, 21, 293) == ("PENYELENGGARAAN-", "PEMILIHANUMUM")
    assert wrap("#pemilihanserentak2024", W, 30, 230) == ("#pemilihan-", "serentak2024")
    assert wrap("Pertanggungjawaban", W, 30, 200) == ("Pertang-", "gungjawaban")


@pytest.mark.parametrize("wide", [60.0, 131.0, 226.0, 293.0, 463.0, 944.0])
@pytest.mark.parametrize("size", [16.0, 17.5, 21.0, 30.0])
@pytest.mark.parametrize("text", [PLENO, PLENO.upper(), "A" * 300, "W i " * 60, "x", "“Pemilu” – " * 20])
def test_no_line_is_wider_than_the_box(text: str, size: float, wide: float) -> None:
    lines = wrap(text, W, size, wide)
    assert [line for line in lines if width(line, W, size) > wide] == []
    assert len(lines) == count(text, W, size, wide)


def test_nothing_is_lost_in_wrapping() -> None:
    assert " ".join(wrap(PLENO, W, 17.5, 226)).replace("\xa0", " ") == PLENO


@pytest.mark.parametrize(("rows", "size", "lines"), [(6, 21, 5), (5, 21, 5), (4, 19, 4), (3, 16, 3)])
def test_fit_takes_the_largest_size_that_fits(rows: int, size: float, lines: int) -> None:
    found = fit(PLENO, W, 293, (21, 19, 17.5, 16), lambda _: rows)
    assert (found.size, len(found.lines)) == (size, lines)


def test_only_at_last_it_is_cut_at_a_word() -> None:
    found = fit(PLENO, W, 226, (21, 17.5, 16), lambda _: 2)
    assert (found.lines, found.size, found.cut) == (("Rapat Koordinasi", "Pelaksanaan Program dan…"), 16, True)


def test_one_line_shrinks_and_then_is_cut() -> None:
    assert one_line("Kota Probolinggo", Weight.BOLD, 31, 600, 18) == ("Kota Probolinggo", 31)
    shown, size = one_line("Kabupaten Hulu Sungai Selatan", Weight.BOLD, 31, 400, 18)
    assert (shown, round(width(shown, Weight.BOLD, size))) == ("Kabupaten Hulu Sungai Selatan", 400)
    assert one_line("Kabupaten Hulu Sungai Selatan", Weight.BOLD, 31, 200, 18) == ("Kabupaten Hulu…", 18)


@pytest.mark.parametrize("weight", Weight)
def test_advances_are_those_of_the_font_file(weight: Weight) -> None:
    font = glyphs.load("fonts", weight.value, 1000)
    advance, _ = glyphs.metrics(weight)
    assert {char: font.getlength(char) for char in advance} == advance


def test_kerning_moves_letters_together() -> None:
    def pulled(pair: str) -> int:
        return round(width(pair, W, 1000) - width(pair[0], W, 1000) - width(pair[1], W, 1000))

    assert [pulled(pair) for pair in ("AV", "To", "HH")] == [-50, -70, 0]


@pytest.mark.skipif(not features.check("raqm"), reason="libfribidi is not installed here")
def test_the_shaper_of_the_system_does_not_change_a_pixel(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn() -> bytes:
        image = Image.new("RGB", (400, 60), "white")
        write(image, (10, 40), "Rapat AV To Pleno", W, 21, colour=(0, 0, 0))
        return image.tobytes()

    with_raqm = drawn()
    monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", False)
    glyphs.load.cache_clear()
    glyphs._shape.cache_clear()  # noqa: SLF001 - what was drawn with the shaper must not be seen again
    assert drawn() == with_raqm


@pytest.mark.parametrize(("anchor", "span"), [("left", (201, 230)), ("centre", (186, 214)), ("right", (170, 199))])
def test_a_line_is_drawn_where_its_anchor_says(anchor: str, span: tuple[int, int]) -> None:
    image = Image.new("RGB", (400, 60))
    write(image, (200, 40), "HH", W, 21, colour=(255, 255, 255), anchor=anchor)
    left, _, right, _ = image.getbbox() or (0, 0, 0, 0)
    assert (left, right) == span


def test_every_icon_has_a_picture_of_its_own() -> None:
    pictures = set()
    for name in ICONS:
        image = Image.new("RGB", (40, 40))
        glyphs.icon(image, name, (4, 36), 32, (255, 255, 255))
        pictures.add(image.tobytes())
    assert len(pictures) == 8


def test_all_letters_of_the_weights_are_the_same() -> None:
    letters = [set(glyphs.metrics(weight)[0]) for weight in Weight]
    assert [a == b for a, b in itertools.pairwise(letters)] == [True, True]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Rapat 🎉 ✅ Žižek ½ ≥ ① 10³", ""),
        ("Audiensi مرحبا", "مرحبا"),
        ("√ dan ∞, x ∉ y", "√∞∉"),
        ("党 党", "党"),
    ],
)
def test_what_cannot_be_written_is_told(typed: str, told: str) -> None:
    assert lost(typed) == told
