"""A reason is asked for where publikasi moved much, and only there."""

from datetime import date
from typing import Any

import pytest

from renderers.changes import reason_wanted
from tests.renderers.prosa.months import months
from tests.renderers.rekaps import (
    rekap,
)

TURUN = "Publikasi turun dari 50 (Agustus) ke 20 (September)"


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, "Publikasi naik dari 51 (Juli) ke 63 (Agustus), terutama IG 48 → 56. Apa sebabnya?"),
        ({"evaluasi": months(50, 50, 20)}, f"{TURUN}, terutama IG 56 → 54. Apa sebabnya?"),
        ({"evaluasi": months(50, 50, 20), "matriks": ()}, f"{TURUN}. Apa sebabnya?"),
        ({"evaluasi": months(90, 90, 90)}, "Publikasi naik dari 50 (Juni) ke 90 (Juli). Apa sebabnya?"),
        ({"evaluasi": months(50, 53, 50)}, None),
        ({"evaluasi": months(500, 508, 500), "sebelumnya": None}, None),
        ({"evaluasi": months(50, 50, 20), "batas": date(2023, 9, 12)}, None),
        ({"narasi": {"sebab": "Ada."}}, None),
        ({"narasi": {"evaluasi": "Tulisan sendiri."}}, None),
        ({"evaluasi": ()}, None),
    ],
)
def test_a_reason_is_asked_for_where_the_figures_moved(changes: dict[str, Any], asked: str | None) -> None:
    assert reason_wanted(rekap(**changes)) == asked
