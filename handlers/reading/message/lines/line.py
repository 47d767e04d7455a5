"""A line of a form, by its label and its value."""

from dataclasses import dataclass

# The field of a label that is of no list.
OTHER = "lain"


@dataclass(frozen=True)
class Line:
    """A line without the bullets before it: a label [at, label_end) of a field, and a value [value, end)."""

    at: int
    end: int
    field: str = ""
    label_end: int = 0
    value: int = 0

    @property
    def empty(self) -> bool:
        return self.value >= self.end
