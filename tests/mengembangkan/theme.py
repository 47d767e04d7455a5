"""The theme of the recipe is offered, can be read, and a kolase is drawn in its colours."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from renderers.ink.marks import Text
from renderers.ink.tema import POLA, TEMA
from renderers.kolase import kolase
from storage.database import Database
from tests.phone import Phones
from tests.renderers.ink.contrast import AA, contrast
from tests.renderers.kolase.pekan import PEKAN, composed


@pytest.mark.usefixtures("office")
def test_it_is_offered(database: Database) -> None:
    phones = Phones(database)
    assert "   │ [Ungu] [Monokrom] [Toska]" in phones.say("Qori", "/tema")
    assert "   │ Tema: toska. Pola: parang. Logo: belum ada." in phones.say("Qori", "[Toska]")


@pytest.mark.parametrize("pola", POLA)
def test_all_its_words_can_be_read(pola: str) -> None:
    texts = [mark for mark in composed(replace(PEKAN, tema="toska", pola=pola))[1] if isinstance(mark, Text)]
    poor = {(t.text, ground) for t in texts for ground in t.ground if contrast(t.colour, ground) < AA}
    assert (len(texts) > 20, poor) == (True, set())


def test_a_kolase_is_drawn_in_its_colours(tmp_path: Path) -> None:
    (drawn,) = kolase.draw(replace(PEKAN, tema="toska", cells=()), tmp_path)
    sheet = Image.open(io.BytesIO(drawn)).convert("RGB")
    foot, paper = sheet.getpixel((2, sheet.height - 3)), sheet.getpixel((4, sheet.height // 2))
    assert distance(foot, TEMA["toska"].dark) < 12
    assert distance(paper, TEMA["toska"].paper) < 12


def distance(one: object, other: tuple[int, int, int]) -> int:
    assert isinstance(one, tuple)
    return max(abs(int(a) - b) for a, b in zip(one, other, strict=True))
