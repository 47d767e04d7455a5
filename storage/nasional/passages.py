"""Naskah: the passages of a report that ship for the whole country, each with the tiers and days for which it is true.

There is a file for each chapter in the folder naskah, for a secretary to read and write:

    [keterbukaan] Keterbukaan informasi      the key by which templates ask for it, and the name that people see
    | tingkat=kabkota sampai=2023-10-31 peraturan=PKPU 1/2015 sumber=https://…
    Sejak {satker} …                         a paragraph a line; {satker} is filled in; *miring* is printed in italics
    # menyelenggarakan sosialisasi;          a passage of such lines is a list

A line that begins with | opens a variant; of several the first stands that fits the office and the day, and whose
variables all have a value. Marks: `tingkat` (kabkota, provinsi, pusat), `sebutan` (KPU or KIP), `salam`, `dari` and
`sampai` (both ends included), `peraturan` (those that the text names), `sumber`. Lines that begin with ; are remarks.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

CHAPTERS = ("surat", "kata_pengantar", "pendahuluan", "pelaksanaan", "penutup")
"""The files, in the order of the report."""
TIERS = {"kabupaten": "kabkota", "kota": "kabkota", "provinsi": "provinsi", "pusat": "pusat"}
"""The tier of a passage for each `tingkat` of a satker."""
GREETINGS = ("umum", "islam", "kristen", "katolik", "hindu", "buddha", "khonghucu")
SEBUTAN = ("KPU", "KIP")
VARIABLES: Mapping[str, str] = {
    "satker": "nama kantor",
    "wilayah": "wilayah kerja",
    "atasan": "kantor atasan",
    "sebutan": "KPU atau KIP",
    "kpu_provinsi": "KPU Provinsi; di Aceh disebut juga KIP Aceh",
    "kpu_kabkota": "KPU Kabupaten/Kota; di Aceh disebut juga KIP",
    "dasar_laporan": "keputusan yang mewajibkan laporan",
    "akun_resmi": "akun media sosial resmi kantor",
    "pemilu_berikutnya": "pemungutan suara yang akan datang",
    "pemilu_singkat": "pemungutan suara yang akan datang, tanpa kata Serentak",
    "pemungutan_suara": "pemungutan suara dalam periode laporan",
    "periode": "periode laporan",
    "rentang_batas": "bulan-bulan periode, dengan batas data bila masih berjalan",
    "sampai": "bulan-bulan yang sudah dihitung",
}
"""The variables of a passage, with what each becomes."""
VARIABLE = re.compile(r"\{(\w+)\}")
_HEAD = re.compile(r"\[([a-z_]+)\] (\S.*)")
_MARK = re.compile(r"(\w+)=(.*?)(?=\s+\w+=|$)")
_REGULATION = re.compile(r"(?:UU|PP|Perppu|PKPU|Perki) \d+/\d{4}")


class Misread(ValueError):  # noqa: N818 - a fault of a file that ships, which a test finds
    """The message names the file and the line."""


@dataclass(frozen=True)
class Office:
    """What the choice of a passage depends on beside the day."""

    tingkat: str
    sebutan: str = "KPU"
    salam: str = "umum"


@dataclass(frozen=True)
class Variant:
    """A text of a passage. `tingkat`: the tiers that it is for, and `sebutan`, `salam`: where empty, for all."""

    teks: str = ""
    tingkat: tuple[str, ...] = ()
    sebutan: str = ""
    salam: str = ""
    dari: date | None = None
    sampai: date | None = None
    peraturan: tuple[str, ...] = ()
    sumber: str = ""

    @property
    def text(self) -> str:
        """The lines without the marks of a list."""
        return "\n".join(line.removeprefix("# ") for line in self.teks.splitlines())

    def fits(self, office: Office, on: date) -> bool:
        return (
            (self.dari or on) <= on <= (self.sampai or on)
            and self.sebutan in ("", office.sebutan)
            and self.salam in ("", office.salam)
            and (not self.tingkat or TIERS[office.tingkat] in self.tingkat)
        )


@dataclass(frozen=True)
class Passage:
    """`bab`: a name of CHAPTERS; `kunci` is its own within the chapter."""

    bab: str
    kunci: str
    nama: str
    variants: tuple[Variant, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether its lines are the items of a list."""
        return self.variants[0].teks.startswith("# ")

    def standing(self, office: Office, on: date, values: Mapping[str, str]) -> Variant | None:
        """The variant for an office on a day; None where the passage is left out. `values`: those of the variables."""
        fitting = (one for one in self.variants if one.fits(office, on))
        return next((one for one in fitting if all(map(values.get, VARIABLE.findall(one.teks)))), None)


