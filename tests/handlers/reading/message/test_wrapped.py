"""What people write around a report changes nothing that is read in it: greetings, pictures, praise, thanks, plans."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from handlers.reading.message.envelope.questions import announces
from handlers.reading.message.parts import Reading
from handlers.reading.message.peel import peel
from handlers.reading.message.read import read
from tests.handlers.reading.message.test_read import OFFICE, TABLES, _rows

# Every so many of the messages of the tables, so that a run stays short; each wrapping takes others.
_EACH = 11
_GREETED = "Assalamualaikum wr wb, selamat siang bapak ibu. Izin melaporkan"


def _alone(text: str, today: date) -> bool:
    """Whether it is one message of words: no chat of several, no empty form, none that is all in capitals."""
    told = any(c.isalpha() for c in text) and not text.rstrip().endswith(":")
    return told and not text.isupper() and len(peel(text, today).parts) == 1


def _apart(text: str) -> str:
    return re.sub(r"(?<=\w), ", " , ", text)


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "greeted": lambda text: f"{_GREETED}:\n{text}" if "\n" in text else f"{_GREETED}, {text}",
    "pictured": lambda text: f"\U0001f4f8 {text} \U0001f525",
    "thanked": lambda text: f"{text}\nDemikian, terima kasih \U0001f64f",
    "praised": lambda text: f"{text.rstrip('. ')}. Alhamdulillah lancar semua",
    "followed by a plan": lambda text: f"{text.rstrip('. ')}. Besok lanjut lagi",
    "with commas a blank away": _apart,
}


def _told(text: str, today: date) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.form, str(one.answers).casefold().replace(";", ","), _asked(one)) for one in read(text, today, OFFICE)]


def _asked(one: Reading) -> tuple[str, ...]:
    return tuple(doubt.question for doubt in one.doubts)


def _changed(wrapping: str, first: int, each: int) -> list[str]:
    """The messages of the tables, every so many of them, that are read otherwise so wrapped."""
    rows = [row for name in TABLES for row in _rows(name)][first::each]
    texts = [(today, text.replace("⏎", "\n").replace("⇥", "\t")) for today, text, _ in rows]
    wrapped = [(today, text, WRAPPINGS[wrapping](text)) for today, text in texts if _alone(text, today)]
    return [text for today, text, more in wrapped if _told(text, today) != _told(more, today)]


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_what_stands_around_a_report_changes_nothing(wrapping: str) -> None:
    assert _changed(wrapping, [*WRAPPINGS].index(wrapping), _EACH) == []


@pytest.mark.slow
@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_what_stands_around_any_report_changes_nothing(wrapping: str) -> None:
    assert _changed(wrapping, 0, 1) == []


def _headed(today: date, text: str) -> str:
    """The message as a chat has it of an author with a long name."""
    return f"[{today:%d/%m/%y} 17.40.12] Pak Haji Muhammad Juliansyah Pratama: {text}"


@pytest.mark.parametrize("each", [_EACH, pytest.param(1, marks=pytest.mark.slow)])
def test_the_head_of_a_chat_changes_nothing(each: int) -> None:
    rows = [(today, text.replace("⏎", "\n")) for name in TABLES for today, text, _ in _rows(name)]
    alone = [(today, text) for today, text in rows if _alone(text, today) and not announces(text)][::each]
    assert [text for today, text in alone if _told(_headed(today, text), today) != _told(text, today)] == []
