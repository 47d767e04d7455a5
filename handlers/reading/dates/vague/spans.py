"""A day among the letters of a text."""

from dataclasses import dataclass

from handlers.reading.dates.forms import Days, How, Meaning, Why
from handlers.reading.dates.roles import Role


@dataclass(frozen=True)
class DaySpan:
    """The letters [start, end) tell of a day; whether it is sure, and what it may mean, says `meaning`. `kept`: the
    words belong to a name too ("Apel Senin") and stay there."""

    start: int
    end: int
    how: How
    meaning: Meaning
    role: Role = Role.REPORT
    kept: bool = False

    @property
    def sure(self) -> bool:
        return self.meaning.why is Why.SURE

    @property
    def days(self) -> Days | None:
        return self.meaning.days
