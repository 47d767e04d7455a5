"""Chats as they look on the phone: test, documentation and demo at once. `pytest --update` writes them anew."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.phone import Phones, played

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda p: p.stem)
def test_transcript(path: Path, database: Database, office: int, request: pytest.FixtureRequest) -> None:
    assert office
    expected = path.read_text(encoding="utf-8")
    now = played(Phones(database), expected)
    if request.config.getoption("--update"):
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")
