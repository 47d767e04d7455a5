"""The words of a sheet stay in their room, lie on no others, and can be read in every theme and format."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from renderers.ink.boxes import Box, Shape
from renderers.ink.glyphs import Weight
from renderers.ink.lettering import clean
from renderers.ink.marks import Text
from renderers.ink.tema import POLA, TEMA
from renderers.kolase import card, kolase
from renderers.kolase.formats import FORMATS, Format
from tests.renderers.ink.contrast import AA, contrast
from tests.renderers.kolase.pekan import LONG_NAMES, PEKAN, composed, difference, opened, with_captions

LONGEST = (
    "Rapat Koordinasi Pelaksanaan Program dan Anggaran Badan Kader Pembinaan Pemilu Selandia Baru dan Taiwan "
    "Tahun 2024 Kedua"
)


WORST = (
    LONGEST,
    "PENYELENGGARAANPEMILIHANUMUMBERKELANJUTANSEKOTAPROBOLINGGO",
    "https://kota-probolinggo.kpu.go.id/berita/baca/7788/rapat-pleno-rutin-mingguan-bulan-april",
    "🎉 *Sosialisasi* “Pemilih Pemula” – SMAN 1 👍🏽",
    "RAPAT KOORDINASI DENGAN BAWASLU KOTA PROBOLINGGO DALAM RANGKA PERSIAPAN PEMILU 2024",
    (LONGEST + " – ") * 3,
    "A",
    "",
    "Audiensi 党 Partai",
)


EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


def beyond(text: Text, room: Box) -> tuple[bool, bool]:
    """Whether a line leaves its room at a side, above or below."""
    box, slack = text.box, 0.6
    sides = box.x < room.x - slack or box.x + box.w > room.x + room.w + slack
    return sides, box.y < room.y - slack or box.y + box.h > room.y + room.h + slack


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(13))
def test_no_words_leave_their_room(form: Format, count: int) -> None:
    for turn in range(0, len(WORST), 3):
        captions = [WORST[(turn + k) % len(WORST)] for k in range(count)]
        _, marks = composed(replace(LONG_NAMES, cells=with_captions(*captions).cells), form, page="2 / 3")
        texts = [mark for mark in marks if isinstance(mark, Text)]
        assert [(text.text, beyond(text, text.room)) for text in texts if any(beyond(text, text.room))] == []


@EVERY_FORMAT
def test_no_words_lie_on_other_words(form: Format) -> None:
    for count in (1, 2, 5, 9):
        _, marks = composed(replace(LONG_NAMES, cells=with_captions(*WORST[:count]).cells), form, page="2 / 3")
        boxes = [mark.box for mark in marks if isinstance(mark, Text)]
        assert [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b) > 0.1] == []


def overlap(a: Box, b: Box) -> float:
    wide = min(a.x + a.w, b.x + b.w) - max(a.x, b.x)
    high = min(a.y + a.h, b.y + b.h) - max(a.y, b.y)
    return max(0.0, wide) * max(0.0, high) / max(1.0, min(a.w * a.h, b.w * b.h))


@EVERY_FORMAT
def test_both_scales_say_the_same_in_the_same_places(form: Format, folder: Path) -> None:
    pages = [opened(kolase.draw(PEKAN, folder, form, scale)[0]) for scale in (1, 2)]
    assert [page.size for page in pages] == [(form.wide, form.high), (2 * form.wide, 2 * form.high)]
    assert difference(pages[1].resize(pages[0].size, Image.Resampling.BOX), pages[0]) < 2.5


@pytest.mark.parametrize("look", TEMA)
@pytest.mark.parametrize("pola", POLA)
def test_all_words_of_every_theme_can_be_read(look: str, pola: str) -> None:
    """WCAG AA on every ground a word lies on: the ends of a gradient, the pattern, card, chip and paper."""
    pictures = [replace(PEKAN, tema=look, pola=pola), replace(PEKAN, tema=look, pola=pola, cells=())]
    marks = [mark for picture in pictures for mark in composed(picture)[1]]
    texts = [mark for mark in marks if isinstance(mark, Text)]
    poor = {(t.text, ground) for t in texts for ground in t.ground if contrast(t.colour, ground) < AA}
    assert (len(texts) > 20, poor) == (True, set())


@pytest.mark.parametrize("count", range(1, 10))
@EVERY_FORMAT
def test_a_title_of_120_letters_is_never_cut(form: Format, count: int) -> None:
    picture = with_captions(*[LONGEST] * count)
    pages = [composed(replace(picture, cells=page), form)[0] for page in kolase.divide(picture.cells, form).pages]
    words = [card.caption(tile, LONGEST).lines for page in pages for tile in page]
    assert [" ".join(lines).replace("\xa0", " ") for lines in words] == [LONGEST] * count
    assert max(map(len, words)) <= 3


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(1, 10))
def test_one_long_title_among_short_ones_is_never_cut_and_leaves_no_empty_lines(form: Format, count: int) -> None:
    """Its cell becomes wider; the photos of the others become higher."""
    for at in {0, count // 2, count - 1}:
        captions = [LONGEST if k == at else "Melayani" for k in range(count)]
        found, _ = composed(with_captions(*captions), form)
        words = [card.caption(tile, text) for tile, text in zip(found, captions, strict=True)]
        spare = [
            round(t.text.h / t.size / 1.26 - len(w.lines), 1) for t, w in zip(found, words, strict=True) if not t.beside
        ]
        assert [w.cut for w in words] == [False] * count
        assert [lines < 1 for lines in spare] == [True] * len(spare)
        assert len({w.size for w in words}) == 1


def test_what_is_cut_ends_in_an_ellipsis_after_a_whole_word() -> None:
    found, _ = composed(with_captions(*[WORST[5]] * 9))
    words = card.caption(found[0], WORST[5])
    kept = " ".join(words.lines).replace("\xa0", " ").removesuffix("…")
    assert (words.cut, clean(WORST[5]).startswith(kept + " ")) == (True, True)


def test_a_caption_of_which_nothing_can_be_written_still_says_something() -> None:
    _, marks = composed(with_captions("🎉🎊", "مرحبا", ""))
    said = [mark.text for mark in marks if isinstance(mark, Text) and mark.weight == Weight.SEMIBOLD]
    assert said.count("Kegiatan") == 3


def test_all_captions_of_a_usual_week_have_one_size() -> None:
    found, _ = composed(PEKAN, shapes=[Shape(1.5), *[Shape(4 / 3)] * 4])
    assert {card.caption(tile, c.caption).size for tile, c in zip(found, PEKAN.cells, strict=True)} == {22.5}


def test_cells_stand_in_the_order_of_the_week() -> None:
    places = [(tile.card.y, tile.card.x) for tile in composed(PEKAN)[0]]
    assert places == sorted(places)
