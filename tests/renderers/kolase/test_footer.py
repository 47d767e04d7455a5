"""The accounts at the foot of a kolase."""

from dataclasses import replace

from renderers.ink.marks import Text
from renderers.kantor import Akun
from tests.renderers.kolase.pekan import PEKAN, composed


def account_rows(count: int) -> list[list[str]]:
    """The names in the footer, row by row."""
    akun = tuple(Akun(platform, f"kpu_kota_probolinggo_{k}") for k, platform in enumerate(["IG", "Threads"] * 5))
    texts = [mark for mark in composed(replace(PEKAN, akun=akun[:count]))[1] if isinstance(mark, Text)]
    rows: dict[float, list[str]] = {}
    for text in texts:
        if text.text.startswith("kpu_kota"):
            rows.setdefault(text.y, []).append(text.text[-1])
    return list(rows.values())


def test_many_accounts_stand_in_two_rows_and_none_is_dropped() -> None:
    assert [account_rows(count) for count in (4, 6, 8)] == [
        [["0", "1", "2", "3"]],
        [["0", "1", "2"], ["3", "4", "5"]],
        [["0", "1", "2", "3"], ["4", "5", "6", "7"]],
    ]
