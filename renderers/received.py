"""The results of reading received files: the rows of a workbook, and a checked template."""

from base64 import b64decode, b64encode
from dataclasses import dataclass

BESIDE = "#GABUNG!"
"""The text of a cell that is merged with the one on its left."""


@dataclass(frozen=True)
class Row:
    """A row that holds anything; `number` as the spreadsheet program shows it at the edge.

    A date is ISO text, an empty cell is empty text, and empty cells at the end are left out.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its first row as `columns`, and the rows below it that hold anything."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CheckedTemplate:
    """A template of an office after its check. `name`: that of the sent file; `content`: the tidied .docx in base64,
    empty where `faults` has sentences; `lost`: sentences about what it lost against the built-in one; `letter`: it is
    one of the covering letter and not of the report, None where that could not be seen."""

    name: str
    content: str = ""
    faults: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    letter: bool | None = False

    @classmethod
    def of(
        cls, name: str, docx: bytes, faults: tuple[str, ...], lost: tuple[str, ...] = (), letter: bool | None = False
    ) -> "CheckedTemplate":
        """From the bytes of the tidied file."""
        return cls(name, b64encode(docx).decode(), faults, lost, letter)

    @property
    def docx(self) -> bytes:
        """The bytes of the tidied file; none where it has faults."""
        return b64decode(self.content)
