"""Pemungutan suara: the days on which the country votes, each known from the day on which it was decided.

Pemilu is the vote for President, DPR, DPD and DPRD, Pemilihan that for governors, bupati and walikota. A row tells what
one decision said; a vote whose year alone is law has no day, and a later row gives it. After the judgment of the
Constitutional Court 135/PUU-XXII/2024 (26 June 2025) the national vote and the local one are held apart, and no law or
decision names the day of either: until a row does, the next vote has no year.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

KINDS = ("Pemilu", "Pemilihan")


@dataclass(frozen=True)
class Vote:
    """What a decision said of a vote. `tanggal`: None where the year alone was decided; `serentak`: it is held in the
    whole country at once; `diputuskan`: the day of the decision `putusan`."""

    jenis: str
    tahun: int
    tanggal: date | None
    serentak: bool
    diputuskan: date
    putusan: str
    sumber: str

    def over(self, on: date) -> bool:
        """Whether the day of the vote has passed; the day itself has not."""
        return self.tanggal < on if self.tanggal else self.tahun < on.year


@cache
def votes() -> tuple[Vote, ...]:
    """All decisions, the oldest vote first, and of one vote the oldest decision."""
    rows = csv.DictReader((files("storage.nasional") / "pemungutan_suara.csv").read_text(encoding="utf-8").splitlines())
    found = (_of(row) for row in rows)
    return tuple(sorted(found, key=lambda vote: (vote.tahun, KINDS.index(vote.jenis), vote.diputuskan)))


def _of(row: dict[str, str]) -> Vote:
    day = date.fromisoformat(row["tanggal"]) if row["tanggal"] else None
    serentak = {"ya": True, "tidak": False}[row["serentak"]]
    decided = date.fromisoformat(row["diputuskan"])
    return Vote(row["jenis"], int(row["tahun"]), day, serentak, decided, row["putusan"], row["sumber"])


def known(on: date) -> Sequence[Vote]:
    """The votes as they were decided on a day: the last decision on each."""
    return list({(vote.jenis, vote.tahun): vote for vote in votes() if vote.diputuskan <= on}.values())


def ahead(on: date) -> Sequence[Vote]:
    """The next vote of each kind that is decided and not over, Pemilu first; empty where none is decided."""
    coming = [vote for vote in known(on) if not vote.over(on)]
    nearest = (next((vote for vote in coming if vote.jenis == kind), None) for kind in KINDS)
    return [vote for vote in nearest if vote]


def held(first: date, last: date) -> Sequence[Vote]:
    """The votes whose day lies in a span, both ends included."""
    return [vote for vote in known(last) if vote.tanggal and first <= vote.tanggal <= last]