@cache
def passages() -> tuple[Passage, ...]:
    """All passages in the order of the report; raises Misread."""
    folder = files("storage.nasional") / "naskah"
    return tuple(p for bab in CHAPTERS for p in read(bab, (folder / f"{bab}.txt").read_text(encoding="utf-8")))


def read(bab: str, text: str) -> Iterator[Passage]:
    """The passages of one chapter; raises Misread."""
    blocks: list[list[tuple[int, str]]] = []
    for n, line in enumerate(text.splitlines(), start=1):
        if line.startswith("["):
            blocks.append([])
        if line.strip() and not line.startswith(";"):
            if not blocks:
                raise Misread(f"{bab}, line {n}: no [kunci] above this line")
            blocks[-1].append((n, line))
    keys: set[str] = set()
    for block in blocks:
        passage = _passage(bab, block)
        if passage.kunci in keys:
            raise Misread(f"{bab}, line {block[0][0]}: [{passage.kunci}] is told twice")
        keys.add(passage.kunci)
        yield passage


def _passage(bab: str, block: list[tuple[int, str]]) -> Passage:
    (first, head), *lines = block
    found = _HEAD.fullmatch(head)
    if not found:
        raise Misread(f"{bab}, line {first}: not “[kunci] Nama”")
    variants: list[Variant] = []
    for n, line in lines:
        if line.startswith("|"):
            variants.append(_marked(f"{bab}, line {n}", line[1:].strip()))
        else:
            last = variants.pop() if variants else Variant()
            variants.append(replace(last, teks=f"{last.teks}\n{_line(f'{bab}, line {n}', line)}".strip()))
    if not variants or not all(one.teks for one in variants):
        raise Misread(f"{bab}, line {first}: a text is missing")
    items = {line.startswith("# ") for one in variants for line in one.teks.splitlines()}
    if len(items) > 1:
        raise Misread(f"{bab}, line {first}: a passage is a list or paragraphs, not both")
    return Passage(bab, found[1], found[2], tuple(variants))


def _line(place: str, line: str) -> str:
    for name in VARIABLE.findall(line):
        if name not in VARIABLES:
            raise Misread(f"{place}: unknown variable {{{name}}}")
    if re.search(r"[{}]", VARIABLE.sub("", line)) or line.count("*") % 2:
        raise Misread(f"{place}: an open brace or star")
    return line


def _marked(place: str, marks: str) -> Variant:
    values: dict[str, Any] = {}
    for name, value in _MARK.findall(marks):
        reader = _READ.get(name)
        if reader is None:
            raise Misread(f"{place}: unknown mark {name}")
        try:
            values[name] = reader(value)
        except ValueError as problem:
            raise Misread(f"{place}: {name}={value}") from problem
    if _MARK.sub("", marks).strip():
        raise Misread(f"{place}: not a mark: {_MARK.sub('', marks).strip()}")
    return Variant(**values)


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(","))


def _tiers(value: str) -> tuple[str, ...]:
    return tuple(_known(part, tuple(TIERS.values())) for part in _listed(value))


def _regulations(value: str) -> tuple[str, ...]:
    if not all(map(_REGULATION.fullmatch, _listed(value))):
        raise ValueError(value)
    return _listed(value)


def _known(value: str, among: tuple[str, ...]) -> str:
    if value not in among:
        raise ValueError(value)
    return value


_READ: Mapping[str, Callable[[str], Any]] = {
    "tingkat": _tiers,
    "sebutan": lambda value: _known(value, SEBUTAN),
    "salam": lambda value: _known(value, GREETINGS),
    "dari": date.fromisoformat,
    "sampai": date.fromisoformat,
    "peraturan": _regulations,
    "sumber": str,
}
