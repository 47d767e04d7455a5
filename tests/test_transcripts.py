"""Chats as they look on the phone: test, documentation and demo at once. `pytest --update` writes them anew."""

import re
from pathlib import Path

import pytest

from storage.database import Database
from tests.across import Watching, nothing_reaches_across
from tests.phone import played
from tests.postgres import URL

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


def given(path: Path, request: pytest.FixtureRequest) -> None:
    """The office that a transcript speaks of, but where it is made there."""
    if not path.stem.startswith("persiapan"):
        request.getfixturevalue("office")


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda p: p.stem)
def test_it_goes_as_written_and_reaches_no_other_office(
    path: Path, database: Database, request: pytest.FixtureRequest
) -> None:
    given(path, request)
    expected = path.read_text(encoding="utf-8")
    phones = Watching(database)
    now = played(phones, expected)
    if request.config.getoption("--update"):
        path.write_text(now, encoding="utf-8")
    assert ungapped(now) == ungapped(path.read_text(encoding="utf-8"))
    nothing_reaches_across(phones)


def ungapped(chat: str) -> str:
    """PostgreSQL gives the number of a row that was not inserted to nobody else."""
    return re.sub(r"<(\w+) \d+>", r"<\1>", chat) if URL else chat


def screens() -> str:
    """All transcripts as one page: what a person can meet in the chat."""
    parts = [
        "# Percakapan\n\nSemua layar bot, seperti diuji. `*` berarti pesan diganti di tempat; `!` catatan singkat.\n"
    ]
    for path in TRANSCRIPTS:
        title, _, chat = path.read_text(encoding="utf-8").partition("\n")
        parts.append(f"## {path.stem.replace('-', ' ').capitalize()}\n\n{title.lstrip('# ')}\n\n```text\n{chat}```\n")
    return "\n".join(parts)


def test_the_page_of_all_screens_is_what_the_transcripts_say(request: pytest.FixtureRequest) -> None:
    page = Path(__file__).parent.parent / "docs" / "percakapan.md"
    if request.config.getoption("--update"):
        page.write_text(screens(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == screens()
