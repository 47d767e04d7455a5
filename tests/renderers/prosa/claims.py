"""What the narratives claim, sentence by sentence, each held against the tables; what is left over is unexplained."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from renderers.figures import Rekap
from renderers.indonesian import BULAN, bulan, spelled_out, tanggal
from tests.renderers.prosa.facts import Baris, Facts
from tests.renderers.prosa.facts import angka as baca

N = r"(\d[\d.]*)"
M = f"({'|'.join(BULAN)})"
MONTHS = f"((?:{'|'.join(BULAN)})(?:(?:,? dan |, )(?:{'|'.join(BULAN)}))*)"
Claim = tuple[str, Callable[["Told", re.Match[str]], bool]]


@dataclass(frozen=True)
class Told:
    """One narrative of a report beside the report's own tables."""

    facts: Facts
    rekap: Rekap
    sektor: str = ""

    @property
    def rows(self) -> list[Baris]:
        return self.facts.koordinasi(self.sektor)

    @property
    def themes(self) -> list[int]:
        return [n for n in self.facts.hal(self.sektor).values() if n > 1]

    @property
    def jumlah(self) -> dict[str, int]:
        """Every jenis and platform -> its postingan."""
        sums = self.facts.matriks[-1]
        platform = dict(zip(self.rekap.platform, sums["JUMLAH"], strict=False))
        return platform | {jenis: row[-1] for jenis, row in sums.items() if jenis != "JUMLAH"}

    def pada(self, month: str, platform: str) -> int:
        table = self.facts.bulan_matriks.get(month, {"JUMLAH": [0] * 6})
        return table["JUMLAH"][self.rekap.platform.index(platform)]

    @property
    def media(self) -> dict[str, int]:
        return self.facts.evaluasi["Media Sosial"]

    @property
    def dalam(self) -> list[str]:
        return [BULAN[b.month - 1] for b in self.rekap.periode.bulan]


def problems(told: Told, text: str, claims: list[Claim], words: set[str]) -> list[str]:
    """What in a text is wrong, or said of nothing that the tables know."""
    left, wrong = _in_digits(text)
    wrong += [m[0] for m in re.finditer(rf"{M} (\d{{4}})", left) if int(m[2]) != told.rekap.periode.tahun]
    for pattern, holds in ((p.replace("{nama}", re.escape(told.rekap.satker.nama)), holds) for p, holds in claims):
        for found in re.finditer(pattern, left):
            if not _holds(holds, told, found):
                wrong.append(found[0])
        left = re.sub(pattern, lambda m: "¤" * m[0].count("\n"), left)
    for name in sorted(_known(told), key=len, reverse=True):
        left = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", left, flags=re.IGNORECASE)
    return wrong + [word for word in re.findall(r"[\w./@-]*\w", left) if word not in words]


def _holds(holds: Callable[["Told", re.Match[str]], bool], told: Told, found: re.Match[str]) -> bool:
    try:
        return holds(told, found)
    except LookupError:
        return False  # a month or a name that no table has


def _in_digits(text: str) -> tuple[str, list[str]]:
    """ "5 (lima)" as "5"; a number whose words say another one is wrong."""
    wrong = [m[0] for m in re.finditer(rf"{N} \(([a-z ]+)\)", text) if angka_kata(m[1]) != m[2]]
    return re.sub(rf"{N} \([a-z ]+\)", r"\1", text), wrong


def angka_kata(text: str) -> str:
    return spelled_out(baca(text))


def _known(told: Told) -> set[str]:
    cells = {cell for table in told.facts.tables for row in table for cell in row if len(cell) > 1}
    rows = [row for sektor in ("pemerintah", "nonpemerintah") for row in told.facts.koordinasi(sektor)]
    names = {told.rekap.satker.nama, told.rekap.satker.website, *told.rekap.platform, *told.rekap.jenis}
    partners = {name for row in told.rekap.koordinasi for name in row.mitra if any(name in cell for cell in cells)}
    return {c for c in cells if not re.fullmatch(r"[\d.]+", c)} | names | {row.hal for row in rows} | partners


def _rentang(told: Told, m: re.Match[str]) -> bool:
    """Of the tables or of the period; the year is the report's."""
    months = ([BULAN[b.month - 1] for b in b_] for b_ in (told.rekap.periode.bulan, told.rekap.periode.bulan_tabel))
    return (m[1], m[2] or m[1]) in [(b[0], b[-1]) for b in months] and int(m[3]) == told.rekap.periode.tahun


def _sampai(told: Told, m: re.Match[str]) -> bool:
    """From the first month of the tables to the cut-off, while the period runs."""
    first, last = told.rekap.periode.bulan_tabel[0], told.rekap.periode.bulan[-1]
    runs = (told.rekap.batas + timedelta(days=1)).replace(day=1) <= last
    return runs and (m[1], m[2]) == (bulan(first), tanggal(told.rekap.batas))


SAMPAI: Claim = (rf"bulan ((?:{'|'.join(BULAN)}) \d{{4}}) sampai dengan (\d+ (?:{'|'.join(BULAN)}) \d{{4}})", _sampai)
RENTANG: Claim = (rf"bulan {M}(?: s/d {M})? (\d{{4}})", _rentang)


def _sebutan(told: Told, m: re.Match[str]) -> bool:
    return m[0] in {told.rekap.periode.sebutan, f"{told.rekap.periode.sebutan} {told.rekap.periode.tahun}"}


SEBUTAN: Claim = (r"(?:Triwulan|Semester) [IV]+|Tahun \d{4}", _sebutan)
