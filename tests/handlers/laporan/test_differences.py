"""Cells are compared by their names: what a report did not know when it was made held nothing there."""

from datetime import date

from handlers.laporan.differences import cells, differing
from renderers.figures import Matriks, Sel

MEI, JUNI = date(2022, 5, 1), date(2022, 6, 1)
BEFORE = cells([Matriks(MEI, ((1, 2), (3, 4))), Matriks(JUNI, ((5, 6), (7, 8)))], ["Foto", "Repost"], ["IG", "FB"])


def test_what_reads_the_same_differs_in_nothing() -> None:
    assert list(differing(BEFORE, BEFORE)) == []


def test_the_cells_that_differ_month_by_month() -> None:
    now = BEFORE | {(JUNI, "Foto", "IG"): 9, (MEI, "Repost", "FB"): 0}
    assert list(differing(BEFORE, now)) == [Sel(MEI, "Repost", "FB", 4, 0), Sel(JUNI, "Foto", "IG", 5, 9)]


def test_a_jenis_in_between_and_a_platform_at_the_end_move_nothing() -> None:
    rows = ((1, 2, 0), (0, 3, 0), (3, 4, 5))
    now = cells([Matriks(MEI, rows)], ["Foto", "Podcast", "Repost"], ["IG", "FB", "Threads"])
    assert list(differing(BEFORE, now)) == [Sel(MEI, "Podcast", "FB", 0, 3), Sel(MEI, "Repost", "Threads", 0, 5)]


def test_what_is_no_jenis_any_more_is_told_as_gone() -> None:
    now = cells([Matriks(MEI, ((1, 2),))], ["Foto"], ["IG", "FB"])
    assert list(differing(BEFORE, now)) == [Sel(MEI, "Repost", "IG", 3, 0), Sel(MEI, "Repost", "FB", 4, 0)]
