"""The calendar of votes: each is known from its decision on and is over the day after, and none is made up."""

from datetime import date, timedelta

import pytest

from storage.nasional.pemungutan_suara import KINDS, ahead, held, votes

PEMILU, PEMILIHAN = date(2024, 2, 14), date(2024, 11, 27)


@pytest.mark.parametrize(
    ("on", "coming"),
    [
        (date(2022, 1, 30), [("Pemilihan", 2024, None)]),
        (date(2022, 1, 31), [("Pemilu", 2024, PEMILU), ("Pemilihan", 2024, None)]),
        (date(2024, 1, 26), [("Pemilu", 2024, PEMILU), ("Pemilihan", 2024, PEMILIHAN)]),
        (PEMILU, [("Pemilu", 2024, PEMILU), ("Pemilihan", 2024, PEMILIHAN)]),
        (PEMILU + timedelta(days=1), [("Pemilihan", 2024, PEMILIHAN)]),
        (PEMILIHAN, [("Pemilihan", 2024, PEMILIHAN)]),
        (PEMILIHAN + timedelta(days=1), []),
        (date(2026, 12, 31), []),
        (date(2032, 12, 31), []),
    ],
)
def test_the_votes_ahead_of_a_day(on: date, coming: list[tuple[str, int, date | None]]) -> None:
    assert [(vote.jenis, vote.tahun, vote.tanggal) for vote in ahead(on)] == coming


def test_the_votes_that_a_span_held() -> None:
    assert [vote.jenis for vote in held(date(2024, 1, 1), date(2024, 12, 31))] == ["Pemilu", "Pemilihan"]
    assert [vote.jenis for vote in held(PEMILU, PEMILU)] == ["Pemilu"]
    assert held(date(2022, 1, 1), date(2023, 12, 31)) == []
    assert held(date(2025, 1, 1), date(2032, 12, 31)) == []


def test_every_vote_was_decided_before_it_and_names_its_decision() -> None:
    assert [vote for vote in votes() if vote.diputuskan >= (vote.tanggal or date(vote.tahun, 1, 1))] == []
    assert [vote for vote in votes() if vote.jenis not in KINDS or not vote.putusan or not vote.sumber] == []
    assert [vote for vote in votes() if vote.tanggal and vote.tanggal.year != vote.tahun] == []
