"""The whole bot keeps within 1 GB and its main process within 400 MB, and nobody waits for another's flood or bomb."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.workshop import reports
from renderers.templat_kantor import trial
from storage.database import Database
from storage.laporan.laporan import Laporan
from tests.bot.trouble import attacks
from tests.bot.trouble.fence import fence
from tests.bot.trouble.pressure import MOST, under

PATIENCE = 5.0
MAIN = 400 * 2**20


# What the group gets of each report: with its PDF or without, and how the sentence about it begins.
WORD, PDF = b"PK\x03\x04", b"%PDF"
POSTED = {
    "template": ((WORD, PDF, WORD), reports.TOO_HEAVY),
    "x10": ((WORD, PDF, WORD), "Di Word, nomor halaman daftar isi dapat disegarkan"),
    "x100": ((WORD, WORD), f"{reports.TOO_LONG}: nomor halaman daftar isi masih"),
}


def held() -> str:
    """What holds the bot to its memory on this machine; the name of each test says it."""
    with fence(MOST) as around:
        return f"in a cgroup {around.name}" if around.name else "by PSS alone"


@pytest.mark.slow
@pytest.mark.parametrize("name", attacks.ALL, ids=lambda name: f"{name} {held()}")
async def test_the_bot_keeps_within_its_memory_and_others_are_answered(
    team: Database, tmp_path: Path, name: str
) -> None:
    felt = await under(attacks.ALL[name](), team, tmp_path)
    assert (felt.ended, felt.whole <= MOST, felt.main <= MAIN, felt.slowest <= PATIENCE) == (0, True, True, True)
    files, sentence = POSTED.get(name, ((), ""))
    assert (felt.posted, noted(team, sentence)) == (files, True)


def noted(database: Database, sentence: str) -> bool:
    """Whether a report says so; without a sentence there is none."""
    with database.transaction() as session:
        notes = list(session.scalars(select(Laporan.catatan)))
    return all(note.startswith(f"• {sentence}") for note in notes) and bool(notes) == bool(sentence)


def test_the_trial_lets_the_template_pass_that_is_a_bomb_in_a_year() -> None:
    assert trial.judge(attacks.bomb())[1] == []
