"""What the tables of a produced report say, read back from its .docx alone."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from renderers.indonesian import BULAN
from tests.renderers.reading import xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Rows = list[list[str]]


def _text(node: ET.Element) -> str:
    return "\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in node.iter(f"{_W}p")).strip()


def angka(text: str) -> int:
    return int(text.replace(".", "").replace("-", "0"))


@dataclass(frozen=True)
class Baris:
    """A row of BAB II."""

    tanggal: str
    uraian: str
    instansi: str
    keterangan: str
    nama: str

    @property
    def hal(self) -> str:
        """What it was about, without whom it was with and without the office itself."""
        about = (self.keterangan or self.uraian).rstrip(". ")
        named = re.sub(rf" (dengan|bersama) {re.escape(self.instansi)}(?!\w)", "", about)
        return named.removeprefix(f"{self.nama} ").casefold()


@dataclass(frozen=True)
class Facts:
    """`prose`: the paragraphs outside of tables."""

    docx: bytes
    nama: str

    @cached_property
    def body(self) -> ET.Element:
        found = ET.fromstring(xml(self.docx)).find(f"{_W}body")
        assert found is not None
        return found

    @cached_property
    def prose(self) -> list[str]:
        return [_text(p) for p in self.body.findall(f"{_W}p")]

    @cached_property
    def tables(self) -> list[Rows]:
        return [[[_text(c) for c in r.iter(f"{_W}tc")] for r in t.iter(f"{_W}tr")] for t in self.body.iter(f"{_W}tbl")]

    def koordinasi(self, sektor: str) -> list[Baris]:
        both = [t for t in self.tables if t[0][1:2] == ["TGL PELAKSANAAN"]]
        rows = both[("pemerintah", "nonpemerintah").index(sektor)][1:]
        return [Baris(row[1], row[2], row[3], row[4], self.nama) for row in rows if len(row) > 1]

    @cached_property
    def matriks(self) -> list[dict[str, list[int]]]:
        """Every matrix, the one of the sums last: jenis or JUMLAH -> postingan by platform, and their sum."""
        found = [t for t in self.tables if t[0][1:2] == ["JENIS KONTEN"]]
        wide = [len(t[1]) - 2 for t in found]
        return [
            {row[-n - 1]: [angka(c) for c in row[-n:]] for row in _body(t)} for n, t in zip(wide, found, strict=True)
        ]

    @cached_property
    def bulan_matriks(self) -> dict[str, dict[str, list[int]]]:
        """By the heading "Bulan April 2022" that stands above each."""
        found, month, known = {}, "", iter(self.matriks)
        for block in self.body:
            if block.tag == f"{_W}p" and (text := _text(block)):
                month = text.split()[1] if text.startswith("Bulan ") else month
                month = "" if text.startswith("Jumlah Postingan") else month
            elif block.tag == f"{_W}tbl" and "JENIS KONTEN" in _text(block):
                found[month] = next(known)
        return {name: table for name, table in found.items() if name}

    @cached_property
    def evaluasi(self) -> dict[str, dict[str, int]]:
        """ "Media Sosial" and "Website" -> month -> number."""
        (table,) = [t for t in self.tables if t[0][1:2] == ["MEDIA"]]
        months = [name for short in table[1] for name in BULAN if name[:3].upper() == short]
        rows = {row[1].split(" (")[0]: [angka(c) for c in row[2:-1]] for row in table[2:] if len(row) > 1}
        return {medium: dict(zip(months, numbers, strict=False)) for medium, numbers in rows.items()}

    @cached_property
    def gambar(self) -> set[int]:
        """The numbers that the chart of both periods names in its description."""
        told = " ".join(re.findall(r'descr="([^"]*)"', xml(self.docx)))
        return {angka(n) for n in re.findall(r"\d[\d.]*\d|\d", told)}

    def hal(self, sektor: str) -> Counter[str]:
        return Counter(row.hal for row in self.koordinasi(sektor))


def _body(table: Rows) -> Rows:
    return [["", "JUMLAH", *row[-6:]] if row[0] == "JUMLAH" else row for row in table[2:]]
