"""What a report and its covering letter are once they are made, and what is told meanwhile: for all who ask for one,
and who have no need of what draws it."""

from collections.abc import Callable
from dataclasses import dataclass

# The page numbers are settled in at most so many passes of LibreOffice.
PASSES = 3

DOCUMENT, PAGES = "dokumen", "halaman"
"""The step that reads the template, and that in which LibreOffice makes its pages."""

Step = Callable[[str], None]
"""Called with the name of each step as it begins: "kolase 5/13", "dokumen", "halaman"."""

Print = Callable[[bytes], bytes]
"""A .docx in, its PDF out; raises office.NoPdf."""

Made = tuple[int, str]
"""The number of a version, and its instant in UTC to the second."""


@dataclass(frozen=True)
class Report:
    """The bytes of both files, `pdf` None where LibreOffice gave none; `catatan`: a sentence for who asked for them;
    `fault`: why the office's own template could not be filled."""

    docx: bytes
    pdf: bytes | None
    catatan: str
    fault: str = ""


@dataclass(frozen=True)
class Letter:
    """The bytes of the .docx, and a sentence for who asked for it; `fault`: why the office's own template could not be
    filled."""

    docx: bytes
    catatan: str = ""
    fault: str = ""


def unheard(_what: str) -> None: ...
