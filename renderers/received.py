"""What the readers of received files hand on: the rows of a workbook, and a template that was checked."""

from base64 import b64decode
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`nomor` as the spreadsheet program shows it at the edge; a date is ISO text, an empty cell empty text."""

    nomor: int
    sel: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its first row as `kolom`, and the rows below it that hold anything."""

    nama: str
    kolom: tuple[str, ...]
    baris: tuple[Row, ...]


@dataclass(frozen=True)
class CheckedTemplate:
    """`isi` is the tidy file in base64; empty where `salah` says what is wrong."""

    nama: str
    isi: str = ""
    salah: tuple[str, ...] = ()

    @property
    def docx(self) -> bytes:
        return b64decode(self.isi)
