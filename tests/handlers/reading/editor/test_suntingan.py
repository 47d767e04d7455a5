"""The editor's table: what people type into each field, and what is printed of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.catatan.gazetteer import of_partners
from handlers.reading.message.edited import Editor
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH

KNOWN = {"Kodim 0820 Probolinggo": PEMERINTAH, "Partai Gelora": NONPEMERINTAH}
EDITOR = Editor(of_partners({nama: (nama, sektor) for nama, sektor in KNOWN.items()}, "Kota Probolinggo"))


def _rows() -> Iterator[tuple[str, str, str]]:
    """(field, typed, printed) of suntingan.txt."""
    for line in (Path(__file__).parent / "suntingan.txt").read_text(encoding="utf-8").splitlines()[2:]:
        if " → " in line:
            field, told = line.split(": ", 1)
            typed, printed = told.split(" → ")
            yield field, typed, typed if printed == "=" else printed


ROWS = list(_rows())


@pytest.mark.parametrize(("field", "typed", "printed"), [pytest.param(*row, id=row[1][:50]) for row in ROWS])
def test_what_is_typed_is_printed_like_this(field: str, typed: str, printed: str) -> None:
    assert EDITOR.answers({field: typed}, {})[field] == printed


@pytest.mark.parametrize(("field", "printed"), dict.fromkeys((field, printed) for field, _, printed in ROWS))
def test_what_is_printed_stays_as_it_is(field: str, printed: str) -> None:
    assert EDITOR.answers({field: printed}, {}) == {field: printed}
