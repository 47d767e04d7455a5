"""Fields of a row that people change on a card: how they are read, shown and saved, and what a change is told as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.chat import changes
from handlers.chat.messages import Rejected, Turn
from handlers.reading import text as reading_text
from storage.kantor.audit import Audit

Read = Callable[[str, date], Any]
"""What people type, and the day on which they do -> a value; Rejected with what to type instead."""
EMPTY, SAME = "belum ada", "Tidak ada yang berubah."


@dataclass(frozen=True)
class Field:
    """A column of a row; where `choices` are given, nothing else is taken. `example` is what stands in the empty field
    while its value is asked for (at most 64 letters). `joined`: of the old value and what was told, the new one;
    `how`: how to answer, where that is no replacement."""

    name: str
    label: str
    read: Read
    show: Callable[[Any], str] = str
    choices: tuple[str, ...] = ()
    example: str = ""
    joined: Callable[[Any, Any], Any] = lambda _old, new: new
    how: str = ""

    def may_be_empty(self, today: date) -> bool:
        try:
            return not self.read("-", today)
        except Rejected:
            return False

    def told(self, value: Any, longest: int = reading_text.FULL) -> str:
        """A value in words, also where there is none."""
        return reading_text.shortened("" if value is None else self.show(value), longest) or EMPTY

    def of(self, row: Any, longest: int = reading_text.FULL) -> str:
        """The value that a row has, in words."""
        return self.told(getattr(row, self.name), longest)

    def line(self, row: Any, longest: int = reading_text.FULL) -> str:
        """The field as a card shows it."""
        return f"{self.label}: {self.of(row, longest)}"


def put(
    turn: Turn, row: Any, values: Mapping[Field, Any], longest: int = reading_text.FULL
) -> tuple[str, Audit | None]:  # fmt: skip
    """Save new values: what to say of them, `longest` letters of each, and the entry that takes them back; no entry
    where nothing is new."""
    new = {one: value for one, value in values.items() if getattr(row, one.name) != value}
    if not new:
        return SAME, None
    told = [f"{one.line(row, longest)} → {one.told(value, longest)}" for one, value in new.items()]
    return "\n".join(told), changes.changed(turn, row, **{one.name: value for one, value in new.items()})
