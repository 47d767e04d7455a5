"""Words in small letters that Malay in Sumatra and Betawi end in "o" or "e" instead of "a" are read as those in "a"."""

import re

import pytest

from handlers.reading.message.events.vocabulary.listed import standard
from tests.handlers.reading.message.test_read import TABLES, _rows
from tests.handlers.reading.message.test_wrapped import _told

_EACH = 3
_IN_A = re.compile(r"(?<![^\W_])[a-z]{3,}a(?![^\W_])")


def _ended(text: str, end: str) -> str:
    """The text with each of the words that are known to be ended so."""

    def turned(found: re.Match[str]) -> str:
        other = f"{found[0][:-1]}{end}"
        return other if standard(other) == found[0] else found[0]

    return _IN_A.sub(turned, text)


@pytest.mark.parametrize("end", ["o", "e"])
def test_a_message_of_the_tables_with_other_endings(end: str) -> None:
    rows = [(today, text.replace("⏎", "\n")) for name in TABLES for today, text, _ in _rows(name)]
    pairs = [(today, text, _ended(text, end)) for today, text in rows]
    changed = [(today, text, other) for today, text, other in pairs if other != text][::_EACH]
    assert [other for today, text, other in changed if _told(other, today) != _told(text, today)] == []


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("diterimo ketuo, pesertanyo 40 wargo", "diterima ketua, pesertanya 40 warga"),
        ("kepale desa ikut acare", "kepala desa ikut acara"),
        ("Koto Baru, koto tangah", "Koto Baru, koto tangah"),
        ("foto by name di pulo seribu", "foto by name di pulo seribu"),
        ("DITERIMO", "DITERIMO"),
    ],
)
def test_what_is_read_as_standard(said: str, read: str) -> None:
    assert standard(said) == read
